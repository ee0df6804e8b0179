import { addDays, type CalendarDate, dayOf } from '../base/calendar.ts'
import type { Entry, Log, RunEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Grade } from '../rules/finding.ts'
import { runFreeDaysAfter } from '../rules/pain-response.ts'
import { asPlanned, runAsPlanned } from './as-planned.ts'
import { outlook } from './make-plan.ts'
import type { Phase, Plan, Session, Verdict } from './plan.ts'
import type { Replay } from './replay.ts'
import { isRunFree, stageOf } from './state.ts'

/** What some scores of the next run, or of daily life, would lead to, worked out by planning with them. */
export interface Lead {
  /** The scores in words: `0`, `1-2, gone in 2 h`, `3-5, or worse while running`. */
  readonly scores: string
  readonly grade: Grade
  readonly verdict: Verdict
  /** Days after it on which no run is planned because of it. */
  readonly runFreeDays: number
  /** The week after: its phase and its running. */
  readonly phase: Phase
  readonly distanceMeters: number
  readonly durationSeconds: number
  /** The earliest day of the first run back, where nothing is run in that week; else null. */
  readonly firstRun: CalendarDate | null
}

/** Scores that one line speaks of, and how they would be logged. */
interface Case {
  readonly scores: string
  readonly pain?: RunEntry['pain']
  readonly limp?: boolean
  readonly daily?: number
}

/** Where the scores of the next run of this week lead, or those of daily life where nothing is run. */
export function leadsFrom(
  log: Log,
  programme: Programme,
  played: Replay,
  week: Plan,
  today: readonly (Session & { readonly done: boolean })[],
  date: CalendarDate,
): readonly Lead[] {
  if (week.phase === 'stop') return []
  const run =
    today.find(({ type, done }) => type === 'run' && !done) ??
    week.sessions.find((session) => session.type === 'run' && session.date > date)
  if (run !== undefined) {
    const before = asIfDone(log, week, date, run.date)
    const known = played.withEntries(before.entries, dayOf(run.date))
    return runCases(programme, week.phase).map((each) =>
      leadOf(before, programme, known, each, run.date, run),
    )
  }
  const isAsked = (isRunFree(week.phase) || week.phase === 'acute-reduced') && !isCheckedIn(log, date)
  return isAsked ? dayCases(programme).map((each) => leadOf(log, programme, played, each, date)) : []
}

/** The days up to a run as they were planned and free of pain, where the log says nothing of them yet. */
function asIfDone(log: Log, week: Plan, from: CalendarDate, to: CalendarDate): Log {
  const isOpen = ({ date, type }: Session): boolean => date >= from && date < to && !isLogged(log, date, type)
  const done = week.sessions
    .filter((session) => session.type === 'strength' && isOpen(session))
    .flatMap((session) => withoutPain(asPlanned(session)))
  const days = [...new Set(week.sessions.map(({ date }) => date))].filter((date) => isBetween(date, from, to))
  const entries = log.entries.map((entry) => (isBetween(entry.date, from, to) ? withMorning(entry) : entry))
  return withEntries({ ...log, entries }, [...done, ...days.flatMap((date) => checkIn(log, date, 0))])
}

const isBetween = (date: CalendarDate, from: CalendarDate, to: CalendarDate): boolean =>
  date >= from && date < to

/** The morning after a run of today lies ahead, and goes well as everything else that does. */
const withMorning = (entry: Entry): Entry =>
  entry.type === 'run' && entry.pain !== undefined && entry.pain.nextMorning === undefined
    ? { ...entry, pain: { ...entry.pain, nextMorning: 0 } }
    : entry

const isLogged = (log: Log, date: CalendarDate, type: string): boolean =>
  log.entries.some((entry) => entry.date === date && entry.type === type && entry.removed === undefined)

const withoutPain = (entry: Entry | undefined): Entry[] =>
  entry?.type === 'strength'
    ? [{ ...entry, exercises: entry.exercises.map((exercise) => ({ ...exercise, pain: 0 })) }]
    : []

const isCheckedIn = (log: Log, date: CalendarDate): boolean =>
  log.entries.some(
    (entry) =>
      entry.type === 'day' &&
      entry.date === date &&
      entry.removed === undefined &&
      entry.pain?.dailyActivities !== undefined,
  )

/** A day is asked for once: what it says of daily life already stands. */
const checkIn = (log: Log, date: CalendarDate, daily: number): Entry[] =>
  isCheckedIn(log, date)
    ? []
    : [{ type: 'day', date, pain: { dailyActivities: daily, stairs: 0, rest: 0 }, swelling: false }]

