import type { CalendarDate } from '../base/calendar.ts'
import { withCorrections } from './corrected.ts'
import { areTwins, together } from './duplicates.ts'
import { freshId } from './ids.ts'
import { rewritten, saysTheSame, takenOut } from './rewrite.ts'
import type { Entry, Log } from './schema.ts'
import {
  amendedBy,
  asOnDisk,
  enter,
  namesakes,
  numberOfTwin,
  putBack,
  type Register,
  shelve,
} from './shelf.ts'
import { stands, withoutVersions } from './versions.ts'

/** An entry that can be named. */
export type Named = Entry & { readonly id: string }

/** What one write did to one entry. */
export interface Amended {
  readonly action: 'added' | 'changed' | 'removed'
  /** The entry as it stands now, or as it stood before it was removed. */
  readonly entry: Named
  /** What a changed entry was before. */
  readonly before?: Named
}

/** A log after a change, and what was changed in it. */
export interface Amendment {
  readonly log: Log
  readonly amended: readonly Amended[]
}

/**
 * Adds entries, each with an id and the day the log learned of it. One that tells of a session the log has
 * already adds to that session what only it says, and nothing else.
 */
export function addEntries(log: Log, entries: readonly Entry[], today: CalendarDate): Amendment {
  const shelf = shelve(log)
  const all = [...shelf.sessions]
  const register: Register = { byId: new Map(), byDate: new Map() }
  for (const [number, session] of all.entries()) enter(register, session, number)
  const touched = new Map<number, 'added' | 'changed'>()
  for (const given of entries.filter(({ removed }) => removed === undefined)) {
    const { was, ...entry } = asOnDisk(given)
    const number = numberOfTwin(register, all, entry as Entry) ?? all.length
    const twin = all[number]
    if (twin === undefined) {
      const news = asNews(entry as Entry, register, today)
      enter(register, news, number)
      all.push(news)
      touched.set(number, 'added')
      continue
    }
    const now = together(twin, entry as Entry)
    if (saysTheSame(twin, now)) continue
    all[number] = rewritten(twin, now, today) as Named
    if (!touched.has(number)) touched.set(number, 'changed')
  }
  if (touched.size === 0) return { log, amended: [] }
  const amended = [...touched].flatMap(([number, action]) =>
    amendedBy(action, all[number], shelf.sessions[number]),
  )
  return { log: putBack(log, shelf, all, new Set(touched.keys())), amended }
}

/** An id that is given stays, unless something else goes by it. */
function asNews(entry: Entry, { byId }: Register, today: CalendarDate): Named {
  const id = entry.id === undefined || byId.has(entry.id) ? freshId(entry, byId) : entry.id
  return { ...entry, id, logged: today }
}

/** Changes an entry; what stood before goes under `was`, as far as it differed and an evening has seen it. */
export function changeEntry(
  log: Log,
  id: string,
  change: (entry: Named) => Entry,
  today: CalendarDate,
): Amendment {
  const shelf = shelve(log)
  const index = shelf.sessions.findIndex((each) => each.id === id && stands(each, today))
  const entry = shelf.sessions[index]
  if (entry === undefined) return { log, amended: [] }
  const stood = withoutVersions(entry) as Named
  const now = asOnDisk(withCorrections(stood, change(stood)))
  if (saysTheSame(entry, now)) return { log, amended: [] }
  const isTold = shelf.sessions.some((other, place) => place !== index && areTwins(other, now))
  if (isTold || now.type !== entry.type) return replaceEntry(log, id, now, today)
  const all = shelf.sessions.with(index, rewritten(entry, now, today) as Named)
  return {
    log: putBack(log, shelf, all, new Set([index])),
    amended: amendedBy('changed', all[index], entry),
  }
}

/**
 * Takes an entry out: of today without a trace, an older one stays as what was said until today, and so does
 * an imported one, lest its file bring it back.
 */
export const removeEntry = (log: Log, id: string, today: CalendarDate): Amendment =>
  takeOut(log, id, today, (entry) => takenOut(entry, today) ?? asImported(entry, today))

function asImported(entry: Named, today: CalendarDate): Entry | undefined {
  if (!('source' in entry) || entry.source === undefined) return undefined
  const { note, was, ...rest } = entry
  return { ...rest, removed: today }
}

function takeOut(
  log: Log,
  id: string,
  today: CalendarDate,
  left: (entry: Named) => Entry | undefined,
): Amendment {
  const shelf = shelve(log)
  const index = shelf.sessions.findIndex((each) => each.id === id && stands(each, today))
  const entry = shelf.sessions[index]
  if (entry === undefined) return { log, amended: [] }
  const rest = left(entry)
  const all: readonly (Named | undefined)[] = shelf.sessions.with(index, rest as Named)
  // Ids are counted, so what stands behind an entry that goes without a trace would change its own.
  const behind = rest === undefined ? namesakes(shelf.sessions, index) : []
  return {
    log: putBack(log, shelf, all, new Set([index, ...behind])),
    amended: amendedBy('removed', entry),
  }
}

/** What becomes another kind of entry, or another one's twin, is taken out and told anew. */
function replaceEntry(log: Log, id: string, now: Entry, today: CalendarDate): Amendment {
  const { id: _, ...news } = now
  const removed = takeOut(log, id, today, (entry) => takenOut(entry, today))
  const added = addEntries(removed.log, [news as Entry], today)
  return { log: added.log, amended: [...removed.amended, ...added.amended] }
}
