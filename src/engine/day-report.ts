import type { Day } from '../base/calendar.ts'
import type { Grade } from '../rules/finding.ts'
import type { Graded, Standing } from '../rules/pain-grade.ts'
import type { DayRecord } from './diary.ts'

/** What a day amounts to, and the facts of it that later days ask for. */
export interface GradedDay extends Graded {
  /** The grade of each run, in the order of the entries. */
  readonly runGrades: readonly Grade[]
  readonly worstRun: Grade
  /** Highest score of the outer knee that day. Undefined when none was given. */
  readonly peak: number | undefined
  readonly daily: number | undefined
  readonly swelling: boolean | undefined
  readonly redFlags: readonly string[]
  /** The S2 rests on nothing but a 1 in daily life. */
  readonly isOnlyDaily: boolean
}

/** What of the days before changes the grade of this one. */
export interface DayContext {
  readonly standing: Standing
  readonly painfulDaysBefore: number
  readonly secondSwelling: boolean
  /** Moderate pain in the days before which a further one adds up with. */
  readonly steps: readonly { readonly day: Day; readonly daily: boolean }[]
  /** The day after has begun, so its morning score is due. */
  readonly morningIsDue: boolean
  /** In the acute phase and rehabilitation a missing check-in leaves the day unknown. */
  readonly needsCheckIn: boolean
}

/** The worst of walking, stairs and rest over all check-ins of the day; undefined when none was given. */
export function dailyPain(record: DayRecord): number | undefined {
  const scores = record.checkIns.flatMap(({ pain }) =>
    [pain?.dailyActivities, pain?.stairs, pain?.rest].filter((score) => score !== undefined),
  )
  return scores.length === 0 ? undefined : Math.max(...scores)
}

/** Pain is graded only at the outer knee; what was not said is taken to be there. */
export const isOuterKnee = (site: string | undefined): boolean => site === undefined || site === 'outer-knee'
