import { floorTo } from './units.ts'

/** The unit the runner reads distances in. */
export type Units = 'km' | 'mi'

const METRES_PER: Readonly<Record<Units, number>> = { km: 1000, mi: 1609.344 }

/** `10.0 km` or `6.2 mi`; rounded down, so that a ceiling is never shown higher than it is. */
export const distanceText = (meters: number, units: Units): string =>
  `${floorTo(meters / METRES_PER[units], 0.1).toFixed(1)} ${units}`

/** `6:00/km` or `9:39/mi`. */
export function paceText(secondsPerKm: number, units: Units): string {
  const seconds = Math.round((secondsPerKm * METRES_PER[units]) / METRES_PER.km)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}/${units}`
}

/** `30 s`, `55 min`, `1 h 12`; whole minutes from one minute on, rounded down. */
export function durationText(seconds: number): string {
  if (seconds > 0 && seconds < 60) return `${Math.floor(seconds)} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, '0')}`
}

/**
 * Short time inside a run: `2` for two minutes, `90 s` under two minutes, `19:36` where minutes are not
 * whole.
 */
export function strideText(seconds: number): string {
  if (seconds % 60 === 0) return String(seconds / 60)
  if (seconds < 120) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`
}

type Format = (value: number, units: Units) => string

// The longer ending first: a pace ends in SecondsPerKm.
const ENDINGS: readonly (readonly [ending: string, format: Format])[] = [
  ['SecondsPerKm', paceText],
  ['PerKm', paceText],
  ['Meters', distanceText],
  ['Seconds', (value) => durationText(value)],
  ['Days', (value) => (value === 1 ? '1 day' : `${value} days`)],
  ['Share', (value) => `${Number((value * 100).toFixed(1))} %`],
]

/**
 * The ending of a name that tells its unit, such as `Meters` in `lastRunMeters`; empty where there is none.
 */
export const unitEnding = (name: string): string =>
  ENDINGS.find(([ending]) => name.endsWith(ending) && name !== ending)?.[0] ?? ''

/** A value in words, with the unit that its name ends in. */
export function amountText(
  name: string,
  value: number | string | boolean | null | undefined,
  units: Units,
): string {
  if (value === null || value === undefined) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  const format = ENDINGS.find(([ending]) => ending === unitEnding(name))?.[1]
  return format === undefined ? String(value) : format(value, units)
}
