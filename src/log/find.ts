import type { CalendarDate } from '../base/calendar.ts'
import { fail, type Problem, type Result, succeed } from '../base/problem.ts'
import { distanceText, durationText, type Units } from '../base/amount-text.ts'
import { didYouMean } from '../base/spelling.ts'
import type { Named } from './amend.ts'
import { startOf } from './ids.ts'
import type { Entry, Log } from './schema.ts'
import { shelve } from './shelf.ts'
import { stands } from './versions.ts'
import { isDate } from './words.ts'

/** The only types that can be meant; several where a runner would not tell them apart. */
type Wanted = Entry['type'] | readonly Entry['type'][]

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
  type?: Wanted,
): Result<readonly Named[]> {
  const all = shelve(log).sessions.filter((entry) => stands(entry, today))
  const wanted: readonly string[] | undefined = typeof type === 'string' ? [type] : type
  const possible = all.filter((entry) => wanted === undefined || wanted.includes(entry.type))
  if (reference === 'last') {
    const last = possible.findLast(({ date }) => date <= today)
    return last === undefined ? fail(noneYet(type)) : succeed([last])
  }
  if (isDate(reference)) {
    const found = possible.filter(({ date }) => date === reference)
    return found.length === 0 ? fail(noneOn(reference, possible, type)) : succeed(found)
  }
  return byId(reference, possible, type, log.runner.units)
}

/** The one entry that is meant; where a day or the beginning of an id fits several, they are listed. */
export function findEntry(log: Log, reference: string, today: CalendarDate, type?: Wanted): Result<Named> {
  const found = findEntries(log, reference, today, type)
  if (!found.ok) return found
  const [only, ...others] = found.value
  if (only === undefined || others.length > 0)
    return fail(ambiguous(reference, found.value, log.runner.units))
  return succeed(only)
}

function byId(written: string, possible: readonly Named[], type: Wanted | undefined, units: Units) {
  const reference = written.toLowerCase()
  const whole = possible.filter(({ id }) => id.toLowerCase() === reference)
  const found = whole.length > 0 ? whole : possible.filter(({ id }) => beginsWith(id, reference))
  if (found.length === 0) return fail(unknown(written, possible, type))
  return found.length === 1 ? succeed(found) : fail(ambiguous(written, found, units))
}

const beginsWith = (id: string, reference: string): boolean =>
  reference !== '' && id.toLowerCase().startsWith(reference)

const noneYet = (type: Wanted | undefined): Problem => ({
  code: 'unknown-entry',
  message: `the log has no ${kindOf(type)} yet`,
  hint: 'Log one with: itb log',
})
const noneOn = (date: string, possible: readonly Named[], type: Wanted | undefined): Problem => ({
  code: 'unknown-entry',
  message: `the log has no ${kindOf(type)} of ${date}`,
  hint: latest(possible),
})
const unknown = (reference: string, possible: readonly Named[], type: Wanted | undefined): Problem => ({
  code: 'unknown-entry',
  message: `no ${kindOf(type)} has an id that begins with "${reference}"`,
  hint:
    didYouMean(
      reference,
      possible.map(({ id }) => id),
    ) + latest(possible),
})
/** Nobody knows an id by heart: each stands on a line of its own, with what it is. */
const ambiguous = (reference: string, found: readonly Named[], units: Units): Problem => ({
  code: 'ambiguous-entry',
  message: `"${reference}" can be any of ${found.length} entries`,
  hint: `Name one by its id:\n  ${listed(found, wholeWords(units), '\n  ')}`,
})

const wholeWords =
  (units: Units) =>
  (entry: Named): string =>
    `${wordsOf(entry)} ${tellingPart(entry, units)}`.trim()

const kindOf = (type: Wanted | undefined): string =>
  typeof type === 'string' ? `entry of the type ${type}` : 'entry'

const latest = (entries: readonly Named[]): string =>
  entries.length === 0 ? 'There is none to choose from.' : `The latest: ${listed(entries, wordsOf, ', ')}.`

/** The last few of some entries, and how many there are before them. */
function listed(entries: readonly Named[], told: (entry: Named) => string, between: string): string {
  const rest = entries.length - LISTED
  const shown = entries.slice(-LISTED).map(told)
  return (rest > 0 ? [...shown, `and ${rest} before`] : shown).join(between)
}

const wordsOf = (entry: Named): string =>
  [entry.id, entry.type, entry.date, startOf(entry)].filter((part) => part !== undefined).join(' ')

/** What tells an entry from others of its day, often nothing; remarks are the runner's own. */
function tellingPart(entry: Entry, units: Units): string {
  switch (entry.type) {
    case 'run':
      return `${distanceText(entry.distanceMeters, units)} ${durationText(entry.durationSeconds)}`
    case 'cross-training':
      return `${entry.activity} ${durationText(entry.durationSeconds)}`
    case 'strength':
      return entry.exercises.map(({ id }) => id).join(', ')
    case 'mobility':
      return entry.items.join(', ')
    case 'acknowledgement':
      return entry.notice
    default:
      return ''
  }
}
