import { isInWindow, isOneOuting, isOnsetInWindow, isUnscoredTrusted } from '../rules/session-cap.ts'
import { isPaceRecent } from '../rules/easy-pace.ts'
import { addDays, type Day } from '../base/calendar.ts'
import { lower, median, metres, type Pace, pace, plus, scale, seconds, type Volume } from '../base/units.ts'
import type { Runner } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast } from '../rules/finding.ts'
import { atPace, paceOr } from '../rules/pre-injury-cap.ts'
import type { GradedRun, LivedWeek, State } from './state.ts'

/** What the rules ask about a runner at the start of a week. Undefined always means "not known". */
export interface Facts {
  readonly pace: Pace
  readonly paceIsAssumed: boolean
  /** The week before the injury at today's pace. */
  readonly preInjury: Volume
  readonly goal: Volume
  readonly lastWeek: LivedWeek | undefined
  /** Credited volume of the last clean, complete week, or what stands in for it. */
  readonly trained: Volume
  readonly trainedFrom: 'clean-week' | 'recent-weeks' | 'declared'
  /** The plan before, and what was shown of it; that of the last week that had a day to run on. */
  readonly previous: Volume | undefined
  readonly planned: Volume | undefined
  readonly gap: number
  readonly longest: Volume | undefined
  readonly onset: number | undefined
  /** The longest run of the plan before. Undefined where there was none. */
  readonly longestBefore: Volume | undefined
  /** Something hurt in the days in which an onset counts, however little. */
  readonly hurtLately: boolean
  readonly sinceLastPain: number | undefined
  readonly cleanRuns: number
}

/** Works out once what several rules ask for. */
export function gatherFacts(programme: Programme, runner: Runner, state: State): Facts {
  // A held week keeps the pace it was planned at: a run that hurt must not change what its minutes are worth.
  const measured = heldPace(state) ?? easyPace(programme, state)
  const declared = runner.easyPaceSecondsPerKm
  const easy = paceOr(programme.preInjury, measured, declared === undefined ? undefined : pace(declared))
  const preInjury = atPace(state.episode?.preInjury ?? runner.baselineWeeklyDistanceMeters, easy)
  const lastWeek = state.weeks.at(-1)
  // A week away leaves the plan before it in force; the gap takes care of the rest.
  const lastStayed = state.weeks.findLast(({ wasAway }) => !wasAway)
  const base = trainedVolume(state, preInjury, easy)
  return {
    pace: easy,
    paceIsAssumed: measured === undefined && declared === undefined,
    preInjury,
    goal: atPace(runner.goalWeeklyDistanceMeters ?? runner.baselineWeeklyDistanceMeters, easy),
    lastWeek,
    trained: base.volume,
    trainedFrom: base.from,
    previous: lastStayed?.inForce,
    planned: lastStayed?.planned,
    gap: gapBefore(state),
    longest: longestRun(programme, state, easy),
    onset: nearestOnset(programme, state),
    longestBefore: lastStayed?.longestPlanned,
    hurtLately: state.lastPain !== undefined && isOnsetInWindow(programme.sessionCap, state.at - state.lastPain),
    sinceLastPain: state.lastPain === undefined ? undefined : state.at - state.lastPain,
    cleanRuns: cleanRuns(programme, state),
  }
}

const isTrusted = (programme: Programme, run: GradedRun, at: Day): boolean =>
  run.grade === 'S0' ||
  run.grade === 'S1' ||
  (!run.isScored && run.grade === 'U' && isUnscoredTrusted(programme.sessionCap, at - run.day))

const heldPace = (state: State): Pace | undefined => {
  const last = state.weeks.at(-1)
  const isHeld =
    last !== undefined && (last.grade !== 'S0' || !last.isComplete || last.isOvershoot || last.isUnplanned)
  return isHeld && last.runs + last.plannedRuns > 0 ? last.pace : undefined
}

function easyPace(programme: Programme, state: State): Pace | undefined {
  const paces = state.runs
    .filter(
      (run) =>
        run.isEasy &&
        run.pace > 0 &&
        isPaceRecent(programme.easyPace, state.at - run.day) &&
        isTrusted(programme, run, state.at),
    )
    .map((run) => run.pace)
  const middle = median(paces)
  return middle === undefined ? undefined : pace(middle)
}

