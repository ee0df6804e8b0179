import {
  distanceIn,
  floorTo,
  metres,
  type Metres,
  type Pace,
  seconds,
  timeFor,
  type Volume,
} from '../base/units.ts'

/** A week's running shared out over its runs, in the order of the week. */
export interface Shares {
  readonly runs: readonly Volume[]
  readonly total: Volume
}

const NONE: Shares = { runs: [], total: { meters: metres(0), seconds: seconds(0) } }

/** Weeks are planned in steps of 100 m, stages in whole minutes. */
const STEP = 100
const MINUTE = 60

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * The whole minutes of a stage: the table where it fits, else as many of its runs as the ceiling leaves room
 * for.
 */
export function shareMinutes(
  doses: readonly number[],
  ceiling: Volume,
  most: Volume,
  shortest: number,
  pace: Pace,
): Shares {
  const cap = Math.floor(Math.min(most.seconds, timeFor(most.meters, pace)) / MINUTE + 1e-6)
  const allowed = wholeMinutes(ceiling, pace)
  const least = Math.ceil(shortest / MINUTE)
  const runs = Math.min(doses.length, Math.floor(allowed / least))
  if (runs === 0 || cap < least) return NONE
  const longest = [...doses].sort((a, b) => a - b).slice(-runs)
  const minutes = shrink(
    longest.map((dose) => Math.min(cap, Math.floor(dose / MINUTE))),
    allowed,
  )
  const week = floorTo(distanceIn(sum(minutes) * MINUTE, pace), STEP)
  const before = minutes.slice(0, -1).map((run) => floorTo(distanceIn(run * MINUTE, pace), STEP))
  const parts = [...before, week - sum(before)]
  return {
    runs: minutes.map((run, index) => ({
      meters: metres(parts[index] ?? 0),
      seconds: seconds(run * MINUTE),
    })),
    total: { meters: metres(week), seconds: seconds(sum(minutes) * MINUTE) },
  }
}

/** The most minutes whose distance, floored to the step it is told in, stays under both ceilings. */
function wholeMinutes(ceiling: Volume, pace: Pace): number {
  const byTime = Math.floor(ceiling.seconds / MINUTE + 1e-6)
  if (!Number.isFinite(ceiling.meters)) return byTime
  const beyond = floorTo(ceiling.meters, STEP) + STEP
  return Math.min(byTime, Math.ceil(timeFor(beyond, pace) / MINUTE - 1e-6) - 1)
}

/** Takes minutes off the longest runs until the week fits; the order, longest last, stays. */
function shrink(wanted: readonly number[], allowed: number): number[] {
  const minutes = [...wanted]
  for (let over = sum(minutes) - allowed; over > 0; over--) {
    const longest = minutes.indexOf(Math.max(...minutes))
    minutes[longest] = (minutes[longest] ?? 0) - 1
  }
  return minutes.sort((a, b) => a - b)
}

/** How a week of kilometres is to be shared out. */
export interface Cut {
  readonly runs: number
  /** The long run's share of the week; 0 makes all runs alike. */
  readonly longShare: number
  /** Longest run before the flare, beyond which the long run does not grow. */
  readonly habit: Metres | undefined
}

/**
 * Kilometres in steps of 100 m: the long run last, the others alike, none over the cap and none under ten
 * minutes.
 */
export function shareDistance(cut: Cut, ceiling: Volume, most: Volume, shortest: number, pace: Pace): Shares {
  const total = floorTo(Math.min(ceiling.meters, distanceIn(ceiling.seconds, pace)), STEP) / STEP
  const cap = Math.floor(Math.min(most.meters, distanceIn(most.seconds, pace)) / STEP + 1e-6)
  const least = Math.ceil(distanceIn(shortest, pace) / STEP - 1e-6)
  const runs = Math.min(cut.runs, Math.floor(total / least))
  if (runs === 0 || cap < least) return NONE
  const steps = inSteps(runs, Math.min(total, runs * cap), cap, least, cut)
  const parts = steps.map((count) => ({
    meters: metres(count * STEP),
    seconds: seconds(Math.ceil(timeFor(count * STEP, pace) - 1e-6)),
  }))
  // A run that is just short of ten minutes at this split leaves its distance to the others.
  if (parts.some((part) => part.seconds < shortest))
    return shareDistance({ ...cut, runs: runs - 1 }, ceiling, most, shortest, pace)
  return {
    runs: parts,
    total: {
      meters: metres(sum(parts.map((part) => part.meters))),
      seconds: seconds(sum(parts.map((part) => part.seconds))),
    },
  }
}

function inSteps(runs: number, total: number, cap: number, least: number, cut: Cut): number[] {
  const even = Math.ceil(total / runs)
  const habit = cut.habit === undefined ? cap : Math.max(even, Math.floor(cut.habit / STEP))
  const others = runs - 1
  // The long run leaves each of the others its ten minutes.
  const share = Math.min(Math.floor(total * cut.longShare), total - others * least)
  const long = Math.min(cap, habit, Math.max(even, share))
  if (others === 0) return [Math.min(total, cap)]
  const rest = total - long
  const each = Math.floor(rest / others)
  const extra = rest - each * others
  return [...Array.from({ length: others }, (_, index) => each + (index >= others - extra ? 1 : 0)), long]
}
