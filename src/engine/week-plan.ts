import { isTooSmall } from '../rules/pre-injury-cap.ts'
import type { Day } from '../base/calendar.ts'
import { distanceIn, floorTo, higher, lower, metres, type Pace, seconds, type Volume } from '../base/units.ts'
import type { AbsenceEntry, LimitEntry, Runner } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Condition } from '../rules/gate.ts'
import { ceilingOf, type Finding, finding, isAtLeast, type Phase, type Verdict } from '../rules/finding.ts'
import { evaluateSessionCap, isInWindow, shortestRun } from '../rules/session-cap.ts'
import { assemble } from './assemble-week.ts'
import { daysOf, hasDays, strengthDaysOf } from './available-days.ts'
import { collectFindings } from './collect-findings.ts'
import { decide, type Decision } from './decide.ts'
import type { Diary } from './diary.ts'
import { type Facts, gatherFacts } from './facts.ts'
import { gateOn } from './gate-facts.ts'
import { nextPhase } from './next-phase.ts'
import { noticesFor, softSignals } from './notices.ts'
import { daysOfWeek } from './live-week.ts'
import { pauseFindings } from './pause.ts'
import { prescribe } from './prescribe.ts'
import { hasFlared, isRunFree, returnPhase, stageOf, type State } from './state.ts'

/** One planned run. */
export interface PlannedRun {
  readonly day: Day
  readonly volume: Volume
  readonly terrain: 'flat' | 'uphill' | 'hilly' | null
  readonly pickups: number
  readonly intensity: 'easy' | 'steady' | 'hard'
  readonly isLong: boolean
}

/** One week decided and placed, before it is worded. */
export interface WeekPlan {
  readonly start: Day
  readonly phase: Phase
  readonly returnWeek: number | undefined
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly binding: Finding
  readonly ceiling: Volume
  readonly total: Volume
  /** What it would be with all of the runner's days; the same where none is taken away. */
  readonly whole: Volume
  /** The longest run of that, in each unit. */
  readonly wholeLongest: Volume
  readonly runs: readonly PlannedRun[]
  readonly strength: readonly Day[]
  /** Full rest days that the week must keep. */
  readonly restDays: number
  readonly unit: 'time' | 'distance'
  readonly facts: Facts
  readonly gate: readonly Condition[]
  readonly hasHills: boolean
  readonly hasIntensity: boolean
  readonly wasHeld: boolean
}

/** Everything a week is planned from. */
export interface Setting {
  readonly programme: Programme
  readonly diary: Diary
  readonly runner: Runner
  readonly limits: readonly LimitEntry[]
  readonly absences: readonly AbsenceEntry[]
  readonly asOf: Day
  /** The part of the week that is over where its days changed in the middle. Absent where they did not. */
  readonly behind?: Behind | undefined
}

/** Days before one of the week, whose runs stay as they were shown, and the days that the week began with. */
export interface Behind {
  readonly until: Day
  readonly availableDays: Runner['availableDays']
  readonly runs: readonly Pick<PlannedRun, 'day' | 'volume'>[]
}

/** Plans the week that the state has come to; days that are taken away are compared with the whole week. */
export function planWeek(setting: Setting, state: State): WeekPlan {
  const { behind, runner } = setting
  const begun = behind === undefined ? runner : { ...runner, availableDays: behind.availableDays }
  const free = { ...setting, absences: [], behind: undefined, runner: begun }
  const unpaused = { ...state, pausing: { ...state.pausing, pause: undefined } }
  const isWhole = String(daysOf(setting, state)) === String(daysOf(free, unpaused))
  const whole = isWhole ? undefined : planOn(free, unpaused)
  const plan = planOn(setting, state, whole)
  return whole === undefined ? plan : { ...plan, whole: whole.total, wholeLongest: whole.wholeLongest }
}

