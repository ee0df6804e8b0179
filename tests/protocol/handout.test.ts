import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { renderHandout } from '../../src/protocol/handout-print.ts'
import { inPages } from '../../src/protocol/handout-paging.ts'
import { Protocol } from '../../src/protocol/schema.ts'
import { itb } from '../support/fake-host.ts'
import { REHAB } from '../support/programme.ts'
import { SHIPPED, textOf } from './shipped.ts'

const flat = (text: string): string => text.replace(/\s+/g, ' ')
const withoutFeet = (text: string): string =>
  text.replace(/\n+ +\S+ \d+\.\d+\.\d+, page \d+ of \d+\n\f?/g, '\n\n')

describe.each(SHIPPED)('the handout of %s', (name) => {
  const protocol = Protocol.parse(parse(textOf(name)))
  const text = renderHandout(protocol, REHAB.referral)
  const said = flat(withoutFeet(text))

  it('says when to have the knee looked at, and whom it is not for', () => {
    expect(said).toContain('The calf is swollen, or hot and sore without a reason.')
    expect(said).toContain('a bone stress injury or a stress fracture, now or suspected')
  })

  it('is in pages of sixty lines and eighty columns, numbered at the foot', () => {
    const pages = text.split('\f')
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach((page, index) => {
      const lines = page.replace(/\n$/, '').split('\n')
      expect(lines).toHaveLength(60)
      expect(lines.at(-1)).toMatch(new RegExp(`page ${index + 1} of ${pages.length}$`))
      expect(lines.filter((line) => line.length > 80 || line !== line.trimEnd())).toEqual([])
      expect(lines[0]).not.toBe('')
    })
  })

  it('never leaves a heading at the end of a page', () => {
    const ends = text.split('\f').map((page) => withoutFeet(page).trimEnd().split('\n').at(-1) ?? '')
    expect(ends.filter((line) => /^[-=]+$/.test(line))).toEqual([])
  })

  it('begins with what it is not and when to stop', () => {
    const [first = ''] = text.split('\f')
    expect(flat(first)).toContain(protocol.disclaimer.trim())
    for (const rule of protocol.stopRules) expect(flat(first)).toContain(rule)
  })

  it('has everything of each exercise', () => {
    for (const each of protocol.exercises) {
      for (const part of [each.title, each.setUp, each.commonError, ...each.steps, each.why])
        expect(said).toContain(flat(part))
      for (const level of each.levels) expect(said).toContain(flat(level.does))
    }
  })

  it('has every roll, stretch, warm-up, cue, activity, and what to leave alone', () => {
    const { rolling, stretching, warmUp, form, ice, crossTraining } = protocol.tracks
    const parts = [
      ...[...rolling.items, ...stretching.items, ...warmUp.items].flatMap((each) => each.steps),
      ...form.cues.map(({ say }) => say),
      ...crossTraining.activities.map(({ how }) => how),
      ...ice.rules,
      ...ice.notToDo,
    ]
    expect(parts.filter((part) => !said.includes(flat(part)))).toEqual([])
  })

  it('names no rule by its id, and gives the reason and the sources of each', () => {
    const dashed = protocol.rules.map(({ id }) => id).filter((id) => id.includes('-'))
    expect(dashed.filter((id) => new RegExp(`(^|[^\\w-])${id}([^\\w-]|$)`).test(text))).toEqual([])
    expect(protocol.rules.filter(({ because }) => !said.includes(flat(because).trim()))).toEqual([])
  })

  it('lists every source it names at its end', () => {
    const sources = text.slice(text.search(/[\n\f]Sources\n-/))
    const named = [...said.matchAll(/\b(?:[A-Z]{2}-\d\d|[DE]-\d\d)\b/g)].map(([id]) => id)
    expect([...new Set(named)].filter((id) => !sources.includes(`${id}: `))).toEqual([])
  })
})

describe('the handout of the way back', () => {
  const text = flat(renderHandout(Protocol.parse(parse(textOf('itbs-rehab'))), REHAB.referral))

  it('puts the numbers of the protocol into sentences', () => {
    for (const sentence of [
      'Mild: 2/10 at the most, no worse towards the end, gone within 2 h',
      'Severe: 6/10 or more; longer than 24 h',
      'Of the running 50 % stays where the pain reached 3/10 at the most, 30 % from 5/10 on, else 40 %.',
      '7 days in a row noted as free of pain in daily life.',
      'The run of 12 min: walk 5 min, then 6 times 2 min of running and 1 min of walking.',
      'The run of 20 min: walk 5 min, then run 20 min.',
      'From return week 8 on, after 14 days and 3 runs without pain.',
    ])
      expect(text).toContain(sentence)
  })

  it('follows a number that is changed', () => {
    const changed = textOf('itbs-rehab').replace('mildPeak: 2/10', 'mildPeak: 1/10')
    expect(flat(renderHandout(Protocol.parse(parse(changed)), REHAB.referral))).toContain(
      'Mild: 1/10 at the most',
    )
  })

  it('comes from the command, the same on a terminal and in a pipe', async () => {
    const piped = await itb('protocol show itbs-rehab --handout')
    const seen = await itb('protocol show itbs-rehab --handout --color', { terminal: { columns: 40 } })
    expect([piped.code, piped.stderr]).toEqual([0, ''])
    expect(seen.stdout).toBe(piped.stdout)
    expect(flat(piped.stdout)).toContain('Before you run again')
  })
})

describe('pages', () => {
  const block = (lines: number): string[] => ['', ...Array.from({ length: lines }, () => 'x')]

  it('keep together what belongs together, and cut what is longer than a page', () => {
    const pages = inPages([...block(50), ...block(20), ...block(130)], 'a', 80).split('\f')
    expect(pages.map((page) => page.match(/^x$/gm)?.length)).toEqual([50, 20, 58, 58, 14])
  })
})
