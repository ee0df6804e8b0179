import { levelAbove } from '../../engine/exercise-level.ts'
import type { PlannedExercise } from '../../engine/plan.ts'
import type { Runner } from '../../log/schema.ts'
import type { Programme } from '../../protocol/programme.ts'
import { askWay } from '../asking/keys.ts'
import type { Ask } from '../question.ts'
import type { Done } from './done-on.ts'

/** By whose programme, and with what at hand, exercises are done. */
export interface Practising {
  readonly programme: Programme
  readonly equipment: Runner['equipment']
}

/**
 * True where it counts how hard a session was: nothing hurt in it, and an exercise that was done to its top
 * repetitions has a next level.
 */
export const mayLift = (
  { programme, equipment }: Practising,
  exercises: readonly PlannedExercise[],
  otherwise: Done['exercises'],
): boolean =>
  ![...otherwise.values()].some((pain) => pain !== null && pain > 0) &&
  exercises.some(({ id, reps, level }) => {
    if (otherwise.get(id) === null) return false
    const exercise = programme.rehab.exercises.find((each) => each.id === id)
    if (exercise === undefined || (reps?.at(-1) ?? 0) < exercise.reps[1]) return false
    const at = exercise.levels.findIndex((each) => each.id === (level ?? exercise.start))
    return levelAbove(exercise, at, equipment) !== undefined
  })

/** What a yes and a no are written down as: the most that counts as easy, and more than that. */
export const effortOf = ({ strength }: Programme, isEasy: boolean): number =>
  isEasy ? strength.effort : Math.min(10, strength.effort + 1)

/** One key on how hard the session was; undefined where nothing was said, and then no level rises by it. */
export async function askEasy(ask: Ask, programme: Programme): Promise<number | undefined> {
  const { effort } = programme.strength
  const said = await askWay(
    ask,
    `Was the strength session easy, an effort of ${effort} of 10 or less in every exercise?`,
    { easy: ['y', 'yes'], hard: ['n', 'no, it was harder'] },
    'not said',
  )
  return said === undefined ? undefined : effortOf(programme, said === 'easy')
}
