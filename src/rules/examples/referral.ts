import * as z from 'zod'
import { exampleKind, maybe, outcomeOf } from '../example.ts'
import {
  areSignsDue,
  evaluateReferral,
  hasImproved,
  isAcuteRecent,
  isStepRecent,
  type ReferralRule,
} from '../referral.ts'

const Given = z.strictObject({
  redFlag: z.boolean().default(false),
  swelling: z.boolean().default(false),
  episodeDays: maybe,
  /** The worst pain of the flare and of the last week. */
  painAtFirst: z.number().default(5),
  painLately: z.number().default(5),
  adherence: maybe,
  /** How many days ago each step back and each acute phase was. */
  stepsAgo: z.array(z.number()).default([]),
  acuteAgo: z.array(z.number()).default([]),
  heldInARow: z.number().default(0),
  /** Weeks in a row with pain at one other place. */
  elsewhereWeeks: z.number().default(0),
  acknowledged: z.array(z.string()).default([]),
  /** How many days ago all signs were asked for. */
  signsAskedAgo: maybe,
})

/** How long an episode has lasted and how it went. */
export const REFERRAL_EXAMPLE = exampleKind(Given, (rule: ReferralRule, given) => ({
  signsAreDue: areSignsDue(rule, given.signsAskedAgo),
  ...outcomeOf(
    evaluateReferral(rule, {
      redFlag: given.redFlag,
      swelling: given.swelling,
      episodeDays: given.episodeDays,
      improved: hasImproved(rule, given.painAtFirst, given.painLately),
      adherence: given.adherence,
      recentSteps: given.stepsAgo.filter((daysAgo) => isStepRecent(rule, daysAgo)).length,
      recentAcute: given.acuteAgo.filter((daysAgo) => isAcuteRecent(rule, daysAgo)).length,
      heldInARow: given.heldInARow,
      elsewhere: { place: 'calf', weeks: given.elsewhereWeeks },
      acknowledged: given.acknowledged,
    }),
  ),
}))
