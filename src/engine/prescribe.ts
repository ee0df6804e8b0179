import { isStrengthDue, sessionsIn } from '../rules/strength-plan.ts'
import { dosesFor } from '../rules/stage-dose.ts'
import { restDaysOf } from '../rules/spacing.ts'
import { addDays, type Day } from '../base/calendar.ts'
import { metres, NO_RUNNING, seconds, timeFor, type Volume } from '../base/units.ts'
import type { Programme } from '../protocol/programme.ts'
import { runsOfWeek } from '../rules/build-shape.ts'
import { type Finding, finding, isAtLeast, type Phase } from '../rules/finding.ts'
import { variableToChange } from '../rules/pain-response.ts'
import { heldRun } from '../rules/session-cap.ts'
import type { Collected } from './collect-findings.ts'
import type { Decision } from './decide.ts'
import { earliestRunDay, type Facts } from './facts.ts'
import { mayProgress } from './next-phase.ts'
import { type Demand, fittingRuns, placeWeek } from './place-week.ts'
import { type Shares, shareDistance, shareMinutes } from './share-out.ts'
import { isRunFree, stageOf, type State, standingOf } from './state.ts'
import { flavour } from './flavour.ts'
import type { PlannedRun } from './week-plan.ts'

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
}

/** Turns phase and ceilings into runs on days: as many as fit, as long as allowed. */
export function prescribe(asked: Order): PlacedWeek {
  const order = { ...asked, most: mostOf(asked) }
  const { state, phase } = order
  const demand = demandOf(order)
  const wanted = isRunFree(phase) ? 0 : runsWanted(order, demand)
  const first = placeWeek({ ...demand, runs: wanted })
  const shares = isRunFree(phase) ? { runs: [], total: NO_RUNNING } : shareOut(order, first.runs.length)
  // Fewer runs than days: the days are chosen again for the runs that are left.
  const placed = shares.runs.length === first.runs.length ? first : placeWeek({ ...demand, runs: shares.runs.length })
  const runs = placed.runs.map((position, index): PlannedRun => ({
    day: addDays(state.at, position),
    volume: shares.runs[index] ?? NO_RUNNING,
    terrain: phase === 'base' ? null : 'flat',
    pickups: 0,
    intensity: 'easy',
    isLong: placed.runs.length > 1 && index === placed.runs.length - 1 && demand.longLast,
  }))
  return {
    runs: flavour(order, runs),
    strength: placed.strength.map((position) => addDays(state.at, position)),
    total: shares.total,
    restDays: demand.restDays,
    findings: missing(order, wanted, shares.runs.length === first.runs.length ? placed.runs.length : wanted, demand.strength, placed.strength.length),
  }
}

/** A held week does not give the distance of a run that was left out to the others. */
function mostOf(order: Order): Volume {
  const { programme, state, facts, phase, decision, most } = order
  const isHeld = facts.previous !== undefined && facts.previous.meters > 0 && !mayProgress(programme, facts)
  if (!isHeld || stageOf(phase) !== undefined || phase === 'base') return most
  const left = Math.min(decision.ceiling.seconds, timeFor(decision.ceiling.meters, facts.pace))
  // The distance of a dropped run is off the ceiling already: a run's share is that of the week before the drop.
  const week = dropsRun(order) && state.lastRuns > 1 ? (left * state.lastRuns) / (state.lastRuns - 1) : left
  // A clean week would have lifted the spacing and made room for more, shorter runs; a held one must not gain by it.
  const { runs, spacedThrough } = programme.shape
  const opens = phase === 'acute-reduced' || (state.returnClean + 1 <= spacedThrough && state.returnClean + 3 > spacedThrough)
  // Days away make one week of fewer, longer runs; the weeks around it tell how many are usual.
  const usual = Math.max(state.lastRuns, ...state.weeks.slice(-4).map(({ plannedRuns }) => plannedRuns))
  const before = opens ? Math.max(runs, usual) : usual
  const held = heldRun(programme.sessionCap, week, programme.shape.longShare, before)
  return { meters: most.meters, seconds: seconds(Math.min(most.seconds, held)) }
}

function demandOf({ programme, state, facts, phase, available }: Order): Demand {
  const stage = stageOf(phase)
  const { shape, strength, spacing } = programme
  const isLate = phase === 'maintain' || phase === 'base' || (phase === 'build' && state.returnClean + 1 > shape.spacedThrough)
  const lastGrade = facts.lastWeek?.grade ?? 'S0'
  const isSoreWeek = !isRunFree(phase) && phase !== 'base' && isAtLeast(lastGrade, 'U') && state.weeks.length > 0
  const lastStrength = state.strengthSessions.at(-1)
  return {
    available,
    runs: 0,
    isSpaced: !isLate,
    // An unplanned run or one too many costs a rest day first, in any phase.
    ranDayBefore: [state.lastRun, facts.lastWeek?.lastPlanned].includes(addDays(state.at, -1)),
    runsFrom: Math.min(7, earliestRunDay(state) - state.at + (facts.lastWeek?.isUnplanned === true && state.lastRun === addDays(state.at, -1) ? 1 : 0)),
    longLast: stage === undefined ? phase !== 'acute-reduced' : (programme.stages[stage]?.longestLast ?? false),
    strength: phase === 'stop' ? 0 : strengthWanted(strength, phase),
    strengthFrom: strengthFrom(strength, state),
    strengthDayBefore: lastStrength === addDays(state.at, -1),
    restDays: restDaysOf(spacing, isSoreWeek),
    likes: likesOf(phase, 3),
  }
}

