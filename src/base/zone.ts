import { DateTime } from 'luxon'
import { isCalendarDate, type CalendarDate } from './calendar.ts'

/** What a clock on the wall shows: the date, and the time of day such as `07:10`. */
export interface LocalTime {
  readonly date: CalendarDate
  readonly clock: string
}

/** What the clocks of a time zone show at a moment in UTC; undefined where there is no such zone. */
export function timeInZone(instant: string, zone: string): LocalTime | undefined {
  const local = DateTime.fromISO(instant, { zone })
  const date = local.toISODate() ?? ''
  return isCalendarDate(date) ? { date, clock: local.toFormat('HH:mm') } : undefined
}

/** From when on the clocks of a zone are how many minutes ahead of UTC. */
export interface ZoneChange {
  /** By the clocks as they were until then, such as `2026-03-29T02:00:00`. */
  readonly at: string
  readonly before: number
  readonly after: number
  readonly isSummer: boolean
}

/** How the clocks of a zone were set over some years, beginning with how they stood at first. */
export interface ZoneHistory {
  readonly name: string
  readonly changes: readonly ZoneChange[]
}

// No zone sets its clocks forward and back within a week.
const WEEK = 604_800_000
const MINUTE = 60_000

/** All changes of a zone's clocks from the year before a date to the year after another. */
export function zoneHistory(name: string, first: CalendarDate, last: CalendarDate): ZoneHistory {
  const local = { zone: name, locale: 'en-US' }
  const begin = DateTime.fromISO(first, local).startOf('year').minus({ years: 1 })
  const end = DateTime.fromISO(last, local).startOf('year').plus({ years: 2 })
  const changes = [changeAt(begin, begin.offset)]
  for (let at = begin.toMillis(); at < end.toMillis(); at += WEEK) {
    const [from, to] = [DateTime.fromMillis(at, local), DateTime.fromMillis(at + WEEK, local)]
    if (from.offset !== to.offset) changes.push(changeBetween(from, to))
  }
  return { name, changes }
}

/** The first minute of the new time lies somewhere in that week. */
function changeBetween(from: DateTime, to: DateTime): ZoneChange {
  let [low, high] = [from.toMillis(), to.toMillis()]
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / MINUTE / 2) * MINUTE
    if (DateTime.fromMillis(middle, { zone: from.zone }).offset === from.offset) low = middle
    else high = middle
  }
  return changeAt(DateTime.fromMillis(high, { zone: from.zone }), from.offset)
}

const changeAt = (moment: DateTime, before: number): ZoneChange => ({
  at: DateTime.fromMillis(moment.toMillis() + before * MINUTE, { zone: 'utc' }).toFormat(
    "yyyy-MM-dd'T'HH:mm:ss",
  ),
  before,
  after: moment.offset,
  isSummer: moment.isInDST,
})