/** Plans a week on the days there are; `whole` is the same week with those that are taken away. */
function planOn(setting: Setting, state: State, whole?: WeekPlan): WeekPlan {
  const { programme, diary, runner, limits, asOf } = setting
  const facts = gatherFacts(programme, runner, state)
  const gate = gateOn(programme, diary, state, limits, asOf)
  const tooSmall = isTooSmall(programme.preInjury, facts.preInjury)
  const wanted = nextPhase(programme, state, facts, gate, diary.inUseFrom)
  const phase = tooSmall && wanted === returnPhase(0) ? 'rehab' : wanted
  const others = [
    ...pauseFindings(state.pausing.pause, state.at, daysOfWeek(state.at)),
    ...noticesFor(programme, diary, state, gate, asOf, heldInARow(state, phase)),
    ...softSignals(programme, diary, state, asOf),
  ]
  const planned = tryPhase(setting, state, facts, gate, phase, others, { whole })
  if (phase === 'build' && reaches(whole ?? planned, facts)) return asMaintain(programme, planned)
  const isEmptied =
    planned.runs.length === 0 &&
    !isRunFree(phase) &&
    (whole === undefined ? hasDays(setting, state) : isRunFree(whole.phase))
  if (!isEmptied) return planned
  // Who never had a flare, and whom nothing hurt, has nothing to come back from, and keeps one run.
  if (!hasFlared(state) && !isAtLeast(facts.lastWeek?.grade ?? 'S0', 'S2'))
    return tryPhase(setting, state, facts, gate, phase, others, { whole, keepsOneRun: true })
  // Less than one run of ten minutes is no week: the way back begins again at the gate.
  return tryPhase(setting, state, facts, gate, 'rehab', [...others, whyEmpty(programme, planned)], {})
}

/** Why a week of running holds no run: no day is left for one, or too little for ten minutes. */
function whyEmpty({ sessionCap }: Programme, { findings, ceiling }: WeekPlan): Finding {
  const hasRoom = ceiling.seconds >= sessionCap.shortest
  const noDay = findings.find(({ rule, says }) => rule === 'placement' && says === 'later')
  if (hasRoom && noDay !== undefined) return noDay
  return finding(sessionCap.id, 'too-short', { saw: { shortestSeconds: sessionCap.shortest } })
}

/**
 * Holds for pain in a row, this one among them: a week with mild pain, at the knee or elsewhere, is one. A
 * missing score and a short week neither make nor break a row.
 */
function heldInARow({ weeks }: State, phase: Phase): number {
  if (isRunFree(phase)) return 0
  const telling = weeks.filter(({ grade, isShort, isSilent }) => grade !== 'U' && !isShort && !isSilent)
  const broken = telling.findLastIndex(({ grade, isTolerated }) => grade !== 'S1' || isTolerated)
  return telling.length - 1 - broken
}

/** The week that reaches the old one begins the cycle, whose first block holds and has no hills. */
const asMaintain = ({ hills }: Programme, planned: WeekPlan): WeekPlan => ({
  ...planned,
  phase: 'maintain',
  returnWeek: undefined,
  findings: planned.findings.filter(({ rule }) => rule !== hills.id || rule === planned.binding.rule),
  runs: planned.runs.map((run) => ({ ...run, terrain: 'flat', pickups: 0 })),
  hasHills: false,
  hasIntensity: false,
})

/** The way back ends where the ceiling lets the whole old week through, or the lower goal. */
function reaches(planned: WeekPlan, facts: Facts): boolean {
  const target = Math.min(facts.preInjury.meters, facts.goal.meters)
  return planned.total.meters > 0 && planned.total.meters >= floorTo(target, 100)
}

