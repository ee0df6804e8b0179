import * as z from 'zod'
import { count, days, share } from '../base/quantity.ts'
import { lower, scale, type Volume } from '../base/units.ts'
import { ceilingOf, type Finding, finding, ruleFields } from './finding.ts'
import { exampleKind, GivenVolume, maybe, outcomeOf, type Sentences } from './example.ts'

/** How much of the old week is left after days without a run. */
export const Layoff = z.strictObject({
  ...ruleFields,
  kind: z.literal('layoff'),
  short: z.strictObject({ from: days('2 d', '6 d'), keep: share('0%', '75%') }),
  medium: z.strictObject({ from: days('7 d', '14 d'), keep: share('0%', '50%') }),
  long: z.strictObject({ from: days('14 d', '28 d'), keep: share('0%', '33%') }),
  /** From here on the way back leads through the gate, whatever the phase. */
  gateFrom: days('28 d', '56 d'),
  /** In the return stages and the reduced acute phase the gate comes sooner. */
  earlyGateFrom: days('14 d', '28 d'),
  /** A gap of this length takes some weeks off the count of return weeks. */
  forgetsFrom: days('7 d', '14 d'),
  forgetsWeeks: count(4, 52),
})
export type Layoff = z.infer<typeof Layoff>

/**
 * The share of the week of the last run that may be planned after this many days, 0 where only the gate
 * leads back.
 */
export function keepAfter(rule: Layoff, gap: number, where: 'base' | 'other'): number {
  if (gap >= rule.gateFrom && where === 'other') return 0
  if (gap >= rule.long.from) return rule.long.keep
  if (gap >= rule.medium.from) return rule.medium.keep
  return gap >= rule.short.from ? rule.short.keep : 1
}

export interface LayoffFacts {
  readonly gap: number
  readonly where: 'base' | 'other'
  /**
   * The first stage is repeated whole, the later ones and the reduced acute phase as far as the gap leaves
   * them; elsewhere what was trained counts too.
   */
  readonly repeats: 'whole' | 'share' | 'never'
  /** The plan of the first week that was missed, which is the one to repeat. */
  readonly missed: Volume | undefined
  readonly isIncomplete: boolean
  /** Days away, changed days or the beginning of the log took running out of the week. */
  readonly isShort: boolean
  /** Nothing of the week was written in time. */
  readonly isSilent: boolean
  readonly isOvershoot: boolean
  readonly isUnplanned: boolean
  readonly trained: Volume | undefined
  /** The plan of the week in which the last run was. */
  readonly planOfLastRun: Volume | undefined
  readonly previous: Volume | undefined
}

/** A gap, a short or incomplete week or an overshoot holds: the old week times what the gap left of it. */
export function evaluateLayoff(rule: Layoff, facts: LayoffFacts): Finding[] {
  const keep = keepAfter(rule, facts.gap, facts.where)
  const reason = reasonOf(facts, keep)
  if (reason === undefined) return []
  const { previous } = facts
  const from = facts.repeats === 'never' ? lowest(facts.trained, facts.planOfLastRun) : facts.missed
  const kept = from === undefined ? undefined : scale(from, facts.repeats === 'whole' ? 1 : keep)
  const capped = lowest(kept, previous)
  return [
    finding(rule.id, reason, {
      verdict: 'hold',
      ceiling: capped === undefined ? null : ceilingOf(capped),
      saw: { gapDays: facts.gap, keepShare: keep, fromMeters: from?.meters ?? null },
    }),
  ]
}

function reasonOf(facts: LayoffFacts, keep: number): string | undefined {
  if (keep < 1) return facts.repeats === 'whole' ? 'repeat' : 'gap'
  if (facts.isOvershoot) return 'overshoot'
  if (facts.isUnplanned) return 'unplanned'
  if (facts.isShort) return 'short'
  if (facts.isSilent) return 'silent'
  return facts.isIncomplete ? 'incomplete' : undefined
}

const lowest = (a: Volume | undefined, b: Volume | undefined): Volume | undefined =>
  a === undefined ? b : b === undefined ? a : lower(a, b)

/** After this many days the way back leads through the gate; sooner where running is hardly back. */
export const needsGate = (rule: Layoff, gap: number, isEarly: boolean): boolean =>
  gap >= (isEarly ? rule.earlyGateFrom : rule.gateFrom)

/** Return weeks that still count after a gap; one gap takes its weeks off once. */
export function returnWeeksAfter(rule: Layoff, counted: number, gap: number, gapBefore: number): number {
  if (gap >= rule.earlyGateFrom) return 0
  const forgets = gap >= rule.forgetsFrom && gapBefore < rule.forgetsFrom
  return forgets ? Math.max(0, counted - rule.forgetsWeeks) : counted
}

/** The sentences of the layoff rule. */
export const LAYOFF_SAYS: Sentences = {
  gap: ['gapDays', 'keepShare', 'fromMeters'],
  repeat: ['gapDays'],
  incomplete: ['fromMeters'],
  short: ['fromMeters'],
  silent: ['fromMeters'],
  overshoot: ['fromMeters'],
  unplanned: ['fromMeters'],
  gate: ['gapDays'],
}

/** Days without a run, the week they are taken from and the return weeks counted so far. */
export const LAYOFF_EXAMPLE = exampleKind(
  z.strictObject({
    gap: z.number(),
    phase: z.enum(['base', 'acute-reduced', 'first-stage', 'stage', 'build', 'maintain']).default('build'),
    trained: GivenVolume.optional(),
    returnWeeks: maybe,
    incomplete: z.boolean().default(false),
    short: z.boolean().default(false),
    silent: z.boolean().default(false),
    overshoot: z.boolean().default(false),
    unplanned: z.boolean().default(false),
  }),
  (rule: Layoff, given) => {
    const where = given.phase === 'base' ? 'base' : 'other'
    const isFirst = given.phase === 'first-stage'
    const isEarly = isFirst || given.phase === 'stage' || given.phase === 'acute-reduced'
    const findings = evaluateLayoff(rule, {
      gap: given.gap,
      where,
      repeats: isFirst ? 'whole' : isEarly ? 'share' : 'never',
      isIncomplete: given.incomplete,
      isShort: given.short,
      isSilent: given.silent,
      isOvershoot: given.overshoot,
      isUnplanned: given.unplanned,
      trained: given.trained,
      planOfLastRun: given.trained,
      missed: given.trained,
      previous: undefined,
    })
    return {
      ...outcomeOf(findings),
      keep: keepAfter(rule, given.gap, where),
      gateFirst: where !== 'base' && needsGate(rule, given.gap, isEarly),
      returnWeeks: returnWeeksAfter(rule, given.returnWeeks ?? 0, given.gap, 0),
    }
  },
)
