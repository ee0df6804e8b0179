import { dayOf, weekdayOf } from '../base/calendar.ts'
import type { Session, SessionType } from '../engine/plan.ts'
import type { CalendarEvent, Wishes } from './event.ts'

/** When an event begins and how long it lasts. */
export type Moment = Pick<CalendarEvent, 'clock' | 'seconds'>

/** What has no hour of its own. */
export const WHOLE_DAY: Moment = { clock: null, seconds: null }

/** An hour by the clocks where the runner is. */
export const at = (clock: string, seconds: number): Moment => ({ clock, seconds })

/** What a runner goes out or changes clothes for; the rest fits in anywhere. */
const TIMED: readonly SessionType[] = ['run', 'strength', 'cross-training']
const MINUTES_OF_DAY = 1440

/**
 * When each session begins, by its id: a day's sessions one after the other from the hour of that weekday on.
 * What would begin after midnight keeps its date and has no hour.
 */
export function beginnings(
  sessions: readonly Session[],
  times: Wishes['times'],
): ReadonlyMap<string, Moment> {
  const free = new Map<string, number>()
  const moments = new Map<string, Moment>()
  for (const { id, date, type, elapsedSeconds } of sessions) {
    const first = times[weekdayOf(dayOf(date))]
    if (first === undefined || elapsedSeconds === null || !TIMED.includes(type)) continue
    const begin = free.get(date) ?? minutesOf(first)
    free.set(date, begin + Math.ceil(elapsedSeconds / 60))
    if (begin < MINUTES_OF_DAY) moments.set(id, at(clockOf(begin), elapsedSeconds))
  }
  return moments
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
