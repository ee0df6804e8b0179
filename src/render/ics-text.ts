import { durationText } from '../base/amount-text.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { Session } from '../engine/plan.ts'
import { stepText } from './checklist.ts'
import { doseText } from './dose.ts'
import { reasonLines } from './explain.ts'
import { decisionLines } from './head.ts'
import { weekLines, weekTitle } from './ics-week.ts'
import type { Page } from './page.ts'
import { mannerText, whatText } from './session.ts'
import { tame } from './wrap.ts'

/** How much the events of a calendar tell. */
export interface Telling {
  readonly page: Page
  /** Verdict, phase and reasons as well, which tell everybody who sees the calendar how the knee is. */
  readonly details: boolean
  /** When to stop an exercise. */
  readonly hurts: readonly string[]
  /** What each source id stands for. */
  readonly references: ReadonlyMap<string, string>
}

/** The name of an event, which tells nothing of the knee. */
export function titleText(event: CalendarEvent, page: Page): string {
  if (event.kind === 'question') return 'Evening question'
  if (event.kind === 'week') return weekTitle(event, page)
  const title = tame(event.session?.title ?? '')
  // Some calendars show no status, and would go on showing a run that is off.
  return event.status === 'cancelled' ? `Cancelled: ${title}` : title
}

/** What an event is about: what is done and how, when to stop, and how the plan is changed. */
export function descriptionText(event: CalendarEvent, telling: Telling): string {
  const parts = partsOf(event, telling).filter((part) => part.length > 0)
  return parts.map((part) => part.map(tame).join('\n')).join('\n\n')
}

type Part = readonly string[]

function partsOf(event: CalendarEvent, telling: Telling): readonly Part[] {
  const { kind, session, plan, status } = event
  const { page, details, references } = telling
  if (kind === 'question') return [QUESTION]
  if (kind === 'week') {
    const reasons = details ? ['Why', ...reasonLines(plan, page, references)] : []
    return [...weekLines(event, page, details), reasons, [plan.disclaimer]]
  }
  if (session === null) return []
  if (status === 'cancelled') return cancelledParts(event, session, page)
  return [
    ...sessionParts(session, event, page),
    session.type === 'run' ? listOf('When to stop, and what else to know', plan.notes) : [],
    session.type === 'strength' ? telling.hurts : [],
    details && session.type !== 'mobility' ? [...decisionLines(plan, page), ...boundLines(event)] : [],
    status === 'tentative' ? TENTATIVE : [],
    session.type === 'rest' ? [] : MOVED,
  ]
}

const QUESTION = ['Type: itb', 'It asks about today, one key a question; Enter skips what you do not know.']
const TENTATIVE = ['Not final: what is logged until then may change it.']
const MOVED = [
  'Moving this event does not move the plan. What does is itb set days, such as mon,wed,sat; then take the' +
    ' calendar in anew: itb plan --format ics',
]

const TRAINING: readonly string[] = ['run', 'strength', 'cross-training']

function cancelledParts({ plan }: CalendarEvent, session: Session, page: Page): readonly Part[] {
  const owed = TRAINING.includes(session.type) ? ' It is not to be made up for.' : ''
  return [
    [`Cancelled: the plan has changed since this was planned.${owed}`],
    [`It was: ${whatText(session, plan.running.unit, page)}`],
    ['What is on instead: itb today, itb plan'],
  ]
}

const listOf = (title: string, items: readonly string[]): Part =>
  items.length === 0 ? [] : [title, ...items.map((item) => `- ${item}`)]

function sessionParts(session: Session, { plan }: CalendarEvent, page: Page): readonly Part[] {
  const { type, exercises, cues, steps, elapsedSeconds, durationSeconds } = session
  const doses = (easier: boolean): readonly string[] =>
    exercises.map((each) => doseText(easier ? { ...each, level: null } : each, page.exercises))
  if (type === 'rest') return [[restText(plan)], cues]
  const what = [whatText(session, plan.running.unit, page), type === 'run' ? mannerText(session) : '']
  const head = [what.filter((part) => part !== '').join(', ')]
  if (type !== 'run')
    return [head, listOf('Exercises', doses(false)), listOf('Keep in mind', cues.map(plain))]
  const inAll =
    elapsedSeconds === null || elapsedSeconds === durationSeconds
      ? []
      : [`${durationText(elapsedSeconds)} in all`]
  return [
    [...head, ...inAll],
    listOf('Before the run, after loosening up: one easy set, on the easier level', doses(true)),
    listOf('The run', steps.map(stepText)),
    listOf('Keep in mind', cues),
  ]
}

const restText = ({ phase }: CalendarEvent['plan']): string =>
  phase === 'stop'
    ? 'Nothing is planned until somebody has examined the leg: no running, no exercise, no rolling.'
    : 'A day of rest: no run and no strength.'

/** Why a dose is another one is a score, which stays in the log. */
const plain = (cue: string): string => cue.replace(/, because .*$/s, '.')

function boundLines({ plan }: CalendarEvent): readonly string[] {
  const bound = plan.findings.find(({ binds }) => binds)
  return bound === undefined ? [] : [`${bound.rule}: ${bound.because}`]
}
