import fc from 'fast-check'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/base/calendar.ts'
import { lateFaults } from '../../src/log/ahead.ts'
import { readLog, readWhole } from '../../src/log/read.ts'
import { renderLog } from '../../src/log/render.ts'
import { KEY_ORDER } from '../../src/log/schema/key-order.ts'
import { type Entry, LogSchema } from '../../src/log/schema.ts'
import { begun, stamped } from '../../src/log/stamp.ts'
import { after, may, read, someDeeds, someLog } from './past.ts'
import { FULL_LOG, logOf } from './sample.ts'

const RUN = { type: 'run', date: may(1), distanceMeters: 5000, durationSeconds: 1800 } as const

/** The keys of every object a JSON Schema describes. */
function keysOf(schema: unknown): string[][] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties } = schema as { readonly properties?: object }
  return [
    ...(properties === undefined ? [] : [Object.keys(properties)]),
    ...Object.values(schema).flatMap(keysOf),
  ]
}

describe('a log as text', () => {
  it('has the keys of each object in one order, which is that of the schema', () => {
    const objects = keysOf(z.toJSONSchema(LogSchema, { io: 'input', unrepresentable: 'any' }))
    expect(objects.length).toBeGreaterThan(20)
    for (const keys of objects) {
      expect(KEY_ORDER).toEqual(expect.arrayContaining(keys))
      expect(keys).toEqual(KEY_ORDER.filter((key) => keys.includes(key)))
    }
    expect(new Set(objects.flat())).toEqual(new Set(KEY_ORDER))
    expect(new Set(KEY_ORDER).size).toBe(KEY_ORDER.length)
  })
  it('is pretty and ends with its line', () => {
    const scrambled = {
      durationSeconds: 1800,
      note: 'x',
      id: 'a',
      date: may(1),
      distanceMeters: 5000,
      type: 'run',
    }
    const [, entries] = renderLog(read(scrambled)).split('"entries": ')
    expect(entries).toBe(`[
    {
      "id": "a",
      "type": "run",
      "date": "${may(1)}",
      "distanceMeters": 5000,
      "durationSeconds": 1800,
      "note": "x"
    }
  ]
}
`)
  })
  it('says nothing of what is undefined', () =>
    expect(renderLog({ ...read(), uid: undefined, entries: [{ ...RUN, rpe: undefined }] })).not.toMatch(
      /uid|rpe/,
    ))
  it('keeps the exercises of a limit as they stood', () => {
    const substitute = { 'single-leg-box-squat': 'glute-bridge', clamshell: 'glute-bridge', rest: 'x' }
    const log = read({ type: 'limit', date: may(1), by: 'x', substitute })
    expect(readWhole(renderLog(log))).toEqual(log)
  })
  it('is read as the log it was written from, every field of it', () => {
    const log = readWhole(FULL_LOG)
    expect(log?.entries).toHaveLength(13)
    expect(log && readWhole(renderLog(log))).toEqual(log)
  })
  it('is read as the log it was written from, and written the same again, whatever was done to it', () => {
    fc.assert(
      fc.property(someLog, someDeeds, (first, days) => {
        const log = days.reduce((held, { today, what }) => after(held, what, today), first)
        const text = renderLog(log)
        const again = readWhole(text)
        expect(again).toEqual(log)
        expect(again && renderLog(again)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })
  it('keeps copies, which only the reader takes as one', () => {
    const text = logOf({ ...RUN, date: may(2) }, RUN, { ...RUN, rpe: 3 })
    const whole = readWhole(text)
    expect(whole?.entries.map(({ date }) => date)).toEqual([may(1), may(1), may(2)])
    expect(whole && readWhole(renderLog(whole))).toEqual(whole)
    expect(readLog(text)?.entries).toHaveLength(2)
  })
  it('is none where it is no log', () => {
    expect(readWhole('{}')).toBeUndefined()
    expect(readWhole(logOf({ ...RUN, removed: 'soon' }))).toBeUndefined()
  })
})

describe('what was taken out', () => {
  it('is not taken out before it last changed', () => {
    const was = [{ until: may(5), rpe: 3 }]
    expect(readWhole(logOf({ ...RUN, removed: may(5), was }))).toBeDefined()
    expect(readWhole(logOf({ ...RUN, removed: may(4), was }))).toBeUndefined()
  })
  it('has no twin', () => {
    expect(read({ ...RUN, removed: may(3) }, { ...RUN, logged: may(5) }).entries).toHaveLength(2)
    expect(read({ ...RUN, removed: may(3) }, { ...RUN, removed: may(3) }).entries).toHaveLength(2)
  })
})

describe('a log that is written', () => {
  const NOW = '2026-05-01T19:02:11.123Z'

  it('is one revision on, at this moment', () => {
    const log = { ...read(), uid: 'mine', revision: 3 }
    expect(stamped(log, NOW)).toEqual({ ...log, revision: 4, updated: '2026-05-01T19:02:11Z' })
  })
  it('gets a name when it begins, for good, and none later: its ids are in a calendar by then', () => {
    const first = begun(read(), NOW)
    expect(first).toMatchObject({ uid: expect.stringMatching(/^[0-9a-z]{6}$/), revision: 1 })
    expect(stamped(first, '2027-01-01T00:00:00Z').uid).toBe(first.uid)
    expect(begun(read(), '2027-01-01T00:00:00Z').uid).not.toBe(first.uid)
    expect(stamped(read(), NOW).uid).toBeUndefined()
    expect(readWhole(renderLog(first))).toEqual(first)
  })
})

describe('what is dated ahead', () => {
  const late = (entry: object) => lateFaults([entry as Entry], may(10)).map(({ code }) => code)

  it('is refused where it cannot have happened', () => {
    expect(late({ ...RUN, date: may(12) })).toEqual(['future-entry'])
    expect(late({ type: 'settings', date: may(20) })).toEqual(['future-entry'])
  })
  it('is let be for a day, for who travels', () => expect(late({ ...RUN, date: may(11) })).toEqual([]))
  it('is let be over the end of a month', () =>
    expect(
      lateFaults([{ ...RUN, date: '2026-06-01' as CalendarDate }], '2026-05-31' as CalendarDate),
    ).toEqual([]))
  it('is what days off and the last day of a limit are for', () => {
    expect(late({ type: 'absence', date: may(20), until: may(25) })).toEqual([])
    expect(late({ type: 'limit', date: may(10), until: may(25), by: 'x' })).toEqual([])
  })
})
