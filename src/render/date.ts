import type { CalendarDate } from '../base/calendar.ts'
import { dateText } from '../base/date-text.ts'

/** `Mon 23 Mar - Sun 29 Mar 2026`; the first year only where it is another one. */
export function weekText(week: { readonly start: CalendarDate; readonly end: CalendarDate }): string {
  const [from, to] = [week.start.slice(0, 4), week.end.slice(0, 4)]
  return `${dateText(week.start)}${from === to ? '' : ` ${from}`} - ${dateText(week.end)} ${to}`
}

/** `23 Mar`, where the weekday goes without saying. */
export const dayMonth = (date: CalendarDate): string => dateText(date).slice(4)
