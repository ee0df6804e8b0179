import type { Day } from '../base/calendar.ts'
import {
  distanceIn,
  higher,
  metres,
  NO_RUNNING,
  type Pace,
  scale,
  seconds,
  type Volume,
} from '../base/units.ts'
import type { LimitEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { brokenWeekFinding, daysToWait, evaluateAcuteCut } from '../rules/acute.ts'
import { type CyclePlan, evaluateCycle, weeksOfCycle } from '../rules/cycle.ts'
import {
  ceilingOf,
  type Finding,
  finding,
  type Grade,
  isAtLeast,
  type Phase,
  worseGrade,
} from '../rules/finding.ts'
import { type Condition, gateFinding } from '../rules/gate.ts'
import { evaluateHills, type HillPlan } from '../rules/hills.ts'
import { evaluateLayoff, keepAfter, needsGate } from '../rules/layoff.ts'
import { evaluatePainResponse, isIntensityClosed } from '../rules/pain-response.ts'
import { evaluatePreInjuryCap } from '../rules/pre-injury-cap.ts'
import { evaluateStageDose } from '../rules/stage-dose.ts'
import { evaluateUntrusted, evaluateWeeklyCap, withGuard } from '../rules/weekly-cap.ts'
import type { Facts } from './facts.ts'
import { limitFindings } from './limit-findings.ts'
import { mayProgress } from './next-phase.ts'
import {
  type Episode,
  hasFlared,
  isRunFree,
  type LivedWeek,
  stageOf,
  type State,
  standingOf,
} from './state.ts'

/** What every rule says about the week, and the two answers that shape it further. */
export interface Collected {
  readonly findings: readonly Finding[]
  readonly hills: HillPlan | undefined
  readonly cycle: CyclePlan | undefined
}

export interface Inquiry {
  readonly programme: Programme
  readonly state: State
  readonly facts: Facts
  readonly phase: Phase
  readonly gate: readonly Condition[]
  readonly limits: readonly LimitEntry[]
  /** From this day on the log is in use. Undefined where it is nothing but history. */
  readonly inUseFrom: Day | undefined
  /** Referral and soft signals, which are gathered from further afield. */
  readonly others: readonly Finding[]
}

/** Asks every rule that has a say in this phase. */
export function collectFindings(inquiry: Inquiry): Collected {
  const { phase, others } = inquiry
  if (isRunFree(phase))
    return { findings: [...restFindings(inquiry), ...others], hills: undefined, cycle: undefined }
  const hills = hillsOf(inquiry)
  const cycle = cycleOf(inquiry)
  const findings = [
    ...phaseFindings(inquiry),
    ...painFindings(inquiry),
    ...layoffFindings(inquiry),
    ...growthFindings(inquiry),
    ...(phase === 'maintain'
      ? []
      : [evaluatePreInjuryCap(inquiry.programme.preInjury, inquiry.facts.preInjury)]),
    ...(cycle?.findings ?? []),
    ...(hills?.findings ?? []),
    ...limitFindings(inquiry.limits),
    ...others,
  ]
  return { findings, hills, cycle }
}

function restFindings({ programme, state, facts, phase, gate }: Inquiry): Finding[] {
  const none = ceilingOf(NO_RUNNING)
  const shut = gateFinding(programme.gate, gate)
  const rest = finding(programme.acute.id, phase === 'acute-break' ? 'break' : 'no-running', {
    verdict: phase === 'acute-break' ? 'break' : 'hold',
    ceiling: none,
    saw: { daysLeft: waitOf(programme, state) },
  })
  if (phase === 'stop')
    return [finding(programme.referral.id, 'red-flag', { verdict: 'stop', ceiling: none })]
  const pain = evaluatePainResponse(programme.painResponse, response({ facts }, phase))
  const layoff =
    needsGate(programme.layoff, facts.gap, true) && state.phase !== phase
      ? [
          finding(programme.layoff.id, 'gate', {
            verdict: 'hold',
            ceiling: none,
            saw: { gapDays: facts.gap },
          }),
        ]
      : []
  return [...pain, rest, ...layoff, { ...shut, ceiling: none }]
}

const waitOf = (programme: Programme, { at, episode }: State): number =>
  daysToWait(programme.acute, {
    sinceFirstBreak: episode?.firstBreak === undefined ? undefined : at - episode.firstBreak,
    sinceLastBreak: episode?.lastBreak === undefined ? undefined : at - episode.lastBreak,
    sinceRedFlag: episode?.redFlag === undefined ? undefined : at - episode.redFlag,
  })

function phaseFindings(inquiry: Inquiry): Finding[] {
  const { programme, state, facts, phase, gate } = inquiry
  const stage = stageOf(phase)
  const rule = stage === undefined ? undefined : programme.stages[stage]
  if (rule !== undefined) {
    const week = stage === 0 ? state.brokenWeek : undefined
    const broken =
      week === undefined
        ? []
        : [brokenWeekFinding(programme.acute, atLeastOneRun(programme, week, facts.pace))]
    const opened = state.phase !== phase && isRunFree(state.phase) ? [gateFinding(programme.gate, gate)] : []
    return [evaluateStageDose(rule, facts.preInjury, facts.pace), ...opened, ...broken]
  }
  if (phase !== 'acute-reduced' || state.episode === undefined) return []
  const cut = acuteCut(inquiry, state.episode)
  return cut.verdict === 'reduce' ? [cut] : [cut, { ...gateFinding(programme.gate, gate), verdict: 'hold' }]
}

/** A week that was given up never leaves less than one run to begin again with. */
function atLeastOneRun({ sessionCap }: Programme, week: Volume, pace: Pace): Volume {
  const time = Math.max(week.seconds, sessionCap.shortest)
  return { meters: metres(Math.max(week.meters, distanceIn(time, pace))), seconds: seconds(time) }
}

/** The first week with a plan is cut, though the flare may lie in history; the others never rise above it. */
function acuteCut({ programme, state, facts, inUseFrom }: Inquiry, episode: Episode): Finding {
  const last = state.weeks.at(-1)
  const isFirst = last?.phase !== 'acute-reduced' || last.planned === undefined
  const lies = inUseFrom === undefined || episode.acuteSince < inUseFrom
  const keep = isFirst && lies ? keepAfter(programme.layoff, facts.gap, 'other') : 1
  const previous = isFirst ? undefined : facts.previous
  const [cap] = programme.weeklyCaps
  return evaluateAcuteCut(programme.acute, {
    reference: scale(episode.reference, keep),
    peak: episode.peak,
    isFirst,
    previous: previous === undefined || cap === undefined ? previous : withGuard(cap, previous),
  })
}

const response = ({ facts }: Pick<Inquiry, 'facts'>, phase: Phase) => {
  const week = facts.lastWeek
  const where = week === undefined ? standingOf(phase) : standingOf(week.phase)
  return {
    grade: week === undefined ? 'S0' : answeredGrade(week),
    isBreak: week?.isBreak ?? false,
    where,
    reasons: week?.reasons ?? [],
    missing: week?.missing ?? [],
    causes: fewOf(week?.causes ?? []),
    trained: facts.trained,
    planned: facts.planned,
    previous: facts.previous,
    hadIntensity: week?.hadIntensity ?? false,
    isTolerated: week?.isTolerated ?? false,
  } as const
}

const NAMED = 3

/** The last of many, which are nearest to mind, and how many there are beside them. */
const fewOf = (causes: readonly string[]): readonly string[] => {
  const more = causes.length - NAMED
  return more <= 0 ? causes : [...causes.slice(-NAMED), more === 1 ? '1 day more' : `${more} days more`]
}

/** What the next week answers to; severe pain elsewhere is answered by a pause, and moves no phase. */
const answeredGrade = ({ grade, knee }: LivedWeek): Grade =>
  grade === 'S3' && !isAtLeast(knee, 'S3') ? worseGrade(knee, 'S1') : grade

const painFindings = (inquiry: Inquiry): Finding[] =>
  evaluatePainResponse(inquiry.programme.painResponse, response(inquiry, inquiry.phase))

function layoffFindings({ programme, state, facts, phase }: Inquiry): Finding[] {
  const week = facts.lastWeek
  // A first week after rest is the stage's dose and nothing else; a week without a plan cannot fall short of
  // it.
  if (week === undefined || (isRunFree(state.phase) && state.phase !== phase)) return []
  const where = phase === 'base' || (phase === 'maintain' && !hasFlared(state)) ? 'base' : 'other'
  return evaluateLayoff(programme.layoff, {
    gap: facts.gap,
    where,
    repeats:
      stageOf(week.phase) === 0
        ? 'whole'
        : stageOf(week.phase) !== undefined || week.phase === 'acute-reduced'
          ? 'share'
          : 'never',
    missed: state.firstMissed ?? facts.previous,
    isIncomplete: !week.isComplete,
    isShort: week.isShort,
    isSilent: week.isSilent,
    isOvershoot: facts.isOvershoot,
    isUnplanned: week.isUnplanned,
    trained: facts.trained,
    planOfLastRun: facts.isSustained ? facts.planned : (state.planOfLastRun ?? facts.planned),
    previous: facts.previous,
  })
}

function growthFindings({ programme, state, facts, phase }: Inquiry): Finding[] {
  const cameFromRest = stageOf(phase) === 0 && (facts.previous === undefined || facts.previous.meters === 0)
  const mayGrow = mayProgress(programme, facts) && !cameFromRest
  const caps = programme.weeklyCaps.flatMap((rule) => [
    ...evaluateWeeklyCap(rule, {
      mayGrow,
      trained: phase === 'acute-reduced' || cameFromRest ? undefined : facts.trained,
      planned: facts.planned,
      previous: cameFromRest || facts.previous?.meters === 0 ? undefined : facts.previous,
    }),
    ...(phase === 'base' ? evaluateUntrusted(rule, state.loggedWeeks, facts.preInjury) : []),
  ])
  const rule = programme.weeklyCaps[0]
  const says = TRAINED_SAYS[facts.trainedFrom]
  if (rule === undefined || says === undefined || (phase !== 'base' && phase !== 'maintain')) return caps
  const saw = { trainedMeters: Math.round(facts.trained.meters), preInjuryMeters: facts.preInjury.meters }
  if (says === 'sustained') return [...caps, finding(rule.id, says, { saw })]
  return [...caps, finding(rule.id, says, { verdict: 'hold', ceiling: ceilingOf(facts.trained), saw })]
}

/** What a week is built on where it is not the last clean one. */
const TRAINED_SAYS: Readonly<Record<Facts['trainedFrom'], string | undefined>> = {
  'clean-week': undefined,
  sustained: 'sustained',
  'recent-weeks': 'trained',
  declared: 'assumed',
}

function hillsOf({ programme, state, facts, phase, limits }: Inquiry): HillPlan | undefined {
  if (phase !== 'build') return undefined
  const since = facts.sinceLastPain ?? Number.POSITIVE_INFINITY
  const clean = Math.min(since - 1, state.at - (state.episode?.acuteSince ?? state.at))
  return evaluateHills(programme.hills, {
    returnWeek: state.returnClean + 1,
    cleanDays: Math.max(0, clean),
    cleanRuns: facts.cleanRuns,
    isClosed: isIntensityClosed(programme.painResponse, since) || !mayProgress(programme, facts),
    isForbidden: limits.some(({ noHills }) => noHills === true),
    hadHills: facts.lastWeek?.hadHills ?? false,
    exposures: state.hillExposures,
    previous: facts.planned,
  })
}

const cycleOf = ({ programme, state, facts, phase }: Inquiry): CyclePlan | undefined =>
  phase === 'maintain'
    ? evaluateCycle(programme.maintain, {
        week: state.maintainWeeks,
        previous: facts.previous,
        trained: facts.trained,
        goal: facts.goal,
        preInjury: facts.preInjury,
        cycleAgo: cycleAgo(programme, state, facts),
      })
    : undefined

/** The plan of a whole cycle ago, or what was run for weeks without pain since, if that is more. */
function cycleAgo({ maintain }: Programme, { weeks }: State, facts: Facts): Volume | undefined {
  const since = weeks.slice(-weeksOfCycle(maintain))
  const isWhole = since.length === weeksOfCycle(maintain) && since.every(({ phase }) => phase === 'maintain')
  const before = isWhole ? since[0]?.planned : undefined
  return before !== undefined && facts.sustained !== undefined ? higher(before, facts.sustained) : before
}
