import { addDays, type CalendarDate, dateOf, type Day, dayOf, weekStartOf } from '../../src/base/calendar.ts'
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
  /** The share of each run that is done. */
  readonly share?: number
  /** One run is done at this share. */
  readonly lastShare?: number
  readonly skips?: boolean
  /** A run whose scores are not given. */
  readonly unscored?: number
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
  readonly sleep?: number
}

export interface Case {
  readonly baseline: number
  readonly pace: number
  readonly goal: number
  readonly availableDays: Runner['availableDays']
  readonly flare: Partial<NonNullable<RunEntry['pain']>>
  readonly weeks: readonly Behaviour[]
}

/** One planned and lived week, with the log it was planned from. */
export interface Played {
  readonly start: Day
  readonly plan: WeekPlan
  readonly state: State
  readonly log: Log
  readonly previous: Played | undefined
  readonly number: number
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

export const runnerOf = (played: Pick<Case, 'baseline' | 'pace' | 'goal' | 'availableDays'>): Runner => ({
  protocol: 'itbs-rehab',
  units: 'km',
  weekStart: 'monday',
  baselineWeeklyDistanceMeters: played.baseline,
  easyPaceSecondsPerKm: played.pace,
  goalWeeklyDistanceMeters: played.goal,
  ...(played.availableDays === undefined ? {} : { availableDays: played.availableDays }),
})

export const logOf = (runner: Runner, entries: readonly Entry[]): Log => ({
  format: 'itb-log',
  version: 1,
  revision: 1,
  runner,
  entries: [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
})

/** Six clean weeks of four runs; the last of them is the flare, on the day before the first planned week. */
export function history({ baseline, pace, flare }: Pick<Case, 'baseline' | 'pace' | 'flare'>): Entry[] {
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
  const pain = hurt ? { ...QUIET, ...how.pain?.scores } : QUIET
  const entry = run(planned.day, planned.volume.meters * share, planned.volume.seconds * share, pain)
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

/** Plans and lives week after week, as a runner does. */
export function play(programme: Programme, played: Case): Played[] {
  const runner = runnerOf(played)
  let entries: Entry[] = history(played)
  const weeks: Played[] = []
  played.weeks.forEach((how, number) => {
    const start = addDays(START, 7 * number)
    if (how.away !== undefined) {
      const [from, to] = how.away
      entries = [
        ...entries,
        {
          type: 'absence',
          date: dateOf(addDays(start, Math.min(from, to))),
          until: dateOf(addDays(start, Math.max(from, to))),
          logged: dateOf(addDays(start, -1)),
        },
      ]
    }
    const log = logOf(runner, entries)
    const asked = replay(programme, log, start)
    const plan = asked.planAt(start, start)
    const state = asked.stateAt(start, start)
    weeks.push({ start, plan, state, log, previous: weeks.at(-1), number })
    entries = [...entries, ...live(programme, plan, state, how)]
  })
  return weeks
}

/** The plan another log would have given for the same week. */
export function planFor(
  programme: Programme,
  log: Log,
  start: Day,
): { plan: WeekPlan; state: State; asked: Replay } {
  const asked = replay(programme, log, start)
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
