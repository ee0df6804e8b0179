import * as z from 'zod'
import type { Problem } from '../base/problem.ts'
import { readAmount } from '../base/quantity.ts'
import type { Source } from '../base/source.ts'
import { wordsFor } from '../base/wording.ts'
import type { Example } from '../rules/finding.ts'
import { givenOf, runExample } from '../rules/examples/index.ts'
import type { Rule } from '../rules/index.ts'
import { type Difference, differences } from './difference.ts'
import { type Fault, problemOf } from './fault.ts'
import type { Protocol } from './schema.ts'

type Path = readonly PropertyKey[]

/** Runs every worked case by the functions the engine decides with; a source gives each problem its line. */
export const checkExamples = (protocol: Protocol, source?: Source): readonly Problem[] =>
  protocol.rules
    .flatMap((rule, index) => exampleFaults(rule, ['rules', index]))
    .map((fault) => problemOf(fault, source))

/** The worked cases of one rule that come out otherwise, or are given what the rule does not ask for. */
export const exampleFaults = (rule: Rule, path: Path = []): readonly Fault[] =>
  rule.examples.flatMap((example, index) => faultsOf(rule, example, [...path, 'examples', index]))

function faultsOf(rule: Rule, example: Example, path: Path): readonly Fault[] {
  const schema = givenOf(rule.kind)
  const given = readDeep(example.given)
  const checked = z.safeParse(schema, given)
  if (!checked.success) {
    return checked.error.issues.flatMap((issue) => misgiven(issue, given, schema, [...path, 'given']))
  }
  const found = differences(example.expect, runExample(rule, rule.kind, given), '')
  return found.length === 0 ? [] : [failing(rule, example, found, [...path, 'expect'])]
}

const misgiven = (issue: z.core.$ZodIssue, given: unknown, schema: z.core.$ZodType, path: Path): Fault[] =>
  wordsFor(issue, given, schema).map(({ code, message, hint, path: within, key }) => ({
    problem: code,
    message,
    path: [...path, ...within],
    ...(key !== undefined && { key }),
    ...(hint !== undefined && { hint }),
  }))

const failing = ({ id }: Rule, { name }: Example, found: readonly Difference[], path: Path): Fault => ({
  problem: 'failing-example',
  message: `the example "${name}" of ${id} fails: ${found.map(tell).join('; ')}`,
  path,
  hint: 'Change the number back, or the example with it if the change is meant.',
})

const tell = ({ name, expected, found }: Difference): string =>
  `${name} came out as ${found}, expected ${expected}`

function readDeep(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return readAmount(value)
  if (Array.isArray(value)) return value.map(readDeep)
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, readDeep(child)]))
}
