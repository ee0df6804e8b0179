import * as z from 'zod'
import { PlanSchema } from '../../engine/plan-schema.ts'
import { Day } from './plan-parts.ts'

const Problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  place: z
    .strictObject({ file: z.string(), line: z.int().min(1), column: z.int().min(1) })
    .nullable()
    .describe('Where it stands; null where that is no place in a file'),
  hint: z.string().nullable(),
})

/** What any command prints under --json when it could not do it. */
export const ProblemsSchema = z.strictObject({
  format: z.literal('itb-problems'),
  version: z.literal(1),
  problems: z.array(Problem),
})

/** The document `itb check --json` prints, key by key. */
export const CheckSchema = z.strictObject({
  format: z.literal('itb-check'),
  version: z.literal(1),
  checked: z.array(
    z.strictObject({
      what: z.enum(['log', 'protocol']),
      file: z.string(),
      by: z.enum(['flag', 'environment', 'default', 'log', 'partner']).describe('Who named it'),
    }),
  ),
  problems: z.array(Problem),
})

/** The document `itb why --json` prints, key by key. */
export const WhySchema = z.strictObject({
  format: z.literal('itb-why'),
  version: z.literal(1),
  date: Day,
  then: PlanSchema.nullable().describe('What was said on a past day; null for today'),
  now: PlanSchema.describe('What is said with all that is known now'),
})

/** The document `itb plan --weeks --json` prints: plans in the order of their weeks. */
export const PlansSchema = z.strictObject({
  format: z.literal('itb-plans'),
  version: z.literal(1),
  plans: z.array(PlanSchema),
})

/** The document `itb protocol list --json` prints. */
export const ProtocolsSchema = z.strictObject({
  format: z.literal('itb-protocols'),
  version: z.literal(1),
  protocols: z.array(
    z.strictObject({ name: z.string(), title: z.string(), file: z.string(), isShipped: z.boolean() }),
  ),
})

/** The document `itb init --json` prints for somebody this programme is not made for. */
export const ReferralSchema = z.strictObject({
  format: z.literal('itb-referral'),
  version: z.literal(1),
  redFlags: z.array(z.string()),
  outOfScope: z.array(z.string()),
  advice: z.array(z.string()),
})
