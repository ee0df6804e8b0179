import * as z from 'zod'
import { count, days, duration, share } from '../base/quantity.ts'
import { ruleFields } from './finding.ts'
import { exampleKind, maybe, type Sentences } from './example.ts'

/**
 * How a week's running is shared out once minutes have become kilometres: how many runs and how long the
 * long one.
 */
export const BuildShape = z.strictObject({
  ...ruleFields,
  kind: z.literal('build-shape'),
  runs: count(2, 3),
  /** A fourth run where it fits and a run would pass this. */
  fourthFrom: duration('20 min', '45 min'),
  /** Through this return week no two run days stand in a row. */
  spacedThrough: count(7, 52),
  /** After it one more run whenever the others would pass this … */
  moreFrom: duration('30 min', '60 min'),
  /** … and at most one in this time. */
  moreEvery: days('14 d', '56 d'),
  longShare: share('25%', '36%'),
  /** The longest run is called long where it is at least so much longer than the others. */
  longFrom: share('20%', '50%'),
})
export type BuildShape = z.infer<typeof BuildShape>

export interface ShapeFacts {
  /** The week's running in seconds. */
  readonly time: number
  readonly returnWeek: number
  /** Runs of the plan before, and days since one was added. */
  readonly lastRuns: number
  readonly sinceAdded: number | undefined
  /** Run days a week before the flare. Undefined when not known. */
  readonly habit: number | undefined
  /** Runs that fit on alternate days. */
  readonly fitting: number
}

/** Length of the runs beside the long one, of which there are always some. */
const others = (rule: BuildShape, time: number, runs: number): number =>
  (time * (1 - Math.max(rule.longShare, 1 / runs))) / (runs - 1)

/** How many runs the week gets, before days and caps are looked at. */
export function runsOfWeek(rule: BuildShape, facts: ShapeFacts): number {
  const longest = (runs: number): number =>
    Math.max(facts.time * rule.longShare, others(rule, facts.time, runs))
  if (facts.returnWeek <= rule.spacedThrough) {
    const fourth = longest(rule.runs) > rule.fourthFrom && facts.fitting > rule.runs
    return fourth ? rule.runs + 1 : rule.runs
  }
  const runs = Math.max(rule.runs, facts.lastRuns)
  const mayAdd = facts.sinceAdded === undefined || facts.sinceAdded >= rule.moreEvery
  const habit = Math.max(rule.runs, facts.habit ?? rule.runs + 1)
  return mayAdd && others(rule, facts.time, runs) > rule.moreFrom
    ? Math.min(runs + 1, habit)
    : Math.min(runs, habit)
}

/** A run that stands out from the others of its week; a few minutes more are no long run. */
export const isLongRun = (rule: BuildShape, longest: number, next: number): boolean =>
  longest + 1e-6 >= next * (1 + rule.longFrom)

/** The sentences of the week's shape. */
export const BUILD_SHAPE_SAYS: Sentences = {}

/** A week's running and what is known of the weeks before it. */
export const BUILD_SHAPE_EXAMPLE = exampleKind(
  z.strictObject({
    time: z.number().default(0),
    returnWeek: z.number().default(1),
    lastRuns: z.number().default(3),
    sinceAdded: maybe,
    habit: maybe,
    fitting: z.number().default(4),
    longest: z.number().default(0),
    next: z.number().default(0),
  }),
  (rule: BuildShape, given) => ({
    runs: runsOfWeek(rule, { ...given, sinceAdded: given.sinceAdded, habit: given.habit }),
    longRun: given.time * rule.longShare,
    isLong: isLongRun(rule, given.longest, given.next),
  }),
)
