import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import { renderLog } from '../../src/log/render.ts'
import type { Log } from '../../src/log/schema.ts'
import { fileWith } from './fake-host.ts'
import { logOfScenario, type Scenario, startOf } from './scenario.ts'

interface PhaseWeek extends Omit<Scenario, 'name'> {
  /** The week that is looked at, counted from the first planned one. */
  readonly number: number
}

/** A week of each phase, and how a runner comes to it. */
export const PHASE_WEEKS = {
  base: { number: 1, flare: 'none', weeks: ['clean'] },
  'acute-reduced': { number: 1, flare: 'reduced', weeks: ['clean'] },
  'acute-break': { number: 1, flare: 'break', weeks: ['clean'] },
  rehab: { number: 3, flare: 'break', weeks: ['3 clean'] },
  'return-1': { number: 4, flare: 'break', weeks: ['4 clean'] },
  'return-2': { number: 5, flare: 'break', weeks: ['5 clean'] },
  'return-3': { number: 6, flare: 'break', weeks: ['6 clean'] },
  build: { number: 5, flare: 'reduced', weeks: ['5 clean'] },
  maintain: { number: 13, flare: 'reduced', weeks: ['13 clean'] },
  stop: { number: 4, flare: 'break', weeks: ['3 clean', { redFlag: 1 }] },
} as const satisfies Readonly<Record<string, PhaseWeek>>

/** The first day of a week of that phase. */
export const mondayOf = (phase: keyof typeof PHASE_WEEKS): CalendarDate => startOf(PHASE_WEEKS[phase].number)

/** The log as it stands before a day of that week, 0 for its Monday. */
export function phaseLog(phase: keyof typeof PHASE_WEEKS, day: number): { log: Log; today: CalendarDate } {
  const today = dateOf(addDays(dayOf(mondayOf(phase)), day))
  const log = logOfScenario({ name: phase, ...PHASE_WEEKS[phase] })
  const entries = log.entries.filter(({ date }) => date < today)
  return { log: { ...log, uid: 'k3v9q2', revision: 41, updated: `${today}T05:12:30Z`, entries }, today }
}

/** The same as a file. */
export function phaseFile(
  phase: keyof typeof PHASE_WEEKS,
  day: number,
  runner: Partial<Log['runner']> = {},
): { file: string; today: CalendarDate } {
  const { log, today } = phaseLog(phase, day)
  return { file: fileWith(renderLog({ ...log, runner: { ...log.runner, ...runner } })), today }
}
