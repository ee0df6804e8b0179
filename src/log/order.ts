import { isRecord } from './shape.ts'

type Path = readonly (string | number)[]

/** Something wrong between fields that are right by themselves. */
export interface Fault {
  readonly problem: 'duplicate-id' | 'bad-date-order'
  readonly path: Path
  readonly message: string
}

/** What no field shows alone: an id given twice, a last day before the first, versions out of order. */
export function orderFaults(entries: readonly unknown[]): readonly Fault[] {
  const ids = new Set<unknown>()
  const faults: Fault[] = []
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]
    if (!isRecord(entry)) continue
    const { id, date, until, was, removed } = entry
    if (id !== undefined && ids.has(id)) faults.push(secondId(['entries', index, 'id'], id))
    if (id !== undefined) ids.add(id)
    if (isBefore(until, date)) faults.push(backwards(['entries', index, 'until'], until, date))
    if (removed !== undefined && Array.isArray(was)) addRemovalFault(faults, was, removed, index)
    if (Array.isArray(was)) addVersionFaults(faults, was, index)
  }
  return faults
}

/** Adds to the list instead of making one: of ten thousand entries with a history hardly one is at fault. */
function addVersionFaults(faults: Fault[], was: readonly unknown[], entry: number): void {
  for (let index = 1; index < was.length; index++) {
    const until = untilOf(was[index])
    const before = untilOf(was[index - 1])
    if (!isBefore(until, before)) continue
    faults.push(backwards(['entries', entry, 'was', index, 'until'], until, before))
  }
}

/** What was taken out did not change any more. */
function addRemovalFault(faults: Fault[], was: readonly unknown[], removed: unknown, entry: number): void {
  const last = untilOf(was.at(-1))
  if (isBefore(removed, last)) faults.push(backwards(['entries', entry, 'removed'], removed, last))
}

const untilOf = (version: unknown): unknown => (isRecord(version) ? version['until'] : undefined)

const isBefore = (until: unknown, from: unknown): boolean =>
  typeof until === 'string' && typeof from === 'string' && until < from

const secondId = (path: Path, id: unknown): Fault => ({
  problem: 'duplicate-id',
  path,
  message: `"${String(id)}" is the id of an entry before this one`,
})

const backwards = (path: Path, until: unknown, from: unknown): Fault => ({
  problem: 'bad-date-order',
  path,
  message: `"${String(path.at(-1))}" is ${String(until)}, before ${String(from)}`,
})
