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

/** Now and then a watch counts steps that nobody took; more rows than this share are no slip of it. */
const MOST_ODD_SHARE = 0.1
const UNITS = ['m', 'km', 'mi'] as const

/** The unit that the middle one of a table's clues shows; undefined without clues, or where others differ. */
export function unitBy(clues: readonly Clue[]): Units | 'm' | undefined {
  const ratios = clues
    .filter(({ written, meters }) => written > 0 && meters > 0)
    .map(({ written, meters }) => meters / written)
    .sort((one, other) => one - other)
  const shown = ratios.map(unitOf)
  const unit = shown[Math.floor(shown.length / 2)]
  const odd = shown.filter((each) => each !== undefined && each !== unit).length
  return odd > MOST_ODD_SHARE * ratios.length ? undefined : unit
}

const unitOf = (ratio: number): Units | 'm' | undefined =>
  UNITS.find((unit) => Math.abs(ratio / METRES[unit] - 1) < TOLERANCE)

/** The unit a header names in brackets, as programs write it that save such tables again. */
export const unitNamed = (name: string | undefined): Units | 'm' | undefined =>
  name === undefined ? undefined : name === 'km' ? 'km' : name.startsWith('mi') ? 'mi' : 'm'

/** The runs of a table whose unit is nowhere in it are not taken in until the runner has said it. */
export const UNKNOWN_UNITS: Problem = {
  code: 'unknown-units',
  message: 'the table does not say whether its distances are kilometres or miles',
  hint: 'Say which they are: --units km or --units mi.',
}

const IN_WORDS: Readonly<Record<Units, string>> = { km: 'kilometres', mi: 'miles' }

/** What the runner says of a table and what the table shows are two things; undefined where they are not. */
export function unitsClash(said: Units | undefined, shown: Units | undefined): Problem | undefined {
  if (said === undefined || shown === undefined || said === shown) return undefined
  return {
    code: 'unlike-units',
    message: `--units says ${IN_WORDS[said]}, and the table shows that its distances are ${IN_WORDS[shown]}`,
    hint: 'Leave --units out for this file, and import the tables that need it on their own.',
  }
}
