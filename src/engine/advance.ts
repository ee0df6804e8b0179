import { returnWeeksAfter } from '../rules/layoff.ts'
import { addDays } from '../base/calendar.ts'
import { higher, lower, metres, NO_RUNNING, scale, seconds, type Volume } from '../base/units.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast } from '../rules/finding.ts'
import { isComplete, isOvershoot } from '../rules/weekly-cap.ts'
import { type Elapsed, phaseOf } from './elapsed.ts'
import { afterTurns } from './episode.ts'
import { gapBefore, withinWeek } from './facts.ts'
import { daysOfWeek, phaseAfter } from './live-week.ts'
import { isRunFree, type LivedWeek, returnPhase, stageOf, type State, WEEKS_OF_MEDIAN } from './state.ts'
import { isTolerated, peakOf, tolerancesOf } from './tolerated.ts'
import { practised } from './practice.ts'
import type { Day } from '../base/calendar.ts'
import type { PlannedRun, WeekPlan } from './week-plan.ts'
import { totalsOf, type WeekTotals } from './week-totals.ts'

const WEEKS_KEPT = 14
/** As long as any rule may look back on runs: the easy pace, at its longest window. */
const RUN_DAYS_KEPT = 60
const PAIN_DAYS_KEPT = 190

/** The state after one more week: nothing is remembered but what follows from the log. */
export function advance(elapsed: Elapsed): State {
  const { programme, state, plan, lived, isShort } = elapsed
  const totals = totalsOf(lived)
  const week = holdAgainstPlan(elapsed, totals)
  const turned = afterTurns(elapsed, week)
  const at = addDays(state.at, 7)
  const recent = <T extends { readonly day: Day }>(items: readonly T[], days: number) =>
    items.filter(({ day }) => at - day <= days)
  const longest = plan === undefined ? undefined : longestAsked(elapsed, plan)
  const runs = lived
    .flatMap((day) => day.runs)
    .map((run) => ({ ...run, credited: longest === undefined ? run.volume : shorter(run.volume, longest) }))
  const isWhole = !isShort && week.isComplete && week.credited.meters > 0
  const pains = lived.filter(({ graded }) => isAtLeast(graded.grade, 'S1')).map(({ day }) => day)
  const steps = lived.flatMap(({ day, graded }) =>
    graded.step === undefined ? [] : [{ day, of: graded.step }],
  )
  const elsewhere = lived.flatMap(({ day, graded }) => graded.elsewhere.map((place) => ({ day, ...place })))
  const last = lived.at(-1)
  const next: State = {
    ...state,
    ...turned,
    ...practised(elapsed),
    oldWeek: turned.episode?.preInjury ?? state.oldWeek,
    at,
    phase: last === undefined ? state.phase : phaseAfter(last),
    weeks: [...state.weeks.slice(1 - WEEKS_KEPT), week],
    ran: week.runs > 0 && !isShort ? [...state.ran, volumeOf(week)].slice(-WEEKS_OF_MEDIAN) : state.ran,
    runs: recent([...state.runs, ...runs], RUN_DAYS_KEPT),
    onsets: recent([...state.onsets, ...lived.flatMap(({ onsets }) => onsets)], RUN_DAYS_KEPT),
    trained: isWhole && (week.grade === 'S0' || week.isTolerated) ? week.credited : state.trained,
    trainedIfSaid:
      isWhole && (!isAtLeast(week.grade, 'S1') || week.isTolerated) ? week.credited : state.trainedIfSaid,
    planBefore: week.planned ?? state.planBefore,
    longestBefore:
      plan === undefined || elapsed.plannedLongest.meters === 0
        ? state.longestBefore
        : elapsed.plannedLongest,
    lastRun: runs.at(-1)?.day ?? state.lastRun,
    gapSince: countedRuns(elapsed).at(-1) ?? state.gapSince,
    ...pausesAfter(elapsed, week),
    loggedWeeks: state.loggedWeeks + (week.isLogged && !isShort ? 1 : 0),
    steps: recent([...state.steps, ...steps], PAIN_DAYS_KEPT),
    pausing: pausingAfter(elapsed),
    tolerances: tolerancesAfter(elapsed),
    elsewhere: recent([...state.elsewhere, ...elsewhere], RUN_DAYS_KEPT),
    painfulDays: [
      ...state.painfulDays,
      ...lived.filter(({ graded }) => (graded.daily ?? 0) > 0).map(({ day }) => day),
    ].filter((day) => at - day <= RUN_DAYS_KEPT),
    lastPain: pains.at(-1) ?? state.lastPain,
    hillExposures: state.hillExposures + (plan?.hasHills === true && week.isComplete ? 1 : 0),
    lastHard: plan?.runs.filter(isHard).at(-1)?.day ?? state.lastHard,
    lastRuns: runsAfter(elapsed, week),
    runAddedOn:
      plan !== undefined && !isShort && state.lastRuns > 0 && plan.runs.length > state.lastRuns
        ? state.at
        : state.runAddedOn,
    maintainWeeks: maintainWeeksAfter(elapsed),
    acknowledged: [...state.acknowledged, ...acknowledgements(elapsed)],
  }
  return { ...next, returnClean: returnCleanAfter(programme, elapsed, week, next) }
}

