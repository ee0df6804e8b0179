import { isOfRun, reasonsText } from '../base/pain-reasons.ts'
import type { DayLook } from '../engine/look.ts'
import { distanceText } from '../base/amount-text.ts'
import { clearedText, noticeLines } from './notice.ts'
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

const WALK_HOME = ': stop, and walk home if you are out'

/** What today's pain amounts to and what to do about it; empty where nothing hurt. */
export function painText({ grade, reasons }: Pick<DayLook, 'grade' | 'reasons'>): string {
  const said = SAID[grade]
  if (said === undefined) return ''
  const why = reasonsText(reasons)
  if (grade === 'S4') {
    const sign = why === '' ? said : `${why.charAt(0).toUpperCase()}${why.slice(1)}`
    return `${sign}: stop, and let a clinician look at it.`
  }
  return `${said}${why === '' ? '' : ` (${why})`}${grade !== 'S1' && isOfRun(reasons) ? WALK_HOME : ''}.`
}

/** Mild pain is a reason for care, and what is worse a reason to stop. */
export const painTone = ({ grade }: Pick<DayLook, 'grade'>, { paint }: Page): ((text: string) => string) =>
  grade === 'S1' ? paint.caution : paint.stop

/** Nothing hurts today, as far as it was said. */
export const isQuiet = ({ grade }: DayLook): boolean => grade === 'S0' || grade === 'U'

function nextWeekText(look: DayLook, page: Page): string {
  const { verdict, phase, running } = look.next
  // That nothing is run next week the line before has said, with the day of the first run where one is known.
  if (look.nextRun === null && running.distanceMeters === 0) return ''
  const after = outcomeText({ verdict, phase, distanceMeters: running.distanceMeters }, look, page)
  // The words say of themselves that it is the next week.
  const bare = after.replace(' next week', '')
  return `Next week${isQuiet(look) ? ', if all stays at 0' : ''}: ${bare}.`
}

/** What this week comes to where it is beyond its plan and the rules hold the next one for it. */
function tooMuchText({ next }: DayLook, page: Page): string {
  const { last } = next.running
  // Where pain cut the week there is more to say than that it was too much.
  if (
    next.verdict !== 'hold' ||
    last === null ||
    last.plannedMeters === null ||
    last.actualMeters <= last.plannedMeters
  )
    return ''
  const isHeld = next.findings.some(({ verdict, saw }) => verdict === 'hold' && saw['keepShare'] === 1)
  if (!isHeld) return ''
  const run = distanceText(last.actualMeters, page.units).replace(/ \w+$/, '')
  const planned = distanceText(last.plannedMeters, page.units)
  const held = 'It is never banked, and next week is held.'
  return `More than planned: this week comes to ${run} of ${planned}. ${held}`
}

/** The answer for today: the pain, the next run, the next week, whom to see. */
export function answerLines(look: DayLook, page: Page, assumed = ''): string[] {
  const pain = painText(look)
  const tooMuch = tooMuchText(look, page)
  const isStopped = look.week.phase === 'stop'
  const cleared = look.isCleared ? clearedText(look) : ''
  const ahead = [cleared, nextRunText(look, page), nextWeekText(look, page)]
  const after = isStopped ? `${phaseText('stop')}.` : ahead.filter((text) => text !== '').join(' ')
  return [
    ...(pain === '' ? [] : paragraph(pain, page, painTone(look, page))),
    ...(assumed === '' ? [] : paragraph(assumed, page, page.paint.caution)),
    ...(tooMuch === '' ? [] : paragraph(tooMuch, page, page.paint.caution)),
    ...paragraph(after, page, isStopped ? page.paint.stop : undefined),
    ...noticeLines(look, page),
  ]
}
