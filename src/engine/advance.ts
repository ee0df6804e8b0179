import { returnWeeksAfter } from '../rules/layoff.ts'
import { addDays } from '../base/calendar.ts'
import { metres, NO_RUNNING, scale, seconds, type Volume } from '../base/units.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast, type Phase } from '../rules/finding.ts'
import { isComplete, isOvershoot } from '../rules/weekly-cap.ts'
import { type Elapsed, phaseOf } from './elapsed.ts'
import { afterTurns } from './episode.ts'
import { gapBefore, withinWeek } from './facts.ts'
import { daysOfWeek, phaseAfter } from './live-week.ts'
import { isRunFree, type LivedWeek, returnPhase, stageOf, type State } from './state.ts'
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
  const { programme, state, plan, lived } = elapsed
  const totals = totalsOf(lived)
  const week = holdAgainstPlan(elapsed, totals)
  const turned = afterTurns(elapsed, week)
  const at = addDays(state.at, 7)
  const recent = <T extends { readonly day: Day }>(items: readonly T[], days: number) =>
    items.filter(({ day }) => at - day <= days)
  const longest = plan === undefined ? undefined : longestPlanned(plan)
  const runs = lived
    .flatMap((day) => day.runs)
    .map((run) => ({ ...run, credited: longest === undefined ? run.volume : shorter(run.volume, longest) }))
  const isClean = week.grade === 'S0' && week.isComplete
  const counts = isClean && week.credited.meters > 0
  const pains = lived.filter(({ graded }) => isAtLeast(graded.grade, 'S1')).map(({ day }) => day)
  const steps = lived.flatMap(({ day, graded }) =>
    graded.step === undefined ? [] : [{ day, of: graded.step }],
  )
  const elsewhere = lived.flatMap(({ day, graded }) => graded.elsewhere.map((place) => ({ day, ...place })))
  const next: State = {
    ...state,
    ...turned,
    ...practised(elapsed),
    at,
    phase: lived.at(-1) === undefined ? state.phase : phaseAtEnd(elapsed),
    weeks: [...state.weeks.slice(1 - WEEKS_KEPT), week],
    runs: recent([...state.runs, ...runs], RUN_DAYS_KEPT),
    onsets: recent([...state.onsets, ...lived.flatMap(({ onsets }) => onsets)], RUN_DAYS_KEPT),
    trained: counts ? week.credited : state.trained,
    trainedAt: counts ? state.at : state.trainedAt,
    lastRun: runs.at(-1)?.day ?? state.lastRun,
    planOfLastRun: week.runs === 0 ? state.planOfLastRun : planThen(week, state),
    firstMissed:
      week.runs > 0
        ? undefined
        : (state.firstMissed ??
          (week.inForce !== undefined && week.inForce.meters > 0 ? week.inForce : undefined)),
    loggedWeeks: state.loggedWeeks + (week.isLogged ? 1 : 0),
    steps: recent([...state.steps, ...steps], PAIN_DAYS_KEPT),
    elsewhere: recent([...state.elsewhere, ...elsewhere], RUN_DAYS_KEPT),
    painfulDays: [
      ...state.painfulDays,
      ...lived.filter(({ graded }) => (graded.daily ?? 0) > 0).map(({ day }) => day),
    ].filter((day) => at - day <= RUN_DAYS_KEPT),
    lastPain: pains.at(-1) ?? state.lastPain,
    hillExposures: state.hillExposures + (plan?.hasHills === true && week.isComplete ? 1 : 0),
    lastHard: plan?.runs.filter(isHard).at(-1)?.day ?? state.lastHard,
    lastRuns: plan === undefined ? week.runDays : plan.runs.length > 0 ? plan.runs.length : state.lastRuns,
    runAddedOn:
      plan !== undefined && state.lastRuns > 0 && plan.runs.length > state.lastRuns
        ? state.at
        : state.runAddedOn,
    maintainWeeks: phaseOf(elapsed) === 'maintain' ? state.maintainWeeks + 1 : 0,
    heldInARow: plan?.wasHeld === true ? state.heldInARow + 1 : 0,
    acknowledged: [...state.acknowledged, ...acknowledgements(elapsed)],
  }
  return { ...next, returnClean: returnCleanAfter(programme, elapsed, week, next) }
}

