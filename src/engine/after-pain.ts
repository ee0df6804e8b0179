import { distanceIn, floorTo, metres, seconds, type Volume } from '../base/units.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast } from '../rules/finding.ts'
import { beforeOnset, isTooShort } from '../rules/session-cap.ts'
import type { LivedDay } from './live-week.ts'
import { stageOf } from './state.ts'
import type { PlannedRun, WeekPlan } from './week-plan.ts'

/**
 * The runs still ahead in a week that has hurt: easy, flat and without pickups. Outside the stages, where the
 * stage below is the answer, none is longer than the longest one before, and none comes near where moderate
 * pain began. One that would be too short for a session is left out.
 */
export function afterPain(
  { sessionCap }: Programme,
  plan: WeekPlan,
  lived: readonly LivedDay[],
  runs: readonly PlannedRun[],
): PlannedRun[] {
  if (!lived.some(({ graded }) => isAtLeast(graded.grade, 'S1'))) return [...runs]
  const isStage = stageOf(plan.phase) !== undefined
  const onsets = lived.flatMap((day) => day.onsets.map(({ meters }) => meters))
  const most = isStage
    ? Number.POSITIVE_INFINITY
    : Math.min(beforeOnset(sessionCap, onsets), plan.facts.longest?.meters ?? Number.POSITIVE_INFINITY)
  return runs
    .map((run) => ({
      ...run,
      volume: run.volume.meters <= most ? run.volume : shortened(plan, run.volume, most),
      terrain: run.terrain === null && !isLongest(run, runs) ? null : ('flat' as const),
      pickups: 0,
      intensity: run.intensity === 'hard' ? ('easy' as const) : run.intensity,
    }))
    .filter(({ volume }) => !isTooShort(sessionCap, volume.seconds))
}

const isLongest = ({ volume }: PlannedRun, runs: readonly PlannedRun[]): boolean =>
  runs.every((other) => other.volume.meters <= volume.meters)

/** Cut in the unit the week was prescribed in, to the whole minute or the hundred metres below. */
function shortened({ unit, facts }: WeekPlan, volume: Volume, most: number): Volume {
  const share = most / volume.meters
  if (unit === 'distance') {
    const meters = floorTo(most, 100)
    return { meters: metres(meters), seconds: seconds(Math.floor((volume.seconds * meters) / volume.meters)) }
  }
  const time = seconds(floorTo(volume.seconds * share, 60))
  return { meters: metres(floorTo(distanceIn(time, facts.pace), 100)), seconds: time }
}
