import { addDays, type CalendarDate, dateOf, type Day } from '../base/calendar.ts'
import type { DayEntry, RunEntry, StrengthEntry } from '../log/schema.ts'
import { advance } from './advance.ts'
import type { DayRecord, Diary } from './diary.ts'
import { daysOf } from './available-days.ts'
import { bondOf } from './bond.ts'
import { heldTo } from './held-week.ts'
import { daysOfWeek, liveDays } from './live-week.ts'
import { movedRuns } from './remaining-week.ts'
import type { Replay } from './replay.ts'
import type { State } from './state.ts'
import { crossTrainingDays } from './cross-training.ts'
import { practisedBefore } from './practice.ts'
import { exercisesOf } from './strength.ts'
import { type PlannedRun, planWeek, type WeekPlan } from './week-plan.ts'
import type { Programme } from '../protocol/programme.ts'

/** A week that is taken for granted: run as planned, free of pain, everything logged. */
export interface Imagined {
  readonly state: State
  readonly plan: WeekPlan
  /** The log with the assumed days in it. */
  readonly diary: Diary
}

const NO_PAIN = { before: 0, during: 0, after: 0, nextMorning: 0, trend: 'none', lastingHours: 0 } as const
const QUIET = { limp: false, swelling: false, analgesic: false } as const

const runEntry = (date: CalendarDate, { volume }: PlannedRun): RunEntry => ({
  type: 'run',
  date,
  distanceMeters: volume.meters,
  durationSeconds: volume.seconds,
  intensity: 'easy',
  pain: NO_PAIN,
  ...QUIET,
})
const checkIn = (date: CalendarDate): DayEntry => ({
  type: 'day',
  date,
  pain: { dailyActivities: 0, stairs: 0, rest: 0 },
  swelling: false,
  redFlags: [],
})
const strengthEntry = (date: CalendarDate, ids: readonly string[]): StrengthEntry => ({
  type: 'strength',
  date,
  exercises: ids.map((id) => ({ id, pain: 0 })),
})

/** What is assumed of one day: the planned sessions, free of pain, beside what is logged already. */
function assumedDay(
  known: DayRecord,
  date: CalendarDate,
  runs: readonly PlannedRun[],
  exercises: readonly string[],
): DayRecord {
  const scored = known.runs.map(
    (run): RunEntry =>
      run.pain === undefined || run.pain.nextMorning !== undefined
        ? run
        : { ...run, pain: { ...run.pain, nextMorning: 0 } },
  )
  return {
    ...known,
    runs: known.runs.length > 0 ? scored : runs.map((run) => runEntry(date, run)),
    checkIns: known.checkIns.length > 0 ? known.checkIns : [checkIn(date)],
    strength:
      known.strength.length > 0 || exercises.length === 0 ? known.strength : [strengthEntry(date, exercises)],
    isLogged: true,
  }
}

/** Lays assumed days over a diary. */
function overlay(diary: Diary, days: ReadonlyMap<Day, DayRecord>, last: Day): Diary {
  return {
    ...diary,
    first: diary.first ?? [...days.keys()][0],
    firstHeard: diary.firstHeard ?? [...days.keys()][0],
    inUseFrom: diary.inUseFrom ?? [...days.keys()][0],
    isTold: (day, asOf) => days.has(day) || diary.isTold(day, asOf),
    on: (day, asOf) => days.get(day) ?? diary.on(day, asOf),
    learnedLate: (day, asOf) => diary.learnedLate(day, asOf > last ? last : asOf),
  }
}

/** The running week from today on, as planned: what the next plan may take for granted and has to say so. */
export function imagineRest(programme: Programme, replay: Replay, today: Day): Imagined {
  const week = replay.weekOf(today)
  const plan = replay.planAt(week, today)
  const left = replay.remaining(week, today)
  const before = shownBefore(replay, week, today)
  const state = replay.stateAt(week, today)
  const strength = plan.strength.filter((day) => day >= today)
  return live(programme, replay, {
    state,
    plan,
    runs: left.runs,
    strength,
    from: today,
    earlier: before,
    diary: replay.diary,
    ...beginningOf(replay, week, today),
  })
}

