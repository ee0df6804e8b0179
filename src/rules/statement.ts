import * as z from 'zod'
import { ruleFields } from './finding.ts'
import { exampleKind, type Sentences } from './example.ts'

/**
 * A rule without numbers of its own: the log or the calendar gives them, the protocol words it and says why.
 */
export const Statement = z.strictObject({
  ...ruleFields,
  kind: z.literal('statement'),
})
export type Statement = z.infer<typeof Statement>

const PLACED = ['wanted', 'placed', 'count', 'left', 'days'] as const

/** The sentences of the statements the engine asks for, by the id of their rule. */
export const STATEMENT_SAYS: Readonly<Record<string, Sentences>> = {
  stuck: { stuck: ['heldInARow'] },
  pause: { elsewhere: ['place', 'sinceDays'], painkiller: ['sinceDays'] },
  limit: { limit: ['by', 'what'] },
  placement: {
    spaced: PLACED,
    runs: PLACED,
    strength: PLACED,
    later: [...PLACED, 'from'],
    none: PLACED,
  },
}

/** Which sentence, and the names filled into it. */
export const STATEMENT_EXAMPLE = exampleKind(
  z.strictObject({
    says: z.string(),
    with: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  }),
  (rule: Statement, { says, with: names }) => ({
    text: (rule.says[says] ?? '').replace(/\{(\w+)\}/g, (all, name: string) => String(names[name] ?? all)),
  }),
)
