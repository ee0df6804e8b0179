import type { CalendarDate } from '../../src/base/calendar.ts'
import { renderLog } from '../../src/log/render.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { logBefore } from '../support/log-on.ts'
import { logOfScenario, type Scenario } from '../support/scenario.ts'

/** Wednesday of a week in the second stage of the return, with runs on Thursday and Sunday still to come. */
export const WEDNESDAY = '2026-11-18'
export const THURSDAY = '2026-11-19'
/** Monday of that week. */
export const MONDAY = '2026-11-16'

const about = { uid: 'k3v9q2', revision: 7, updated: '2026-11-18T05:40:12Z' } as const

/** The log of the runner in the second stage on the morning of a day, who was on time with every score. */
export const returning = (day: string, change: Partial<Log> = {}): string =>
  renderLog({ ...logBefore(day), ...about, ...change })

const RED_FLAG: Entry = {
  type: 'day',
  date: '2026-03-22' as CalendarDate,
  redFlags: ['giving-way'],
}

const told = (scenario: Omit<Scenario, 'name'>): Log => logOfScenario({ name: '', ...scenario })

/** A runner in each phase, on the first day of a week after the weeks told. */
const RUNNERS: readonly (readonly [name: string, Log, today: string])[] = [
  ['base', told({ flare: 'none' }), '2026-03-02'],
  ['acute-reduced', told({ flare: 'reduced' }), '2026-03-02'],
  ['acute-break', told({ flare: 'break' }), '2026-03-02'],
  ['rehab', told({ flare: 'break', weeks: ['2 clean'] }), '2026-03-16'],
  ['return-1', told({ flare: 'break', weeks: ['3 clean'] }), '2026-03-23'],
  ['return-2', told({ flare: 'break', weeks: ['4 clean'] }), '2026-03-30'],
  ['return-3', told({ flare: 'break', weeks: ['5 clean'] }), '2026-04-06'],
  ['build', told({ flare: 'break', weeks: ['7 clean'] }), '2026-04-20'],
  ['maintain', told({ programme: 'cycle', runner: { protocol: 'itbs-cycle' }, flare: 'none' }), '2026-03-02'],
  ['stop', withEntry(told({ flare: 'break', weeks: ['3 clean'] }), RED_FLAG), '2026-03-23'],
]

function withEntry(log: Log, entry: Entry): Log {
  const entries = [...log.entries.filter(({ date, type }) => date !== entry.date || type !== 'day'), entry]
  return { ...log, entries: entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) }
}

/** One log a phase, with the day on which it is asked for a plan. */
export const PHASES = RUNNERS.map(([phase, log, today]) => ({
  phase,
  today,
  log: renderLog({ ...log, ...about, updated: `${today}T05:40:12Z` }),
}))
