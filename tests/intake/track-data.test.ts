import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Activity } from '../../src/intake/activity.ts'
import { readGpx } from '../../src/intake/gpx.ts'
import { readActivities } from '../../src/intake/read.ts'
import { readTcx } from '../../src/intake/tcx.ts'
import { workOf } from '../support/cpu.ts'
import { gpxFile, gpxTrack, madePoints, tcxFile, tcxLap, utf8 } from '../support/made-track.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/data')
const isThere = existsSync(FOLDER)
const NAME = '(skipped where ../shared/data is not beside the repository)'

interface GpxTrack {
  readonly start: string | null
  readonly elapsed_s: number | null
  readonly distance_m_within_segments: number
}
interface TcxActivity {
  readonly id: string
  readonly sum_lap_distance_m: number
  readonly sum_lap_time_s: number
  readonly trackpoint_span_s: number
}
interface Expected {
  readonly tracks?: readonly GpxTrack[]
  readonly activities?: readonly TcxActivity[]
}

const expected = (
  isThere ? JSON.parse(readFileSync(join(FOLDER, 'expected/expected.json'), 'utf8')) : {}
) as Readonly<Record<string, Expected>>
const filesOf = (folder: string): string[] => (isThere ? readdirSync(join(FOLDER, folder)) : [])
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, path)))
const whole = (time: string): string => `${time.slice(0, 19)}Z`
const codesOf = (path: string): readonly string[] =>
  readActivities(bytesOf(path), { units: undefined }).problems.map(({ code }) => code)

/** A latitude of 100 or 200 degrees is this program's sign for a pause and no place. */
const NO_PLACES = 'opentracks_legacy_gpx_pause_resume.gpx'
const WITH_TRACKS = filesOf('gpx').filter((file) => file !== NO_PLACES && expected[`gpx/${file}`]?.tracks)

describe.skipIf(!isThere)(`GPX files ${NAME}`, () => {
  it.each(WITH_TRACKS)('%s begins, lasts and goes as far as an independent decoder says', (file) => {
    const tracks = (expected[`gpx/${file}`]?.tracks ?? []).filter(({ start }) => start !== null)
    const { activities } = readGpx(bytesOf(`gpx/${file}`))
    expect(activities.map(({ began }) => began.utc)).toEqual(tracks.map(({ start }) => whole(start ?? '')))
    for (const [index, { elapsed_s, distance_m_within_segments }] of tracks.entries()) {
      const activity = activities[index]
      expect(activity?.elapsedSeconds ?? 0).toBeCloseTo(elapsed_s ?? 0, 3)
      const off = Math.abs((activity?.distanceMeters ?? 0) - distance_m_within_segments)
      expect(off).toBeLessThanOrEqual(0.005 * distance_m_within_segments)
    }
  })

  it.each([
    ['slither_running.gpx', 'run'],
    ['joyrun_645959310.gpx', 'run'],
    ['gpxpy_track-with-less-sec-time.gpx', 'run'],
    ['invalid-lon-lat-missing.gpx', 'other'],
    ['gpxpy_cerknicko-jezero.gpx', 'other'],
  ])('%s is a %s', (file, sport) => {
    expect(readGpx(bytesOf(`gpx/${file}`)).activities[0]?.sport).toBe(sport)
  })

  it.each([
    ['empty-trkseg.gpx', ['not-an-activity']],
    ['gpxpy_unicode_with_bom.gpx', ['not-an-activity']],
    ['gpxpy_Mojstrovka.gpx', ['clock-not-set']],
    ['no-times_gpx-studio.gpx', ['no-times']],
    ['gpxpy_cerknicko-without-times.gpx', ['no-times']],
    ['slither_running.gpx', []],
  ])('%s has the problems %j', (file, codes) => {
    expect(codesOf(`gpx/${file}`)).toEqual(codes)
  })

  it('a pause of OpenTracks is no way to the pole', () => {
    const [activity] = readGpx(bytesOf(`gpx/${NO_PLACES}`)).activities
    expect(activity).toMatchObject({ elapsedSeconds: 4.924, partial: '2 of 6 points have no position' })
    expect(activity?.distanceMeters).toBeLessThan(400)
  })
})

