import { addDays, dateOf, dayOf, type CalendarDate } from '../../base/calendar.ts'
import type { Problem } from '../../base/problem.ts'
import { dateText } from '../../render/date.ts'
import { usage } from '../command.ts'
import type { Patch } from './patch.ts'

/** What cannot be of a run although each part of it can: more running than run, a morning that is to come. */
export function runFaults(patch: Patch, date: CalendarDate, today: CalendarDate): readonly Problem[] {
  const { distanceMeters: meters, durationSeconds: seconds } = patch
  return [
    ...(isMore(patch['runningSeconds'], seconds)
      ? [usage('--running is longer than the whole run', 'It is the running part of a run/walk.')]
      : []),
    ...(isMore(patch['pain.onsetMeters'], meters)
      ? [usage('--onset is further than the whole run', 'It is where on the run the pain began.')]
      : []),
    ...(patch['pain.nextMorning'] !== undefined && date >= today ? [morningToCome(date, today)] : []),
  ]
}

const isMore = (part: unknown, whole: unknown): boolean =>
  typeof part === 'number' && typeof whole === 'number' && part > whole

/** A morning nobody has woken to: the score of a run is asked for on the day after it. */
export function morningToCome(date: CalendarDate, today: CalendarDate): Problem {
  const morning = dateOf(addDays(dayOf(date), 1))
  const when = date === today ? 'Tomorrow' : `On ${dateText(morning)}`
  return {
    code: 'morning-to-come',
    message: `the morning after ${dateText(date)} has not come yet`,
    hint: `${when}: itb log morning N`,
  }
}
