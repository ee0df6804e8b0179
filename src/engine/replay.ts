import { addDays, type Day, dayOf, weekStartOf } from '../base/calendar.ts'
import type { AbsenceEntry, Log } from '../log/schema.ts'
import { runnerOn } from '../log/settings.ts'
import type { Programme } from '../protocol/programme.ts'
import { advance } from './advance.ts'
import { keepDiary } from './diary.ts'
import { daysOfWeek, liveDays, liveOn, type LivedDay } from './live-week.ts'
import { type Bond, bondOf } from './bond.ts'
import { daysOf } from './available-days.ts'
import { type Held, heldTo, NOTHING_HELD } from './held-week.ts'
import type { Replay } from './played.ts'
import { settingsOf } from './settings-on.ts'
import { movedRuns, type Remaining, remainingWeek } from './remaining-week.ts'
import { changesBetween, type Fork, of, OF_ITS_DAYS, workedBefore } from './fork.ts'
import { beginning } from './silent-years.ts'
import { moreCareful, type State } from './state.ts'
import { type Behind, type PlannedRun, planWeek, type WeekPlan } from './week-plan.ts'

export type { Replay } from './played.ts'

/** The last replay of a log: two plans of one day are made from the same past. */
const kept = new WeakMap<Log, { programme: Programme; today: Day; played: Replay }>()

/** Replays a log under a programme; every answer is worked out once and kept. */
export function replay(programme: Programme, log: Log, today: Day): Replay {
  const last = kept.get(log)
  if (last?.programme === programme && last.today === today) return last.played
  const played = play(programme, log, today)
  kept.set(log, { programme, today, played })
  return played
}

const FAR_AHEAD = '9999-01-01' as Log['entries'][number]['date']

/** Replays a log from a state on that its first weeks are known to have come to. */
export const replayFrom = (programme: Programme, log: Log, begin: State): Replay =>
  play(programme, log, begin.at, begin)