const isHard = ({ terrain, intensity }: PlannedRun): boolean =>
  intensity === 'hard' || terrain === 'uphill' || terrain === 'hilly'

const phaseAtEnd = (elapsed: Elapsed): Phase => {
  const last = elapsed.lived.at(-1)
  return last === undefined ? phaseOf(elapsed) : phaseAfter(last)
}

const shorter = (volume: Volume, longest: Volume): Volume => ({
  meters: metres(Math.min(volume.meters, longest.meters)),
  seconds: seconds(Math.min(volume.seconds, longest.seconds)),
})

const longestPlanned = (plan: WeekPlan): Volume => ({
  meters: metres(Math.max(0, ...plan.runs.map(({ volume }) => volume.meters))),
  seconds: seconds(Math.max(0, ...plan.runs.map(({ volume }) => volume.seconds))),
})

const planThen = (week: LivedWeek, state: State): Volume | undefined =>
  week.inForce === undefined ? week.credited : week.inForce.meters > 0 ? week.inForce : state.planOfLastRun

/** What was run, credited up to what was planned and never beyond. */
function holdAgainstPlan(elapsed: Elapsed, totals: WeekTotals): LivedWeek {
  const { programme, state, plan, shown, shownRuns, lived, runner } = elapsed
  const rule = programme.weeklyCaps[0]
  const common = {
    start: state.at,
    phase: phaseOf(elapsed),
    grade: totals.grade,
    knee: totals.knee,
    isBreak: totals.isBreak,
    reasons: totals.reasons,
    missing: totals.missing,
    isLogged: lived.some((day) => day.isLogged),
    pace: plan?.facts.pace,
    lastPlanned: plan?.runs.at(-1)?.day,
    longestPlanned: plan === undefined || plan.runs.length === 0 ? undefined : longestPlanned(plan),
    wasAway: plan !== undefined && plan.total.meters === 0 && !isRunFree(plan.phase),
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
      inForce: undefined,
      plannedRuns: 0,
      credited,
      isComplete: true,
      isOvershoot: false,
      isUnplanned: false,
    }
  }
  const inUnit = (volume: Volume): number => (plan.unit === 'time' ? volume.seconds : volume.meters)
  const share = inUnit(shown) > 0 ? Math.min(1, inUnit(totals.actual) / inUnit(shown)) : 0
  const credited = inUnit(shown) > 0 ? scale(shown, share) : NO_RUNNING
  return {
    ...common,
    planned: shown,
    inForce: plan.total,
    plannedRuns: shownRuns,
    credited,
    isComplete: isComplete(rule, inUnit(credited), inUnit(shown)),
    isOvershoot: inUnit(shown) > 0 && isOvershoot(rule, inUnit(totals.actual), inUnit(shown)),
    isUnplanned: isAgainstPlan(elapsed, plan, totals),
  }
}

/** More run days than shown, or two in a row where a day must lie between them. */
function isAgainstPlan(
  { programme, state, lived, shownRuns }: Elapsed,
  plan: WeekPlan,
  totals: WeekTotals,
): boolean {
  if (plan.phase === 'base' || plan.phase === 'maintain') return false
  const isSpaced = plan.phase !== 'build' || state.returnClean + 1 <= programme.shape.spacedThrough
  const days = lived.filter(({ runs }) => runs.length > 0).map(({ day }) => day)
  const before = state.lastRun
  const inARow = days.some(
    (day, index) => day - (days[index - 1] ?? before ?? Number.NEGATIVE_INFINITY) === 1,
  )
  return totals.runDays > shownRuns || (isSpaced && inARow && shownRuns > 0)
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
    inReturn && week.grade === 'S0' && week.isComplete && week.runs > 0
      ? entered + 1
      : week.grade === 'S2'
        ? Math.max(0, entered - 1)
        : entered
  return returnWeeksAfter(programme.layoff, counted, gapBefore(next), gapBefore(state))
}

const acknowledgements = ({ diary, state, asOf }: Elapsed): string[] =>
  daysOfWeek(state.at).flatMap((day) => diary.on(day, asOf).acknowledgements.map(({ notice }) => notice))
