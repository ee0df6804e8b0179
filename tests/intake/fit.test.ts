import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFit } from '../../src/intake/fit.ts'
import { readActivities } from '../../src/intake/read.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/data')

interface Expected {
  readonly sessions?: readonly {
    readonly sport: string
    readonly start: string
    readonly distance_m: number | null
    readonly elapsed_s: number | null
    readonly timer_s: number | null
  }[]
}

const isThere = existsSync(FOLDER)
const expected = (
  isThere ? JSON.parse(readFileSync(join(FOLDER, 'expected/expected.json'), 'utf8')) : {}
) as Readonly<Record<string, Expected>>
const files = isThere ? readdirSync(join(FOLDER, 'fit')) : []
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, 'fit', file)))
const read = (file: string) => readActivities(bytesOf(file), { units: undefined })

const WITH_SESSION = files.filter((file) => (expected[`fit/${file}`]?.sessions ?? []).length > 0)
const SPORTS: Readonly<Record<string, string>> = {
  running: 'run',
  cycling: 'bike',
  swimming: 'swim',
  walking: 'walk',
}

const NAME = 'FIT files of watches (skipped where ../shared/data is not beside the repository)'
describe.skipIf(!isThere)(NAME, () => {
  it.each(WITH_SESSION)('%s gives what an independent decoder gives, transitions left out', (file) => {
    const sessions = expected[`fit/${file}`]?.sessions ?? []
    expect(
      readFit(bytesOf(file)).activities.map((each) => [
        each.sport.replace('treadmill-', ''),
        each.began.utc,
        each.distanceMeters,
        each.elapsedSeconds,
        each.timerSeconds,
      ]),
    ).toEqual(
      sessions
        .filter(({ sport }) => sport !== 'transition')
        .map((each) => [
          SPORTS[each.sport],
          each.start,
          each.distance_m ?? undefined,
          each.elapsed_s ?? undefined,
          each.timer_s ?? undefined,
        ]),
    )
  })

  it.each(WITH_SESSION.filter((file) => !file.startsWith('strava-android')))('%s is whole', (file) => {
    expect(readFit(bytesOf(file)).activities.filter(({ partial }) => partial !== undefined)).toEqual([])
  })

  it('reads the summary of a file that lost bytes on its way, and says that it is partial', () => {
    const { activities, problems } = read('strava-android-app-201.10-b1218918.fit')
    expect(activities.map(({ partial }) => partial)).toEqual(['a stretch of the file makes no sense'])
    expect(problems).toEqual([])
  })

  it('builds a ride without a summary from its points', () => {
    expect(read('nick.fit').activities).toMatchObject([
      {
        sport: 'bike',
        began: { utc: '2020-09-12T12:23:38Z' },
        distanceMeters: 113_550.87,
        elapsedSeconds: 16_723,
        partial: 'the file breaks off before its end: distance and times are of its recorded points',
      },
    ])
  })

  it('names a file of settings', () => {
    const { activities, problems } = read('not-activity_Settings2.fit')
    expect(activities).toEqual([])
    expect(problems).toMatchObject([
      { code: 'not-an-activity', message: 'this is a file of settings and no activity' },
    ])
  })

  // Both files have the local time at which they were taken off the watch, on one day of 2012.
  it.each([
    ['antfs-dump.63.fit', 'running, 0:57:07, on 1990-07-09'],
    ['compressed-speed-distance.fit', 'running, 10.25 km in 1:02:53, on 1990-07-18'],
  ])('does not take %s in at the date of a clock that was never set', (file, what) => {
    const { activities, problems } = read(file)
    expect(activities).toEqual([])
    expect(problems).toMatchObject([
      { code: 'clock-not-set', message: `the clock of the watch was not set: ${what}` },
    ])
  })

  it.each([
    ['slither_running.fit', '2021-03-13', '11:57'],
    ['garmin-fenix-5-run.fit', '2017-06-11', '07:34'],
    ['treadmill_no-laps_135797998.fit', '2026-03-30', '07:12'],
  ])('tells the day and hour of %s by the clock of the watch', (file, date, clock) => {
    expect(read(file).activities.map(({ began }) => began.local)).toEqual([{ date, clock }])
  })

  it('counts the steps of both feet, and climb and descent as the watch has them', () => {
    expect(read('slither_running.fit').activities).toMatchObject([
      { cadenceSpm: 165.359375, ascentMeters: 282, descentMeters: 290 },
    ])
  })

  it('knows a treadmill', () => {
    expect(read('treadmill_no-laps_135797998.fit').activities).toMatchObject([
      { sport: 'treadmill-run', called: 'running, treadmill' },
    ])
  })
})
