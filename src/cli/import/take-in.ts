import type { CalendarDate } from '../../base/calendar.ts'
import { addEntries, type Amendment, type Named } from '../../log/amend.ts'
import { amendAll } from '../../log/amend-all.ts'
import { changeEntries } from '../../log/change-all.ts'
import { saysTheSame } from '../../log/rewrite.ts'
import type { Entry, Log } from '../../log/schema.ts'
import { shelve } from '../../log/shelf.ts'
import type { Imported } from '../../intake/entries.ts'
import { measuredBy } from '../../intake/measured.ts'
import { placesIn } from '../../intake/match.ts'
import type { Sighting } from '../../intake/trace.ts'
import { withSettings } from '../settings-change.ts'

/** An activity and the entry it would be. */
export interface Ready {
  readonly sighting: Sighting
  readonly entry: Imported
}

/** What became of activities that the log may have had already. */
export interface TakenIn {
  readonly amendment: Amendment
  /** How many the log had and learned nothing new of. */
  readonly known: number
  /** How many the runner took out of the log before; they stay out. */
  readonly removed: number
  /** The file of each activity, by its day and start. */
  readonly files: ReadonlyMap<string, string>
}

/**
 * Puts activities into a log: new ones as they are, those it has with what was measured; with them the zone
 * their days were told by, if that was asked for.
 */
export function takeIn(
  log: Log,
  ready: readonly Ready[],
  today: CalendarDate,
  askedZone: string | undefined,
): TakenIn {
  const sessions = shelve(log).sessions.filter(isSession)
  const places = placesIn(
    sessions,
    ready.map(({ sighting }) => sighting),
  )
  const added: Entry[] = []
  const changes = new Map<string, Entry>()
  let known = 0
  let removed = 0
  for (const { sighting, entry } of ready) {
    const logged = sessions[places.get(sighting) ?? -1]
    if (logged === undefined) added.push(entry)
    else if (logged.removed !== undefined) removed += 1
    else {
      const measured = measuredBy(logged, entry)
      if (saysTheSame(logged, measured)) known += 1
      else changes.set(logged.id, measured)
    }
  }
  const amendment = amendAll(log, [
    (before) => changeEntries(before, changes, today),
    (before) => addEntries(before, added, today),
    (before) =>
      askedZone === undefined || changes.size + added.length === 0
        ? { log: before, amended: [] }
        : withZone(before, askedZone, today),
  ])
  const files = ready.map(({ sighting: { local, file } }) => [`${local.date} ${local.clock}`, file] as const)
  return { amendment, known, removed, files: new Map(files) }
}

const withZone = (log: Log, timeZone: string, today: CalendarDate): Amendment =>
  withSettings(log, { date: today, changed: { timeZone }, note: undefined }, today)

const isSession = (entry: Named): entry is Named & Imported =>
  entry.type === 'run' || entry.type === 'cross-training'
