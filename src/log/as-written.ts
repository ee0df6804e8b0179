import type { CalendarDate } from '../base/calendar.ts'
import type { Entry, Log } from './schema.ts'
import { firstKnown, versionOn } from './versions.ts'
import { inOrder } from './read.ts'

/**
 * The log as the file had it at the end of a day, with the earlier versions it kept by then: what a plan of
 * that day was made from.
 */
export const asWritten = (log: Log, day: CalendarDate): Log => ({
  ...log,
  entries: inOrder(log.entries.flatMap((entry) => entryOn(entry, day) ?? [])),
})

function entryOn(entry: Entry, day: CalendarDate): Entry | undefined {
  const first = firstKnown(entry)
  if (first !== undefined && first > day) return undefined
  if (entry.was === undefined && entry.removed === undefined) return entry
  const { removed, ...standing } = entry
  const now = versionOn(standing as Entry, day)
  const was = entry.was?.filter(({ until }) => until <= day) ?? []
  return (
    now &&
    ({
      ...now,
      ...(was.length > 0 && { was }),
      ...(removed !== undefined && removed <= day && { removed }),
    } as Entry)
  )
}
