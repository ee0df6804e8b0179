import type { RunningPart } from './activity.ts'
import type { Content, Points, TimerEvent } from './fit-content.ts'
import type { Summary } from './fit-summary.ts'
import { type Lap, runningPart, type Stretch, watchForWalking } from './running-part.ts'

/** No leg makes as many steps in a minute, so a cadence above it counts both feet. */
const ONE_FOOT_SPM = 120
/** The triggers of laps that the watch cuts by itself: at a distance or at a place. */
const AUTOMATIC = [2, 3, 4, 5, 6]
const KILOMETRE = 1000
const MILE = 1609.344
const ABOUT_METERS = 15

/** Points of a session, by their place in the columns; the end is not among them. */
interface Span {
  readonly from: number
  readonly to: number
}

/** How many feet a device's cadence of a run leaves out: 2 where it counts one foot, else 1. */
export function feetFactor(session: Summary, { laps, points }: Content): number {
  const said = [session.cadence, ...laps.map(({ cadence }) => cadence)].filter((each) => each !== undefined)
  // Who walks a good part of it has both feet in the quick points alone.
  return Math.max(...said, quick(points.cadences)) > ONE_FOOT_SPM ? 1 : 2
}

/** How far a session went by its points; undefined where they do not say. */
export function metersBetween(points: Points, start: number, seconds: number): number | undefined {
  const { from, to } = spanOf(points, start, start + seconds)
  const known = points.meters.slice(from, to).filter((each) => !Number.isNaN(each))
  const [first, last] = [known[0], known.at(-1)]
  // The first point of a file has some metres already, the first of a later session all before it.
  return first === undefined || last === undefined ? undefined : from === 0 ? last : last - first
}

/** The running part of a session of running, by its laps or points. */
export function fitRunningPart(session: Summary, content: Content, feet: number): RunningPart | undefined {
  const seconds = session.timerSeconds ?? session.elapsedSeconds
  if (session.meters === undefined || seconds === undefined || session.start === undefined) return undefined
  const end = session.start + (session.elapsedSeconds ?? seconds)
  const walkedIn = (from: number, to: number): Stretch | undefined =>
    walkedBetween(content, spanOf(content.points, from, to), feet)
  const laps = lapsOf(content, session.start, end)
  const whole = { meters: session.meters, seconds }
  return runningPart(
    whole,
    laps.flatMap((lap) => lapOf(lap, feet, walkedIn)),
    walkedIn(session.start, end),
  )
}

/** The laps of a session; none where they lie over one another, for then they are of something else. */
function lapsOf({ laps }: Content, start: number, end: number): readonly Summary[] {
  const own = laps.filter((lap) => isBetween(lap.start, start, end))
  const covered = own.reduce((sum, { elapsedSeconds }) => sum + (elapsedSeconds ?? 0), 0)
  return covered > 2 * (end - start) ? [] : own
}

/** Clocks of whole seconds and of thousandths differ by one. */
const isBetween = (start: number | undefined, from: number | undefined, to: number): boolean =>
  start !== undefined && from !== undefined && start >= from - 1 && start < to

function lapOf(
  lap: Summary,
  feet: number,
  walkedIn: (from: number, to: number) => Stretch | undefined,
): Lap[] {
  const seconds = lap.timerSeconds ?? lap.elapsedSeconds
  if (lap.meters === undefined || seconds === undefined || lap.start === undefined) return []
  return [
    {
      meters: lap.meters,
      seconds,
      cadenceSpm: lap.cadence === undefined ? undefined : lap.cadence * feet,
      isAutomatic: isAutomatic(lap.trigger, lap.meters),
      walked: walkedIn(lap.start, lap.start + (lap.elapsedSeconds ?? seconds)),
    },
  ]
}

const isAutomatic = (trigger: number | undefined, meters: number): boolean =>
  trigger === undefined
    ? [KILOMETRE, MILE].some((each) => Math.abs(meters - each) < ABOUT_METERS)
    : AUTOMATIC.includes(trigger)

function walkedBetween(content: Content, { from, to }: Span, feet: number): Stretch | undefined {
  const { times, meters, cadences } = content.points
  const watch = watchForWalking()
  const clock = clockOf(content.timer, times[from] ?? 0)
  for (let index = from; index < to; index++) {
    const [time = 0, distance = Number.NaN, cadence = Number.NaN] = [
      times[index],
      meters[index],
      cadences[index],
    ]
    if (Number.isNaN(distance)) continue
    watch.see({
      seconds: clock(time),
      meters: distance,
      cadenceSpm: Number.isNaN(cadence) ? undefined : cadence * feet,
    })
  }
  return watch.walked()
}

/** Seconds with the clock of the watch running, for times that are asked for in their order. */
function clockOf(timer: readonly TimerEvent[], start: number): (time: number) => number {
  let next = timer.findIndex(({ time }) => time >= start)
  let paused = 0
  let stopped: number | undefined
  return (time) => {
    for (let event = timer[next]; event !== undefined && event.time <= time; event = timer[++next]) {
      if (event.isStop) stopped ??= event.time
      else if (stopped !== undefined) {
        paused += Math.max(0, event.time - stopped)
        stopped = undefined
      }
    }
    return (stopped ?? time) - start - paused
  }
}

/** Points run on in time; of those a damaged file has out of order some are not found. */
function spanOf({ times }: Points, start: number, end: number): Span {
  let [from, beyond] = [0, times.length]
  while (from < beyond) {
    const half = (from + beyond) >> 1
    if ((times[half] ?? 0) < start - 1) from = half + 1
    else beyond = half
  }
  const isWithin = (time: number): boolean => time >= start - 1 && time <= end + 1
  let to = from
  while (to < times.length && isWithin(times[to] ?? 0)) to++
  return { from, to }
}

/** What a tenth of the values that are known is above. */
function quick(values: readonly number[]): number {
  const counted = values.filter((value) => value > 0).sort((one, other) => one - other)
  return counted[Math.floor(counted.length * 0.9)] ?? 0
}
