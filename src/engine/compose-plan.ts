import type { Units } from '../base/amount-text.ts'
import { addDays, dateOf, type Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import { NO_RUNNING } from '../base/units.ts'
import { type Finding, finding, VERDICTS } from '../rules/finding.ts'
import { type Condition, gateFinding } from '../rules/gate.ts'
import { countedText } from './counted.ts'
import { awayIn, awayText } from './away.ts'
import { tellFinding } from './because.ts'
import { limpText } from './cross-training.ts'
import type { GateNow } from './gate-now.ts'
import { groundsOf } from './grounds.ts'
import type { Criterion, Milestone, Owed, Plan, Session } from './plan.ts'
import { daysOfWeek } from './live-week.ts'
import { pauseFindings } from './pause.ts'
import { referralOf, signsOf } from './referral-now.ts'
import type { Remaining } from './remaining-week.ts'
import { sessionsOf, type Week } from './sessions.ts'
import type { State } from './state.ts'
import type { Setting, WeekPlan } from './week-plan.ts'

/** A decided week with everything that is told beside it. */
export interface Draft {
  readonly programme: Programme
  readonly setting: Setting
  readonly state: State
  readonly plan: WeekPlan
  readonly today: Day
  /** Days of a running week before this one are told to be over. */
  readonly from: Day
  /** Undefined for a week that has not begun. */
  readonly remaining: Remaining | undefined
  readonly assumes: readonly string[]
  readonly milestones: readonly Milestone[]
  readonly owed: readonly Owed[]
  readonly notes: readonly string[]
  readonly uid: string | undefined
  /** The gate as it stands today, for the running week; undefined for one that has not begun. */
  readonly gate: GateNow | undefined
}

/** The sessions of a decided week alone, without the words of a whole plan. */
export const sessionsIn = (draft: Draft): readonly Session[] => sessionsAfter(draft, afterTurn(draft))

const sessionsAfter = (draft: Draft, plan: WeekPlan): readonly Session[] =>
  sessionsOf(weekOf(draft, plan), daysOfWeek(plan.start))

function weekOf(draft: Draft, plan: WeekPlan): Week {
  const { programme, setting, state, uid } = draft
  const { limits, diary, asOf, runner } = setting
  const from = draft.remaining === undefined ? plan.start : draft.from
  const week = { programme, plan, state, runs: runsOf(draft, plan), limits, uid, units: runner.units, from }
  return { ...week, diary, asOf, runner }
}

const runsOf = ({ remaining }: Draft, plan: WeekPlan) =>
  remaining === undefined ? plan.runs : remaining.runs

/** Words a decided week as the plan document. */
export function composePlan(draft: Draft): Plan {
  const { programme, setting, state, today } = draft
  const units: Units = setting.runner.units
  const plan = afterTurn(draft)
  const findings = plan.findings.map((found) => tellFinding(programme, found, units, found === plan.binding))
  const runs = runsOf(draft, plan)
  const total = runs.reduce(
    (sum, { volume }) => ({ meters: sum.meters + volume.meters, seconds: sum.seconds + volume.seconds }),
    { meters: 0, seconds: 0 },
  )
  const sessions = sessionsAfter(draft, plan)
  const last = plan.facts.lastWeek
  const away = awayIn(setting.absences, plan.start, addDays(plan.start, 6))
  const criteria = criteriaOf(programme, plan, draft.gate ?? { at: state.at, conditions: plan.gate })
  const referral = referralOf(programme, plan.findings, findings, state, () =>
    signsOf(setting.diary, setting.asOf),
  )
  return {
    format: 'itb-plan',
    version: 1,
    asOf: dateOf(today),
    week: { start: dateOf(plan.start), end: dateOf(addDays(plan.start, 6)) },
    protocol: { id: programme.id, version: programme.release },
    phase: plan.phase,
    returnWeek: plan.returnWeek ?? null,
    verdict: plan.verdict,
    provisional: draft.assumes.length > 0,
    assumes: draft.assumes,
    running: {
      distanceMeters: total.meters,
      durationSeconds: total.seconds,
      sessions: runs.length,
      unit: plan.unit,
      ceilingMeters: plan.ceiling.meters,
      ceilingSeconds: plan.ceiling.seconds,
      binding: plan.binding.rule,
      last:
        last === undefined
          ? null
          : {
              plannedMeters: last.asked?.meters ?? null,
              actualMeters: Math.round(last.actual.meters),
              actualSeconds: Math.round(last.actual.seconds),
            },
    },
    findings,
    sessions,
    criteria,
    milestones: draft.milestones,
    owed: draft.owed,
    referral,
    notes: [
      ...(runs.length > 0 ? programme.rehab.stopRules : []),
      ...away.map(awayText),
      ...limpText(weekOf(draft, plan)),
      ...countedText(programme, setting, plan),
      ...draft.notes,
    ],
    grounds: groundsOf({
      ...{ programme, plan, state, sessions },
      hasGate: criteria.length > 0,
      hasMilestones: draft.milestones.length > 0,
      hasReferral: referral !== null,
    }),
    disclaimer: programme.rehab.disclaimer,
  }
}

const TURNED = {
  reduced: { phase: 'acute-reduced', verdict: 'reduce' },
  break: { phase: 'acute-break', verdict: 'break' },
  stop: { phase: 'stop', verdict: 'stop' },
} as const

/** Pain in the running week turns its plan at once: the answer for today comes before next week's. */
function afterTurn({ programme, plan, remaining, today }: Draft): WeekPlan {
  if (remaining?.isCleared === true) return cleared(programme, plan)
  const turn = remaining?.turned?.turn
  if (turn === undefined || turn === 'cleared') return paused(plan, remaining, today)
  const { phase, verdict } = TURNED[turn]
  const found = {
    rule: programme.painResponse.id,
    says: verdict,
    verdict,
    missing: [],
    ceiling: { meters: 0 as WeekPlan['total']['meters'], seconds: 0 as WeekPlan['total']['seconds'] },
    saw: { reasons: remaining?.turned?.graded.reasons.join(', ') ?? null },
  }
  return {
    ...plan,
    phase,
    verdict,
    returnWeek: undefined,
    findings: [found, ...noticesOfTurn(programme, remaining?.turned), ...plan.findings],
    binding: found,
    strength: [],
    ceiling: { meters: found.ceiling.meters, seconds: found.ceiling.seconds },
    runs: [],
  }
}

/** A pause that began in the week is told in it; what is left without a run has it as its ceiling. */
function paused(plan: WeekPlan, remaining: Remaining | undefined, today: Day): WeekPlan {
  if (remaining === undefined || plan.findings.some(({ rule }) => rule === 'pause')) return plan
  const ahead = daysOfWeek(plan.start).filter((day) => day >= today)
  const [found] = pauseFindings(remaining.pause, plan.start, ahead)
  if (found === undefined) return plan
  const findings = [found, ...plan.findings]
  const verdict = VERDICTS.find((each) => each === plan.verdict || each === 'hold') ?? 'hold'
  return {
    ...plan,
    findings,
    verdict,
    ...(found.ceiling !== null && { binding: found, ceiling: NO_RUNNING }),
  }
}

/** Cleared, the runner needs no referral any more, and begins anew with strength. */
function cleared({ referral, gate }: Programme, plan: WeekPlan): WeekPlan {
  const found = gateFinding(gate, plan.gate)
  return {
    ...plan,
    phase: 'rehab',
    verdict: 'hold',
    returnWeek: undefined,
    findings: [
      found,
      ...plan.findings.filter(({ rule, says }) => rule !== referral.id || says !== 'red-flag'),
    ],
    binding: found,
    runs: [],
  }
}

/** A sign or a swelling refers at once, and not only from next week on. */
function noticesOfTurn({ referral }: Programme, turned: Remaining['turned']): Finding[] {
  if (turned?.turn === 'stop') return [finding(referral.id, 'red-flag', { verdict: 'stop' })]
  return turned?.graded.swelling === true ? [finding(referral.id, 'swelling')] : []
}

/** The gate as the runner reads it, where it is what stands between the runner and running. */
function criteriaOf(programme: Programme, plan: WeekPlan, { at, conditions }: GateNow): Criterion[] {
  const matters =
    ['acute-reduced', 'acute-break', 'rehab', 'stop'].includes(plan.phase) ||
    (plan.phase === 'return-1' && plan.returnWeek === 1)
  if (!matters) return []
  return conditions.map((condition) => ({
    id: condition.id,
    state: condition.state,
    have: condition.have,
    need: condition.need,
    earliest: plan.phase === 'stop' ? null : dateOf(addDays(at, condition.wait)),
    because: wordCondition(programme, condition),
  }))
}

const wordCondition = ({ gate }: Programme, { id, have, need }: Condition): string =>
  (gate.says[id] ?? id).replace('{have}', String(have)).replace('{need}', String(need))
