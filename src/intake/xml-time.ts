import { type CalendarDate, dayOf, isCalendarDate } from '../base/calendar.ts'

/** A moment as XML writes it, in UTC, and what the clocks of the place were ahead of that. */
export interface Stamp {
  /** Since 1970, with parts of a second. */
  readonly seconds: number
  /** In seconds; undefined where the file writes UTC and says nothing of the place. */
  readonly offset: number | undefined
}

const DAY_SECONDS = 86_400
const EPOCH = dayOf('1970-01-01' as CalendarDate)
const STAMP = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2}(?:[.,]\d+)?) ?(Z|[+-]\d{2}:?\d{2})?$/i
/** Before this year nobody had a watch that writes files. */
const FIRST_SECONDS = (dayOf('2000-01-01' as CalendarDate) - EPOCH) * DAY_SECONDS
const LAST_SECONDS = (dayOf('2100-01-01' as CalendarDate) - EPOCH) * DAY_SECONDS
const WIDEST_OFFSET = 14 * 3600

/** Reads `2021-01-07T21:51:59.179+01:15`; undefined for what is no moment. */
export function readStamp(text: string | undefined): Stamp | undefined {
  const [, date = '', hour, minute, second = '', zone] = STAMP.exec(text ?? '') ?? []
  if (!isCalendarDate(date)) return undefined
  const offset = offsetIn(zone)
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second.replace(',', '.'))
  if (clock > DAY_SECONDS || Math.abs(offset) > WIDEST_OFFSET) return undefined
  const seconds = (dayOf(date) - EPOCH) * DAY_SECONDS + clock - offset
  return { seconds, offset: offset === 0 ? undefined : offset }
}

/** False for a clock that was never set. */
export const isBelievable = ({ seconds }: Stamp): boolean =>
  seconds >= FIRST_SECONDS && seconds < LAST_SECONDS

/** Without a zone it is UTC: both formats say so. */
function offsetIn(zone = 'Z'): number {
  if (zone.toUpperCase() === 'Z') return 0
  const size = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60
  return zone.startsWith('-') ? -size : size
}

/** Reads a number with a point or, as some programs write it, a comma; undefined for anything else. */
export function readNumber(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const value = Number(text.includes(',') ? text.replace(',', '.') : text)
  return Number.isFinite(value) ? value : undefined
}
