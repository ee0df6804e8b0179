import { distanceText } from '../base/amount-text.ts'
import type { DayLook, Lead } from '../engine/look.ts'
import type { Plan } from '../engine/plan.ts'
import { dateText } from './date.ts'
import type { Page } from './page.ts'
import { shortPhaseText } from './phase.ts'
import { whatText } from './session.ts'

/** What a week comes to, as far as it differs from the running one. */
type Outcome = Pick<Lead, 'verdict' | 'phase' | 'distanceMeters'>

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const

const daysOff = (days: number): string => `${COUNTS[days] ?? days} ${days === 1 ? 'day' : 'days'} off`

function stageText({ verdict, phase }: Outcome, now: Plan): string {
  const isLess = verdict === 'step-back' || verdict === 'reduce' || verdict === 'break'
  if (phase !== now.phase) return `${isLess ? 'back to ' : ''}${shortPhaseText(phase)}, `
  return isLess ? `${shortPhaseText(phase)} again, ` : ''
}

/** The week after in a few words: `10.0 km next week`, `9.1 km again`, `back to stage 1, 7.5 km`. */
export function outcomeText(outcome: Outcome, now: Plan, page: Page): string {
  const { verdict, distanceMeters, phase } = outcome
  if (verdict === 'stop') return 'stop; no running until a clinician has cleared you'
  const isEnd = verdict === 'break' && now.running.distanceMeters > 0
  if (distanceMeters === 0) return isEnd ? 'stop; no running next week' : 'no running next week'
  const distance = distanceText(distanceMeters, page.units)
  if (verdict === 'hold' && phase === now.phase)
    return distanceMeters === now.running.distanceMeters ? `${distance} again` : `hold at ${distance}`
  return `${stageText(outcome, now)}${distance}${verdict === 'progress' ? ' next week' : ''}`
}

/** Where some scores of the next run lead: `3-5: two days off, back to stage 1, 7.5 km`. */
export function leadText(lead: Lead, now: Plan, page: Page): string {
  const after = outcomeText(lead, now, page)
  const isOver = lead.verdict === 'stop' || lead.verdict === 'break'
  const rest = lead.runFreeDays === 0 || isOver ? '' : `${daysOff(lead.runFreeDays)}, `
  const back = lead.firstRun === null ? '' : `; first run not before ${dateText(lead.firstRun)}`
  return `${lead.scores}: ${rest}${after}${back}`
}

/** When the next run is, and the days before it that pain keeps free. */
export function nextRunText({ noRunUntil, nextRun, week }: DayLook, page: Page): string {
  const free = noRunUntil === null ? '' : `No run until after ${dateText(noRunUntil)}. `
  if (nextRun === null) return `${free}No run is planned in this week or the next.`
  return `${free}Next run ${dateText(nextRun.date)}: ${whatText(nextRun, week.running.unit, page)}.`
}
