import {
  addDays,
  dateOf,
  dayOf,
  isCalendarDate,
  weekdayIndex,
  WEEKDAYS,
  weekStartOf,
  type CalendarDate,
  type Weekday,
} from '../base/calendar.ts'

/** The date meant by `2026-03-02`, `today`, `yesterday` or `mon`, the last Monday, today included. */
export function dateMeant(word: string, today: CalendarDate): CalendarDate | undefined {
  if (isCalendarDate(word)) return word
  if (word === 'today') return today
  if (word === 'yesterday') return shifted(today, -1)
  const weekday = weekdayMeant(word)
  return weekday === undefined ? undefined : shifted(today, -((weekdayIndex(dayOf(today)) - weekday + 7) % 7))
}

/** The first day of the week somebody means; of a weekday the next one counts, today included. */
export function weekMeant(word: string, today: CalendarDate, start: Weekday): CalendarDate | undefined {
  if (word === 'this') return weekOf(today, start)
  if (word === 'next') return shifted(weekOf(today, start), 7)
  const weekday = weekdayMeant(word)
  const date =
    weekday === undefined
      ? dateMeant(word, today)
      : shifted(today, (weekday - weekdayIndex(dayOf(today)) + 7) % 7)
  return date && weekOf(date, start)
}

/** The first day of the week that holds a date. */
export const weekOf = (date: CalendarDate, start: Weekday): CalendarDate =>
  dateOf(weekStartOf(dayOf(date), start))

/** The next week to start; today counts as its first day. */
export const nextWeek = (today: CalendarDate, start: Weekday): CalendarDate =>
  weekOf(shifted(today, 6), start)

/** How many weeks lie between two first days. */
export const weeksBetween = (from: CalendarDate, to: CalendarDate): number => (dayOf(to) - dayOf(from)) / 7

const shifted = (date: CalendarDate, days: number): CalendarDate => dateOf(addDays(dayOf(date), days))

function weekdayMeant(word: string): number | undefined {
  const index = WEEKDAYS.findIndex((day) => day === word || day.slice(0, 3) === word)
  return index === -1 ? undefined : index
}
