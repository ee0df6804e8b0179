import type { CalendarDate } from '../base/calendar.ts'
import { isSame } from './same.ts'
import type { Entry } from './schema.ts'
import { firstKnown, versionsOf } from './versions.ts'

type Earlier = NonNullable<Entry['was']>[number]
type Fields = Readonly<Record<string, unknown>>

/** What the log says of an entry apart from what the entry says. */
const ABOUT: ReadonlySet<string> = new Set(['id', 'type', 'logged', 'removed', 'was'])

/** True for two versions that say the same, whatever is known of when it was said. */
export const saysTheSame = (a: Entry, b: Entry): boolean =>
  a.type === b.type && isSame(Object.fromEntries(sayings(a)), Object.fromEntries(sayings(b)))

/** An entry that says from today on what another of its type says, and of days before what it said then. */
export function rewritten(entry: Entry, now: Entry, today: CalendarDate): Entry {
  const { last, was } = seenBefore(entry, today)
  const version = last === undefined ? undefined : difference(last, now, today)
  const versions = version === undefined ? was : [...was, version]
  return asFirstKnown({ ...about(entry), ...Object.fromEntries(sayings(now)) }, versions, entry, today)
}

/** An entry that stands no more from today on, without its remark; undefined where no evening has seen it. */
export function takenOut(entry: Entry, today: CalendarDate): Entry | undefined {
  const { last, was } = seenBefore(entry, today)
  if (last === undefined) return undefined
  const { note, ...rest } = last
  const emptied = entry.type === 'note' ? { ...rest, note: '' } : rest
  return asFirstKnown({ ...emptied, removed: today }, was.flatMap(withoutRemark), entry, today)
}

/** The version that stood on the evening before, and what stood before that; none for what came after it. */
function seenBefore(entry: Entry, today: CalendarDate): { last: Entry | undefined; was: readonly Earlier[] } {
  const seen = versionsOf(entry).filter(({ from }) => from === undefined || from < today)
  return { last: seen.at(-1)?.entry, was: (entry.was ?? []).slice(0, Math.max(0, seen.length - 1)) }
}

/** What an older version held otherwise than the one after it; undefined where they say the same. */
function difference(old: Entry, now: Entry, until: CalendarDate): Earlier | undefined {
  const before = sayings(old)
  const after = Object.fromEntries(sayings(now))
  const held = before.filter(([key, value]) => !isSame(value, after[key]))
  const absent = Object.keys(after).filter((key) => !before.some(([other]) => other === key))
  if (held.length === 0 && absent.length === 0) return undefined
  const renamed = held.map(([key, value]) => [key === 'until' ? 'end' : key, value])
  return { until, ...Object.fromEntries(renamed), ...(absent.length > 0 && { absent }) } as Earlier
}

function withoutRemark(version: Earlier): readonly Earlier[] {
  const { note, absent, ...held } = version
  const others = (absent as readonly string[] | undefined)?.filter((key) => key !== 'note') ?? []
  const rest = { ...held, ...(others.length > 0 && { absent: others }) } as Earlier
  return Object.keys(rest).length > 1 ? [rest] : []
}

/** An entry that is not dated when it was logged tells it by its date, which may just have changed. */
function asFirstKnown(fields: Fields, was: readonly Earlier[], old: Entry, today: CalendarDate): Entry {
  const entry = { ...fields, ...(was.length > 0 && { was }) } as unknown as Entry
  const first = firstKnown(old)
  if (first === undefined || firstKnown(entry) === first) return entry
  return { ...entry, logged: first < today ? first : today }
}

const about = ({ id, type, logged }: Entry): Fields => ({
  ...(id !== undefined && { id }),
  type,
  ...(logged !== undefined && { logged }),
})

const sayings = (entry: Entry): [string, unknown][] =>
  Object.entries(entry).filter(([key, value]) => !ABOUT.has(key) && value !== undefined)
