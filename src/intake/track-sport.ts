import type { Sport } from './activity.ts'
import { sportIn } from './csv-sports.ts'
import { plainly } from './sport.ts'
import type { TrackSums } from './track.ts'

/** The sport of a track, and what to call it. */
export interface TrackSport {
  readonly sport: Sport
  readonly called: string
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
  const isTooFast = speed > FASTEST_RUN || sums.fastSeconds > MOST_FAST_SHARE * sums.clockSeconds
  const isByName = named !== 'other' && !(named === 'run' && isTooFast)
  if (isByName) return { sport: named, called: name.length > LONGEST_CALLED ? 'track' : plainly(name) }
  if (!isTooFast && speed >= SLOWEST_RUN && (meters ?? 0) >= LEAST_METERS) return BY_PACE
  return { sport: 'other', called: 'track without a sport' }
}

const BY_PACE: TrackSport = { sport: 'run', called: 'track at the pace of a run' }
