import { distanceText } from '../base/amount-text.ts'
import { dateText } from '../base/date-text.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { Session } from '../engine/plan.ts'
import { weekText } from './date.ts'
import { decisionLines, referralLines, volumeText } from './head.ts'
import type { Page } from './page.ts'
import { sharedManner, whatText } from './session.ts'

type Shown = CalendarEvent['plan']

/** `Week: 9.1 km in 4 runs`, with what days that are over held. */
export function weekTitle(event: CalendarEvent, page: Page): string {
  const { runs, meters } = runningOf(event)
  return runs === 0 ? 'Week: no runs' : `Week: ${distanceText(meters, page.units)} in ${countText(runs)}`
}

function runningOf({ sessions }: CalendarEvent) {
  const runs = sessions.filter(({ type }) => type === 'run')
  return {
    runs: runs.length,
    meters: runs.reduce((sum, { distanceMeters }) => sum + (distanceMeters ?? 0), 0),
    seconds: runs.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? 0), 0),
  }
}

const countText = (runs: number): string => (runs === 1 ? '1 run' : `${runs} runs`)

/** The volume of a week and its days, what it waits for, and whom to see. */
export const weekLines = (
  event: CalendarEvent,
  page: Page,
  details: boolean,
): readonly (readonly string[])[] => [
  details ? decisionOf(event, page) : [weekText(event.plan.week), volumeOf(event, page)],
  details ? referralLines(event.plan, page) : seeText(event.plan),
  daysOf(event, page),
  assumesOf(event.plan, details),
]

/** What is decided is about the days that are left. */
function decisionOf(event: CalendarEvent, page: Page): readonly string[] {
  const { asOf, week } = event.plan
  const inAll = asOf > week.start ? [`With the days that are over: ${volumeOf(event, page)}`] : []
  return [...decisionLines(event.plan, page), ...inAll]
}

function volumeOf(event: CalendarEvent, page: Page): string {
  const { runs, meters, seconds } = runningOf(event)
  if (runs === 0) return 'No runs'
  const manner = (sharedManner(event) ?? '').replace(', ', ' and ')
  const all = manner === '' ? '' : `, ${runs === 1 ? '' : 'all '}${manner}`
  return `${countText(runs)}, ${volumeText(meters, seconds, event.plan, page)}${all}`
}

/** That somebody is to be seen must not be missed; why is told by the plan itself. */
function seeText({ referral }: Shown): readonly string[] {
  if (referral === null) return []
  return [`See a clinician ${referral.urgency === 'now' ? 'now' : 'soon'}. Why: itb plan --week this`]
}

/** Rolling and stretching, which is for every day, is left to its own events. */
function daysOf({ sessions, plan }: CalendarEvent, page: Page): readonly string[] {
  const dates = [...new Set(sessions.map(({ date }) => date))].sort()
  return dates.map((date) => {
    const work = sessions.filter((session) => session.date === date && session.type !== 'mobility')
    return `${dateText(date)}: ${work.map((session) => shortText(session, plan, page)).join(', ') || 'rest'}`
  })
}

const shortText = (session: Session, plan: Shown, page: Page): string =>
  session.type === 'rest' ? 'rest' : whatText(session, plan.running.unit, page)

function assumesOf({ provisional, assumes }: Shown, details: boolean): readonly string[] {
  if (!provisional) return []
  return details
    ? ['Provisional: this takes for granted that', ...assumes.map((each) => `- ${each}`)]
    : ['Provisional: what is logged until then may change this week.']
}
