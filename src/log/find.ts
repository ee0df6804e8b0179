import type { CalendarDate } from '../base/calendar.ts'
import { fail, type Problem, type Result, succeed } from '../base/problem.ts'
import { didYouMean } from '../base/spelling.ts'
import type { Named } from './amend.ts'
import { startOf } from './ids.ts'
import type { Entry, Log } from './schema.ts'
import { shelve } from './shelf.ts'
import { stands } from './versions.ts'
import { isDate } from './words.ts'

/** So many entries a problem lists, the latest ones. */
const LISTED = 5

/**
 * The entries a runner means by a date, by `last`, or by an id or the beginning of one; of one type where
 * only that type can be meant. Never an empty list.
 */
export function findEntries(
  log: Log,
  reference: string,
  today: CalendarDate,
  type?: Entry['type'],
): Result<readonly Named[]> {
  const all = shelve(log).sessions.filter((entry) => stands(entry, today))
  const possible = all.filter((entry) => type === undefined || entry.type === type)
  if (reference === 'last') {
    const last = possible.findLast(({ date }) => date <= today)
    return last === undefined ? fail(noneYet(type)) : succeed([last])
  }
  if (isDate(reference)) {
    const found = possible.filter(({ date }) => date === reference)
    return found.length === 0 ? fail(noneOn(reference, possible, type)) : succeed(found)
  }
  return byId(reference, possible, type)
}

/** The one entry that is meant; where a day or the beginning of an id fits several, they are listed. */
export function findEntry(
  log: Log,
  reference: string,
  today: CalendarDate,
  type?: Entry['type'],
): Result<Named> {
  const found = findEntries(log, reference, today, type)
  if (!found.ok) return found
  const [only, ...others] = found.value
  if (only === undefined || others.length > 0) return fail(ambiguous(reference, found.value))
  return succeed(only)
}

function byId(written: string, possible: readonly Named[], type: Entry['type'] | undefined) {
  const reference = written.toLowerCase()
  const whole = possible.filter(({ id }) => id.toLowerCase() === reference)
  const found = whole.length > 0 ? whole : possible.filter(({ id }) => beginsWith(id, reference))
  if (found.length === 0) return fail(unknown(written, possible, type))
  return found.length === 1 ? succeed(found) : fail(ambiguous(written, found))
}

const beginsWith = (id: string, reference: string): boolean =>
  reference !== '' && id.toLowerCase().startsWith(reference)

const noneYet = (type: Entry['type'] | undefined): Problem => ({
  code: 'unknown-entry',
  message: `the log has no ${kindOf(type)} yet`,
  hint: 'Log one with: itb log',
})
const noneOn = (date: string, possible: readonly Named[], type: Entry['type'] | undefined): Problem => ({
  code: 'unknown-entry',
  message: `the log has no ${kindOf(type)} of ${date}`,
  hint: latest(possible),
})
const unknown = (
  reference: string,
  possible: readonly Named[],
  type: Entry['type'] | undefined,
): Problem => ({
  code: 'unknown-entry',
  message: `no ${kindOf(type)} has an id that begins with "${reference}"`,
  hint:
    didYouMean(
      reference,
      possible.map(({ id }) => id),
    ) + latest(possible),
})
const ambiguous = (reference: string, found: readonly Named[]): Problem => ({
  code: 'ambiguous-entry',
  message: `"${reference}" can be any of ${found.length} entries`,
  hint: `Name one by its id: ${listed(found)}`,
})

const kindOf = (type: Entry['type'] | undefined): string =>
  type === undefined ? 'entry' : `entry of the type ${type}`

const latest = (entries: readonly Named[]): string =>
  entries.length === 0 ? 'There is none to choose from.' : `The latest: ${listed(entries)}`

const listed = (entries: readonly Named[]): string => {
  const shown = entries.slice(-LISTED).map((entry) => [entry.id, entry.type, entry.date, startOf(entry)])
  const rest = entries.length - shown.length
  const words = shown.map((parts) => parts.filter((part) => part !== undefined).join(' ')).join(', ')
  return rest > 0 ? `${words}, and ${rest} before.` : `${words}.`
}
