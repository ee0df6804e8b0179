import * as z from 'zod'
import { LogSchema } from '../../log/schema.ts'
import { Runner } from '../../log/schema/runner.ts'
import { DayLookSchema } from './day-schema.ts'
import { Day } from './plan-parts.ts'

const Entry = LogSchema.shape.entries.element
const Named = z.intersection(Entry, z.object({ id: z.string() }))

/** The document `itb list --json` prints: entries as the log has them, each with its id. */
export const EntriesSchema = z.strictObject({
  format: z.literal('itb-entries'),
  version: z.literal(1),
  entries: z.array(Named),
})

/** The document of every command that writes: what was written, what is open, and today after it. */
export const SavedSchema = z.strictObject({
  format: z.literal('itb-saved'),
  version: z.literal(1),
  file: z.string(),
  revision: z.int().min(0),
  dryRun: z.boolean().describe('Nothing was written: this is what would have been'),
  saved: z.array(
    z.strictObject({
      action: z.enum(['added', 'changed', 'removed']),
      entry: Named,
      before: Named.optional(),
    }),
  ),
  notSaid: z.array(z.strictObject({ id: z.string(), date: Day, scores: z.array(z.string()) })),
  reached: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  look: DayLookSchema,
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
