import { dateText } from '../base/date-text.ts'
import type { Plan, Session, Step } from '../engine/plan.ts'

/** What a watch leads a runner through: steps one after the other, some of them done again. */
export interface Workout {
  /** The session's id. */
  readonly id: string
  /** At most 15 ASCII letters, which is what a workout's name has room for on small watches. */
  readonly name: string
  readonly steps: readonly (WatchStep | WatchRepeat)[]
}

/** A stretch that a watch counts down; without an amount it lasts until a button is pressed. */
export interface WatchStep {
  readonly kind: Stretch['kind']
  readonly part: 'warm-up' | 'work' | 'rest' | 'cool-down'
  readonly amount: { readonly seconds: number } | { readonly meters: number } | undefined
}

/** Back to a step, counted from 0, until all from there on have been done so many times. */
export interface WatchRepeat {
  readonly times: number
  readonly from: number
}

type Stretch = Exclude<Step, { readonly repeat: number }>

/** A planned run for the watch, by time or, where the week is planned so, by distance. */
export function workoutOf(session: Session, unit: Plan['running']['unit']): Workout {
  const name = `${session.title.startsWith('Long') ? 'Long' : 'Run'} ${dateText(session.date)}`
  return { id: session.id, name, steps: stepsOf(session, unit) }
}

function stepsOf(session: Session, unit: Plan['running']['unit']): Workout['steps'] {
  const { steps, distanceMeters } = session
  if (steps.length === 0) return [{ kind: 'run', part: 'work', amount: wholeOf(session, unit) }]
  if (unit === 'time' || distanceMeters === null || !isStraight(steps)) return listed(steps)
  // The week counts metres: how long they take is a guess by the usual pace, and the watch measures them.
  return listed(steps).map((step) =>
    'kind' in step && step.kind === 'run' ? { ...step, amount: { meters: distanceMeters } } : step,
  )
}

function wholeOf(session: Session, unit: Plan['running']['unit']): WatchStep['amount'] {
  const { distanceMeters: meters, durationSeconds: seconds } = session
  if (meters !== null && (unit === 'distance' || seconds === null)) return { meters }
  return seconds === null ? undefined : { seconds }
}

/** A run whose running is one piece: its distance is that of the piece. */
const isStraight = (steps: readonly Step[]): boolean =>
  steps.every((step) => 'kind' in step && step.kind !== 'pickup') &&
  steps.filter((step) => 'kind' in step && step.kind === 'run').length === 1

function listed(steps: readonly Step[]): Workout['steps'] {
  const list: (WatchStep | WatchRepeat)[] = []
  steps.forEach((step, index) => {
    const from = list.length
    if (!('repeat' in step)) list.push(watchStep(step, partOf(step, index, steps.length)))
    else list.push(...step.steps.flatMap(writtenOut).map((each) => watchStep(each, partOf(each))))
    if ('repeat' in step && step.repeat > 1) list.push({ times: step.repeat, from })
  })
  return list
}

/** Watches repeat steps, and few of them repeats: an inner one is written out. */
function writtenOut(step: Step): Stretch[] {
  if (!('repeat' in step)) return [step]
  const inner = step.steps.flatMap(writtenOut)
  return Array.from({ length: step.repeat }, () => inner).flat()
}

const watchStep = ({ kind, durationSeconds }: Stretch, part: WatchStep['part']): WatchStep => ({
  kind,
  part,
  amount: { seconds: durationSeconds },
})

function partOf({ kind }: Stretch, index?: number, count?: number): WatchStep['part'] {
  if (kind !== 'walk') return 'work'
  if (index === 0) return 'warm-up'
  return index !== undefined && index + 1 === count ? 'cool-down' : 'rest'
}
