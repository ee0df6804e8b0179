import type { Sport } from './activity.ts'
import { sportIn } from './csv-sports.ts'
import { plainly } from './sport.ts'
import type { TrackSums } from './track.ts'

/** The sport of a track, and what to call it. */
export interface TrackSport {
  readonly sport: Sport
  readonly called: string
  /** Nothing but its pace says so. */
  readonly isSportGuess?: true
}

/** Words that stand where no sport was chosen. */
const NO_WORD = /^(unknown|none|null|undefined|default|generic|uncategorized|uncategorised)?$/
/** Slower than this on average is a walk, faster a ride; in metres a second. */
const SLOWEST_RUN = 1000 / 540
const FASTEST_RUN = 1000 / 180
/** Now and then a position is wrong; a ride goes downhill for longer. */
const MOST_FAST_SHARE = 0.05
const LEAST_METERS = 500
const LONGEST_CALLED = 30

/**
 * The sport by the word for it, else by the name of the track, else by its pace: many watches write no
 * sport at all, and a track at the pace of a run is taken for one.
 */
export function trackSport(
  word: string,
  name: string,
  meters: number | undefined,
  sums: TrackSums,
): TrackSport {
  const called = plainly(word).slice(0, LONGEST_CALLED)
  if (!NO_WORD.test(called)) return { sport: sportIn(word), called }
  const named = /^[\d\s.:-]*$/.test(name) ? 'other' : sportIn(name)
  const speed = (meters ?? 0) / Math.max(1, sums.clockSeconds)
  const isRide = sums.fastSeconds > MOST_FAST_SHARE * sums.clockSeconds
  const isTooFast = speed > FASTEST_RUN || isRide
  const isByName = named !== 'other' && !(named === 'run' && isTooFast)
  if (isByName) return { sport: named, called: name.length > LONGEST_CALLED ? 'track' : plainly(name) }
  if (!isRide && isPaceOfRun(meters, sums.clockSeconds)) return BY_PACE
  return { sport: 'other', called: 'track without a sport' }
}

/** What names no sport and goes as a run does. */
export const BY_PACE: TrackSport = { sport: 'run', called: 'track at the pace of a run', isSportGuess: true }

/** Whether so many metres in so many seconds are far and fast enough for a run, and not too fast for one. */
export function isPaceOfRun(meters = 0, seconds = 0): boolean {
  const speed = meters / Math.max(1, seconds)
  return meters >= LEAST_METERS && speed >= SLOWEST_RUN && speed <= FASTEST_RUN
}
