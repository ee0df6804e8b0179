import * as z from 'zod'
import { count, days, distance, duration, painScore } from '../base/quantity.ts'
import { type Grade, isAtLeast, ruleFields, worseGrade } from './finding.ts'

/** Grades what was said about the outer knee: a run, a day, an exercise. */
export const PainGrade = z.strictObject({
  ...ruleFields,
  kind: z.literal('pain-grade'),
  mildPeak: painScore('0/10', '2/10'),
  severePeak: painScore('4/10', '6/10'),
  settledWithin: duration('30 min', '2 h'),
  lastsTooLong: duration('6 h', '24 h'),
  firstMile: distance('1609 m', '3 km'),
  firstMileSevere: painScore('1/10', '3/10'),
  morningMild: painScore('0/10', '1/10'),
  morningSevere: painScore('2/10', '3/10'),
  crossTrainingModerate: painScore('1/10', '3/10'),
  dailySevere: painScore('1/10', '2/10'),
  dailyDays: count(1, 2),
  dailyWithin: days('7 d', '28 d'),
  repeatWithin: days('14 d', '42 d'),
})
export type PainGrade = z.infer<typeof PainGrade>

/** What is known of one run. Undefined means "not said", never zero. */
export interface RunReport {
  readonly kind: 'run' | 'flare'
  readonly outerKnee: boolean
  readonly before?: number | undefined
  readonly during?: number | undefined
  readonly after?: number | undefined
  readonly nextMorning?: number | undefined
  readonly morningIsDue: boolean
  readonly onset?: number | undefined
  readonly trend?: 'none' | 'eased' | 'steady' | 'worsened' | undefined
  /** Seconds. */
  readonly lasting?: number | undefined
  readonly limp?: boolean | undefined
  readonly swelling?: boolean | undefined
  readonly analgesic?: boolean | undefined
}

/** Where the runner stood on that day, as far as it changes what a pain amounts to. */
export interface Standing {
  readonly phase: 'base' | 'acute-reduced' | 'no-running' | 'stage' | 'build' | 'maintain'
}

/** A grade with the reasons for it and what was not said. */
export interface Graded {
  readonly grade: Grade
  /** True when an S3 calls for a break rather than a reduction. */
  readonly isBreak: boolean
  readonly reasons: readonly string[]
  readonly missing: readonly string[]
}

export const CLEAN: Graded = { grade: 'S0', isBreak: false, reasons: [], missing: [] }

type Sign = readonly [holds: boolean, grade: Grade, reason: string]

const graded = (signs: readonly Sign[], missing: readonly string[]): Graded => {
  const seen = signs.filter(([holds]) => holds)
  const grade = seen.reduce<Grade>(
    (worst, [, next]) => worseGrade(worst, next),
    missing.length > 0 ? 'U' : 'S0',
  )
  return { grade, isBreak: false, reasons: seen.map(([, , reason]) => reason), missing }
}

/**
 * Only what the runner said unlocks anything: a missing score is unknown, and a missing detail the careful
 * one.
 */
export function gradeRun(rule: PainGrade, run: RunReport, standing: Standing): Graded {
  const missing = run.kind === 'flare' ? [] : missingScores(run)
  const hurt = run.outerKnee ? Math.max(run.during ?? 0, run.after ?? 0) : 0
  const elsewhere = !run.outerKnee && Math.max(run.during ?? 0, run.after ?? 0, run.nextMorning ?? 0) > 0
  // A flare entry is made in a hurry: what it does not say stays open instead of counting as the worst.
  const assume = run.kind === 'run' && hurt > 0
  const trend = run.trend ?? (assume ? 'worsened' : 'none')
  const lasting = run.lasting ?? (assume ? rule.settledWithin + 1 : 0)
  const rise = run.outerKnee ? (run.nextMorning ?? 0) - (run.before ?? 0) : 0
  const early = hurt > 0 && run.onset !== undefined && run.onset <= rule.firstMile
  const earlySevere =
    early && standing.phase !== 'stage' && (hurt >= rule.firstMileSevere || trend !== 'eased')
  const result = graded(
    [
      [run.kind === 'flare', 'S3', 'flare'],
      [run.limp === true, 'S3', 'limp'],
      [run.swelling === true, 'S3', 'swelling'],
      [hurt >= rule.severePeak, 'S3', 'severe-peak'],
      [earlySevere, 'S3', 'first-mile'],
      [lasting > rule.lastsTooLong, 'S3', 'lasting-day'],
      [rise >= rule.morningSevere, 'S3', 'morning-severe'],
      [hurt > rule.mildPeak, 'S2', 'moderate-peak'],
      [hurt > 0 && trend === 'worsened', 'S2', 'worsened'],
      [hurt > 0 && lasting > rule.settledWithin, 'S2', 'lasting'],
      [rise > rule.morningMild, 'S2', 'morning-moderate'],
      [early, 'S2', 'first-mile'],
      [hurt > 0, 'S1', 'mild'],
      [run.outerKnee && (run.nextMorning ?? 0) > 0, 'S1', 'morning-mild'],
      [run.analgesic === true, 'U', 'painkiller'],
      [elsewhere, 'U', 'elsewhere'],
    ],
    missing,
  )
  return inPhase(result, standing, {
    lasted: hurt > 0 && lasting > rule.settledWithin,
    stops: run.limp === true || run.swelling === true || hurt >= rule.severePeak || early,
  })
}

