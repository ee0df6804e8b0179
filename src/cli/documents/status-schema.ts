import { PlanSchema } from '../../engine/plan-schema.ts'
import * as z from 'zod'
import {
  Amount,
  Criterion,
  Day,
  Milestone,
  Owed,
  Phase,
  Referral,
  ReturnWeek,
  Verdict,
} from './plan-parts.ts'

/** One week as it was planned and run. */
export const StatusWeekSchema = z.strictObject({
  start: Day,
  phase: Phase,
  plannedMeters: Amount.nullable(),
  runs: z.int().min(0),
  actualMeters: Amount.nullable().describe('Null where nothing at all was logged'),
  actualSeconds: Amount.nullable(),
  attestedMeters: Amount.describe('Of these, taken from the plan and not measured'),
  cadenceSpm: z.number().nullable(),
  paceSecondsPerKm: z.number().nullable(),
  worstPain: z.number().nullable().describe('The worst score of the outer knee'),
  unscoredRuns: z.int().min(0),
})

const Chain = z.strictObject({
  have: z.int().min(0),
  need: z.int().min(0),
  days: z.array(
    z.strictObject({
      date: Day,
      state: z.enum(['free', 'pain', 'missing', 'late', 'painkiller']),
      answerUntil: Day.nullable().describe('The last day on which a missing one may still be answered'),
    }),
  ),
})

/** The document `itb status --json` prints, key by key. */
export const StatusSchema = z.strictObject({
  format: z.literal('itb-status'),
  version: z.literal(1),
  date: Day,
  phase: Phase,
  returnWeek: ReturnWeek,
  verdict: Verdict,
  milestones: z.array(Milestone),
  criteria: z.array(Criterion),
  chain: Chain.nullable().describe('Null where no gate stands before the runner'),
  weeks: z.array(StatusWeekSchema).describe('The last twelve weeks with the running one, oldest first'),
  runs: z.strictObject({ measured: z.int().min(0), attested: z.int().min(0) }),
  referral: Referral,
  owed: z.array(Owed),
  grounds: PlanSchema.shape.grounds,
})

/** The document `itb owed --json` prints, key by key. */
export const OwedSchema = z.strictObject({
  format: z.literal('itb-owed'),
  version: z.literal(1),
  date: Day,
  owed: z.array(
    z.strictObject({
      ...Owed.shape,
      commands: z.array(z.string()).describe('What answers it; N stands for a score'),
    }),
  ),
})
