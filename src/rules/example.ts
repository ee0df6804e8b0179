import * as z from 'zod'
import { metres, seconds, type Volume } from '../base/units.ts'
import type { Finding } from './finding.ts'

/** What came out of a worked case, by name; only what the example expects is compared. */
export type Outcome = Readonly<Record<string, unknown>>

/** How the worked cases of one kind of rule are written and run. */
export interface ExampleKind<R> {
  /** What may be given; quantities have become numbers, a misspelt key is refused. */
  readonly given: z.core.$ZodType
  readonly run: (rule: R, given: unknown) => Outcome
}

/** Joins what may be given with the rule's own functions, so that an example asks what the engine asks. */
export const exampleKind = <R, G>(
  given: z.ZodType<G>,
  run: (rule: R, given: G) => Outcome,
): ExampleKind<R> => ({
  given,
  run: (rule, value) => run(rule, given.parse(value)),
})

/** A number that may be left out. */
export const maybe = z.number().optional()

/** Running written with both of its measures. */
export const GivenVolume = z
  .strictObject({ distance: z.number(), time: z.number() })
  .transform((given): Volume => ({ meters: metres(given.distance), seconds: seconds(given.time) }))

/** Findings by the sentence each of them says, and the sentences in their order. */
export const outcomeOf = (findings: readonly Finding[]): Outcome => ({
  says: findings.map(({ says }) => says),
  ...Object.fromEntries(findings.map((found) => [found.says, told(found)])),
})

const told = ({ verdict, ceiling, saw, missing }: Finding): Outcome => ({
  verdict,
  distance: ceiling?.meters ?? null,
  time: ceiling?.seconds ?? null,
  saw,
  missing,
})

/** The sentences of a kind of rule by their keys, each with the names it may fill in. */
export type Sentences = Readonly<Record<string, readonly string[]>>
