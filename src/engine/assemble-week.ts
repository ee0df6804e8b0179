import { floorTo, higher, metres, NO_RUNNING, seconds, type Volume } from '../base/units.ts'
import type { Finding, Phase } from '../rules/finding.ts'
import type { Condition } from '../rules/gate.ts'
import type { Decision } from './decide.ts'
import type { Facts } from './facts.ts'
import type { PlacedWeek } from './prescribe.ts'
import { isRunFree, returnPhase, type State, stageOf } from './state.ts'
import type { WeekPlan } from './week-plan.ts'

/** The steps in which weeks are planned: less than one of them short is rounding. */
const STEP = 100
const MINUTE = 60

/**
 * A decided and placed week with what bound it: the lowest ceiling, the days, or the length of single runs.
 */
export function assemble(
  state: State,
  facts: Facts,
  gate: readonly Condition[],
  phase: Phase,
  decision: Decision,
  placed: PlacedWeek,
  caps: readonly Finding[],
): WeekPlan {
  // In minutes a week is held to the minutes of a ceiling, and its metres are what those minutes come to.
  const allowed = stageOf(phase) === undefined ? decision.ceiling : decision.lowest
  const ceiling: Volume = {
    meters: metres(finite(floorTo(allowed.meters, STEP), placed.total.meters)),
    seconds: seconds(finite(Math.floor(allowed.seconds + 1e-6), placed.total.seconds)),
  }
  // Where days or the length of single runs leave less than the ceilings allow, they are what binds.
  const isShort =
    stageOf(phase) === undefined
      ? placed.total.meters + STEP <= floorTo(decision.ceiling.meters, STEP)
      : placed.total.seconds + MINUTE <= decision.ceiling.seconds
  const cap = { ceiling: { meters: placed.total.meters, seconds: placed.total.seconds } }
  // Where the knee spoke up is the reason that must be named; of days that are missing it is told as well.
  const isOnset = caps.some(({ says }) => says === 'onset')
  const reasons = isOnset ? [...caps, ...placed.findings] : [...placed.findings, ...caps]
  const shaped = reasons.map((found, index) => (isShort && index === 0 ? { ...found, ...cap } : found))
  const findings = [...decision.findings, ...shaped]
  const binding = (isShort ? shaped[0] : undefined) ?? decision.binding ?? findings[0]
  if (binding === undefined) throw new Error('a week was decided without any finding')
  const hasHills = placed.runs.some(({ terrain }) => terrain === 'uphill' || terrain === 'hilly')
  return {
    start: state.at,
    phase,
    returnWeek: stageOf(phase) === undefined && phase !== 'build' ? undefined : returnWeekOf(state, phase),
    verdict: decision.verdict,
    findings,
    binding,
    ceiling,
    total: placed.total,
    whole: placed.total,
    wholeLongest: placed.runs.reduce((most, { volume }) => higher(most, volume), NO_RUNNING),
    runs: placed.runs,
    strength: placed.strength,
    restDays: placed.restDays,
    unit: stageOf(phase) === undefined ? 'distance' : 'time',
    facts,
    gate,
    hasHills,
    hasIntensity:
      hasHills || placed.runs.some(({ pickups, intensity }) => pickups > 0 || intensity === 'hard'),
    wasHeld: !isRunFree(phase) && phase !== 'acute-reduced' && wasHeld(decision),
  }
}

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise)

/** Entering the first stage begins the count again. */
const returnWeekOf = (state: State, phase: Phase): number =>
  phase === returnPhase(0) && isRunFree(state.phase) ? 1 : state.returnClean + 1

/**
 * The week was held for what the runner felt, did or did not say, and not by the calendar of the protocol.
 */
const wasHeld = ({ verdict, findings }: Decision): boolean =>
  verdict !== 'progress' &&
  findings.some(
    ({ says, verdict: said }) =>
      said !== null && said !== 'progress' && says !== 'trained' && says !== 'assumed',
  )
