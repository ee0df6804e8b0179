import type { CalendarDate } from '../../base/calendar.ts'
import type { Problem } from '../../base/problem.ts'
import type { Entry } from '../../log/schema.ts'
import { usage } from '../command.ts'
import type { Patch } from './patch.ts'
import { runFaults } from './run-faults.ts'

/** What no part of an entry shows alone once it has been changed. */
export function entryFaults(entry: Entry, today: CalendarDate): readonly Problem[] {
  switch (entry.type) {
    case 'run':
      return runFaults({ ...flat(entry), ...withPain(entry.pain) }, entry.date, today)
    case 'flare':
      return runFaults(withPain(entry.pain), entry.date, today)
    case 'clearance':
    case 'limit':
    case 'absence':
      return entry.until === undefined ? [] : orderFaults(entry.until, entry.date)
    default:
      return []
  }
}

/** What a change brings that cannot be; an entry that was wrong before may still get a remark. */
export function faultsOfChange(before: Entry, after: Entry, today: CalendarDate): readonly Problem[] {
  const known = entryFaults(before, today).map(({ message }) => message)
  return entryFaults(after, today).filter(({ message }) => !known.includes(message))
}

const flat = (entry: object): Patch => ({ ...entry })

const withPain = (pain: object = {}): Patch =>
  Object.fromEntries(Object.entries(pain).map(([key, value]) => [`pain.${key}`, value]))

/** A last day before the first one. */
export const orderFaults = (until: CalendarDate, date: CalendarDate): readonly Problem[] =>
  until < date
    ? [usage(`the last day is ${until}, before the first, ${date}`, 'Write the earlier day first.')]
    : []
