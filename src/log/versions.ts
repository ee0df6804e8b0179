import type { CalendarDate } from '../base/calendar.ts'
import type { Entry } from './schema.ts'

/** One version of an entry with the days between which it stood. */
export interface Version {
  readonly entry: Entry
  /** Undefined for what was always known. */
  readonly from: CalendarDate | undefined
  /** Undefined for what still stands. */
  readonly until: CalendarDate | undefined
}

/** Every version an entry ever had, the oldest first. */
export function versionsOf(entry: Entry): readonly Version[] {
  const first = firstKnown(entry)
  const { was, removed } = entry
  if (was === undefined) return [{ entry: withoutVersions(entry), from: first, until: removed }]
  const changes = was.map(({ until }) => until)
  const ends = [...changes, removed]
  return [first, ...changes].map((from, index) => ({
    entry: versionAt(entry, index),
    from: first !== undefined && from !== undefined && first > from ? first : from,
    until: ends[index],
  }))
}

/** An entry as it stood at the end of a day; undefined before it was known and after it was taken out. */
export function versionOn(entry: Entry, day: CalendarDate): Entry | undefined {
  const first = firstKnown(entry)
  if (first !== undefined && first > day) return undefined
  if (!stands(entry, day)) return undefined
  const standing = entry.was?.findIndex((version) => day < version.until) ?? -1
  return standing === -1 ? withoutVersions(entry) : versionAt(entry, standing)
}

/** True unless an entry had been taken out by the end of a day. */
export const stands = ({ removed }: Entry, day: CalendarDate): boolean =>
  removed === undefined || removed > day

/** Entries without those taken out; most logs have none, and are then handed back as they are. */
export const standing = <E extends Entry>(entries: readonly E[], day: CalendarDate): readonly E[] =>
  entries.every((entry) => stands(entry, day)) ? entries : entries.filter((entry) => stands(entry, day))

/** The days on which the log learned of this entry: that it is there, each change, that it is no more. */
export function learned(entry: Entry): readonly CalendarDate[] {
  const days = [firstKnown(entry), ...(entry.was ?? []).map(({ until }) => until), entry.removed]
  return days.filter((day) => day !== undefined)
}

/** Undefined for an absence of which nobody noted when it was planned: it is taken as always known. */
export function firstKnown(entry: Entry): CalendarDate | undefined {
  if (entry.logged !== undefined || entry.type === 'absence') return entry.logged
  return entry.was?.find(({ date }) => date !== undefined)?.date ?? entry.date
}

/** An entry as it stands now, or stood last, without what was before and that it was taken out. */
export function withoutVersions(entry: Entry): Entry {
  if (entry.was === undefined && entry.removed === undefined) return entry
  const { was, removed, ...rest } = entry
  return rest
}

const versionAt = (entry: Entry, index: number): Entry =>
  (entry.was ?? []).slice(index).reduceRight<Entry>(before, withoutVersions(entry))

/** The version before another one; the schema lets `was` hold nothing but fields of its own entry. */
function before(entry: Entry, version: NonNullable<Entry['was']>[number]): Entry {
  const { until, absent, ...held } = version
  const { end, ...fields } = { end: undefined, ...held }
  const kept = Object.entries(entry).filter(([key]) => !absent?.includes(key))
  return { ...Object.fromEntries(kept), ...fields, ...(end !== undefined && { until: end }) } as Entry
}