/** With nothing logged yet the week begins today. */
function beginningOf(replay: Replay, week: Day, today: Day): Pick<Course, 'begun' | 'dueFrom'> {
  const first = replay.diary.inUseFrom ?? today
  const dueFrom = first > week ? first : week
  return { dueFrom, begun: replay.planAt(week, dueFrom) }
}

const shownBefore = (replay: Replay, week: Day, today: Day): readonly PlannedRun[] =>
  daysOfWeek(week)
    .filter((day) => day < today || replay.diary.on(day, today).runs.length > 0)
    .flatMap((day) => replay.shownOn(week, day))

/** One further week after an imagined one. */
export function imagineNext(programme: Programme, replay: Replay, { state, diary }: Imagined): Imagined {
  const setting = { ...replay.settingOn(addDays(state.at, -1)), diary, asOf: addDays(state.at, -1) }
  const plan = planWeek(setting, state)
  return live(programme, replay, {
    state,
    plan,
    runs: plan.runs,
    strength: plan.strength,
    from: plan.start,
    earlier: [],
    diary,
    begun: plan,
    dueFrom: plan.start,
  })
}

interface Course {
  readonly state: State
  readonly plan: WeekPlan
  readonly runs: readonly PlannedRun[]
  readonly strength: readonly Day[]
  readonly from: Day
  readonly earlier: readonly PlannedRun[]
  readonly diary: Diary
  /** The plan of the first day of the week, and the day from which on it is held against it. */
  readonly begun: WeekPlan
  readonly dueFrom: Day
}

function live(programme: Programme, replay: Replay, course: Course): Imagined {
  const { state, plan, runs, strength, from, earlier } = course
  const setting = { ...replay.settingOn(from), diary: course.diary }
  const { runner } = setting
  const asOf = addDays(plan.start, 6)
  const isOpen = (day: Day): boolean => course.diary.on(day, from).strength.length === 0
  const assumed = new Map(
    daysOfWeek(plan.start)
      .filter((day) => day >= from)
      .map((day) => {
        const exercises = strength.includes(day)
          ? exercisesOf(
              programme,
              practisedBefore(programme, state, course.diary, runner, from, day),
              strength.filter((each) => each < day && isOpen(each)).length,
            ).map(({ id }) => id)
          : []
        const known = course.diary.on(day, from)
        return [
          day,
          assumedDay(
            known,
            dateOf(day),
            runs.filter((run) => run.day === day),
            exercises,
          ),
        ] as const
      }),
  )
  const diary = overlay(course.diary, assumed, from)
  const shown = [...earlier, ...runs.filter(({ day }) => !earlier.some((run) => run.day === day))]
  const lived = liveDays(
    {
      ...{ programme, diary, state, phase: plan.phase, pace: plan.facts.pace },
      shownOn: (day) => shown.find((run) => run.day === day)?.volume.meters,
    },
    daysOfWeek(plan.start),
    addDays(asOf, 1),
  )
  // By the same measure as a week that is over, or the outlook would not keep its word.
  const bond = bondOf(programme, diary, state, plan.start, addDays(asOf, 1), false)
  const next = advance({
    programme,
    diary,
    runner,
    state,
    bond,
    plan: bond === 'planned' ? plan : undefined,
    ...heldTo({
      start: plan.start,
      bond,
      dueFrom: course.dueFrom,
      begun: course.begun,
      evening: plan,
      shown,
      asked: [
        ...shown,
        ...movedRuns(
          plan,
          shown,
          lived.filter(({ day }) => day >= course.dueFrom),
        ),
      ],
      free: daysOf(setting, { ...state, pausing: lived.at(-1)?.course.pausing ?? state.pausing }),
    }),
    shownStrength: plan.strength,
    lived,
    asOf: addDays(asOf, 1),
  })
  const trained = crossTrainingDays({ programme, plan, state, runs, diary: course.diary, asOf: from, from })
    .map(({ day }) => day)
    .filter((day) => day >= from)
  const { done, hurt } = next.crossTraining
  return { state: { ...next, crossTraining: { done: [...done, ...trained], hurt } }, plan, diary }
}
