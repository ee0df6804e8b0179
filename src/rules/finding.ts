import * as z from 'zod'
import { grounds, Id } from '../base/quantity.ts'
import type { Metres, Seconds, Volume } from '../base/units.ts'

/** From most to least cautious: the order is the precedence. */
export const VERDICTS = ['stop', 'break', 'reduce', 'step-back', 'hold', 'progress'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * What the pain of a day or week amounts to, best first: clean, unknown, mild, moderate, severe, red flag.
 */
export const GRADES = ['S0', 'U', 'S1', 'S2', 'S3', 'S4'] as const
export type Grade = (typeof GRADES)[number]

/** True when the first grade is as bad as the second or worse. */
export const isAtLeast = (grade: Grade, other: Grade): boolean =>
  GRADES.indexOf(grade) >= GRADES.indexOf(other)

export const worseGrade = (a: Grade, b: Grade): Grade => (isAtLeast(a, b) ? a : b)

/** Where a runner stands; `return-1`, `return-2` … are as many as the protocol has stages. */
export type Phase =
  | 'base'
  | 'acute-reduced'
  | 'acute-break'
  | 'rehab'
  | `return-${number}`
  | 'build'
  | 'maintain'
  | 'stop'

/** What a rule looked at, by name; the ending of a name says its unit (Meters, Seconds, Days, Share). */
export type Saw = Readonly<Record<string, number | string | boolean | null>>

/** The most running a rule allows; null where it says nothing in that unit. */
export interface Ceiling {
  readonly meters: Metres | null
  readonly seconds: Seconds | null
}

/** What one rule says about one week. */
export interface Finding {
  readonly rule: string
  /** Null where the rule only informs. */
  readonly verdict: Verdict | null
  readonly ceiling: Ceiling | null
  /** Which of the rule's sentences applies; they stand in the protocol under `says`. */
  readonly says: string
  readonly saw: Saw
  /** What was not logged and would have been needed. */
  readonly missing: readonly string[]
}

/** A volume as a ceiling in both units. */
export const ceilingOf = (volume: Volume): Ceiling => ({ meters: volume.meters, seconds: volume.seconds })

type FindingParts = Partial<Omit<Finding, 'rule' | 'says'>>

/** A finding with what most of them leave out filled in. */
export const finding = (rule: string, says: string, parts: FindingParts = {}): Finding => ({
  rule,
  says,
  verdict: parts.verdict ?? null,
  ceiling: parts.ceiling ?? null,
  saw: parts.saw ?? {},
  missing: parts.missing ?? [],
})

/** A worked case that travels with its rule; `itb check` and the tests run it. */
export const Example = z.strictObject({
  name: z.string().min(1),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
})
export type Example = z.infer<typeof Example>

/** The fields every rule has, whatever its kind. */
export const ruleFields = {
  id: Id,
  ...grounds,
  /** The sentences this rule can say, with {names} of what it saw. */
  says: z.record(z.string(), z.string().min(1)),
  examples: z.array(Example).min(1),
}
