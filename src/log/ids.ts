import { fnv } from '../base/hash.ts'
import type { Entry, Log } from './schema.ts'

/** Digits and letters that nobody takes for another. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 6

/** Six characters for a text, the same on every machine. */
export function sixCharacters(text: string): string {
  const hash = fnv(text)
  // Thirty bits of thirty-two: the upper ones are folded in, not lost.
  const folded = (hash ^ (hash >>> 30)) & 0x3fffffff
  return Array.from({ length: LENGTH }, (_, index) => DIGITS[(folded >>> (5 * index)) & 31]).join('')
}

/** The id of an entry that has none; the ordinal tells apart what type, date and start do not. */
export const entryId = (type: string, date: string, start: string | undefined, ordinal: number): string =>
  sixCharacters(`${type}|${date}|${start ?? ''}|${ordinal}`)

/** An id that no entry goes by yet. */
export function freshId(entry: Entry, taken: ReadonlyMap<string, unknown>): string {
  const start = startOf(entry)
  let ordinal = 0
  while (taken.has(entryId(entry.type, entry.date, start, ordinal))) ordinal++
  return entryId(entry.type, entry.date, start, ordinal)
}

/** When a session began; undefined for what has no time of day. */
export const startOf = (entry: Entry): string | undefined => ('start' in entry ? entry.start : undefined)

/** Every entry with an id: its own, or the one its type, date and start give. */
export function identify(log: Log): readonly (Entry & { readonly id: string })[] {
  const taken = new Set(log.entries.map((entry) => entry.id))
  const ordinals = new Map<string, number>()
  return log.entries.map((entry) => {
    if (entry.id !== undefined) return { ...entry, id: entry.id }
    const start = startOf(entry)
    const key = `${entry.type}|${entry.date}|${start ?? ''}`
    let ordinal = ordinals.get(key) ?? 0
    while (taken.has(entryId(entry.type, entry.date, start, ordinal))) ordinal++
    const id = entryId(entry.type, entry.date, start, ordinal)
    taken.add(id)
    ordinals.set(key, ordinal + 1)
    return { ...entry, id }
  })
}
