import { WEEKDAYS, isCalendarDate } from '../../base/calendar.ts'

/**
 * A date before the form, `log yesterday run 5k 25:00`, as the flag that says the same: the words after
 * `log` choose a form before anybody looks for a date.
 */
export function dateFirst(argv: readonly string[], forms: () => readonly string[]): readonly string[] {
  const [command, date, form, ...rest] = argv
  if (command !== 'log' || date === undefined || form === undefined) return argv
  return isDay(date) && forms().includes(form) ? [command, form, '--date', date, ...rest] : argv
}

const DAYS: readonly string[] = [
  'today',
  'yesterday',
  ...WEEKDAYS,
  ...WEEKDAYS.map((weekday) => weekday.slice(0, 3)),
]

/** A day as it may stand before a form. */
export const isDay = (word: string): boolean => DAYS.includes(word) || isCalendarDate(word)
