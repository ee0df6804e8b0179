import { dayOf, type CalendarDate } from '../base/calendar.ts'
import type { Log, StrengthEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Kit, levelAbove } from './exercise-level.ts'
import { afterSession, practisedBefore } from './practice.ts'
import { replay } from './replay.ts'
import type { State } from './state.ts'

/**
 * Whether the answer to "was it easy?" may bring an exercise to its next level: some exercise of the session
 * was done at its top repetitions without pain, there is a level above it, and nobody said how hard it was.
 * Twice in a row are needed, so the first of the two counts as well. The answer "easy" stands as the effort
 * of the rule (`programme.strength.effort`) on each exercise that has none yet, "not easy" as one more.
 */
export function mayBeDue(
  programme: Programme,
  before: State['exercises'],
  entry: StrengthEntry,
  kit: Kit = {},
): boolean {
  const day = dayOf(entry.date)
  const silent = afterSession(programme, before, day, entry, kit)
  const easy = afterSession(programme, before, day, asEasy(programme, entry), kit)
  return entry.exercises.some(({ id, effort }) => {
    const exercise = programme.rehab.exercises.find((each) => each.id === id)
    const [without, withIt] = [silent.get(id), easy.get(id)]
    if (effort !== undefined || exercise === undefined || without === undefined) return false
    const counts = withIt?.tops !== without.tops || withIt.level !== without.level
    return counts && levelAbove(exercise, without.level, kit.equipment) !== undefined
  })
}

/** A session with the answer "easy": its efforts where none was said. */
export const asEasy = ({ strength }: Programme, entry: StrengthEntry): StrengthEntry => ({
  ...entry,
  exercises: entry.exercises.map((each) => ({ ...each, effort: each.effort ?? strength.effort })),
})

/** The same of an entry of a log, whether it is in it already or only about to be. */
export function mayBeDueIn(
  log: Log,
  programme: Programme,
  today: CalendarDate,
  entry: StrengthEntry,
): boolean {
  const [now, day] = [dayOf(today), dayOf(entry.date)]
  const played = replay(programme, log, now)
  const { runner } = played.settingOn(now)
  const state = played.stateAt(played.weekOf(day), now)
  const { exercises } = practisedBefore(programme, state, played.diary, runner, now, day)
  return mayBeDue(programme, exercises, entry, runner)
}
