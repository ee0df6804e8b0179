import { keptShare } from '../rules/acute.ts'
import { isInWindow, isOneOuting, isOnsetInWindow, isUnscoredTrusted } from '../rules/session-cap.ts'
import { isPaceRecent } from '../rules/easy-pace.ts'
import { addDays, type Day } from '../base/calendar.ts'
import {
  distanceIn,
  higher,
  lower,
  median,
  metres,
  type Metres,
  type Pace,
  pace,
  plus,
  scale,
  seconds,
  type Volume,
} from '../base/units.ts'
import type { Runner } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast } from '../rules/finding.ts'
import { isOvershoot } from '../rules/weekly-cap.ts'
import { keepAfter } from '../rules/layoff.ts'
import { atPace, paceOr } from '../rules/pre-injury-cap.ts'
import { type GradedRun, hasFlared, type LivedWeek, type State } from './state.ts'

/** What the rules ask about a runner at the start of a week. Undefined always means "not known". */
export interface Facts {
  readonly pace: Pace
  readonly paceIsAssumed: boolean
  /** The week before the injury at today's pace. */
  readonly preInjury: Volume
  readonly goal: Volume
  readonly lastWeek: LivedWeek | undefined
  /** Credited volume of the last clean, complete, full week, or what stands in for it. */
  readonly trained: Volume
  readonly trainedFrom: 'clean-week' | 'sustained' | 'recent-weeks' | 'declared'
  /** M: what three of the last four weeks reached without pain. Undefined where it does not count. */
  readonly sustained: Volume | undefined
  /** What the last week that had a plan held when it began. */
  readonly previous: Volume | undefined
  /** The same of the week before; of one without a plan what was credited of it. */
  readonly planned: Volume | undefined
  /** Weeks run without pain stand for a smaller plan. */
  readonly isSustained: boolean
  /** And the plan before was smaller. */
  readonly isLifted: boolean
  /** The week before went far beyond what was asked, and beyond what is run for weeks without pain. */
  readonly isOvershoot: boolean
  readonly gap: number
  readonly longest: Volume | undefined
  /** The longest run if those were scored 0 that were not scored, or not wholly. */
  readonly longestIfSaid: Volume | undefined
  readonly onset: number | undefined
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
  const preInjury = atPace(oldWeek(runner, state), easy)
  const lastWeek = state.weeks.at(-1)
  const last = lastTrained(state, preInjury, easy)
  const held = state.planBefore === undefined ? last.volume : lower(last.volume, state.planBefore)
  const sustained = sustainedVolume(programme, state, preInjury, held)
  const isMore = sustained !== undefined && sustained.meters > last.volume.meters
  const base = isMore ? { volume: sustained, from: 'sustained' as const } : last
  const counts = sustained !== undefined && standsForPlan(programme, state) ? sustained : undefined
  return {
    pace: easy,
    paceIsAssumed: measured === undefined && declared === undefined,
    preInjury,
    goal: atPace(runner.goalWeeklyDistanceMeters ?? runner.baselineWeeklyDistanceMeters, easy),
    lastWeek,
    trained: base.volume,
    trainedFrom: base.from,
    sustained,
    previous: atLeast(state.planBefore, counts),
    planned: atLeast(plannedBefore(state), counts),
    isSustained: counts !== undefined,
    isLifted: (counts?.meters ?? 0) > (state.planBefore?.meters ?? Number.POSITIVE_INFINITY),
    isOvershoot: lastWeek?.isOvershoot === true && counts === undefined,
    gap: gapBefore(state),
    longest:
      declaredLongest(programme, state, easy) ??
      longestRun(programme, state, easy, { isSustained: sustained !== undefined, trustsUnsaid: false }),
    longestIfSaid: longestRun(programme, state, easy, { isSustained: false, trustsUnsaid: true }),
    onset: nearestOnset(programme, state),
    hurtLately:
      state.lastPain !== undefined && isOnsetInWindow(programme.sessionCap, state.at - state.lastPain),
    sinceLastPain: state.lastPain === undefined ? undefined : state.at - state.lastPain,
    cleanRuns: cleanRuns(programme, state),
  }
}

/** V_pre of the protocol; once its episode is over, no more than what is declared by then. */
const oldWeek = ({ baselineWeeklyDistanceMeters: declared }: Runner, state: State): Metres =>
  state.episode?.preInjury ?? metres(Math.min(state.oldWeek ?? declared, declared))

