import type { CalendarDate } from '../base/calendar.ts'

/** What an activity was: only runs are runs, some others train without running, the rest is left out. */
export type Sport = 'run' | 'treadmill-run' | 'bike' | 'swim' | 'water-run' | 'walk' | 'strength' | 'other'

/** The formats that are read, told apart by what is in a file and never by its name. */
export type Format = 'fit' | 'gpx' | 'tcx' | 'strava-csv' | 'garmin-csv'

/** When something began: an instant in UTC, or what the clocks showed where it was; one of them is known. */
export interface Began {
  /** Such as `2026-03-01T06:10:00Z`; undefined where only local time is in the file. */
  readonly utc: string | undefined
  /** The local clock by the file itself, such as `07:10` on a day; undefined where the file does not say. */
  readonly local: { readonly date: CalendarDate; readonly clock: string } | undefined
}

/** A stretch of an activity with one kind of movement, as far as it can be told. */
export interface RunningPart {
  readonly meters: number
  readonly seconds: number
  /** Told from pace and cadence and not by the laps of the file. */
  readonly isGuess: boolean
}

/** One activity of a file, in units of the log, with nothing made up: what the file lacks is undefined. */
export interface Activity {
  readonly sport: Sport
  /** The file names no sport: at the pace of a run it was taken for one. */
  readonly isSportGuess?: true
  /** The sport in the words of the file, to name what was left out. */
  readonly called: string
  readonly began: Began
  readonly distanceMeters: number | undefined
  /** From the first to the last moment, pauses included. */
  readonly elapsedSeconds: number | undefined
  /** With the clock running; the log's duration is this one where it is known. */
  readonly timerSeconds: number | undefined
  /** Undefined where all of it counts as running, or nothing can be told. */
  readonly running: RunningPart | undefined
  /** Steps of both feet in a minute. */
  readonly cadenceSpm: number | undefined
  readonly ascentMeters: number | undefined
  readonly descentMeters: number | undefined
  readonly format: Format
  /** What of the file could not be read although this could; undefined where all of it was. */
  readonly partial: string | undefined
}
