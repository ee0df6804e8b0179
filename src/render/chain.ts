import { addDays, dateOf, dayOf, weekdayOf, type CalendarDate } from '../base/calendar.ts'
import type { ChainDay, Status } from '../engine/status.ts'
import { dateText, weekdayText } from '../base/date-text.ts'
import { indented, paragraph, section, type Page } from './page.ts'

type Chain = NonNullable<Status['chain']>

const MARKS: Readonly<Record<ChainDay['state'], string>> = {
  free: '+',
  pain: 'x',
  missing: '?',
  late: '~',
  painkiller: '!',
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `today`, `tomorrow`, or the date. */
function soonText(date: CalendarDate, today: CalendarDate): string {
  if (date === today) return 'today'
  return date === dateOf(addDays(dayOf(today), 1)) ? 'tomorrow' : dateText(date)
}

function dayName(date: CalendarDate, today: CalendarDate): string {
  return date === today ? 'today' : capital(weekdayOf(dayOf(date)))
}

/** Why the count is not higher where nothing said later can mend it. */
function brokenText({ date, state }: ChainDay, today: CalendarDate): string {
  const day = dayName(date, today)
  if (state === 'pain') return `${day} was not free of pain`
  if (state === 'painkiller') return `${day} was on a painkiller, and the knee could not be heard`
  return state === 'late' ? `${day} was answered too late to count` : `${day} is missing, too late to answer`
}

const joined = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`

/** The days that may still be answered, with the last day for each. */
function answerableText(missing: readonly ChainDay[], today: CalendarDate): string {
  const days = joined(missing.map(({ date }) => dayName(date, today)))
  const ends = joined(
    missing.flatMap(({ answerUntil }) => answerUntil ?? []).map((end) => soonText(end, today)),
  )
  return `${days} ${missing.length === 1 ? 'is' : 'are'} missing and can be answered until ${ends}`
}

const isBroken = ({ state, answerUntil }: ChainDay): boolean =>
  state === 'pain' ||
  state === 'late' ||
  state === 'painkiller' ||
  (state === 'missing' && answerUntil === null)

/** The chain in one sentence: `5 of 7; Wednesday is missing and can be answered until tomorrow`. */
export function chainText({ have, need, days }: Chain, today: CalendarDate): string {
  const at = days.findLastIndex(isBroken)
  const broken = days[at]
  // Today is not over: it is asked for elsewhere and nothing is missing yet.
  const missing = days.slice(at + 1).filter(({ state, date }) => state === 'missing' && date !== today)
  const count = `${have} of ${need}`
  if (missing.length > 0) return `${count}; ${answerableText(missing, today)}`
  return broken === undefined ? count : `${count}; ${brokenText(broken, today)}`
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
    ...(seen.has('painkiller') ? ['! on a painkiller'] : []),
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
