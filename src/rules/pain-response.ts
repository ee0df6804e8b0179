import * as z from 'zod'
import { count, days, duration, share } from '../base/quantity.ts'
import { lower, scale, type Volume } from '../base/units.ts'
import {
  type Ceiling,
  ceilingOf,
  type Finding,
  finding,
  type Grade,
  isAtLeast,
  ruleFields,
  type Verdict,
} from './finding.ts'
import type { Sentences } from './example.ts'

/** What each grade of the last week does to the next one. */
export const PainResponse = z.strictObject({
  ...ruleFields,
  kind: z.literal('pain-response'),
  /** A step back undoes the last step of growth: planned divided by one plus this. */
  stepBack: share('10%', '50%'),
  runFreeAfterStep: days('2 d', '7 d'),
  runFreeAfterBreak: days('7 d', '28 d'),
  /** Hills, track and pickups stay closed this long after any pain. */
  closesIntensity: days('14 d', '42 d'),
  /**
   * A steady trace that a clinician tolerates is gone within this time, and lets a week grow by this much.
   */
  toleratedWithin: duration('30 min', '60 min'),
  toleratedGrowth: share('0%', '5%'),
  /** Weeks after the running one that severe pain elsewhere leaves without runs, at the least. */
  pauseWeeks: count(1, 4),
  /** So many check-ins in a row that say that nothing hurts end such a pause. */
  pauseQuiet: days('7 d', '28 d'),
  /** A second week with a run on a painkiller within this time is a pause. */
  painkillerWithin: days('28 d', '84 d'),
})
export type PainResponse = z.infer<typeof PainResponse>

/** The one thing that changes after mild pain, in the order in which they go; the number of runs stays. */
export type Variable = 'intensity' | 'volume'

export interface ResponseFacts {
  readonly grade: Grade
  readonly isBreak: boolean
  readonly where: 'base' | 'acute-reduced' | 'no-running' | 'stage' | 'build' | 'maintain'
  readonly reasons: readonly string[]
  readonly missing: readonly string[]
  /** The entries the grade rests on. */
  readonly causes: readonly string[]
  readonly trained: Volume | undefined
  readonly planned: Volume | undefined
  readonly previous: Volume | undefined
  /** The mild pain is one that a clinician tolerates. */
  readonly isTolerated: boolean
  /** Hills or pickups stood in the week's plan. */
  readonly hadIntensity: boolean
}

const lowest = (volumes: readonly (Volume | undefined)[]): Volume | undefined =>
  volumes.reduce(
    (low, next) => (low === undefined ? next : next === undefined ? low : lower(low, next)),
    undefined,
  )

const ceiling = (volume: Volume | undefined): Ceiling | null =>
  volume === undefined ? null : ceilingOf(volume)

/** A worse grade adds its ceiling to those of the milder ones, so more pain is never less careful. */
export function evaluatePainResponse(rule: PainResponse, facts: ResponseFacts): Finding[] {
  const { grade, where } = facts
  if (grade === 'S0') return []
  const repeats = where === 'stage' || where === 'acute-reduced'
  const held = repeats ? facts.previous : lowest([facts.trained, facts.planned])
  const saw = { grade, reasons: facts.reasons.join(', ') || null, entries: facts.causes.join('; ') || null }
  // Without running there is nothing to hold; what keeps the gate from opening is named all the same.
  if (where === 'no-running') return isAtLeast(grade, 'S3') ? [] : [restingFinding(rule, facts, saw)]
  if (grade === 'S1' && facts.isTolerated) {
    const from = repeats ? facts.previous : facts.planned
    const most = from === undefined ? undefined : scale(from, 1 + rule.toleratedGrowth)
    return [finding(rule.id, 'tolerated', { verdict: 'progress', ceiling: ceiling(most), saw })]
  }
  const findings = [
    finding(rule.id, grade === 'U' ? unsaidText(facts) : 'hold', {
      verdict: 'hold',
      ceiling: ceiling(held),
      saw: { ...saw, heldMeters: held?.meters ?? null },
      missing: facts.missing,
    }),
  ]
  if (isAtLeast(grade, 'S1')) findings.push(oneVariable(rule, facts))
  if (isAtLeast(grade, 'S2')) {
    // Without a plan to go back from, one step below what was run.
    const from = (repeats ? facts.previous : facts.planned) ?? facts.trained
    const back = lowest([held, from === undefined ? undefined : scale(from, 1 / (1 + rule.stepBack))])
    findings.push(finding(rule.id, 'step-back', { verdict: 'step-back', ceiling: ceiling(back), saw }))
  }
  if (isAtLeast(grade, 'S3'))
    findings.push(finding(rule.id, severeText(facts), { verdict: severeVerdict(facts), saw }))
  return findings
}

