import { WEEKDAYS, type Weekday } from '../base/calendar.ts'

/** A weekday by its name in lower case or by its first three letters and more. */
export const weekdayMeant = (word: string): Weekday | undefined =>
  WEEKDAYS.find((day) => word.length > 2 && day.startsWith(word))

/** Weekdays and spans of them, in the order of the week; `all` is every day. */
export function daysMeant(text: string): readonly Weekday[] | undefined {
  const words = text
    .toLowerCase()
    .replaceAll(/\s*-\s*/g, '-')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  if (words.length === 1 && words[0] === 'all') return WEEKDAYS
  const spans = words.map(spanMeant)
  const chosen = new Set(spans.flatMap((span) => span ?? []))
  return spans.includes(undefined) || chosen.size === 0
    ? undefined
    : WEEKDAYS.filter((day) => chosen.has(day))
}

/** `fri-mon` runs over the end of the week. */
function spanMeant(word: string): readonly Weekday[] | undefined {
  const ends = word.split('-')
  const [from, to] = [weekdayMeant(ends[0] ?? ''), weekdayMeant(ends.at(-1) ?? '')]
  if (from === undefined || to === undefined || ends.length > 2) return undefined
  const [first, last] = [WEEKDAYS.indexOf(from), WEEKDAYS.indexOf(to)]
  return WEEKDAYS.filter((_, index) =>
    first <= last ? first <= index && index <= last : first <= index || index <= last,
  )
}
