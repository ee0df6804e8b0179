import type { RunningPart } from './activity.ts'

/** How far a runner was at a moment, on a clock that stands still in pauses where they are known. */
export interface Moment {
  readonly seconds: number
  readonly meters: number
  /** Steps of both feet in a minute; undefined where the device counts none. */
  readonly cadenceSpm: number | undefined
}

/** How far and how long something went. */
export interface Stretch {
  readonly meters: number
  readonly seconds: number
}

/** A lap as the file has it. */
export interface Lap extends Stretch {
  readonly cadenceSpm: number | undefined
  /** Cut by the watch at every kilometre or mile, which says nothing of how it was covered. */
  readonly isAutomatic: boolean
  /** The walking in it by its own moments; undefined where there are none. */
  readonly walked: Stretch | undefined
}

/** Sums up the walking while the moments of a run go by, keeping none of them. */
interface WalkWatch {
  see(moment: Moment): void
  /** Undefined as long as no moment said anything of pace or cadence. */
  walked(): Stretch | undefined
}

const RUNNING_SPM = 130
const RUNNING_METERS_A_SECOND = 1000 / 540
const WALKING_SECONDS = 20
/** A single fast or slow moment is the positioning's error and not a change of movement. */
const BLIP_SECONDS = 5
const BLIP_SHARE = 0.2
/** After a longer silence nobody knows what went on. */
const SILENT_SECONDS = 60
/** Less than this in all is standing at lights, and the whole counts as a run. */
const LEAST_WALKED_SECONDS = 60
/** How much of a lap may by its moments be the other movement. */
const MIXED_SHARE = 0.25

/** Watches for stretches of at least 20 s under 130 steps a minute or slower than 9:00/km. */
export function watchForWalking(): WalkWatch {
  let last: Moment | undefined
  let sum: Stretch | undefined
  let slow: Slowness = STANDSTILL
  let blip: Stretch = NOTHING
  const endStretch = (): void => {
    if (slow.seconds >= WALKING_SECONDS) sum = plus(sum ?? NOTHING, slow)
    slow = STANDSTILL
    blip = NOTHING
  }
  const add = (step: Stretch, isSlow: boolean): void => {
    sum ??= NOTHING
    if (isSlow) {
      const on = slowed(slow, blip, step)
      if (on === undefined) endStretch()
      slow = on ?? { ...step, slowSeconds: step.seconds }
      blip = NOTHING
      return
    }
    if (slow.seconds > 0) blip = plus(blip, step)
    if (blip.seconds > BLIP_SECONDS) endStretch()
  }
  return {
    see(moment) {
      const before = last
      last = moment
      if (before === undefined) return
      const step = { meters: moment.meters - before.meters, seconds: moment.seconds - before.seconds }
      if (step.seconds <= 0) return
      if (step.seconds > SILENT_SECONDS || step.meters < 0) return endStretch()
      add(step, isWalking(step, moment.cadenceSpm))
    },
    walked: () => (sum === undefined || slow.seconds < WALKING_SECONDS ? sum : plus(sum, slow)),
  }
}

/**
 * The running in a run: by laps that tell running from walking, else by its moments; undefined where all of
 * it counts as running or nothing can be told.
 */
export function runningPart(
  whole: Stretch,
  laps: readonly Lap[],
  walked: Stretch | undefined,
): RunningPart | undefined {
  const byLaps = walkedByLaps(laps)
  const off = byLaps ?? walked
  if (off === undefined || off.seconds < LEAST_WALKED_SECONDS) return undefined
  return {
    meters: Math.max(0, whole.meters - off.meters),
    seconds: Math.max(0, whole.seconds - off.seconds),
    isGuess: byLaps === undefined,
  }
}

/** A stretch of walking, and how much of it was slow from moment to moment. */
interface Slowness extends Stretch {
  readonly slowSeconds: number
}

const NOTHING: Stretch = { meters: 0, seconds: 0 }
const STANDSTILL: Slowness = { ...NOTHING, slowSeconds: 0 }

/** Goes on with a stretch over a blip; undefined where there were too many, as at a pace near the border. */
function slowed(slow: Slowness, blip: Stretch, step: Stretch): Slowness | undefined {
  const whole = plus(plus(slow, blip), step)
  const slowSeconds = slow.slowSeconds + step.seconds
  const isSteady = whole.seconds - slowSeconds <= BLIP_SHARE * whole.seconds
  return isSteady || isWalking(whole, undefined) ? { ...whole, slowSeconds } : undefined
}

const plus = (one: Stretch, other: Stretch): Stretch => ({
  meters: one.meters + other.meters,
  seconds: one.seconds + other.seconds,
})

/** A watch that counts no steps writes 0 of them at full pace; standing still is slow by its pace alone. */
const isWalking = ({ meters, seconds }: Stretch, cadenceSpm: number | undefined): boolean =>
  meters < RUNNING_METERS_A_SECOND * seconds ||
  (cadenceSpm !== undefined && cadenceSpm > 0 && cadenceSpm < RUNNING_SPM)

/** The walking laps; undefined where laps are of one kind, cut by the watch, or mixed in themselves. */
function walkedByLaps(laps: readonly Lap[]): Stretch | undefined {
  const told = laps.filter(({ seconds }) => seconds > 0)
  const walks = told.filter((lap) => isWalking(lap, lap.cadenceSpm))
  if (walks.length === 0 || walks.length === told.length) return undefined
  if (told.some((lap) => lap.isAutomatic || isMixed(lap, walks.includes(lap)))) return undefined
  return walks.reduce(plus, NOTHING)
}

function isMixed({ walked, seconds }: Lap, isWalk: boolean): boolean {
  if (walked === undefined) return false
  const share = walked.seconds / seconds
  return isWalk ? share < 1 - MIXED_SHARE : share > MIXED_SHARE
}
