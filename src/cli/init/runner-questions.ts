import type { Units } from '../../base/amount-text.ts'
import { succeed, type Result } from '../../base/problem.ts'
import type { Runner } from '../../log/schema.ts'
import type { Call, Flags } from '../command.ts'
import { readSetting, SETTINGS } from '../settings-words.ts'
import { gather } from '../log/gather.ts'
import type { Interviewer, Wanted } from './answers.ts'

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
      enter: 'stop here',
    })
    return key === undefined ? undefined : key === 'k' ? 'km' : 'mi'
  },
  read: (said) => setting('units', said, 'km'),
})

/** A question answered by a line, which the words of a setting read. */
function lineWanted(
  key: string,
  given: string | undefined,
  text: string,
  hint: string,
  units: Units,
): Wanted<Told> {
  const example = SETTINGS.find((each) => each.key === key)?.example ?? ''
  return {
    flag: `--${key}`,
    example: `--${key} ${example.split(',')[0]}`,
    given,
    isNeeded: key === 'baseline',
    ask: (ask) =>
      ask({
        kind: 'line',
        text,
        hint,
        check: (line) => (setting(key, line, units).ok ? undefined : `It can be: ${example}.`),
      }),
    read: (said) => setting(key, said, units),
  }
}

function setting(key: string, said: string, units: Units): Result<Told> {
  const found = SETTINGS.find((each) => each.key === key)
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
  const ask = (
    key: string,
    given: string | undefined,
    text: string,
    hint: string,
  ): Promise<Result<Told | undefined>> => find(lineWanted(key, given, text, hint, unit))
  const zone = host.timeZone()
  const answers = gather({
    units,
    baseline: await ask(
      'baseline',
      flags.baseline,
      hurts ? 'How much did you run in a usual week before it hurt?' : 'How much do you run in a usual week?',
      `40, in ${unit}`,
    ),
    pace: await ask('pace', flags.pace, 'Your easy pace?', '6:00; Enter: not known'),
    days: await ask('days', flags.days, 'Which days can you run on?', 'mon,wed,sat; Enter: every day'),
    goal: await ask(
      'goal',
      flags.goal,
      'Where do you want to get to, in a week?',
      'Enter: back to that week',
    ),
    cadence: await ask(
      'cadence',
      flags.cadence,
      'Steps a minute, if you know them?',
      '164; Enter: not known',
    ),
    equipment: await ask(
      'equipment',
      flags.equipment,
      'What do you have for strength work?',
      'band,box,ankle-weight or none; Enter: not said',
    ),
    zone: await ask(
      'time-zone',
      flags.timeZone,
      'Your time zone?',
      zone === undefined ? 'Europe/Berlin; Enter: not known' : `Enter: ${zone}`,
    ),
    weekStart: await ask('week-start', flags.weekStart, 'First day of your week?', 'sunday; Enter: monday'),
  })
  return answers.ok
    ? succeed(Object.assign({}, zone !== undefined && { timeZone: zone }, ...Object.values(answers.value)))
    : answers
}
