import * as z from 'zod'
import { count, days, duration, share } from '../base/quantity.ts'
import { exampleKind, maybe, type Sentences } from './example.ts'
import { ruleFields } from './finding.ts'

/** How the weeks before a flare are held against those before them; it describes and decides nothing. */
export const FlareReviewRule = z.strictObject({
  ...ruleFields,
  kind: z.literal('flare-review'),
  /** The days up to the flare, its own day included. */
  lately: days('2 weeks', '6 weeks'),
  /** The days before those. */
  before: days('8 weeks', '26 weeks'),
  /** Fewer weeks with anything logged of a matter leave it unknown. */
  leastLately: count(1, 4),
  leastBefore: count(2, 12),
  /** Running, climb, hard runs and runs a week count as changed by this much. */
  amountChange: share('20%', '50%'),
  /** The part of the distance on one ground. */
  partChange: share('10%', '40%'),
  /** Cadence and pace differ by little. */
  manner: share('3%', '10%'),
  sleepChange: duration('30 min', '2 h'),
  /** Days between two runs from which on it is called a gap. */
  gap: days('5 d', '14 d'),
})
export type FlareReviewRule = z.infer<typeof FlareReviewRule>

const MATTERS = ['amount', 'part', 'manner', 'sleep', 'gap'] as const
/** A sort of thing compared, with a measure of its own for what a change is. */
export type Matter = (typeof MATTERS)[number]

/** More or less than before, much the same, or unknown where too little was logged. */
export type Change = 'more' | 'less' | 'same' | 'unknown'

/** Which of the two stretches of time a day so many days before the flare belongs to. */
export function stretchOf(rule: FlareReviewRule, daysBefore: number): 'lately' | 'before' | 'neither' {
  if (daysBefore < 0 || daysBefore >= rule.lately + rule.before) return 'neither'
  return daysBefore < rule.lately ? 'lately' : 'before'
}

/** Enough weeks of both stretches have something logged. */
export const isEnough = (rule: FlareReviewRule, weeksLately: number, weeksBefore: number): boolean =>
  weeksLately >= rule.leastLately && weeksBefore >= rule.leastBefore

/** What became of one matter; out of nothing anything is more. */
export function changeOf(rule: FlareReviewRule, matter: Matter, before: number, lately: number): Change {
  const size = sizeOf(rule, matter, before, lately)
  if (size < 1 || lately === before) return 'same'
  return lately > before ? 'more' : 'less'
}

// A difference of exactly the share in the protocol is a change, whatever binary fractions make of it.
const NOISE = 1e-9

/** How many times the difference is what counts as a change; endless where there was nothing before. */
export function sizeOf(rule: FlareReviewRule, matter: Matter, before: number, lately: number): number {
  const difference = Math.abs(lately - before) + NOISE
  const ofBefore = before === 0 ? Number.POSITIVE_INFINITY : difference / before
  switch (matter) {
    case 'amount':
      return lately === before ? 0 : ofBefore / rule.amountChange
    case 'part':
      return difference / rule.partChange
    case 'manner':
      return ofBefore / rule.manner
    case 'sleep':
      return difference / rule.sleepChange
    case 'gap':
      // Ordinary rest days are no gap, however they vary.
      return Math.max(lately, before) >= rule.gap ? difference : 0
  }
}

/** The sentences of the flare review. */
export const FLARE_REVIEW_SAYS: Sentences = {
  descriptive: [],
  intensity: [],
  volume: [],
  frequency: [],
  none: [],
  unknown: [],
}

/** One day, one pair of numbers, or one pair of counts of weeks. */
export const FLARE_REVIEW_EXAMPLE = exampleKind(
  z.strictObject({
    daysBefore: maybe,
    weeksLately: z.number().default(0),
    weeksBefore: z.number().default(0),
    matter: z.enum(MATTERS).default('amount'),
    before: z.number().default(0),
    lately: z.number().default(0),
  }),
  (rule: FlareReviewRule, { daysBefore, weeksLately, weeksBefore, matter, before, lately }) => ({
    stretch: daysBefore === undefined ? null : stretchOf(rule, daysBefore),
    enough: isEnough(rule, weeksLately, weeksBefore),
    change: changeOf(rule, matter, before, lately),
  }),
)
