import type { DayLook } from '../engine/look.ts'
import { painText } from './answer.ts'
import { dateText } from './date.ts'
import { frameText } from './frame.ts'
import { nextRunText, outcomeText } from './outcome.ts'
import { pageOf, paragraph, type PageOptions } from './page.ts'
import { phaseText } from './phase.ts'
import { todayText } from './today.ts'

const MOST_LINES = 8

/** Today in at most eight lines: the phase, what hurts, what is on, and what follows if all stays quiet. */
export function renderBrief(look: DayLook, options: PageOptions): string {
  const page = pageOf(options)
  const { week, date, sessions, leads } = look
  const run = sessions.find(({ type, done }) => type === 'run' && !done)
  const pain = painText(look)
  // What is still open counts as unknown in every lead: it is about to be asked, and then the answer says it.
  const quiet = week.owed.length === 0 ? leads[0] : undefined
  const lines = [
    ...paragraph(`${dateText(date)}: ${phaseText(week.phase)}`, page, page.paint.heading),
    ...(pain === '' ? [] : paragraph(pain, page, page.paint.stop)),
    ...(week.referral === null
      ? []
      : paragraph('See a clinician: itb plan says why.', page, page.paint.stop)),
    ...paragraph(todayText(look, page), page),
    ...(run === undefined || run.steps.length === 0 ? [] : paragraph(`${frameText(run.steps)}.`, page)),
    ...(run === undefined ? paragraph(nextRunText(look, page), page) : []),
    ...(quiet === undefined
      ? []
      : paragraph(`If all stays at 0: ${outcomeText(quiet, week, page)}.`, page, page.paint.muted)),
  ]
  return `${lines.slice(0, MOST_LINES).join('\n')}\n`
}
