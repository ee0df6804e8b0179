import { distanceIn, metres, type Pace, seconds, timeFor, type Volume } from '../base/units.ts'
import { type Finding, VERDICTS, type Verdict } from '../rules/finding.ts'

/** What all rules together say about one week, with every finding kept as the explanation. */
export interface Decision {
  readonly verdict: Verdict
  /** The lowest ceiling in each unit, not rounded; infinite where no rule gave one. */
  readonly ceiling: Volume
  /** The lowest ceiling of each unit by itself, for weeks prescribed in minutes. */
  readonly lowest: Volume
  /** The rule that gave the ceiling that is lowest once both units are compared at the runner's pace. */
  readonly binding: Finding | undefined
  readonly findings: readonly Finding[]
}

/**
 * The most cautious verdict wins and the lowest ceiling wins, so a further rule can make a week more careful
 * and never less.
 */
export function decide(findings: readonly Finding[], pace: Pace): Decision {
  const meters = Math.min(...findings.map(({ ceiling }) => ceiling?.meters ?? Number.POSITIVE_INFINITY))
  const time = Math.min(...findings.map(({ ceiling }) => ceiling?.seconds ?? Number.POSITIVE_INFINITY))
  const reach = findings.map((found) => reachOf(found, pace))
  const nearest = Math.min(...reach)
  // No verdict means that no rule was asked to judge, and that is no reason to progress.
  const verdict = VERDICTS.find((each) => findings.some((found) => found.verdict === each)) ?? 'hold'
  const lowest = findings.filter((_, index) => reach[index] === nearest)
  return {
    verdict,
    ceiling: {
      meters: metres(Math.min(meters, distanceIn(time, pace))),
      seconds: seconds(Math.min(time, timeFor(meters, pace))),
    },
    lowest: { meters: metres(meters), seconds: seconds(time) },
    // Of two that allow the same, the one that judged the week explains it.
    binding: Number.isFinite(nearest)
      ? (lowest.find((found) => found.verdict === verdict) ?? lowest[0])
      : undefined,
    findings,
  }
}

const reachOf = ({ ceiling }: Finding, pace: Pace): number =>
  Math.min(
    ceiling?.meters ?? Number.POSITIVE_INFINITY,
    ceiling?.seconds === null || ceiling === null
      ? Number.POSITIVE_INFINITY
      : distanceIn(ceiling.seconds, pace),
  )
