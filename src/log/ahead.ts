import { addDays, type CalendarDate, dateOf, dayOf } from '../base/calendar.ts'
import type { Problem } from '../base/problem.ts'
import type { Entry } from './schema.ts'

/** Whoever travels east may be a day ahead of the time zone the log is kept in. */
const DAYS_OF_GRACE = 1

/** True for a day that has come nowhere yet. */
export const isAhead = (date: CalendarDate, today: CalendarDate): boolean =>
  date > dateOf(addDays(dayOf(today), DAYS_OF_GRACE))

/** What cannot have happened yet: days off alone are logged ahead, and the last day of a limit. */
export function lateFaults(entries: readonly Entry[], today: CalendarDate): Problem[] {
  return entries
    .filter(({ type, date }) => type !== 'absence' && isAhead(date, today))
    .map(({ type, date }) => ({
      code: 'future-entry',
      message: `this entry (${type}) is dated ${date}, and today is ${today}`,
      hint: 'Give the day on which it happened. Only days off are logged ahead: itb log absence',
    }))
}
