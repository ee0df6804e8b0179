import { isRunFree, stageOf } from './state.ts'
import type { Order } from './prescribe.ts'
import type { PlannedRun } from './week-plan.ts'

/** Adds to placed runs what is not volume: pickups, hills, a steady day, and in the cycle one hard session. */
export function flavour(order: Order, runs: readonly PlannedRun[]): PlannedRun[] {
  const spoiled = runs.length === 0 ? [] : [...runs]
  return withCycle(order, withHills(order, withPickups(order, spoiled)))
}

/** The run of the middle of the week: never the long one, and not the first after rest days. */
const middle = (runs: readonly PlannedRun[]): number => Math.max(0, Math.floor((runs.length - 1) / 2))

function withPickups({ programme, state, facts, phase }: Order, runs: PlannedRun[]): PlannedRun[] {
  const stage = stageOf(phase)
  const pickups = stage === undefined ? (phase === 'build' ? programme.stages.at(-1)?.pickups : undefined) : programme.stages[stage]?.pickups
  if (pickups === undefined || runs.length === 0) return runs
  const since = facts.sinceLastPain ?? Number.POSITIVE_INFINITY
  const isClosed = since <= programme.painResponse.closesIntensity
  const sinceReturn = state.runs.filter((run) => run.day >= firstReturnDay(state))
  const isClean = sinceReturn.length > 0 && sinceReturn.every(({ grade }) => grade === 'S0')
  // In the stages every run since the return must have been clean; later the last two weeks decide.
  const allowed = !isClosed && (stage === undefined || isClean)
  return allowed ? runs.map((run, index) => (index === middle(runs) ? { ...run, pickups: pickups.most } : run)) : runs
}

const firstReturnDay = (state: Order['state']): number =>
  state.weeks.reduce<number>((first, week) => (isRunFree(week.phase) || stageOf(week.phase) === undefined ? week.start + 7 : first), 0)

function withHills({ collected }: Order, runs: PlannedRun[]): PlannedRun[] {
  const { hills } = collected
  if (hills === undefined || !hills.open) return runs
  const { terrain } = hills
  return runs.map((run, index) => (index === middle(runs) ? { ...run, terrain, pickups: 0 } : run))
}

function withCycle({ programme, state, facts, phase, collected, decision }: Order, runs: PlannedRun[]): PlannedRun[] {
  const { cycle } = collected
  if (phase !== 'maintain' || cycle === undefined || runs.length < 2) return runs
  const steady = runs.map((run, index) => (index === 0 ? { ...run, intensity: 'steady' as const } : run))
  const previous = facts.previous?.meters ?? Number.POSITIVE_INFINITY
  const week = runs.reduce((sum, run) => sum + run.volume.meters, 0)
  const since = facts.sinceLastPain ?? Number.POSITIVE_INFINITY
  const isOpen = since > programme.painResponse.closesIntensity && state.weeks.length >= 2 && decision.verdict === 'progress'
  // Volume and intensity never rise in the same week.
  if (cycle.block === 'hold' || week > previous || !isOpen) return steady
  const isHillWeek = cycle.weekOfBlock === 1 && programme.maintain.hillSessions > 0
  const isHardWeek = cycle.weekOfBlock > 1 && programme.maintain.hardSessions > 0
  return steady.map((run, index) => {
    if (index !== middle(runs) || index === 0) return run
    if (isHillWeek) return { ...run, terrain: 'uphill' as const }
    return isHardWeek ? { ...run, intensity: 'hard' as const } : run
  })
}
