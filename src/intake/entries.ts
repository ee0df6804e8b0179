import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import type { LocalTime } from '../base/zone.ts'
import { isEntry } from '../log/check-entry.ts'
import type { CrossTrainingEntry, RunEntry } from '../log/schema.ts'
import { CADENCE, CLIMB, MOST_METERS, type Range } from '../log/words.ts'
import type { Activity, RunningPart } from './activity.ts'
import { isTooShort, kindOf } from './kind.ts'
import type { Sighting } from './trace.ts'
import { terrainBy } from './terrain.ts'

/** What an activity is in the log. */
export type Imported = RunEntry | CrossTrainingEntry

/** The entry of an activity, undefined for what is left out; scores are for the runner to say. */
export function entryOf({ activity, local }: Sighting): Result<Imported | undefined> {
  const kind = kindOf(activity)
  if (kind === undefined || isTooShort(activity)) return succeed(undefined)
  const seconds = activity.timerSeconds ?? activity.elapsedSeconds
  if (seconds === undefined || !(seconds > 0)) return fail(lacking('duration', activity, local))
  const { distanceMeters: meters } = activity
  if (kind === 'run' && (meters === undefined || !(meters > 0)))
    return fail(lacking('distance', activity, local))
  const { utc } = activity.began
  const when = { date: local.date, start: local.clock, ...(utc !== undefined && { instant: utc }) }
  const origin = { source: activity.format, ...(activity.partial !== undefined && { partial: true }) }
  const entry =
    kind === 'run'
      ? {
          type: 'run',
          ...when,
          ...amounts(meters, seconds),
          ...origin,
          ...courseOf(activity, meters ?? 0, seconds),
        }
      : {
          type: 'cross-training',
          ...when,
          activity: kind,
          ...amounts(meters, seconds),
          ...origin,
        }
  return isEntry(entry) ? succeed(entry as Imported) : fail(unlikely(activity, local, seconds))
}

const amounts = (meters: number | undefined, seconds: number) => ({
  ...(meters !== undefined &&
    meters > 0 &&
    meters <= MOST_METERS && { distanceMeters: rounded(meters, 100) }),
  durationSeconds: rounded(seconds, 1000),
})

/** How a run went, as far as its file tells or its course lets guess. */
function courseOf(activity: Activity, meters: number, seconds: number) {
  const { sport, running, cadenceSpm, ascentMeters, descentMeters } = activity
  const isOnBelt = sport === 'treadmill-run'
  const terrain = isOnBelt ? undefined : terrainBy(ascentMeters, meters)
  const guessed = [
    ...(running?.isGuess === true ? ['running' as const] : []),
    ...(terrain === undefined ? [] : ['terrain' as const]),
    ...(activity.isSportGuess === true ? ['sport' as const] : []),
  ]
  return {
    ...(running !== undefined && partOf(running, meters, seconds)),
    ...(isOnBelt && { surface: 'treadmill' as const }),
    ...(terrain !== undefined && { terrain }),
    ...inRange('ascentMeters', ascentMeters, CLIMB),
    ...inRange('descentMeters', descentMeters, CLIMB),
    ...inRange('cadenceSpm', cadenceSpm, CADENCE),
    ...(guessed.length > 0 && { guessed }),
  }
}

/** A part is never more than the whole, whatever laps add up to. */
const partOf = (running: RunningPart, meters: number, seconds: number) => ({
  runningMeters: rounded(Math.min(running.meters, meters), 100),
  runningSeconds: rounded(Math.min(running.seconds, seconds), 1000),
})

/** A sensor that was off writes what nobody can do. */
const inRange = (key: string, value: number | undefined, [least, most]: Range) => {
  const whole = value === undefined ? Number.NaN : Math.round(value)
  return whole >= least && whole <= most ? { [key]: whole } : {}
}

/** A hundredth of a metre and a thousandth of a second, without the noise of binary numbers. */
const rounded = (value: number, parts: number): number => Math.round(value * parts) / parts

const lacking = (what: 'distance' | 'duration', activity: Activity, local: LocalTime): Problem => ({
  code: `no-${what}`,
  message: `${nameOf(activity, local)}: the file does not say its ${what}`,
  hint: 'If it was a run, log it by hand with its day: itb log run 5.2km 31:10 --date DATE.',
})

const unlikely = (activity: Activity, local: LocalTime, seconds: number): Problem => ({
  code: 'unlikely-amount',
  message: `${nameOf(activity, local)}: ${amountsIn(activity, seconds)} is more than 500 km or 7 days`,
  hint: 'Correct it where it was recorded, or log it by hand: itb log run 5.2km 31:10 --date DATE.',
})

/** `1008 km in 1 h`. */
function amountsIn({ distanceMeters: meters }: Activity, seconds: number): string {
  const far = meters === undefined ? [] : [`${Math.round(meters / 1000)} km`]
  return [...far, `${Math.round(seconds / 3600)} h`].join(' in ')
}

/** `Run of 2026-03-01, 07:10`: a file may hold thousands. */
const nameOf = ({ called }: Activity, { date, clock }: LocalTime): string => `${called} of ${date}, ${clock}`
