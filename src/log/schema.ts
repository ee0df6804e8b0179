import * as z from 'zod'
import * as entries from './schema/entries.ts'
import { Runner as RunnerSchema } from './schema/runner.ts'
import { Instant, Name, whole } from './schema/values.ts'
import { REVISION } from './words.ts'

/** One entry of any type, as the file holds it. */
export const EntrySchema = z.discriminatedUnion('type', [
  entries.RunEntry,
  entries.StrengthEntry,
  entries.DayEntry,
  entries.CrossTrainingEntry,
  entries.MobilityEntry,
  entries.FlareEntry,
  entries.ClearanceEntry,
  entries.LimitEntry,
  entries.AbsenceEntry,
  entries.SettingsEntry,
  entries.ReviewEntry,
  entries.BaselineEntry,
  entries.AcknowledgementEntry,
  entries.NoteEntry,
])

/** The log file, as interface.md describes it; the same shape in memory as on disk. */
export const LogSchema = z.strictObject({
  format: z.literal('itb-log'),
  version: z.literal(1),
  uid: Name.optional(),
  revision: whole(REVISION).optional(),
  updated: Instant.optional(),
  runner: RunnerSchema,
  entries: z.array(EntrySchema),
})

/** What was read is never written to: an edit makes a new log. */
type Frozen<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof T]: Frozen<T[Key]> }

/** The whole file: who runs, and what was done. */
export type Log = Frozen<z.infer<typeof LogSchema>>
/** What the runner told once; `runnerOn` gives it as of a day. */
export type Runner = Frozen<z.infer<typeof RunnerSchema>>
/** One thing the log knows, told apart by its `type`. */
export type Entry = Frozen<z.infer<typeof EntrySchema>>
/** One run; without `runningMeters` and `runningSeconds` all of it counts as running. */
export type RunEntry = Frozen<z.infer<typeof entries.RunEntry>>
/** One strength session, exercise by exercise. */
export type StrengthEntry = Frozen<z.infer<typeof entries.StrengthEntry>>
/** A check-in: how the day went, apart from its sessions. */
export type DayEntry = Frozen<z.infer<typeof entries.DayEntry>>
/** Training that is no running. */
export type CrossTrainingEntry = Frozen<z.infer<typeof entries.CrossTrainingEntry>>
/** Rolling and stretching; its pain is how tender the rolled places were. */
export type MobilityEntry = Frozen<z.infer<typeof entries.MobilityEntry>>
/** A flare without a run that brought it on. */
export type FlareEntry = Frozen<z.infer<typeof entries.FlareEntry>>
/** A clinician let the runner go on after a stop. */
export type ClearanceEntry = Frozen<z.infer<typeof entries.ClearanceEntry>>
/** A clinician's limits, to the day `until` or until further notice. */
export type LimitEntry = Frozen<z.infer<typeof entries.LimitEntry>>
/** Days without training, one day where `until` is absent. */
export type AbsenceEntry = Frozen<z.infer<typeof entries.AbsenceEntry>>
/** What the runner changed of what was told at first, from `date` on. */
export type SettingsEntry = Frozen<z.infer<typeof entries.SettingsEntry>>
/** How a flare began, what makes it worse, and how hip and knee track. */
export type BaselineEntry = Frozen<z.infer<typeof entries.BaselineEntry>>
/** A referral notice that was read. */
export type AcknowledgementEntry = Frozen<z.infer<typeof entries.AcknowledgementEntry>>
/** The pain of a run or a flare; an absent score is unknown, never 0. */
export type RunPain = NonNullable<RunEntry['pain']>
