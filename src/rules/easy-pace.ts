import * as z from 'zod'
import { days } from '../base/quantity.ts'
import { ruleFields } from './finding.ts'
import { exampleKind, type Sentences } from './example.ts'

/** From which runs the runner's easy pace is taken. */
export const EasyPace = z.strictObject({
  ...ruleFields,
  kind: z.literal('easy-pace'),
  window: days('14 d', '56 d'),
})
export type EasyPace = z.infer<typeof EasyPace>

/** A run this many days ago still tells the pace. */
export const isPaceRecent = (rule: EasyPace, daysAgo: number): boolean => daysAgo <= rule.window

/** The sentences of the easy pace. */
export const EASY_PACE_SAYS: Sentences = {}

/** How long ago an easy run was. */
export const EASY_PACE_EXAMPLE = exampleKind(
  z.strictObject({ daysAgo: z.number() }),
  (rule: EasyPace, { daysAgo }) => ({ counts: isPaceRecent(rule, daysAgo) }),
)
