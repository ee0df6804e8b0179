import type { Criterion, Owed, OwedAnswer, Plan } from '../engine/plan.ts'
import { dateText } from '../base/date-text.ts'
import { distanceText } from '../base/amount-text.ts'
import { groundsLines } from './grounds.ts'
import type { Page } from './page.ts'
import { indented, labelled, paragraph, point, section } from './page.ts'
import { owedShort } from './owed.ts'
import { shortPhaseText } from './phase.ts'
import { verdictText } from './verdict.ts'

function answerText(given: OwedAnswer, saysPhase: boolean, page: Page): string {
  const running = given.distanceMeters === 0 ? 'no running' : distanceText(given.distanceMeters, page.units)
  const parts =
    given.verdict === 'break'
      ? [verdictText(given.verdict)]
      : [verdictText(given.verdict), ...(saysPhase ? [shortPhaseText(given.phase)] : []), running]
  return `${given.answer}: ${parts.join(', ')}`
}

/** The answers share a line where they fit into one. */
function questionLines(owed: Owed, plan: Plan, page: Page): string[] {
  const saysPhase = owed.answers.some((given) => given.phase !== plan.phase && given.distanceMeters > 0)
  const answers = owed.answers.map((given) => answerText(given, saysPhase, page))
  const oneLine = indented(answers.join(' - '), page)
  const lines = oneLine.length === 1 ? oneLine : answers.flatMap((answer) => indented(answer, page))
  return [...point(`${dateText(owed.date)}: ${owed.question}`, page), ...(answers.length === 0 ? [] : lines)]
}

/** More questions than these would push the plan off the page. */
const MOST_QUESTIONS = 2

/** What is still to be scored, and where each answer would lead; a longer list has a page of its own. */
export function owedLines(plan: Plan, page: Page): string[] {
  const lines =
    plan.owed.length > MOST_QUESTIONS
      ? point(`${owedShort(plan.owed)}: itb owed`, page)
      : plan.owed.flatMap((owed) => questionLines(owed, plan, page))
  return section('Still owed', lines, page)
}

function criterionText(criterion: Criterion): string {
  const day = criterion.earliest === null ? '' : ` Not before ${dateText(criterion.earliest)}.`
  const because = criterion.because.replace(/[.]?$/, '.')
  return `${because}${criterion.state === 'unknown' ? ' Not logged, so not counted.' : ''}${day}`
}

/** The gate, in a week without running: how much of it is met, and what is missing. */
export function gateLines(plan: Plan, page: Page): string[] {
  if (plan.running.sessions > 0 || plan.phase === 'stop') return []
  const open = plan.criteria.filter((criterion) => criterion.state !== 'met')
  const met = `${plan.criteria.length - open.length} of ${plan.criteria.length} met`
  const lines = open.flatMap((criterion) => point(criterionText(criterion), page))
  return section(`Before you run again (${met})`, lines, page)
}

/** What a provisional week takes for granted. */
export function assumesLines(plan: Plan, page: Page): string[] {
  const assumed = plan.provisional ? plan.assumes.flatMap((each) => point(each, page)) : []
  return section('Provisional: this takes for granted that', assumed, page)
}

/** The next milestone and the first day it can come. */
export function aheadLines(plan: Plan, page: Page): string[] {
  // Out of sight comes last: no date begins with a letter.
  const [next] = plan.milestones
    .filter(({ reached, own }) => !reached && own !== 'dropped')
    .sort((a, b) => ((a.earliest ?? 'later') < (b.earliest ?? 'later') ? -1 : 1))
  if (next === undefined) return []
  const yours = next.own === null || next.own === 'dropped' ? '' : `; yours ${dateText(next.own)}`
  const day =
    next.earliest === null
      ? '; its day cannot be said yet'
      : `, not before ${dateText(next.earliest)} if all stays clean${yours}`
  return labelled('Next', `${next.title}${day}`, page)
}

/** When to stop, what else must be known, and what this program is not. */
export const noteLines = (plan: Plan, page: Page): string[] => [
  ...section(
    'When to stop, and what else to know',
    plan.notes.flatMap((note) => point(note, page)),
    page,
  ),
  ...groundsLines(plan.grounds, page),
  ...paragraph(plan.disclaimer, page, page.paint.muted),
]
