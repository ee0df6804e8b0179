import { describe, expect, it } from 'vitest'
import type { Activity } from '../../src/intake/activity.ts'
import { readGpx } from '../../src/intake/gpx.ts'
import { readActivities } from '../../src/intake/read.ts'
import {
  gpxFile,
  gpxTrack,
  latitudeAt,
  type MadePoint,
  madePoints,
  stampAt,
  utf8,
} from '../support/made-track.ts'

const read = (...tracks: readonly string[]) => readGpx(utf8(gpxFile(...tracks)))
function only(...tracks: readonly string[]): Activity {
  const { activities, problems } = read(...tracks)
  expect(problems).toEqual([])
  expect(activities).toHaveLength(1)
  return activities[0] as Activity
}
const later = (points: readonly MadePoint[], at: number, north: number): MadePoint[] =>
  points.map((point) => ({ ...point, at: point.at + at, north: point.north + north }))
const EASY = madePoints(600, () => 2.5)

describe('a GPX track', () => {
  it('is a run with its distance and times', () => {
    expect(only(gpxTrack(EASY))).toEqual({
      sport: 'run',
      called: 'running',
      began: { utc: '2026-03-01T06:10:00Z', local: undefined },
      distanceMeters: 1500,
      elapsedSeconds: 600,
      timerSeconds: undefined,
      running: undefined,
      cadenceSpm: undefined,
      ascentMeters: undefined,
      descentMeters: undefined,
      format: 'gpx',
      partial: undefined,
    })
  })

  it('is one of several in a file, of which empty ones are none', () => {
    const tracks = [
      gpxTrack(EASY),
      '<trk><trkseg/></trk>',
      gpxTrack(later(EASY, 3600, 0), '<type>Ride</type>'),
    ]
    expect(read(...tracks).activities.map(({ sport, began }) => [sport, began.utc])).toEqual([
      ['run', '2026-03-01T06:10:00Z'],
      ['bike', '2026-03-01T07:10:00Z'],
    ])
  })

  it('has a pause between its segments, in which no way is run', () => {
    const second = gpxTrack(later(EASY, 900, 5000)).replace('<trk><type>running</type>', '')
    const whole = gpxTrack(EASY).replace('</trk>', second)
    expect(only(whole)).toMatchObject({ distanceMeters: 3000, elapsedSeconds: 1500, timerSeconds: 1200 })
  })

  it('has a pause where the watch fell silent and got no farther', () => {
    const rest = later(EASY, 900, 1502)
    expect(only(gpxTrack([...EASY, ...rest]))).toMatchObject({ elapsedSeconds: 1500, timerSeconds: 1200 })
  })

  it('loses nothing in a tunnel', () => {
    const rest = later(EASY, 900, 2250)
    expect(only(gpxTrack([...EASY, ...rest]))).toMatchObject({
      distanceMeters: 3750,
      timerSeconds: undefined,
    })
  })

  it('does not believe a position that is far off for a moment', () => {
    const wild = EASY.map((point) => (point.at === 300 ? { ...point, north: 90_000 } : point))
    expect(only(gpxTrack(wild)).distanceMeters).toBe(1500)
  })

  it('believes a far position that the next one bears out', () => {
    const begin = { at: 0, north: -90_000 }
    expect(only(gpxTrack([begin, ...EASY.slice(1)])).distanceMeters).toBeCloseTo(1497.5, 0)
  })

  it('is two runs where half a day lies between', () => {
    const { activities } = read(gpxTrack([...EASY, ...later(EASY, 86_400, 0)]))
    expect(
      activities.map(({ began, distanceMeters, elapsedSeconds }) => [
        began.utc,
        distanceMeters,
        elapsedSeconds,
      ]),
    ).toEqual([
      ['2026-03-01T06:10:00Z', 1500, 600],
      ['2026-03-02T06:10:00Z', 1500, 600],
    ])
  })

  it.each([0, 300, 600])('is one run though the clock of point %d slipped by years', (at) => {
    const track = gpxTrack(EASY).replace(stampAt(at), '2036-03-01T06:10:00Z')
    const { activities } = read(track)
    expect(activities).toMatchObject([{ partial: '1 of 601 points has a time far from all others' }])
    expect(Math.abs((activities[0]?.distanceMeters ?? 0) - 1500)).toBeLessThan(5)
  })

  it('takes no climb from heights that jump about', () => {
    const noisy = madePoints(3600, () => 2.5).map((point, index) => ({
      ...point,
      height: 500 + 3 * Math.sin(index * 7.3) + 3 * Math.sin(index * 1.7),
    }))
    expect(only(gpxTrack(noisy))).toMatchObject({ ascentMeters: 0, descentMeters: 0 })
  })

  it('says no climb where the heights wander by tens of metres', () => {
    const wandering = madePoints(3600, () => 2.5).map((point, index) => ({
      ...point,
      height: 20 * Math.sin(index / 9),
    }))
    expect(only(gpxTrack(wandering)).ascentMeters).toBeUndefined()
  })

  it('says no climb where all heights are the same', () => {
    const level = EASY.map((point) => ({ ...point, height: 0 }))
    expect(only(gpxTrack(level)).ascentMeters).toBeUndefined()
  })

  it('counts the climb of hills, noise or not', () => {
    const hills = madePoints(3600, () => 2.5).map((point, index) => ({
      ...point,
      height: 500 - 30 * Math.cos((index / 1200) * 2 * Math.PI) + 2 * Math.sin(index * 7.3),
    }))
    const { ascentMeters, descentMeters } = only(gpxTrack(hills))
    expect(ascentMeters).toBeGreaterThan(170)
    expect(ascentMeters).toBeLessThan(190)
    expect(descentMeters).toBeGreaterThan(170)
  })

  it('takes walking out of what was run, as a guess', () => {
    const walkRun = madePoints(1200, (second) => (second % 300 < 100 ? 1.3 : 2.8))
    const { running } = only(gpxTrack(walkRun))
    expect(running?.isGuess).toBe(true)
    expect(running?.seconds).toBeGreaterThan(780)
    expect(running?.seconds).toBeLessThan(820)
  })

  it('that stands still for an hour is nothing but that', () => {
    expect(only(gpxTrack(madePoints(60, () => 0)))).toMatchObject({ distanceMeters: 0, elapsedSeconds: 60 })
  })
})

