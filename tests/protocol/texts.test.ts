import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parse } from 'yaml'
import { logJsonSchema } from '../../src/log/json-schema.ts'
import { renderProtocol } from '../../src/protocol/handout.ts'
import { protocolJsonSchema } from '../../src/protocol/json-schema.ts'
import { readProtocol } from '../../src/protocol/read.ts'
import { Protocol } from '../../src/protocol/schema.ts'
import { starterProtocol } from '../../src/protocol/starter.ts'
import { play } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'
import { SHIPPED, textOf } from './shipped.ts'

describe.each(SHIPPED)('the handout of %s', (name) => {
  const protocol = Protocol.parse(parse(textOf(name)))

  it.each([40, 80, 100])('keeps to %d columns but for single words', (width) => {
    const lines = renderProtocol(protocol, width).split('\n')
    const long = lines.filter((line) => line.length > width && line.trim().includes(' '))
    expect(long.filter((line) => !isTitle(line))).toEqual([])
  })
  it('says how good each reason is', () =>
    expect(renderProtocol(protocol)).toContain('our choice, not a finding'))
  it('names every rule and every exercise', () => {
    const text = renderProtocol(protocol)
    const titles = [
      ...protocol.rules.map(({ id }) => id.replaceAll('-', ' ')),
      ...protocol.exercises.map(({ title }) => title),
    ]
    expect(titles.filter((title) => !text.includes(title))).toEqual([])
  })

  /** Titles stand on a line of their own, whatever its length. */
  const isTitle = (line: string): boolean =>
    [protocol.title, ...protocol.exercises.map(({ title }) => `${title} (an extra)`)].includes(line)
})

describe('a copied protocol', () => {
  it.each(SHIPPED)('%s is well under its new id, with comments', (name) => {
    const copy = starterProtocol(textOf(name), 'my-own')
    expect(readProtocol('my-own.yaml', copy)).toMatchObject({ ok: true, value: { id: 'my-own' } })
    expect(copy).toMatch(/^# A protocol for itb/)
    expect(copy.split('\n').filter((line) => line.startsWith('# ')).length).toBeGreaterThan(10)
  })
})

describe('the JSON Schema', () => {
  it.each(SHIPPED)('of a protocol takes %s', (name) => {
    const schema = z.fromJSONSchema(protocolJsonSchema() as z.core.JSONSchema.JSONSchema)
    expect(schema.safeParse(parse(textOf(name)))).toMatchObject({ success: true })
  })
  it.each([
    ['protocol', protocolJsonSchema()],
    ['log', logJsonSchema()],
  ])('of a %s is one', (name, schema) =>
    expect(schema).toMatchObject({ title: `itb ${name}`, type: 'object', additionalProperties: false }),
  )
})

describe('the first run of thirty minutes', () => {
  const { references } = Protocol.parse(parse(textOf('itbs-rehab')))
  const told = /return week (\d+)/.exec(references['RT-11']?.text ?? '')?.[1]

  it('comes in the return week that is told of it', () => {
    const flare = { during: 6, onsetMeters: 1200, lastingHours: 5, trend: 'worsened' } as const
    const weeks = Array.from({ length: 12 }, () => ({}))
    const runner = { baseline: 40_000, pace: 360, goal: 40_000, availableDays: undefined, flare, weeks }
    const first = play(REHAB, runner).find(({ plan }) =>
      plan.runs.some(({ volume }) => volume.seconds >= 1800),
    )
    expect(Number(told)).toBe(first?.plan.returnWeek)
  })
})
