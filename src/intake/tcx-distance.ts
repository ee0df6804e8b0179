import type { Measured, TrackSums } from './track.ts'

/** How far an activity went, and what to say where its file contradicts itself. */
export interface Trusted {
  /** Undefined where the file has no distance at all. */
  readonly meters: number | undefined
  readonly doubt: string | undefined
}

/** What a lap rounds and a track leaves out between its points. */
const AGREED_SHARE = 0.02
/** By positions alone, tall houses and tight turns make as much. */
const AGREED_BY_POSITION = 0.1
const LEAST_METERS = 20

/**
 * Laps are what the watch showed and are trusted as long as its track agrees; where it does not, the middle
 * one of laps, track and positions is taken, and it is said.
 */
export function trustedDistance(byLaps: number | undefined, sums: TrackSums, isCutOff: boolean): Trusted {
  const { byPosition, byWatch } = sums
  const laps = positive(byLaps)
  const track = positive(byWatch?.grown)
  const places = positive(byPosition)
  if (laps === undefined) return { meters: track ?? places, doubt: undefined }
  if (agrees(laps, track ?? places, track === undefined ? AGREED_BY_POSITION : AGREED_SHARE))
    return sure(laps)
  // A lap says at its begin how far it went; of a file that breaks off, its track is missing.
  if (isCutOff && laps > (track ?? places ?? 0)) return sure(laps)
  if (track === undefined) return { meters: laps, doubt: doubtOf(laps, byWatch, places, 'laps') }
  if (places === undefined) return { meters: laps, doubt: doubtOf(laps, byWatch, places, 'laps') }
  const [, meters = laps] = [laps, track, places].sort((one, other) => one - other)
  const taken = meters === laps ? 'laps' : meters === places ? 'positions' : 'track'
  return { meters, doubt: doubtOf(laps, byWatch, places, taken) }
}

const sure = (meters: number): Trusted => ({ meters, doubt: undefined })

const positive = (meters: number | undefined): number | undefined =>
  meters !== undefined && meters > 0 ? meters : undefined

const agrees = (one: number, other: number | undefined, share: number): boolean =>
  other === undefined || Math.abs(one - other) <= Math.max(LEAST_METERS, share * one)

/** `its laps add up to 2200 m, its track goes from 1242 m to 3495 m, its positions make 2240 m: …`. */
function doubtOf(
  laps: number,
  track: Measured | undefined,
  places: number | undefined,
  taken: 'laps' | 'track' | 'positions',
): string {
  const told = [
    `its laps add up to ${Math.round(laps)} m`,
    ...(track === undefined
      ? []
      : [`its track goes from ${Math.round(track.first)} m to ${Math.round(track.last)} m`]),
    ...(places === undefined ? [] : [`its positions make ${Math.round(places)} m`]),
  ]
  return `${told.join(', ')}: the distance by its ${taken} was taken`
}
