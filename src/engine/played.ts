import type { Day } from '../base/calendar.ts'
import type { Entry } from '../log/schema.ts'
import type { Diary } from './diary.ts'
import type { LivedDay } from './live-week.ts'
import type { Remaining } from './remaining-week.ts'
import type { State } from './state.ts'
import type { PlannedRun, Setting, WeekPlan } from './week-plan.ts'

/** The log played through week by week; asks for a past day are answered with what was known on it. */
export interface Replay {
  readonly diary: Diary
  /** First day of the runner's week that holds a day. */
  weekOf(day: Day): Day
  /** The runner at the start of a week, by all that is known at the end of a day. */
  stateAt(week: Day, asOf: Day): State
  settingOn(asOf: Day): Setting
  /** The plan of a week as it stood on a day, before anything in that week changed it. */
  planAt(week: Day, asOf: Day): WeekPlan
  /** The run shown for a day on that day, after what the days before had brought. */
  shownOn(week: Day, day: Day): readonly PlannedRun[]
  /** What of a week's plan is still to be run on a day. */
  remaining(week: Day, asOf: Day): Remaining
  /** A day as it was lived, by all that was known in its evening. */
  livedOn(day: Day): LivedDay | undefined
  /**
   * The same runner with other entries, as of the same day or another one; what was worked out before the
   * first day on which they differ is shared and not worked out again.
   */
  withEntries(entries: readonly Entry[], today?: Day): Replay
}
