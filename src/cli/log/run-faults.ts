import { addDays, dateOf, dayOf, type CalendarDate } from '../../base/calendar.ts'
import type { Problem } from '../../base/problem.ts'
import { dateText } from '../../base/date-text.ts'
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
    ...painless(patch),
    ...(patch['pain.nextMorning'] !== undefined && date >= today ? [morningToCome(date, today)] : []),
  ]
}

/** What belongs to pain, said of a run in which nothing hurt. */
function painless(patch: Patch): readonly Problem[] {
  const scores = ['before', 'during', 'after', 'nextMorning'].map((key) => patch[`pain.${key}`])
  if (patch['pain.during'] !== 0 || scores.some((score) => typeof score === 'number' && score > 0)) return []
  const trend = patch['pain.trend']
  const told = [
    ...(trend === undefined || trend === 'none' ? [] : ['--trend']),
    ...(typeof patch['pain.lastingHours'] === 'number' && patch['pain.lastingHours'] > 0 ? ['--lasted'] : []),
    ...(patch['pain.onsetMeters'] === undefined ? [] : ['--onset']),
  ]
  if (told.length === 0) return []
  const clear = told.map((flag) => `--clear ${flag.slice(2)}`).join(' ')
  return [
    usage(
      `the pain is 0, and yet ${told.join(' and ')} tells of some`,
      `If it hurt, say how much: --pain 2, or --after 2.\nOf a run in the log: itb edit ID --pain 0 ${clear}`,
    ),
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
