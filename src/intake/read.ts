import type { Units } from '../base/amount-text.ts'
import type { Problem } from '../base/problem.ts'
import type { Activity } from './activity.ts'
import { readCsv } from './csv-activities.ts'
import { readFit } from './fit.ts'
import { contentOf } from './format.ts'
import { readGpx } from './gpx.ts'
import { readTcx } from './tcx.ts'

/** What a file gave: every activity that could be read, and what stood in the way of the others. */
export interface Read {
  readonly activities: readonly Activity[]
  /** Without a place: whoever opened the file knows its name. */
  readonly problems: readonly Problem[]
}

/** What the runner says of a file that cannot say it itself. */
export interface ReadOptions {
  /** The unit of distances in a table that names none; undefined where nobody has said. */
  readonly units: Units | undefined
}

/** Reads the activities of a file that is not packed; it never throws and reads nothing but the bytes. */
export function readActivities(bytes: Uint8Array, options: ReadOptions): Read {
  switch (contentOf(bytes)) {
    case 'fit':
      return dated(readFit(bytes))
    case 'gpx':
      return dated(readGpx(bytes))
    case 'tcx':
      return dated(readTcx(bytes))
    case 'csv':
      return readCsv(bytes, options)
    default:
      return { activities: [], problems: [UNKNOWN_FORMAT] }
  }
}

/** Clocks that were never set begin in 1901, 1970 or 1989; before this year no watch wrote files. */
const FIRST_YEAR = '2000'

/** What a device recorded without a clock is told and not taken in: nobody knows the week it was in. */
function dated({ activities, problems }: Read): Read {
  const isUnset = ({ began }: Activity): boolean =>
    (began.local?.date ?? began.utc ?? FIRST_YEAR) < FIRST_YEAR
  return {
    activities: activities.filter((each) => !isUnset(each)),
    problems: [...problems, ...activities.filter(isUnset).map(clockNotSet)],
  }
}

const clockNotSet = (activity: Activity): Problem => ({
  code: 'clock-not-set',
  message: `the clock of the watch was not set: ${inWords(activity)}`,
  hint: 'Log it by hand with the day it was: itb log run 5.2km 31:10 --date DATE.',
})

/** `running, 10.25 km in 1:02:53, on 1990-07-18`. */
function inWords({ began, called, distanceMeters, timerSeconds, elapsedSeconds }: Activity): string {
  const seconds = timerSeconds ?? elapsedSeconds
  const amounts = [
    ...(distanceMeters === undefined ? [] : [`${(distanceMeters / 1000).toFixed(2)} km`]),
    ...(seconds === undefined ? [] : [clock(seconds)]),
  ].join(' in ')
  const day = began.local?.date ?? began.utc?.slice(0, 10) ?? ''
  return [called, ...(amounts === '' ? [] : [amounts]), `on ${day}`].join(', ')
}

/** `1:02:53`. */
function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'))
  return [Math.floor(whole / 3600), ...parts].join(':')
}

const UNKNOWN_FORMAT: Problem = {
  code: 'unknown-format',
  message: 'this is no activity file that itb can read',
  hint: 'It reads FIT, GPX and TCX files, activities.csv of Strava and Activities.csv of Garmin Connect.',
}