/** T of the protocol; a zero week leaves it as it was. */
function trainedVolume(
  state: State,
  preInjury: Volume,
  easy: Pace,
): { volume: Volume; from: Facts['trainedFrom'] } {
  const recent = state.weeks.filter((week) => week.runs > 0).slice(-4)
  const typical = recent.length === 0 ? undefined : medianWeek(recent, preInjury)
  const clean = state.trained
  if (clean === undefined) {
    return typical === undefined
      ? { volume: preInjury, from: 'declared' }
      : { volume: typical, from: 'recent-weeks' }
  }
  // A clean week older than all of the recent unscored ones says little about today: the smaller of the two
  // counts.
  const isStale =
    recent.length === 4 &&
    recent.every((week) => week.planned === undefined && week.start > (state.trainedAt ?? week.start))
  return isStale && typical !== undefined
    ? { volume: lower(clean, typical), from: 'recent-weeks' }
    : { volume: clean.seconds > 0 ? clean : atPace(clean.meters, easy), from: 'clean-week' }
}

function medianWeek(weeks: readonly LivedWeek[], preInjury: Volume): Volume {
  const scaled = weeks.map(({ actual }) => withinWeek(actual, preInjury))
  return {
    meters: metres(median(scaled.map((week) => week.meters)) ?? 0),
    seconds: seconds(median(scaled.map((week) => week.seconds)) ?? 0),
  }
}

/** A volume above the pre-injury week, scaled down to it in both units. */
export const withinWeek = (volume: Volume, preInjury: Volume): Volume =>
  volume.meters > preInjury.meters ? scale(volume, preInjury.meters / volume.meters) : volume

/**
 * Days since the last run at the start of the week; none when every planned run of the week before was done.
 */
export function gapBefore(state: State): number {
  const last = state.weeks.at(-1)
  if (state.lastRun === undefined) return 0
  if (
    last?.planned !== undefined &&
    last.planned.meters > 0 &&
    last.isComplete &&
    last.runs >= last.plannedRuns
  )
    return 0
  return state.at - state.lastRun
}

/** L30 of the protocol: the longest credited run of the window that can be trusted, in each unit. */
function longestRun(programme: Programme, state: State, easy: Pace): Volume | undefined {
  const recent = state.runs.filter(
    (run) => isInWindow(programme.sessionCap, state.at - run.day) && isTrusted(programme, run, state.at),
  )
  const outings = together(programme, recent)
  if (outings.length === 0) return undefined
  const longest = {
    meters: metres(Math.max(...outings.map((outing) => outing.meters))),
    seconds: seconds(Math.max(...outings.map((outing) => outing.seconds))),
  }
  return longest.seconds > 0 ? longest : atPace(longest.meters, easy)
}

/**
 * Runs of one day that start within some hours are one outing; without a start they stay apart, which is the
 * shorter.
 */
function together(programme: Programme, runs: readonly GradedRun[]): Volume[] {
  const outings: { run: GradedRun; volume: Volume }[] = []
  for (const run of runs) {
    const near = outings.find(
      (outing) => outing.run.day === run.day && startsNear(programme, outing.run, run),
    )
    if (near === undefined) outings.push({ run, volume: run.credited })
    else near.volume = plus(near.volume, run.credited)
  }
  return outings.map(({ volume }) => volume)
}

function startsNear(programme: Programme, a: GradedRun, b: GradedRun): boolean {
  const [first, second] = [a.start, b.start].map((start) => {
    const [hours, minutes] = (start ?? '').split(':').map(Number)
    return hours === undefined || minutes === undefined ? undefined : hours * 3600 + minutes * 60
  })
  return (
    first !== undefined && second !== undefined && isOneOuting(programme.sessionCap, Math.abs(first - second))
  )
}

function nearestOnset(programme: Programme, state: State): number | undefined {
  const onsets = state.onsets
    .filter(({ day }) => isOnsetInWindow(programme.sessionCap, state.at - day))
    .map(({ meters }) => meters)
  return onsets.length === 0 ? undefined : Math.min(...onsets)
}

const cleanRuns = (programme: Programme, state: State): number => {
  const window = state.runs.filter((run) => state.at - run.day <= programme.hills.cleanDays)
  return window.every(({ grade }) => grade === 'S0') ? window.length : 0
}

/** Some grade of the week says that it was not clean. */
export const isClean = (week: LivedWeek | undefined): boolean =>
  week !== undefined && !isAtLeast(week.grade, 'U')

/** The first day on which a run may be planned, after moderate pain or a break. */
export const earliestRunDay = (state: State): Day =>
  state.runFreeUntil === undefined ? state.at : (Math.max(state.at, addDays(state.runFreeUntil, 1)) as Day)