describe.skipIf(!isThere)(`TCX files ${NAME}`, () => {
  it.each(filesOf('tcx'))('%s begins and lasts as an independent decoder says', (file) => {
    const [activity] = expected[`tcx/${file}`]?.activities ?? []
    const [read] = readTcx(bytesOf(`tcx/${file}`)).activities
    expect(read?.began.utc).toBe(whole(activity?.id ?? ''))
    expect(read?.timerSeconds).toBeCloseTo(activity?.sum_lap_time_s ?? 0, 3)
    expect(Math.abs((read?.elapsedSeconds ?? 0) - (activity?.trackpoint_span_s ?? 0))).toBeLessThanOrEqual(1)
  })

  it.each(filesOf('tcx').filter((file) => !file.startsWith('slither')))(
    '%s goes as far as its laps',
    (file) => {
      const [activity] = expected[`tcx/${file}`]?.activities ?? []
      expect(readTcx(bytesOf(`tcx/${file}`)).activities).toMatchObject([
        { distanceMeters: activity?.sum_lap_distance_m, partial: undefined },
      ])
    },
  )

  it('slither_running.tcx contradicts itself, which is said', () => {
    expect(readTcx(bytesOf('tcx/slither_running.tcx')).activities).toMatchObject([
      {
        distanceMeters: 2240,
        partial:
          'its laps add up to 2200 m, its track goes from 1242 m to 3495 m, its positions make 2240 m: ' +
          'the distance by its positions was taken',
      },
    ])
  })
})

/** `FUZZ_BYTES=1000000000` goes over every file as often as it says; without it, big ones less often. */
const BYTES = Number(process.env.FUZZ_BYTES ?? 3_000_000)
const CUTS = 50
const CHANGES = 200
const AT_MOST_MS = 5000

const RUN = madePoints(100, () => 3)
const FUZZED: readonly (readonly [string, Uint8Array])[] = [
  ['a made GPX file', utf8(gpxFile(gpxTrack(RUN), gpxTrack(RUN)))],
  ['a made TCX file', utf8(tcxFile([tcxLap(RUN), tcxLap(RUN)]))],
  ...['gpx', 'tcx'].flatMap((folder) =>
    filesOf(folder).map((file) => [file, bytesOf(`${folder}/${file}`)] as const),
  ),
]

/** The same numbers from 0 to 1 every time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function changed(bytes: Uint8Array, next: () => number): Uint8Array {
  const copy = bytes.slice()
  copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256)
  return copy
}

const isAmount = (value: number | undefined): boolean =>
  value === undefined || (value >= 0 && value < 2 ** 53)
const isSound = (each: Activity): boolean =>
  [each.distanceMeters, each.elapsedSeconds, each.timerSeconds, each.cadenceSpm].every(isAmount) &&
  [each.running?.meters, each.running?.seconds].every(isAmount) &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(each.began.utc ?? '')

/** Reads within the time, gives something or says why not, and nothing that is no amount. */
function check(bytes: Uint8Array): readonly Activity[] {
  let read: ReturnType<typeof readActivities> | undefined
  const work = workOf(() => {
    read = readActivities(bytes, { units: undefined })
  })
  expect(work).toBeLessThan(AT_MOST_MS)
  const { activities = [], problems = [] } = read ?? {}
  expect(activities.length + problems.length).toBeGreaterThan(0)
  expect(activities.filter((each) => !isSound(each))).toEqual([])
  return activities
}

describe('a damaged GPX or TCX file never stops the reading', () => {
  it.each(FUZZED)('%s', { timeout: 600_000 }, (_, bytes) => {
    const next = numbers(bytes.length)
    const share = Math.min(1, BYTES / bytes.length / (CUTS + CHANGES))
    for (let cut = 0; cut < CUTS * share; cut++) {
      const activities = check(bytes.subarray(0, Math.floor(next() * bytes.length)))
      if (activities.length > 0) expect(activities.at(-1)?.partial).toBeDefined()
    }
    let torn = bytes
    for (let change = 0; change < CHANGES * share; change++) {
      check(changed(bytes, next))
      torn = changed(torn, next)
    }
    check(torn)
  })
})
