import { distanceText } from '../base/amount-text.ts'
import { countText } from '../base/count-text.ts'
import type { DayLook, Lead } from '../engine/look.ts'
import { isBehindGate, firstRunText } from './first-run.ts'
import { dateText } from '../base/date-text.ts'
import type { Page } from './page.ts'
import { shortPhaseText } from './phase.ts'
import { whatText } from './session.ts'

/** What a week comes to, as far as it differs from the running one. */
type Outcome = Pick<Lead, 'verdict' | 'phase' | 'distanceMeters'>

type Weeks = Pick<DayLook, 'week' | 'next'>

const daysOff = (days: number): string => `${countText(days)} ${days === 1 ? 'day' : 'days'} off`

function stageText({ verdict, phase }: Outcome, { week }: Weeks): string {
  const isLess = verdict === 'step-back' || verdict === 'reduce' || verdict === 'break'
  if (phase !== week.phase) return `${isLess ? 'back to ' : ''}${shortPhaseText(phase)}, `
  // A cut that began today is the first of its phase, whatever the running week is called by now.
  if (verdict === 'reduce') return `${shortPhaseText(phase)}, `
  if (verdict === 'step-back' && !phase.startsWith('return-')) return 'one step back, '
  return isLess ? `${shortPhaseText(phase)} again, ` : ''
}

/** What this week was planned to be; of a week that has begun, its plan says only what is left. */
const plannedMeters = ({ week, next }: Weeks): number =>
  next.running.last?.plannedMeters ?? week.running.distanceMeters

function heldText(meters: number, weeks: Weeks, distance: string): string {
  const planned = plannedMeters(weeks)
  if (meters === planned) return `${distance} again`
  return meters < planned ? `down to ${distance}` : `hold at ${distance}`
}

/** The week after in a few words: `10.0 km next week`, `9.1 km again`, `back to stage 1, 7.5 km`. */
export function outcomeText(outcome: Outcome, weeks: Weeks, page: Page): string {
  const { verdict, distanceMeters, phase } = outcome
  if (verdict === 'stop') return 'stop; no running until a clinician has cleared you'
  const isEnd = verdict === 'break' && weeks.week.running.distanceMeters > 0
  if (distanceMeters === 0) return isEnd ? 'stop; no running next week' : 'no running next week'
  const distance = distanceText(distanceMeters, page.units)
  if (verdict === 'hold' && phase === weeks.week.phase) return heldText(distanceMeters, weeks, distance)
  return `${stageText(outcome, weeks)}${distance}${verdict === 'progress' ? ' next week' : ''}`
}

/** Where scores of the next run lead, those that lead to the same together: `0 or 1-2: 10.0 km again`. */
export function leadTexts(leads: readonly Lead[], weeks: Weeks, page: Page): readonly string[] {
  const by = new Map<string, string[]>()
  for (const lead of leads) {
    const text = afterText(lead, weeks, page)
    by.set(text, [...(by.get(text) ?? []), lead.scores])
  }
  return [...by].map(([text, scores]) => `${scores.join('; or ')}: ${text}`)
}

/** What becomes of the runner's next days and week: `two days off, back to stage 1, 7.5 km`. */
function afterText(lead: Lead, weeks: Weeks, page: Page): string {
  const after = outcomeText(lead, weeks, page)
  const isOver = lead.verdict === 'stop' || lead.verdict === 'break'
  const rest = lead.runFreeDays === 0 || isOver ? '' : `${daysOff(lead.runFreeDays)}, `
  const back = lead.firstRun === null ? '' : `; first run not before ${dateText(lead.firstRun)}`
  return `${rest}${after}${back}`
}

/** When the next run is, what it waits for, and the days that pain keeps free; empty in a stop. */
export function nextRunText(look: DayLook, page: Page): string {
  const { noRunUntil, nextRun, week } = look
  // Until a clinician has spoken no date of a run can be said, and the heading says what it waits for.
  if (week.phase === 'stop' && look.next.phase === 'stop') return ''
  const first = firstRunText(look)
  if (first !== '') return first
  const free = noRunUntil === null ? '' : `No run until after ${dateText(noRunUntil)}. `
  if (nextRun === null) return `${free}No run is planned in this week or the next.`
  const what = whatText(nextRun, week.running.unit, page)
  const run = `Next run ${dateText(nextRun.date)}`
  return isBehindGate(look)
    ? `${run} at the earliest, if every criterion of itb status is met by then: ${what}.`
    : `${free}${run}: ${what}.`
}
