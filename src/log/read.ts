import { isLog } from './check.ts'
import { withoutDuplicates } from './duplicates.ts'
import { startOf } from './ids.ts'
import type { Entry, Log } from './schema.ts'

/** The log of a file, in date order, each session once; undefined where `diagnoseLog` says what is wrong. */
export function readLog(text: string): Log | undefined {
  const log = readWhole(text)
  return log && { ...log, entries: withoutDuplicates(log.entries) }
}

/** The log of a file with all that stands in it, copies too, so that writing it back loses nothing. */
export function readWhole(text: string): Log | undefined {
  const value = parse(text)
  return isLog(value) ? { ...value, entries: inOrder(value.entries) } : undefined
}

/** Entries by date, then by start; entries that agree in both stay as they stood. */
export const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => compare(a.date, b.date) || compare(startOf(a) ?? '', startOf(b) ?? ''))

/** The text without the mark some editors put before it, which JSON does not know. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function parse(text: string): unknown {
  try {
    return JSON.parse(withoutMark(text))
  } catch {
    return undefined
  }
}
