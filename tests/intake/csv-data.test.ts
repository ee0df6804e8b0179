import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, dateOf, dayOf, weekStartOf } from '../../src/base/calendar.ts'
import type { Activity } from '../../src/intake/activity.ts'
import { readCsv } from '../../src/intake/csv-activities.ts'

const DATA = join(import.meta.dirname, '../../../shared/data')
const NAME = 'real tables (skipped where ../shared/data is not beside the repository)'

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(DATA, 'csv', `${name}.csv`)))
const isRun = ({ sport }: Activity): boolean => sport === 'run' || sport === 'treadmill-run'
const runsOf = (name: string, units?: 'km' | 'mi'): readonly Activity[] =>
  readCsv(bytesOf(name), { units }).activities.filter(isRun)
const dayIn = ({ began }: Activity): CalendarDate =>
  began.local?.date ?? ((began.utc ?? '').slice(0, 10) as CalendarDate)

/** Week by week, as the expected sums have it: runs, metres to the centimetre, seconds moving and in all. */
function weeksOf(runs: readonly Activity[]): ReadonlyMap<string, readonly number[]> {
  const weeks = new Map<string, readonly number[]>()
  for (const run of runs) {
    const monday = dateOf(weekStartOf(dayOf(dayIn(run)), 'monday'))
    const [count = 0, meters = 0, moving = 0, elapsed = 0] = weeks.get(monday) ?? []
    weeks.set(monday, [
      count + 1,
      meters + (run.distanceMeters ?? 0),
      moving + (run.timerSeconds ?? 0),
      elapsed + (run.elapsedSeconds ?? 0),
    ])
  }
  return new Map(
    [...weeks].map(([monday, sums]) => [
      monday,
      sums.map((sum, index) => (index === 1 ? hundredth(sum) : sum)),
    ]),
  )
}
const hundredth = (value: number): number => Math.round(value * 100) / 100
const tenth = (value: number): number => Math.round(value * 10) / 10

describe.skipIf(!existsSync(DATA))(NAME, () => {
  it.each(['strava_joboso', 'strava_thenewthinktank', 'strava_api_endur'])('%s: every week', (name) => {
    const expected = readFileSync(join(DATA, 'expected', `${name}.weekly.csv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(','))
      .filter(([, runs]) => runs !== '0')
    expect(readCsv(bytesOf(name), { units: undefined }).problems).toEqual([])
    expect(weeksOf(runsOf(name))).toEqual(
      new Map(expected.map(([monday = '', ...sums]) => [monday, sums.map(Number)])),
    )
  })

  it('garmin_recovance_imperial: no run, so no question', () => {
    const { activities, problems } = readCsv(bytesOf('garmin_recovance_imperial'), { units: undefined })
    expect([activities.length, activities.filter(isRun).length, problems]).toEqual([47, 0, []])
  })

  it.each(['synthetic_strava_de', 'synthetic_strava_nl'])('%s: three runs and a ride', (name) => {
    const runs = runsOf(name)
    expect(runs.map(({ distanceMeters }) => distanceMeters)).toEqual([5614.2, 15_021.7, 8400])
    expect(runs.map(({ elapsedSeconds }) => elapsedSeconds)).toEqual([1810, 6045, 2700])
    expect(runs.map(({ timerSeconds }) => timerSeconds)).toEqual([1790, 5990, 2580])
    expect(runs.map(({ began }) => began.utc)).toEqual([
      '2024-01-02T07:05:09Z',
      '2024-03-31T18:30:00Z',
      '2024-12-31T23:59:59Z',
    ])
  })

  const UNSAID = [
    'synthetic_strava_en_2019_11col',
    'synthetic_garmin_de',
    'synthetic_garmin_da',
    'synthetic_garmin_nl_2018',
    'synthetic_garmin_fr',
  ]
  it.each(UNSAID)('%s: asks for its unit, and is three runs in it', (name) => {
    expect(readCsv(bytesOf(name), { units: undefined })).toMatchObject({
      activities: [],
      problems: [{ code: 'unknown-units' }],
    })
    expect(runsOf(name, 'km').map(({ distanceMeters }) => distanceMeters)).toEqual([5610, 15_020, 8400])
    expect(runsOf(name, 'mi').map(({ distanceMeters = 0 }) => tenth(distanceMeters))).toEqual([
      9028.4, 24_172.3, 13_518.5,
    ])
    const seconds = runsOf(name, 'km').map((run) => run.timerSeconds ?? run.elapsedSeconds)
    expect(seconds).toEqual(name.includes('strava') ? [1810, 6045, 2700] : [1810, 6045, 2700.5])
    expect(readCsv(bytesOf(name), { units: 'km' }).activities).toHaveLength(4)
  })

  const all = existsSync(DATA) ? readdirSync(join(DATA, 'csv')).map((file) => file.replace('.csv', '')) : []
  // Minutes are allowed where a whole run of the tests shares two processors.
  const PATIENCE = { timeout: 120_000 }
  it.each(all)('%s: cut short it gives no activity that is not in the whole', PATIENCE, (name) => {
    const bytes = bytesOf(name)
    const known = new Set(readCsv(bytes, { units: 'km' }).activities.map(keyOf))
    for (let part = 0; part < 50; part++) {
      const cut = readCsv(bytes.subarray(0, Math.floor((bytes.length * part) / 50)), { units: 'km' })
      expect(cut.activities.filter((activity) => !known.has(keyOf(activity)))).toEqual([])
    }
  })

  it.each(all)('%s: with changed bytes it is read as far as it goes', PATIENCE, (name) => {
    const bytes = bytesOf(name)
    let chance = 7
    const next = (below: number): number => {
      chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648
      return chance % below
    }
    // A large table takes a tenth of a second: several bytes are changed at once there.
    const tries = Math.min(200, Math.ceil(2_000_000 / bytes.length))
    for (let attempt = 0; attempt < tries; attempt++) {
      const changed = Uint8Array.from(bytes)
      for (let byte = 0; byte < 200 / tries; byte++) changed[next(bytes.length)] = next(256)
      expect(() => readCsv(changed, { units: undefined })).not.toThrow()
    }
  })
})

/** What a row tells in its first columns; the last cell of a file that was cut may be half of itself. */
const keyOf = ({ began, called, distanceMeters, elapsedSeconds }: Activity): string =>
  JSON.stringify([began, called, distanceMeters, elapsedSeconds])
