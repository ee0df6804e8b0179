import type { Evidence } from '../base/quantity.ts'
import { wrapped } from './handout-page.ts'
import type { Protocol } from './schema.ts'

/** One place where a number of the protocol says what it rests on. */
interface Citation {
  readonly id: string
  readonly grade: Evidence
}

/** Everything a protocol points to, as often as it does. */
export function citationsIn(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'source' && Array.isArray(child) ? child.filter(isCitation) : citationsIn(child),
  )
}

const isCitation = (source: unknown): source is Citation =>
  typeof source === 'object' && source !== null && 'id' in source && 'grade' in source

/** The references the protocol points to, and those that these name themselves, in the order of its file. */
export function sourceLines(protocol: Protocol, width: number): readonly string[] {
  const entries = Object.entries(protocol.references)
  const used = new Set(citationsIn(protocol).map(({ id }) => id))
  // A set is walked on while it grows, so that what a named one names comes in as well.
  for (const id of used)
    for (const named of protocol.references[id]?.text.match(/\b[A-Z]{1,2}-?\d+\b/g) ?? []) used.add(named)
  return entries
    .filter(([id]) => used.has(id))
    .flatMap(([id, { text }]) => wrapped(`${id}: ${text}`, width, '', '    '))
}
