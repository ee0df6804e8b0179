import type { DaySession } from '../engine/look.ts'
import type { PlannedExercise, Plan, Step } from '../engine/plan.ts'
import type { HowBlock } from '../protocol/how-to.ts'
import { durationText } from '../base/amount-text.ts'
import { doseText } from './dose.ts'
import type { Page } from './page.ts'
import { mannerText, whatText } from './session.ts'
import { whole, wrap } from './wrap.ts'

const INDENT = 4

/** Exact time inside a run: `2 min`, `90 s`, `19:36 min`. */
function exactText(seconds: number): string {
  if (seconds % 60 === 0) return `${seconds / 60} min`
  if (seconds < 120) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')} min`
}

/** A part of a run in full: `walk 5 min`, `2 x: run 10 min, walk 1 min`. */
export function stepText(step: Step): string {
  if ('repeat' in step) return `${step.repeat} x: ${step.steps.map(stepText).join(', ')}`
  return step.kind === 'pickup'
    ? `run faster ${exactText(step.durationSeconds)}`
    : `${step.kind} ${exactText(step.durationSeconds)}`
}

const under = (text: string, page: Page, tone = (line: string): string => line): string[] =>
  wrap(text, page.width - INDENT, 2).map((line) => ' '.repeat(INDENT) + tone(line))

const entry = (isDone: boolean, text: string, page: Page): string[] =>
  wrap(`${isDone ? '[x]' : '[ ]'} ${text}${isDone ? ', done' : ''}`, page.width, INDENT).map((line) =>
    isDone ? page.paint.muted(line) : page.paint.strong(line),
  )

/** The dose, and which side begins where that matters. */
function doses(exercises: readonly PlannedExercise[], blocks: readonly HowBlock[], page: Page): string[] {
  const first = new Map(blocks.flatMap(({ items }) => items).map((item) => [item.id, item.first]))
  return exercises.flatMap((exercise) => {
    const side = first.get(exercise.id) ?? null
    return under(`${doseText(exercise, page.exercises)}${side === null ? '' : `, ${side}`}`, page)
  })
}

/** What comes before a run: loose movements, then one set that must not tire the hip. */
function beforeRun(run: DaySession, blocks: readonly HowBlock[], page: Page): string[] {
  const loose = blocks.filter(({ kind }) => kind === 'warm-up').flatMap(({ items }) => items)
  const easy = run.exercises.map((exercise) => ({ ...exercise, level: null }))
  if (loose.length + easy.length === 0) return []
  return [
    ...entry(run.done, 'Before the run', page),
    ...loose.flatMap(({ title, dose }) => under(`${title}${dose === null ? '' : ` ${dose}`}`, page)),
    ...(easy.length === 0 ? [] : under('then one easy set, on the easier level:', page)),
    ...doses(easy, blocks, page),
  ]
}

function runLines(run: DaySession, unit: Plan['running']['unit'], page: Page): string[] {
  const manner = mannerText(run)
  const title = `${whatText(run, unit, page)}${manner === '' ? '' : `, ${manner}`}`
  const { elapsedSeconds } = run
  return [
    ...entry(run.done, title, page),
    ...run.steps.flatMap((step) => under(stepText(step), page)),
    ...(elapsedSeconds === null ? [] : under(`total ${durationText(elapsedSeconds)}`, page)),
    ...run.cues.flatMap((cue, index) => under(`${index === 0 ? 'Keep in mind: ' : ''}${cue}`, page)),
  ]
}

function sessionLines(
  session: DaySession,
  blocks: readonly HowBlock[],
  unit: Plan['running']['unit'],
  page: Page,
): string[] {
  const title = whole(whatText(session, unit, page))
  const isLast = forSleep(blocks)
  return [
    ...entry(session.done, title, page),
    ...doses(
      session.exercises.filter(({ id }) => !isLast.has(id)),
      blocks,
      page,
    ),
    ...session.cues.flatMap((cue) => under(cue, page)),
  ]
}

const forSleep = (blocks: readonly HowBlock[]): ReadonlySet<string> =>
  new Set(
    blocks.filter(({ kind }) => kind === 'before-sleep').flatMap(({ items }) => items.map(({ id }) => id)),
  )

/** What ends the day stands at its end, though it is logged with the other stretches. */
function beforeSleep(sessions: readonly DaySession[], blocks: readonly HowBlock[], page: Page): string[] {
  const ids = forSleep(blocks)
  return sessions
    .filter(({ type }) => type === 'mobility')
    .flatMap(({ done, exercises }) =>
      exercises
        .filter(({ id }) => ids.has(id))
        .flatMap((exercise) => entry(done, `Before sleep: ${doseText(exercise, page.exercises)}`, page)),
    )
}

/** The day as a list to tick off, in the order it is done; a day of rest has no list. */
export const checklist = (
  sessions: readonly DaySession[],
  blocks: readonly HowBlock[],
  unit: Plan['running']['unit'],
  page: Page,
): string[] => [
  ...sessions
    .filter(({ type }) => type !== 'rest')
    .flatMap((session) =>
      session.type === 'run'
        ? [...beforeRun(session, blocks, page), ...runLines(session, unit, page)]
        : sessionLines(session, blocks, unit, page),
    ),
  ...beforeSleep(sessions, blocks, page),
]