describe('the cadence of a GPX track', () => {
  const withCadence = (extension: string): string => gpxTrack(EASY.map((point) => ({ ...point, extension })))

  it.each([
    [
      'Strava and Garmin',
      '<gpxtpx:TrackPointExtension><gpxtpx:hr>150</gpxtpx:hr><gpxtpx:cad>85</gpxtpx:cad></gpxtpx:TrackPointExtension>',
      170,
    ],
    [
      'Garmin with another prefix',
      '<ns3:TrackPointExtension><ns3:cad>85</ns3:cad></ns3:TrackPointExtension>',
      170,
    ],
    ['COROS', '<gpxdata:hr>93</gpxdata:hr><gpxdata:cadence>85</gpxdata:cadence>', 170],
    ['Amazfit', '<ns3:TrackPointExtension><ns3:cad>168</ns3:cad></ns3:TrackPointExtension>', 168],
  ])('is of both feet with %s', (_, extension, steps) => {
    expect(only(withCadence(extension)).cadenceSpm).toBe(steps)
  })

  it('is found after the point too, where COROS once wrote it', () => {
    const points = gpxTrack(EASY).replaceAll(
      '</trkpt>',
      '</trkpt><extensions><gpxdata:cadence>86</gpxdata:cadence></extensions>',
    )
    expect(only(points).cadenceSpm).toBe(172)
  })

  it('is unknown where nothing but zeros is written', () => {
    expect(only(withCadence('<cad>0</cad>')).cadenceSpm).toBeUndefined()
  })
})

describe('the sport of a GPX track', () => {
  const sportOf = (head: string, points = EASY): string => only(gpxTrack(points, head)).sport

  it.each([
    ['<type>9</type>', 'run'],
    ['<type>1</type>', 'bike'],
    ['<type>10</type>', 'walk'],
    ['<type>Run</type>', 'run'],
    ['<type>trail_running</type>', 'run'],
    ['<type>treadmill_running</type>', 'treadmill-run'],
    ['<type>Laufen</type>', 'run'],
    ['<type>Hiking</type>', 'walk'],
    ['<type>the category</type>', 'other'],
    ['<link href="x"><type>text/html</type></link><type>running</type>', 'run'],
    ['<name>Afternoon Walk</name>', 'walk'],
    ['<name><![CDATA[20231013 Outdoor cycling]]></name>', 'bike'],
    ['<name>Lauf am Morgen</name>', 'run'],
    ['<name>Morning Run</name><type>Ride</type>', 'bike'],
    ['', 'run'],
    ['<name>2026-03-01</name><type>unknown</type>', 'run'],
  ])('%s is a %s', (head, sport) => {
    expect(sportOf(head)).toBe(sport)
  })

  it.each([
    ['a walk', 1.4],
    ['a ride', 7],
  ])('is no run at the pace of %s', (_, speed) => {
    expect(
      sportOf(
        '',
        madePoints(900, () => speed),
      ),
    ).toBe('other')
  })

  it('is no run where it is as fast as one but rolls downhill', () => {
    expect(
      sportOf(
        '<name>A run to town</name>',
        madePoints(900, (second) => (second % 300 < 60 ? 9 : 3)),
      ),
    ).toBe('other')
  })
})

