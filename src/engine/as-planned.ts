import type { CrossTrainingEntry, Entry, RunEntry, StrengthEntry } from '../log/schema.ts'
import type { Session, Step } from './plan.ts'

/** A session written down as it was planned: attested and not measured, and without any score. */
export function asPlanned(session: Session): Entry | undefined {
  switch (session.type) {
    case 'run':
      return runAsPlanned(session)
    case 'strength':
      return strengthAsPlanned(session)
    case 'cross-training':
      return crossTrainingAsPlanned(session)
    case 'mobility':
      return { ...attested(session), type: 'mobility', items: session.exercises.map(({ id }) => id) }
    case 'rest':
      return undefined
  }
}

const attested = ({ id, date }: Session) => ({ date, session: id, attested: true }) as const

/** Its running alone, never more than planned: nobody measured the walks between. */
export function runAsPlanned(session: Session): RunEntry {
  const { distanceMeters, durationSeconds, intensity, terrain, steps } = session
  const pickups = countOf(steps, 'pickup')
  return {
    type: 'run',
    ...attested(session),
    distanceMeters: distanceMeters ?? 0,
    durationSeconds: durationSeconds ?? 0,
    ...(intensity !== null && { intensity }),
    ...(terrain !== null && { terrain: terrain === 'flat' ? terrain : 'hilly' }),
    ...(pickups > 0 && { pickups }),
  }
}

/** How often a kind of step comes, repeats counted. */
const countOf = (steps: readonly Step[], kind: 'pickup'): number =>
  steps.reduce(
    (sum, step) =>
      sum + ('repeat' in step ? step.repeat * countOf(step.steps, kind) : step.kind === kind ? 1 : 0),
    0,
  )

/** The upper repetitions of each dose; without an effort they lift no exercise to its next level. */
function strengthAsPlanned(session: Session): StrengthEntry {
  return {
    type: 'strength',
    ...attested(session),
    exercises: session.exercises.map(({ id, sets, reps, level }) => ({
      id,
      sets,
      ...(reps !== null && { reps: reps.at(-1) ?? 0 }),
      ...(level !== null && { level }),
    })),
  }
}

/** Which of the activities it was, the plan left open. */
const crossTrainingAsPlanned = (session: Session): CrossTrainingEntry => ({
  type: 'cross-training',
  ...attested(session),
  activity: 'other',
  durationSeconds: session.durationSeconds ?? 0,
})
