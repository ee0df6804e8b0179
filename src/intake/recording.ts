import type { Activity, Began } from './activity.ts'
import { listFound } from './found.ts'
import { instantAt, localAt } from './instant.ts'
import { runningPart } from './running-part.ts'
import { watchOrder } from './track-order.ts'
import { beginTrack, type Track, type TrackPoint, type TrackSums } from './track.ts'
import { trackSport } from './track-sport.ts'
import { isBelievable, type Stamp } from './xml-time.ts'

/** The tracks of a file, each summed up while its points go by. */
export interface Recording {
  begin(): void
  describe(words: Partial<Words>): void
  breakHere(): void
  see(point: Omit<TrackPoint, 'seconds'>, time: Stamp | undefined): void
  /** How many tracks had points and no times. */
  withoutTimes(): number
  end(): readonly Activity[]
}

interface Words {
  /** The word for the sport. */
  readonly word: string
  readonly name: string
}

interface Passing {
  words: Words
  readonly track: Track
  /** When it began; a clock that was never set counts only where there is no other. */
  begin: Stamp | undefined
  unset: Stamp | undefined
  readonly orderOf: ReturnType<typeof watchOrder>
  /** How many points had a time far from those of all others. */
  slips: number
}

interface TimedPoint {
  readonly point: Omit<TrackPoint, 'seconds'>
  readonly time: Stamp | undefined
}

/** Records tracks one after the other. */
export function recordTracks(): Recording {
  const found = listFound()
  let passing = beginPassing()
  let slipped: TimedPoint | undefined
  const leave = (): void => {
    found.add(activityOf(passing))
    slipped = undefined
  }
  /** One track of many days is an activity for each; if there was but one point by now, that was the slip. */
  const goOnElsewhen = (first: TimedPoint): void => {
    const { words, track } = passing
    const isSlip = track.sums().points <= 1
    passing.slips -= 1
    if (!isSlip) leave()
    passing = { ...beginPassing(words, passing.orderOf), slips: isSlip ? 1 : 0 }
    seePoint(passing, first)
  }
  return {
    begin() {
      leave()
      passing = beginPassing()
    },
    describe(words) {
      passing.words = { ...passing.words, ...words }
    },
    breakHere: () => passing.track.breakHere(),
    see(point, time) {
      const order = time !== undefined && isBelievable(time) ? passing.orderOf(time.seconds) : 'next'
      if (order === 'elsewhen' && slipped !== undefined) goOnElsewhen(slipped)
      slipped = order === 'slip' ? { point, time } : undefined
      if (order === 'slip') passing.slips += 1
      else seePoint(passing, { point, time })
    },
    withoutTimes: found.withoutTimes,
    end() {
      leave()
      return found.all()
    },
  }
}

function seePoint(passing: Passing, { point, time }: TimedPoint): void {
  const isSet = time !== undefined && isBelievable(time)
  if (isSet) passing.begin ??= time
  else passing.unset ??= time
  passing.track.see({ ...point, seconds: isSet ? time.seconds : undefined })
}

const NO_WORDS: Words = { word: '', name: '' }

const beginPassing = (words: Words = NO_WORDS, orderOf = watchOrder()): Passing => ({
  words,
  track: beginTrack(),
  begin: undefined,
  unset: undefined,
  orderOf,
  slips: 0,
})

function activityOf({ words, track, begin, unset, slips }: Passing): Activity | 'no-times' | undefined {
  const sums = track.sums()
  const stamp = begin ?? unset
  if (sums.points === 0) return undefined
  if (stamp === undefined) return 'no-times'
  const meters = sums.byPosition
  const { sport, ...naming } = trackSport(words.word, words.name, meters, sums)
  const isRun = sport === 'run' || sport === 'treadmill-run'
  const elapsedSeconds = sums.begin === undefined ? undefined : thousandths((sums.end ?? 0) - sums.begin)
  const clockSeconds = thousandths(sums.clockSeconds)
  return {
    sport,
    ...naming,
    began: beganAt({ ...stamp, seconds: sums.begin ?? stamp.seconds }),
    distanceMeters: meters === undefined ? undefined : tenths(meters),
    elapsedSeconds,
    timerSeconds: clockSeconds === 0 || clockSeconds === elapsedSeconds ? undefined : clockSeconds,
    running: isRun ? runningPart({ meters: meters ?? 0, seconds: clockSeconds }, [], sums.walked) : undefined,
    cadenceSpm: isRun ? sums.cadenceSpm : undefined,
    ascentMeters: sums.ascentMeters,
    descentMeters: sums.descentMeters,
    format: 'gpx',
    partial: missingOf(sums, slips),
  }
}

/** When an activity began; on the local clock too where its file names the zone. */
export const beganAt = ({ seconds, offset }: Stamp): Began => ({
  utc: instantAt(seconds),
  local: offset === undefined ? undefined : localAt(seconds, offset),
})

/** What some points of a track lack that others have. */
function missingOf({ points, withTime, withPosition }: TrackSums, slips: number): string | undefined {
  const all = points + slips
  const lacks = (count: number, what: string): string[] =>
    count === 0 || count === all ? [] : [`${count} of ${all} points ${count === 1 ? 'has' : 'have'} ${what}`]
  const told = [
    ...lacks(slips, 'a time far from all others'),
    ...lacks(points - withPosition, 'no position'),
    ...lacks(points - withTime, 'no time'),
  ]
  return told.length === 0 ? undefined : told.join(', ')
}

/** Seconds to a thousandth, without the dust of sums. */
export const thousandths = (value: number): number => Math.round(value * 1000) / 1000
const tenths = (value: number): number => Math.round(value * 10) / 10
