import type { DayLook } from '../engine/look.ts'
import type { Notice, Referral } from '../engine/plan.ts'
import { dateText } from '../base/date-text.ts'
import { referralLines } from './head.ts'
import { paragraph, type Page } from './page.ts'
import { phaseText } from './phase.ts'
import { wrap } from './wrap.ts'

type Weeks = Pick<DayLook, 'week' | 'next' | 'isCleared'>

/** The phase as a heading of today says it; a stop that was lifted is one no more. */
export const phaseToday = (weeks: Weeks): string =>
  weeks.isCleared
    ? `Cleared by a clinician, ${phaseText(weeks.next.phase).toLowerCase()}`
    : phaseText(weeks.week.phase)

/** What a clearance opens, and from when on. */
export function clearedText({ next }: Weeks): string {
  const strength = next.sessions.find(({ type }) => type === 'strength')
  const from = strength === undefined ? '' : `: strength from ${dateText(strength.date)}`
  return `Cleared by a clinician${from}, no run yet.`
}

/** Whom to see; what was said today may be in next week's plan before it is in this one's. */
function noticeOf({ week, next }: Weeks): Referral | null {
  const all = [week.referral, next.referral].flatMap((told) => (told === null ? [] : [told, ...told.also]))
  const once = all.filter((told, index) => all.findIndex(({ notice }) => notice === told.notice) === index)
  const [first, ...also] = [...once].sort((a, b) => rankOf(a) - rankOf(b))
  return first === undefined ? null : { ...first, also }
}

const rankOf = ({ urgency }: Notice): number => (urgency === 'now' ? 0 : 1)

/** The notice in full, above everything that is planned. */
export const noticeLines = (weeks: Weeks, page: Page): string[] =>
  referralLines({ referral: noticeOf(weeks), verdict: weeks.week.verdict }, page)

// Two lines of a terminal of the usual width; a narrower one breaks the same words more often.
const SHORT = { width: 80, lines: 2 }

/** The notice for a short page: as many sentences as two lines hold, the longest one always among them. */
export function shortNotice(weeks: Weeks, page: Page): string[] {
  const notice = noticeOf(weeks)
  if (notice === null) return []
  const sentences = notice.text.split(/(?<=\.) /)
  const longest = sentences.reduce(
    (at, sentence, index) => (sentence.length > (sentences[at] ?? '').length ? index : at),
    0,
  )
  let [from, to] = [0, sentences.length]
  const text = (): string => sentences.slice(from, to).join(' ')
  while (to - from > 1 && wrap(text(), SHORT.width).length > SHORT.lines) {
    if (to - 1 > longest) to--
    else from++
  }
  const tone = notice.urgency === 'now' ? page.paint.stop : page.paint.caution
  return paragraph(text(), page, tone)
}
