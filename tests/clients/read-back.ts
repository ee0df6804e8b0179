import type { Plan, Session } from '../../src/engine/plan.ts'
import { type Machine, reader } from './machine.ts'

/** An event as a client told it. */
export interface ReadEvent {
  readonly uid: string
  readonly title: string
  readonly description: string
  readonly status: string
  readonly sequence: number
  readonly stamp: string
  readonly modified: string
  /** A date, or a time by the clocks of its zone. */
  readonly start: string
  readonly zone: string | null
  readonly seconds: number
  readonly categories: readonly string[]
  readonly visibility: string
  readonly transparency: string
  readonly alarms: readonly string[]
  readonly instant?: string
}

/** What of an event a plan decides. */
export type Held = Pick<ReadEvent, 'uid' | 'title' | 'status' | 'start' | 'zone' | 'seconds'>

/** The readers that print events, one JSON array a calendar. */
export const PARSERS = {
  'python3-icalendar': reader('with-icalendar.py'),
  'python3-vobject': reader('with-vobject.py'),
} as const

/** The events of several calendars, one behind the other, as one of the parsers reads them. */
export const eventsInEach = (
  machine: Machine,
  calendars: readonly string[],
  parser: keyof typeof PARSERS = 'python3-icalendar',
): ReadEvent[][] => linesOf(machine.says(PARSERS[parser], calendars.join(''))).map((line) => JSON.parse(line))

/** The events of one calendar. */
export const eventsIn = (machine: Machine, ics: string, parser?: keyof typeof PARSERS): ReadEvent[] => {
  const read = eventsInEach(machine, [ics], parser)
  if (read.length !== 1) throw new Error(`${read.length} calendars in one`)
  return read.flat()
}

/** The lines of a text that has something in each. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

/** The plans of a command line, each of them one line of `--format jsonl`. */
export const plansOf = (machine: Machine, line: string): Plan[] =>
  linesOf(machine.says(`itb plan ${line} --format jsonl`)).map((each) => JSON.parse(each))

/** When timed sessions begin, and in which zone; without a time all is all-day. */
export interface Times {
  readonly at?: string
  readonly zone?: string
}

const DAY_SECONDS = 86_400
const BY_THE_CLOCK = ['run', 'strength', 'cross-training']

/** The events a plan must come out as, from its JSON alone: the days from today on, in the plan's order. */
export function eventsOf(plan: Plan, times: Times = {}): Held[] {
  const taken = new Map<string, number>()
  return plan.sessions
    .filter(({ date }) => date >= plan.asOf)
    .map((session) => {
      const seconds = session.elapsedSeconds ?? session.durationSeconds ?? 0
      const timed = times.at !== undefined && BY_THE_CLOCK.includes(session.type)
      const offset = taken.get(session.date) ?? 0
      if (timed) taken.set(session.date, offset + wholeMinutes(seconds))
      return {
        uid: session.id,
        title: session.title,
        status: plan.provisional ? 'TENTATIVE' : 'CONFIRMED',
        start: timed ? laterOn(session, times.at ?? '', offset) : session.date,
        zone: timed ? (times.zone ?? null) : null,
        seconds: timed ? seconds : DAY_SECONDS,
      }
    })
}

/** Nothing begins between two minutes. */
const wholeMinutes = (seconds: number): number => Math.ceil(seconds / 60) * 60

function laterOn({ date }: Session, at: string, seconds: number): string {
  const start = Date.parse(`${date}T${at}:00Z`) + seconds * 1000
  return new Date(start).toISOString().slice(0, 19)
}

/** Of the events of a calendar the sessions that are on from a day, with what a plan decides of them. */
export const liveFrom = (events: readonly ReadEvent[], day: string): Held[] =>
  events
    .filter(({ uid, status, start }) => status !== 'CANCELLED' && start >= day && isSession(uid))
    .map(({ uid, title, status, start, zone, seconds }) => ({ uid, title, status, start, zone, seconds }))

/** The ids of what was called off. */
export const cancelledIn = (events: readonly ReadEvent[]): string[] =>
  events.filter(({ status }) => status === 'CANCELLED').map(({ uid }) => uid)

/** Whether a UID is that of a session, not that of a week or an evening's question. */
export const isSession = (uid: string): boolean => !/^\d{4}-\d\d-\d\d-(week|ask)@/.test(uid)

/** In the order of their UIDs, so that a comparison does not see the order. */
export const byUid = <E extends { readonly uid: string }>(events: readonly E[]): E[] =>
  [...events].sort((a, b) => (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0))
