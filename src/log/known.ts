import type { CalendarDate } from '../base/calendar.ts'
import { inOrder } from './read.ts'
import type { Entry, Log } from './schema.ts'
import { firstKnown, learned, versionOn, withoutVersions } from './versions.ts'

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
  const calm = history.latest.slice(0, settled).filter((entry) => entry !== undefined)
  const entries = [...calm, ...open]
  const moved = open.some((entry, index) => entry.date < (entries[calm.length + index - 1] ?? entry).date)
  return { ...log, entries: moved ? inOrder(entries) : entries }
}

/** What a replay of years asks of the same entries day after day, worked out once. */
interface History {
  /** The entries as they stand now, without their earlier versions; undefined for what was taken out. */
  readonly latest: readonly (Entry | undefined)[]
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
    latest: entries.map((entry) => (entry.removed === undefined ? withoutVersions(entry) : undefined)),
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
