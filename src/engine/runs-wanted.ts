import { timeFor } from '../base/units.ts'
import { runsOfWeek } from '../rules/build-shape.ts'
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
    lastRuns: runsBefore(order),
    sinceAdded: state.runAddedOn === undefined ? undefined : state.at - state.runAddedOn,
    habit:
      state.episode?.habit ?? (phase === 'maintain' ? Math.max(habitual(order), state.lastRuns) : undefined),
    fitting: phase === 'acute-reduced' ? programme.shape.runs : fittingRuns(demand, programme.shape.runs + 1),
  })
}

/** Runs of the weeks before: as planned, and in ordinary training as run for weeks without pain. */
function runsBefore(order: Order): number {
  const { lastRuns } = order.state
  if (order.phase !== 'maintain') return lastRuns
  return lastRuns === 0 || order.facts.isSustained ? Math.max(lastRuns, habitual(order)) : lastRuns
}

/**
 * Run days of a usual week: the median of the last four with runs, or more where one run would be too long.
 */
function habitual({ programme, state, decision, facts, most }: Order): number {
  const recent = state.weeks
    .filter((week) => week.runs > 0 && !week.isShort)
    .slice(-4)
    .map((week) => week.runDays)
    .sort((a, b) => a - b)
  const usual = recent[Math.floor((recent.length - 1) / 2)] ?? programme.shape.runs
  const time = Math.min(decision.ceiling.seconds, timeFor(decision.ceiling.meters, facts.pace))
  const longest = Math.min(most.seconds, timeFor(most.meters, facts.pace))
  const needed = longest > 0 && Number.isFinite(longest) ? Math.ceil(time / longest) : usual
  return recent.length === 0 ? Math.max(usual, needed) : usual
}
