import { type CalendarDate, isCalendarDate } from '../base/calendar.ts'
import { plain } from './csv-plain.ts'

/** A day and a clock as they are written, of whichever zone. */
export interface Moment {
  readonly date: CalendarDate
  /** Such as `07:05:09`. */
  readonly time: string
}

/** Whether the first of two numbers is the day or the month; undefined where a file does not tell. */
export type DayOrder = 'day-first' | 'month-first' | undefined

/** How months begin in the languages, without accents; no beginning means two months. */
const MONTHS = [
  ['jan', 'ene', 'gen', 'sty'],
  ['feb', 'fev', 'lut'],
  ['mar', 'mrz', 'mrt', 'maa'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'mei', 'maj', 'mag'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'ago', 'aou', 'sie'],
  ['sep', 'set', 'wrz', 'sze'],
  ['oct', 'okt', 'out', 'ott', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'des', 'dic', 'gru'],
]
const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:z|utc|gmt|\+00:?00)?$/i
const TIME = /(\d{1,2})\s?[:.h]\s?(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\s?\.?\s?m\b\.?)?$/i
/** What may stand around a date without changing it. */
const FILLERS = new Set(
  'de|del|a|at|um|kl|klo|den|om|alle|ore|o|g|godz|uhr|le|il|el|em|as|the|th|st|nd|rd|utc'.split('|'),
)
/** No date is longer; a cell that goes on is something else. */
const LONGEST = 60
const ORDERED = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/

/** Which of two numbers is the day, by the dates of a file that can be read in one way only. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  const told = new Set<DayOrder>()
  for (const cell of cells) {
    const [, first, second] = ORDERED.exec(cell.trim()) ?? []
    if (first !== undefined && cell.trim().charAt(first.length) === '.') told.add('day-first')
    else if (Number(first) > 12) told.add('day-first')
    else if (Number(second) > 12) told.add('month-first')
  }
  return told.size === 1 ? [...told][0] : undefined
}

/** Reads a date with its time, in words or numbers; undefined where any of it is not understood. */
export function momentIn(cell: string, order: DayOrder): Moment | undefined {
  if (cell.length > LONGEST) return undefined
  const text = cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
  const iso = ISO.exec(text)
  if (iso !== null) {
    const [, year, month, day, hours = '', minutes = '', seconds = '00'] = iso
    return momentOf([year, month, day], [hours, minutes, seconds])
  }
  const clock = TIME.exec(text)
  if (clock === null) return undefined
  const [, hours = '', minutes = '', seconds = '00', half] = clock
  const day = dayIn(text.slice(0, clock.index), order)
  const hour = hourOf(Number(hours), half?.toLowerCase())
  return day === undefined || hour === undefined ? undefined : momentOf(day, [String(hour), minutes, seconds])
}

function hourOf(hours: number, half: string | undefined): number | undefined {
  if (half === undefined) return hours
  if (hours < 1 || hours > 12) return undefined
  return (hours % 12) + (half === 'p' ? 12 : 0)
}

/** Year, month and day, in whichever order they stand. */
function dayIn(text: string, order: DayOrder): readonly string[] | undefined {
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '' && !FILLERS.has(word))
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const names = words.filter((word) => !/^\d+$/.test(word))
  const [first = '', second = '', third = ''] = numbers
  if (names.length === 0 && numbers.length === 3) {
    if (first.length === 4) return [first, second, third]
    if (order === undefined || third.length !== 4) return undefined
    return order === 'day-first' ? [third, second, first] : [third, first, second]
  }
  const month = names.length === 1 ? monthOf(names[0] ?? '') : undefined
  if (month === undefined || numbers.length !== 2) return undefined
  return first.length === 4 ? [first, month, second] : [second, month, first]
}

function monthOf(name: string): string | undefined {
  const index = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => name.startsWith(beginning)))
  return index < 0 ? undefined : String(index + 1)
}

function momentOf(day: readonly (string | undefined)[], clock: readonly string[]): Moment | undefined {
  const [year = '', month = '', date = ''] = day
  const [hours = '', minutes = '', seconds = ''] = clock.map((part) => part.padStart(2, '0'))
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!/^(19|20)/.test(year) || !isCalendarDate(written)) return undefined
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return { date: written, time: `${hours}:${minutes}:${seconds}` }
}
