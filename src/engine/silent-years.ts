import { addDays, type Day } from '../base/calendar.ts'
import { metres, NO_RUNNING, plus, seconds, type Volume } from '../base/units.ts'
import type { RunEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Diary } from './diary.ts'
import { withinWeek } from './facts.ts'
import { daysOfWeek, runningOf } from './live-week.ts'
import { newState, type State, WEEKS_OF_MEDIAN } from './state.ts'

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
  const ran = lastWeeks(diary, start, weekOf).map((week) => ranIn(diary, week, today))
  const last = ran.at(-1)
  const lastRun = diary.lastRunBefore(start)
  const credited =
    last === undefined ? undefined : withinWeek(last, { meters: metres(baseline), seconds: seconds(0) })
  return {
    ...fresh,
    at: start,
    loggedWeeks: diary.weeksLogged(first, start),
    lastRun,
    gapSince: lastRun,
    ran,
    trainedIfSaid: credited,
    planOfLastRun: credited,
  }
}

/** The last weeks with a run before a day, as many as the median is taken of, oldest first. */
function lastWeeks(diary: Diary, before: Day, weekOf: (day: Day) => Day): readonly Day[] {
  const weeks: Day[] = []
  for (let day = diary.lastRunBefore(before); day !== undefined && weeks.length < WEEKS_OF_MEDIAN; ) {
    weeks.unshift(weekOf(day))
    day = diary.lastRunBefore(weekOf(day))
  }
  return weeks
}

const ranIn = (diary: Diary, week: Day, asOf: Day): Volume =>
  daysOfWeek(week)
    .flatMap((day): readonly RunEntry[] => diary.on(day, asOf).runs)
    .reduce<Volume>((sum, run) => plus(sum, runningOf(run)), NO_RUNNING)
