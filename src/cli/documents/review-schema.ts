import * as z from 'zod'
import { PlanSchema } from '../../engine/plan-schema.ts'
import { Amount, Day } from './plan-parts.ts'
import { StatusWeekSchema } from './status-schema.ts'

const Count = z.int().min(0)
const Span = z.strictObject({ start: Day, end: Day })
const Mean = z.strictObject({ mean: z.number().nullable(), days: Count })
const Unit = z.enum(['meters', 'seconds', 'seconds-per-km', 'share', 'a-week', 'steps', 'days'])
const Runs = z.strictObject({ scoredRuns: Count, painfulRuns: Count })
const Days = z.strictObject({ days: Count, painfulDays: Count })
const Knee = z.strictObject({ ...Runs.shape, ...Days.shape })

const Written = z.strictObject({
  date: Day,
  changed: z.string().nullable(),
  felt: z.string().nullable(),
  adjust: z.string().nullable(),
})

const Win = z.strictObject({
  id: z.enum(['first-run', 'pain-free-run', 'pain-free-hills', 'pain-free-stairs', 'clean-week', 'level-up']),
  date: Day,
  exercise: z.strictObject({ id: z.string(), level: z.string() }).nullable(),
})

const Week = z.strictObject({
  start: Day,
  end: Day,
  isOver: z.boolean(),
  week: StatusWeekSchema,
  plannedRuns: Count.nullable(),
  strength: z.strictObject({ done: Count, planned: Count.nullable() }),
  pain: Runs,
  checkIns: Days,
  sleepHours: Mean,
  mood: Mean,
  confidence: Mean,
  habits: z.array(z.strictObject({ habit: z.string(), days: Count })),
  written: z.array(Written),
  wins: z.array(Win).describe('Each is told in one week and in no other'),
})

const Cycle = z.strictObject({
  start: Day,
  end: Day,
  weeks: z.array(StatusWeekSchema),
  pain: Runs,
  hardRuns: Count,
  hillyRuns: Count,
  strengthDays: Count,
  strengthWeeks: Count.describe('Weeks with as many strength days as the protocol asks for at least'),
})

const Measure = z.strictObject({
  id: z.string(),
  unit: Unit,
  before: z.number().nullable().describe('Null is not known, and never 0'),
  lately: z.number().nullable(),
  weeksBefore: Count.describe('In how many weeks something was logged of it'),
  weeksLately: Count,
  change: z.number().nullable(),
  state: z.enum(['more', 'less', 'same', 'unknown']),
})

const Named = z.strictObject({
  id: z.enum(['shoes', 'camber']),
  before: z.array(z.string()),
  lately: z.array(z.string()),
  added: z.array(z.string()).nullable(),
})

const AfterFlare = z.strictObject({
  start: Day,
  end: Day,
  measures: z.array(
    z.strictObject({
      id: z.string(),
      unit: Unit,
      then: z.number().nullable(),
      now: z.number().nullable(),
    }),
  ),
  changed: z.enum(['yes', 'no', 'unknown', 'nothing-named']),
  kneeThen: Knee,
  kneeNow: Knee,
})

const Baseline = z.strictObject({
  date: Day,
  site: z.string().nullable(),
  onsetMeters: Amount.nullable(),
  aggravatedBy: z.array(z.string()).nullable(),
  kneeTracking: z.string().nullable(),
})

const Flare = z.strictObject({
  flare: Day,
  lately: Span,
  before: Span,
  measures: z.array(Measure),
  longestWithinDays: Count.describe('The days before the longest run that it is held against'),
  named: z.array(Named),
  changedMost: z.array(z.string()),
  variable: z.enum(['intensity', 'volume', 'frequency', 'none', 'unknown']),
  advice: z.string(),
  descriptive: z.string(),
  source: PlanSchema.shape.findings.element.shape.source,
  since: AfterFlare.nullable().describe('Null before a whole week has passed'),
  baseline: z.strictObject({ taken: Baseline.nullable(), earlier: Baseline.nullable() }),
})

/** The document `itb review --json` prints, key by key. */
export const ReviewSchema = z.strictObject({
  format: z.literal('itb-review'),
  version: z.literal(1),
  date: Day,
  week: Week.nullable(),
  cycle: Cycle.nullable().describe('Null unless a cycle ended with the week'),
  flare: Flare.nullable(),
})
