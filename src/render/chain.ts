import { addDays, dateOf, dayOf, weekdayOf, type CalendarDate } from '../base/calendar.ts'
import type { ChainDay, Status } from '../engine/status.ts'
import { dateText, weekdayText } from './date.ts'
import { indented, paragraph, section, type Page } from './page.ts'

type Chain = NonNullable<Status['chain']>

const MARKS: Readonly<Record<ChainDay['state'], string>> = { free: '+', pain: 'x', missing: '?', late: '~' }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `today`, `tomorrow`, or the date. */
function soonText(date: CalendarDate, today: CalendarDate): string {
  if (date === today) return 'today'
  return date === dateOf(addDays(dayOf(today), 1)) ? 'tomorrow' : dateText(date)
}

function dayName(date: CalendarDate, today: CalendarDate): string {
  return date === today ? 'today' : capital(weekdayOf(dayOf(date)))
}

function gapText({ date, state, answerUntil }: ChainDay, today: CalendarDate): string {
  const day = dayName(date, today)
  if (state === 'pain') return `${day} with pain`
  if (state === 'late') return `${day} answered too late to count`
  if (date === today) return 'today still to be answered'
  if (answerUntil === null) return `${day} missing, and too late to answer`
  return `${day} missing, may still be answered until ${soonText(answerUntil, today)}`
}

/** Nothing said later can mend this day. */
const isBroken = ({ state, answerUntil }: ChainDay): boolean =>
  state === 'pain' || state === 'late' || (state === 'missing' && answerUntil === null)

/** How many days it would be if all that may still be answered had been free of pain; today is not over. */
const couldBe = (since: readonly ChainDay[], today: CalendarDate): number =>
  since.filter(({ state, date }) => state === 'free' || (state === 'missing' && date !== today)).length

/** The chain in words: `3 of 7, 5 if ..., Wednesday missing, may still be answered until tomorrow`. */
export function chainText({ have, need, days }: Chain, today: CalendarDate): string {
  const broken = days.findLastIndex(isBroken)
  const since = days.slice(broken + 1)
  const could = Math.min(need, couldBe(since, today))
  const gaps = [...days.slice(Math.max(0, broken), broken + 1), ...since]
    .filter(({ state }) => state !== 'free')
    .map((day) => gapText(day, today))
  const mended = could > have ? [`${could} if what is missing was free of pain`] : []
  return [`${have} of ${need}`, ...mended, ...gaps].join(', ')
}

/** The days that open running, a mark each, and what stands in the way. */
export function chainLines(chain: Chain | null, today: CalendarDate, page: Page): string[] {
  if (chain === null) return []
  const marks = chain.days.map(({ date, state }) => `${weekdayText(date)}${MARKS[state]}`).join(' ')
  const seen = new Set(chain.days.map(({ state }) => state))
  const legend = [
    ...(seen.has('free') ? ['+ free of pain'] : []),
    ...(seen.has('pain') ? ['x pain'] : []),
    ...(seen.has('missing') ? ['? not answered'] : []),
    ...(seen.has('late') ? ['~ answered late'] : []),
  ].join(', ')
  return section(
    'Days in a row without pain',
    [
      ...paragraph(marks, page),
      ...paragraph(`${chainText(chain, today)}.`, page),
      ...(legend === '' ? [] : indented(legend, page, page.paint.muted)),
    ],
    page,
  )
}
