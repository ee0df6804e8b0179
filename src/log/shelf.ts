import type { Amended, Named } from './amend.ts'
import { areTwins, onceEach } from './duplicates.ts'
import { identify, startOf } from './ids.ts'
import { inOrder } from './read.ts'
import type { Entry, Log } from './schema.ts'
import { withoutVersions } from './versions.ts'

/** The sessions of a log, each once and by its id, with those that were taken out. */
export interface Shelf {
  readonly sessions: readonly Named[]
  /** For each entry of the file the number of the session it tells of. */
  readonly became: readonly number[]
}

/** Sorts entries into sessions: what a runner names and changes is a session, not one of its copies. */
export function shelve(log: Log): Shelf {
  const { entries, became } = onceEach(log.entries)
  return { sessions: identify({ ...log, entries }), became }
}

/**
 * The log with some of its sessions written anew, those undefined left out and those beyond the shelf added.
 * Everything else stays as it stands in the file.
 */
export function putBack(
  log: Log,
  shelf: Shelf,
  all: readonly (Named | undefined)[],
  touched: ReadonlySet<number>,
): Log {
  const written = new Set<number>()
  const kept = log.entries.flatMap((entry, place): readonly Entry[] => {
    const number = shelf.became[place] ?? -1
    if (!touched.has(number)) return [entry]
    const session = all[number]
    if (session === undefined || written.has(number)) return []
    written.add(number)
    return [session]
  })
  const added = all.slice(shelf.sessions.length).filter((entry) => entry !== undefined)
  return { ...log, entries: inOrder([...kept, ...added]) }
}

/** Sessions by their id and by their date, so that each of thousands of new ones finds its twin at once. */
export interface Register {
  readonly byId: Map<string, number>
  readonly byDate: Map<string, number[]>
}

/** Enters a session into a register under its number. */
export function enter({ byId, byDate }: Register, { id, date }: Named, number: number): void {
  byId.set(id, number)
  const day = byDate.get(date)
  if (day === undefined) byDate.set(date, [number])
  else day.push(number)
}

/** The number of the session that an entry tells of: by its id, or because both say the same of one day. */
export function numberOfTwin(register: Register, all: readonly Named[], entry: Entry): number | undefined {
  const named = entry.id === undefined ? undefined : register.byId.get(entry.id)
  const other = named === undefined ? undefined : all[named]
  if (other !== undefined && other.type === entry.type && other.removed === undefined) return named
  return register.byDate.get(entry.date)?.find((number) => {
    const session = all[number]
    return session !== undefined && areTwins(session, entry)
  })
}

/** The numbers of later sessions of the same kind, date and start: what an id is counted among. */
export function namesakes(sessions: readonly Named[], of: number): readonly number[] {
  const key = nameOf(sessions[of])
  return sessions.flatMap((other, number) => (number > of && nameOf(other) === key ? [number] : []))
}

const nameOf = (session: Named | undefined): string =>
  session === undefined ? '' : `${session.type} ${session.date} ${startOf(session) ?? ''}`

/** What became of a session, and what it was before a change, both without the versions before. */
export const amendedBy = (
  action: Amended['action'],
  session: Named | undefined,
  before?: Named,
): readonly Amended[] =>
  session === undefined
    ? []
    : [
        {
          action,
          entry: withoutVersions(session) as Named,
          ...(action === 'changed' && before !== undefined && { before: withoutVersions(before) as Named }),
        },
      ]

/** An entry as a file would hold it, without the keys left undefined. */
export const asOnDisk = (entry: Entry): Entry => JSON.parse(JSON.stringify(entry)) as Entry
