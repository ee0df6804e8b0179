import { describe, expect, it } from 'vitest'
import { findEntries, findEntry } from '../../src/log/find.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { may, read } from './past.ts'

const RUN = { type: 'run', date: may(1), distanceMeters: 5000, durationSeconds: 1800 }
const log = read(
  { ...RUN, id: 'abc123', start: '07:10' },
  { ...RUN, id: 'abd456', start: '18:00' },
  { ...RUN, id: 'gone12', date: may(2), removed: may(8) },
  { id: 'day001', type: 'day', date: may(3), mood: 4 },
  { id: 'abs001', type: 'absence', date: may(20) },
)
const found = (reference: string, type?: Entry['type'], of: Log = log) => {
  const result = findEntries(of, reference, may(10), type)
  return result.ok ? result.value.map(({ id }) => id) : result.problems.map(({ code }) => code)
}
const problem = (reference: string, type?: Entry['type'], of: Log = log) => {
  const result = findEntry(of, reference, may(10), type)
  return result.ok ? [] : result.problems.map(({ code, message, hint }) => `${code}: ${message} | ${hint}`)
}

describe('an entry', () => {
  it.each([
    ['its id', 'abc123', ['abc123']],
    ['its id in capitals', 'ABC123', ['abc123']],
    ['the beginning of its id', 'abc', ['abc123']],
    ['its day', may(3), ['day001']],
    ['a day with several', may(1), ['abc123', 'abd456']],
    ['a day ahead', may(20), ['abs001']],
    ['being the last up to today', 'last', ['day001']],
  ])('is found by %s', (_, reference, ids) => expect(found(reference)).toEqual(ids))

  it('is the last one of its type', () => expect(found('last', 'run')).toEqual(['abd456']))
  it('is found by the id it goes by where none is written', () => {
    const [id = ''] = found('last', 'run', read(RUN))
    expect(id).toMatch(/^[0-9a-z]{6}$/)
    expect(found(id, 'run', read(RUN))).toEqual([id])
  })
  it('is meant by a whole id, though others begin with it', () => {
    const of = read({ ...RUN, id: 'ab' }, { ...RUN, id: 'abc', start: '07:10' })
    expect(found('ab', undefined, of)).toEqual(['ab'])
  })
  it('is one, or nothing is done', () => {
    expect(findEntry(log, 'abc', may(10))).toMatchObject({ ok: true, value: { id: 'abc123' } })
    expect(problem(may(1))).toEqual([
      'ambiguous-entry: "2026-05-01" can be any of 2 entries | ' +
        'Name one by its id:\n  abc123 run 2026-05-01 07:10 5.0 km 30 min\n  abd456 run 2026-05-01 18:00 5.0 km 30 min',
    ])
  })
  it('is not found after it was taken out', () => {
    expect(found('gone12')).toEqual(['unknown-entry'])
    expect(found(may(2))).toEqual(['unknown-entry'])
    const before = findEntries(log, 'gone12', may(7))
    expect(before.ok).toBe(true)
  })
})

describe('what cannot be found', () => {
  it.each([
    [
      'abd457',
      undefined,
      'no entry has an id that begins with "abd457" | Did you mean "abd456"? The latest: ' +
        'abc123 run 2026-05-01 07:10, abd456 run 2026-05-01 18:00, day001 day 2026-05-03, abs001 absence 2026-05-20.',
    ],
    [
      may(3),
      'run' as const,
      'the log has no entry of the type run of 2026-05-03 | ' +
        'The latest: abc123 run 2026-05-01 07:10, abd456 run 2026-05-01 18:00.',
    ],
    ['last', 'flare' as const, 'the log has no entry of the type flare yet | Log one with: itb log'],
  ])('%s %s is told with what is there', (reference, type, told) =>
    expect(problem(reference, type)).toEqual([`unknown-entry: ${told}`]),
  )
  it('is nothing at all', () => expect(found('')).toEqual(['unknown-entry']))
  it('is told where several begin alike', () => {
    expect(found('ab')).toEqual(['ambiguous-entry'])
    const many = read(
      ...Array.from({ length: 9 }, (_, index) => ({
        ...RUN,
        id: `x${index}`,
        rpe: index,
        start: `07:0${index}`,
      })),
    )
    expect(problem('x', undefined, many)[0]).toContain(
      'x8 run 2026-05-01 07:08 5.0 km 30 min\n  and 4 before',
    )
  })
  it('is anything in an empty log', () =>
    expect(problem('abc', undefined, read())[0]).toContain('There is none to choose from.'))
})
