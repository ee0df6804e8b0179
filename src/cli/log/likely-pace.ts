import { distanceText, paceText, type Units } from '../../base/amount-text.ts'
import type { Problem } from '../../base/problem.ts'
import { clockText } from '../../render/entry-text.ts'

/** Seconds per kilometre that somebody runs or walks at, and not a slip of the unit. */
const LIKELY_PACE = { fastest: 150, slowest: 900 }

/** The problem of a pace nobody would expect; undefined where it is likely, or not both amounts are known. */
export function unlikelyPace(
  units: Units,
  run: { readonly distanceMeters?: unknown; readonly durationSeconds?: unknown },
): Problem | undefined {
  const { distanceMeters: meters, durationSeconds: seconds } = run
  if (typeof meters !== 'number' || typeof seconds !== 'number') return undefined
  const pace = (seconds * 1000) / meters
  if (pace >= LIKELY_PACE.fastest && pace <= LIKELY_PACE.slowest) return undefined
  return {
    code: 'unlikely-pace',
    message: `${distanceText(meters, units)} in ${clockText(seconds)} is a pace of ${paceText(pace, units)}`,
    hint: 'Check the units: 5.2km, 31:10, 1:02:03. If it is right, say --force.',
  }
}
