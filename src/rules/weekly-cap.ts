import * as z from 'zod'
import { count, duration, share } from '../base/quantity.ts'
import { scale, seconds, type Volume } from '../base/units.ts'
import { ceilingOf, type Finding, finding, ruleFields } from './finding.ts'
import { exampleKind, GivenVolume, maybe, outcomeOf, type Sentences } from './example.ts'

/** Limits how far a week may grow beyond the last clean, complete one and beyond the plan before it. */
export const WeeklyCap = z.strictObject({
  ...ruleFields,
  kind: z.literal('weekly-cap'),
  maxIncrease: share('0%', '10%'),
  /** A week counts as complete when this much more than was run would have reached its plan. */
  completeWithin: share('0%', '10%'),
  /** Running this much more than planned holds the next week. */
  overshoot: share('10%', '30%'),
  /** Rounding to whole minutes and pace may move a week by this much. */
  guard: duration('0 s', '10 s'),
  /** Weeks that must be logged before a healthy runner's own history is trusted. */
  trustedAfter: count(2, 8),
  /** The most of the pre-injury week that is planned until then. */
  untrustedShare: share('10%', '50%'),
})
export type WeeklyCap = z.infer<typeof WeeklyCap>

/** What the weekly cap needs to know. Undefined means there is no such week. */
export interface WeeklyFacts {
  /** The week was clean and complete: the next may grow. */
  readonly mayGrow: boolean
  /** Credited volume of the last clean, complete week (T of the protocol). */
  readonly trained: Volume | undefined
  /** What was shown for the week before. */
  readonly planned: Volume | undefined
  /** The plan in force before anything was cancelled. */
  readonly previous: Volume | undefined
}

/** True when the week counts as complete in the unit it was prescribed in. */
export const isComplete = (rule: WeeklyCap, credited: number, planned: number): boolean =>
  credited * (1 + rule.completeWithin) >= planned - 1e-6

/** Each run of a week may be rounded up by a second, one a day; the guard is meant to hold them too. */
const ROUNDED_RUNS = 7

/** A week repeated at a pace a second slower is the same week, within the guard. */
export const withGuard = ({ guard }: WeeklyCap, volume: Volume): Volume => ({
  ...volume,
  seconds: seconds(volume.seconds + guard - ROUNDED_RUNS),
})

/**
 * A rise is allowed on what was run clean and never on more than was planned; without that the week is held.
 */
export function evaluateWeeklyCap(rule: WeeklyCap, facts: WeeklyFacts): Finding[] {
  const rise = (volume: Volume): Volume => withGuard(rule, scale(volume, 1 + rule.maxIncrease))
  const findings: Finding[] = []
  if (facts.previous !== undefined) {
    findings.push(
      finding(rule.id, 'previous', {
        ceiling: ceilingOf(rise(facts.previous)),
        saw: { previousMeters: facts.previous.meters, maxIncreaseShare: rule.maxIncrease },
      }),
    )
  }
  if (facts.mayGrow && facts.trained !== undefined) {
    findings.push(
      finding(rule.id, 'growth', {
        verdict: 'progress',
        ceiling: ceilingOf(rise(facts.trained)),
        saw: { trainedMeters: facts.trained.meters, maxIncreaseShare: rule.maxIncrease },
      }),
    )
  }
  return findings
}

/** The first weeks of a log say too little about the runner: the plan stays well below the declared week. */
export function evaluateUntrusted(
  rule: WeeklyCap,
  loggedWeeks: number,
  preInjury: Volume | undefined,
): Finding[] {
  if (loggedWeeks >= rule.trustedAfter || preInjury === undefined) return []
  return [
    finding(rule.id, 'untrusted', {
      verdict: 'hold',
      ceiling: ceilingOf(scale(preInjury, rule.untrustedShare)),
      saw: {
        loggedWeeks,
        neededWeeks: rule.trustedAfter,
        preInjuryMeters: preInjury.meters,
        ceilingShare: rule.untrustedShare,
      },
    }),
  ]
}

/** Running so far beyond the plan that the next week is held, in the unit the week was prescribed in. */
export const isOvershoot = (rule: WeeklyCap, actual: number, planned: number): boolean =>
  planned > 0 && actual > planned * (1 + rule.overshoot)

/** The sentences of the weekly cap. */
export const WEEKLY_CAP_SAYS: Sentences = {
  previous: ['previousMeters', 'maxIncreaseShare'],
  growth: ['trainedMeters', 'maxIncreaseShare'],
  untrusted: ['loggedWeeks', 'neededWeeks', 'preInjuryMeters', 'ceilingShare'],
  assumed: ['trainedMeters', 'preInjuryMeters'],
  sustained: ['trainedMeters', 'preInjuryMeters'],
  trained: ['trainedMeters', 'preInjuryMeters'],
}

/** A week behind and the plan it had; `actual` and `planned` are in the unit of the week. */
export const WEEKLY_CAP_EXAMPLE = exampleKind(
  z.strictObject({
    mayGrow: z.boolean().default(false),
    trained: GivenVolume.optional(),
    previous: GivenVolume.optional(),
    preInjury: GivenVolume.optional(),
    loggedWeeks: maybe,
    planned: maybe,
    actual: maybe,
  }),
  (rule: WeeklyCap, { planned, actual, loggedWeeks, ...given }) => ({
    ...outcomeOf([
      ...evaluateWeeklyCap(rule, {
        mayGrow: given.mayGrow,
        trained: given.trained,
        planned: undefined,
        previous: given.previous,
      }),
      ...(loggedWeeks === undefined ? [] : evaluateUntrusted(rule, loggedWeeks, given.preInjury)),
    ]),
    ...(planned !== undefined &&
      actual !== undefined && {
        complete: isComplete(rule, Math.min(actual, planned), planned),
        overshoot: isOvershoot(rule, actual, planned),
      }),
  }),
)
