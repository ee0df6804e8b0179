import type { DayLook } from '../engine/look.ts'
import { painText } from './answer.ts'
import { dateText } from '../base/date-text.ts'
import { frameText } from './frame.ts'
import { nextRunText, outcomeText } from './outcome.ts'
import { pageOf, paragraph, type PageOptions } from './page.ts'
import { phaseToday, shortNotice } from './notice.ts'
import { todayText } from './today.ts'

const MOST_LINES = 8

/** Today in at most eight lines: the phase, what hurts, what is on, and what follows if all stays quiet. */
export function renderBrief(look: DayLook, options: PageOptions): string {
  const page = pageOf(options)
  const { week, date, sessions, leads } = look
  const run = sessions.find(({ type, done }) => type === 'run' && !done)
  const pain = painText(look)
  const next = nextRunText(look, page)
  // What is still open counts as unknown in every lead: it is about to be asked, and then the answer says it.
  const lead = week.owed.length === 0 ? leads[0] : undefined
  // Where nothing is run the day of the first run has been said, and is said once.
  const quiet = lead?.distanceMeters === 0 && look.nextRun === null ? undefined : lead
  const lines = [
    ...paragraph(`${dateText(date)}: ${phaseToday(look)}`, page, page.paint.heading),
    ...(pain === '' ? [] : paragraph(pain, page, page.paint.stop)),
    ...shortNotice(look, page),
    ...paragraph(todayText(look, page), page),
    ...(run === undefined || run.steps.length === 0 ? [] : paragraph(`${frameText(run.steps)}.`, page)),
    ...(run !== undefined || next === '' ? [] : paragraph(next, page)),
    ...(quiet === undefined
      ? []
      : paragraph(`If all stays at 0: ${outcomeText(quiet, look, page)}.`, page, page.paint.muted)),
  ]
  return `${lines.slice(0, MOST_LINES).join('\n')}\n`
}
