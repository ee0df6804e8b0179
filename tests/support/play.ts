import {
  addDays,
  type CalendarDate,
  dateOf,
  type Day,
  dayOf,
  WEEKDAYS,
  weekStartOf,
} from '../../src/base/calendar.ts'
import { metres, plus, seconds } from '../../src/base/units.ts'
import { exercisesOf } from '../../src/engine/strength.ts'
import { replay, type Replay } from '../../src/engine/replay.ts'
import type { State } from '../../src/engine/state.ts'
import type { PlannedRun, WeekPlan } from '../../src/engine/week-plan.ts'
import type { Entry, Log, Runner, RunEntry } from '../../src/log/schema.ts'
import type { Programme } from '../../src/protocol/programme.ts'

/** How one week is lived; what is not said goes as planned, free of pain and logged. */
export interface Behaviour {
  /** Scores of one run, by its place in the week. */
  readonly pain?: { readonly run: number; readonly scores: Partial<NonNullable<RunEntry['pain']>> }
  /** The onset of that pain, as a share of what was run. */
  readonly onsetShare?: number
  /** The share of each run that is done. */
  readonly share?: number
  /** One run is done at this share. */
  readonly lastShare?: number
  readonly skips?: boolean
  /** A run whose scores are not given. */
  readonly unscored?: number
  /** No run of the week is scored. */
  readonly unscoredAll?: boolean
  readonly limp?: number
  readonly painkiller?: number
  /** Daily-activity pain by day of the week. */
  readonly daily?: Readonly<Record<number, number>>
  readonly silentDays?: readonly number[]
  readonly swelling?: number
  readonly redFlag?: number
  readonly clearance?: number
  readonly strengthPain?: number
  readonly skipsStrength?: boolean
  readonly crossTrainingPain?: number
  /** A run on a day without one. */
  readonly extraRun?: number
  readonly away?: readonly [number, number]
  /** Day of the week on which that is told; the evening before the week without it. */
  readonly awayTold?: number
  /** From a day of the week on the runner has other days. */
  readonly newDays?: { readonly on: number; readonly days: Runner['availableDays'] }
  /** Runs that pain or an absence took out of the running week are done all the same. */
  readonly heedless?: boolean
  readonly sleep?: number
}

export interface Case {
  readonly baseline: number
  readonly pace: number
  readonly goal: number
  readonly availableDays: Runner['availableDays']
  readonly flare: Partial<NonNullable<RunEntry['pain']>>
  readonly weeks: readonly Behaviour[]
  /** Which of the runs before the first planned week have scores; absent, all of them. */
  readonly scored?: 'half' | 'none'
  /** A log that begins with the first planned week, on one of its days. */
  readonly fresh?: Fresh
}

/** Somebody who begins a log: on which day of the week, and where it hurts since when. */
export interface Fresh {
  readonly on: number
  readonly longest?: number
  readonly pain?: { readonly during?: number; readonly daysAgo: number }
}

/** One planned and lived week, with the log it was planned from and the one it left. */
export interface Played {
  readonly start: Day
  /** The day it was first planned on: its first, or that on which the log began. */
  readonly asOf: Day
  readonly plan: WeekPlan
  /** The plan with all the runner's days; the same where none was taken away. */
  readonly whole: WeekPlan
  readonly isShort: boolean
  /** The log began with these weeks, and not before them. */
  readonly isBegun: boolean
  readonly how: Behaviour
  readonly state: State
  readonly log: Log
  readonly after: Log
  readonly previous: Played | undefined
  readonly number: number
  /** The replay that its plan came from; another log of the same runner is best asked by a fork of it. */
  readonly asked: Replay
}

export const START = dayOf('2026-03-02' as CalendarDate)
const QUIET = { before: 0, during: 0, after: 0, nextMorning: 0, trend: 'none', lastingHours: 0 } as const
const NO_SIGNS = { limp: false, swelling: false, analgesic: false } as const

export const run = (day: Day, meters: number, seconds: number, pain: RunEntry['pain'] = QUIET): RunEntry => ({
  type: 'run',
  date: dateOf(day),
  distanceMeters: Math.max(1, Math.round(meters)),
  durationSeconds: Math.max(1, Math.round(seconds)),
  terrain: 'flat',
  rpe: 3,
  pain,
  ...NO_SIGNS,
})
export const checkIn = (day: Day, daily = 0): Entry => ({
  type: 'day',
  date: dateOf(day),
  pain: { dailyActivities: daily, stairs: 0, rest: 0 },
  swelling: false,
  redFlags: [],
})

