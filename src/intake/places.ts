/** A place on the earth in degrees. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** Sums up the way over the positions of a track, keeping none but the last ones. */
export interface WayWatch {
  /** Gives back the metres that this position adds; a wild one adds none. */
  see(position: Position, seconds: number | undefined): number
  /** What comes next begins elsewhere. */
  leap(): void
  /** Undefined where there were not two positions. */
  meters(): number | undefined
}

interface Placed {
  readonly position: Position
  readonly seconds: number | undefined
}

const EARTH_RADIUS = 6_371_000
/** Faster than this, in metres a second, is an error of the position and no movement. */
const FASTEST = 100

/** Watches positions for the way they make. */
export function watchWay(): WayWatch {
  let trusted: Placed | undefined
  let wild: Placed | undefined
  let sum = 0
  let seen = 0
  return {
    see(position, seconds) {
      const here = { position, seconds }
      seen += 1
      const step = trusted === undefined ? 0 : believableMeters(trusted, here)
      // A position far off is wild until the next one bears it out: then it was the earlier one that was.
      const added = step ?? (wild === undefined ? undefined : believableMeters(wild, here))
      wild = added === undefined ? here : undefined
      if (added === undefined) return 0
      trusted = here
      sum += added
      return added
    },
    leap() {
      trusted = undefined
      wild = undefined
    },
    meters: () => (seen < 2 ? undefined : sum),
  }
}

/** Reads a place; undefined for what is none, and for the zero degrees that mean there was no signal. */
export function readPosition(
  latitude: number | undefined,
  longitude: number | undefined,
): Position | undefined {
  if (latitude === undefined || longitude === undefined) return undefined
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  return latitude === 0 && longitude === 0 ? undefined : { latitude, longitude }
}

function believableMeters(from: Placed, to: Placed): number | undefined {
  const meters = haversine(from.position, to.position)
  if (from.seconds === undefined || to.seconds === undefined) return meters
  return meters > FASTEST * Math.max(1, to.seconds - from.seconds) ? undefined : meters
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

function haversine(one: Position, other: Position): number {
  const [from, to] = [radians(one.latitude), radians(other.latitude)]
  const north = Math.sin((to - from) / 2)
  const east = Math.sin(radians(other.longitude - one.longitude) / 2)
  const share = north * north + Math.cos(from) * Math.cos(to) * east * east
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(share)))
}
