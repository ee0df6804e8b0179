import * as z from 'zod'
import { PlanSchema } from '../../engine/plan-schema.ts'
import { GRADES } from '../../rules/finding.ts'
import { Amount, Day, Owed, Phase, Referral, ReturnWeek, Session, Verdict } from './plan-parts.ts'

const Grade = z
  .enum(GRADES)
  .describe('What pain amounts to: clean, unknown, mild, moderate, severe, red flag')
const DaySession = z.strictObject({ ...Session.shape, done: z.boolean() })

const Lead = z.strictObject({
  scores: z.string().describe('The scores in words'),
  grade: Grade,
  verdict: Verdict,
  runFreeDays: z.int().min(0),
  phase: Phase.describe('Of the week after'),
  distanceMeters: Amount.describe('Of the week after'),
  durationSeconds: Amount.describe('Of the week after'),
  firstRun: Day.nullable().describe('The first run back, where the week after has none'),
})

const Sources = PlanSchema.shape.findings.element.shape.source

const HowTo = z.strictObject({
  id: z.string(),
  title: z.string(),
  dose: z.string().nullable().describe('How often, where no session says it'),
  setUp: z.string().nullable(),
  steps: z.array(z.string()),
  tempo: z.string().nullable(),
  first: z.string().nullable().describe('Which side begins'),
  level: z.string().nullable(),
  props: z.string().nullable(),
  commonError: z.string().nullable(),
  without: z.string().nullable().describe('What to do without equipment the runner lacks'),
  source: Sources,
})

const HowBlock = z.strictObject({
  kind: z.enum(['roll', 'stretch', 'warm-up', 'strength', 'cross-training', 'before-sleep']),
  says: z.array(z.string()).describe('What holds for all of it'),
  source: Sources.describe('What all of it rests on'),
  items: z.array(HowTo),
})

const Ice = z.strictObject({
  until: Day.nullable().describe('Null: only after the run'),
  says: z.array(z.string()),
  notToDo: z.array(z.string()),
  source: Sources,
})

/** One day as the engine looks at it; a part of what a write answers. */
export const DayLookSchema = z.strictObject({
  date: Day,
  week: PlanSchema,
  next: PlanSchema,
  sessions: z.array(DaySession),
  grade: Grade,
  reasons: z.array(z.string()),
  noRunUntil: Day.nullable().describe('The last day on which pain forbids a run'),
  nextRun: Session.nullable(),
  leads: z.array(Lead),
  isCleared: z.boolean().describe('A clinician lifted the stop of this week'),
  iceUntil: Day.nullable(),
  away: z
    .strictObject({ from: Day, until: Day, reason: z.string().nullable() })
    .nullable()
    .describe('The days off that hold this day'),
})

const { week, next, iceUntil, isCleared, ...day } = DayLookSchema.shape

/** The document `itb today --json` prints, key by key. */
export const TodaySchema = z.strictObject({
  format: z.literal('itb-today'),
  version: z.literal(1),
  ...day,
  phase: Phase,
  returnWeek: ReturnWeek,
  verdict: Verdict,
  how: z.array(HowBlock).describe('How everything of the day is done, in its order'),
  owed: z.array(Owed),
  ice: Ice.nullable(),
  referral: Referral,
  notes: z.array(z.string()),
  grounds: PlanSchema.shape.grounds,
  disclaimer: z.string(),
})
