import { addDays, type Day } from '../base/calendar.ts'
import { introducedBy, setsInWeek, timeOf } from '../rules/strength-plan.ts'
import type { LimitEntry } from '../log/schema.ts'
import type { Exercise } from '../protocol/exercise.ts'
import type { Programme } from '../protocol/programme.ts'
import { doableLevel, type ExerciseState, type Kit } from './exercise-level.ts'
import type { PlannedExercise } from './plan.ts'
import type { State } from './state.ts'

/** An exercise at the level the log has brought the runner to. */
export interface Placed {
  readonly id: string
  readonly exercise: Exercise
  readonly level: string
  readonly isEased: boolean
}

/**
 * The exercises of a week's n-th strength session: introduced step by step, one that hurt a level down, and
 * the extras that were asked for behind all of them.
 */
export function exercisesOf(
  programme: Programme,
  state: State,
  nth: number,
  limits: readonly LimitEntry[] = [],
  kit: Kit = {},
): Placed[] {
  const { introduce } = programme.strength
  const needed = introduce.flat()
  const introduced = introducedBy(programme.strength, sessionsDone(state) + nth + 1)
  const known = needed.filter((id) => state.exercises.has(id))
  const ids = needed.filter((id) => introduced.includes(id) || known.includes(id))
  // Nobody begins with more than the exercises that count.
  const more = ids.length === needed.length ? extrasOf(programme, kit) : []
  const standing = [...new Set([...ids, ...more].map((id) => standingFor(id, limits)))]
  return standing.flatMap((id) => {
    const exercise = programme.rehab.exercises.find((each) => each.id === id)
    return exercise === undefined ? [] : [placed(exercise, state.exercises.get(id), kit)]
  })
}

/** The exercise itself, or what a clinician put in its place. */
export const standingFor = (id: string, limits: readonly LimitEntry[]): string =>
  limits.reduce((now, limit) => limit.substitute?.[now] ?? now, id)

const extrasOf = ({ rehab }: Programme, { extras = [] }: Kit): readonly string[] =>
  rehab.exercises.filter(({ id, optional }) => optional && extras.includes(id)).map(({ id }) => id)

/** Strength sessions since the episode began; before any episode all of them count. */
const sessionsDone = ({ episode, strengthSessions }: State): number =>
  strengthSessions.filter((day) => episode === undefined || day >= episode.start).length

function placed(exercise: Exercise, done: ExerciseState | undefined, { equipment }: Kit): Placed {
  const start = exercise.levels.findIndex(({ id }) => id === exercise.start)
  const level = doableLevel(exercise, done?.level ?? start, equipment)
  // At the lowest level there is nothing easier left but less of it.
  return {
    id: exercise.id,
    exercise,
    level: exercise.levels[level]?.id ?? exercise.start,
    isEased: done?.hurt === true && done.level === 0,
  }
}

/**
 * Sets by the weeks since the flare: two at first, three later, one where an exercise hurt on its lowest
 * level.
 */
export function setsOf(programme: Programme, state: State, day: number): number {
  const { strength } = programme
  if (state.episode === undefined)
    return state.strengthSessions.length < strength.introduce.length
      ? strength.setsAtFirst
      : strength.setsLater
  const week = Math.floor((day - state.episode.start) / 7) + 1
  return setsInWeek(strength, week)
}

/** True in the one week of an episode from which on every exercise has more sets. */
export const hasMoreSets = (programme: Programme, state: State, day: Day): boolean =>
  setsOf(programme, state, day) > setsOf(programme, state, addDays(day, -7))

/** The dose as the plan tells it. */
export const doseOf = ({ id, exercise, level, isEased }: Placed, sets: number): PlannedExercise => ({
  id,
  sets: isEased ? 1 : sets,
  reps: exercise.reps,
  perSide: exercise.perSide,
  holdSeconds: exercise.hold ?? null,
  level,
})

/**
 * Seconds a session takes honestly: every repetition at its tempo, both sides, and the rests between sets.
 */
export function timeOfSession(programme: Programme, doses: readonly PlannedExercise[]): number {
  return doses.reduce((sum, dose) => {
    const exercise = programme.rehab.exercises.find(({ id }) => id === dose.id)
    const repetition = 1 + (exercise?.hold ?? 0) + (exercise?.lower ?? 1)
    const set = (dose.reps?.at(-1) ?? 0) * repetition * (dose.perSide ? 2 : 1)
    return sum + timeOf(programme.strength, dose.sets, set)
  }, 0)
}
