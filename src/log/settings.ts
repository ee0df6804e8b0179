import type { CalendarDate } from '../base/calendar.ts'
import type { Log, Runner, SettingsEntry } from './schema.ts'

/** The runner as of a day: what was told at first, with every standing change dated up to that day. */
export const runnerOn = (log: Log, day: CalendarDate): Runner =>
  log.entries.reduce<Runner>(
    (runner, entry) =>
      entry.type === 'settings' && entry.date <= day && entry.removed === undefined
        ? { ...runner, ...changes(entry) }
        : runner,
    log.runner,
  )

/** A key somebody left undefined in memory changes nothing, as on disk, where it would not be. */
function changes(entry: SettingsEntry): Partial<Runner> {
  const { type, id, date, logged, removed, note, was, ...changed } = entry
  const told = Object.entries(changed).filter(([, value]) => value !== undefined)
  return Object.fromEntries(told) as Partial<Runner>
}
