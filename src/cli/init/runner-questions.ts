import type { Units } from '../../base/amount-text.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import type { Runner } from '../../log/schema.ts'
import type { Call, Flags } from '../command.ts'
import { readSetting, SETTINGS, waysToWrite } from '../settings-words.ts'
import { gather } from '../log/gather.ts'
import { ASKED_AGAIN, type Interviewer, type Wanted } from './answers.ts'
import { longestFaults, weekDoubt } from '../usual-week.ts'

/** What the runner told of themselves; undefined was not said, or is one of what init cannot do without. */
export type Told = Partial<Runner>

const unitsWanted = ({ units }: Flags): Wanted<Told> => ({
  flag: '--units',
  example: '--units km or --units mi',
  given: units,
  isNeeded: true,
  ask: async (ask) => {
    const key = await ask({
      kind: 'key',
      text: 'Kilometres or miles?',
      keys: [
        { key: 'k', means: 'km' },
        { key: 'm', means: 'miles' },
      ],
      enter: ASKED_AGAIN,
    })
    return key === undefined ? undefined : key === 'k' ? 'km' : 'mi'
  },
  read: (said) => setting('units', said, 'km'),
})

/** How a setting is asked for in a line. */
interface Line {
  readonly text: string
  readonly hint?: string
  readonly enter: string
}

/** A question answered by a line, which the words of a setting read. */
function lineWanted(
  key: string,
  given: string | undefined,
  line: Line,
  units: Units,
  isForced = false,
): Wanted<Told> {
  const { flag, example } = { flag: `--${key}`, example: waysToSay(key) }
  return {
    flag,
    example: `${flag} ${example.replace(/^.*?: /, '').split(/[,.]/)[0]}`,
    given,
    isNeeded: key === 'baseline',
    ask: (ask) =>
      ask({
        kind: 'line',
        ...line,
        check: (said) => {
          const read = meant(key, said, units)
          return read.ok ? undefined : read.problems.map(({ message, hint }) => hint ?? message).join(' ')
        },
      }),
    read: (said) => meant(key, said, units),
    doubt: (told) =>
      isForced ? undefined : weekDoubt(told.baselineWeeklyDistanceMeters, units, '--baseline'),
  }
}

/** A usual week may be said with its longest run: `40km, longest 14`. */
function meant(key: string, said: string, units: Units): Result<Told> {
  const [, week, longest] = /^(.*?)[\s,;]+(?:the )?longest(?: run)?[\s:]+(.*)$/i.exec(said) ?? []
  if (key !== 'baseline' || week === undefined || longest === undefined) return setting(key, said, units)
  const both = gather({ week: setting(key, week, units), longest: setting('longest', longest, units) })
  if (!both.ok) return both
  const told = { ...both.value.week, ...both.value.longest }
  const faults = longestFaults(told, units, '--longest')
  return faults.length > 0 ? fail(...faults) : succeed(told)
}

/** Said with a flag, or with the usual week; alone it is not asked. */
const longestWanted = (given: string | undefined, units: Units): Wanted<Told> => ({
  flag: '--longest',
  example: '--longest 14km',
  given,
  ask: async () => undefined,
  read: (said) => setting('longest', said, units),
})

const settingOf = (key: string) => SETTINGS.find((each) => each.key === key)

function waysToSay(key: string): string {
  const found = settingOf(key)
  return found === undefined ? '' : waysToWrite(found)
}

function setting(key: string, said: string, units: Units): Result<Told> {
  const found = settingOf(key)
  return found === undefined ? succeed({}) : readSetting(found, said, units, `--${key}`)
}

/** The few things a plan needs of the runner, and those that make it fit. */
export async function runnerTold(
  { flags, host }: Call,
  hurts: boolean,
  find: Interviewer,
): Promise<Result<Told>> {
  const units = await find(unitsWanted(flags))
  const unit = (units.ok ? units.value?.units : undefined) ?? 'km'
  const ask = (key: string, given: string | undefined, line: Line): Promise<Result<Told | undefined>> =>
    find(lineWanted(key, given, line, unit, flags.force))
  const zone = host.timeZone()
  const week = hurts
    ? 'How much did you run in a usual week before it hurt, and how far at the longest?'
    : 'How much do you run in a usual week, and how far at the longest?'
  const answers = gather({
    units,
    baseline: await ask('baseline', flags.baseline, {
      text: week,
      hint: `40, longest 14, in ${unit}`,
      enter: ASKED_AGAIN,
    }),
    longest: await find(longestWanted(flags.longest, unit)),
    pace: await ask('pace', flags.pace, { text: 'Your easy pace?', hint: '6:00', enter: 'not known' }),
    days: await ask('days', flags.days, {
      text: 'Which days can you run on?',
      hint: 'mon,wed,sat',
      enter: 'every day',
    }),
    goal: await ask('goal', flags.goal, {
      text: 'Where do you want to get to, in a week?',
      enter: hurts ? 'back to that week' : 'stay at that week',
    }),
    cadence: await ask('cadence', flags.cadence, {
      text: 'Steps a minute, if you know them?',
      hint: '164',
      enter: 'not known',
    }),
    equipment: await ask('equipment', flags.equipment, {
      text: 'What do you have for strength work?',
      hint: 'band,box,ankle-weight or none',
      enter: 'not said',
    }),
    zone: await ask('time-zone', flags.timeZone, {
      text: 'Your time zone?',
      ...(zone === undefined && { hint: 'Europe/Berlin' }),
      enter: zone ?? 'not known',
    }),
    weekStart: await ask('week-start', flags.weekStart, {
      text: 'First day of your week?',
      hint: 'sunday',
      enter: 'monday',
    }),
  })
  if (!answers.ok) return answers
  const own = zone !== undefined && { timeZone: zone }
  const told: Told = Object.assign({}, own, ...Object.values(answers.value))
  const faults = longestFaults(told, unit, '--longest')
  return faults.length > 0 ? fail(...faults) : succeed(told)
}
