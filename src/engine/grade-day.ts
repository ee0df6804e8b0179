import { isAgain } from '../rules/pain-window.ts'
import type { Day } from '../base/calendar.ts'
import type { FlareEntry, RunEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Grade, isAtLeast, worseGrade } from '../rules/finding.ts'
import {
  CLEAN, type Graded, gradeDay, gradeRun, gradeTraining, raisedInBase, type RunReport, type Standing,
} from '../rules/pain-grade.ts'
import type { DayRecord } from './diary.ts'

/** What a day amounts to, and the facts of it that later days ask for. */
export interface GradedDay extends Graded {
  /** The grade of each run, in the order of the entries. */
  readonly runGrades: readonly Grade[]
  readonly worstRun: Grade
  /** Highest score of the outer knee that day. Undefined when none was given. */
  readonly peak: number | undefined
  readonly daily: number | undefined
  readonly swelling: boolean | undefined
  readonly redFlags: readonly string[]
  /** The S2 rests on nothing but a 1 in daily life. */
  readonly isOnlyDaily: boolean
}

/** What of the days before changes the grade of this one. */
export interface DayContext {
  readonly standing: Standing
  readonly painfulDaysBefore: number
  readonly secondSwelling: boolean
  /** Moderate pain in the days before which a further one adds up with. */
  readonly steps: readonly { readonly day: Day; readonly daily: boolean }[]
  /** The day after has begun, so its morning score is due. */
  readonly morningIsDue: boolean
  /** In the acute phase and rehabilitation a missing check-in leaves the day unknown. */
  readonly needsCheckIn: boolean
}

/** The worst of what was said of one day; what was not said is unknown and never good. */
export function gradeWholeDay(programme: Programme, day: Day, record: DayRecord, context: DayContext): GradedDay {
  if (isSilent(record)) return silentDay(record, context)
  const rule = programme.painGrade
  const { standing } = context
  const runs = record.runs.map((run) => gradeRun(rule, reportOf(run, context.morningIsDue), standing))
  const flares = record.flares.map((flare) => gradeRun(rule, reportOf(flare, false), standing))
  const daily = dailyPain(record)
  const swelling = record.checkIns.some((entry) => entry.swelling === true)
    ? true
    : record.checkIns.find((entry) => entry.swelling !== undefined)?.swelling
  const redFlags = record.checkIns.flatMap((entry) => entry.redFlags ?? [])
  const whole = gradeDay(
    rule,
    {
      daily,
      limp: record.checkIns.some((entry) => entry.limp === true) || undefined,
      swelling,
      redFlags,
      painfulDaysBefore: context.painfulDaysBefore,
      secondSwelling: context.secondSwelling,
    },
    standing,
  )
  const training = [
    ...record.strength.flatMap(({ exercises }) => exercises.map(({ pain }) => gradeTraining(rule, 'strength', pain))),
    ...record.crossTraining.map(({ pain }) => gradeTraining(rule, 'cross-training', pain)),
  ].map((graded) => raisedInBase(graded, standing))
  const unsaid: Graded = context.needsCheckIn && daily === undefined ? { ...CLEAN, grade: 'U', missing: ['check-in'] } : CLEAN
  const parts = [...runs, ...flares, whole, ...training, unsaid]
  const otherSteps = [...runs, ...flares, ...training].some(({ grade }) => grade === 'S2')
  const merged = repeated(programme, day, merge(parts), context, otherSteps)
  return {
    ...merged,
    runGrades: runs.map(({ grade }) => grade),
    worstRun: [...runs, ...flares].reduce<Grade>((worst, { grade }) => worseGrade(worst, grade), 'S0'),
    peak: peakOf(record),
    daily,
    swelling: swelling ?? (record.runs.some((run) => run.swelling === true) || record.flares.some((flare) => flare.swelling === true) || undefined),
    redFlags,
    isOnlyDaily: merged.grade === 'S2' && !otherSteps,
  }
}

