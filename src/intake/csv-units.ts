import type { Units } from '../base/amount-text.ts'
import type { Problem } from '../base/problem.ts'

/** What the distances of a column are in, in metres. */
export const METRES: Readonly<Record<Units | 'm', number>> = { m: 1, km: 1000, mi: 1609.344 }

/** What one of the column's distances is in metres, told by other columns of its row. */
export interface Clue {
  readonly written: number
  readonly meters: number
}

/** How far the two may be apart: distances are cut to two decimals, steps and speeds are averages. */
const TOLERANCE = 0.12

/** The unit that the middle one of a table's clues shows; undefined without clues or where it fits none. */
export function unitBy(clues: readonly Clue[]): Units | 'm' | undefined {
  const ratios = clues
    .filter(({ written, meters }) => written > 0 && meters > 0)
    .map(({ written, meters }) => meters / written)
    .sort((one, other) => one - other)
  const middle = ratios[Math.floor(ratios.length / 2)]
  if (middle === undefined) return undefined
  return (['m', 'km', 'mi'] as const).find((unit) => Math.abs(middle / METRES[unit] - 1) < TOLERANCE)
}

/** The unit a header names in brackets, as programs write it that save such tables again. */
export const unitNamed = (name: string | undefined): Units | 'm' | undefined =>
  name === undefined ? undefined : name === 'km' ? 'km' : name.startsWith('mi') ? 'mi' : 'm'

/** The runs of a table whose unit is nowhere in it are not taken in until the runner has said it. */
export const UNKNOWN_UNITS: Problem = {
  code: 'unknown-units',
  message: 'the table does not say whether its distances are kilometres or miles',
  hint: 'Say which they are: --units km or --units mi.',
}

/** No runner is faster than this for longer than a few minutes, in metres a second. */
const FASTEST = 7.2
const FASTEST_SPRINT = 11.5
const SPRINT_SECONDS = 300
const SLOWEST = 0.4

const isTooFast = (meters: number, seconds: number): boolean =>
  meters > seconds * (seconds > SPRINT_SECONDS ? FASTEST : FASTEST_SPRINT)
const canBeRun = (meters: number, seconds: number): boolean =>
  !isTooFast(meters, seconds) && meters >= SLOWEST * seconds

/**
 * The metres of a run in a table of kilometres or miles. Runs on a track are in metres there, which shows
 * where no one can run so fast; undefined where a number may mean two distances.
 */
export function metersOfRun(
  reading: { readonly asDecimal: number; readonly asWhole: number },
  unit: Units,
  seconds: number | undefined,
): number | undefined {
  const far = reading.asDecimal * METRES[unit]
  const near = reading.asWhole
  const isSure = reading.asDecimal === reading.asWhole
  if (seconds === undefined || seconds <= 0) return isSure ? far : undefined
  if (isSure) return isTooFast(far, seconds) && Number.isInteger(near) && canBeRun(near, seconds) ? near : far
  const can = [far, near].filter((meters) => canBeRun(meters, seconds))
  return can.every((meters) => Math.abs(meters - (can[0] ?? 0)) < 1) ? can[0] : undefined
}
