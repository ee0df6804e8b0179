import { type CalendarDate, dateOf, type Day } from '../base/calendar.ts'
import { dateText } from '../base/date-text.ts'
import type { AbsenceEntry } from '../log/schema.ts'

/** Days off that were announced: their first and last one, and why where that was said. */
export interface Away {
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly reason: string | null
}

/** The days off that touch a span of days, the earliest first. */
export const awayIn = (absences: readonly AbsenceEntry[], from: Day, until: Day): readonly Away[] =>
  absences
    .map(({ date, until: last, reason }) => ({ from: date, until: last ?? date, reason: reason ?? null }))
    .filter((away) => away.from <= dateOf(until) && away.until >= dateOf(from))
    .sort((a, b) => (a.from < b.from ? -1 : 1))

/** What a plan says of days off; why they are is the runner's own, and a plan is shown around. */
export function awayText({ from, until }: Away): string {
  const days = from === until ? dateText(from) : `${dateText(from)} to ${dateText(until)}`
  return `Away ${days}: no run on these days, and none made up for.`
}
