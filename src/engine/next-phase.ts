import { isReducedOver, isRehabDue } from '../rules/acute.ts'
import type { Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast, type Phase } from '../rules/finding.ts'
import { type Condition, isOpen } from '../rules/gate.ts'
import { keepAfter, needsGate } from '../rules/layoff.ts'
import { type Facts, isClean } from './facts.ts'
import { hasFlared, returnPhase, stageOf, type State } from './state.ts'

/** The week before was clean, complete and full, and neither more nor other than planned. */
export const mayProgress = (programme: Programme, facts: Facts): boolean => {
  const week = facts.lastWeek
  if (week === undefined) return false
  const fits = week.isComplete && !week.isShort && !week.isSilent && !facts.isOvershoot && !week.isUnplanned
  // A steady trace that a clinician tolerates counts as clean here, and for no gate.
  return (isClean(week) || week.isTolerated) && fits && keepAfter(programme.layoff, facts.gap, 'other') === 1
}

/** The phase of the week to plan; only logged facts move a runner on. */
export function nextPhase(
  programme: Programme,
  state: State,
  facts: Facts,
  gate: readonly Condition[],
  inUseFrom: Day | undefined,
): Phase {
  const { phase } = state
  const stage = stageOf(phase)
  if (phase === 'acute-break' || phase === 'rehab') return fromRest(programme, state, facts, gate)
  if (phase === 'acute-reduced') return fromReduced(programme, state, facts, gate, inUseFrom)
  if (stage !== undefined) return fromStage(programme, state, stage, facts)
  const isTooLong =
    (phase === 'build' || (phase === 'maintain' && hasFlared(state))) &&
    needsGate(programme.layoff, facts.gap, false)
  return isTooLong ? 'rehab' : phase
}

function fromRest(programme: Programme, state: State, facts: Facts, gate: readonly Condition[]): Phase {
  // The gate looks back seven days, the week's grade on everything else that was logged in them.
  if (isOpen(gate) && isClean(facts.lastWeek)) return returnPhase(0)
  if (state.phase === 'rehab') return 'rehab'
  const since = state.episode?.lastBreak ?? state.episode?.acuteSince ?? state.at
  return isRehabDue(programme.acute, state.at - since) ? 'rehab' : 'acute-break'
}

function fromReduced(
  programme: Programme,
  state: State,
  facts: Facts,
  gate: readonly Condition[],
  inUseFrom: Day | undefined,
): Phase {
  if (needsGate(programme.layoff, facts.gap, true)) return 'rehab'
  const since = state.episode?.acuteSince ?? state.at
  // What lies before the log was in use nobody can vouch for.
  const known = inUseFrom === undefined ? state.at : Math.max(since, inUseFrom)
  const isOver = isReducedOver(programme.acute, state.at - known)
  const cut = state.weeks.slice(-CUT_WEEKS)
  const wasCut =
    cut.length === CUT_WEEKS &&
    cut.every(
      (week) =>
        week.phase === 'acute-reduced' &&
        week.planned !== undefined &&
        week.isComplete &&
        !week.isShort &&
        !week.isOvershoot,
    )
  const isCalm = state.runs.every(
    (run) => run.day <= since || isReducedOver(programme.acute, state.at - run.day - 1) || run.grade === 'S0',
  )
  return isOver && isCalm && wasCut && mayProgress(programme, facts) && isOpen(gate)
    ? 'build'
    : 'acute-reduced'
}

/** Both weeks of the shortest cut. */
const CUT_WEEKS = 2

function fromStage(programme: Programme, state: State, stage: number, facts: Facts): Phase {
  if (needsGate(programme.layoff, facts.gap, true)) return 'rehab'
  const knee = facts.lastWeek?.knee ?? 'U'
  if (isAtLeast(knee, 'S2')) return stage === 0 ? 'rehab' : returnPhase(stage - 1)
  if (!mayProgress(programme, facts)) return state.phase
  return stage + 1 < programme.stages.length ? returnPhase(stage + 1) : 'build'
}
