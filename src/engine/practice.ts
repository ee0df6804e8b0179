import { isEasyEnough, isSessionDone, mayRise } from '../rules/strength-plan.ts'
import type { Day } from '../base/calendar.ts'
import type { StrengthEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Elapsed } from './elapsed.ts'
import type { Diary } from './diary.ts'
import { type ExerciseState, levelAbove, levelBelow, type Kit } from './exercise-level.ts'
import { formAfter } from './form-cue.ts'
import { daysOfWeek } from './live-week.ts'
import type { State } from './state.ts'

type Practised = Pick<
  State,
  'exercises' | 'strengthSessions' | 'strengthPlanned' | 'strengthDone' | 'hurtfulActivities' | 'form'
>

/** Keeps only the strength sessions of the last weeks and of the episode. */
const SESSIONS_KEPT = 200

/** What a week of strength and cross-training has brought each exercise to. */
export function practised(elapsed: Elapsed): Practised {
  const { programme, diary, state, plan, asOf, runner } = elapsed
  const days = daysOfWeek(state.at)
  const sessions = days.flatMap((day) => diary.on(day, asOf).strength.map((entry) => ({ day, entry })))
  const done = sessions.filter(({ entry }) =>
    isSessionDone(programme.strength, counted(programme, entry), planSize(programme, state)),
  )
  const hurt = days.flatMap((day) =>
    diary
      .on(day, asOf)
      .crossTraining.flatMap(({ activity, pain }) => ((pain ?? 0) > 0 ? [[activity, day] as const] : [])),
  )
  const inEpisode = state.episode !== undefined
  return {
    exercises: exercisesAfter(programme, state, diary, runner, asOf, days),
    strengthSessions: [...state.strengthSessions, ...sessions.map(({ day }) => day)].slice(-SESSIONS_KEPT),
    strengthPlanned: inEpisode ? state.strengthPlanned + (plan?.strength.length ?? 0) : 0,
    strengthDone: inEpisode ? state.strengthDone + done.length : 0,
    hurtfulActivities:
      hurt.length === 0 ? state.hurtfulActivities : new Map([...state.hurtfulActivities, ...hurt]),
    form: formAfter(programme, state, plan),
  }
}

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

/** Extras never make a session a whole one. */
const counted = ({ rehab }: Programme, { exercises }: StrengthEntry): number =>
  exercises.filter(({ id }) => !rehab.exercises.some((each) => each.id === id && each.optional)).length

/** The first sessions of all have fewer exercises than a whole one. */
const planSize = ({ strength }: Programme, state: State): number =>
  strength.introduce.slice(0, state.strengthSessions.length + 1).flat().length

/**
 * Pain takes an exercise one level down; its top repetitions, easy and free of pain, lift one exercise a
 * session.
 */
function afterSession(
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
      lastPainFree: undefined,
      turn: undefined,
      last: day,
    }
    const told = exercise.levels.findIndex(({ id }) => id === done.level)
    const level = told === -1 ? old.level : told
    const hurt = (done.pain ?? 0) > 0
    const reps = Math.min(...[done.reps ?? 0].flat())
    const isTop = done.pain === 0 && reps >= exercise.reps[1] && isEasyEnough(programme.strength, done.effort)
    const tops = isTop ? old.tops + 1 : 0
    const above = levelAbove(exercise, level, equipment)
    const rises: boolean = !lifted && mayRise(programme.strength, tops) && above !== undefined
    lifted ||= rises
    after.set(done.id, {
      level: hurt ? levelBelow(exercise, level, equipment) : rises ? (above ?? level) : level,
      tops: rises ? 0 : tops,
      hurt,
      lastPainFree: done.pain === 0 ? day : old.lastPainFree,
      turn: hurt ? 'down' : rises ? 'up' : undefined,
      last: day,
    })
  }
  return after
}
