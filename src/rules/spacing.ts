import * as z from 'zod'
import { count, duration } from '../base/quantity.ts'
import { ruleFields } from './finding.ts'
import { exampleKind, type Sentences } from './example.ts'

/** What must lie between sessions, whatever the week holds. */
export const Spacing = z.strictObject({
  ...ruleFields,
  kind: z.literal('spacing'),
  restDays: count(1, 4),
  hardApart: duration('48 h', '96 h'),
})
export type Spacing = z.infer<typeof Spacing>

/** Days of the week without a run and without strength; a week after pain has one more. */
export const restDaysOf = (rule: Spacing, isSore: boolean): number => rule.restDays + (isSore ? 1 : 0)

/** Enough time since the last hard session for another one. */
export const isFarEnough = (rule: Spacing, since: number): boolean => since >= rule.hardApart

/** The sentences of the spacing rule. */
export const SPACING_SAYS: Sentences = { 'extra-rest': [] }

/** Whether the last week hurt and how long ago the last hard session was. */
export const SPACING_EXAMPLE = exampleKind(
  z.strictObject({ isSore: z.boolean().default(false), sinceHard: z.number().default(0) }),
  (rule: Spacing, { isSore, sinceHard }) => ({
    restDays: restDaysOf(rule, isSore),
    mayBeHard: isFarEnough(rule, sinceHard),
  }),
)
