import * as z from 'zod'
import { count, days, painScore, share } from '../base/quantity.ts'
import { type Finding, finding, ruleFields } from './finding.ts'
import type { Sentences } from './example.ts'

/** The signs that running stops for; each has its plain words among the sentences. */
export const SIGNS = [
  'cannot-bear-weight',
  'giving-way',
  'locking',
  'numbness',
  'weakness',
  'trauma',
  'fever',
  'calf-swelling',
  'other-pattern',
] as const

/** When a plan is not enough and somebody should look at the knee. */
export const ReferralRule = z.strictObject({
  ...ruleFields,
  kind: z.literal('referral'),
  adviceDay: days('28 d', '42 d'),
  bannerDay: days('42 d', '56 d'),
  improvement: painScore('2/10', '4/10'),
  adherence: share('50%', '75%'),
  steps: count(2, 3),
  stepsWithin: days('56 d', '168 d'),
  acutePhases: count(2, 2),
  acuteWithin: days('84 d', '365 d'),
  stuckAfter: count(2, 3),
  /** Weeks in a row with pain at one other place. */
  elsewhereWeeks: count(1, 2),
  /** The signs are asked in full this often while an episode runs. */
  signsEvery: days('7 d', '14 d'),
  /** What a sign may stand for and who can tell, in cautious words; one without an entry is only named. */
  mayBe: z
    .array(
      z.strictObject({
        sign: z.enum(['swelling', ...SIGNS]).describe('The sign, as the log writes it'),
        says: z.string().min(1).describe('What it may be, and whom to see'),
      }),
    )
    .default([]),
})
export type ReferralRule = z.infer<typeof ReferralRule>

export interface ReferralFacts {
  readonly redFlag: boolean
  readonly swelling: boolean
  /** Days since the episode began. Undefined when none runs. */
  readonly episodeDays: number | undefined
  readonly improved: boolean
  /** Share of the planned strength sessions that were done. Undefined when none was planned. */
  readonly adherence: number | undefined
  readonly recentSteps: number
  readonly recentAcute: number
  readonly heldInARow: number
  /** Another place that has hurt, and for how many weeks in a row. Undefined where none has. */
  readonly elsewhere: { readonly place: string; readonly weeks: number } | undefined
  /** Notices the runner has acknowledged in this episode. */
  readonly acknowledged: readonly string[]
}

/**
 * The notices that apply, the most urgent first; one that must be acknowledged holds the plan until it is.
 */
export function evaluateReferral(rule: ReferralRule, facts: ReferralFacts): readonly Finding[] {
  const day = facts.episodeDays ?? 0
  const late = facts.episodeDays !== undefined && !facts.improved
  const saw = {
    episodeDays: facts.episodeDays ?? null,
    improved: facts.improved,
    adherenceShare: facts.adherence ?? null,
  }
  const banner = late && day >= rule.bannerDay
  const open = banner && !facts.acknowledged.includes(`referral-${rule.bannerDay}`)
  return [
    ...(facts.redFlag ? [finding(rule.id, 'red-flag', { verdict: 'stop', saw })] : []),
    ...(facts.swelling ? [finding(rule.id, 'swelling', { saw })] : []),
    ...(banner ? [finding(rule.id, 'banner', { verdict: open ? 'hold' : null, saw })] : []),
    ...(late && !banner && day >= rule.adviceDay ? [finding(rule.id, 'advice', { saw })] : []),
    ...(late && day >= rule.adviceDay && facts.adherence !== undefined && facts.adherence < rule.adherence
      ? [finding(rule.id, 'adherence', { saw })]
      : []),
    ...(facts.recentSteps >= rule.steps
      ? [finding(rule.id, 'steps', { saw: { steps: facts.recentSteps } })]
      : []),
    ...(facts.recentAcute >= rule.acutePhases
      ? [finding(rule.id, 'acute-again', { saw: { acutePhases: facts.recentAcute } })]
      : []),
    ...(facts.heldInARow >= rule.stuckAfter
      ? [finding('stuck', 'stuck', { saw: { heldInARow: facts.heldInARow } })]
      : []),
    ...(facts.elsewhere !== undefined && facts.elsewhere.weeks >= rule.elsewhereWeeks
      ? [finding(rule.id, 'elsewhere-again', { saw: facts.elsewhere })]
      : []),
  ]
}

/** Pain has fallen far enough since the flare to call it better. */
export const hasImproved = (rule: ReferralRule, peak: number, worstLately: number): boolean =>
  peak - worstLately >= rule.improvement

/** A step back this many days ago still counts. */
export const isStepRecent = (rule: ReferralRule, daysAgo: number): boolean => daysAgo <= rule.stepsWithin

/** An acute phase that began this many days ago still counts. */
export const isAcuteRecent = (rule: ReferralRule, daysAgo: number): boolean => daysAgo <= rule.acuteWithin

/** The signs have not been asked in full for so long that they are due; undefined is never. */
export const areSignsDue = (rule: ReferralRule, daysSinceAsked: number | undefined): boolean =>
  daysSinceAsked === undefined || daysSinceAsked >= rule.signsEvery

/** What this programme is not made for; each has its plain words and whom to see. */
export const OUT_OF_SCOPE = ['other-place', 'under-18', 'pregnant', 'surgery', 'stress-fracture'] as const

/** What a sign may stand for, in the protocol's words; undefined where it says nothing of it. */
export const mayBe = (rule: ReferralRule, name: string): string | undefined =>
  rule.mayBe.find(({ sign }) => sign === name)?.says

/** The sentences of the referral. */
export const REFERRAL_SAYS: Sentences = {
  ...Object.fromEntries([...SIGNS, ...OUT_OF_SCOPE].map((name) => [name, []])),
  'out-of-scope': [],
  'red-flag': [],
  swelling: [],
  advice: ['episodeDays', 'improved', 'adherenceShare'],
  banner: ['episodeDays', 'improved', 'adherenceShare'],
  adherence: ['episodeDays', 'improved', 'adherenceShare'],
  steps: ['steps'],
  'acute-again': ['acutePhases'],
  'elsewhere-again': ['place', 'weeks'],
  bring: [],
  meaning: [],
}
