import { readPosition } from './places.ts'
import type { Read } from './read.ts'
import { type Recording, recordTracks } from './recording.ts'
import type { TrackPoint } from './track.ts'
import { readXml } from './xml.ts'
import type { Bytes } from './xml-text.ts'
import { readOf } from './xml-problems.ts'
import { readNumber, readStamp, type Stamp } from './xml-time.ts'

const CADENCES = ['cad', 'cadence', 'runcadence']
const PLANNED = ['rte', 'wpt']

interface Passing extends Omit<TrackPoint, 'seconds'> {
  readonly time: Stamp | undefined
  /** Its element came to an end, so nothing of it was cut off. */
  readonly isWhole: boolean
}

/** Reads a GPX file: each track in it is an activity; planned routes and single places are none. */
export function readGpx(bytes: Bytes): Read {
  const recording = recordTracks()
  let point: Passing | undefined
  let isPlan = false
  // Some watches write what belongs to a point after its end, so a point ends where the next thing begins.
  const endPoint = (): void => {
    if (point?.isWhole === true) recording.see(point, point.time)
    point = undefined
  }
  const end = readXml(bytes, {
    open(name, attribute) {
      if (name === 'trk' || name === 'trkseg' || name === 'trkpt' || PLANNED.includes(name)) endPoint()
      if (name === 'trk') recording.begin()
      else if (name === 'trkseg') recording.breakHere()
      else if (name === 'trkpt') point = pointAt(attribute('lat'), attribute('lon'))
      else if (PLANNED.includes(name)) isPlan = true
    },
    close(name, text, parent) {
      if (parent === 'trk') describe(recording, name, text)
      else if (point !== undefined) point = withDetail(point, name, text, parent)
    },
  })
  endPoint()
  return readOf(recording.end(), end, {
    withoutTimes: recording.withoutTimes(),
    instead: isPlan ? 'a planned route or a list of places, and no activity' : undefined,
  })
}

const pointAt = (latitude: string | undefined, longitude: string | undefined): Passing => ({
  time: undefined,
  position: readPosition(readNumber(latitude), readNumber(longitude)),
  height: undefined,
  cadence: undefined,
  meters: undefined,
  isWhole: false,
})

function describe(recording: Recording, name: string, text: string): void {
  if (name === 'type') recording.describe({ word: text })
  if (name === 'name') recording.describe({ name: text })
}

function withDetail(point: Passing, name: string, text: string, parent: string | undefined): Passing {
  if (name === 'trkpt') return { ...point, isWhole: true }
  if (CADENCES.includes(name)) return { ...point, cadence: readNumber(text) }
  if (parent !== 'trkpt') return point
  if (name === 'time') return { ...point, time: readStamp(text) }
  return name === 'ele' ? { ...point, height: readNumber(text) } : point
}
