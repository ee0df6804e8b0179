import { type CalendarDate, type Day, dateOf, dayOf } from '../base/calendar.ts'
import type { LocalTime } from '../base/zone.ts'

const DAY_SECONDS = 86_400
const UNIX_EPOCH = dayOf('1970-01-01' as CalendarDate)
const EARTH_OFFSET = 14 * 3600
const QUARTER = 900
/** How far a watch's local clock is written after its other clock in one and the same message. */
const WRITTEN_LATE = 120

/** A moment in UTC such as `2026-03-01T06:10:00Z`, of seconds since 1970; parts of a second are dropped. */
export function instantAt(seconds: number): string {
  const { date, time } = parts(seconds)
  return `${date}T${time}Z`
}

/** What a clock showed at a moment of UTC that is so many seconds ahead of it. */
export function localAt(seconds: number, offset: number): LocalTime {
  const { date, time } = parts(seconds + offset)
  return { date, clock: time.slice(0, 5) }
}

/** How far a local clock was ahead of UTC, in whole quarters of an hour; undefined for what no zone has. */
export function offsetBetween(utcSeconds: number, localSeconds: number): number | undefined {
  const offset = Math.round((localSeconds - utcSeconds) / QUARTER) * QUARTER
  const isZone = Math.abs(offset) <= EARTH_OFFSET
  return isZone && Math.abs(localSeconds - utcSeconds - offset) <= WRITTEN_LATE ? offset : undefined
}

function parts(seconds: number): { readonly date: CalendarDate; readonly time: string } {
  const whole = Math.floor(seconds)
  const days = Math.floor(whole / DAY_SECONDS)
  const rest = whole - days * DAY_SECONDS
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60]
  return {
    date: dateOf((UNIX_EPOCH + days) as Day),
    time: time.map((part) => String(part).padStart(2, '0')).join(':'),
  }
}
