import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Sentences } from '../../src/rules/example.ts'
import { sentencesOf } from '../../src/rules/examples/index.ts'
import { Rule, type RuleKind } from '../../src/rules/index.ts'

const TABLE: Readonly<Record<string, Sentences>> = parse(
  readFileSync(new URL('sentences.yaml', import.meta.url), 'utf8'),
)

describe('the sentences of', () => {
  it.each(Object.entries(TABLE))('%s are these, with these names in them', (name, sentences) => {
    const [kind, id = ''] = name.split(' ')
    expect(sentencesOf({ kind: kind as RuleKind, id })).toEqual(sentences)
  })
  it('every kind of rule are in the table', () => {
    const kinds = Rule.options.map((option): string => option.shape.kind.value)
    expect(new Set(Object.keys(TABLE).map((name) => name.split(' ')[0]))).toEqual(new Set(kinds))
  })
  it('a statement of the protocol itself are not known', () =>
    expect(sentencesOf({ kind: 'statement', id: 'my-own' })).toBeUndefined())
})
