import { isEasyEnough, isSessionDone, mayRise } from '../rules/strength-plan.ts'
import { addDays, type Day, daysFrom } from '../base/calendar.ts'
import type { StrengthEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Elapsed } from './elapsed.ts'
import type { DayRecord, Diary } from './diary.ts'
import { type ExerciseState, levelAbove, levelBelow, type Kit } from './exercise-level.ts'
import { formAfter } from './form-cue.ts'
import { lineUp } from './strength.ts'
import { daysOfWeek } from './live-week.ts'
import type { State } from './state.ts'

type Practised = Pick<
  State,
  'exercises' | 'strengthSessions' | 'strengthPlanned' | 'strengthDone' | 'crossTraining' | 'form'
>

/** Keeps only the strength sessions of the last weeks and of the episode. */
const SESSIONS_KEPT = 200

/** What a week of strength and cross-training has brought each exercise to. */
export function practised(elapsed: Elapsed): Practised {
  const { programme, diary, state, plan, shownStrength, asOf, runner } = elapsed
  const days = daysOfWeek(state.at)
  const sessions = days.filter((day) => diary.on(day, asOf).strength.length > 0)
  const hurt = days.flatMap((day) =>
    diary
      .on(day, asOf)
      .crossTraining.flatMap(({ activity, pain }) => ((pain ?? 0) > 0 ? [[activity, day] as const] : [])),
  )
  const trained = days.filter((day) => isTrained(diary.on(day, asOf)))
  const inEpisode = state.episode !== undefined
  const done = inEpisode ? sessions.filter((day) => isDone(elapsed, day)) : []
  return {
    exercises: exercisesAfter(programme, state, diary, runner, asOf, days),
    strengthSessions: [...state.strengthSessions, ...sessions].slice(-SESSIONS_KEPT),
    strengthPlanned: inEpisode ? state.strengthPlanned + shownStrength.length : 0,
    // One more than was shown makes up for none that was left out in another week.
    strengthDone: inEpisode ? state.strengthDone + Math.min(done.length, shownStrength.length) : 0,
    crossTraining: {
      done: [...state.crossTraining.done, ...trained].slice(-SESSIONS_KEPT),
      hurt: hurt.length === 0 ? state.crossTraining.hurt : new Map([...state.crossTraining.hurt, ...hurt]),
    },
    form: formAfter(programme, state, plan),
  }
}

/** Cross-training of a day that is not said to have hurt. */
export const isTrained = ({ crossTraining }: DayRecord): boolean =>
  crossTraining.length > 0 && crossTraining.every(({ pain }) => (pain ?? 0) === 0)

/** What the sessions of some days make of each exercise. */
export const exercisesAfter = (
  programme: Programme,
  state: State,
  diary: Diary,
  kit: Kit,
  asOf: Day,
  days: readonly Day[],
): State['exercises'] =>
  days
    .flatMap((day) => diary.on(day, asOf).strength.map((entry) => ({ day, entry })))
    .reduce(
      (exercises, { day, entry }) => afterSession(programme, exercises, day, entry, kit),
      state.exercises,
    )

/** A state with what was practised in its week before a day: what hurt on Monday is easier on Wednesday. */
export function practisedBefore(
  programme: Programme,
  state: State,
  diary: Diary,
  kit: Kit,
  asOf: Day,
  day: Day,
): State {
  const days = daysFrom(state.at, addDays(day, -1))
  const logged = days.filter((each) => diary.on(each, asOf).strength.length > 0)
  return {
    ...state,
    exercises: exercisesAfter(programme, state, diary, kit, asOf, days),
    strengthSessions: [...state.strengthSessions, ...logged],
  }
}

/** Enough of the day's session was done, in one go or in several; extras never make it a whole one. */
function isDone({ programme, diary, state, runner, asOf }: Elapsed, day: Day): boolean {
  const { rehab, strength } = programme
  const isExtra = (id: string): boolean => rehab.exercises.some((each) => each.id === id && each.optional)
  const done = diary.on(day, asOf).strength.flatMap(({ exercises }) => exercises.map(({ id }) => id))
  // The first sessions of all have fewer exercises than a whole one.
  const before = practisedBefore(programme, state, diary, runner, asOf, day)
  const planned = lineUp(programme, before, 0).placed
  return isSessionDone(strength, new Set(done.filter((id) => !isExtra(id))).size, planned.length)
}

/**
 * Pain takes an exercise one level down; its top repetitions, easy and free of pain, lift one exercise a
 * session.
 */
export function afterSession(
  programme: Programme,
  before: State['exercises'],
  day: Day,
  entry: StrengthEntry,
  { equipment }: Kit,
): State['exercises'] {
  const after = new Map(before)
  let lifted = false
  for (const done of entry.exercises) {
    const exercise = programme.rehab.exercises.find(({ id }) => id === done.id)
    if (exercise === undefined) continue
    const start = exercise.levels.findIndex(({ id }) => id === exercise.start)
    const old: ExerciseState = before.get(done.id) ?? {
      level: start,
      tops: 0,
      hurt: false,
      isLowest: false,
      lastPainFree: undefined,
      turn: undefined,
      last: day,
    }
    const told = exercise.levels.findIndex(({ id }) => id === done.level)
    const level = told === -1 ? old.level : told
    const hurt = (done.pain ?? 0) > 0
    const reps = Math.min(...[done.reps ?? 0].flat())
    const isTop = done.pain === 0 && reps >= exercise.reps[1] && isEasyEnough(programme.strength, done.effort)
    const tops = isTop ? (level === old.level ? old.tops : 0) + 1 : 0
    const above = levelAbove(exercise, level, equipment)
    const rises: boolean = !lifted && mayRise(programme.strength, tops) && above !== undefined
    lifted ||= rises
    after.set(done.id, {
      level: hurt ? levelBelow(exercise, level, equipment) : rises ? (above ?? level) : level,
      tops: rises ? 0 : tops,
      // What was not said is not good: it hurts until it was done without.
      hurt: hurt || (old.hurt && done.pain === undefined),
      isLowest: hurt && old.hurt && old.level === 0,
      lastPainFree: done.pain === 0 ? day : old.lastPainFree,
      turn: hurt ? 'down' : rises ? 'up' : undefined,
      last: day,
    })
  }
  return after
}
