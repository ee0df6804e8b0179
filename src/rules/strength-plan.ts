import * as z from 'zod'
import { count, days, duration, painScore, Id } from '../base/quantity.ts'
import { ruleFields } from './finding.ts'
import type { Sentences } from './example.ts'

/** When strength begins, how often it comes, in which order its exercises, and how they progress. */
export const StrengthPlan = z.strictObject({
  ...ruleFields,
  kind: z.literal('strength-plan'),
  fromDay: days('8 d', '28 d'),
  inRehab: count(2, 3),
  inReturn: count(2, 3),
  later: count(2, 3),
  laterLeast: count(1, 2),
  /** Exercises of the first session, those the second adds, and so on; those of the gate are all of them. */
  introduce: z.array(z.array(Id).min(1)).min(1),
  setsAtFirst: count(1, 2),
  setsLater: count(2, 3),
  /** So many days after the first session there are more sets. */
  moreSetsAfter: days('14 d', '84 d'),
  /** A level is left after its top repetitions so often in a row … */
  topsInARow: count(2, 6),
  /** … at no more effort than this. */
  effort: painScore('3/10', '6/10'),
  /** A session counts as done from so many exercises on. */
  doneFrom: count(4, 6),
  /** Rest between two sets, for an honest estimate of the time. */
  restBetweenSets: duration('20 s', '3 min'),
})
export type StrengthPlan = z.infer<typeof StrengthPlan>

/** The exercises the gate asks for: all that the introduction brings in. */
export const gateExercises = (rule: StrengthPlan): readonly string[] => rule.introduce.flat()

/** True from the first day of an episode on which strength is planned; the flare's day is day 1. */
export const isStrengthDue = (rule: StrengthPlan, dayOfEpisode: number): boolean =>
  dayOfEpisode >= rule.fromDay

/** Sessions a week where the runner stands; `least` is what a healthy runner keeps up. */
export const sessionsIn = (rule: StrengthPlan, where: 'rehab' | 'return' | 'later' | 'least'): number =>
  ({ rehab: rule.inRehab, return: rule.inReturn, later: rule.later, least: rule.laterLeast })[where]

/** Sets of each exercise so many days after the first session; undefined before it was logged. */
export const setsAfter = (rule: StrengthPlan, days: number | undefined): number =>
  days === undefined || days < rule.moreSetsAfter ? rule.setsAtFirst : rule.setsLater

/** The exercises that have been introduced by the n-th session, counted from 1. */
export const introducedBy = (rule: StrengthPlan, session: number): readonly string[] =>
  rule.introduce.slice(0, session).flat()

/** A set counts towards the next level only at no more than this effort; what was not said is the most. */
export const isEasyEnough = (rule: StrengthPlan, effort: number | undefined): boolean =>
  (effort ?? 10) <= rule.effort

/** Enough easy and painless sessions at the top repetitions for the next level. */
export const mayRise = (rule: StrengthPlan, tops: number): boolean => tops >= rule.topsInARow

/** Enough exercises for the session to count; the first sessions of all are shorter. */
export const isSessionDone = (rule: StrengthPlan, done: number, planned: number): boolean =>
  done >= Math.min(rule.doneFrom, planned)

/** Work and rests of one exercise, in seconds. */
export const timeOf = (rule: StrengthPlan, sets: number, set: number): number =>
  sets * (set + rule.restBetweenSets)

/** The sentences of the strength plan. */
export const STRENGTH_PLAN_SAYS: Sentences = { hurts: [] }
