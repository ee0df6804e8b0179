import { DateTime } from 'luxon'
import { isCalendarDate, type CalendarDate } from './calendar.ts'

/** The date a moment falls on in a time zone; undefined where there is no such zone. */
export function dateInZone(instant: string, zone: string): CalendarDate | undefined {
  const date = DateTime.fromISO(instant, { zone }).toISODate() ?? ''
  return isCalendarDate(date) ? date : undefined
}
