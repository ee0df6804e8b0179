import { addsUp } from '../rules/pain-window.ts'
import { addDays, type Day } from '../base/calendar.ts'
import { distanceIn, metres, pace, type Pace, seconds, type Volume } from '../base/units.ts'
import type { RunEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Grade, isAtLeast, type Phase } from '../rules/finding.ts'
import { unsaidOnset } from '../rules/session-cap.ts'
import type { DayRecord, Diary } from './diary.ts'
import { isOuterKnee } from '../rules/pain-grade.ts'
import { type GradedDay, signOn } from './day-report.ts'
import { causeOf } from './cause.ts'
import { gradeWholeDay } from './grade-day.ts'
import { pauseAfter, type PauseCourse } from './pause.ts'
import { type GradedRun, type Onset, type State, standingOf } from './state.ts'

/** A day of a week as it was lived, in the phase that held on it. */
export interface LivedDay {
  readonly day: Day
  readonly phase: Phase
  readonly graded: GradedDay
  readonly runs: readonly GradedRun[]
  readonly onsets: readonly Onset[]
  /** The day turned the phase: a flare, a worse knee on a cut week, a red flag. */
  readonly turn: 'reduced' | 'break' | 'stop' | 'cleared' | undefined
  readonly newSwelling: boolean
  /** The entries its grade rests on. Undefined for a clean day. */
  readonly cause: string | undefined
  /** Something was written of the day. */
  readonly isLogged: boolean
  /** What the day leaves to the next one. */
  readonly course: Course
}

/** What a day hands on: the phase, and the pain that adds up. */
export interface Course {
  readonly phase: Phase
  readonly painfulDays: readonly Day[]
  readonly steps: State['steps']
  readonly elsewhere: State['elsewhere']
  readonly pausing: PauseCourse
  readonly swelling: State['lastSwelling']
  readonly swellings: number
}

/** What the days of a week are lived in: the state before it and the phase it was planned in. */
export interface Living {
  readonly programme: Programme
  readonly diary: Diary
  readonly state: State
  readonly phase: Phase
  /** The pace that a treadmill's minutes are told in. Undefined without a plan. */
  readonly pace: Pace | undefined
  /** Metres of the run that was shown for a day. Undefined where none was. */
  readonly shownOn?: (day: Day) => number | undefined
}

/** Lives some days in order: each is graded in the phase that the days before it have led to. */
export function liveDays(living: Living, days: readonly Day[], asOf: Day): LivedDay[] {
  return days.reduce<LivedDay[]>((lived, day) => [...lived, liveOn(living, lived.at(-1), day, asOf)], [])
}

/** Lives one more day after those before it; undefined before the first of the week. */
export function liveOn(living: Living, before: LivedDay | undefined, day: Day, asOf: Day): LivedDay {
  const course = before === undefined ? beginning(living) : before.course
  return liveDay(living, course, day, asOf)
}

const beginning = ({ state, phase }: Living): Course => ({
  phase,
  painfulDays: state.painfulDays,
  steps: state.steps,
  elsewhere: state.elsewhere,
  pausing: state.pausing,
  swelling: state.lastSwelling,
  swellings: state.episode?.swellings ?? 0,
})

function liveDay(living: Living, course: Course, day: Day, asOf: Day): LivedDay {
  const { programme, diary, pace: easy } = living
  const record = diary.on(day, asOf)
  const newSwelling =
    signOn(record, 'swelling') === true && (course.swelling === undefined || course.swelling.ended)
  const rule = programme.painGrade
  const graded = gradeWholeDay(programme, day, record, {
    standing: { phase: standingOf(course.phase) },
    painfulDaysBefore: course.painfulDays.filter((painful) => painful < day && addsUp(rule, day - painful))
      .length,
    secondSwelling: newSwelling && course.swellings > 0,
    steps: course.steps,
    elsewhere: course.elsewhere,
    morningIsDue: day < asOf,
    needsCheckIn:
      (course.phase === 'acute-reduced' || course.phase === 'acute-break' || course.phase === 'rehab') &&
      day < asOf,
  })
  const runs = record.runs.map((run, index) => gradedRun(run, graded.runGrades[index] ?? 'U', day, easy))
  const cleared = record.clearances.length > 0 && course.phase === 'stop' && graded.grade !== 'S4'
  const lived = {
    day,
    phase: course.phase,
    graded,
    runs,
    onsets: onsetsOf(living, record, day, graded),
    turn: turnOf(course.phase, graded, cleared),
    newSwelling,
    cause: causeOf(day, record, graded),
    isLogged: record.isLogged,
  }
  const pausing = pauseAfter(programme, course.pausing, day, living.state.at, graded, record)
  return { ...lived, course: { ...after(course, lived), pausing } }
}

