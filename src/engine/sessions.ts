import { distanceText, durationText, type Units } from '../base/amount-text.ts'
import { addDays, dateOf, type Day } from '../base/calendar.ts'
import { dateText } from '../base/date-text.ts'
import type { LimitEntry, Runner } from '../log/schema.ts'
import type { Exercise } from '../protocol/exercise.ts'
import type { Programme } from '../protocol/programme.ts'
import { mobilityOf } from './beside-running.ts'
import { crossTrainingDays } from './cross-training.ts'
import type { Diary } from './diary.ts'
import { doseChanges } from './dose-change.ts'
import type { Kit } from './exercise-level.ts'
import type { PlannedExercise, Session, SessionType } from './plan.ts'
import { practisedBefore } from './practice.ts'
import { cuesOf } from './run-cues.ts'
import { stepsOf } from './run-steps.ts'
import { type State, stageOf } from './state.ts'
import { doseOf, lineUp, setsOf, standingFor, timeOfSession } from './strength.ts'
import type { PlannedRun, WeekPlan } from './week-plan.ts'

/** What the sessions of a week are written from. */
export interface Week {
  readonly programme: Programme
  readonly plan: WeekPlan
  readonly state: State
  readonly runs: readonly PlannedRun[]
  readonly limits: readonly LimitEntry[]
  readonly uid: string | undefined
  readonly units: Units
  readonly diary: Diary
  /** What was known at the end of this day. */
  readonly asOf: Day
  readonly runner: Kit & Pick<Runner, 'cadenceSpm'>
  /** Days before this one are over: rest, with a note. */
  readonly from: Day
}

const EMPTY = {
  intensity: null,
  distanceMeters: null,
  durationSeconds: null,
  elapsedSeconds: null,
  terrain: null,
  steps: [],
  exercises: [],
  cues: [],
} as const

/**
 * The sessions of all seven days, in the order in which a day is done: roll and stretch, run, strength, the
 * rest.
 */
export function sessionsOf(week: Week, days: readonly Day[]): Session[] {
  return days.flatMap((day) => (day < week.from ? [pastDay(week, day)] : sessionsOn(week, day)))
}

const session = (
  week: Week,
  day: Day,
  type: SessionType,
  title: string,
  parts: Partial<Session> = {},
): Session => ({
  id: `${dateOf(day)}-${type}@${week.uid ?? 'itb'}`,
  date: dateOf(day),
  type,
  title,
  ...EMPTY,
  ...parts,
})

const pastDay = (week: Week, day: Day): Session =>
  session(week, day, 'rest', 'Over', { cues: ['this day is over'] })

function sessionsOn(week: Week, day: Day): Session[] {
  const runs = week.runs.filter((run) => run.day === day).map((run) => runSession(week, run))
  const strength = strengthOn(week, day)
  const cross = crossTrainingDays(week)
    .filter((each) => each.day === day)
    .map(({ seconds, activities, leftOut }) =>
      session(week, day, 'cross-training', `Cross-training ${durationText(seconds)}`, {
        intensity: 'easy',
        durationSeconds: seconds,
        elapsedSeconds: seconds,
        cues: [`choose: ${activities.join(', ')}`, ...leftOut],
      }),
    )
  const work = [...runs, ...strength, ...cross]
  const mobility = week.plan.phase === 'stop' ? [] : mobilitySessions(week, day)
  return [...(work.length === 0 ? [session(week, day, 'rest', 'Rest')] : []), ...mobility, ...work]
}

function mobilitySessions(week: Week, day: Day): Session[] {
  const { title, exercises, cues, seconds } = mobilityOf(week, day)
  if (exercises.length === 0) return []
  return [
    session(week, day, 'mobility', title, {
      durationSeconds: seconds,
      elapsedSeconds: seconds,
      exercises,
      cues,
    }),
  ]
}

function runSession(week: Week, run: PlannedRun): Session {
  const { programme, plan, units } = week
  const { steps, elapsedSeconds } = stepsOf(programme, plan, run)
  const amount =
    plan.unit === 'time' ? durationText(run.volume.seconds) : distanceText(run.volume.meters, units)
  const isReturn = stageOf(plan.phase) !== undefined || plan.phase === 'build'
  return session(week, run.day, 'run', `${run.isLong ? 'Long run' : 'Run'} ${amount}`, {
    intensity: run.intensity,
    distanceMeters: run.volume.meters,
    durationSeconds: run.volume.seconds,
    elapsedSeconds,
    terrain: run.terrain,
    steps,
    exercises: isReturn ? activation(week, run.day) : [],
    cues: cuesOf(week, run),
  })
}

/**
 * One easy set before a run of the return, which wakes the hip and must not tire it: without what hurt when
 * it was done last, and with what a clinician put in the place of another.
 */
function activation(week: Week, day: Day): PlannedExercise[] {
  const { sets, reps, exercises } = week.programme.rehab.tracks.warmUp.activation
  if (sets === 0) return []
  const { exercises: now } = stateBefore(week, day)
  const standing = exercises.map((id) => standingFor(id, week.limits))
  return [...new Set(standing)]
    .filter((id) => now.get(id)?.hurt !== true)
    .map((id) => ({ id, sets, reps, perSide: true, holdSeconds: null, level: 'activation' }))
}

/** A session of this week already changes the next one: what hurt on Monday is easier on Wednesday. */
const stateBefore = ({ programme, state, diary, runner, asOf }: Week, day: Day): State =>
  practisedBefore(programme, state, diary, runner, asOf, day)

/** Strength of a day: none on the day after a session that was logged, nor where every exercise waits. */
function strengthOn(week: Week, day: Day): Session[] {
  const { programme, plan, limits, runner, diary, asOf, from } = week
  const isLogged = (each: Day): boolean => diary.on(each, asOf).strength.length > 0
  if (!plan.strength.includes(day) || isLogged(addDays(day, -1))) return []
  const state = stateBefore(week, day)
  // A session that was left out is not made up: the next one is the same.
  const ahead = plan.strength.filter((each) => each >= from && each < day && !isLogged(each)).length
  const { placed, waiting } = lineUp(programme, state, ahead, limits, runner)
  if (placed.length === 0) return []
  const sets = setsOf(programme, state, day)
  const exercises = placed.map((each) => doseOf(each, sets))
  const seconds = Math.round(timeOfSession(programme, exercises) / 60) * 60
  return [
    session(week, day, 'strength', `Strength ${durationText(seconds)}`, {
      durationSeconds: seconds,
      elapsedSeconds: seconds,
      exercises,
      cues: [
        ...doseChanges(programme, state, day, placed, runner),
        ...waiting.map((each) => waits(each, state)),
      ],
    }),
  ]
}

const waits = ({ id, title }: Exercise, { exercises }: State): string => {
  const last = exercises.get(id)?.last
  const why = last === undefined ? '' : `, because it hurt on ${dateText(dateOf(last))}`
  return `${title} waits this time${why}.`
}
