import type { CalendarDate } from '../base/calendar.ts'
import { addEntries, type Named } from './amend.ts'
import { rewritten, saysTheSame, takenOut } from './rewrite.ts'
import type { Entry, Log } from './schema.ts'
import { namesakes, putBack, shelve } from './shelf.ts'
import { learned, versionOn } from './versions.ts'

/**
 * A log that says again what an earlier version of it said, while every evening before today goes on knowing
 * what it knew: exactly that version where no evening has seen what is taken back.
 */
export function backTo(current: Log, earlier: Log, today: CalendarDate): Log {
  const shelf = shelve(current)
  const old = new Map(shelve(earlier).sessions.map((session) => [session.id, session]))
  const here = new Set(shelf.sessions.map(({ id }) => id))
  const pairs: readonly Pair[] = shelf.sessions.map((now) => ({ now, then: old.get(now.id) }))
  const others: readonly Pair[] = [...old.values()]
    .filter(({ id }) => !here.has(id))
    .map((then) => ({ now: undefined, then }))
  if ([...pairs, ...others].every((pair) => haveSamePast(pair, today))) return earlier
  const steps = [...pairs, ...others].map((pair) => stepOf(pair, today))
  const stood = steps.map(({ stands }) => stands)
  const touched = new Set(
    pairs.flatMap(({ now }, number) => {
      if (stood[number] === now) return []
      return stood[number] === undefined ? [number, ...namesakes(shelf.sessions, number)] : [number]
    }),
  )
  const log = putBack({ ...earlier, entries: current.entries }, shelf, stood, touched)
  const anew = steps.flatMap((step) => step.anew ?? [])
  // Those whose id nothing goes by come first: one that needs another id must not take theirs.
  const [taken, free] = [
    anew.filter(({ id }) => here.has(id ?? '')),
    anew.filter(({ id }) => !here.has(id ?? '')),
  ]
  return addEntries(log, [...free, ...taken], today).log
}

/** A session as it is now and as it was in the earlier version; undefined where it is not there. */
interface Pair {
  readonly now: Named | undefined
  readonly then: Named | undefined
}

/** What becomes of a session: what stands in its place, and what is told anew beside it. */
interface Step {
  readonly stands: Named | undefined
  readonly anew?: Entry
}

function stepOf(pair: Pair, today: CalendarDate): Step {
  const { now, then } = pair
  if (haveSamePast(pair, today)) return { stands: then }
  if (then === undefined || then.removed !== undefined) return { stands: goneFrom(now, today) }
  // What was taken out on a day before, or became another kind of entry, is not there to be changed.
  if (now === undefined || now.type !== then.type || (now.removed ?? today) < today)
    return { stands: goneFrom(now, today), anew: then }
  return { stands: rewritten(now, then, today) as Named }
}

const goneFrom = (now: Named | undefined, today: CalendarDate): Named | undefined =>
  now === undefined || now.removed !== undefined ? now : (takenOut(now, today) as Named | undefined)

/** Before the log learned anything. */
const BEFORE_ALL = '0000-01-01' as CalendarDate

/** Whether no evening before today could tell the one from the other. */
function haveSamePast({ now, then }: Pair, today: CalendarDate): boolean {
  const days = [now, then].flatMap((entry) => (entry === undefined ? [] : learned(entry)))
  // What is taken out loses its remark for good, which is nothing that an evening decided by.
  const isGone = now?.removed !== undefined || then?.removed !== undefined
  return [BEFORE_ALL, ...days.filter((day) => day < today)].every((day) => {
    const [a, b] = [now, then].map((entry) => entry && seenOn(entry, day, isGone))
    return a === undefined || b === undefined ? a === b : saysTheSame(a, b)
  })
}

function seenOn(entry: Entry, day: CalendarDate, isGone: boolean): Entry | undefined {
  const seen = versionOn(entry, day)
  if (seen === undefined || !isGone) return seen
  const { note, ...rest } = seen
  return rest as Entry
}
