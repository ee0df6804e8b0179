import { readPosition } from './places.ts'
import type { Read } from './read.ts'
import { recordSessions, type Sessions } from './tcx-session.ts'
import type { TrackPoint } from './track.ts'
import { readXml } from './xml.ts'
import type { Bytes } from './xml-text.ts'
import { readOf } from './xml-problems.ts'
import { readNumber, readStamp, type Stamp } from './xml-time.ts'

const PLANNED = ['course', 'workout']
const CADENCES = ['cadence', 'runcadence']

interface Passing extends Omit<TrackPoint, 'seconds' | 'position'> {
  readonly time: Stamp | undefined
  readonly latitude: number | undefined
  readonly longitude: number | undefined
}

/** Reads a TCX file: each activity in it with its laps; courses and workouts are still to be done. */
export function readTcx(bytes: Bytes): Read {
  const sessions = recordSessions()
  let point: Passing | undefined
  let isPlan = false
  const end = readXml(bytes, {
    open(name, attribute) {
      if (name === 'activity') sessions.begin(attribute('sport') ?? '')
      else if (name === 'lap') sessions.beginLap(readStamp(attribute('starttime')))
      else if (name === 'track') sessions.breakHere()
      else if (name === 'trackpoint') point = EMPTY
      else if (PLANNED.includes(name)) {
        isPlan = true
        sessions.leave()
      }
    },
    close(name, text, parent) {
      if (point === undefined) return describe(sessions, name, text, parent)
      point = withDetail(point, name, text, parent)
      if (name !== 'trackpoint') return
      const { time, latitude, longitude, ...rest } = point
      sessions.see({ ...rest, position: readPosition(latitude, longitude) }, time)
      point = undefined
    },
  })
  return readOf(sessions.end(end !== 'whole'), end, {
    withoutTimes: sessions.withoutTimes(),
    instead: isPlan ? 'a course to follow or a workout to be done, and no activity' : undefined,
  })
}

const EMPTY: Passing = {
  time: undefined,
  latitude: undefined,
  longitude: undefined,
  height: undefined,
  cadence: undefined,
  meters: undefined,
}

function describe(sessions: Sessions, name: string, text: string, parent: string | undefined): void {
  if (parent === 'activity') {
    if (name === 'id') sessions.describe({ id: readStamp(text) })
    if (name === 'notes') sessions.describe({ notes: text })
  }
  if (name === 'avgruncadence') sessions.sayOfLap({ cadence: readNumber(text) })
  if (parent !== 'lap') return
  if (name === 'totaltimeseconds') sessions.sayOfLap({ seconds: readNumber(text) })
  else if (name === 'distancemeters') sessions.sayOfLap({ meters: readNumber(text) })
  else if (name === 'cadence') sessions.sayOfLap({ cadence: readNumber(text) })
  else if (name === 'triggermethod') sessions.sayOfLap({ trigger: text })
}

function withDetail(point: Passing, name: string, text: string, parent: string | undefined): Passing {
  if (CADENCES.includes(name)) return { ...point, cadence: readNumber(text) }
  if (name === 'latitudedegrees') return { ...point, latitude: readNumber(text) }
  if (name === 'longitudedegrees') return { ...point, longitude: readNumber(text) }
  if (parent !== 'trackpoint') return point
  if (name === 'time') return { ...point, time: readStamp(text) }
  if (name === 'altitudemeters') return { ...point, height: readNumber(text) }
  return name === 'distancemeters' ? { ...point, meters: readNumber(text) } : point
}
