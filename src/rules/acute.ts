import * as z from 'zod'
import { days, duration, painScore, share } from '../base/quantity.ts'
import { ceilingOf, type Finding, finding, ruleFields } from './finding.ts'
import { lower, scale, type Volume } from '../base/units.ts'
import { exampleKind, GivenVolume, maybe, outcomeOf, type Sentences } from './example.ts'

/** The first weeks after a flare: how much running is left, and how long nothing is added. */
export const Acute = z.strictObject({
  ...ruleFields,
  kind: z.literal('acute'),
  keep: share('30%', '50%'),
  mild: z.strictObject({ peak: painScore('0/10', '3/10'), keep: share('30%', '50%') }),
  strong: z.strictObject({ peak: painScore('3/10', '5/10'), keep: share('30%', '40%') }),
  /** No run of the reduced phase is longer. */
  longestRun: duration('20 min', '60 min'),
  /** The reduced phase lasts at least this long. */
  reducedFor: days('14 d', '56 d'),
  /** After a break, acute care becomes rehabilitation. */
  rehabAfter: days('14 d', '56 d'),
  /** No return before this many days since the first break of an episode. */
  firstBreak: days('21 d', '84 d'),
  /** On a repeated break, and after a red flag. */
  repeatBreak: days('14 d', '84 d'),
})
export type Acute = z.infer<typeof Acute>

/** The share of running kept: cut by half to two thirds, the more the worse it hurt. */
export function keptShare(rule: Acute, peak: number | undefined): number {
  if (peak !== undefined && peak <= rule.mild.peak) return rule.mild.keep
  return peak !== undefined && peak >= rule.strong.peak ? rule.strong.keep : rule.keep
}

export interface CutFacts {
  readonly reference: Volume
  /** Worst score of the flare. Undefined when it was not said. */
  readonly peak: number | undefined
  readonly isFirst: boolean
  /** The cut week before, as it was planned; undefined for the first. */
  readonly previous: Volume | undefined
}

/** The cut is taken from a trustworthy week, never from the spike that brought the flare, and never grows. */
export function evaluateAcuteCut(rule: Acute, { reference, peak, isFirst, previous }: CutFacts): Finding {
  const kept = scale(reference, keptShare(rule, peak))
  return finding(rule.id, isFirst ? 'cut' : 'repeat', {
    verdict: isFirst ? 'reduce' : 'hold',
    ceiling: ceilingOf(previous === undefined ? kept : lower(kept, previous)),
    saw: { referenceMeters: reference.meters, keepShare: keptShare(rule, peak), peak: peak ?? null },
  })
}

/** The way back begins no higher than the week in which it was given up. */
export const brokenWeekFinding = (rule: Acute, week: Volume): Finding =>
  finding(rule.id, 'broken-week', {
    ceiling: ceilingOf(week),
    saw: { previousMeters: Math.round(week.meters) },
  })

export interface BreakFacts {
  readonly sinceFirstBreak: number | undefined
  readonly sinceLastBreak: number | undefined
  readonly sinceRedFlag: number | undefined
}

/** Days still to wait before a return may begin, 0 when the calendar allows it. */
export function daysToWait(rule: Acute, facts: BreakFacts): number {
  const left = (since: number | undefined, need: number): number =>
    since === undefined ? 0 : Math.max(0, need - since)
  return Math.max(
    left(facts.sinceFirstBreak, rule.firstBreak),
    left(facts.sinceLastBreak, rule.repeatBreak),
    left(facts.sinceRedFlag, rule.repeatBreak),
  )
}

/** The reduced weeks have lasted long enough; what else must hold is asked elsewhere. */
export const isReducedOver = (rule: Acute, days: number): boolean => days >= rule.reducedFor

/** So long after the break rehabilitation takes over from acute care. */
export const isRehabDue = (rule: Acute, days: number): boolean => days >= rule.rehabAfter

/** The sentences of the acute rule. */
export const ACUTE_SAYS: Sentences = {
  cut: ['keepShare', 'referenceMeters', 'peak'],
  repeat: ['keepShare', 'referenceMeters', 'peak'],
  'broken-week': ['previousMeters'],
  break: ['daysLeft'],
  'no-running': ['daysLeft'],
}

/** The worst pain of a flare, the week it is cut from and the days since. */
export const ACUTE_EXAMPLE = exampleKind(
  z.strictObject({
    peak: maybe,
    reference: GivenVolume.optional(),
    isFirstWeek: z.boolean().default(true),
    previous: GivenVolume.optional(),
    days: maybe,
    sinceFirstBreak: maybe,
    sinceLastBreak: maybe,
    sinceRedFlag: maybe,
  }),
  (rule: Acute, { peak, reference, isFirstWeek, previous, days: since = 0, ...breaks }) => ({
    ...outcomeOf(
      reference === undefined
        ? []
        : [evaluateAcuteCut(rule, { reference, peak, isFirst: isFirstWeek, previous })],
    ),
    keep: keptShare(rule, peak),
    longestRun: rule.longestRun,
    reducedIsOver: isReducedOver(rule, since),
    rehabBegins: isRehabDue(rule, since),
    daysToWait: daysToWait(rule, {
      sinceFirstBreak: breaks.sinceFirstBreak,
      sinceLastBreak: breaks.sinceLastBreak,
      sinceRedFlag: breaks.sinceRedFlag,
    }),
  }),
)
