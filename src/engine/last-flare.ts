import { addDays, type Day } from '../base/calendar.ts'
import type { Replay } from './replay.ts'

/** The day of the last flare up to a day, by all that is known on another; undefined without one. */
export function lastFlare(played: Replay, upTo: Day, asOf: Day): Day | undefined {
  const first = played.diary.first
  if (first === undefined) return undefined
  for (let week = played.weekOf(upTo); week >= played.weekOf(first); week = addDays(week, -7)) {
    const since = played.stateAt(addDays(week, 7), asOf).episode?.acuteSince
    if (since !== undefined && since <= upTo) return since
  }
  return undefined
}
