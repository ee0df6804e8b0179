import type { Wanted } from './fit-definition.ts'
import { eachMessage, type Message, timeIn } from './fit-messages.ts'
import { partsOf } from './fit-seal.ts'
import {
  LAP_FIELDS,
  lapOf,
  scaled,
  SESSION_FIELDS,
  sessionOf,
  type Summary,
  withFraction,
} from './fit-summary.ts'
import { offsetBetween } from './instant.ts'

/** The recorded points of a FIT file in columns, for hours of them; NaN is not known. */
export interface Points {
  readonly times: number[]
  readonly meters: number[]
  readonly cadences: number[]
}

/** When the clock of the watch was stopped or began again, in seconds since 1970. */
export interface TimerEvent {
  readonly time: number
  readonly isStop: boolean
}

/** Everything that is used of a FIT file. */
export interface Content {
  /** What the file is for, 4 for an activity; undefined where it does not say. */
  readonly purpose: number | undefined
  readonly sessions: readonly Summary[]
  readonly laps: readonly Summary[]
  readonly points: Points
  readonly timer: readonly TimerEvent[]
  /** Of the file as a whole, apart from its sessions. */
  readonly sport: { readonly sport: number | undefined; readonly subSport: number | undefined } | undefined
  /** How far the watch's local clock was ahead of UTC, in seconds. */
  readonly offset: number | undefined
  readonly fault: Fault | undefined
}

/** What is wrong with a FIT file as a whole, the gravest of it. */
export type Fault = 'too-long' | 'cut-off' | 'broken' | 'checksum'

const KIND = { fileId: 0, sport: 12, session: 18, lap: 19, record: 20, event: 21, activity: 34 } as const
const WANTED: Wanted = new Map([
  [KIND.fileId, [0]],
  [KIND.sport, [0, 1]],
  [KIND.session, SESSION_FIELDS],
  [KIND.lap, LAP_FIELDS],
  [KIND.record, [4, 5, 53]],
  [KIND.event, [0, 1]],
  [KIND.activity, [5]],
])
const TIMER = 0
const STARTS = 0
const STOPS = [1, 4, 8, 9]
/** Eleven days of seconds and what a watch can count in them; what is beyond is made to fill the memory. */
const MOST_POINTS = 1_000_000
const MOST_LAPS = 5000
const MOST_SESSIONS = 50

interface Gathered {
  purpose: number | undefined
  sport: Content['sport']
  offset: number | undefined
  readonly sessions: Summary[]
  readonly laps: Summary[]
  readonly points: Points
  readonly timer: TimerEvent[]
}

/** Reads what a FIT file says, through all files that are chained in it, as far as it can be read. */
export function fitContent(bytes: Uint8Array): Content {
  const gathered: Gathered = {
    purpose: undefined,
    sport: undefined,
    offset: undefined,
    sessions: [],
    laps: [],
    points: { times: [], meters: [], cadences: [] },
    timer: [],
  }
  const faults = partsOf(bytes).map(({ messages, fault }): Fault | undefined => {
    const flaws = eachMessage(messages, WANTED, (message) => GATHER[message.kind]?.(gathered, message))
    return flaws.isBroken ? 'broken' : flaws.isCutOff ? 'cut-off' : fault
  })
  const isLong = gathered.points.times.length >= MOST_POINTS
  const fault = (['broken', 'cut-off', 'checksum'] as const).find((each) => faults.includes(each))
  return { ...gathered, fault: isLong ? 'too-long' : fault }
}

/** What is done with a message of each kind. */
const GATHER: Readonly<Record<number, (gathered: Gathered, message: Message) => void>> = {
  [KIND.record]: ({ points }, message) => addPoint(points, message),
  [KIND.session]: ({ sessions }, message) => addTo(sessions, sessionOf(message), MOST_SESSIONS),
  [KIND.lap]: ({ laps }, message) => addTo(laps, lapOf(message), MOST_LAPS),
  [KIND.event]: ({ timer }, message) => addEvent(timer, message),
  [KIND.fileId]: (gathered, message) => {
    gathered.purpose ??= message.value(0)
  },
  [KIND.sport]: (gathered, message) => {
    gathered.sport ??= { sport: message.value(0), subSport: message.value(1) }
  },
  [KIND.activity]: (gathered, message) => {
    gathered.offset ??= offsetOf(message)
  },
}

function addTo(summaries: Summary[], summary: Summary, most: number): void {
  if (summaries.length < most) summaries.push(summary)
}

function addPoint({ times, meters, cadences }: Points, message: Message): void {
  if (message.time === undefined || times.length >= MOST_POINTS) return
  times.push(message.time)
  meters.push(scaled(message.value(5), 100) ?? Number.NaN)
  cadences.push(withFraction(message.value(4), message.value(53)) ?? Number.NaN)
}

function addEvent(timer: TimerEvent[], message: Message): void {
  const what = message.value(1)
  if (message.value(0) !== TIMER || message.time === undefined || what === undefined) return
  const isStop = STOPS.includes(what)
  if ((isStop || what === STARTS) && timer.length < MOST_LAPS) timer.push({ time: message.time, isStop })
}

/** Beside a clock that was never set stands the local time at which the file was taken off the watch. */
function offsetOf(message: Message): number | undefined {
  const local = timeIn(message, 5)
  return local === undefined || message.time === undefined ? undefined : offsetBetween(message.time, local)
}
