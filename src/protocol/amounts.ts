import type { Range } from './exercise.ts'

/** An exact time: `12 min`, `1 h 30 min`, `90 s` below two minutes. */
export function timeText(seconds: number): string {
  if (seconds < 120 && seconds % 60 !== 0) return `${seconds} s`
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return said.length === 0 ? '0 s' : said.join(' ')
}

/** An exact distance in the unit people use for it: `10 cm`, `1609 m`, `5 km`. */
export function lengthText(meters: number): string {
  if (meters < 3) return `${Number((meters * 100).toFixed(2))} cm`
  return meters % 1000 === 0 ? `${meters / 1000} km` : `${meters} m`
}

/** `60.5 %`. */
export const percentText = (part: number): string => `${Number((part * 100).toFixed(2))} %`
/** `1 day`, `14 days`. */
export const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
/** `3/10`, as runners score it. */
export const painText = (pain: number): string => `${pain}/10`
/** `7:00/km`. */
export const paceText = (pace: number): string =>
  `${Math.floor(pace / 60)}:${String(pace % 60).padStart(2, '0')}/km`

/** From the least to the most, or the one value where they are the same. */
export const rangeText = ([least, most]: Range, text: (value: number) => string = String): string =>
  least === most ? text(least) : `${text(least)} to ${text(most)}`
