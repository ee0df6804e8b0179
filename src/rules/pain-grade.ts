import * as z from 'zod'
import { count, days, distance, duration, painScore } from '../base/quantity.ts'
import { type Grade, isAtLeast, ruleFields, worseGrade } from './finding.ts'

/** Grades what was said of pain: of a run, a day, an exercise, at the outer knee and elsewhere. */
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
  /** From here on pain in an exercise is severe in every phase. */
  exerciseSevere: painScore('4/10', '6/10'),
  /** Pain in hip, groin, shin or foot that grew while running is a red flag from here on. */
  boneSevere: painScore('1/10', '3/10'),
  dailySevere: painScore('1/10', '2/10'),
  dailyDays: count(1, 2),
  dailyWithin: days('7 d', '28 d'),
  repeatWithin: days('14 d', '42 d'),
})
export type PainGrade = z.infer<typeof PainGrade>

/** What is known of one run. Undefined means "not said", never zero. */
export interface RunReport {
  readonly kind: 'run' | 'flare'
  readonly site: string
  readonly before?: number | undefined
  readonly during?: number | undefined
  readonly after?: number | undefined
  readonly nextMorning?: number | undefined
  readonly morningIsDue: boolean
  readonly onset?: number | undefined
  /** Metres of the whole run. Undefined for a flare. */
  readonly ended?: number | undefined
  readonly trend?: 'none' | 'eased' | 'steady' | 'worsened' | undefined
  /** Seconds. */
  readonly lasting?: number | undefined
  readonly limp?: boolean | undefined
  readonly swelling?: boolean | undefined
  /** A painkiller was taken, whichever entry of the day says so. */
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

/** A grade of a part of the day, which further facts of the day may still raise. */
export interface PartGrade extends Graded {
  /** What it rests on calls for a break as soon as it is severe. */
  readonly breaks: boolean
}

export const CLEAN: PartGrade = { grade: 'S0', isBreak: false, breaks: false, reasons: [], missing: [] }

type Sign = readonly [holds: boolean, grade: Grade, reason: string]

function graded(signs: readonly Sign[], missing: readonly string[] = [], breaks = false): PartGrade {
  const seen = signs.filter(([holds]) => holds)
  const grade = seen.reduce<Grade>(
    (worst, [, next]) => worseGrade(worst, next),
    missing.length > 0 ? 'U' : 'S0',
  )
  const isBreak = breaks && isAtLeast(grade, 'S3')
  return { grade, isBreak, breaks, reasons: seen.map(([, , reason]) => reason), missing }
}

/** The grade it has become by something else that is known of the day. */
const raised = (found: PartGrade, grade: Grade, reason?: string): PartGrade => ({
  ...found,
  grade,
  isBreak: found.breaks && isAtLeast(grade, 'S3'),
  reasons:
    reason === undefined || found.reasons.includes(reason) ? found.reasons : [...found.reasons, reason],
})

const worstOf = (...scores: readonly (number | undefined)[]): number =>
  Math.max(0, ...scores.map((score) => score ?? 0))

/** Pain at the outer side of the knee; what was not said is taken to be there. */
export const isOuterKnee = (site: string | undefined): boolean => site === undefined || site === 'outer-knee'

/** Where pain may come of a bone under too much load. */
const BONES = ['hip', 'groin', 'shin', 'foot']

/** The only pain that is told is at another place: its signs belong there as well. */
const hurtsElsewhere = ({ kind, site, during, after, nextMorning }: RunReport): boolean =>
  !isOuterKnee(site) && (kind === 'flare' || worstOf(during, after, nextMorning) > 0)

/** Trend and duration as far as they were said; what hurt and was not told of is taken as the careful one. */
function courseOf(rule: PainGrade, { kind, trend, lasting }: RunReport, hurt: number) {
  // A flare entry is made in a hurry: what it does not say stays open instead of counting as the worst.
  const assume = kind === 'run' && hurt > 0
  return {
    trend: trend ?? (assume ? 'worsened' : 'none'),
    lasting: lasting ?? (assume ? rule.settledWithin + 1 : 0),
    grew: trend === undefined ? 'worsened-unsaid' : 'worsened',
    stayed: lasting === undefined ? 'lasting-unsaid' : 'lasting',
  }
}

/**
 * The outer knee in one run. Only what the runner said unlocks anything: a missing score is unknown, and a
 * missing detail the careful one.
 */
export function gradeRun(rule: PainGrade, run: RunReport, standing: Standing): PartGrade {
  const isHere = isOuterKnee(run.site)
  const missing = run.kind === 'flare' ? [] : missingScores(run)
  const hurt = isHere ? worstOf(run.during, run.after) : 0
  const { trend, lasting, grew, stayed } = courseOf(rule, run, hurt)
  const rise = isHere ? (run.nextMorning ?? 0) - (run.before ?? 0) : 0
  // Where the run ended the first mile ended with it: no short run has an onset that is early.
  const isAtEnd = run.ended !== undefined && run.onset !== undefined && run.onset >= run.ended
  const early = hurt > 0 && run.onset !== undefined && run.onset <= rule.firstMile && !isAtEnd
  const earlySevere =
    early && standing.phase !== 'stage' && (hurt >= rule.firstMileSevere || trend !== 'eased')
  const ours = !hurtsElsewhere(run)
  const limps = ours && run.limp === true
  const swells = ours && run.swelling === true
  const lasted = hurt > 0 && lasting > rule.settledWithin
  const found = graded(
    [
      [isHere && run.kind === 'flare', 'S3', 'flare'],
      [limps, 'S3', 'limp'],
      [swells, 'S3', 'swelling'],
      [hurt >= rule.severePeak, 'S3', 'severe-peak'],
      [earlySevere, 'S3', 'first-mile'],
      [lasting > rule.lastsTooLong, 'S3', 'lasting-day'],
      [rise >= rule.morningSevere, 'S3', 'morning-severe'],
      [hurt > rule.mildPeak, 'S2', 'moderate-peak'],
      [hurt > 0 && trend === 'worsened', 'S2', grew],
      [lasted, 'S2', stayed],
      [rise > rule.morningMild, 'S2', 'morning-moderate'],
      [early, 'S2', 'first-mile'],
      [hurt > 0, 'S1', 'mild'],
      [isHere && (run.nextMorning ?? 0) > 0, 'S1', 'morning-mild'],
      [run.analgesic === true, 'U', 'painkiller'],
    ],
    missing,
    limps ||
      swells ||
      hurt >= rule.severePeak ||
      early ||
      isFragile(standing) ||
      (isWithoutEpisode(standing) && lasted),
  )
  return onPainkiller(raisedInBase(found, standing), run.analgesic, standing)
}

const missingScores = (run: RunReport): string[] => [
  ...(run.during === undefined ? ['during'] : []),
  ...(run.morningIsDue && run.nextMorning === undefined ? ['nextMorning'] : []),
  ...(run.limp === undefined ? ['limp'] : []),
  ...(run.swelling === undefined ? ['swelling'] : []),
  ...(run.analgesic === undefined ? ['analgesic'] : []),
]

/** Where running is hardly back, whatever is severe is a break. */
const isFragile = ({ phase }: Standing): boolean =>
  phase === 'stage' || phase === 'acute-reduced' || phase === 'no-running'

const isWithoutEpisode = ({ phase }: Standing): boolean => phase === 'base' || phase === 'maintain'

/** S2 in BASE is a flare: there is no rehabilitation yet that it could step back in. */
const raisedInBase = (found: PartGrade, standing: Standing): PartGrade =>
  standing.phase === 'base' && found.grade === 'S2' ? raised(found, 'S3') : found

/** Pain that was felt on a painkiller would have been more without it. */
function onPainkiller(found: PartGrade, analgesic: boolean | undefined, standing: Standing): PartGrade {
  if (analgesic !== true) return found
  if (found.grade === 'S1' && standing.phase !== 'base') return raised(found, 'S2', 'painkiller')
  return found.grade === 'S2' ? raised(found, 'S3', 'painkiller') : found
}

/** A second step back so soon after the first one is no longer a step. */
export const raisedAgain = (found: PartGrade): PartGrade => raised(found, 'S3', 'again')

/**
 * Pain at another place in one run or flare: the same peaks, trend, duration and signs, and nothing of the
 * knee's own.
 */
export function gradeElsewhere(rule: PainGrade, run: RunReport, standing: Standing): PartGrade {
  if (!hurtsElsewhere(run)) return CLEAN
  const hurt = worstOf(run.during, run.after, run.nextMorning)
  const { trend, lasting } = courseOf(rule, run, worstOf(run.during, run.after))
  const bone = BONES.includes(run.site) && run.trend === 'worsened' && hurt > 0
  const found = graded([
    [bone && hurt >= rule.boneSevere, 'S4', 'bone-worsened'],
    [bone, 'S3', 'bone-worsened'],
    [run.limp === true, 'S3', 'limp-elsewhere'],
    [run.swelling === true, 'S3', 'swelling-elsewhere'],
    [hurt >= rule.severePeak || lasting > rule.lastsTooLong, 'S3', 'severe-elsewhere'],
    [
      hurt > rule.mildPeak || trend === 'worsened' || lasting > rule.settledWithin,
      'S2',
      'moderate-elsewhere',
    ],
    [true, 'S1', 'elsewhere'],
  ])
  return onPainkiller(found, run.analgesic, standing)
}

/** What a check-in says of another place than the outer knee. */
export interface PlaceReport {
  readonly site: string
  /** The worst of walking, stairs, rest and night. */
  readonly worst: number
  /** The worst of rest and night. */
  readonly resting: number
  readonly limp?: boolean | undefined
  readonly swelling?: boolean | undefined
  readonly analgesic?: boolean | undefined
}

/** Pain at another place in daily life. */
export function gradePlace(rule: PainGrade, told: PlaceReport, standing: Standing): PartGrade {
  if (told.worst === 0) return CLEAN
  const found = graded([
    [BONES.includes(told.site) && told.resting > 0, 'S4', 'bone-at-rest'],
    [told.limp === true, 'S3', 'limp-elsewhere'],
    [told.swelling === true, 'S3', 'swelling-elsewhere'],
    [told.worst >= rule.severePeak, 'S3', 'severe-elsewhere'],
    [told.worst > rule.mildPeak, 'S2', 'moderate-elsewhere'],
    [true, 'S1', 'elsewhere'],
  ])
  return onPainkiller(found, told.analgesic, standing)
}

/** What is known of one day's life with the knee. Undefined means "not said". */
export interface DayReport {
  /** The worst of walking, stairs and rest. */
  readonly daily?: number | undefined
  readonly limp?: boolean | undefined
  readonly swelling?: boolean | undefined
  readonly analgesic?: boolean | undefined
  readonly redFlags: readonly string[]
  /** Other days with daily-activity pain in the window that ends on this day. */
  readonly painfulDaysBefore: number
  readonly secondSwelling: boolean
}

/** Daily-activity pain, a limp, swelling, a painkiller and red flags of one day. */
export function gradeDay(rule: PainGrade, day: DayReport, standing: Standing): PartGrade {
  const pain = day.daily ?? 0
  const resting = standing.phase === 'no-running'
  const repeated = pain > 0 && !resting && day.painfulDaysBefore + 1 >= rule.dailyDays
  const severe =
    day.redFlags.length > 0 ||
    day.secondSwelling ||
    day.limp === true ||
    day.swelling === true ||
    pain >= rule.dailySevere ||
    repeated
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
      [day.analgesic === true, 'U', 'painkiller'],
    ],
    [],
    severe || isFragile(standing),
  )
  return onPainkiller(found, day.analgesic, standing)
}

