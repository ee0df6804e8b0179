import * as z from 'zod'
import { count, days } from '../base/quantity.ts'
import { ceilingOf, type Finding, finding, ruleFields } from './finding.ts'
import type { Volume } from '../base/units.ts'
import { exampleKind, GivenVolume, outcomeOf, type Sentences } from './example.ts'

/** When hills come in, and how: late, after clean days, uphill first, in a week that does not grow. */
export const Hills = z.strictObject({
  ...ruleFields,
  kind: z.literal('hills'),
  fromReturnWeek: count(6, 52),
  cleanDays: days('14 d', '56 d'),
  cleanRuns: count(3, 20),
  /** So many exposures are uphill only. */
  uphillFirst: count(2, 12),
})
export type Hills = z.infer<typeof Hills>

export interface HillFacts {
  readonly returnWeek: number
  readonly cleanDays: number
  readonly cleanRuns: number
  readonly isClosed: boolean
  readonly isForbidden: boolean
  readonly hadHills: boolean
  readonly exposures: number
  readonly previous: Volume | undefined
}

/** Hills are open, and this week is the one they come in. */
export interface HillPlan {
  readonly open: boolean
  readonly comeIn: boolean
  readonly terrain: 'flat' | 'uphill' | 'hilly'
  readonly findings: readonly Finding[]
}

/** One variable at a time: in the week hills come in, volume stays where it was. */
export function evaluateHills(rule: Hills, facts: HillFacts): HillPlan {
  const saw = {
    returnWeek: facts.returnWeek,
    cleanDays: facts.cleanDays,
    cleanRuns: facts.cleanRuns,
    exposures: facts.exposures,
  }
  const ready =
    facts.returnWeek >= rule.fromReturnWeek &&
    facts.cleanDays >= rule.cleanDays &&
    facts.cleanRuns >= rule.cleanRuns
  const open = ready && !facts.isClosed && !facts.isForbidden
  if (!open) return { open, comeIn: false, terrain: 'flat', findings: [finding(rule.id, 'flat', { saw })] }
  const terrain = facts.exposures < rule.uphillFirst ? 'uphill' : 'hilly'
  const comeIn = !facts.hadHills
  const held = comeIn && facts.previous !== undefined ? ceilingOf(facts.previous) : null
  return {
    open,
    comeIn,
    terrain,
    findings: [finding(rule.id, comeIn ? 'come-in' : 'open', { ceiling: held, saw })],
  }
}

/** The sentences of the hills rule. */
export const HILLS_SAYS: Sentences = {
  flat: ['returnWeek', 'cleanDays', 'cleanRuns', 'exposures'],
  'come-in': ['returnWeek', 'cleanDays', 'cleanRuns', 'exposures'],
  open: ['returnWeek', 'cleanDays', 'cleanRuns', 'exposures'],
  uphill: [],
  hilly: [],
  pickups: [],
}

/** How far the runner is back and how the last weeks were. */
export const HILLS_EXAMPLE = exampleKind(
  z.strictObject({
    returnWeek: z.number(),
    cleanDays: z.number(),
    cleanRuns: z.number(),
    isClosed: z.boolean().default(false),
    isForbidden: z.boolean().default(false),
    hadHills: z.boolean().default(false),
    exposures: z.number().default(0),
    previous: GivenVolume.optional(),
  }),
  (rule: Hills, given) => {
    const { open, comeIn, terrain, findings } = evaluateHills(rule, { ...given, previous: given.previous })
    return { ...outcomeOf(findings), allowed: open, comeIn, terrain }
  },
)
