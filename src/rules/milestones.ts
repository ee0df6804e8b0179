import * as z from 'zod'
import { distance, duration, share } from '../base/quantity.ts'
import { ruleFields } from './finding.ts'
import { exampleKind, type Sentences } from './example.ts'

/** The points on the way back that are worth telling. */
export const Milestones = z.strictObject({
  ...ruleFields,
  kind: z.literal('milestones'),
  withoutWalking: duration('10 min', '30 min'),
  firstDistance: distance('3 km', '10 km'),
  partOfOldWeek: share('25%', '75%'),
})
export type Milestones = z.infer<typeof Milestones>

/** A run without walking this long is worth telling. */
export const isWithoutWalking = (rule: Milestones, time: number): boolean => time >= rule.withoutWalking

/** The first run of this distance. */
export const isFirstDistance = (rule: Milestones, meters: number): boolean => meters >= rule.firstDistance

/** So much of the week before the injury is back. */
export const isPartOfOldWeek = (rule: Milestones, week: number, oldWeek: number): boolean =>
  week >= oldWeek * rule.partOfOldWeek

/** The titles of the milestones. */
export const MILESTONES_SAYS: Sentences = {
  'first-run': [],
  'without-walking': [],
  'first-distance': [],
  'first-hills': [],
  'part-of-old-week': [],
  'old-week': [],
}

/** The best run and the best week so far. */
export const MILESTONES_EXAMPLE = exampleKind(
  z.strictObject({
    straight: z.number().default(0),
    distance: z.number().default(0),
    week: z.number().default(0),
    oldWeek: z.number().default(Number.POSITIVE_INFINITY),
  }),
  (rule: Milestones, given) => ({
    withoutWalking: isWithoutWalking(rule, given.straight),
    firstDistance: isFirstDistance(rule, given.distance),
    partOfOldWeek: isPartOfOldWeek(rule, given.week, given.oldWeek),
  }),
)
