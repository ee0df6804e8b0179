import { type CalendarDate, type Day, dayOf } from '../base/calendar.ts'
import type { Entry, RunEntry } from '../log/schema.ts'
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
  readonly inUseFrom: Day | undefined
}

/** What is written of a day later than this was not lived by a plan: it is history. */
const TOLD_WITHIN = 7

/** Goes through the thousands of entries of a log once, and counts the date of each once. */
export function leafThrough(entries: readonly Entry[]): Leaves {
  const pages = new Map<Day, Version[]>()
  const late: LateNews[] = []
  const ran: Day[] = []
  const heard = entries.reduce<CalendarDate | undefined>((first, entry) => {
    const known = firstKnown(entry) ?? entry.date
    return first === undefined || known < first ? known : first
  }, undefined)
  let firstTelling: Day | undefined
  let inUseFrom: Day | undefined
  for (const entry of entries) {
    const day = dayOf(entry.date)
    if (!isSilent(entry, heard)) firstTelling = earlier(firstTelling, firstDay(entry, day))
    if (entry.type === 'run' && entry.removed === undefined) ran.push(day)
    for (const version of versionsOf(entry)) {
      const { date } = version.entry
      const its = date === entry.date ? day : dayOf(date)
      const page = pages.get(its)
      if (page === undefined) pages.set(its, [version])
      else page.push(version)
      if (isOfUse(version.entry)) {
        const told = version.from === undefined || version.from < date ? its : dayOf(version.from)
        if (told - its <= TOLD_WITHIN) inUseFrom = earlier(inUseFrom, told)
      }
      for (const change of [version.from, version.until])
        if (change !== undefined && change > date) late.push({ learned: dayOf(change), date: its })
    }
  }
  const firstHeard = heard === undefined ? undefined : dayOf(heard)
  return { pages, late: late.sort((a, b) => a.learned - b.learned), ran, firstHeard, firstTelling, inUseFrom }
}

/** A scored run, a check-in or a flare: from the first of them on somebody lives by the log. */
const isOfUse = (entry: Entry): boolean =>
  entry.type === 'day' || entry.type === 'flare' || (entry.type === 'run' && entry.pain !== undefined)

/** By the end of a day something of another one had been written, and within a week of it. */
export const isToldInTime = (versions: readonly Version[], day: Day, asOf: Day): boolean =>
  versions.some(({ from }) => from === undefined || (dayOf(from) <= asOf && dayOf(from) - day <= TOLD_WITHIN))

/**
 * Training of which nothing was said, as an import brings it; told with the first word of the log it is as
 * old as the log itself, and no plan was ever made without it.
 */
const isSilent = (entry: Entry, firstHeard: CalendarDate | undefined): boolean =>
  (entry.type === 'cross-training' || (entry.type === 'run' && isUnscored(entry))) &&
  entry.pain === undefined &&
  entry.was === undefined &&
  entry.removed === undefined &&
  (entry.logged === undefined || entry.logged === entry.date || entry.logged === firstHeard)

const isUnscored = ({ limp, swelling, analgesic }: RunEntry): boolean =>
  limp === undefined && swelling === undefined && analgesic === undefined

/** The earliest day an entry ever told of. */
const firstDay = (entry: Entry, day: Day): Day =>
  (entry.was ?? []).reduce<Day>(
    (first, { date }) => (date === undefined ? first : earlier(first, dayOf(date))),
    day,
  )

const earlier = (a: Day | undefined, b: Day): Day => (a === undefined || b < a ? b : a)