/** Of a week that went as it was asked its plan counts: what pain called off is not taken off twice. */
const volumeOf = ({ planned, actual, isComplete, credited }: LivedWeek): Volume =>
  planned === undefined ? actual : isComplete ? planned : credited

/** Weeks of the cycle so far; the one that reached the old week was a step up and none of them. */
const maintainWeeksAfter = (elapsed: Elapsed): number =>
  phaseOf(elapsed) === 'maintain' && elapsed.state.phase === 'maintain' ? elapsed.state.maintainWeeks + 1 : 0

const tolerancesAfter = ({ state, lived, diary, asOf }: Elapsed): State['tolerances'] => [
  ...state.tolerances.filter(({ until }) => until >= state.at),
  ...lived.flatMap(({ day }) => tolerancesOf(diary.on(day, asOf).clearances)),
]

/** Painkillers of long ago are forgotten, and a pause that is over. */
function pausingAfter({ state, lived }: Elapsed): State['pausing'] {
  const now = lived.at(-1)?.course.pausing ?? state.pausing
  const painkillers = now.painkillers.filter((day) => state.at - day <= PAIN_DAYS_KEPT)
  return { ...now, painkillers }
}

const isHard = ({ terrain, intensity }: PlannedRun): boolean =>
  intensity === 'hard' || terrain === 'uphill' || terrain === 'hilly'

const shorter = (volume: Volume, longest: Volume): Volume => ({
  meters: metres(Math.min(volume.meters, longest.meters)),
  seconds: seconds(Math.min(volume.seconds, longest.seconds)),
})

/** The longest run of the plan, or of what was asked of it: more than that does not count for later runs. */
function longestAsked({ askedLongest }: Elapsed, plan: WeekPlan): Volume {
  const planned = plan.runs.reduce((most, { volume }) => higher(most, volume), NO_RUNNING)
  return askedLongest.meters > 0 ? lower(planned, askedLongest) : planned
}

/** Days with a run that ends a gap: in days away, or in a pause, one that was not asked ends none. */
function countedRuns({ lived, isShort, askedOn }: Elapsed): readonly Day[] {
  const days = lived.filter(({ runs }) => runs.length > 0).map(({ day }) => day)
  return isShort ? days.filter((day) => askedOn.includes(day)) : days
}

/**
 * What a later gap is counted from: a short week, or one without a run, leaves the weeks before it in force.
 */
function pausesAfter(
  elapsed: Elapsed,
  week: LivedWeek,
): Pick<State, 'planOfLastRun' | 'firstMissed' | 'stretch'> {
  const { state, isShort } = elapsed
  const { planned } = week
  const days = countedRuns(elapsed)
  if (week.runs > 0 && !isShort) {
    const held = planned === undefined ? week.endedOn === undefined : planned.meters > 0
    return {
      planOfLastRun: held ? (planned ?? week.credited) : state.planOfLastRun,
      firstMissed: undefined,
      stretch: 0,
    }
  }
  // Where nothing was run by plan the stretch begins with the week.
  const before = isRunFree(state.phase) ? addDays(state.at, -1) : state.gapSince
  const stretches = days.map((day, index) => day - (days[index - 1] ?? before ?? day))
  return {
    planOfLastRun: state.planOfLastRun,
    firstMissed: state.firstMissed ?? (planned !== undefined && planned.meters > 0 ? planned : undefined),
    stretch: Math.max(state.stretch, ...stretches),
  }
}

/** Runs of the week that later ones are shaped after; a short one says nothing of them. */
function runsAfter({ state, plan, isShort }: Elapsed, week: LivedWeek): number {
  if (plan === undefined) return week.runDays
  return isShort || plan.runs.length === 0 ? state.lastRuns : plan.runs.length
}

