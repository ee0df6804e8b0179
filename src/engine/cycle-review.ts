import { addDays, type CalendarDate, dateOf, type Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import { countRuns, type RunCounts } from './knee-counts.ts'
import { daysOfWeek } from './live-week.ts'
import type { Replay } from './replay.ts'
import { type StatusWeek, weekOf } from './status.ts'

/** One whole cycle of MAINTAIN looked back on. */
export interface CycleReview {
  readonly start: CalendarDate
  readonly end: CalendarDate
  readonly weeks: readonly StatusWeek[]
  readonly pain: RunCounts
  /** Runs that say they were hard, and runs that say they were hilly. */
  readonly hardRuns: number
  readonly hillyRuns: number
  /** Days with a strength session. */
  readonly strengthDays: number
  /** Weeks in which there were as many of them as the cycle asks for at least. */
  readonly strengthWeeks: number
}

/** Looks back on the cycle that ends with a week; null where none ends with it. */
export function reviewCycle(
  programme: Programme,
  played: Replay,
  lastWeek: Day,
  today: Day,
): CycleReview | null {
  const { holdWeeks, progressWeeks } = programme.maintain
  const length = holdWeeks + progressWeeks
  const end = addDays(lastWeek, 6)
  const lived = end <= today ? played.stateAt(addDays(lastWeek, 7), today).maintainWeeks : 0
  if (lived === 0 || lived % length !== 0) return null
  const starts = Array.from({ length }, (_, index) => addDays(lastWeek, 7 * (index + 1 - length)))
  const weeks = starts.map((start) => daysOfWeek(start).map((day) => played.diary.on(day, today)))
  const runs = weeks.flat().flatMap((record) => record.runs)
  const strength = weeks.map((days) => days.filter((record) => record.strength.length > 0).length)
  return {
    start: dateOf(starts[0] ?? lastWeek),
    end: dateOf(end),
    weeks: starts.map((start) => weekOf(programme, played, start, today)),
    pain: countRuns(weeks.flat()),
    hardRuns: runs.filter(({ intensity }) => intensity === 'hard' || intensity === 'race').length,
    hillyRuns: runs.filter(({ terrain }) => terrain === 'hilly' || terrain === 'downhill').length,
    strengthDays: strength.reduce((sum, count) => sum + count, 0),
    strengthWeeks: strength.filter((count) => count >= programme.strength.laterLeast).length,
  }
}