const isTrusted = (programme: Programme, run: GradedRun, at: Day): boolean =>
  run.grade === 'S0' ||
  run.grade === 'S1' ||
  (!run.isScored && run.grade === 'U' && isUnscoredTrusted(programme.sessionCap, at - run.day))

const heldPace = (state: State): Pace | undefined => {
  const last = state.weeks.at(-1)
  const isHeld =
    last !== undefined &&
    (last.grade !== 'S0' || !last.isComplete || last.isShort || last.isOvershoot || last.isUnplanned)
  return isHeld && (last.planned?.meters ?? 0) > 0 ? last.pace : undefined
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

/**
 * T of the protocol without M; a zero week leaves it as it was, and what was not said never counts for more
 * than a 0.
 */
function lastTrained(
  state: State,
  preInjury: Volume,
  easy: Pace,
): { volume: Volume; from: Facts['trainedFrom'] } {
  const said = (volume: Volume): Volume =>
    state.trainedIfSaid === undefined ? volume : lower(volume, timed(state.trainedIfSaid, easy))
  if (state.trained !== undefined) return { volume: said(timed(state.trained, easy)), from: 'clean-week' }
  return state.ran.length === 0
    ? { volume: preInjury, from: 'declared' }
    : { volume: said(medianWeek(state.ran, preInjury)), from: 'recent-weeks' }
}

/** A volume that was told without its time, at the easy pace. */
const timed = (volume: Volume, easy: Pace): Volume =>
  volume.seconds > 0 ? volume : atPace(volume.meters, easy)

/**
 * M of the protocol: what three of the last four weeks really reached, a week above the old one scaled down,
 * where all four are full, the last and two more of them are clean and none is worse than mild. Undefined
 * where it does not count. Where nothing ever flared up and every second run at least was scored 0 it counts
 * once a hold has fallen below the share of it that a new log is given, or such years would only ever fall.
 */
function sustainedVolume(
  programme: Programme,
  state: State,
  preInjury: Volume,
  held: Volume,
): Volume | undefined {
  const [rule] = programme.weeklyCaps
  const weeks = state.weeks.slice(-SUSTAINED_WEEKS)
  const isOrdinary = [state, ...weeks].every(({ phase }) => phase === 'base' || phase === 'maintain')
  const isWhole =
    weeks.length === SUSTAINED_WEEKS &&
    weeks.every((week) => week.runs > 0 && !week.isShort && !isAtLeast(week.grade, 'S2'))
  if (rule === undefined || !isOrdinary || !isWhole) return undefined
  const reached = secondSmallest(weeks.map(({ actual }) => withinWeek(actual, preInjury)))
  const counts = (isFree: (week: LivedWeek) => boolean): boolean =>
    weeks.slice(-1).every(isFree) && weeks.filter(isFree).length >= SUSTAINED_WEEKS - 1
  if (counts(isClean)) return reached
  const isHalf = weeks.at(-1)?.grade === 'U' && isHalfScored(state, weeks[0]?.start ?? state.at)
  const isFarBelow = held.meters < rule.untrustedShare * reached.meters
  if (hasFlared(state) || !isHalf || !isFarBelow) return undefined
  return counts((week) => isClean(week) || isUnsaid(week)) ? reached : undefined
}

/** Nothing of the week hurt as far as it was said, and no painkiller kept the knee from being heard. */
const isUnsaid = ({ grade, reasons }: LivedWeek): boolean => grade === 'U' && !reasons.includes('painkiller')

/** Of the runs since a day at least every second one was scored 0. */
const isHalfScored = ({ runs }: State, since: Day): boolean =>
  runs
    .filter(({ day }) => day >= since)
    .every(({ grade }, index, all) => grade === 'S0' || all[index + 1]?.grade !== 'U')

/** What all but one of some volumes reach, in each unit. */
const secondSmallest = (volumes: readonly Volume[]): Volume => {
  const of = (unit: keyof Volume): number => volumes.map((each) => each[unit]).sort((a, b) => a - b)[1] ?? 0
  return { meters: metres(of('meters')), seconds: seconds(of('seconds')) }
}

const SUSTAINED_WEEKS = 4

/** After a complete week without a gap, and none far above it, M stands for a smaller plan as well. */
function standsForPlan({ weeklyCaps, layoff }: Programme, state: State): boolean {
  const [rule] = weeklyCaps
  const last = state.weeks.at(-1)
  if (rule === undefined || last === undefined || !last.isComplete || last.isSilent) return false
  const reached = secondSmallest(state.weeks.slice(-SUSTAINED_WEEKS).map(({ actual }) => actual))
  return (
    keepAfter(layoff, gapBefore(state), 'other') === 1 &&
    !isOvershoot(rule, last.actual.meters, reached.meters)
  )
}

const atLeast = (volume: Volume | undefined, least: Volume | undefined): Volume | undefined =>
  volume !== undefined && least !== undefined ? higher(volume, least) : volume

/** What a hold goes back to: the plan of the week before, or what was credited of it where it had none. */
function plannedBefore(state: State): Volume | undefined {
  const last = state.weeks.at(-1)
  if (last === undefined) return undefined
  if (last.isSilent) return state.planBefore ?? state.planOfLastRun
  // Of a short week without a plan nothing is known but that days were missing.
  const isWhole = last.runs > 0 && !last.isShort && last.endedOn === undefined
  return last.planned ?? (isWhole ? last.credited : state.planOfLastRun)
}

function medianWeek(weeks: readonly Volume[], preInjury: Volume): Volume {
  const scaled = weeks.map((week) => withinWeek(week, preInjury))
  return {
    meters: metres(median(scaled.map((week) => week.meters)) ?? 0),
    seconds: seconds(median(scaled.map((week) => week.seconds)) ?? 0),
  }
}

/** A volume above the pre-injury week, scaled down to it in both units. */
export const withinWeek = (volume: Volume, preInjury: Volume): Volume =>
  volume.meters > preInjury.meters ? scale(volume, preInjury.meters / volume.meters) : volume

/**
 * Days since the last run at the start of the week, none when every run that was asked for was done; after
 * short weeks the longest stretch without a run since the last full one.
 */
export function gapBefore(state: State): number {
  const last = state.weeks.at(-1)
  if (state.gapSince === undefined) return 0
  const since = (last?.endedOn ?? state.at) - state.gapSince
  if (last?.isShort === true) return Math.max(since, state.stretch)
  // A run that was cut short was done all the same; that it was is said of the week, and not of a gap.
  if (last?.asked !== undefined && last.asked.meters > 0 && last.runs >= last.askedRuns) return 0
  return since
}

/**
 * What a new log tells of the longest run before the flare, as far as the cut leaves it; undefined outside a
 * cut, or where runs of those weeks are logged.
 */
function declaredLongest({ acute, sessionCap }: Programme, state: State, easy: Pace): Volume | undefined {
  const { episode, phase } = state
  if (phase !== 'acute-reduced' || episode?.declaredLongest === undefined) return undefined
  const kept = (episode.reference.meters * keptShare(acute, episode.peak)) / Math.max(episode.preInjury, 1)
  const least = distanceIn(sessionCap.shortest, easy)
  return atPace(Math.max(least, episode.declaredLongest * kept), easy)
}

/** L30 of the protocol: the longest credited run of the window that can be trusted, in each unit. */
function longestRun(
  programme: Programme,
  state: State,
  easy: Pace,
  { isSustained, trustsUnsaid }: { readonly isSustained: boolean; readonly trustsUnsaid: boolean },
): Volume | undefined {
  // What was run where none was asked counts for nothing, not for a run of no length.
  const recent = state.runs.filter(
    (run) =>
      run.credited.meters > 0 &&
      isInWindow(programme.sessionCap, state.at - run.day) &&
      (isTrusted(programme, run, state.at) || (trustsUnsaid && run.grade === 'U')),
  )
  const outings = together(programme, recent)
  if (outings.length === 0) return undefined
  const credited = {
    meters: metres(Math.max(...outings.map((outing) => outing.meters))),
    seconds: seconds(Math.max(...outings.map((outing) => outing.seconds))),
  }
  // What three of four weeks reached without pain stands for the runs as it does for the week.
  const longest = isSustained
    ? higher(credited, secondSmallest(state.weeks.slice(-SUSTAINED_WEEKS).map((week) => week.longest)))
    : credited
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
