import type { Plan, PlanFinding } from '../engine/plan.ts'
import { dayOf } from '../base/calendar.ts'
import { aheadLines } from './ahead.ts'
import { weekText } from './date.ts'
import type { Done } from './done.ts'
import { distanceText } from '../base/amount-text.ts'
import { durationText } from '../base/amount-text.ts'
import type { Page } from './page.ts'
import { labelled, paragraph } from './page.ts'
import { phaseText } from './phase.ts'
import { sharedManner } from './session.ts'
import { verdictText, verdictTone } from './verdict.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A volume in the unit it was prescribed in, the other one beside it. */
export function volumeText(meters: number, seconds: number, plan: Pick<Plan, 'running'>, page: Page): string {
  if (meters === 0 && seconds === 0) return 'no running'
  const [time, distance] = [durationText(seconds), distanceText(meters, page.units)]
  return plan.running.unit === 'time' ? `${time} (${distance})` : `${distance} (${time})`
}

/** What a plan decides, without what it foresees. */
type Decision = Omit<Plan, 'criteria' | 'milestones' | 'owed' | 'grounds'>

/** The week, the phase and the verdict in one sentence each; `itb why` opens with the same. */
export function decisionLines(plan: Decision, page: Page): string[] {
  const { sessions, distanceMeters, durationSeconds } = plan.running
  const volume = volumeText(distanceMeters, durationSeconds, plan, page)
  const count = sessions === 1 ? '1 run' : `${sessions} runs`
  // Seen from the week before, this week is another one.
  const isAhead = plan.week.start > plan.asOf
  const none = isAhead ? 'no runs' : 'no runs this week'
  const runs = sessions === 0 ? none : `${count}, ${volume}`
  const manner = (sharedManner(plan) ?? '').replace(', ', ' and ')
  const all = manner === '' ? '' : `, ${sessions === 1 ? '' : 'all '}${manner}`
  const word = `${capital(verdictText(plan.verdict))}${plan.provisional ? ', provisionally' : ''}`
  // Nobody goes on with nothing: a week is run out, or its days are away.
  const isEmpty = sessions === 0 && plan.verdict === 'progress'
  const answer = isEmpty ? (isAhead ? 'No runs' : 'No run is left this week') : `${word}: ${runs}${all}`
  const week = plan.returnWeek === null ? '' : `, return week ${plan.returnWeek}`
  return [
    ...paragraph(`${weekText(plan.week)}: ${phaseText(plan.phase)}${week}`, page, page.paint.heading),
    ...paragraph(answer, page, verdictTone(plan.verdict, page.paint)),
  ]
}

const WEEK = 7

/** The week before the planned one, by the name it has today; one that is not over is only foreseen. */
function before({ asOf, week }: Plan): readonly [label: string, planned: string, isOver: boolean] {
  const days = dayOf(week.start) - dayOf(asOf)
  if (days <= 0) return ['Last week', 'this week', true]
  return days <= WEEK ? ['This week', 'next week', false] : ['Before it', 'then', false]
}

/**
 * A week that is not over is told as it will be, and with the condition that says so. Of a running one what
 * was run counts beside what is left: a rest is never held against a whole week.
 */
function lastText(plan: Plan, done: readonly Done[], page: Page): string {
  const { last } = plan.running
  const planned = new Set(plan.sessions.filter(({ type }) => type === 'run').map(({ date }) => date))
  const over = done.filter(({ date }) => !planned.has(date)).reduce((sum, { meters }) => sum + meters, 0)
  const distanceMeters = plan.running.distanceMeters + over
  if (last === null) return 'not logged'
  const [, now, isOver] = before(plan)
  const { plannedMeters: asked, actualMeters: actual } = last
  const wanted = asked === null || asked === 0 ? '' : `, ${distanceText(asked, page.units)} planned`
  const sure = isOver ? '' : ' if it goes as planned'
  if (actual === 0) return `no running${sure}${wanted}`
  const run = `${distanceText(actual, page.units)}${isOver ? ' run' : sure}${wanted}`
  const change = distanceMeters - actual
  const share = Math.round((Math.abs(change) / actual) * 100)
  if (distanceMeters === 0) return run
  if (share === 0) return `${run}; ${now} the same`
  const [word, sign] = change > 0 ? ['more', '+'] : ['less', '-']
  return `${run}; ${now} ${distanceText(Math.abs(change), page.units)} ${word} (${sign}${share} %)`
}

/** The ceiling, how much of it was run already, and how much the week leaves unused. */
function ceilingText(plan: Plan, done: readonly Done[], page: Page): string {
  const { unit, ceilingMeters, ceilingSeconds, distanceMeters, durationSeconds } = plan.running
  const ceiling = volumeText(ceilingMeters, ceilingSeconds, plan, page)
  const isTime = unit === 'time'
  const amountText = (amount: number): string =>
    isTime ? durationText(amount) : distanceText(amount, page.units)
  const run = done.reduce((sum, { meters, seconds }) => sum + (isTime ? seconds : meters), 0)
  const unused = (isTime ? ceilingSeconds - durationSeconds : ceilingMeters - distanceMeters) - run
  return [
    ceiling,
    ...(run > 0 ? [`${amountText(run)} of it run`] : []),
    ...(unused < (isTime ? 60 : 100) ? [] : [`${amountText(unused)}${run > 0 ? '' : ' of it'} unused`]),
  ].join(', ')
}

const said = (finding: PlanFinding): string => `${finding.rule}: ${finding.because}`

/** The main facts: verdict, referral, last week, the ceiling and the rule that binds. */
export function headLines(plan: Plan, done: readonly Done[], page: Page): string[] {
  const bound = plan.findings.find(({ binds }) => binds)
  const rule = bound === undefined ? plan.running.binding : said(bound)
  const carrier =
    plan.verdict === 'progress'
      ? undefined
      : plan.findings.find((finding) => finding.verdict === plan.verdict)
  return [
    ...decisionLines(plan, page),
    ...referralLines(plan, page),
    ...labelled(before(plan)[0], lastText(plan, done, page), page),
    ...labelled('Ceiling', `${ceilingText(plan, done, page)}, by ${rule}`, page),
    ...(carrier === undefined || carrier === bound ? [] : labelled('Why', said(carrier), page)),
    ...aheadLines(plan, page),
  ]
}

/** Whom to see and why, above everything else; nothing where there is no notice. */
export function referralLines(
  { referral, verdict }: Pick<Plan, 'referral' | 'verdict'>,
  page: Page,
): string[] {
  if (referral === null) return []
  return [referral, ...referral.also].flatMap((notice, index) => {
    const when = notice.urgency === 'now' ? 'See a clinician now' : 'See a clinician soon'
    const open =
      notice.waits && verdict !== 'stop'
        ? ` Progress waits until you have acknowledged this notice (${notice.notice}).`
        : ''
    const tone = notice.urgency === 'now' ? page.paint.stop : page.paint.caution
    const text = index === 0 ? `${when}. ${notice.text}` : notice.text
    return labelled(index === 0 ? 'REFERRAL' : 'ALSO', `${text}${open}`, page, tone)
  })
}
