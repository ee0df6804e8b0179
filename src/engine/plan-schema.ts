import * as z from 'zod'
import { Evidence } from '../base/quantity.ts'
import { VERDICTS } from '../rules/finding.ts'
import { PARTS, type Step as PlannedStep } from './plan.ts'

const Day = z.iso.date()
const Verdict = z.enum(VERDICTS)
const Amount = z.number().min(0)
const Phase = z
  .union([
    z.enum(['base', 'acute-reduced', 'acute-break', 'rehab', 'build', 'maintain', 'stop']),
    z.templateLiteral(['return-', z.number()]),
  ])
  .describe('Where the runner stands; a protocol says how many return stages there are')

const Sources = z.array(z.strictObject({ id: z.string(), grade: Evidence }))

const Finding = z.strictObject({
  rule: z.string(),
  verdict: Verdict.nullable().describe('Null where the rule only informs'),
  ceilingMeters: Amount.nullable(),
  ceilingSeconds: Amount.nullable(),
  because: z.string().min(1),
  saw: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  missing: z.array(z.string()).describe('What was not logged and would have been needed'),
  binds: z.boolean().describe('This finding, and no other of its rule, gave the lowest ceiling'),
  source: Sources,
})

const Step: z.ZodType<PlannedStep> = z
  .lazy(() =>
    z.union([
      z.strictObject({ kind: z.enum(['walk', 'run', 'pickup']), durationSeconds: Amount }),
      z.strictObject({ repeat: z.int().min(1), steps: z.array(Step) }),
    ]),
  )
  .meta({ id: 'step' })

const Exercise = z.strictObject({
  id: z.string(),
  sets: z.int().min(1),
  reps: z.array(z.int()).nullable().describe('From and to; null where the dose is a hold'),
  perSide: z.boolean(),
  weakerSideFirst: z.literal(true).optional().describe('The weaker side begins'),
  holdSeconds: Amount.nullable(),
  level: z.string().nullable(),
})

const Session = z.strictObject({
  id: z.string().describe('The UID of its calendar event'),
  date: Day,
  type: z.enum(['run', 'strength', 'mobility', 'cross-training', 'rest']),
  title: z.string().min(1),
  intensity: z.enum(['easy', 'steady', 'hard']).nullable(),
  distanceMeters: Amount.nullable().describe('Of a run its running, walks left out'),
  durationSeconds: Amount.nullable().describe('Of a run its running, walks left out'),
  elapsedSeconds: Amount.nullable().describe('The whole outing'),
  terrain: z.enum(['flat', 'uphill', 'hilly']).nullable(),
  steps: z.array(Step),
  exercises: z.array(Exercise),
  cues: z.array(z.string()),
})

const Criterion = z.strictObject({
  id: z.string(),
  state: z.enum(['met', 'not-met', 'unknown']),
  have: z.number(),
  need: z.number(),
  earliest: Day.nullable(),
  because: z.string(),
})

const Owed = z.strictObject({
  entry: z.string().nullable().describe('The entry to score; null for a check-in that is not there'),
  date: Day,
  score: z.string().describe('What is asked first'),
  scores: z.array(z.string()).describe('All that is asked of the entry and open'),
  question: z.string(),
  answers: z.array(
    z.strictObject({ answer: z.string(), phase: Phase, verdict: Verdict, distanceMeters: Amount }),
  ),
  breaksChain: z.boolean().describe('Left open, it breaks the chain of days that opens the gate'),
  until: Day.nullable().describe('The last day on which the answer counts; null: whenever it comes'),
})

const Last = z
  .strictObject({
    plannedMeters: Amount.nullable(),
    actualMeters: Amount,
    actualSeconds: Amount,
  })
  .nullable()

const notice = {
  notice: z.string(),
  urgency: z.enum(['now', 'soon']),
  text: z.string(),
  acknowledged: z.boolean(),
  waits: z.boolean().describe('The plan is not raised until it is acknowledged'),
}

/** The document `itb plan --json` prints, key by key. */
export const PlanSchema = z.strictObject({
  format: z.literal('itb-plan'),
  version: z.literal(1),
  asOf: Day,
  week: z.strictObject({ start: Day, end: Day }),
  protocol: z.strictObject({ id: z.string(), version: z.string() }),
  phase: Phase,
  returnWeek: z.int().nullable().describe('Null outside a return to running'),
  verdict: Verdict,
  provisional: z.boolean(),
  assumes: z.array(z.string()).describe('What a provisional plan takes for granted'),
  running: z.strictObject({
    distanceMeters: Amount,
    durationSeconds: Amount,
    sessions: z.int().min(0),
    unit: z.enum(['time', 'distance']),
    ceilingMeters: Amount,
    ceilingSeconds: Amount,
    binding: z.string().describe('The rule that gave the lowest ceiling'),
    last: Last.describe('The week before: what was planned and what was run'),
  }),
  findings: z.array(Finding),
  sessions: z.array(Session),
  criteria: z.array(Criterion),
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      earliest: Day.nullable(),
      reached: z.boolean(),
      own: z
        .union([Day, z.literal('dropped')])
        .nullable()
        .describe('The later day the runner wants; null where none was set or the earliest is behind it'),
    }),
  ),
  owed: z.array(Owed),
  referral: z
    .strictObject({
      ...notice,
      also: z.array(z.strictObject(notice)).describe('Further notices, the gravest first'),
    })
    .nullable(),
  notes: z.array(z.string()),
  grounds: z
    .array(z.strictObject({ part: z.enum(PARTS), source: Sources }))
    .describe('What each part of the plan rests on'),
  disclaimer: z.string(),
})

/** The same as a JSON Schema, for editors and for scripts that want to be sure. */
export const planJsonSchema = () => z.toJSONSchema(PlanSchema)
