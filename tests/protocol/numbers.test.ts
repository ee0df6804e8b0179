import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { checkProtocol } from '../../src/protocol/check.ts'
import { exampleFaults } from '../../src/protocol/examples.ts'
import { renderProtocol } from '../../src/protocol/handout.ts'
import { Protocol } from '../../src/protocol/schema.ts'
import { type Found, numbersIn } from './find-numbers.ts'
import { rangesOf, refusalsOf } from './refusals.ts'
import { SHIPPED, textOf } from './shipped.ts'
import { amountOf, smallStep, spelled } from './steps.ts'

/** Ranges so narrow that there is no other value in them: the schema alone pins these. */
const WITHOUT_ROOM = ['rules.referral.acutePhases']

/** The first stage has a range of its own, tighter than that of the stages after it. */
const FIRST_STAGE = 'rules.return-1-dose.'

describe.each(SHIPPED)('the numbers of %s', (name) => {
  const text = textOf(name)
  const numbers = numbersIn(text)
  const ranges = rangesOf(text, numbers)
  const least = ({ name }: Found): string => ranges.get(name)?.least ?? ''
  const most = ({ name }: Found): string => ranges.get(name)?.most ?? ''
  const value: unknown = parse(text)
  const handout = renderProtocol(Protocol.parse(value))

  it('are all found, each by a name of its own', () => {
    expect(numbers.length).toBeGreaterThan(name === 'itbs-rehab' ? 200 : 40)
    expect(new Set(numbers.map((found) => found.name)).size).toBe(numbers.length)
  })

  it.each(numbers)('$name has a safe range that is told at its line', (found) =>
    expect(ranges.get(found.name)).toBeDefined(),
  )

  const justAbove = (found: Found): string => spelled(found, amountOf(most(found)) + smallStep(found))
  const above = refusalsOf(text, numbers, justAbove)
  it.each(numbers)('$name is refused with its line just above its range', (found) =>
    expect(above.get(found.name)?.code).toBe('unsafe-value'),
  )

  // What begins at zero has nothing below that could be written.
  const bounded = numbers.filter((found) => amountOf(least(found)) >= smallStep(found))
  const justBelow = (found: Found): string => spelled(found, amountOf(least(found)) - smallStep(found))
  const below = refusalsOf(text, bounded, justBelow)
  it.each(bounded)('$name is refused with its line just below its range', (found) =>
    expect(below.get(found.name)?.code).toBe('unsafe-value'),
  )

  it.each([
    ['lowest', least],
    ['highest', most],
  ])('are accepted at their %s', (_, bound) => {
    const refused = [...refusalsOf(text, numbers, bound)].filter(([, { code }]) => code === 'unsafe-value')
    expect(refused.filter(([found]) => !found.startsWith(FIRST_STAGE))).toEqual([])
  })

  it.each(numbers)('$name moved inside its range changes something', (found) => {
    const moves = [amountOf(found) - smallStep(found), amountOf(found) + smallStep(found)].filter(
      (moved) => moved >= amountOf(least(found)) - 1e-9 && moved <= amountOf(most(found)) + 1e-9,
    )
    expect(moves.length > 0).toBe(!WITHOUT_ROOM.includes(found.name))
    const written = moves.map((moved) => spelled(found, moved))
    expect(written.filter((moved) => !isNoticed(found, moved))).toEqual([])
  })

  /** Of a rule by an example or a check; of an exercise or a track by the text as well. */
  function isNoticed(found: Found, to: string): boolean {
    const moved = withValue(value, found.path, typeof found.value === 'number' ? Number(to) : to)
    const read = z.safeParse(Protocol, moved)
    if (!read.success || checkProtocol(read.data).length > 0) return true
    const [part, index] = found.path
    if (part !== 'rules') return renderProtocol(read.data) !== handout
    const rule = read.data.rules[Number(index)]
    return rule !== undefined && exampleFaults(rule).length > 0
  }
})

function withValue(root: unknown, [key, ...rest]: Found['path'], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(root)) {
    return root.map((item: unknown, index) => (index === key ? withValue(item, rest, value) : item))
  }
  return typeof root === 'object' && root !== null
    ? { ...root, [key]: withValue(Reflect.get(root, key), rest, value) }
    : root
}