const missingScores = (run: RunReport): string[] => [
  ...(run.during === undefined ? ['during'] : []),
  ...(run.morningIsDue && run.nextMorning === undefined ? ['nextMorning'] : []),
  ...(run.limp === undefined ? ['limp'] : []),
  ...(run.swelling === undefined ? ['swelling'] : []),
  ...(run.analgesic === undefined ? ['analgesic'] : []),
]

/** The same pain means more where no rehabilitation runs, and a break where running is hardly back. */
function inPhase(found: Graded, standing: Standing, signs: { lasted: boolean; stops: boolean }): Graded {
  const noEpisode = standing.phase === 'base' || standing.phase === 'maintain'
  const raised = (standing.phase === 'base' && found.grade === 'S2') || (noEpisode && signs.lasted)
  const grade = raised ? worseGrade(found.grade, 'S3') : found.grade
  const fragile =
    standing.phase === 'stage' || standing.phase === 'acute-reduced' || standing.phase === 'no-running'
  return {
    ...found,
    grade,
    isBreak: isAtLeast(grade, 'S3') && (signs.stops || fragile || (noEpisode && signs.lasted)),
  }
}

/** What is known of one day's life with the knee. Undefined means "not said". */
export interface DayReport {
  /** The worst of walking, stairs and rest. */
  readonly daily?: number | undefined
  readonly limp?: boolean | undefined
  readonly swelling?: boolean | undefined
  readonly redFlags: readonly string[]
  /** Other days with daily-activity pain in the window that ends on this day. */
  readonly painfulDaysBefore: number
  readonly secondSwelling: boolean
}

/** Daily-activity pain, a limp, swelling and red flags of one day. */
export function gradeDay(rule: PainGrade, day: DayReport, standing: Standing): Graded {
  const pain = day.daily ?? 0
  const resting = standing.phase === 'no-running'
  const repeated = pain > 0 && !resting && day.painfulDaysBefore + 1 >= rule.dailyDays
  const found = graded(
    [
      [day.redFlags.length > 0, 'S4', 'red-flag'],
      [day.secondSwelling, 'S4', 'second-swelling'],
      [day.limp === true, 'S3', 'limp'],
      [day.swelling === true, 'S3', 'swelling'],
      [pain >= rule.dailySevere, 'S3', 'daily-severe'],
      [repeated, 'S3', 'daily-repeated'],
      // One day with a 1 holds a healthy runner and takes one step off a returning one; at rest it only stops
      // the gate.
      [pain > 0 && !resting, standing.phase === 'base' ? 'S1' : 'S2', 'daily-mild'],
    ],
    [],
  )
  return { ...found, isBreak: isAtLeast(found.grade, 'S3') }
}

/** Pain in a strength exercise is a step back; in cross-training the activity is dropped first. */
export function gradeTraining(
  rule: PainGrade,
  kind: 'strength' | 'cross-training',
  pain: number | undefined,
): Graded {
  return graded(
    [
      [(pain ?? 0) > 0 && kind === 'strength', 'S2', 'strength-pain'],
      [(pain ?? 0) >= rule.crossTrainingModerate && kind === 'cross-training', 'S2', 'cross-training-pain'],
      [(pain ?? 0) > 0 && kind === 'cross-training', 'S1', 'cross-training-pain'],
    ],
    pain === undefined && kind === 'strength' ? ['exercise-pain'] : [],
  )
}

/** S2 in BASE is a flare: there is no rehabilitation yet that it could step back in. */
export const raisedInBase = (found: Graded, standing: Standing): Graded =>
  standing.phase === 'base' && found.grade === 'S2' ? { ...found, grade: 'S3', isBreak: false } : found
