import { watchCadence } from './cadence.ts'
import { watchForClimb } from './climb.ts'
import { type Position, watchWay } from './places.ts'
import { type Moment, type Stretch, watchForWalking } from './running-part.ts'
import { watchClock } from './track-clock.ts'

/** A point of a track as far as its file has it. */
export interface TrackPoint {
  /** In UTC since 1970. */
  readonly seconds: number | undefined
  readonly position: Position | undefined
  readonly height: number | undefined
  /** As the file writes it, of one foot or of both. */
  readonly cadence: number | undefined
  /** What the watch had measured by then. */
  readonly meters: number | undefined
}

/** By a watch's own distance: what it stood at first and last, and what it grew by in between. */
export interface Measured {
  readonly first: number
  readonly last: number
  readonly grown: number
}

/** What the points of a track come to once they have gone by; undefined is what they do not say. */
export interface TrackSums {
  readonly points: number
  readonly withTime: number
  readonly withPosition: number
  readonly begin: number | undefined
  readonly end: number | undefined
  /** Without the pauses between parts of a track, and those in which the watch fell silent. */
  readonly clockSeconds: number
  readonly byPosition: number | undefined
  readonly byWatch: Measured | undefined
  /** How long it went at a speed that no runner keeps up. */
  readonly fastSeconds: number
  readonly cadenceSpm: number | undefined
  readonly ascentMeters: number | undefined
  readonly descentMeters: number | undefined
  readonly walked: Stretch | undefined
}

/** A track that is summed up while its points go by, keeping none of them. */
export interface Track {
  /** Gives back where the runner was on the clock of the track, where that can be told. */
  see(point: TrackPoint): Moment | undefined
  /** What follows is a further part of it, after a pause perhaps. */
  breakHere(): void
  sums(): TrackSums
}

/** Faster than 2:47 a kilometre. */
const FAST = 6
/** With more than this on it at the first point, a watch had been going before. */
const WENT_BEFORE = 100

/** Begins a track that has no points yet. */
export function beginTrack(): Track {
  const [clock, way, measure] = [watchClock(), watchWay(), watchMeasure()]
  const [cadence, climb, walking] = [watchCadence(), watchForClimb(), watchForWalking()]
  const counts = { points: 0, withTime: 0, withPosition: 0, fastSeconds: 0 }
  return {
    see(point) {
      const { seconds, position, height, meters } = point
      counts.points += 1
      if (seconds !== undefined) counts.withTime += 1
      if (position !== undefined) counts.withPosition += 1
      if (clock.hasPaused(seconds)) way.leap()
      const added = position === undefined ? undefined : way.see(position, seconds)
      const ran = clock.see(seconds, added)
      if (added !== undefined && added > FAST * ran) counts.fastSeconds += ran
      if (height !== undefined) climb.see(clock.seconds(), height)
      if (meters !== undefined) measure.see(meters)
      const cadenceSpm = point.cadence === undefined ? undefined : cadence.see(point.cadence)
      const gone =
        measure.sums() === undefined ? way.meters() : meters === undefined ? undefined : measure.sums()?.grown
      if (seconds === undefined || gone === undefined) return undefined
      const moment = { seconds: clock.seconds(), meters: gone, cadenceSpm }
      walking.see(moment)
      return moment
    },
    breakHere: clock.breakHere,
    sums: () => ({
      ...counts,
      ...clock.span(),
      clockSeconds: clock.seconds(),
      byPosition: way.meters(),
      byWatch: measure.sums(),
      cadenceSpm: cadence.average(),
      ascentMeters: rounded(climb.climbed()?.up),
      descentMeters: rounded(climb.climbed()?.down),
      walked: walking.walked(),
    }),
  }
}

/** Some watches begin again at every lap; what they had measured by then counts all the same. */
function watchMeasure() {
  let sums: Measured | undefined
  return {
    see(meters: number): void {
      if (meters < 0) return
      if (sums === undefined) {
        sums = { first: meters, last: meters, grown: meters < WENT_BEFORE ? meters : 0 }
        return
      }
      const { first, last, grown } = sums
      if (meters >= last) sums = { first, last: meters, grown: grown + meters - last }
      else if (meters < last / 2) sums = { first, last: meters, grown: grown + Math.min(meters, WENT_BEFORE) }
    },
    sums: () => sums,
  }
}

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value)
