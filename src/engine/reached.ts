import { addDays, type CalendarDate, dayOf } from '../base/calendar.ts'
import type { Log } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { reachedIn } from './milestones.ts'
import type { Milestone } from './plan.ts'
import { replay } from './replay.ts'

/** The milestones that what is logged so far has reached, the running week included. */
export function milestonesReached(
  log: Log,
  programme: Programme,
  today: CalendarDate,
): readonly Pick<Milestone, 'id' | 'title'>[] {
  const day = dayOf(today)
  const told = { ...log, entries: log.entries.filter(({ date }) => date <= today) }
  const played = replay(programme, told, day)
  return reachedIn(programme, played.stateAt(addDays(played.weekOf(day), 7), day))
}