/** A cut week in which a run hurts more than mildly is followed by a break. */
function turnOf(phase: Phase, graded: GradedDay, cleared: boolean): LivedDay['turn'] {
  if (cleared) return 'cleared'
  if (phase === 'stop') return undefined
  if (graded.grade === 'S4') return 'stop'
  const hurtOnCut = phase === 'acute-reduced' && isAtLeast(graded.worstRun, 'S2')
  if (hurtOnCut || (isAtLeast(graded.knee, 'S3') && graded.isBreak)) return 'break'
  return isAtLeast(graded.knee, 'S3') ? 'reduced' : undefined
}

const PHASE_OF_TURN = {
  reduced: 'acute-reduced',
  break: 'acute-break',
  stop: 'stop',
  cleared: 'rehab',
} as const

function after(
  course: Course,
  { day, graded, turn, newSwelling }: Omit<LivedDay, 'course'>,
): Omit<Course, 'pausing'> {
  const said = graded.swelling
  return {
    phase: turn === undefined ? course.phase : PHASE_OF_TURN[turn],
    painfulDays: (graded.daily ?? 0) > 0 ? [...course.painfulDays, day] : course.painfulDays,
    steps: graded.step === undefined ? course.steps : [...course.steps, { day, of: graded.step }],
    elsewhere: [...course.elsewhere, ...graded.elsewhere.map((place) => ({ day, ...place }))],
    swelling:
      said === true
        ? { day, ended: false }
        : said === false && course.swelling !== undefined
          ? { ...course.swelling, ended: true }
          : course.swelling,
    swellings: course.swellings + (newSwelling ? 1 : 0),
  }
}

/** The phase in which a day ends. */
export const phaseAfter = (lived: LivedDay): Phase =>
  lived.turn === undefined ? lived.phase : PHASE_OF_TURN[lived.turn]

/** The running part of a run; without one the whole run counts as running. */
export const runningOf = (run: RunEntry): Volume => {
  const whole = run.runningSeconds ?? run.durationSeconds
  const share = run.durationSeconds > 0 ? whole / run.durationSeconds : 1
  return { meters: metres(run.runningMeters ?? run.distanceMeters * share), seconds: seconds(whole) }
}

function gradedRun(run: RunEntry, grade: Grade, day: Day, easy: Pace | undefined): GradedRun {
  const told = runningOf(run)
  // A belt's metres are a guess: its minutes are the measure.
  const onBelt = run.surface === 'treadmill'
  const volume =
    onBelt && easy !== undefined ? { ...told, meters: metres(distanceIn(told.seconds, easy)) } : told
  const { pain } = run
  return {
    day,
    volume,
    credited: volume,
    grade,
    isScored: pain !== undefined,
    isEasy: !onBelt && (run.intensity === undefined || run.intensity === 'easy'),
    pace: pace(volume.meters > 0 ? (volume.seconds * 1000) / volume.meters : 0),
    start: run.start,
  }
}

/**
 * Where moderate or worse pain of the outer knee began. A flare hurt even where nobody scored it; a run that
 * did not hurt has no onset. Where a run does not say, it is taken to be where the run ended, and of one that
 * hurt while running no further than a part of the run that was shown: neither to run on nor to stop a little
 * short may pay.
 */
function onsetsOf(living: Living, { runs, flares }: DayRecord, day: Day, graded: GradedDay): Onset[] {
  const rule = living.programme.sessionCap
  const ofRuns = runs.flatMap((run, index) => {
    const { site, during = 0, after = 0, onsetMeters } = run.pain ?? {}
    const hurt = isOuterKnee(site) && Math.max(during, after) > 0
    if (!hurt || !isAtLeast(graded.runGrades[index] ?? 'S0', 'S2')) return []
    const ended = runningOf(run).meters
    return [onsetMeters ?? unsaidOnset(rule, ended, during > 0, living.shownOn?.(day))]
  })
  const ofFlares = flares.flatMap(({ pain }) =>
    pain?.onsetMeters === undefined || !isOuterKnee(pain.site) ? [] : [pain.onsetMeters],
  )
  return [...ofRuns, ...ofFlares].map((meters) => ({ day, meters: metres(meters) }))
}

/** The seven days of a week. */
export const daysOfWeek = (start: Day): Day[] =>
  Array.from({ length: 7 }, (_, index) => addDays(start, index))
