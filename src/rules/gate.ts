import * as z from 'zod'
import { days } from '../base/quantity.ts'
import { type Finding, finding, ruleFields } from './finding.ts'
import { exampleKind, type Sentences } from './example.ts'

/** What must be logged before running begins again. */
export const Gate = z.strictObject({
  ...ruleFields,
  kind: z.literal('gate'),
  /** Consecutive logged days with daily-activity pain 0. */
  painFreeDays: days('5 d', '28 d'),
  /** Every exercise of the gate was done at pain 0 within this time. */
  exercisesWithin: days('3 d', '7 d'),
  /** A day filled in later than this opens nothing: nobody remembers a knee that long. */
  recall: days('0 d', '2 d'),
})
export type Gate = z.infer<typeof Gate>

export type State = 'met' | 'not-met' | 'unknown'

export interface GateFacts {
  /** Unbroken days before the planned week with pain 0 logged. */
  readonly painFreeDays: number
  /** The day that broke the chain had no entry rather than pain. */
  readonly brokenByMissing: boolean
  readonly exercisesNeeded: readonly string[]
  readonly exercisesPainFree: readonly string[]
  readonly exercisesHurt: readonly string[]
  readonly swelling: boolean | undefined
  readonly redFlag: boolean
  readonly unplannedRun: boolean
  readonly daysToWait: number
}

/** One condition with how far it is; `wait` is the days it still takes at the least. */
export interface Condition {
  readonly id: string
  readonly state: State
  readonly have: number
  readonly need: number
  readonly wait: number
}

/** Every criterion is met, not met or unknown; one that is not met keeps the gate shut. */
export function evaluateGate(rule: Gate, facts: GateFacts): readonly Condition[] {
  const painFree = Math.min(facts.painFreeDays, rule.painFreeDays)
  const enough = facts.painFreeDays >= rule.painFreeDays
  const done = facts.exercisesPainFree.length
  const need = facts.exercisesNeeded.length
  return [
    {
      id: 'pain-free-days',
      state: enough ? 'met' : facts.brokenByMissing ? 'unknown' : 'not-met',
      have: painFree,
      need: rule.painFreeDays,
      wait: rule.painFreeDays - painFree,
    },
    {
      id: 'exercises',
      state: done >= need ? 'met' : facts.exercisesHurt.length > 0 ? 'not-met' : 'unknown',
      have: done,
      need,
      wait: done >= need ? 0 : 1,
    },
    yesNo(
      'no-swelling',
      facts.swelling === undefined ? 'unknown' : facts.swelling ? 'not-met' : 'met',
      rule.painFreeDays,
    ),
    yesNo('no-red-flag', facts.redFlag ? 'not-met' : 'met', rule.painFreeDays),
    yesNo('no-unplanned-run', facts.unplannedRun ? 'not-met' : 'met', rule.painFreeDays),
    {
      id: 'days-since-break',
      state: facts.daysToWait === 0 ? 'met' : 'not-met',
      have: facts.daysToWait === 0 ? 1 : 0,
      need: 1,
      wait: facts.daysToWait,
    },
  ]
}

const yesNo = (id: string, state: State, wait: number): Condition => ({
  id,
  state,
  have: state === 'met' ? 1 : 0,
  need: 1,
  wait: state === 'met' ? 0 : wait,
})

export const isOpen = (conditions: readonly Condition[]): boolean =>
  conditions.every(({ state }) => state === 'met')

/** The gate as a finding: shut, it allows no running at all. */
export const gateFinding = (rule: Gate, conditions: readonly Condition[]): Finding => {
  const open = isOpen(conditions)
  const waiting = conditions.filter(({ state }) => state !== 'met')
  return finding(rule.id, open ? 'open' : 'shut', {
    verdict: open ? 'progress' : 'hold',
    saw: { waitingFor: waiting.map(({ id }) => id).join(', ') || 'nothing' },
    missing: waiting.filter(({ state }) => state === 'unknown').map(({ id }) => id),
  })
}

/** An exercise done at pain 0 this many days ago still counts. */
export const isExerciseRecent = (rule: Gate, daysAgo: number): boolean => daysAgo <= rule.exercisesWithin

/** A check-in written this many days after its day is still a memory and not a guess. */
export const isRemembered = (rule: Gate, daysLater: number): boolean => daysLater <= rule.recall

/** The sentences of the gate; those of its conditions have what is there and what is needed. */
export const GATE_SAYS: Sentences = {
  open: [],
  shut: ['waitingFor'],
  'pain-free-days': ['have', 'need'],
  exercises: ['have', 'need'],
  'no-swelling': [],
  'no-red-flag': [],
  'no-unplanned-run': [],
  'days-since-break': ['have', 'need'],
}

/** The days without pain; two exercises stand for all, done and written down so many days ago. */
export const GATE_EXAMPLE = exampleKind(
  z.strictObject({
    painFreeDays: z.number().default(0),
    brokenByMissing: z.boolean().default(false),
    exercisesAgo: z.array(z.number()).default([0]),
    writtenLater: z.number().default(0),
    swelling: z.boolean().optional(),
    redFlag: z.boolean().default(false),
    unplannedRun: z.boolean().default(false),
    daysToWait: z.number().default(0),
  }),
  (rule: Gate, given) => {
    const needed = given.exercisesAgo.map((_, index) => `exercise-${index + 1}`)
    const conditions = evaluateGate(rule, {
      ...given,
      swelling: given.swelling,
      painFreeDays: isRemembered(rule, given.writtenLater) ? given.painFreeDays : 0,
      exercisesNeeded: needed,
      exercisesPainFree: needed.filter((_, index) => isExerciseRecent(rule, given.exercisesAgo[index] ?? 0)),
      exercisesHurt: [],
    })
    return {
      open: isOpen(conditions),
      ...Object.fromEntries(conditions.map(({ id, state, wait }) => [id, { state, wait }])),
    }
  },
)
