import { inOrder } from './read.ts'
import type { Log } from './schema.ts'
import { KEY_ORDER } from './schema/key-order.ts'

const RANKS: ReadonlyMap<string, number> = new Map(KEY_ORDER.map((key, rank) => [key, rank]))

/** The text of a log file: entries by date, keys in one order, so that it diffs and merges well. */
export const renderLog = (log: Log): string =>
  `${JSON.stringify(inKeyOrder({ ...log, entries: inOrder(log.entries) }), null, 2)}\n`

/** A part of a log with its keys as the file has them: those of the runner's own come last, as they stood. */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => rankOf(a) - rankOf(b))
  return Object.fromEntries(entries.map(([key, held]) => [key, inKeyOrder(held)]))
}

const rankOf = (key: string): number => RANKS.get(key) ?? RANKS.size
