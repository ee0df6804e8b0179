import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakOf } from '../../src/log/broken.ts'
import { diagnoseLog } from '../../src/log/diagnose.ts'
import { readLog } from '../../src/log/read.ts'
import { FULL_LOG, logOf } from './sample.ts'

const RUN = { type: 'run', date: '2026-03-01', distanceMeters: 5200, durationSeconds: 1870 }
const brief = (text: string) =>
  diagnoseLog('log.json', text).map(
    ({ code, place }) => `${code} ${place?.line}:${place?.column} ${place?.text.trim()}`,
  )
const codes = (text: string) => diagnoseLog('log.json', text).map(({ code }) => code)
const words = (text: string) =>
  diagnoseLog('log.json', text).map(({ message, hint }) => `${message} | ${hint ?? ''}`)

describe('what is wrong with a log', () => {
  it('is nothing where the log is right', () => expect(diagnoseLog('log.json', FULL_LOG)).toEqual([]))

  it.each([
    ['a misspelt key', { ...RUN, terain: 'flat' }, 'unknown-key 16:7 "terain": "flat"'],
    ['a null', { ...RUN, rpe: null }, 'null-value 16:14 "rpe": null'],
    ['a day February does not have', { ...RUN, date: '2026-02-30' }, 'bad-date 13:15 "date": "2026-02-30",'],
    ['a pain of eleven', { ...RUN, pain: { during: 11 } }, 'bad-value 17:19 "during": 11'],
    ['half a pain point', { ...RUN, pain: { during: 1.5 } }, 'bad-value 17:19 "during": 1.5'],
    ['a negative distance', { ...RUN, distanceMeters: -5 }, 'negative-distance 14:25 "distanceMeters": -5,'],
    ['no distance at all', { ...RUN, distanceMeters: 0 }, 'bad-value 14:25 "distanceMeters": 0,'],
    ['more than 500 km', { ...RUN, distanceMeters: 500_001 }, 'bad-value 14:25 "distanceMeters": 500001,'],
    ['a date that is a number', { ...RUN, date: 5 }, 'bad-value 13:15 "date": 5,'],
    ['a limit without a clinician', { type: 'limit', date: '2026-03-01' }, 'missing-key 11:5 {'],
    ['an unknown type', { type: 'runn', date: '2026-03-01' }, 'bad-value 12:15 "type": "runn",'],
    ['no type', { date: '2026-03-01' }, 'missing-key 11:5 {'],
    [
      'a last day before the first',
      { type: 'absence', date: '2026-03-05', until: '2026-03-01' },
      'bad-date-order 14:16 "until": "2026-03-01"',
    ],
    [
      'versions that are not oldest first',
      {
        ...RUN,
        was: [
          { until: '2026-03-04', rpe: 1 },
          { until: '2026-03-03', rpe: 2 },
        ],
      },
      'bad-date-order 22:20 "until": "2026-03-03",',
    ],
  ])('names %s and its line', (_, entry, expected) => expect(brief(logOf(entry))).toEqual([expected]))

  it('says what was perhaps meant', () => {
    expect(words(logOf({ ...RUN, pian: {} }))[0]).toMatch(
      /^unknown key "pian" \| Did you mean "pain"\? Known here: id, type/,
    )
    expect(words(logOf({ ...RUN, terrain: 'hily' }))).toEqual([
      '"terrain" cannot be "hily" | Did you mean "hilly"? It can be: flat, rolling, hilly, downhill.',
    ])
    expect(words(logOf({ type: 'runn', date: '2026-03-01' }))[0]).toContain('Did you mean "run"?')
    expect(words(logOf({ type: 'run', distanceMeters: 1, durationSeconds: 1 }))).toEqual([
      '"date" is missing | Needed here: type, date, distanceMeters, durationSeconds.',
    ])
    expect(words(logOf({ ...RUN, rpe: 'three' }))).toEqual(['"rpe" is "three", expected a number | '])
    const exercises = [{ id: 'clamshell', reps: [15, 'x'] }]
    expect(words(logOf({ type: 'strength', date: '2026-03-01', exercises }))).toEqual([
      'item 2 of "reps" is "x", expected a number | ',
    ])
  })

  it('tells all at once, from the top', () =>
    expect(codes(logOf({ ...RUN, rpe: 11 }, { ...RUN, shoe: 1, date: null }))).toEqual([
      'bad-value',
      'null-value',
      'unknown-key',
    ]))

  it('shows the second of two same ids', () =>
    expect(brief(logOf({ id: 'a', ...RUN }, { id: 'a', ...RUN }))).toEqual(['duplicate-id 19:13 "id": "a",']))

  it('shows a key that stands twice', () =>
    expect(brief(logOf(RUN).replace('"units"', '"protocol": "x",\n    "units"'))).toEqual([
      'duplicate-key 6:5 "protocol": "x",',
    ]))

  it('shows where the JSON breaks', () => {
    expect(brief(logOf(RUN).replace('"2026-03-01",', '"2026-03-01"'))).toEqual([
      'bad-json 14:7 "distanceMeters": 5200,',
    ])
    expect(brief(logOf(RUN).slice(0, -12))).toEqual(['bad-json 15:30 "durationSeconds": 1870'])
    expect(brief('{"format": "itb-log",}')).toEqual(['bad-json 1:22 {"format": "itb-log",}'])
    expect(brief('['.repeat(100_000) + ']'.repeat(100_000))[0]).toContain('bad-json 1:101')
  })

  it('knows a file with nothing in it, and one that is no log', () => {
    expect(brief(' \n')).toEqual(['empty-file 1:1 '])
    expect(brief('[]')).toEqual(['bad-value 1:1 []'])
    expect(brief('null')).toEqual(['bad-value 1:1 null'])
    expect(codes('{}')).toEqual(Array(4).fill('missing-key'))
  })

  it('asks for an update where the log is newer than the program', () =>
    expect(brief('{\n"version": 2, "what": 1}')).toEqual(['newer-log 2:12 "version": 2, "what": 1}']))

  it('is nothing where an editor put its mark before the text', () => {
    expect(readLog(`\uFEFF${FULL_LOG}`)).toBeDefined()
    expect(codes(`\uFEFF${FULL_LOG}`)).toEqual([])
  })

  it('finds a break exactly where JSON has one', () => {
    const stray = fc.constantFrom('', ',', '"', '}', ']', ':', '0', 'x', '\\', ' ')
    fc.assert(
      fc.property(fc.json(), fc.nat(), stray, (text, at, odd) => {
        const cut = at % (text.length + 1)
        const broken = text.slice(0, cut) + odd + text.slice(cut + (at % 2))
        expect(breakOf(broken) === undefined).toBe(isJson(broken))
      }),
      { numRuns: 3000 },
    )
  })

  it('is never nothing where the log cannot be read', () => {
    const cut = fc.nat({ max: FULL_LOG.length - 1 })
    fc.assert(
      fc.property(cut, fc.string(), (at, odd) => {
        const text = FULL_LOG.slice(0, at) + odd + FULL_LOG.slice(at + 1)
        if (readLog(text) === undefined) expect(diagnoseLog('log.json', text)).not.toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const shared = join(import.meta.dirname, '../../../shared/data/logs')
const logs = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.json')) : []
it.skipIf(logs.length === 0)(
  'reads the logs of real runners (skipped where ../shared/data is not beside the repository)',
  () => {
    for (const name of logs) expect(readLog(readFileSync(join(shared, name), 'utf8'))).toBeDefined()
  },
)