function play(programme: Programme, log: Log, today: Day, known?: State, fork?: Fork): Replay {
  const diary = keepDiary(log)
  const settings = settingsOf(programme, log, diary)
  const { weekStart } = runnerOn(log, log.entries.at(-1)?.date ?? FAR_AHEAD)
  const weekOf = (day: Day): Day => weekStartOf(day, weekStart)
  const begin = known ?? beginning(programme, diary, today, log.runner.baselineWeeklyDistanceMeters, weekOf)
  const first = begin.at
  const ground = { begin, weekStart, inUseFrom: diary.inUseFrom, first: diary.first }
  const worked = workedBefore(fork, ground, weekOf)
  const { states, plans, shown, lives } = worked

  /** Two evenings that know the same of all weeks before share one state. */
  const statesOf = (week: Day): Map<Day, State> => of(states, week)

  function stateAt(week: Day, asOf: Day): State {
    if (week <= first) return { ...begin, at: week }
    let from = week
    while (from > first && !statesOf(from).has(diary.learnedLate(from, asOf))) from = addDays(from, -7)
    let state = statesOf(from).get(diary.learnedLate(from, asOf)) ?? begin
    for (; from < week; from = addDays(from, 7)) {
      state = step(state, from, asOf)
      const next = addDays(from, 7)
      statesOf(next).set(diary.learnedLate(next, asOf), state)
    }
    return state
  }

  function step(state: State, week: Day, asOf: Day): State {
    const evening = settings(addDays(week, 6))
    const isAway = evening.absences.some((absence) => touches(absence, week))
    const bond = bondOf(programme, diary, state, week, asOf, isAway)
    const plan = bond === 'planned' ? planInForce(state, week, asOf) : undefined
    const shownStrength = plan === undefined ? [] : strengthShownIn(week)
    const lived = liveDays(
      {
        ...{ programme, diary, state, phase: plan?.phase ?? state.phase, pace: plan?.facts.pace },
        shownOn: (day) => metresShown(week, day),
      },
      daysOfWeek(week),
      asOf,
    )
    const { runner } = evening
    return advance({
      programme,
      diary,
      runner,
      state,
      bond,
      plan,
      ...heldIn(week, bond),
      shownStrength,
      lived,
      asOf,
    })
  }

  function heldIn(week: Day, bond: Bond): Held {
    const last = addDays(week, 6)
    if (dueFromIn(week) > last) return NOTHING_HELD
    const runs = shownIn(week)
    const due = livedTo(week, last).filter(({ day }) => day >= dueFromIn(week))
    return heldTo({
      start: week,
      bond,
      dueFrom: dueFromIn(week),
      begun: planAt(week, dueFromIn(week)),
      evening: planAt(week, last),
      shown: runs,
      asked: [...runs, ...movedRuns(planAt(week, last), runs, due)],
      free: daysOf(settings(last), withPause(stateAt(week, last), livedTo(week, last))),
    })
  }

  /** The day from which on a week is held against its plan: its first, or the one on which the log began. */
  const dueFromIn = (week: Day): Day => {
    const { inUseFrom } = diary
    return inUseFrom === undefined ? addDays(week, 7) : inUseFrom > week ? inUseFrom : week
  }

  /**
   * The plan as it was shown, in the more careful of two phases: that of the plan, and the one the week is
   * known to have had now. A flare that was told late was a flare all the same; a score that came late lifts
   * nobody over a stage that was never run.
   */
  function planInForce(state: State, week: Day, asOf: Day): WeekPlan {
    const evening = addDays(week, 6)
    const plan = planAt(week, evening)
    if (diary.learnedLate(week, asOf) === diary.learnedLate(week, evening)) return plan
    return { ...plan, phase: moreCareful(plan.phase, planWeek(settings(evening), state).phase) }
  }

  function planAt(week: Day, asOf: Day): WeekPlan {
    const setting = settings(asOf)
    const behind = behindOf(week, asOf)
    const name = `${diary.learnedLate(week, asOf)}:${setting.epoch}${behind === undefined ? '' : OF_ITS_DAYS}`
    const found = of(plans, week).get(name)
    if (found !== undefined) return found
    const plan = planWeek({ ...setting, behind }, stateAt(week, asOf))
    of(plans, week).set(name, plan)
    return plan
  }

  /** What was shown before the runner's days last changed, in a week that had begun by then. */
  function behindOf(week: Day, asOf: Day): Behind | undefined {
    if (settings(week).epoch === settings(asOf).epoch) return undefined
    const state = stateAt(week, asOf)
    const days = (day: Day): string => String(daysOf(settings(day), state))
    const changed = daysOfWeek(week)
      .slice(1)
      .findLast((day) => day <= asOf && days(day) !== days(addDays(day, -1)))
    if (changed === undefined) return undefined
    const over = daysOfWeek(week).flatMap((day) => (day < changed ? shownOn(week, day) : []))
    // So does what the morning of that day showed, unless it was not run and is no day to run on any more.
    const isFree = daysOf(settings(changed), state)[changed - week] === true
    const isRun = diary.on(changed, changed).runs.length > 0
    const morning = isFree || isRun ? remaining(week, addDays(changed, -1)).runs : []
    return {
      until: addDays(changed, 1),
      availableDays: settings(week).runner.availableDays,
      runs: [...over, ...morning.filter(({ day }) => day === changed)],
    }
  }

  function remaining(week: Day, asOf: Day): Remaining {
    const before = daysOfWeek(week)
      .filter((day) => day < asOf)
      .flatMap((day) => shownOn(week, day))
    return remainingWeek({
      programme,
      state: stateAt(week, asOf),
      plan: planAt(week, asOf),
      shown: before,
      from: asOf,
      lived: livedTo(week, asOf),
      dueFrom: dueFromIn(week),
    })
  }

  /**
   * The days of a week up to one of them, as they were known on it; a day without late news only adds
   * itself.
   */
  function livedTo(week: Day, day: Day): readonly LivedDay[] {
    if (day < week) return []
    const found = lives.get(day)
    if (found !== undefined) return found
    const yesterday = addDays(day, -1)
    const plan = planAt(week, day)
    const living = {
      ...{ programme, diary, state: stateAt(week, day), phase: plan.phase, pace: plan.facts.pace },
      shownOn: (each: Day) => metresShown(week, each),
    }
    const isNews = diary.learnedLate(addDays(week, 7), day) !== diary.learnedLate(addDays(week, 7), yesterday)
    const before =
      isNews || day === week || planAt(week, yesterday).phase !== plan.phase
        ? undefined
        : livedTo(week, yesterday)
    const lived =
      before === undefined
        ? liveDays(
            living,
            daysOfWeek(week).filter((each) => each <= day),
            day,
          )
        : [...before, liveOn(living, before.at(-1), day, day)]
    lives.set(day, lived)
    return lived
  }

  const metresShown = (week: Day, day: Day): number | undefined => shownOn(week, day)[0]?.volume.meters

  /** The run shown for a day on that day, after what the days before had brought. */
  function shownOn(week: Day, day: Day): readonly PlannedRun[] {
    if (diary.inUseFrom === undefined || day < diary.inUseFrom) return []
    const found = shown.get(day)
    if (found !== undefined) return found
    const before = daysOfWeek(week)
      .filter((earlier) => earlier < day)
      .flatMap((earlier) => shownOn(week, earlier))
    const plan = planAt(week, day)
    const view = remainingWeek({
      programme,
      state: stateAt(week, day),
      plan,
      shown: before,
      from: day,
      lived: livedTo(week, addDays(day, -1)),
      dueFrom: dueFromIn(week),
    })
    const runs = view.runs.filter((run) => run.day === day)
    shown.set(day, runs)
    return runs
  }

  const shownIn = (week: Day): readonly PlannedRun[] => daysOfWeek(week).flatMap((day) => shownOn(week, day))

  /** Strength as each day showed it; what pain called off, on that day or before it, was not asked. */
  const strengthShownIn = (week: Day): readonly Day[] =>
    daysOfWeek(week).filter(
      (day) =>
        day >= dueFromIn(week) &&
        planAt(week, day).strength.includes(day) &&
        !livedTo(week, day).some(({ turn }) => turn !== undefined && turn !== 'cleared'),
    )

  const livedOn = (day: Day): LivedDay | undefined => livedTo(weekOf(day), day).at(-1)

  function withEntries(entries: readonly Log['entries'][number][], asOf: Day = today): Replay {
    const other = { ...log, entries }
    const changed = changesBetween(log.entries, entries)
    return play(programme, other, asOf, known, { ground, worked, ...changed })
  }

  return { diary, weekOf, stateAt, settingOn: settings, planAt, shownOn, remaining, livedOn, withEntries }
}

/** A week as its last day left it: a pause that began in it took its days as well. */
const withPause = (state: State, lived: readonly LivedDay[]): State => ({
  ...state,
  pausing: lived.at(-1)?.course.pausing ?? state.pausing,
})

const touches = ({ date, until }: AbsenceEntry, week: Day): boolean =>
  dayOf(date) <= week + 6 && dayOf(until ?? date) >= week
