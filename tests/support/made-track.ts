/** A point of a made track: seconds since its begin, and metres to the north of a place in Bavaria. */
export interface MadePoint {
  readonly at: number
  readonly north: number
  readonly height?: number | undefined
  /** Put into the extensions of the point as it is. */
  readonly extension?: string
}

const BEGIN = Date.UTC(2026, 2, 1, 6, 10, 0)
const METERS_PER_DEGREE = (Math.PI * 6_371_000) / 180

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The time of a moment of a made track, such as `2026-03-01T06:10:00.000Z`. */
export const stampAt = (at: number): string => new Date(BEGIN + at * 1000).toISOString()

export const latitudeAt = (north: number): string => (48 + north / METERS_PER_DEGREE).toFixed(8)

/** Points a second apart, going north as fast as it says at each second. */
export function madePoints(seconds: number, speed: (second: number) => number): MadePoint[] {
  let north = 0
  return Array.from({ length: seconds + 1 }, (_, at) => {
    north += at === 0 ? 0 : speed(at)
    return { at, north }
  })
}

const gpxPoint = ({ at, north, height, extension }: MadePoint): string => {
  const ele = height === undefined ? '' : `<ele>${height.toFixed(2)}</ele>`
  const more = extension === undefined ? '' : `<extensions>${extension}</extensions>`
  return `<trkpt lat="${latitudeAt(north)}" lon="11.0">${ele}<time>${stampAt(at)}</time>${more}</trkpt>`
}

export const gpxTrack = (points: readonly MadePoint[], head = '<type>running</type>'): string =>
  `<trk>${head}<trkseg>${points.map(gpxPoint).join('\n')}</trkseg></trk>`

export const gpxFile = (...tracks: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="made">${tracks.join('')}</gpx>`

const tcxPoint = ({ at, north, height, extension }: MadePoint, isIndoors: boolean): string => {
  const place = `<Position><LatitudeDegrees>${latitudeAt(north)}</LatitudeDegrees><LongitudeDegrees>11.0</LongitudeDegrees></Position>`
  const altitude = height === undefined ? '' : `<AltitudeMeters>${height}</AltitudeMeters>`
  const more = `<DistanceMeters>${north.toFixed(2)}</DistanceMeters>${extension ?? ''}`
  return `<Trackpoint><Time>${stampAt(at)}</Time>${isIndoors ? '' : place}${altitude}${more}</Trackpoint>`
}

/** A lap of a TCX file; it says of itself what its points say, unless it is told otherwise. */
export function tcxLap(
  points: readonly MadePoint[],
  { isIndoors = false, meters, more = '' }: { isIndoors?: boolean; meters?: number; more?: string } = {},
): string {
  const [first, last] = [points[0], points.at(-1)]
  const went = meters ?? (last?.north ?? 0) - (first?.north ?? 0)
  const took = (last?.at ?? 0) - (first?.at ?? 0)
  const facts = `<TotalTimeSeconds>${took}</TotalTimeSeconds><DistanceMeters>${went}</DistanceMeters>${more}`
  const track = points.map((point) => tcxPoint(point, isIndoors)).join('\n')
  return `<Lap StartTime="${stampAt(first?.at ?? 0)}">${facts}<Track>${track}</Track></Lap>`
}

export const tcxFile = (laps: readonly string[], sport = 'Running', head = ''): string =>
  `<?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="${sport}">` +
  `<Id>${stampAt(0)}</Id>${head}${laps.join('')}</Activity></Activities></TrainingCenterDatabase>`
