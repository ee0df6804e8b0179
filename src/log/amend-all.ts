import type { Amended, Amendment } from './amend.ts'
import type { Log } from './schema.ts'

/** One change after the other, each made to what the one before has left, as a single write. */
export function amendAll(log: Log, steps: readonly ((log: Log) => Amendment)[]): Amendment {
  return steps.reduce<Amendment>(
    (made, step) => {
      const next = step(made.log)
      return { log: next.log, amended: together(made.amended, next.amended) }
    },
    { log, amended: [] },
  )
}

/** An entry that was added and then changed in one write was added as it stands now. */
function together(before: readonly Amended[], after: readonly Amended[]): readonly Amended[] {
  const later = new Map(after.map((amended) => [amended.entry.id, amended]))
  const seen = new Set(before.map(({ entry }) => entry.id))
  return [
    ...before.map((amended): Amended => {
      const next = later.get(amended.entry.id)
      if (next === undefined) return amended
      const first = amended.before ?? (amended.action === 'changed' ? next.before : undefined)
      const action = actionOf(amended.action, next.action)
      return { action, entry: next.entry, ...(action === 'changed' && first && { before: first }) }
    }),
    ...after.filter(({ entry }) => !seen.has(entry.id)),
  ]
}

const actionOf = (first: Amended['action'], second: Amended['action']): Amended['action'] =>
  first === 'added' && second === 'changed' ? 'added' : second
