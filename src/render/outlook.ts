import { distanceText, durationText } from '../base/amount-text.ts'
import type { Plan } from '../engine/plan.ts'
import { aheadLines } from './ahead.ts'
import { dateText } from '../base/date-text.ts'
import { decisionLines } from './head.ts'
import { labelled, pageOf, type Page, type PageOptions } from './page.ts'
import { whole } from './wrap.ts'

/** Two weeks in a few lines: what was decided, the days of the runs, or from when on there can be one. */
export function renderOutlook([running, next]: readonly [Plan, Plan], options: PageOptions): string {
  const page = pageOf(options)
  const hasRuns = running.running.sessions + next.running.sessions > 0
  const lines = [
    ...weekLines(running, page),
    ...weekLines(next, page),
    ...(hasRuns ? [] : aheadLines(running, page)),
  ]
  return `${lines.join('\n')}\n`
}

function weekLines(plan: Plan, page: Page): string[] {
  const runs = plan.sessions.filter(({ type }) => type === 'run')
  const days = runs.map(({ date, durationSeconds, distanceMeters }) => {
    const amount =
      plan.running.unit === 'time'
        ? durationText(durationSeconds ?? 0)
        : distanceText(distanceMeters ?? 0, page.units)
    return whole(`${dateText(date)} ${amount}`)
  })
  return [...decisionLines(plan, page), ...(days.length === 0 ? [] : labelled('Runs', days.join(', '), page))]
}
