import type { CalendarDate } from '../base/calendar.ts'
import { inOrder } from './read.ts'
import type { Entry, Log } from './schema.ts'

/** The days on which the log learned something of this entry: that it is there, and every change of it. */
export function learned(entry: Entry): readonly CalendarDate[] {
  const first = firstKnown(entry)
  const changes = entry.was?.map((version) => version.until) ?? []
  return first === undefined ? changes : [first, ...changes]
}

/** The log as it stood at the end of a day, without a trace of what was learned later. */
export function known(log: Log, day: CalendarDate): Log {
  const history = historyOf(log.entries)
  // All before `settled` stands as it stands today, and of all from `unheard` on nothing was known yet.
  const settled = countUpTo(day, history.settledBy)
  const unheard = Math.max(settled, countUpTo(day, history.heardFrom))
  const open = [
    ...log.entries.slice(settled, unheard),
    ...history.timeless.filter(({ index }) => index >= unheard).map(({ entry }) => entry),
  ].flatMap((entry) => versionOn(entry, day) ?? [])
  const entries = [...history.latest.slice(0, settled), ...open]
  const moved = open.some((entry, index) => entry.date < (entries[settled + index - 1] ?? entry).date)
  return { ...log, entries: moved ? inOrder(entries) : entries }
}

/** What a replay of years asks of the same entries day after day, worked out once. */
interface History {
  /** The entries as they stand now, without their earlier versions. */
  readonly latest: readonly Entry[]
  /** By which day this entry and all before it had got their latest version; rises. */
  readonly settledBy: readonly string[]
  /** From which day this entry or one after it was known, the timeless left out; rises. */
  readonly heardFrom: readonly string[]
  /** The absences of which nobody noted when they were planned. */
  readonly timeless: readonly { readonly index: number; readonly entry: Entry }[]
}

const histories = new WeakMap<readonly Entry[], History>()

function historyOf(entries: readonly Entry[]): History {
  const found = histories.get(entries)
  if (found !== undefined) return found
  const history: History = {
    latest: entries.map(withoutVersions),
    settledBy: running(
      entries.map((entry) => learned(entry).reduce<string>(later, '')),
      later,
    ),
    heardFrom: running(entries.map((entry) => firstKnown(entry) ?? NEVER).reverse(), earlier).reverse(),
    timeless: entries.flatMap((entry, index) => (firstKnown(entry) === undefined ? [{ index, entry }] : [])),
  }
  histories.set(entries, history)
  return history
}

/** After every day. */
const NEVER = '9999-99-99'

/** The latest, or the earliest, of each date and all before it. */
function running(dates: readonly string[], pick: (a: string, b: string) => string): string[] {
  let last = dates[0] ?? NEVER
  return dates.map((date) => (last = pick(last, date)))
}

/** Undefined for an absence of which nobody noted when it was planned: it is taken as always known. */
function firstKnown(entry: Entry): CalendarDate | undefined {
  if (entry.logged !== undefined || entry.type === 'absence') return entry.logged
  return entry.was?.find(({ date }) => date !== undefined)?.date ?? entry.date
}

function versionOn(entry: Entry, day: CalendarDate): Entry | undefined {
  const first = firstKnown(entry)
  if (first !== undefined && first > day) return undefined
  const standing = entry.was?.findIndex((version) => day < version.until) ?? -1
  if (standing === -1) return withoutVersions(entry)
  return (entry.was ?? []).slice(standing).reduceRight<Entry>(before, withoutVersions(entry))
}

/** The version before another one; the schema lets `was` hold nothing but fields of its own entry. */
function before(entry: Entry, version: NonNullable<Entry['was']>[number]): Entry {
  const { until, absent, ...held } = version
  const { end, ...fields } = { end: undefined, ...held }
  const kept = Object.entries(entry).filter(([key]) => !absent?.includes(key))
  return { ...Object.fromEntries(kept), ...fields, ...(end !== undefined && { until: end }) } as Entry
}

function withoutVersions(entry: Entry): Entry {
  if (entry.was === undefined) return entry
  const { was, ...rest } = entry
  return rest
}

/** How many of some dates in rising order are not after a day. */
function countUpTo(day: string, dates: readonly string[]): number {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle] ?? NEVER) <= day) low = middle + 1
    else high = middle
  }
  return low
}

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)

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
  const { was } = entry
  if (was === undefined) return [{ entry, from: first, until: undefined }]
  const starts = [first, ...was.map(({ until }) => until)]
  const ends = [...was.map(({ until }) => until), undefined]
  return starts.map((from, index) => ({
    entry: was.slice(index).reduceRight<Entry>(before, withoutVersions(entry)),
    from,
    until: ends[index],
  }))
}
