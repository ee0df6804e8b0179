import { DateTime } from 'luxon'
import { isCalendarDate, type CalendarDate } from './calendar.ts'

/** What a clock on the wall shows: the date, and the time of day such as `07:10`. */
export interface LocalTime {
  readonly date: CalendarDate
  readonly clock: string
}

/** What the clocks of a time zone show at a moment in UTC; undefined where there is no such zone. */
export function timeInZone(instant: string, zone: string): LocalTime | undefined {
  const local = DateTime.fromISO(instant, { zone })
  const date = local.toISODate() ?? ''
  return isCalendarDate(date) ? { date, clock: local.toFormat('HH:mm') } : undefined
}