/** Nothing was said of the knee that day; most days of an imported history are so, and they are many. */
const isSilent = ({ runs, flares, checkIns, strength, crossTraining }: DayRecord): boolean =>
  flares.length === 0 && checkIns.length === 0 && strength.length === 0 && crossTraining.length === 0 &&
  runs.every((run) => run.pain === undefined && run.limp === undefined && run.swelling === undefined && run.analgesic === undefined)

const UNSAID = ['during', 'nextMorning', 'limp', 'swelling', 'analgesic']
const QUIET_DAY = { isBreak: false, reasons: [], peak: undefined, daily: undefined, swelling: undefined, redFlags: [], isOnlyDaily: false }
const NO_DAY: GradedDay = { ...QUIET_DAY, grade: 'S0', missing: [], runGrades: [], worstRun: 'S0' }

function silentDay({ runs }: DayRecord, { morningIsDue, needsCheckIn }: DayContext): GradedDay {
  if (runs.length === 0 && !needsCheckIn) return NO_DAY
  const scores = runs.length === 0 ? [] : UNSAID.filter((score) => morningIsDue || score !== 'nextMorning')
  const missing = needsCheckIn ? [...scores, 'check-in'] : scores
  return { ...QUIET_DAY, grade: 'U', missing, runGrades: runs.map(() => 'U' as const), worstRun: runs.length === 0 ? 'S0' : 'U' }
}

/** The worst of walking, stairs and rest over all check-ins of the day; undefined when none was given. */
export function dailyPain(record: DayRecord): number | undefined {
  const scores = record.checkIns.flatMap(({ pain }) =>
    [pain?.dailyActivities, pain?.stairs, pain?.rest].filter((score) => score !== undefined),
  )
  return scores.length === 0 ? undefined : Math.max(...scores)
}

function peakOf(record: DayRecord): number | undefined {
  const scores = [...record.runs, ...record.flares]
    .filter(({ pain }) => isOuterKnee(pain?.site))
    .flatMap(({ pain }) => [pain?.during, pain?.after].filter((score) => score !== undefined))
  return scores.length === 0 ? undefined : Math.max(...scores)
}

export const isOuterKnee = (site: string | undefined): boolean => site === undefined || site === 'outer-knee'

const merge = (parts: readonly Graded[]): Graded => {
  const grade = parts.reduce<Grade>((worst, part) => worseGrade(worst, part.grade), 'S0')
  return {
    grade,
    isBreak: isAtLeast(grade, 'S3') && parts.some((part) => part.isBreak),
    reasons: [...new Set(parts.flatMap(({ reasons }) => reasons))],
    missing: [...new Set(parts.flatMap(({ missing }) => missing))],
  }
}

/** A second step back within two weeks is no longer a step; two single ones of daily life count once. */
function repeated(programme: Programme, day: Day, found: Graded, context: DayContext, otherSteps: boolean): Graded {
  if (found.grade !== 'S2') return found
  const again = context.steps.some(
    (step) => step.day < day && isAgain(programme.painGrade, day - step.day) && (otherSteps || !step.daily),
  )
  if (!again) return found
  const fragile = context.standing.phase !== 'build' && context.standing.phase !== 'maintain' && context.standing.phase !== 'base'
  return { ...found, grade: 'S3', isBreak: fragile, reasons: [...found.reasons, 'again'] }
}

function reportOf(entry: RunEntry | FlareEntry, morningIsDue: boolean): RunReport {
  const { pain } = entry
  return {
    kind: entry.type,
    outerKnee: isOuterKnee(pain?.site),
    before: pain?.before,
    during: pain?.during,
    after: pain?.after,
    nextMorning: pain?.nextMorning,
    morningIsDue,
    onset: pain?.onsetMeters,
    trend: pain?.trend,
    lasting: pain?.lastingHours === undefined ? undefined : pain.lastingHours * 3600,
    limp: entry.limp,
    swelling: entry.swelling,
    analgesic: entry.type === 'run' ? entry.analgesic : undefined,
  }
}