/** What was run, credited up to what was planned and never beyond. */
function holdAgainstPlan(elapsed: Elapsed, totals: WeekTotals): LivedWeek {
  const { programme, state, plan, planned, asked, askedRuns, lived, runner, bond, dueFrom } = elapsed
  const rule = programme.weeklyCaps[0]
  const common = {
    start: state.at,
    phase: phaseOf(elapsed),
    grade: totals.grade,
    knee: totals.knee,
    peak: peakOf(lived.map(({ day }) => elapsed.diary.on(day, elapsed.asOf))),
    isTolerated: isTolerated(elapsed, totals, tolerancesAfter(elapsed)),
    isBreak: totals.isBreak,
    reasons: totals.reasons,
    missing: totals.missing,
    causes: totals.causes,
    isLogged: lived.some((day) => day.isLogged),
    pace: plan?.facts.pace,
    lastPlanned: plan?.runs.at(-1)?.day,
    isShort: elapsed.isShort,
    isSilent: bond === 'silent',
    endedOn: plan === undefined ? endOf(elapsed) : undefined,
    actual: totals.actual,
    runs: totals.runs,
    runDays: totals.runDays,
    longest: totals.longest,
    hadHills: plan?.hasHills ?? false,
    hadIntensity: plan?.hasIntensity ?? false,
    wasHeld: plan?.wasHeld ?? false,
  }
  if (plan === undefined || rule === undefined) {
    const bound = { meters: metres(runner.baselineWeeklyDistanceMeters), seconds: seconds(0) }
    const credited = withinWeek(totals.actual, bound)
    return {
      ...common,
      planned: undefined,
      asked: undefined,
      askedRuns: 0,
      credited,
      isComplete: true,
      isOvershoot: false,
      isUnplanned: false,
    }
  }
  const inUnit = (volume: Volume): number => (plan.unit === 'time' ? volume.seconds : volume.meters)
  const done = inUnit(totalsOf(lived.filter(({ day }) => day >= dueFrom)).actual)
  const share = inUnit(asked) > 0 ? Math.min(1, done / inUnit(asked)) : 0
  const credited = inUnit(asked) > 0 ? scale(asked, share) : NO_RUNNING
  return {
    ...common,
    planned,
    asked,
    askedRuns,
    credited,
    isComplete: isComplete(rule, inUnit(credited), inUnit(asked)),
    isOvershoot: inUnit(asked) > 0 && isOvershoot(rule, done, inUnit(asked)),
    isUnplanned: isAgainstPlan(elapsed, plan),
  }
}

/** What a flare called off was asked of nobody, also in the first weeks, which are held against no plan. */
const endOf = ({ lived, dueFrom }: Elapsed): Day | undefined =>
  Number.isFinite(dueFrom)
    ? lived.find(({ day, turn }) => turn !== undefined && turn !== 'cleared' && day >= dueFrom)?.day
    : undefined

/** More run days than shown, or two in a row where a day must lie between them. */
function isAgainstPlan({ programme, state, lived, askedRuns, dueFrom }: Elapsed, plan: WeekPlan): boolean {
  if (plan.phase === 'base' || plan.phase === 'maintain') return false
  const isSpaced = plan.phase !== 'build' || state.returnClean + 1 <= programme.shape.spacedThrough
  const days = lived.filter(({ day, runs }) => runs.length > 0 && day >= dueFrom).map(({ day }) => day)
  const before = state.lastRun
  const inARow = days.some(
    (day, index) => day - (days[index - 1] ?? before ?? Number.NEGATIVE_INFINITY) === 1,
  )
  return days.length > askedRuns || (isSpaced && inARow && askedRuns > 0)
}

/** Clean, complete weeks of the return; a step back takes one off, an acute phase or a long gap all. */
function returnCleanAfter(programme: Programme, elapsed: Elapsed, week: LivedWeek, next: State): number {
  const { state, plan } = elapsed
  const phase = phaseOf(elapsed)
  if (next.phase === 'acute-reduced' || isRunFree(next.phase) || phase === 'maintain' || phase === 'base')
    return 0
  const entered = phase === returnPhase(0) && isRunFree(state.phase) ? 0 : state.returnClean
  const inReturn = plan !== undefined && (stageOf(phase) !== undefined || phase === 'build')
  const counted =
    inReturn && week.grade === 'S0' && week.isComplete && !week.isShort && !week.isOvershoot && week.runs > 0
      ? entered + 1
      : week.grade === 'S2'
        ? Math.max(0, entered - 1)
        : entered
  return returnWeeksAfter(programme.layoff, counted, gapBefore(next), gapBefore(state))
}

const acknowledgements = ({ diary, state, asOf }: Elapsed): string[] =>
  daysOfWeek(state.at).flatMap((day) => diary.on(day, asOf).acknowledgements.map(({ notice }) => notice))