/**
 * Pain in a strength exercise is a step back where running is planned, and elsewhere the matter of that
 * exercise alone; in cross-training the activity is dropped first.
 */
export function gradeTraining(
  rule: PainGrade,
  kind: 'strength' | 'cross-training',
  pain: number | undefined,
  standing: Standing,
  analgesic?: boolean,
): PartGrade {
  const hurt = pain ?? 0
  const found =
    kind === 'strength'
      ? graded(
          [
            [hurt >= rule.exerciseSevere, 'S3', 'strength-severe'],
            [
              hurt > 0 && standing.phase !== 'no-running',
              standing.phase === 'base' ? 'S1' : 'S2',
              'strength-pain',
            ],
          ],
          pain === undefined ? ['exercise-pain'] : [],
          hurt >= rule.exerciseSevere || isFragile(standing),
        )
      : raisedInBase(
          graded(
            [
              [hurt >= rule.severePeak, 'S3', 'cross-training-pain'],
              [hurt >= rule.crossTrainingModerate, 'S2', 'cross-training-pain'],
              [hurt > 0, 'S1', 'cross-training-pain'],
            ],
            [],
            hurt >= rule.severePeak || isFragile(standing),
          ),
          standing,
        )
  return onPainkiller(found, analgesic, standing)
}
