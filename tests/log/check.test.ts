import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, type Day } from '../../src/base/calendar.ts'
import { isLog } from '../../src/log/check.ts'
import { diagnoseLog } from '../../src/log/diagnose.ts'
import { orderFaults } from '../../src/log/order.ts'
import { readLog } from '../../src/log/read.ts'
import { LogSchema } from '../../src/log/schema.ts'
import { changed, ODD_VALUES, pathsOf } from './mutate.ts'
import { FULL_LOG, logOf } from './sample.ts'
import { growthOf } from '../support/cpu.ts'
import { tries } from '../support/tries.ts'

const full: unknown = JSON.parse(FULL_LOG)
const paths = pathsOf(full)
const keys = [
  'extra',
  'was',
  'removed',
  'until',
  'end',
  'note',
  'absent',
  'type',
  'constructor',
  '__proto__',
  'id',
]
const containers = paths.filter((path) => {
  const held = path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), full)
  return typeof held === 'object' && !Array.isArray(held)
})

/** What the schema says, with the rules between fields that no schema field can hold. */
function schemaTakes(value: unknown): boolean {
  const checked = LogSchema.safeParse(value)
  return checked.success && orderFaults(checked.data.entries).length === 0
}

const agreed = (value: unknown): boolean => {
  const answer = isLog(value)
  if (answer !== schemaTakes(value)) throw new Error(`isLog says ${answer} of ${JSON.stringify(value)}`)
  return answer
}

describe('the quick check of a log', () => {
  it('takes a log with every field of every entry type', () => {
    expect(LogSchema.safeParse(full).error?.issues).toBeUndefined()
    expect(agreed(full)).toBe(true)
  })

  it('agrees with the schema on every odd value in every place', () => {
    const answers = paths.flatMap((path) => ODD_VALUES.map((odd) => agreed(changed(full, path, odd))))
    expect(new Set(answers)).toEqual(new Set([true, false]))
  })

  it('agrees with the schema on a strange key in every place', () => {
    for (const path of containers) {
      for (const key of keys) {
        for (const odd of [null, 'x', '2026-03-01', []]) agreed(changed(full, [...path, key], odd))
      }
    }
  })

  it('agrees with the schema after several random changes', () => {
    const odd = fc.oneof(fc.constantFrom(...ODD_VALUES), fc.jsonValue())
    const change = fc.tuple(fc.constantFrom(...paths), odd)
    const name = fc.oneof(fc.constantFrom(...keys), fc.string())
    const addition = fc.tuple(fc.constantFrom(...containers), name, fc.jsonValue())
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), fc.option(addition), (changes, added) => {
        const all = added === null ? changes : [...changes, [[...added[0], added[1]], added[2]] as const]
        const value = all.reduce<unknown>(
          (held, [path, to]) => (reaches(held, path) ? changed(held, path, to) : held),
          full,
        )
        const text = JSON.stringify(value) ?? 'null'
        expect(diagnoseLog('log.json', text).length === 0).toBe(agreed(JSON.parse(text)))
        expect(readLog(text) === undefined).toBe(!isLog(JSON.parse(text)))
      }),
      { numRuns: tries(100, 3000) },
    )
  })

  it('reads ten thousand entries in a moment', () => {
    const day = (index: number) => dateOf((14_000 + Math.floor(index / 3)) as Day)
    const run = (index: number) => ({
      id: `e${index}`,
      type: 'run',
      date: day(index),
      distanceMeters: 5000 + index,
      durationSeconds: 1800,
      pain: { during: 0, nextMorning: 0 },
      limp: false,
      swelling: false,
      analgesic: false,
    })
    const text = logOf(...Array.from({ length: 10_000 }, (_, index) => run(index)))
    const value: unknown = JSON.parse(text)
    // To read the text at all is a few times as much.
    expect(
      growthOf(
        () => JSON.parse(text),
        () => expect(isLog(value)).toBe(true),
      ),
    ).toBeLessThan(3)
  })
})

/** True where the parent of a path is a container of the right kind. */
function reaches(value: unknown, path: readonly (string | number)[]): boolean {
  const isHeld = (held: unknown): held is object => typeof held === 'object' && held !== null
  const parent = path
    .slice(0, -1)
    .reduce<unknown>(
      (held, key) => (isHeld(held) && Object.hasOwn(held, key) ? Reflect.get(held, key) : undefined),
      value,
    )
  if (path.length === 0) return true
  return isHeld(parent) && (typeof path.at(-1) === 'number') === Array.isArray(parent)
}