describe('a GPX file', () => {
  const codesOf = (text: string): readonly string[] =>
    readActivities(utf8(text), { units: undefined }).problems.map(({ code }) => code)

  it('with a zone of its own says what the clocks there showed', () => {
    const track = gpxTrack(EASY).replaceAll('.000Z', '.000+01:15')
    expect(only(track).began).toEqual({
      utc: '2026-03-01T04:55:00Z',
      local: { date: '2026-03-01', clock: '06:10' },
    })
  })

  it('keeps parts of a second', () => {
    expect(
      only(
        gpxTrack([
          { at: 0.25, north: 0 },
          { at: 1.5, north: 2 },
        ]),
      ).elapsedSeconds,
    ).toBe(1.25)
  })

  it('without times is no run that can be dated', () => {
    const timeless = gpxFile(gpxTrack(EASY)).replaceAll(/<time>[^<]*<\/time>/g, '')
    expect(codesOf(timeless)).toEqual(['no-times'])
  })

  it('of a clock that was never set is none either', () => {
    const unset = gpxFile(gpxTrack(EASY)).replaceAll(
      /<time>[^<]*<\/time>/g,
      '<time>1901-12-13T20:45:52.207Z</time>',
    )
    expect(codesOf(unset)).toEqual(['clock-not-set'])
  })

  it('of a clock that was set after some points is read from there on', () => {
    const track = gpxTrack(EASY).replace(stampAt(0), '1970-01-01T00:00:00Z')
    expect(only(track)).toMatchObject({
      began: { utc: '2026-03-01T06:10:01Z' },
      elapsedSeconds: 599,
      partial: '1 of 601 points has no time',
    })
  })

  it('is read though some positions are missing', () => {
    const track = gpxTrack(EASY).replace(`lat="${latitudeAt(50)}" lon="11.0"`, '')
    expect(only(track)).toMatchObject({ distanceMeters: 1500, partial: '1 of 601 points has no position' })
  })

  it.each([
    ['a route', '<rte><rtept lat="48" lon="11"><time>2026-03-01T06:10:00Z</time></rtept></rte>'],
    ['places', '<wpt lat="48" lon="11"><time>2026-03-01T06:10:00Z</time></wpt>'],
    ['nothing', ''],
  ])('of %s is no activity', (_, content) => {
    expect(codesOf(gpxFile(content))).toEqual(['not-an-activity'])
  })

  it('with a document type is refused', () => {
    const text = gpxFile(gpxTrack(EASY)).replace('<gpx', '<!DOCTYPE gpx SYSTEM "x"><gpx')
    expect(readGpx(utf8(text))).toMatchObject({ activities: [], problems: [{ code: 'xml-doctype' }] })
    const bomb = text.replace('SYSTEM "x"', '[<!ENTITY a "lol"><!ENTITY b "&a;&a;">]')
    expect(readGpx(utf8(bomb)).problems.map(({ code }) => code)).toEqual(['xml-doctype'])
  })

  it('that breaks off is read up to there, and said to', () => {
    const text = gpxFile(gpxTrack(EASY))
    const { activities } = readGpx(utf8(text.slice(0, text.indexOf(stampAt(400)) + 5)))
    expect(activities).toMatchObject([{ elapsedSeconds: 399, partial: 'the file breaks off before its end' }])
  })

  it('that breaks off in its last track has the others whole', () => {
    const text = gpxFile(gpxTrack(EASY), gpxTrack(later(EASY, 3600, 0)))
    const { activities } = readGpx(utf8(text.slice(0, -2000)))
    expect(activities.map(({ partial }) => partial)).toEqual([
      undefined,
      'the file breaks off before its end',
    ])
  })

  it('with a broken point has all the others', () => {
    const text = gpxFile(gpxTrack(EASY)).replace('</trkpt>', '</trkqt>')
    expect(readGpx(utf8(text)).activities).toMatchObject([
      { distanceMeters: 1500, elapsedSeconds: 600, partial: 'a stretch of the file makes no sense' },
    ])
  })
})

describe('a GPX file of a million points', () => {
  const COUNT = 1_000_000

  function* pieces(): Generator<Uint8Array> {
    yield utf8('<gpx><trk><type>running</type><trkseg>')
    for (let from = 0; from < COUNT; from += 1000) {
      const points = Array.from({ length: 1000 }, (_, index) => {
        const at = (from + index) / 10
        return `<trkpt lat="${latitudeAt(at * 2.5)}" lon="11"><ele>500</ele><time>${stampAt(at)}</time></trkpt>`
      })
      yield utf8(points.join('\n'))
    }
    yield utf8('</trkseg></trk></gpx>')
  }

  it('is read piece by piece, keeping none of them', { timeout: 120_000 }, () => {
    const before = process.memoryUsage().rss
    const { activities } = readGpx(pieces())
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
    expect(activities).toMatchObject([{ sport: 'run', elapsedSeconds: 99_999.9 }])
    expect(Math.abs((activities[0]?.distanceMeters ?? 0) - 250_000)).toBeLessThan(50)
  })

  it('and so is one of tracks without end', { timeout: 120_000 }, () => {
    const track = utf8(gpxTrack([{ at: 0, north: 0 }]).repeat(1000))
    const { activities } = readGpx(Array.from({ length: 30 }, () => track))
    expect(activities).toHaveLength(20_000)
    expect(activities[0]?.partial).toContain('more than 20000')
  })
})