export const runnerOf = (
  played: Pick<Case, 'baseline' | 'pace' | 'goal' | 'availableDays'> & Pick<Partial<Case>, 'fresh'>,
): Runner => ({
  protocol: 'itbs-rehab',
  units: 'km',
  weekStart: 'monday',
  baselineWeeklyDistanceMeters: played.baseline,
  easyPaceSecondsPerKm: played.pace,
  goalWeeklyDistanceMeters: played.goal,
  ...(played.availableDays === undefined ? {} : { availableDays: played.availableDays }),
  ...(played.fresh?.longest === undefined ? {} : { baselineLongestMeters: played.fresh.longest }),
})

export const logOf = (runner: Runner, entries: readonly Entry[]): Log => ({
  format: 'itb-log',
  version: 1,
  revision: 1,
  runner,
  entries: [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
})

/** Six clean weeks of four runs; the last of them is the flare, on the day before the first planned week. */
export function history(played: Pick<Case, 'baseline' | 'pace' | 'flare'> & Partial<Case>): Entry[] {
  const entries = wholeHistory(played)
  if (played.scored === undefined) return entries
  const isHurt = (entry: Entry): boolean => entry.type === 'run' && (entry.pain?.during ?? 0) > 0
  let nth = 0
  return entries.flatMap((entry): Entry[] => {
    if (entry.type !== 'run') return played.scored === 'none' ? [] : [entry]
    if (isHurt(entry) || (played.scored === 'half' && nth++ % 2 === 0)) return [entry]
    const { date, distanceMeters, durationSeconds } = entry
    return [{ type: 'run', date, distanceMeters, durationSeconds }]
  })
}

function wholeHistory({ baseline, pace, flare }: Pick<Case, 'baseline' | 'pace' | 'flare'>): Entry[] {
  const weeks = [6, 5, 4, 3, 2, 1].map((ago) => addDays(START, -7 * ago))
  return weeks.flatMap((monday) => [
    ...(
      [
        [1, 0.2],
        [3, 0.25],
        [5, 0.2],
        [6, 0.35],
      ] as const
    ).map(([offset, share]) => {
      const day = addDays(monday, offset)
      const pain = day === addDays(START, -1) ? { ...QUIET, ...flare } : QUIET
      return run(day, baseline * share, (baseline * share * pace) / 1000, pain)
    }),
    ...[0, 1, 2, 3, 4, 5, 6].map((offset) => checkIn(addDays(monday, offset))),
  ])
}

/** What a log holds on the evening it is begun. */
export function beginning({ on, pain }: Fresh): Entry[] {
  const today = dateOf(addDays(START, on))
  const flare: Entry[] =
    pain === undefined
      ? []
      : [
          {
            type: 'flare',
            date: dateOf(addDays(START, on - pain.daysAgo)),
            logged: today,
            pain: { site: 'outer-knee', ...(pain.during === undefined ? {} : { during: pain.during }) },
          },
        ]
  return [...flare, { type: 'day', date: today, logged: today, redFlags: [] }]
}

/** The entries of a week lived as told. */
export function live(programme: Programme, plan: WeekPlan, state: State, how: Behaviour): Entry[] {
  const runs =
    how.skips === true
      ? []
      : plan.runs.flatMap((planned, index) => liveRun(planned, index, plan.runs.length, how))
  const strength =
    how.skipsStrength === true
      ? []
      : plan.strength.map(
          (day, index): Entry => ({
            type: 'strength',
            date: dateOf(day),
            rpe: 5,
            exercises: exercisesOf(programme, state, index).map(({ id, exercise }, nth) => ({
              id,
              sets: 2,
              reps: exercise.reps[1],
              effort: 5,
              pain: how.strengthPain !== undefined && nth === 0 && index === 0 ? how.strengthPain : 0,
            })),
          }),
        )
  const days = [0, 1, 2, 3, 4, 5, 6]
    .filter((offset) => !(how.silentDays ?? []).includes(offset))
    .map(
      (offset): Entry =>
        ({
          ...checkIn(addDays(plan.start, offset), how.daily?.[offset] ?? 0),
          ...(how.swelling === offset ? { swelling: true } : {}),
          ...(how.redFlag === offset ? { redFlags: ['giving-way' as const] } : {}),
          ...(how.sleep === undefined ? {} : { sleepHours: how.sleep }),
        }) as Entry,
    )
  return [
    ...runs,
    ...strength,
    ...days,
    ...(how.extraRun === undefined ? [] : [run(addDays(plan.start, how.extraRun), 3000, 1080)]),
    ...(how.clearance === undefined
      ? []
      : [
          {
            type: 'clearance',
            date: dateOf(addDays(plan.start, how.clearance)),
            by: 'physiotherapist',
          } as const,
        ]),
    ...(how.crossTrainingPain === undefined
      ? []
      : [
          {
            type: 'cross-training',
            date: dateOf(plan.start),
            activity: 'bike',
            durationSeconds: 1800,
            pain: how.crossTrainingPain,
          } as const,
        ]),
  ]
}

function liveRun(planned: PlannedRun, index: number, count: number, how: Behaviour): Entry[] {
  const isLast = index === count - 1
  const share = (how.share ?? 1) * (isLast ? (how.lastShare ?? 1) : 1)
  const hurt = how.pain !== undefined && Math.min(how.pain.run, count - 1) === index
  const onset =
    how.onsetShare === undefined
      ? {}
      : { onsetMeters: Math.round(planned.volume.meters * share) * how.onsetShare }
  const pain = hurt ? { ...QUIET, ...how.pain?.scores, ...onset } : QUIET
  const entry = run(planned.day, planned.volume.meters * share, planned.volume.seconds * share, pain)
  if (how.unscoredAll === true) {
    const { pain: _, limp: __, swelling: ___, analgesic: ____, ...rest } = entry
    return [rest]
  }
  if (how.unscored !== undefined && Math.min(how.unscored, count - 1) === index) {
    const { pain: _, ...rest } = entry
    return [rest]
  }
  return [
    {
      ...entry,
      ...(how.limp !== undefined && Math.min(how.limp, count - 1) === index ? { limp: true } : {}),
      ...(how.painkiller !== undefined && Math.min(how.painkiller, count - 1) === index
        ? { analgesic: true }
        : {}),
    },
  ]
}

/** Plans and lives week after week, as a runner does: what a day's pain cancels is not run. */
export function play(programme: Programme, played: Case): Played[] {
  const runner = runnerOf(played)
  let entries: Entry[] = played.fresh === undefined ? history(played) : beginning(played.fresh)
  const weeks: Played[] = []
  played.weeks.forEach((how, number) => {
    const start = addDays(START, 7 * number)
    const asOf = number === 0 ? addDays(start, played.fresh?.on ?? 0) : start
    const free = entries
    const told = how.awayTold === undefined ? asOf : addDays(start, how.awayTold)
    if (told <= asOf) entries = [...entries, ...absenceOf(start, how, addDays(start, -1))]
    const log = logOf(runner, entries)
    const isFirst = number === 0 && played.fresh !== undefined
    const previous = weeks.at(-1)
    const { plan, state, asked } = planFrom(programme, log, asOf, isFirst, previous?.asked)
    const begun = { programme, runner, start, asOf, plan, state, asked }
    const lived = liveDaily(begun, how, entries)
    const isShort =
      asOf > start || how.away !== undefined || ((how.newDays?.on ?? 0) > 0 && runnerDays(how, runner))
    const whole =
      asOf > start
        ? wholeFirst(programme, played)
        : told <= asOf && how.away !== undefined
          ? planFor(programme, logOf(runner, free), start, asked).plan
          : plan
    entries = [...entries, ...lived]
    const after = logOf(runner, entries)
    const isBegun = played.fresh !== undefined
    weeks.push({
      start,
      asOf,
      plan,
      whole,
      isShort,
      isBegun,
      how,
      state,
      log,
      after,
      previous,
      number,
      asked,
    })
  })
  return weeks
}

const runnerDays = ({ newDays }: Behaviour, { availableDays }: Runner): boolean =>
  (newDays?.days?.length ?? 7) < (availableDays?.length ?? 7)

/** What the first week would hold if the same log, with a flare of the same day, had begun with it. */
function wholeFirst(programme: Programme, { fresh, ...one }: Case): WeekPlan {
  const { pain, on, ...rest } = fresh as Fresh
  const flare = pain === undefined ? {} : { pain: { ...pain, daysAgo: Math.max(0, pain.daysAgo - on) } }
  const early = { ...rest, ...flare, on: 0 }
  return planFor(programme, logOf(runnerOf({ ...one, fresh: early }), beginning(early)), START).plan
}

/** The plan as it is first shown; on the day a log begins, what that day has left of it. */
function planFrom(
  programme: Programme,
  log: Log,
  asOf: Day,
  isFirst: boolean,
  before: Replay | undefined,
): { plan: WeekPlan; state: State; asked: Replay } {
  const { plan, state, asked } = planFor(programme, log, asOf, before)
  if (!isFirst) return { plan, state, asked }
  const { runs } = asked.remaining(plan.start, asOf)
  const total = runs.reduce((sum, { volume }) => plus(sum, volume), {
    meters: metres(0),
    seconds: seconds(0),
  })
  return { plan: { ...plan, runs, total }, state, asked }
}

export const absenceOf = (start: Day, { away }: Behaviour, logged: Day): Entry[] =>
  away === undefined
    ? []
    : [
        {
          type: 'absence',
          date: dateOf(addDays(start, Math.min(...away))),
          until: dateOf(addDays(start, Math.max(...away))),
          logged: dateOf(logged),
        },
      ]

interface Begun {
  readonly programme: Programme
  readonly runner: Runner
  readonly start: Day
  readonly asOf: Day
  readonly plan: WeekPlan
  readonly state: State
  readonly asked: Replay
}

/** Lives a week; from the first day that may change it on, every day is asked for before it is run. */
export function liveDaily(begun: Begun, how: Behaviour, before: readonly Entry[]): Entry[] {
  const { programme, runner, start, asOf, plan, state } = begun
  const since = ({ date }: Entry): boolean => dayOf(date) >= asOf
  const asPlanned = live(programme, plan, state, how).filter(since)
  const news = newsOf(start, asOf, how)
  const turned = Math.min(...turnsOf(plan, how), ...news.map(({ date }) => dayOf(date)))
  const ahead = plan.runs.filter(({ day }) => day > turned)
  const mayBeShown = ahead.length > 0 || how.newDays !== undefined
  if (how.heedless === true || how.skips === true || !mayBeShown) return [...asPlanned, ...news]
  const isKept = (entry: Entry): boolean => entry.type !== 'run' || dayOf(entry.date) <= turned
  const lived: Entry[] = [...asPlanned.filter(isKept), ...news]
  for (let day = (turned + 1) as Day; day < start + 7; day = addDays(day, 1)) {
    const known = lived.filter((entry) => dayOf(entry.date) < day || entry.type === 'absence')
    const now = planFor(programme, logOf(runner, [...before, ...known]), day, begun.asked).asked
    for (const shown of now.shownOn(start, day)) {
      const place = plan.runs.findIndex((run) => run.day === day)
      lived.push(...liveRun(shown, place < 0 ? plan.runs.length : place, plan.runs.length, how))
    }
  }
  return lived
}

/** What the log learns of days off while the week runs. */
function newsOf(start: Day, asOf: Day, how: Behaviour): Entry[] {
  const { newDays, awayTold } = how
  return [
    ...(awayTold === undefined || start + awayTold <= asOf
      ? []
      : absenceOf(start, how, addDays(start, awayTold))),
    ...(newDays === undefined
      ? []
      : [
          {
            type: 'settings',
            date: dateOf(addDays(start, newDays.on)),
            availableDays: [...(newDays.days ?? WEEKDAYS)],
          } as const,
        ]),
  ]
}

/** The days of a week that may change what is left of it. */
function turnsOf(plan: WeekPlan, how: Behaviour): number[] {
  const run = (nth: number | undefined) =>
    nth === undefined ? [] : plan.runs.slice(Math.min(nth, plan.runs.length - 1)).slice(0, 1)
  const hurt = [how.pain?.run, how.limp, how.painkiller].flatMap(run).map(({ day }) => day)
  const daily = Object.keys(how.daily ?? {}).map(Number)
  const on = [...daily, how.swelling, how.redFlag, how.clearance, how.extraRun, how.awayTold, how.newDays?.on]
  return [
    ...hurt,
    ...on.flatMap((offset) => (offset === undefined ? [] : [addDays(plan.start, offset)])),
    ...(how.strengthPain === undefined ? [] : plan.strength.slice(0, 1)),
    ...(how.crossTrainingPain === undefined ? [] : [plan.start]),
  ]
}

/** The plan another log would have given for the same week. */
export function planFor(
  programme: Programme,
  log: Log,
  start: Day,
  before?: Replay,
): { plan: WeekPlan; state: State; asked: Replay } {
  const asked = before?.withEntries(log.entries, start) ?? replay(programme, log, start)
  const week = weekStartOf(start, log.runner.weekStart)
  return { plan: asked.planAt(week, start), state: asked.stateAt(week, start), asked }
}

const kept = new Map<string, readonly Played[]>()
const KEPT_AT_MOST = 60

/** The weeks of a runner; several properties ask for the same runners, so the last ones are kept. */
export function weeksOf(programme: Programme, one: Case): readonly Played[] {
  const name = JSON.stringify(one)
  const found = kept.get(name) ?? play(programme, one)
  if (kept.size >= KEPT_AT_MOST) kept.clear()
  kept.set(name, found)
  return found
}
