import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { distance } from '../../src/base/quantity.ts'
import { readDocument } from '../../src/base/source.ts'

const Rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('load-cap'),
    floor: distance('1 km', '5 km'),
    why: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('pain-gate'), most: z.int() }),
])
const Protocol = z.strictObject({ id: z.string(), rules: z.array(Rule) })

const problems = (text: string) => {
  const result = readDocument('p.yaml', text, Protocol)
  return result.ok
    ? []
    : result.problems.map(
        ({ code, message, place, hint }) =>
          `${place?.line}:${place?.column} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
      )
}

describe('a YAML document read against a schema', () => {
  it('is its value, quantities read', () =>
    expect(readDocument('p.yaml', 'id: a\nrules:\n  - kind: load-cap\n    floor: 3 km\n', Protocol)).toEqual({
      ok: true,
      value: { id: 'a', rules: [{ kind: 'load-cap', floor: 3000 }] },
    }))
  it('may be JSON too', () => expect(problems('{"id": "a", "rules": []}')).toEqual([]))

  it.each([
    [
      'an unknown key',
      'id: a\nrules:\n  - kind: load-cap\n    flor: 3 km\n    floor: 3 km\n',
      ['4:5 unknown-key: unknown key "flor" (Did you mean "floor"? Known here: kind, floor, why.)'],
    ],
    [
      'a missing key at its parent',
      'id: a\nrules:\n  - kind: load-cap\n    why: x\n',
      ['3:5 missing-key: "floor" is missing (Needed here: kind, floor.)'],
    ],
    [
      'a wrong unit by the code of its quantity',
      'id: a\nrules:\n  - kind: load-cap\n    floor: 3 mi\n',
      ['4:12 wrong-unit: expected a value such as "5 km", found "3 mi"'],
    ],
    [
      'an unknown kind',
      'id: a\nrules:\n  - kind: lod-cap\n',
      [
        '3:11 bad-value: "kind" cannot be "lod-cap" ' +
          '(Did you mean "load-cap"? It can be: load-cap, pain-gate.)',
      ],
    ],
    [
      'a key that stands twice',
      'id: a\nrules: []\nid: b\n',
      ['3:1 duplicate-key: this key stands here already (Keep one of the two.)'],
    ],
    [
      'a key with nothing behind it',
      'id:\nrules: []\n',
      [
        '1:4 null-value: "id" is null; what is unknown is left out ' +
          '(Delete the key with its null: absent is how unknown is written.)',
      ],
    ],
    [
      'a document that is no map',
      '- a\n',
      ['1:1 bad-value: this file is a list of 1, expected keys and values'],
    ],
    ['an empty document', '\n\n', ['1:1 empty-file: this file is empty']],
    ['only comments', '# nothing\n', ['1:1 bad-value: this file is null, expected keys and values']],
    ['an alias without an anchor', 'id: *x\nrules: []\n', ['1:5 bad-yaml: no anchor "&x" before this']],
  ])('tells %s', (_, text, expected) => expect(problems(text)).toEqual(expected))

  it('shows the line of text without its line ending', () => {
    const result = readDocument('p.yaml', 'id: 5\r\nrules: []\r\n', Protocol)
    const place = result.ok ? undefined : result.problems[0]?.place
    expect(place).toEqual({ file: 'p.yaml', line: 1, column: 5, text: 'id: 5' })
  })
  it('gives up on a text without a bottom', () =>
    expect(problems(`id: ${'['.repeat(50_000)}`).every((line) => line.includes('bad-yaml'))).toBe(true))
})
