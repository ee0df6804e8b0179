import {
  addDays,
  dateOf,
  dayOf,
  daysFrom,
  weekStartOf,
  type CalendarDate,
  type Day,
} from '../base/calendar.ts'
import { plansShown } from '../engine/make-plan.ts'
import { inOrder } from '../log/read.ts'
import type { Entry, Log, RunPain } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { checkIn, done, EASY_PACE, NO_PAIN, run } from './demo-entries.ts'

const WEEK = 7
const WEEKS_BEFORE = 6
/** Two acute weeks, one of rehab, one of stage 1; then comes stage 2. */
const WEEKS_TO_STAGE_2 = 4
/** The first run of stage 2 comes on a Tuesday: until it is over, the demo looks back on all of stage 2. */
const DAYS_WITHOUT_RUN = 2
const WEEKLY_METERS = 40_000
/** The four runs of a week before the flare: day of the week and share of its distance. */
const USUAL_WEEK = [
  [1, 0.2],
  [3, 0.25],
  [5, 0.2],
  [6, 0.35],
] as const

const FLARE: RunPain = {
  site: 'outer-knee',
  side: 'right',
  before: 0,
  during: 5,
  after: 3,
  nextMorning: 2,
  onsetMeters: 1400,
  trend: 'worsened',
  lastingHours: 5,
}

/** A runner in stage 2 of the return, made up so that every day is a good day for a demonstration. */
export function demoLog(programme: Programme, today: CalendarDate): Log {
  const thisWeek = weekStartOf(dayOf(today), 'monday')
  const weeks = WEEKS_TO_STAGE_2 + (dayOf(today) - thisWeek < DAYS_WITHOUT_RUN ? 1 : 0)
  const firstAcute = addDays(thisWeek, -weeks * WEEK)
  let log = logOf(before(firstAcute))
  for (let start = firstAcute; start <= thisWeek && start < dayOf(today); start = addDays(start, WEEK)) {
    if (start === thisWeek && weeks > WEEKS_TO_STAGE_2) log = withoutLastMorning(log)
    const [plan] = plansShown(log, programme, dateOf(start), dateOf(start), 1)
    const past = (plan?.sessions ?? []).filter(({ date }) => date < today)
    const days = daysFrom(start, addDays(start, WEEK - 1)).filter((day) => day < dayOf(today))
    log = logOf([
      ...log.entries,
      ...past.flatMap(done),
      ...days.map((day) => checkIn(day, soreness(day - firstAcute))),
    ])
  }
  return withoutLastMorning(log)
}

const logOf = (entries: readonly Entry[]): Log => ({
  format: 'itb-log',
  version: 1,
  uid: 'demo',
  revision: 1,
  runner: {
    protocol: 'itbs-rehab',
    units: 'km',
    weekStart: 'monday',
    side: 'right',
    cadenceSpm: 166,
    baselineWeeklyDistanceMeters: WEEKLY_METERS,
    easyPaceSecondsPerKm: EASY_PACE,
    equipment: ['band', 'box'],
  },
  entries: inOrder(entries),
})

/** Six clean weeks; the long run of the last one ends them. */
function before(firstAcute: Day): Entry[] {
  const weeks = Array.from({ length: WEEKS_BEFORE }, (_, index) =>
    addDays(firstAcute, (index - WEEKS_BEFORE) * WEEK),
  )
  return weeks.flatMap((start) => [
    ...USUAL_WEEK.map(([offset, share]) => {
      const day = addDays(start, offset)
      return run(dateOf(day), WEEKLY_METERS * share, day === addDays(firstAcute, -1) ? FLARE : NO_PAIN)
    }),
    ...daysFrom(start, addDays(start, WEEK - 1)).map((day) => checkIn(day, 0)),
  ])
}

/** The stairs are felt for three days, and then no more. */
const soreness = (sinceFlare: number): number => (sinceFlare < 3 ? 1 : 0)

/** How the knee was on the morning after the last run is still to be said. */
function withoutLastMorning(log: Log): Log {
  const last = log.entries.findLastIndex(({ type }) => type === 'run')
  return { ...log, entries: log.entries.map((entry, index) => (index === last ? unscored(entry) : entry)) }
}

function unscored(entry: Entry): Entry {
  if (entry.type !== 'run' || entry.pain === undefined) return entry
  const { nextMorning, ...pain } = entry.pain
  return { ...entry, pain }
}
