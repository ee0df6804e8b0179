import { addDays, type Day } from '../base/calendar.ts'
import { metres, NO_RUNNING, plus, seconds, type Volume } from '../base/units.ts'
import type { RunEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Diary } from './diary.ts'
import { withinWeek } from './facts.ts'
import { daysOfWeek, runningOf } from './live-week.ts'
import { newState, type State } from './state.ts'

/** Weeks before the first word about the knee that later weeks still look back on. */
const LOOK_BACK = 15

/**
 * Where the replay may begin. Years of imported runs of which nothing was said change nothing but the last
 * of their weeks, so they are not lived again one by one; a test holds this against the whole replay.
 */
export function beginning(
  programme: Programme,
  diary: Diary,
  today: Day,
  baseline: number,
  weekOf: (day: Day) => Day,
): State {
  const first = weekOf(diary.first ?? today)
  const telling = diary.firstTelling === undefined || diary.firstTelling > today ? today : diary.firstTelling
  const start = addDays(weekOf(telling), -7 * LOOK_BACK)
  const fresh = newState(first, programme.startsIn)
  if (start <= first) return fresh
  const lastRun = diary.lastRunBefore(start)
  return {
    ...fresh,
    at: start,
    loggedWeeks: diary.weeksLogged(first, start),
    lastRun,
    planOfLastRun: lastRun === undefined ? undefined : weekVolume(diary, weekOf(lastRun), today, baseline),
  }
}

const weekVolume = (diary: Diary, week: Day, asOf: Day, baseline: number): Volume => {
  const runs = daysOfWeek(week).flatMap((day): readonly RunEntry[] => diary.on(day, asOf).runs)
  const whole = runs.reduce<Volume>((sum, run) => plus(sum, runningOf(run)), NO_RUNNING)
  return withinWeek(whole, { meters: metres(baseline), seconds: seconds(0) })
}
