import { type CalendarDate, dayOf } from '../base/calendar.ts'
import type { LocalTime } from '../base/zone.ts'
import type { CrossTrainingEntry, RunEntry } from '../log/schema.ts'
import type { Activity, Format } from './activity.ts'
import { kindOf, type Kind } from './kind.ts'

/** An activity, when it began by the clocks where the runner was, and the file it was found in. */
export interface Sighting {
  readonly activity: Activity
  readonly local: LocalTime
  readonly file: string
}

/** What tells one activity from another. */
export interface Trace {
  readonly kind: Kind | undefined
  readonly date: CalendarDate
  /** Minutes of the local clock, counted through the days; undefined where only the day is known. */
  readonly minute: number | undefined
  /** Seconds in UTC. */
  readonly instant: number | undefined
  /** The local clock was worked out by the runner's zone, which is another one on a journey. */
  readonly isConverted: boolean
  /** A runner typed it, and rounded. */
  readonly isTyped: boolean
  readonly meters: number | undefined
  readonly seconds: readonly number[]
}

const MINUTE = 60
const DAY_MINUTES = 1440
const SAME_START = 2 * MINUTE
const DISTANCE_SHARE = 0.02
const DURATION_SHARE = 0.05
/** A typed start is as good as somebody's memory. */
const TYPED_START = 3 * 3600
/** Clocks of two places differ by quarters of an hour. */
const QUARTER = 15 * MINUTE

/** How far apart two starts are that tell of the same activity, in seconds; undefined where they do not. */
export function likeness(a: Trace | undefined, b: Trace): number | undefined {
  if (a === undefined || a.kind !== b.kind) return undefined
  const apart = secondsApart(a, b)
  if (apart !== undefined && apart <= SAME_START) return apart
  if (a.date !== b.date || !areAlike(a, b)) return undefined
  if (apart === undefined) return DAY_MINUTES * MINUTE
  return isOneTime(a, b, apart) ? apart : undefined
}

const secondsApart = (a: Trace, b: Trace): number | undefined => {
  if (a.instant !== undefined && b.instant !== undefined) return Math.abs(a.instant - b.instant)
  return a.minute === undefined || b.minute === undefined ? undefined : Math.abs(a.minute - b.minute) * MINUTE
}

const isWithin = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.max(a, b)

const areAlike = (a: Trace, b: Trace): boolean =>
  a.meters !== undefined &&
  b.meters !== undefined &&
  isWithin(a.meters, b.meters, DISTANCE_SHARE) &&
  a.seconds.some((one) => b.seconds.some((other) => isWithin(one, other, DURATION_SHARE)))

/** To work and back are two runs: nobody is in two places, but clocks differ and memories do. */
function isOneTime(a: Trace, b: Trace, apart: number): boolean {
  if (a.isTyped || b.isTyped) return apart <= TYPED_START
  if (apart < Math.max(...a.seconds, ...b.seconds)) return true
  const off = apart % QUARTER
  return a.isConverted !== b.isConverted && Math.min(off, QUARTER - off) <= SAME_START
}

/** The trace of an activity in a file. */
export function traceOf({ activity, local }: Sighting): Trace {
  const { began, distanceMeters, timerSeconds, elapsedSeconds } = activity
  return {
    kind: kindOf(activity),
    date: local.date,
    minute: minuteOf(local.date, local.clock),
    instant: began.utc === undefined ? undefined : instantOf(began.utc),
    isConverted: began.local === undefined,
    isTyped: false,
    meters: distanceMeters,
    seconds: [timerSeconds, elapsedSeconds].filter((each) => each !== undefined),
  }
}

const CONVERTED: readonly (Format | undefined)[] = ['strava-csv', 'gpx', 'tcx']

/** The trace of a session in the log; there it has no time in UTC. */
export function traceOfEntry(entry: RunEntry | CrossTrainingEntry): Trace {
  const { date, start, distanceMeters, durationSeconds, source } = entry
  return {
    kind: entry.type === 'run' ? 'run' : entry.activity,
    date,
    minute: start === undefined ? undefined : minuteOf(date, start),
    instant: undefined,
    isConverted: CONVERTED.includes(source),
    isTyped: source === undefined,
    meters: distanceMeters,
    seconds: [durationSeconds],
  }
}

const minuteOf = (date: CalendarDate, clock: string): number =>
  dayOf(date) * DAY_MINUTES + Number(clock.slice(0, 2)) * MINUTE + Number(clock.slice(3, 5))

const instantOf = (utc: string): number =>
  minuteOf(utc.slice(0, 10) as CalendarDate, utc.slice(11, 16)) * MINUTE + Number(utc.slice(17, 19))
