import { lengthText, rangeText, timeText } from './amounts.ts'
import type { Exercise } from './exercise.ts'
import { groundsLines, noted, point, wrapped } from './handout-page.ts'

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
export const doseText = ({ reps, counts, perSide, hold, lower, weakerSideFirst }: Exercise): string =>
  [
    `${rangeText(reps)} ${counts}${perSide ? ' on each side' : ''}`,
    ...(hold === undefined ? [] : [`held for ${timeText(hold)}`]),
    ...(lower === undefined ? [] : [`${timeText(lower)} on the way back`]),
    ...(weakerSideFirst ? ['the weaker side first'] : []),
  ].join(', ')

function levelText({ id, does, load, height }: Level, start: string): string {
  const extras = [
    ...(load === undefined ? [] : [`${load} kg`]),
    ...(height === undefined ? [] : [rangeText(height, lengthText)]),
    ...(id === start ? ['begin here'] : []),
  ]
  return `${id}${extras.length === 0 ? '' : ` (${extras.join(', ')})`}: ${does}`
}