/** First position of the week on which strength is due again after a flare; 7 when it is none of them. */
function strengthFrom(strength: Programme['strength'], { at, episode }: State): number {
  if (episode === undefined) return 0
  const due = [0, 1, 2, 3, 4, 5, 6].find((position) => isStrengthDue(strength, at + position - episode.acuteSince + 1))
  return due ?? 7
}

const strengthWanted = (strength: Programme['strength'], phase: Phase): number => {
  if (stageOf(phase) !== undefined) return sessionsIn(strength, 'return')
  if (phase === 'base') return sessionsIn(strength, 'least')
  return sessionsIn(strength, phase === 'build' || phase === 'maintain' ? 'later' : 'rehab')
}

/** The templates of the protocol, by position in the runner's week. */
function likesOf(phase: Phase, runs: number): Demand['likes'] {
  if (stageOf(phase) === 0) return { runs: [0, 2, 4, 6], strength: [1, 3, 6] }
  if (stageOf(phase) === 1) return { runs: [1, 3, 5], strength: [2, 4, 6] }
  return runs >= 4 ? { runs: [0, 2, 3, 5], strength: [1, 6] } : { runs: [0, 2, 5], strength: [1, 3, 6] }
}

function runsWanted(order: Order, demand: Demand): number {
  const { programme, state, facts, phase, decision } = order
  const stage = stageOf(phase)
  const rule = stage === undefined ? undefined : programme.stages[stage]
  if (rule !== undefined) return rule.runs.length
  if (phase === 'base') return withoutOne(order, habitual(order))
  const time = Math.min(decision.ceiling.seconds, timeFor(decision.ceiling.meters, facts.pace))
  const wanted = runsOfWeek(programme.shape, {
    time,
    returnWeek: phase === 'acute-reduced' ? 1 : phase === 'maintain' ? Number.POSITIVE_INFINITY : state.returnClean + 1,
    lastRuns: state.lastRuns === 0 && phase === 'maintain' ? habitual(order) : state.lastRuns,
    sinceAdded: state.runAddedOn === undefined ? undefined : state.at - state.runAddedOn,
    habit: state.episode?.habit ?? (phase === 'maintain' ? Math.max(habitual(order), state.lastRuns) : undefined),
    fitting: phase === 'acute-reduced' ? programme.shape.runs : fittingRuns(demand, programme.shape.runs + 1),
  })
  return withoutOne(order, wanted)
}

/** Frequency is the last variable to change: one run less, where the others can carry the week. */
function withoutOne(order: Order, wanted: number): number {
  const { decision, facts, most } = order
  const time = Math.min(decision.ceiling.seconds, timeFor(decision.ceiling.meters, facts.pace))
  const longest = Math.min(most.seconds, timeFor(most.meters, facts.pace))
  return dropsRun(order) && wanted > 1 && (wanted - 1) * longest >= time ? wanted - 1 : wanted
}

/** Run days of a usual week: the median of the last four with runs, or more where one run would be too long. */
function habitual({ programme, state, decision, facts, most }: Order): number {
  const recent = state.weeks.filter((week) => week.runs > 0).slice(-4).map((week) => week.runDays).sort((a, b) => a - b)
  const usual = recent[Math.floor((recent.length - 1) / 2)] ?? programme.shape.runs
  const time = Math.min(decision.ceiling.seconds, timeFor(decision.ceiling.meters, facts.pace))
  const longest = Math.min(most.seconds, timeFor(most.meters, facts.pace))
  const needed = longest > 0 && Number.isFinite(longest) ? Math.ceil(time / longest) : usual
  return recent.length === 0 ? Math.max(usual, needed) : usual
}

const dropsRun = ({ state, facts, phase }: Order): boolean => {
  const week = facts.lastWeek
  if (week === undefined || !isAtLeast(week.grade, 'S1') || phase === 'acute-reduced') return false
  const asked = { where: standingOf(week.phase), hadIntensity: week.hadIntensity, runs: state.lastRuns, trained: facts.trained, planned: facts.planned }
  return variableToChange(asked) === 'frequency'
}

function shareOut(order: Order, runs: number): Shares {
  const { programme, state, facts, phase, decision, most } = order
  const { shortest } = programme.sessionCap
  const stage = stageOf(phase)
  const rule = stage === undefined ? undefined : programme.stages[stage]
  if (runs === 0) return { runs: [], total: NO_RUNNING }
  if (rule !== undefined) {
    return shareMinutes(dosesFor(rule, runs).slice(-runs), decision.lowest, most, shortest, facts.pace)
  }
  const longShare = phase === 'acute-reduced' ? 0 : programme.shape.longShare
  const habit = phase === 'build' && state.episode?.longest !== undefined ? metres(state.episode.longest) : undefined
  return shareDistance({ runs, longShare, habit }, decision.lowest, most, shortest, facts.pace)
}

function missing({ available, phase }: Order, wanted: number, placed: number, strengthWanted: number, strengthPlaced: number): Finding[] {
  const names = available.flatMap((isFree, day) => (isFree ? [String(day + 1)] : []))
  const days = names.length === 7 ? 'this week' : names.length === 0 ? 'no day' : `the ${names.length} days there are`
  const few = phase === 'acute-break' || phase === 'stop'
  return [
    ...(placed < wanted ? [finding('placement', placed === 0 ? 'none' : 'runs', { saw: { wanted, placed, days } })] : []),
    ...(strengthPlaced < strengthWanted && !few
      ? [finding('placement', 'strength', { saw: { wanted: strengthWanted, placed: strengthPlaced, days } })]
      : []),
  ]
}
