import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readProtocol } from '../../src/protocol/read.ts'
import { SHIPPED, textOf } from './shipped.ts'

const SMALL = readFileSync(new URL('../errors/small-rehab.yaml', import.meta.url), 'utf8')
const CYCLE = readFileSync(new URL('../errors/small-cycle.yaml', import.meta.url), 'utf8')

const problems = (text: string): readonly string[] => {
  const read = readProtocol('p.yaml', text)
  return read.ok ? [] : read.problems.map(({ code, message, place }) => `${place?.line} ${code}: ${message}`)
}
/** Problems without their lines, after one change. */
const after = (find: string, put: string, text = SMALL): readonly string[] => {
  expect(text.split(find).length, `"${find}" stands once`).toBe(2)
  return problems(text.replace(find, () => put)).map((line) => line.replace(/^\d+ /, ''))
}

describe('a protocol', () => {
  it.each(SHIPPED)('that comes with itb is well: %s', (name) => expect(problems(textOf(name))).toEqual([]))

  it('tells everything at once, from the top of the file', () => {
    const text = SMALL.replace('- id: limit\n', '- id: limits\n')
      .replace('for: 12 min, repeats: 6', 'for: 12 min, repeats: 5')
      .replace('introduce: [ [ clamshell ] ]', 'introduce: [ [ bridge ] ]')
    expect(problems(text).map((line) => line.replace(/:.*/, ''))).toEqual([
      expect.stringMatching(/^\d+ missing-rule$/),
      expect.stringMatching(/^\d+ wrong-sum$/),
      expect.stringMatching(/^\d+ unknown-exercise$/),
    ])
  })

  it('has no sentence where its rule says nothing', () => {
    const read = readProtocol('p.yaml', SMALL.replace('says: {}', 'says: { none: Graded day by day. }'))
    expect(read.ok ? [] : read.problems).toMatchObject([
      {
        code: 'unknown-sentence',
        message: 'a rule of kind "pain-grade" never says "none"',
        hint: 'It says nothing.',
      },
    ])
  })

  it('keeps less after a longer gap', () =>
    expect(after('medium: { from: 14 d, keep: 50% }', 'medium: { from: 14 d, keep: 32% }')).toEqual([
      'unsafe-order: "medium.keep" and "long.keep" are the wrong way round: ' +
        'a longer gap keeps no more than a shorter one',
    ]))
  it('keeps no more for strong pain than for any other', () =>
    expect(after('kind: acute\n    keep: 40%', 'kind: acute\n    keep: 30%')).toEqual([]))
  it('keeps no more by default than for mild pain', () =>
    expect(after('mild: { peak: 3/10, keep: 50% }', 'mild: { peak: 3/10, keep: 39% }')).toEqual([
      'unsafe-order: "mild.keep" and "keep" are the wrong way round: ' +
        'stronger pain keeps no more than milder pain',
    ]))
  it('tells mild pain from strong pain', () =>
    expect(after('strong: { peak: 5/10', 'strong: { peak: 3/10')).toEqual([
      'unsafe-order: "strong.peak" and "mild.peak" are the wrong way round: ' +
        'mild pain is less than strong pain',
    ]))

  it('begins the return with half of the old week at the most', () =>
    expect(after('shareOfPreInjury: 50%', 'shareOfPreInjury: 50.1%')).toEqual([
      'unsafe-value: 50.1% is outside its safe range for the first stage, 10% to 50%',
    ]))
  it('begins the return with an hour of running at the most', () =>
    expect(after('kind: stage-dose\n    runs: [ 12 min', 'kind: stage-dose\n    runs: [ 18 min')[0]).toBe(
      'unsafe-value: 61 min is outside its safe range for the first stage, 10 min to 60 min a week',
    ))
  it('rises by a tenth from stage to stage at the most', () =>
    expect(after('shareOfPreInjury: 55%', 'shareOfPreInjury: 56%')).toEqual([
      'unsafe-step: 56% is more than 10% above the stage before (50%)',
    ]))

  it('may have two rules of growth', () => {
    const growth = / {2}- id: weekly-growth\n[\s\S]*?(?= {2}- id: )/.exec(SMALL)?.[0] ?? ''
    expect(after(growth, growth + growth.replace('weekly-growth', 'monthly-growth'))).toEqual([])
  })
  it('that is a cycle has exactly one rule of it', () =>
    expect(after('kind: cycle', 'kind: statement', CYCLE).map((line) => line.replace(/:.*/, ''))).toContain(
      'unknown-key',
    ))
  it('needs no exercises of its own to be a cycle', () => expect(problems(CYCLE)).toEqual([]))
})
