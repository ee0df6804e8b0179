import * as z from 'zod'
import { LogSchema } from '../../log/schema.ts'
import { Runner } from '../../log/schema/runner.ts'
import { DayLookSchema } from './day-schema.ts'
import { Day } from './plan-parts.ts'
import { ProblemsSchema } from './report-schemas.ts'

const Entry = LogSchema.shape.entries.element
const Named = z.intersection(Entry, z.object({ id: z.string() }))

/** The document `itb list --json` prints: entries as the log has them, each with its id. */
export const EntriesSchema = z.strictObject({
  format: z.literal('itb-entries'),
  version: z.literal(1),
  entries: z.array(Named),
})

const Amended = z.strictObject({
  action: z.enum(['added', 'changed', 'removed']),
  entry: Named,
  before: Named.optional(),
})

/** The document of every command that writes: what was written, what is open, and today after it. */
export const SavedSchema = z.strictObject({
  format: z.literal('itb-saved'),
  version: z.literal(1),
  file: z.string(),
  revision: z.int().min(0),
  dryRun: z.boolean().describe('Nothing was written: this is what would have been'),
  saved: z.array(Amended),
  notSaid: z.array(z.strictObject({ id: z.string(), date: Day, scores: z.array(z.string()) })),
  reached: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  look: DayLookSchema,
})

const Count = z.int().min(0)
const Outline = z.strictObject({ phase: z.string(), distanceMeters: z.number() })

/** The document `itb import --json` prints: what came in, what did not and why, and the plan after it. */
export const ImportedSchema = z.strictObject({
  format: z.literal('itb-imported'),
  version: z.literal(1),
  file: z.string(),
  revision: Count,
  dryRun: z.boolean().describe('Nothing was written: this is what would have been'),
  files: z.strictObject({
    read: Count.describe('So many gave an activity'),
    others: Count.describe('So many hold no activity'),
    partial: z.array(z.strictObject({ file: z.string(), why: z.string() })),
  }),
  added: z.strictObject({ runs: Count, crossTraining: Count }),
  byPace: Count.describe('Added runs whose files name no sport: their pace is that of a run'),
  measured: Count.describe('Entries of the log that now have what was measured'),
  known: Count.describe('Entries of the log that stay as they are'),
  removed: Count.describe('Entries that were taken out of the log before, and stay out'),
  earlier: Count.describe('Activities before the day of --since'),
  leftOut: z.array(z.strictObject({ what: z.string(), count: Count })),
  weeks: z.array(
    z.strictObject({ start: Day, runs: Count, distanceMeters: z.number(), crossTraining: Count }),
  ),
  saved: z.array(Amended),
  toScore: Count.describe('Added runs that can still be scored'),
  plan: z.strictObject({ week: Day, before: Outline, after: Outline }),
  problems: ProblemsSchema.shape.problems,
})

const Value = z.union(Object.values(Runner.shape)).nullable()

/** The document `itb set --json` prints where nothing is changed. */
export const SettingsSchema = z.strictObject({
  format: z.literal('itb-settings'),
  version: z.literal(1),
  date: Day,
  settings: z.array(
    z.strictObject({
      key: z.string().describe('The word `itb set` takes'),
      field: z.enum(Object.keys(Runner.shape)).describe('The key of the log'),
      value: Value.describe('Null: not told'),
      since: Day.nullable().describe('The day of its last change; null: from the beginning'),
    }),
  ),
})
