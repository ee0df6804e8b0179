import { type Day, dayOf } from '../base/calendar.ts'
import type { Entry } from '../log/schema.ts'
import { firstKnown, type Version, versionsOf } from '../log/versions.ts'

/** Something that was learned after the day it tells of. */
export interface LateNews {
  readonly learned: Day
  readonly date: Day
}

/** What stands in a log, by its days, and the first and last of what is asked of it again and again. */
interface Leaves {
  /** Every version of every entry under the day it tells of. */
  readonly pages: ReadonlyMap<Day, readonly Version[]>
  readonly late: readonly LateNews[]
  /** The days of runs, one for each of them. */
  readonly ran: readonly Day[]
  readonly firstHeard: Day | undefined
  readonly firstTelling: Day | undefined
}

/** Goes through the thousands of entries of a log once, and counts the date of each once. */
export function leafThrough(entries: readonly Entry[]): Leaves {
  const pages = new Map<Day, Version[]>()
  const late: LateNews[] = []
  const ran: Day[] = []
  let firstHeard: Day | undefined
  let firstTelling: Day | undefined
  for (const entry of entries) {
    const day = dayOf(entry.date)
    firstHeard = earlier(firstHeard, heardOn(entry, day))
    if (!isSilent(entry)) firstTelling = earlier(firstTelling, firstDay(entry, day))
    if (entry.type === 'run' && entry.removed === undefined) ran.push(day)
    for (const version of versionsOf(entry)) {
      const { date } = version.entry
      const its = date === entry.date ? day : dayOf(date)
      const page = pages.get(its)
      if (page === undefined) pages.set(its, [version])
      else page.push(version)
      for (const change of [version.from, version.until])
        if (change !== undefined && change > date) late.push({ learned: dayOf(change), date: its })
    }
  }
  return { pages, late: late.sort((a, b) => a.learned - b.learned), ran, firstHeard, firstTelling }
}

/** A run of which nothing was said, as an import brings them. */
const isSilent = (entry: Entry): boolean =>
  entry.type === 'run' &&
  entry.pain === undefined &&
  entry.limp === undefined &&
  entry.swelling === undefined &&
  entry.analgesic === undefined &&
  entry.was === undefined &&
  entry.removed === undefined &&
  (entry.logged === undefined || entry.logged === entry.date)

/** Absences that nobody dated are known ever since, and tell nothing of when the log began. */
function heardOn(entry: Entry, day: Day): Day {
  const known = firstKnown(entry) ?? entry.date
  return known === entry.date ? day : dayOf(known)
}

/** The earliest day an entry ever told of. */
const firstDay = (entry: Entry, day: Day): Day =>
  (entry.was ?? []).reduce<Day>(
    (first, { date }) => (date === undefined ? first : earlier(first, dayOf(date))),
    day,
  )

const earlier = (a: Day | undefined, b: Day): Day => (a === undefined || b < a ? b : a)
