import type { DayLook } from '../engine/look.ts'
import { referralLines } from './head.ts'
import { nextRunText, outcomeText } from './outcome.ts'
import { paragraph, type Page } from './page.ts'
import { phaseText } from './phase.ts'

type Grade = DayLook['grade']

const SAID: Readonly<Record<Grade, string | undefined>> = {
  S0: undefined,
  U: undefined,
  S1: 'Mild pain',
  S2: 'Moderate pain',
  S3: 'Severe pain',
  S4: 'A warning sign',
}

const DOES: Readonly<Record<Grade, string>> = {
  S0: '',
  U: '',
  S1: '',
  S2: ': stop, and walk home if you are out',
  S3: ': stop, and walk home if you are out',
  S4: ': stop, and let a clinician look at it',
}

/** What today's pain amounts to and what to do about it; empty where nothing hurt. */
export function painText({ grade, reasons }: Pick<DayLook, 'grade' | 'reasons'>): string {
  const said = SAID[grade]
  if (said === undefined) return ''
  return `${said}${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}${DOES[grade]}.`
}

/** Mild pain is a reason for care, and what is worse a reason to stop. */
export const painTone = ({ grade }: Pick<DayLook, 'grade'>, { paint }: Page): ((text: string) => string) =>
  grade === 'S1' ? paint.caution : paint.stop

/** Whom to see; what was said today may be in next week's plan before it is in this one's. */
export const noticeLines = ({ week, next }: DayLook, page: Page): string[] =>
  referralLines({ referral: week.referral ?? next.referral, verdict: week.verdict }, page)

const isQuiet = ({ grade }: DayLook): boolean => grade === 'S0' || grade === 'U'

function nextWeekText(look: DayLook, page: Page): string {
  const { verdict, phase, running } = look.next
  const after = outcomeText({ verdict, phase, distanceMeters: running.distanceMeters }, look.week, page)
  // The words say of themselves that it is the next week.
  const bare = after.replace(' next week', '')
  return `Next week${isQuiet(look) ? ', if all stays at 0' : ''}: ${bare}.`
}

/** The answer for today, in one to four lines: the pain, the next run, the next week, whom to see. */
export function answerLines(look: DayLook, page: Page): string[] {
  const pain = painText(look)
  const isStopped = look.week.phase === 'stop'
  const after = isStopped ? `${phaseText('stop')}.` : `${nextRunText(look, page)} ${nextWeekText(look, page)}`
  return [
    ...(pain === '' ? [] : paragraph(pain, page, painTone(look, page))),
    ...paragraph(after, page, isStopped ? page.paint.stop : undefined),
    ...noticeLines(look, page),
  ]
}
