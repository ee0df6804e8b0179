import { addDays, type CalendarDate, dateOf, type Day, dayOf, weekStartOf } from '../../src/base/calendar.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import type { Plan } from '../../src/engine/plan.ts'
import { readLog } from '../../src/log/read.ts'
import type { Entry, Log, Runner } from '../../src/log/schema.ts'
import { compose, type Programme } from '../../src/protocol/programme.ts'
import { type Behaviour, type Case, history, live, planFor, runnerOf, START } from './play.ts'
import { CYCLE, protocolFrom, protocolText, REHAB } from './programme.ts'

/** A case as a YAML file tells it. */
export interface Scenario {
  readonly name: string
  readonly programme?: 'rehab' | 'cycle'
  /** Changes in the text of the rehabilitation: what is found is replaced. */
  readonly change?: readonly { readonly find: string; readonly by: string }[]
  readonly runner?: Partial<Runner>
  /** How the six weeks before the first planned one end; absent, there are none. */
  readonly flare?: keyof typeof FLARES
  /** Weeks lived from 2 March 2026 on: a word of WEEKS, `4 clean`, or a behaviour. */
  readonly weeks?: readonly (string | Behaviour)[]
  /** Entries, one a line. */
  readonly log?: string
  readonly today?: string
  readonly week?: 'this' | 'next'
}

const FLARES = {
  none: {},
  reduced: { during: 4, onsetMeters: 8000, lastingHours: 1, trend: 'steady' },
  break: { during: 6, onsetMeters: 1200, lastingHours: 5, trend: 'worsened' },
} as const satisfies Record<string, Case['flare']>

const LAST = 9
const WEEKS: Readonly<Record<string, Behaviour>> = {
  clean: {},
  skipped: { skips: true },
  S1: { pain: { run: LAST, scores: { during: 2, after: 1, trend: 'steady', lastingHours: 1 } } },
  S2: { pain: { run: LAST, scores: { during: 2, after: 1, trend: 'worsened', lastingHours: 1 } } },
  S3: { limp: LAST },
  unscored: { unscored: LAST },
  // As it hurt at the flare, so that nothing has improved.
  sore: { daily: { 0: 5, 3: 5, 6: 5 } },
}

const RUNNER = runnerOf({ baseline: 40_000, pace: 360, goal: 40_000, availableDays: undefined })

/** The shipped programme, or the one a changed text makes. */
export function programmeOf({ programme, change = [] }: Scenario): Programme {
  if (change.length === 0) return programme === 'cycle' ? CYCLE : REHAB
  const text = change.reduce((changed, { find, by }) => {
    if (!changed.includes(find)) throw new Error(`the protocol has no "${find}"`)
    return changed.replace(find, () => by)
  }, protocolText('itbs-rehab'))
  const rehab = protocolFrom(text)
  return compose(rehab, CYCLE.cycle, programme === 'cycle' ? CYCLE.cycle : rehab)
}

/** The log of a scenario when all its weeks are lived, and the first days of its weeks. */
export function logOfScenario(scenario: Scenario): Log {
  const programme = programmeOf(scenario)
  const runner: Runner = { ...RUNNER, ...scenario.runner }
  const given = (scenario.log ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(entriesOf)
  const [baseline, pace] = [runner.baselineWeeklyDistanceMeters, runner.easyPaceSecondsPerKm ?? 360]
  const past = scenario.flare === undefined ? [] : history({ baseline, pace, flare: FLARES[scenario.flare] })
  return weeksOf(scenario).reduce(
    (log, how, index) => {
      const start = addDays(START, 7 * index)
      const known = log.entries.filter((entry) => entry.date < dateOf(start) || entry.type === 'absence')
      const { plan, state } = planFor(programme, { ...log, entries: known }, start)
      return logWith(runner, [...log.entries, ...live(programme, plan, state, how)])
    },
    logWith(runner, [...past, ...given]),
  )
}

const weeksOf = ({ weeks = [] }: Scenario): Behaviour[] =>
  weeks.flatMap((week) => {
    if (typeof week !== 'string') return [week]
    const [, times = '1', word = ''] = /^(?:(\d+) )?(\w+)$/.exec(week) ?? []
    const how = WEEKS[word]
    if (how === undefined) throw new Error(`no kind of week is called "${week}"`)
    return Array.from({ length: Number(times) }, () => how)
  })

/** As a file would hold it: checked, in order, every session once. */
function logWith(runner: Runner, entries: readonly Entry[]): Log {
  const file = { format: 'itb-log', version: 1, revision: 1, uid: 'scene', runner, entries }
  const log = readLog(JSON.stringify(file))
  if (log === undefined) throw new Error('the log of the scenario is none')
  return log
}

/** The plan of this or the next week as the command would give it. */
export function planOf(scenario: Scenario, log: Log, today: CalendarDate): Plan {
  const start = weekStartOf(dayOf(today), log.runner.weekStart)
  const asked = scenario.week === 'next' ? addDays(start, 7) : start
  const [plan] = makePlans(log, programmeOf(scenario), today, dateOf(asked), 1)
  if (plan === undefined) throw new Error('no plan came out')
  return plan
}

/** First day of the n-th planned week, counted from 1. */
export const startOf = (number: number): CalendarDate => dateOf(addDays(START, 7 * (number - 1)))

const PAIN = ['before', 'during', 'after', 'nextMorning', 'onsetMeters', 'trend', 'lastingHours', 'site']
const DAILY = ['dailyActivities', 'stairs', 'rest', 'night']
const SIGNS = { limp: false, swelling: false, analgesic: false }
const QUIET = { before: 0, during: 0, after: 0, nextMorning: 0 }

/**
 * One line of a log: a date, a type, then `key=value`. A `run` was painless as far as nothing else is said,
 * an `import` says nothing but distance and time; `days=7` or `weeks=8` repeats the line.
 */
function entriesOf(line: string): Entry[] {
  const [date = '', type = '', ...words] = line.trim().split(/\s+/)
  const pairs = words.map((word): [string, unknown] => {
    const [key = '', value = ''] = word.split(/=(.*)/)
    return [key, amountOf(value)]
  })
  const { days = 1, weeks = 1, km, min, ...given } = Object.fromEntries(pairs)
  const size = {
    ...(km !== undefined && { distanceMeters: Number(km) * 1000 }),
    ...(min !== undefined && { durationSeconds: Number(min) * 60 }),
  }
  const first = dayOf(date as CalendarDate)
  const starts = Array.from(
    { length: Number(days) * Number(weeks) },
    (_, index): Day => addDays(first, (index % Number(days)) + 7 * Math.floor(index / Number(days))),
  )
  return starts.map((day) => ({ ...bodyOf(type, given), ...size, date: dateOf(day) }) as Entry)
}

function bodyOf(type: string, given: Readonly<Record<string, unknown>>): object {
  const only = (holds: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(given).filter(([key]) => holds(key)))
  const pain = only((key) => PAIN.includes(key))
  const daily = only((key) => DAILY.includes(key))
  const rest = only((key) => ![...PAIN, ...DAILY].includes(key))
  if (type === 'import') return { type: 'run', ...rest }
  if (type === 'run') return { type, ...SIGNS, ...rest, pain: { ...QUIET, ...pain } }
  if (type === 'flare') return { type, ...rest, pain }
  if (type === 'day') {
    return { type, swelling: false, redFlags: [], ...rest, pain: { dailyActivities: 0, ...daily, ...pain } }
  }
  return { type, ...rest }
}

function amountOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
