import type { Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Diary } from './diary.ts'
import { daysOfWeek } from './live-week.ts'
import { stageOf, type State } from './state.ts'

/** How a week that is over stood to its plan. */
export type Bond =
  /** It is held against the plan that was shown. */
  | 'planned'
  /** Nobody lived by a plan: it lies before the log was in use, or a healthy runner is hardly known yet. */
  | 'history'
  /** Of a week of everyday running nothing was written in time, whatever was filled in later. */
  | 'silent'

/** Whether a week is held against a plan, by all that was known at the end of a day. */
export function bondOf(
  programme: Programme,
  diary: Diary,
  state: State,
  week: Day,
  asOf: Day,
  isAway: boolean,
): Bond {
  if (diary.inUseFrom === undefined || diary.inUseFrom > week + 6) return 'history'
  // A cut and a stage are held against a silent week as well, or saying nothing would cost less than a rest.
  const isFragile = state.phase === 'acute-reduced' || stageOf(state.phase) !== undefined
  const isSilent = !isAway && !daysOfWeek(week).some((day) => diary.isTold(day, asOf))
  if (isSilent && !isFragile) return 'silent'
  const trustedAfter = programme.weeklyCaps[0]?.trustedAfter ?? 0
  return state.phase === 'base' && state.loggedWeeks < trustedAfter ? 'history' : 'planned'
}
