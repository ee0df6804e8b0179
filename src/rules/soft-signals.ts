import * as z from 'zod'
import { count, days, duration } from '../base/quantity.ts'
import { type Finding, finding, ruleFields } from './finding.ts'
import { exampleKind, maybe, outcomeOf, type Sentences } from './example.ts'

/** Sleep and mood are shown and may suggest holding; they never change a plan. */
export const SoftSignals = z.strictObject({
  ...ruleFields,
  kind: z.literal('soft-signals'),
  sleep: duration('6 h', '9 h'),
  mood: count(1, 4),
  window: days('7 d', '28 d'),
})
export type SoftSignals = z.infer<typeof SoftSignals>

export interface SoftFacts {
  /** Mean of the logged nights of the window in seconds. Undefined when none is logged. */
  readonly sleep: number | undefined
  readonly mood: number | undefined
}

/** A note beside the plan, without a verdict and without a ceiling. */
export function evaluateSoftSignals(rule: SoftSignals, facts: SoftFacts): Finding[] {
  return [
    ...(facts.sleep !== undefined && facts.sleep < rule.sleep
      ? [finding(rule.id, 'sleep', { saw: { sleepSeconds: Math.round(facts.sleep) } })]
      : []),
    ...(facts.mood !== undefined && facts.mood <= rule.mood
      ? [finding(rule.id, 'mood', { saw: { mood: facts.mood } })]
      : []),
  ]
}

/** A check-in this many days before the week still counts. */
export const isNightInWindow = (rule: SoftSignals, daysAgo: number): boolean =>
  daysAgo >= 1 && daysAgo <= rule.window

/** The sentences of the soft signals. */
export const SOFT_SIGNALS_SAYS: Sentences = { sleep: ['sleepSeconds'], mood: ['mood'] }

/** Mean sleep and mood of check-ins that all were so many days ago. */
export const SOFT_SIGNALS_EXAMPLE = exampleKind(
  z.strictObject({ sleep: maybe, mood: maybe, daysAgo: z.number().default(1) }),
  (rule: SoftSignals, { sleep, mood, daysAgo }) =>
    outcomeOf(isNightInWindow(rule, daysAgo) ? evaluateSoftSignals(rule, { sleep, mood }) : []),
)