function restingFinding(rule: PainResponse, facts: ResponseFacts, saw: Finding['saw']): Finding {
  const says = facts.grade === 'U' ? unsaidText(facts) : 'hold'
  return finding(rule.id, says, {
    verdict: 'hold',
    saw: { ...saw, heldMeters: null },
    missing: facts.missing,
  })
}

/** On mild pain exactly one thing changes: intensity and hills where there were any, else volume. */
function oneVariable(rule: PainResponse, { hadIntensity }: ResponseFacts): Finding {
  const variable: Variable = hadIntensity ? 'intensity' : 'volume'
  return finding(rule.id, `change-${variable}`, { saw: { variable } })
}

/** A knee on a painkiller could not be heard; that is no question left open. */
const unsaidText = ({ reasons, missing }: ResponseFacts): string =>
  missing.length === 0 && reasons.includes('painkiller') ? 'unheard' : 'unknown'

const severeVerdict = (facts: ResponseFacts): Verdict =>
  facts.grade === 'S4' ? 'stop' : facts.isBreak ? 'break' : 'reduce'
const severeText = (facts: ResponseFacts): string => severeVerdict(facts)

/** Days without a run that a grade asks for. */
export function runFreeDaysAfter(rule: PainResponse, grade: Grade, isBreak: boolean): number {
  if (isBreak) return rule.runFreeAfterBreak
  return isAtLeast(grade, 'S2') ? rule.runFreeAfterStep : 0
}

/** A trace that is gone so soon, and no more on the next morning than before the run. */
export const isSteady = (rule: PainResponse, lasting: number, rise: number): boolean =>
  lasting <= rule.toleratedWithin && rise <= 0

/** Weeks without runs that follow the one in which another place hurt badly. */
export const pauseWeeks = (rule: PainResponse): number => rule.pauseWeeks

/** Enough check-ins in a row said that nothing hurts. */
export const endsPause = (rule: PainResponse, checkIns: number): boolean => checkIns >= rule.pauseQuiet

/** A run on a painkiller so soon after one of an earlier week. */
export const isSecondOnPainkiller = (rule: PainResponse, daysBetween: number): boolean =>
  daysBetween <= rule.painkillerWithin

/** Hills, track and pickups stay closed so long after pain. */
export const isIntensityClosed = (rule: PainResponse, daysSincePain: number): boolean =>
  daysSincePain <= rule.closesIntensity

/** The sentences of the answer to pain. */
export const PAIN_RESPONSE_SAYS: Sentences = {
  unknown: ['reasons', 'entries', 'heldMeters', 'grade'],
  unheard: ['entries', 'heldMeters', 'grade'],
  hold: ['reasons', 'entries', 'heldMeters', 'grade'],
  'change-intensity': ['variable'],
  'change-volume': ['variable'],
  tolerated: ['reasons', 'entries', 'grade'],
  'step-back': ['reasons', 'entries', 'grade'],
  reduce: ['reasons', 'entries', 'grade'],
  break: ['reasons', 'entries', 'grade'],
  stop: ['reasons', 'entries', 'grade'],
}
