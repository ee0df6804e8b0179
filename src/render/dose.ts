import type { PlannedExercise } from '../engine/plan.ts'

const spanText = (reps: readonly number[]): string => [...new Set([reps[0], reps.at(-1)])].join('-')

function amountText(exercise: PlannedExercise): string {
  const once = exercise.reps === null ? `${exercise.holdSeconds ?? 0} s` : spanText(exercise.reps)
  const side = exercise.perSide ? ' a side' : ''
  const first = exercise.weakerSideFirst === true ? ', weaker side first' : ''
  const { level } = exercise
  const rung = level === null || level === 'bodyweight' ? '' : ` (${level.replaceAll('-', ' ')})`
  return `${once}${side}${rung}${first}`
}

type Titles = ReadonlyMap<string, string>

const titleOf = (id: string, titles: Titles): string => titles.get(id) ?? id.replaceAll('-', ' ')

/** One exercise with its dose: `Clamshell 3 x 15-20 a side (band)`, `Pigeon stretch 60 s a side`. */
export const doseText = (exercise: PlannedExercise, titles: Titles): string =>
  `${titleOf(exercise.id, titles)} ${exercise.sets === 1 ? '' : `${exercise.sets} x `}${amountText(exercise)}`

/** The exercises of a session, one text each; a number of sets they share is said once, in front. */
export function dosesText(exercises: readonly PlannedExercise[], titles: Titles): readonly string[] {
  const sets = exercises[0]?.sets ?? 1
  const shared = exercises.length > 1 && sets > 1 && exercises.every((exercise) => exercise.sets === sets)
  if (!shared) return exercises.map((exercise) => doseText(exercise, titles))
  return exercises.map(
    (exercise, index) =>
      `${index === 0 ? `${sets} sets: ` : ''}${titleOf(exercise.id, titles)} ${amountText(exercise)}`,
  )
}
