import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { givenOf } from '../../src/rules/examples/index.ts'
import { readProtocol } from '../../src/protocol/read.ts'
import { exampleFaults } from '../../src/protocol/examples.ts'
import type { Rule, RuleKind } from '../../src/rules/index.ts'
import { Rule as RuleSchema } from '../../src/rules/index.ts'
import { SHIPPED, textOf } from '../protocol/shipped.ts'

const rulesOf = (name: string): readonly Rule[] => {
  const read = readProtocol(`${name}.yaml`, textOf(name))
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  return read.value.rules
}
const messages = (rule: Rule): readonly string[] => exampleFaults(rule).map(({ message }) => message)

describe.each(SHIPPED.flatMap(rulesOf))('the rule $id', (rule) => {
  it.each(rule.examples)('$name', (example) => expect(messages({ ...rule, examples: [example] })).toEqual([]))

  it('has no two examples of one name', () =>
    expect(new Set(rule.examples.map(({ name }) => name)).size).toBe(rule.examples.length))

  it('is given nothing it does not ask for', () => {
    const [first] = rule.examples
    const misspelt = { name: 'x', expect: {}, given: { ...first?.given, pian: 1 } }
    expect(exampleFaults({ ...rule, examples: [misspelt] })).toMatchObject([
      { problem: 'unknown-key', key: 'pian' },
    ])
  })
})

const PHASES = ['base', 'acute-reduced', 'no-running', 'stage', 'build', 'maintain']
const OF_LAYOFF = ['base', 'acute-reduced', 'first-stage', 'stage', 'build', 'maintain']

it.each<readonly [RuleKind, object, readonly string[], string]>([
  ['pain-grade', {}, PHASES, 'build'],
  ['pain-response', { grade: 'S1' }, PHASES, 'build'],
  ['layoff', { gap: 1 }, OF_LAYOFF, 'build'],
  ['session-cap', {}, ['base', 'stage', 'other'], 'other'],
  ['strength-plan', {}, ['rehab', 'return', 'later', 'least'], 'rehab'],
])('an example of %s, given %j, is in any of %j and else in %s', (kind, given, phases, otherwise) => {
  const schema = givenOf(kind)
  const taken = phases.map((phase) => z.safeParse(schema, { ...given, phase }).data)
  expect(taken).toMatchObject(phases.map((phase) => ({ phase })))
  expect(z.parse(schema, given)).toMatchObject({ phase: otherwise })
  expect(z.safeParse(schema, { ...given, phase: '' }).success).toBe(false)
})

describe('an example that fails', () => {
  const spacing = (given: object, expected: object): Rule =>
    RuleSchema.parse({
      id: 'spacing',
      kind: 'spacing',
      restDays: 1,
      hardApart: '48 h',
      because: 'x',
      says: { 'extra-rest': 'x' },
      source: [{ id: 'D-01', grade: 'our-choice' }],
      examples: [{ name: 'A week', given, expect: expected }],
    })

  it('tells what came out', () =>
    expect(messages(spacing({}, { restDays: 2, mayBeHard: true }))).toEqual([
      'the example "A week" of spacing fails: ' +
        'restDays came out as 1, expected 2; mayBeHard came out as false, expected true',
    ]))
  it('tells a name that never comes out', () =>
    expect(messages(spacing({}, { restDay: 1 }))).toEqual([
      'the example "A week" of spacing fails: restDay came out as nothing, expected 1',
    ]))
  it('is no other when it expects less', () => expect(messages(spacing({}, {}))).toEqual([]))
})
