import { isLongRun } from '../rules/build-shape.ts'
import { dosesFor } from '../rules/stage-dose.ts'
import { addDays, type Day } from '../base/calendar.ts'
import { metres, NO_RUNNING, plus, seconds, type Volume } from '../base/units.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Finding, Phase } from '../rules/finding.ts'
import type { Collected } from './collect-findings.ts'
import type { Decision } from './decide.ts'
import type { Facts } from './facts.ts'
import { placeWeek } from './place-week.ts'
import { demandOf, likesOf } from './demand.ts'
import { runsWanted } from './runs-wanted.ts'
import { type Shares, shareDistance, shareMinutes } from './share-out.ts'
import { isRunFree, stageOf, type State } from './state.ts'
import { flavour } from './flavour.ts'
import { unplaced } from './unplaced.ts'
import type { Behind, PlannedRun } from './week-plan.ts'

/** The runs and strength days of a week, and what had to be left out. */
export interface PlacedWeek {
  readonly runs: readonly PlannedRun[]
  readonly strength: readonly Day[]
  readonly total: Volume
  /** Full rest days that the week must keep. */
  readonly restDays: number
  readonly findings: readonly Finding[]
}

/** What the runs and days of a week are worked out from. */
export interface Order {
  readonly programme: Programme
  readonly state: State
  readonly facts: Facts
  readonly phase: Phase
  readonly decision: Decision
  readonly collected: Collected
  readonly most: Volume
  readonly available: readonly boolean[]
  readonly strengthDays: readonly boolean[]
  /** Runs of days that are over stay where they were. */
  readonly behind: Behind | undefined
}

/** Turns phase and ceilings into runs on days: as many as fit, as long as allowed. */
export function prescribe(order: Order): PlacedWeek {
  const { programme, state, phase } = order
  const demand = demandOf(order)
  const wanted = isRunFree(phase) ? 0 : runsWanted(order, demand)
  const place = (runs: number) => placeWeek({ ...demand, runs, likes: likesOf(phase, runs) })
  const first = place(wanted)
  const shares = isRunFree(phase) ? NO_SHARES : shareAround(order, first.runs)
  // Fewer runs than days: the days are chosen again for the runs that are left.
  const placed = shares.runs.length === first.runs.length ? first : place(shares.runs.length)
  const runs = placed.runs.map(
    (position, index): PlannedRun => ({
      day: addDays(state.at, position),
      volume: shares.runs[index] ?? NO_RUNNING,
      terrain: phase === 'base' && !(order.facts.hurtLately && isLongest(shares, index)) ? null : 'flat',
      pickups: 0,
      intensity: 'easy',
      isLong: demand.longLast && index === placed.runs.length - 1 && standsOut(order, shares.runs),
    }),
  )
  return {
    runs: flavour(order, runs),
    strength: placed.strength.map((position) => addDays(state.at, position)),
    total: shares.total,
    restDays: demand.restFromStrength,
    findings: unplaced(programme, demand, phase, {
      start: state.at,
      wanted,
      // Fewer runs than days were left by the volume, and not by the days.
      runs: shares.runs.length === first.runs.length ? placed.runs.length : wanted,
      strength: placed.strength.length,
    }),
  }
}

/** What hurt takes the longest run to flat ground, also where the ground is the runner's own matter. */
const isLongest = ({ runs }: Shares, index: number): boolean =>
  runs.every(({ meters }) => meters <= (runs[index]?.meters ?? 0))

/** The last run is clearly longer than each of the others, in the unit of the week. */
function standsOut({ programme: { shape }, phase }: Order, runs: readonly Volume[]): boolean {
  const amounts = runs.map(({ seconds, meters }) => (stageOf(phase) === undefined ? meters : seconds))
  const others = amounts.slice(0, -1)
  return others.length > 0 && isLongRun(shape, amounts.at(-1) ?? 0, Math.max(...others))
}

const NO_SHARES: Shares = { runs: [], total: NO_RUNNING }

/**
 * Runs of days that are over stay as long as they were. The others are as long as if the week were all ahead,
 * and shorter where the week would be more than it may be: what was missed is not made up.
 */
function shareAround(order: Order, positions: readonly number[]): Shares {
  const { state, decision, behind } = order
  const shares = shareOut(order, positions.length)
  const over = (behind?.runs ?? []).filter(({ day }) => positions.includes(day - state.at))
  if (over.length === 0 || shares.runs.length < positions.length) return shares
  const ran = totalOf(over.map(({ volume }) => volume))
  const lowest = {
    meters: metres(Math.max(0, decision.lowest.meters - ran.meters)),
    seconds: seconds(Math.max(0, decision.lowest.seconds - ran.seconds)),
  }
  const left = shareOut({ ...order, decision: { ...decision, lowest } }, positions.length - over.length)
  const ahead = shares.runs.slice(over.length)
  const rest = totalOf(ahead).meters <= left.total.meters ? ahead : left.runs
  const runs = [...over.map(({ volume }) => volume), ...rest]
  return { runs, total: totalOf(runs) }
}

const totalOf = (runs: readonly Volume[]): Volume => runs.reduce<Volume>(plus, NO_RUNNING)

function shareOut(order: Order, runs: number): Shares {
  const { programme, state, facts, phase, decision, most } = order
  const { shortest } = programme.sessionCap
  const stage = stageOf(phase)
  const rule = stage === undefined ? undefined : programme.stages[stage]
  if (runs === 0) return NO_SHARES
  if (rule !== undefined) {
    return shareMinutes(dosesFor(rule, runs).slice(-runs), decision.lowest, most, shortest, facts.pace)
  }
  const longShare = phase === 'acute-reduced' ? 0 : programme.shape.longShare
  const habit =
    phase === 'build' && state.episode?.longest !== undefined ? metres(state.episode.longest) : undefined
  return shareDistance({ runs, longShare, habit }, decision.lowest, most, shortest, facts.pace)
}
