import type { CalendarDate } from '../base/calendar.ts'
import type { Amendment, Named } from './amend.ts'
import { rewritten, saysTheSame } from './rewrite.ts'
import type { Entry, Log } from './schema.ts'
import { amendedBy, asOnDisk, putBack, shelve } from './shelf.ts'
import { withoutVersions } from './versions.ts'

/**
 * Changes many entries at once, each to what stands for its id, none in its type; what stood before goes
 * under `was`, as far as it differed and an evening has seen it.
 */
export function changeEntries(log: Log, changes: ReadonlyMap<string, Entry>, today: CalendarDate): Amendment {
  if (changes.size === 0) return { log, amended: [] }
  const shelf = shelve(log)
  const touched = new Set<number>()
  const all = shelf.sessions.map((entry, number): Named => {
    const change = changes.get(entry.id)
    const now = change === undefined ? entry : asOnDisk(withoutVersions(change))
    if (change === undefined || entry.type !== now.type || saysTheSame(entry, now)) return entry
    touched.add(number)
    return rewritten(entry, now, today) as Named
  })
  if (touched.size === 0) return { log, amended: [] }
  const amended = [...touched].flatMap((number) => amendedBy('changed', all[number], shelf.sessions[number]))
  return { log: putBack(log, shelf, all, touched), amended }
}
