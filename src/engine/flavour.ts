import { isFarEnough } from '../rules/spacing.ts'
import { accentOf } from '../rules/cycle.ts'
import { isIntensityClosed } from '../rules/pain-response.ts'
import { isRunFree, stageOf } from './state.ts'
import type { Order } from './prescribe.ts'
import type { PlannedRun } from './week-plan.ts'

/**
 * Adds to placed runs what is not volume: pickups, hills, a steady day, and in the cycle one hard session.
 */
export function flavour(order: Order, runs: readonly PlannedRun[]): PlannedRun[] {
  return withCycle(order, withHills(order, withPickups(order, [...runs])))
}

/** The run of the middle of the week: never the long one, and not the first after rest days. */
const middle = (runs: readonly PlannedRun[]): number => Math.max(0, Math.floor((runs.length - 1) / 2))

/** Pickups want a run without walking breaks: where a stage has frames, that is its last. */
function straight({ programme, phase }: Order, runs: readonly PlannedRun[]): number {
  const stage = stageOf(phase)
  const hasFrames = stage !== undefined && (programme.stages[stage]?.frames.length ?? 0) > 0
  return hasFrames ? runs.length - 1 : middle(runs)
}

function withPickups(order: Order, runs: PlannedRun[]): PlannedRun[] {
  const { programme, state, facts, phase, decision } = order
  const stage = stageOf(phase)
  const pickups =
    stage === undefined
      ? phase === 'build'
        ? programme.stages.at(-1)?.pickups
        : undefined
      : programme.stages[stage]?.pickups
  if (pickups === undefined || runs.length === 0) return runs
  const since = facts.sinceLastPain ?? Number.POSITIVE_INFINITY
  const isClosed = isIntensityClosed(programme.painResponse, since)
  const sinceReturn = state.runs.filter((run) => run.day >= firstReturnDay(state))
  const isClean = sinceReturn.length > 0 && sinceReturn.every(({ grade }) => grade === 'S0')
  // In the stages every run since the return must have been clean; later the last two weeks decide.
  // In a week that is held, after a pause or an open score, they are what is left out first.
  const allowed =
    decision.verdict === 'progress' &&
    !isClosed &&
    (stage === undefined ? !isFirstOnRise(order, runs) : isClean)
  return allowed
    ? runs.map((run, index) => (index === straight(order, runs) ? { ...run, pickups: pickups.most } : run))
    : runs
}

/**
 * After the stages volume and intensity never rise in the same week: what comes in anew waits for a week that
 * holds.
 */
function isFirstOnRise({ state, facts }: Order, runs: readonly PlannedRun[]): boolean {
  const previous = facts.previous?.meters ?? Number.POSITIVE_INFINITY
  const week = runs.reduce((sum, run) => sum + run.volume.meters, 0)
  return week > previous && state.weeks.at(-1)?.hadIntensity !== true
}

const firstReturnDay = (state: Order['state']): number =>
  state.weeks.reduce<number>(
    (first, week) => (isRunFree(week.phase) || stageOf(week.phase) === undefined ? week.start + 7 : first),
    0,
  )

/** Two days between one hill or hard session and the next. */
const isFresh = ({ programme, state }: Order, { day }: PlannedRun): boolean =>
  state.lastHard === undefined || isFarEnough(programme.spacing, (day - state.lastHard) * SECONDS_A_DAY)

const SECONDS_A_DAY = 86_400

function withHills(order: Order, runs: PlannedRun[]): PlannedRun[] {
  const { collected } = order
  const { hills } = collected
  if (hills === undefined || !hills.open) return runs
  const { terrain } = hills
  return runs.map((run, index) =>
    index === middle(runs) && isFresh(order, run) ? { ...run, terrain, pickups: 0 } : run,
  )
}

function withCycle(order: Order, runs: PlannedRun[]): PlannedRun[] {
  const { programme, state, facts, phase, collected, decision } = order
  const { cycle } = collected
  if (phase !== 'maintain' || cycle === undefined || runs.length < 2) return runs
  const steady = runs.map((run, index) => (index === 0 ? { ...run, intensity: 'steady' as const } : run))
  const previous = facts.previous?.meters ?? Number.POSITIVE_INFINITY
  const week = runs.reduce((sum, run) => sum + run.volume.meters, 0)
  const since = facts.sinceLastPain ?? Number.POSITIVE_INFINITY
  // The gate of the hills, clean days with enough clean runs, holds for every hard session.
  const isOpen =
    !isIntensityClosed(programme.painResponse, since) &&
    facts.cleanRuns >= programme.hills.cleanRuns &&
    state.weeks.length >= 2 &&
    decision.verdict === 'progress'
  // Volume and intensity never rise in the same week.
  if (cycle.block !== 'progress' || week > previous || !isOpen) return steady
  const accent = accentOf(programme.maintain, cycle)
  return steady.map((run, index) => {
    if (index !== middle(runs) || index === 0 || !isFresh(order, run)) return run
    if (accent === 'hill') return { ...run, terrain: 'uphill' as const }
    return accent === 'hard' ? { ...run, intensity: 'hard' as const } : run
  })
}
