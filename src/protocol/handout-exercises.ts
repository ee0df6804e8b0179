import { rangeText } from './amounts.ts'
import type { Exercise } from './exercise.ts'
import { groundsLines, noted, point, wrapped } from './handout-page.ts'
import { levelName, tempoParts } from './how-to.ts'

type Level = Exercise['levels'][number]

/** One exercise with its dose, its steps and its levels. */
export const exerciseLines = (exercise: Exercise, width: number): readonly string[] => [
  `${exercise.title}${exercise.optional ? ' (an extra)' : ''}`,
  ...wrapped(`${doseText(exercise)}. Works ${exercise.target.join(', ')}.`, width, '  '),
  ...wrapped(exercise.why, width, '  '),
  ...noted('Position', exercise.setUp, width),
  ...exercise.steps.flatMap((step) => point(step, width)),
  ...noted('Usual mistake', exercise.commonError, width),
  ...noted('Without equipment', exercise.without, width),
  ...exercise.levels.flatMap((level) => point(levelText(level, exercise.start), width)),
  ...groundsLines(exercise, width),
  '',
]

/** How often, how long and how slowly: `15 to 20 repetitions on each side, held for 2 s`. */
const doseText = (exercise: Exercise): string =>
  [
    `${rangeText(exercise.reps)} ${exercise.counts}${exercise.perSide ? ' on each side' : ''}`,
    ...tempoParts(exercise),
  ].join(', ')

const levelText = (level: Level, start: string): string =>
  `${levelName(level, level.id === start ? ['begin here'] : [])}: ${level.does}`
