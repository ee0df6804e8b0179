import { type CalendarDate, dayOf } from '../base/calendar.ts'
import type { LocalTime } from '../base/zone.ts'
import { entryId } from '../log/ids.ts'
import type { CrossTrainingEntry, RunEntry } from '../log/schema.ts'
import { versionsOf } from '../log/versions.ts'
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
  /** Nothing but its pace tells what it was. */
  readonly isKindGuess: boolean
  readonly date: CalendarDate
  /** Minutes of the local clock, counted through the days; undefined where only the day is known. */
  readonly minute: number | undefined
  /** Seconds in UTC. */
  readonly instant: number | undefined
  /** The id its import gave it, which stays whatever is corrected; none for what was typed. */
  readonly name: string | undefined
  /** The local clock was worked out by the runner's zone, which is another one on a journey. */
  readonly isConverted: boolean
  /** A runner typed it, and rounded. */
  readonly isTyped: boolean
  /** It breaks off, and nobody knows when it ended. */
  readonly isPartial: boolean
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
export function likeness(a: Trace, b: Trace): number | undefined {
  const haveInstants = a.instant !== undefined && b.instant !== undefined
  if (!haveInstants && a.name !== undefined && a.name === b.name) return SAME_START
  if (a.kind !== b.kind && !(haveInstants && (a.isKindGuess || b.isKindGuess))) return undefined
  const behind = secondsBehind(a, b)
  const apart = behind === undefined ? undefined : Math.abs(behind)
  if (behind !== undefined && apart !== undefined && apart <= SAME_START && !isOver(a, b, behind))
    return apart
  if (a.kind !== b.kind || (a.date !== b.date && !haveInstants) || !areAlike(a, b)) return undefined
  if (apart === undefined) return DAY_MINUTES * MINUTE
  return isOneTime(a, b, apart) ? apart : undefined
}

const secondsBehind = (a: Trace, b: Trace): number | undefined => {
  if (a.instant !== undefined && b.instant !== undefined) return b.instant - a.instant
  return a.minute === undefined || b.minute === undefined ? undefined : (b.minute - a.minute) * MINUTE
}

/** Of a false start and the run after it one ends before the other begins; a clock may lack the seconds. */
function isOver(a: Trace, b: Trace, behind: number): boolean {
  const [first, second] = behind < 0 ? [b, a] : [a, b]
  if (first.isTyped || second.isTyped || first.isPartial || first.seconds.length === 0) return false
  const isExact = first.instant !== undefined && second.instant !== undefined
  return Math.abs(behind) > Math.max(...first.seconds) + (isExact ? 0 : MINUTE)
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
  if (a.instant !== undefined && b.instant !== undefined) return false
  const off = apart % QUARTER
  return a.isConverted !== b.isConverted && Math.min(off, QUARTER - off) <= SAME_START
}

/** The trace of an activity in a file. */
export function traceOf({ activity, local }: Sighting): Trace {
  const { began, distanceMeters, timerSeconds, elapsedSeconds, partial } = activity
  const kind = kindOf(activity)
  return {
    kind,
    isKindGuess: activity.isSportGuess === true,
    date: local.date,
    minute: minuteOf(local.date, local.clock),
    instant: began.utc === undefined ? undefined : instantOf(began.utc),
    name: entryId(kind === 'run' ? 'run' : 'cross-training', local.date, local.clock, 0),
    isConverted: began.local === undefined,
    isTyped: false,
    isPartial: partial !== undefined,
    meters: distanceMeters,
    seconds: [timerSeconds, elapsedSeconds].filter((each) => each !== undefined),
  }
}

const CONVERTED: readonly (Format | undefined)[] = ['strava-csv', 'gpx', 'tcx']

/** The traces of a session in the log: as it stands, and as it stood since a file told of it. */
export function tracesOfEntry(entry: RunEntry | CrossTrainingEntry): readonly Trace[] {
  if (entry.source === undefined || entry.was === undefined) return [traceOfVersion(entry)]
  const versions = versionsOf(entry).map((version) => version.entry as typeof entry)
  return versions.filter(({ source }) => source !== undefined).map(traceOfVersion)
}

function traceOfVersion(entry: RunEntry | CrossTrainingEntry): Trace {
  const { id, date, start, instant, distanceMeters, durationSeconds, source, partial } = entry
  return {
    kind: entry.type === 'run' ? 'run' : entry.activity,
    isKindGuess: entry.type === 'run' && entry.guessed?.includes('sport') === true,
    date,
    minute: start === undefined ? undefined : minuteOf(date, start),
    instant: instant === undefined ? undefined : instantOf(instant),
    name: source === undefined ? undefined : id,
    isConverted: CONVERTED.includes(source),
    isTyped: source === undefined,
    isPartial: partial === true,
    meters: distanceMeters,
    seconds: [durationSeconds],
  }
}

const minuteOf = (date: CalendarDate, clock: string): number =>
  dayOf(date) * DAY_MINUTES + Number(clock.slice(0, 2)) * MINUTE + Number(clock.slice(3, 5))

const instantOf = (utc: string): number =>
  minuteOf(utc.slice(0, 10) as CalendarDate, utc.slice(11, 16)) * MINUTE + Number.parseFloat(utc.slice(17))
