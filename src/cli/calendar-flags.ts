import { durationMeant } from '../base/amount-input.ts'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { usage, type Flags } from './command.ts'
import type { Format } from './plan-format.ts'
import { clockMeant, timesMeant, type StartTimes } from './times-meant.ts'
import { zoneMeant } from './zone-meant.ts'

/** What a command line wants of a calendar; undefined is not said. */
export interface CalendarFlags {
  /** When sessions begin instead of at the times that are set; none for whole days. */
  readonly times: StartTimes | undefined
  readonly zone: string | undefined
  /** How many seconds before training it reminds. */
  readonly alarm: number | undefined
  readonly ask: string | undefined
  readonly details: boolean
}

const OF_A_CALENDAR = ['at', 'tz', 'alarm', 'ask', 'details'] as const
const LONGEST_ALARM = 86_400

/** Reads what is wanted of a calendar, or tells all that cannot be meant, in another format any of it. */
export function calendarFlags(flags: Flags, format: Format): Result<CalendarFlags> {
  const { at, tz, alarm, ask, details } = flags
  if (format !== 'ics') {
    const given = OF_A_CALENDAR.filter((name) => flags[name] !== undefined)
    if (given.length > 0) return fail(...given.map((name) => notOf(name, format)))
  }
  const times = at === undefined ? undefined : timesMeant(at, {})
  const zone = tz === undefined ? undefined : zoneMeant(tz)
  const before = alarm === undefined ? undefined : secondsBefore(alarm)
  const clock = ask === undefined ? undefined : clockMeant(ask)
  const problems = [
    ...faultOf('at', at, times, 'a time of day such as 07:00, mon=07:00,sat=09:30, or none for whole days'),
    ...faultOf('tz', tz, zone, 'the name of a place as your system knows it, such as Europe/Berlin'),
    ...faultOf(
      'alarm',
      alarm,
      before,
      'how long before training, such as 30m or 1h, at most 24h; 0 is at its beginning',
    ),
    ...faultOf('ask', ask, clock, 'a time of day such as 20:00'),
  ]
  return problems.length > 0
    ? fail(...problems)
    : succeed({ times, zone, alarm: before, ask: clock, details: details === true })
}

const notOf = (name: string, format: Format): Problem =>
  usage(
    `--${name} is for calendars, and the format is ${format}`,
    `Write a calendar: itb plan --format ics, or -o plan.ics; else leave --${name} out.`,
  )

const faultOf = (name: string, said: string | undefined, meant: unknown, expected: string): Problem[] =>
  said === undefined || meant !== undefined ? [] : [usage(`--${name} is "${said}", expected ${expected}`)]

function secondsBefore(text: string): number | undefined {
  const seconds = durationMeant(text)
  return seconds.ok && seconds.value <= LONGEST_ALARM ? seconds.value : undefined
}
