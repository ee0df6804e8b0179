import * as z from 'zod'
import { count, share } from '../base/quantity.ts'
import { higher, lower, scale, type Volume } from '../base/units.ts'
import { ceilingOf, type Finding, finding, ruleFields } from './finding.ts'
import { exampleKind, GivenVolume, outcomeOf, type Sentences } from './example.ts'

/** Ordinary training in a cycle: weeks that hold, then weeks that may grow. */
export const Cycle = z.strictObject({
  ...ruleFields,
  kind: z.literal('cycle'),
  holdWeeks: count(4, 12),
  progressWeeks: count(1, 2),
  maxIncrease: share('0%', '10%'),
  hillSessions: count(0, 1),
  hardSessions: count(0, 1),
})
export type Cycle = z.infer<typeof Cycle>

export interface CycleFacts {
  /** Weeks since the cycle began, 0 for its first. */
  readonly week: number
  readonly previous: Volume | undefined
  readonly trained: Volume | undefined
  readonly goal: Volume | undefined
  /** The week before the injury: below it, or the lower goal, the week is built up and no cycle runs. */
  readonly preInjury: Volume | undefined
  /** The plan of a whole cycle ago. Undefined where not all weeks since were of a cycle. */
  readonly cycleAgo: Volume | undefined
}

/** What the week is in its cycle. */
export interface CyclePlan {
  readonly block: 'regrow' | 'hold' | 'progress'
  /** 1 for the first week of the block. */
  readonly weekOfBlock: number
  readonly atGoal: boolean
  readonly findings: readonly Finding[]
}

/** Four weeks hold, two may grow up to the goal; the goal bounds all of them. */
export function evaluateCycle(rule: Cycle, facts: CycleFacts): CyclePlan {
  const week = facts.week % weeksOfCycle(rule)
  const holds = week < rule.holdWeeks
  const { previous, trained, goal } = facts
  const base = previous ?? trained
  const old = oldWeek(facts)
  // Weeks are planned in steps of 100 m: less than one of them short is the old week.
  const isBelow = old !== undefined && base !== undefined && base.meters <= old.meters - 100
  if (isBelow) return regrowth(rule, old)
  const held = base === undefined || trained === undefined ? base : lower(base, trained)
  const ceiling =
    base === undefined || held === undefined ? null : ceilingOf(holds ? held : grown(rule, facts, base))
  const weekOfBlock = holds ? week + 1 : week - rule.holdWeeks + 1
  const atGoal = goal !== undefined && base !== undefined && base.meters >= goal.meters - 100
  const saw = { weekOfBlock, maxIncreaseShare: rule.maxIncrease, goalMeters: goal?.meters ?? null }
  return {
    block: holds ? 'hold' : 'progress',
    weekOfBlock,
    atGoal,
    findings: [
      finding(rule.id, holds ? 'hold' : 'progress', { verdict: holds ? null : 'progress', ceiling, saw }),
      ...(goal === undefined ? [] : [finding(rule.id, 'goal', { ceiling: ceilingOf(goal), saw })]),
    ],
  }
}

/** One step more, and in all the weeks of a cycle no more than a cycle may add, or what was run of old. */
function grown(rule: Cycle, facts: CycleFacts, base: Volume): Volume {
  const next = scale(base, 1 + rule.maxIncrease)
  if (facts.cycleAgo === undefined) return next
  const most = scale(facts.cycleAgo, (1 + rule.maxIncrease) ** rule.progressWeeks)
  const old = oldWeek(facts)
  return lower(next, old === undefined ? most : higher(old, most))
}

/** Weeks that a cycle takes. */
export const weeksOfCycle = ({ holdWeeks, progressWeeks }: Cycle): number => holdWeeks + progressWeeks

/** Below the old week or the lower goal no cycle runs: the week grows as it does on the way back. */
const regrowth = (rule: Cycle, old: Volume): CyclePlan => ({
  block: 'regrow',
  weekOfBlock: 1,
  atGoal: false,
  findings: [finding(rule.id, 'regrow', { ceiling: ceilingOf(old), saw: { oldMeters: old.meters } })],
})

/** The week before the injury, or the goal where that is lower. */
const oldWeek = ({ preInjury, goal }: CycleFacts): Volume | undefined =>
  preInjury === undefined || goal === undefined ? (preInjury ?? goal) : lower(preInjury, goal)

/** The one harder session a growing week may hold: hills in the first of its block, speed in a later one. */
export function accentOf(
  rule: Cycle,
  plan: Pick<CyclePlan, 'block' | 'weekOfBlock'>,
): 'hill' | 'hard' | 'none' {
  const { block, weekOfBlock } = plan
  if (block !== 'progress') return 'none'
  if (weekOfBlock === 1) return rule.hillSessions > 0 ? 'hill' : 'none'
  return rule.hardSessions > 0 ? 'hard' : 'none'
}

/** The sentences of the cycle. */
export const CYCLE_SAYS: Sentences = {
  regrow: ['oldMeters'],
  hold: ['weekOfBlock', 'maxIncreaseShare', 'goalMeters'],
  progress: ['weekOfBlock', 'maxIncreaseShare', 'goalMeters'],
  goal: ['goalMeters'],
}

/** Weeks since the cycle began, the plan before and the goal. */
export const CYCLE_EXAMPLE = exampleKind(
  z.strictObject({
    week: z.number(),
    previous: GivenVolume.optional(),
    goal: GivenVolume.optional(),
    preInjury: GivenVolume.optional(),
    cycleAgo: GivenVolume.optional(),
  }),
  (rule: Cycle, { week, previous, goal, preInjury, cycleAgo }) => {
    const { findings, ...plan } = evaluateCycle(rule, {
      ...{ week, previous, trained: previous, goal, preInjury, cycleAgo },
    })
    return { ...outcomeOf(findings), ...plan, accent: accentOf(rule, plan) }
  },
)
