import type { Day } from '../base/calendar.ts'

/** The one cue of running form the runner keeps in mind. */
export interface CueNow {
  readonly id: string
  /** First day of the week it came in. */
  readonly since: Day
  /** First day of the last week it was run by: after a pause it begins anew. */
  readonly lastWeek: Day
}
