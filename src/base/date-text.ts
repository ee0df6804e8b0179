import { type CalendarDate, dayOf, weekdayOf } from './calendar.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Mon`. */
export function weekdayText(date: CalendarDate): string {
  const name = weekdayOf(dayOf(date)).slice(0, 3)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** `Mon 23 Mar`, ten cells at most. */
export const dateText = (date: CalendarDate): string =>
  `${weekdayText(date)} ${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`
