/** A distance in metres. */
export type Metres = number & { readonly unit: 'm' }

/** A span of time in seconds. */
export type Seconds = number & { readonly unit: 's' }

/** A part of a whole, where 0.1 means ten percent. */
export type Share = number & { readonly unit: 'share' }

/** Pain as the runner scores it: 0 none, 10 the worst imaginable. */
export type Pain = number & { readonly unit: 'pain' }

/** Seconds a kilometre takes, a whole number so that minutes and metres convert the same way everywhere. */
export type Pace = number & { readonly unit: 's/km' }

export const metres = (value: number): Metres => value as Metres
export const seconds = (value: number): Seconds => value as Seconds
export const pace = (value: number): Pace => Math.round(value) as Pace

/** Running of a week or of one session, always in both units: a cap must hold in each. */
export interface Volume {
  readonly meters: Metres
  readonly seconds: Seconds
}

export const NO_RUNNING: Volume = { meters: metres(0), seconds: seconds(0) }

/** Binary noise must not cost a runner 100 m: 16.35 km + 10 % is 17.985, not 17.98499. */
const NOISE = 1e-6

/** Rounds down to whole steps after a guard against binary noise; a ceiling is never rounded up. */
export const floorTo = (value: number, step: number): number => Math.floor(value / step + NOISE) * step

/** How far a runner gets in this time at this pace, in metres, not rounded. */
export const distanceIn = (time: number, at: Pace): number => (time * 1000) / at

/** How long this distance takes at this pace, in seconds, not rounded. */
export const timeFor = (distance: number, at: Pace): number => (distance * at) / 1000

/** A volume multiplied in both units, not rounded. */
export const scale = (volume: Volume, by: number): Volume => ({
  meters: metres(volume.meters * by),
  seconds: seconds(volume.seconds * by),
})

/** The lower of two volumes, unit by unit. */
export const lower = (a: Volume, b: Volume): Volume => ({
  meters: metres(Math.min(a.meters, b.meters)),
  seconds: seconds(Math.min(a.seconds, b.seconds)),
})

/** The higher of two volumes, unit by unit. */
export const higher = (a: Volume, b: Volume): Volume => ({
  meters: metres(Math.max(a.meters, b.meters)),
  seconds: seconds(Math.max(a.seconds, b.seconds)),
})

/** Two volumes run one after the other. */
export const plus = (a: Volume, b: Volume): Volume => ({
  meters: metres(a.meters + b.meters),
  seconds: seconds(a.seconds + b.seconds),
})

/** The middle value, the lower of the two middle ones when their number is even; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}
