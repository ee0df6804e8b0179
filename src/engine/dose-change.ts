import { dateText } from '../base/date-text.ts'
import { dateOf, type Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import { lackingAt, type Kit } from './exercise-level.ts'
import type { State } from './state.ts'
import { hasMoreSets, type Placed, setsOf } from './strength.ts'

const words = (id: string): string => id.replaceAll('-', ' ')

/** What is otherwise in a strength session than in the one before it, and why; one line each. */
export function doseChanges(
  programme: Programme,
  state: State,
  day: Day,
  exercises: readonly Placed[],
  kit: Kit,
): string[] {
  const excepted = exercises.some(({ isEased }) => isEased) ? ', but for what is said below' : ''
  const sets = hasMoreSets(programme, state, day)
    ? [`From now on ${setsOf(programme, state, day)} sets of each exercise${excepted}.`]
    : []
  return [
    ...sets,
    ...exercises.flatMap((placed) => changed(programme, state, placed)),
    ...exercises.flatMap((placed) => without(placed, kit)),
  ]
}

/** Said until the exercise has been done once at its new level. */
function changed({ strength }: Programme, { exercises }: State, placed: Placed): string[] {
  const { exercise, level, isEased } = placed
  const done = exercises.get(exercise.id)
  const isThere = exercise.levels[done?.level ?? -1]?.id === level
  if (done?.turn === 'up' && isThere) {
    const sessions = `the last ${strength.topsInARow} sessions were easy and painless`
    return [`${exercise.title}: ${words(level)} now, because ${sessions}.`]
  }
  if (done?.turn !== 'down') return []
  const what = isEased ? 'one set only' : `a level down (${words(level)})`
  return [`${exercise.title}: ${what}, because it hurt on ${dateText(dateOf(done.last))}.`]
}

/** The way around missing equipment stands for the exercise itself; its opening question needs no asking. */
function without({ exercise, level }: Placed, { equipment }: Kit): string[] {
  const at = exercise.levels.findIndex(({ id }) => id === level)
  const lacking = lackingAt(exercise, at, equipment)
  if (lacking.length === 0 || exercise.without === undefined) return []
  const way = exercise.without.replace(/^No [^?]*\?\s*/, '')
  return [`${exercise.title} without ${lacking.map(words).join(' and ')}: ${way} It counts the same.`]
}
