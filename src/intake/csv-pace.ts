import type { Units } from '../base/amount-text.ts'
import { METRES } from './csv-units.ts'

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

/** Nothing that trains is faster than this on average, in metres a second. */
const FASTEST_OF_ALL = 25

/**
 * How long a row says the clock ran, as far as its distance bears it out: next to the time from first to
 * last, a second for an hour's way is a column gone wrong.
 */
export function believableSeconds(
  ran: number | undefined,
  elapsed: number | undefined,
  meters: number | undefined,
  isRun: boolean,
): number | undefined {
  if (ran === undefined || elapsed === undefined || meters === undefined) return ran
  const isTooShort = (seconds: number): boolean =>
    isRun ? isTooFast(meters, seconds) : meters > seconds * FASTEST_OF_ALL
  return isTooShort(ran) && !isTooShort(elapsed) ? undefined : ran
}
