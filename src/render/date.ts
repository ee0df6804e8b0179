import type { CalendarDate } from '../base/calendar.ts'
import { dayOf, weekdayOf } from '../base/calendar.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Mon`. */
export function weekdayText(date: CalendarDate): string {
  const name = weekdayOf(dayOf(date)).slice(0, 3)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** `Mon 23 Mar`, ten cells at most. */
export const dateText = (date: CalendarDate): string =>
  `${weekdayText(date)} ${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`

/** `Mon 23 Mar - Sun 29 Mar 2026`; the first year only where it is another one. */
export function weekText(week: { readonly start: CalendarDate; readonly end: CalendarDate }): string {
  const [from, to] = [week.start.slice(0, 4), week.end.slice(0, 4)]
  return `${dateText(week.start)}${from === to ? '' : ` ${from}`} - ${dateText(week.end)} ${to}`
}

/** `23 Mar`, where the weekday goes without saying. */
export const dayMonth = (date: CalendarDate): string => dateText(date).slice(4)
