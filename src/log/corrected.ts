import { isSame } from './same.ts'
import type { Entry } from './schema.ts'
import { CORRECTIONS } from './words.ts'

/** An entry as its runner changed it, with a mark on what a file had measured otherwise. */
export function withCorrections(before: Entry, after: Entry): Entry {
  if (!('source' in before) || before.source === undefined || before.type !== after.type) return after
  const [then, now]: readonly Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }]
  const known: readonly string[] = 'corrected' in after ? (after.corrected ?? []) : []
  const corrected = CORRECTIONS.filter((key) => known.includes(key) || !isSame(then?.[key], now?.[key]))
  return corrected.length === 0 ? after : ({ ...after, corrected } as Entry)
}
