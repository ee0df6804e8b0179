import { seconds, timeFor, type Volume } from '../base/units.ts'
import { runsOfWeek } from '../rules/build-shape.ts'
import { heldRun } from '../rules/session-cap.ts'
import { mayProgress } from './next-phase.ts'
import { type Demand, fittingRuns } from './place-week.ts'
import type { Order } from './prescribe.ts'
import { stageOf } from './state.ts'

/** How many runs the week gets before the days are looked at. */
export function runsWanted(order: Order, demand: Demand): number {
  const { programme, state, facts, phase, decision } = order
  const stage = stageOf(phase)
  const rule = stage === undefined ? undefined : programme.stages[stage]
  if (rule !== undefined) return rule.runs.length
  if (phase === 'base') return habitual(order)
  const time = Math.min(decision.ceiling.seconds, timeFor(decision.ceiling.meters, facts.pace))
  return runsOfWeek(programme.shape, {
    time,
    returnWeek:
      phase === 'acute-reduced' ? 1 : phase === 'maintain' ? Number.POSITIVE_INFINITY : state.returnClean + 1,
    lastRuns: state.lastRuns === 0 && phase === 'maintain' ? habitual(order) : state.lastRuns,
    sinceAdded: state.runAddedOn === undefined ? undefined : state.at - state.runAddedOn,
    habit:
      state.episode?.habit ?? (phase === 'maintain' ? Math.max(habitual(order), state.lastRuns) : undefined),
    fitting: phase === 'acute-reduced' ? programme.shape.runs : fittingRuns(demand, programme.shape.runs + 1),
  })
}

/**
 * Run days of a usual week: the median of the last four with runs, or more where one run would be too long.
 */
function habitual({ programme, state, decision, facts, most }: Order): number {
  const recent = state.weeks
    .filter((week) => week.runs > 0)
    .slice(-4)
    .map((week) => week.runDays)
    .sort((a, b) => a - b)
  const usual = recent[Math.floor((recent.length - 1) / 2)] ?? programme.shape.runs
  const time = Math.min(decision.ceiling.seconds, timeFor(decision.ceiling.meters, facts.pace))
  const longest = Math.min(most.seconds, timeFor(most.meters, facts.pace))
  const needed = longest > 0 && Number.isFinite(longest) ? Math.ceil(time / longest) : usual
  return recent.length === 0 ? Math.max(usual, needed) : usual
}

/** A held week does not give the distance of a run that was left out to the others. */
export function mostOf(order: Order): Volume {
  const { programme, state, facts, phase, decision, most } = order
  const isHeld = facts.previous !== undefined && facts.previous.meters > 0 && !mayProgress(programme, facts)
  if (!isHeld || stageOf(phase) !== undefined || phase === 'base') return most
  const left = Math.min(decision.ceiling.seconds, timeFor(decision.ceiling.meters, facts.pace))
  // A clean week would have lifted the spacing and made room for more, shorter runs; a held one must not gain
  // by it.
  const { runs, spacedThrough } = programme.shape
  const opens =
    phase === 'acute-reduced' ||
    (state.returnClean + 1 <= spacedThrough && state.returnClean + 3 > spacedThrough)
  // Days away make one week of fewer, longer runs; the weeks around it tell how many are usual.
  const usual = Math.max(state.lastRuns, ...state.weeks.slice(-4).map(({ plannedRuns }) => plannedRuns))
  const before = opens ? Math.max(runs, usual) : usual
  const held = heldRun(programme.sessionCap, left, programme.shape.longShare, before)
  return { meters: most.meters, seconds: seconds(Math.min(most.seconds, held)) }
}
