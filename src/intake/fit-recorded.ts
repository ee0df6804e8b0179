import type { Content, TimerEvent } from './fit-content.ts'
import type { Summary } from './fit-summary.ts'

/** A run of a day and a night has its points; after half a day without one, what follows is another's. */
const LONGEST_SILENCE = 43_200

/** Works a session out from the points and laps of a file that has none; undefined where it has neither. */
export function sessionRecorded({ points, laps, sport, timer }: Content): Summary | undefined {
  const last = lastPoint(points.times)
  const [start, end] = [points.times[0], points.times[last]]
  const lap = laps[0]
  if (start === undefined || end === undefined) return lap && sessionOfLaps(laps)
  const meters = farthest(points.meters.slice(0, last + 1))
  return {
    start,
    elapsedSeconds: end - start,
    timerSeconds: end - start - pausedBefore(timer, start, end),
    meters,
    sport: sport?.sport ?? lap?.sport,
    subSport: sport?.subSport ?? lap?.subSport,
    cadence: undefined,
    ascentMeters: undefined,
    descentMeters: undefined,
    trigger: undefined,
  }
}

/** How long the clock of the watch stood still between two moments. */
function pausedBefore(timer: readonly TimerEvent[], start: number, end: number): number {
  let paused = 0
  let stopped: number | undefined
  for (const { time, isStop } of timer) {
    if (time < start || time > end) continue
    if (isStop) stopped ??= time
    else if (stopped !== undefined) {
      paused += Math.max(0, time - stopped)
      stopped = undefined
    }
  }
  return paused
}

/** Where the recording ends: times run on, and a jump is a fault of a damaged file. */
function lastPoint(times: readonly number[]): number {
  const jump = times.findIndex((time, index) => {
    const before = times[index - 1]
    return before !== undefined && (time < before || time - before > LONGEST_SILENCE)
  })
  return jump < 0 ? times.length - 1 : jump - 1
}

/** The distance runs on from point to point, so the last that is known is all of it. */
function farthest(meters: readonly number[]): number | undefined {
  return meters.findLast((each) => !Number.isNaN(each))
}

function sessionOfLaps(laps: readonly Summary[]): Summary | undefined {
  const [first] = laps
  return (
    first && {
      ...first,
      elapsedSeconds: sum(laps.map(({ elapsedSeconds }) => elapsedSeconds)),
      timerSeconds: sum(laps.map(({ timerSeconds }) => timerSeconds)),
      meters: sum(laps.map(({ meters }) => meters)),
      ascentMeters: sum(laps.map(({ ascentMeters }) => ascentMeters)),
      descentMeters: sum(laps.map(({ descentMeters }) => descentMeters)),
      cadence: undefined,
    }
  )
}

/** Undefined where one of them is not known. */
const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce<number | undefined>(
    (total, value) => (total === undefined || value === undefined ? undefined : total + value),
    0,
  )