function tryPhase(
  setting: Setting,
  state: State,
  facts: Facts,
  gate: readonly Condition[],
  phase: Phase,
  others: readonly Finding[],
  { whole, keepsOneRun = false }: { readonly whole?: WeekPlan | undefined; readonly keepsOneRun?: boolean },
): WeekPlan {
  const { programme, limits } = setting
  const { inUseFrom } = setting.diary
  const collected = collectFindings({ programme, state, facts, phase, gate, limits, others, inUseFrom })
  const goal = phase === 'build' ? [goalFinding(programme, facts)] : []
  const decided = decide([...collected.findings, ...goal], facts.pace)
  const decision = keepsOneRun ? withOneRun(programme, decided, facts.pace) : decided
  const limit = evaluateSessionCap(programme.sessionCap, {
    where: phase === 'base' ? 'base' : stageOf(phase) === undefined ? 'other' : 'stage',
    longest: facts.longest,
    longestIfSaid: facts.longestIfSaid,
    least: leastRun(setting, state, phase, facts.pace),
    onset: facts.onset,
    hurtLately: facts.hurtLately,
    before: keepsLength(decision.verdict, phase, facts) ? state.longestBefore : undefined,
    pace: facts.pace,
  })
  // On a cut week with days away no run takes over what the others would have had.
  const isCut = phase === 'acute-reduced'
  const longestAllowed = Math.min(
    ...limits.map(({ maxRunSeconds }) => maxRunSeconds ?? Number.POSITIVE_INFINITY),
    ...(isCut ? [programme.acute.longestRun] : []),
    ...(isCut
      ? (whole?.runs ?? [])
          .map(({ volume }) => volume.seconds)
          .sort((a, b) => b - a)
          .slice(0, 1)
      : []),
  )
  const most = {
    meters: limit.most.meters,
    seconds: seconds(Math.min(limit.most.seconds, longestAllowed)),
  }
  const days = { available: daysOf(setting, state), strengthDays: strengthDaysOf(setting, state) }
  const { behind } = setting
  const placed = prescribe({ programme, state, facts, phase, decision, collected, most, behind, ...days })
  return assemble(state, facts, gate, phase, decision, placed, isRunFree(phase) ? [] : [limit.finding])
}

/**
 * What a run need not be shorter than though less was run lately: in a first stage that is repeated the
 * longest of the plan before. The same in the first weeks of a log of somebody who never had a flare, as far
 * as a stranger's first run goes, since nothing is known there but how far the log itself was followed.
 */
function leastRun(
  { programme: { sessionCap }, diary }: Setting,
  state: State,
  phase: Phase,
  pace: Pace,
): Volume | undefined {
  const { longestBefore, at, runs } = state
  if (longestBefore === undefined) return undefined
  if (phase === returnPhase(0) && state.phase === phase) {
    return { meters: metres(distanceIn(longestBefore.seconds, pace)), seconds: longestBefore.seconds }
  }
  const began = diary.inUseFrom ?? at
  const isNew = isInWindow(sessionCap, at - began) && runs.every(({ day }) => day >= began)
  if (hasFlared(state) || !isNew) return undefined
  const first = { meters: metres(distanceIn(sessionCap.without, pace)), seconds: sessionCap.without }
  return lower(longestBefore, first)
}

/** A decision that leaves too little for one run, with one run. */
function withOneRun({ sessionCap }: Programme, decision: Decision, pace: Pace): Decision {
  const one = shortestRun(sessionCap, pace)
  const found = finding(sessionCap.id, 'one-run', {
    ceiling: ceilingOf(one),
    saw: { shortestSeconds: sessionCap.shortest },
  })
  return {
    ...decision,
    ceiling: higher(decision.ceiling, one),
    lowest: higher(decision.lowest, one),
    binding: found,
    findings: [...decision.findings, found],
  }
}

/**
 * After a hold or a step back, and outside the stages after any pain, no run grows beyond the plan before; a
 * hold at what was run for weeks without pain is one at those runs.
 */
const keepsLength = (verdict: Verdict, phase: Phase, { hurtLately, isLifted }: Facts): boolean =>
  (verdict === 'hold' && !isLifted) || verdict === 'step-back' || (hurtLately && stageOf(phase) === undefined)

const goalFinding = (programme: Programme, facts: Facts): Finding =>
  finding(programme.maintain.id, 'goal', {
    ceiling: { meters: facts.goal.meters, seconds: facts.goal.seconds },
    saw: { goalMeters: facts.goal.meters },
  })
