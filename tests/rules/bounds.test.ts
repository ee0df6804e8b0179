import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { Exercise } from '../../src/protocol/exercise.ts'
import { Tracks } from '../../src/protocol/track.ts'
import { Rule } from '../../src/rules/index.ts'
import { amountOf, smallStep, spelled } from '../protocol/steps.ts'
import { filled, numbersOf, type Path } from './filled.ts'

type Amount = string | number
type Bounds = readonly [least: Amount, most: Amount]

/** Of every number of a protocol the least and the most, written down once more: whoever moves one says so here. */
const BOUNDS: Readonly<Record<string, Readonly<Record<string, Bounds>>>> = parse(
  readFileSync(new URL('bounds.yaml', import.meta.url), 'utf8'),
)
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Rule.options.map((kind) => [kind.shape.kind.value, kind])),
  exercise: Exercise,
  ...Tracks.shape,
}

/** `frames.for`: the keys to a number; the places in a list have one name, as they have one range. */
const nameOf = (path: Path): string => path.filter((key) => typeof key === 'string').join('.')

it('every number of a schema has its bounds in the table, and no other', () => {
  const names = Object.entries(SCHEMAS).map(
    ([kind, schema]) => [kind, [...new Set(numbersOf(schema).map(nameOf))].sort()] as const,
  )
  const numbered = names.filter(([, numbers]) => numbers.length > 0)
  const table = Object.entries(BOUNDS).map(([kind, numbers]) => [kind, Object.keys(numbers).sort()])
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(numbered))
})

const boundOfStage = (path: Path): unknown => BOUNDS['stage-dose']?.[nameOf(path)]?.[0]

describe.each(Object.entries(BOUNDS))('of %s', (kind, bounds) => {
  const schema = SCHEMAS[kind]!

  /** Whether a number is refused, at its own place; the others are as they may be, the lesser of two first. */
  function isRefused(path: Path, value: Amount): boolean {
    const numberAt = (at: Path): unknown =>
      at.join() === path.join() ? value : bounds[nameOf(at)]?.[at.at(-1) === 0 ? 0 : 1]
    const { error } = z.safeParse(schema, filled(schema, numberAt))
    return (error?.issues ?? []).some((issue) => issue.path.join() === path.join())
  }

  it.each(Object.entries(bounds))('%s is %j and nothing beyond', (name, [least, most]) => {
    const step = smallStep({ value: least })
    const below = spelled({ value: least }, amountOf(`${least}`) - step)
    const above = spelled({ value: most }, amountOf(`${most}`) + step)
    const tried =
      typeof least === 'number' ? [Number(below), least, most, Number(above)] : [below, least, most, above]
    for (const path of numbersOf(schema).filter((each) => nameOf(each) === name)) {
      expect(tried.map((value) => isRefused(path, value))).toEqual([true, false, false, true])
    }
  })
})

it.each([
  ['no', [], 1],
  ['one', ['10 min'], 0],
  ['four', Array(4).fill('10 min'), 0],
  ['five', Array(5).fill('10 min'), 1],
])('a stage of %s runs is refused or not at its runs, and at the fewer of them', (_, runs, faults) => {
  for (const name of ['runs', 'fewer']) {
    const stage = { ...Object(filled(SCHEMAS['stage-dose']!, boundOfStage)), [name]: runs }
    const { error } = z.safeParse(SCHEMAS['stage-dose']!, stage)
    expect(error?.issues.map(({ path }) => path) ?? []).toEqual(Array(faults).fill([name]))
  }
})