const withEntries = (log: Log, entries: readonly Entry[]): Log => ({
  ...log,
  entries: [...log.entries, ...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
})

const SECONDS_OF_HOUR = 3600
const NO_PAIN = { before: 0, during: 0, after: 0, trend: 'none', lastingHours: 0 } as const

/** One line for each answer the protocol tells apart, in its own numbers. */
function runCases({ painGrade: rule }: Programme, phase: Phase): readonly Case[] {
  const hours = rule.settledWithin / SECONDS_OF_HOUR
  const span = (from: number, to: number): string => (from === to ? String(from) : `${from}-${to}`)
  // In the stages a pain in the first mile is one step back, whatever its score; elsewhere it may be more.
  const early = stageOf(phase) === undefined
  // Where no rehabilitation runs, pain that does not settle is more than a step back.
  const isBreakToo = phase === 'base' || phase === 'maintain'
  const unsettled = `longer than ${hours} h`
  // While the week is built up, pain that stays too long cuts it and is no break.
  const isCut = phase === 'build'
  const tooLong = `longer than ${rule.lastsTooLong / SECONDS_OF_HOUR} h`
  const step = ['worse while running', ...(isBreakToo ? [] : [unsettled]), 'in the first mile']
  const severe = [
    ...(early ? [`first mile at ${rule.firstMileSevere} or not eased`] : []),
    'a limp',
    'swelling',
    ...(isCut ? [] : [isBreakToo ? unsettled : tooLong]),
  ]
  const hurt = { before: 0, after: 0, trend: 'steady', lastingHours: hours } as const
  const firstMile = { during: rule.firstMileSevere, onsetMeters: rule.firstMile }
  return [
    { scores: '0', pain: NO_PAIN },
    { scores: `${span(1, rule.mildPeak)}, gone in ${hours} h`, pain: { ...hurt, during: rule.mildPeak } },
    {
      scores: `${span(rule.mildPeak + 1, rule.severePeak - 1)}, ${anyOf(step)}`,
      pain: { ...hurt, during: rule.severePeak - 1, trend: 'worsened' },
    },
    ...(isCut
      ? [
          {
            scores: tooLong,
            pain: { ...hurt, during: rule.mildPeak, lastingHours: rule.lastsTooLong / SECONDS_OF_HOUR + 1 },
          },
        ]
      : []),
    {
      scores: `${rule.severePeak} or more, ${anyOf(severe)}`,
      pain: { ...hurt, ...(early ? firstMile : { during: rule.severePeak }) },
      limp: true,
    },
  ]
}

/** `a limp, swelling or longer than 24 h`. */
const anyOf = (ways: readonly string[]): string =>
  ways.length < 2 ? `or ${ways.join('')}` : `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}`

const dayCases = ({ painGrade: rule }: Programme): readonly Case[] =>
  [...new Set([0, 1, rule.dailySevere])].map((daily) => ({
    scores: daily === rule.dailySevere ? `${daily} or more` : String(daily),
    daily,
  }))

function leadOf(
  log: Log,
  programme: Programme,
  before: Replay,
  each: Case,
  date: CalendarDate,
  run?: Session,
): Lead {
  const scored: Entry[] =
    run === undefined
      ? []
      : [
          {
            ...runAsPlanned(run),
            ...(each.pain !== undefined && { pain: each.pain }),
            limp: each.limp ?? false,
            swelling: false,
            analgesic: false,
          },
        ]
  const told = withEntries(log, [...scored, ...checkIn(log, date, each.daily ?? 0)])
  const day = dayOf(date)
  const played = before.withEntries(told.entries, day)
  const { graded } = played.livedOn(day) ?? {}
  if (graded === undefined) throw new Error(`nothing was lived on ${date}`)
  const next = outlook(programme, played, day, addDays(played.weekOf(day), 7))
  // To look ahead costs as much as all the rest: only where nothing is run next week it is asked for.
  const first = next.total.meters > 0 ? undefined : next.firstRun()
  return {
    scores: each.scores,
    grade: graded.grade,
    verdict: next.verdict,
    runFreeDays: runFreeDaysAfter(programme.painResponse, graded.grade, graded.isBreak),
    phase: next.phase,
    distanceMeters: next.total.meters,
    durationSeconds: next.total.seconds,
    firstRun: first ?? null,
  }
}
