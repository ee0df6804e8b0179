import type { Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Diary } from './diary.ts'
import { daysOfWeek } from './live-week.ts'
import type { State } from './state.ts'

/** A week has a plan only where something was known before it and somebody could have kept to it. */
export function isPlanned(programme: Programme, diary: Diary, state: State, week: Day, asOf: Day): boolean {
  const isKnown = diary.firstHeard !== undefined && diary.firstHeard < week
  const isTrusted =
    state.phase !== 'base' || state.loggedWeeks >= (programme.weeklyCaps[0]?.trustedAfter ?? 0)
  const isScored = daysOfWeek(week).some((day) =>
    diary.on(day, asOf).runs.some(({ pain }) => pain !== undefined),
  )
  // A week without any run was planned like the one before it: leaving out a run must not undo its plan.
  const days = daysOfWeek(week)
  const isEmpty = !days.some((day) => diary.on(day, asOf).runs.length > 0)
  const goesOn = isEmpty && state.weeks.at(-1)?.planned !== undefined
  return isKnown && isTrusted && (state.episode !== undefined || isScored || goesOn)
}
