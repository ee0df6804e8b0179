import type { Day } from '../base/calendar.ts'
import type { Exercise, Level } from '../protocol/exercise.ts'

/** What a runner has for strength work, and which extras were asked for; absent where nothing was said. */
export interface Kit {
  readonly equipment?: readonly string[] | undefined
  readonly extras?: readonly string[] | undefined
}

/** How far the runner is with one exercise. */
export interface ExerciseState {
  readonly level: number
  readonly tops: number
  /** It hurt, and nobody has said since that it does no more. */
  readonly hurt: boolean
  /** It hurt although nothing easier of it is left. */
  readonly isLowest: boolean
  readonly lastPainFree: Day | undefined
  /** What the last session changed of its level. Undefined where it stayed. */
  readonly turn: 'up' | 'down' | undefined
  readonly last: Day
}

type Equipment = Kit['equipment']

/** Equipment of a level that the runner said not to have; nothing lacks as long as nothing was said. */
const lackingOn = (level: Level | undefined, equipment: Equipment): readonly string[] =>
  equipment === undefined ? [] : (level?.needs ?? []).filter((piece) => !equipment.includes(piece))

const isDoable = (level: Level | undefined, equipment: Equipment): boolean =>
  level !== undefined && lackingOn(level, equipment).length === 0

/** The next harder level the runner has the equipment for; undefined where there is none. */
export function levelAbove({ levels }: Exercise, from: number, equipment: Equipment): number | undefined {
  const above = levels.findIndex((level, index) => index > from && isDoable(level, equipment))
  return above === -1 ? undefined : above
}

/** The next easier level the runner can do; the lowest has none below it. */
export function levelBelow({ levels }: Exercise, from: number, equipment: Equipment): number {
  const below = levels.findLastIndex((level, index) => index < from && isDoable(level, equipment))
  return below === -1 ? Math.min(from, 0) : below
}

/** The level that stands for one the runner has come to: itself, or the nearest easier one at hand. */
export const doableLevel = (exercise: Exercise, level: number, equipment: Equipment): number =>
  isDoable(exercise.levels[level], equipment) ? level : levelBelow(exercise, level, equipment)

/** Equipment that is said not to be there and keeps an exercise from its usual way at a level. */
export function lackingAt(exercise: Exercise, level: number, equipment: Equipment): readonly string[] {
  if (equipment === undefined) return []
  const next = exercise.levels[level + 1]
  const always = exercise.needs.filter((piece) => !equipment.includes(piece))
  return [
    ...new Set([...always, ...lackingOn(exercise.levels[level], equipment), ...lackingOn(next, equipment)]),
  ]
}
