import type { Day } from '../base/calendar.ts'
import { introducedBy, setsAfter, timeOf } from '../rules/strength-plan.ts'
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

/** The exercises of a session, and those that are left out of it because they hurt. */
export interface LineUp {
  readonly placed: readonly Placed[]
  readonly waiting: readonly Exercise[]
}

/** The exercises of the n-th strength session from here on, without those that wait. */
export const exercisesOf = (
  programme: Programme,
  state: State,
  nth: number,
  limits: readonly LimitEntry[] = [],
  kit: Kit = {},
): readonly Placed[] => lineUp(programme, state, nth, limits, kit).placed

/**
 * The exercises of the n-th strength session from here on: introduced step by step, one that hurt a level
 * down or waiting, and the extras that were asked for behind all of them.
 */
export function lineUp(
  programme: Programme,
  state: State,
  nth: number,
  limits: readonly LimitEntry[] = [],
  kit: Kit = {},
): LineUp {
  const { introduce } = programme.strength
  const needed = introduce.flat()
  const session = sessionsSince(state).length + nth + 1
  const introduced = introducedBy(programme.strength, session)
  const known = needed.filter((id) => isKnown(state, id))
  const ids = needed.filter((id) => introduced.includes(id) || known.includes(id))
  // Nobody begins with more than the exercises that count.
  const more = ids.length === needed.length ? extrasOf(programme, kit) : []
  const standing = [...new Set([...ids, ...more].map((id) => standingFor(id, limits)))]
  const isIntroduction = session <= introduce.length
  const exercises = standing.flatMap((id) => programme.rehab.exercises.find((each) => each.id === id) ?? [])
  const waits = ({ id }: Exercise): boolean => nth === 0 && isWaiting(state, id, isIntroduction)
  return {
    placed: exercises
      .filter((exercise) => !waits(exercise))
      .map((exercise) => placed(exercise, state.exercises.get(exercise.id), kit)),
    waiting: exercises.filter(waits),
  }
}

/** An exercise is new again in every episode, unless it has been done in it. */
const isKnown = ({ episode, exercises }: State, id: string): boolean => {
  const last = exercises.get(id)?.last
  return last !== undefined && (episode === undefined || last >= episode.start)
}

const WEEK = 7

/**
 * What hurt while it was being introduced, or where nothing easier was left, waits for one session, and for
 * a week at the most.
 */
function isWaiting({ at, exercises }: State, id: string, isIntroduction: boolean): boolean {
  const done = exercises.get(id)
  if (done === undefined || done.turn !== 'down' || at - done.last > WEEK) return false
  const lastSession = Math.max(...[...exercises.values()].map(({ last }) => last))
  return done.last === lastSession && (isIntroduction || done.isLowest)
}

/** The exercise itself, or what a clinician put in its place. */
export const standingFor = (id: string, limits: readonly LimitEntry[]): string =>
  limits.reduce((now, limit) => limit.substitute?.[now] ?? now, id)

const extrasOf = ({ rehab }: Programme, { extras = [] }: Kit): readonly string[] =>
  rehab.exercises.filter(({ id, optional }) => optional && extras.includes(id)).map(({ id }) => id)

/** Days of strength since the episode began; before any episode all of them count. */
const sessionsSince = ({ episode, strengthSessions }: State): readonly Day[] =>
  strengthSessions.filter((day) => episode === undefined || day >= episode.start)

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

/** Sets by the days since the first session that was logged: two at first, three later. */
export function setsOf({ strength }: Programme, state: State, day: Day): number {
  const [first] = sessionsSince(state)
  return setsAfter(strength, first === undefined ? undefined : day - first)
}

/** True in the one session from which on every exercise has more sets. */
export function hasMoreSets(programme: Programme, state: State, day: Day): boolean {
  const last = sessionsSince(state).findLast((done) => done < day)
  return last !== undefined && setsOf(programme, state, day) > setsOf(programme, state, last)
}

/** The dose as the plan tells it. */
export const doseOf = ({ id, exercise, level, isEased }: Placed, sets: number): PlannedExercise => ({
  id,
  sets: isEased ? 1 : sets,
  reps: exercise.reps,
  perSide: exercise.perSide,
  ...(exercise.weakerSideFirst && { weakerSideFirst: true }),
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
