import { describe, expect, it } from 'vitest'
import type { Activity } from '../../src/intake/activity.ts'
import { readTcx } from '../../src/intake/tcx.ts'
import { type MadePoint, madePoints, stampAt, tcxFile, tcxLap, utf8 } from '../support/made-track.ts'

function only(text: string): Activity {
  const { activities, problems } = readTcx(utf8(text))
  expect(problems).toEqual([])
  expect(activities).toHaveLength(1)
  return activities[0] as Activity
}
const EASY = madePoints(900, () => 2.5)
const between = (points: readonly MadePoint[], from: number, to: number): MadePoint[] =>
  points.filter(({ at }) => at >= from && at <= to)

describe('a TCX activity', () => {
  it('is a run with the distance and the times of its laps', () => {
    expect(only(tcxFile([tcxLap(EASY)]))).toEqual({
      sport: 'run',
      called: 'running',
      began: { utc: '2026-03-01T06:10:00Z', local: undefined },
      distanceMeters: 2250,
      elapsedSeconds: 900,
      timerSeconds: 900,
      running: undefined,
      cadenceSpm: undefined,
      ascentMeters: undefined,
      descentMeters: undefined,
      format: 'tcx',
      partial: undefined,
    })
  })

  it('has pauses between its laps', () => {
    const second = EASY.map(({ at, north }) => ({ at: at + 1200, north: north + 2250 }))
    expect(only(tcxFile([tcxLap(EASY), tcxLap(second)]))).toMatchObject({
      distanceMeters: 4500,
      elapsedSeconds: 2100,
      timerSeconds: 1800,
    })
  })

  it('may have laps and no points at all', () => {
    const lap = `<Lap StartTime="${stampAt(0)}"><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5000</DistanceMeters></Lap>`
    expect(only(tcxFile([lap]))).toMatchObject({ sport: 'run', distanceMeters: 5000, elapsedSeconds: 1800 })
  })

  it('may have points and laps that say nothing', () => {
    const lap = tcxLap(EASY).replace(/<TotalTimeSeconds>.*?<Track>/s, '<Track>')
    expect(only(tcxFile([lap]))).toMatchObject({
      distanceMeters: 2250,
      elapsedSeconds: 900,
      timerSeconds: 900,
    })
  })

  it('may be written in lower case', () => {
    expect(
      only(
        tcxFile([tcxLap(EASY)])
          .toLowerCase()
          .replaceAll(/(\d)t(\d\d:[\d:.]+)z/g, '$1T$2Z'),
      ),
    ).toMatchObject({
      sport: 'run',
      distanceMeters: 2250,
    })
  })

  it('is read though white space stands before it', () => {
    expect(only(`          ${tcxFile([tcxLap(EASY)])}`).partial).toBeUndefined()
  })

  it.each([
    ['Running', '', 'run'],
    ['running', '', 'run'],
    ['Biking', '', 'bike'],
    ['Other', '', 'other'],
    ['Other', '<Notes>Walking</Notes>', 'walk'],
    ['Other', '<Notes>I met her on a run that I had put off for weeks</Notes>', 'other'],
    ['Running', '<Notes>Treadmill</Notes>', 'treadmill-run'],
    ['', '', 'run'],
  ])('of the sport "%s" %s is a %s', (sport, notes, expected) => {
    expect(only(tcxFile([tcxLap(EASY)], sport, notes)).sport).toBe(expected)
  })

  it('without positions is a run on a treadmill', () => {
    expect(only(tcxFile([tcxLap(EASY, { isIndoors: true })]))).toMatchObject({
      sport: 'treadmill-run',
      distanceMeters: 2250,
    })
  })

  it.each([
    ['in the points', '<Extensions><ns3:TPX><ns3:RunCadence>84</ns3:RunCadence></ns3:TPX></Extensions>', ''],
    ['in the points as of a bike', '<Cadence>84</Cadence>', ''],
    ['of both feet', '<Cadence>168</Cadence>', ''],
    ['in the lap', '', '<Extensions><ns3:LX><ns3:AvgRunCadence>84</ns3:AvgRunCadence></ns3:LX></Extensions>'],
  ])('has its cadence %s', (_, extension, more) => {
    const points = EASY.map((point) => ({ ...point, extension }))
    expect(only(tcxFile([tcxLap(points, { more })])).cadenceSpm).toBe(168)
  })

  it('is one of several, also within a multisport session', () => {
    const [run, ride] = [tcxFile([tcxLap(EASY)]), tcxFile([tcxLap(EASY)], 'Biking')].map(
      (text) => /<Activity .*<\/Activity>/s.exec(text)?.[0],
    )
    const both = `<TrainingCenterDatabase><Activities><MultiSportSession><FirstSport>${run}</FirstSport><NextSport>${ride}</NextSport></MultiSportSession></Activities></TrainingCenterDatabase>`
    expect(readTcx(utf8(both)).activities.map(({ sport }) => sport)).toEqual(['run', 'bike'])
  })
})

describe('the running part of a TCX activity', () => {
  const WALK_RUN = madePoints(1800, (second) => (second % 600 < 200 ? 1.3 : 2.8))
  const cuts = [0, 200, 600, 800, 1200, 1400, 1800]
  const laps = cuts.slice(1).map((to, index) => between(WALK_RUN, cuts[index] ?? 0, to))

  it('is told by laps of running and of walking', () => {
    const { running } = only(tcxFile(laps.map((points) => tcxLap(points))))
    expect(running).toMatchObject({ seconds: 1200, isGuess: false })
  })

  it('is a guess where the watch cut the laps', () => {
    const more = '<TriggerMethod>Distance</TriggerMethod>'
    const { running } = only(tcxFile(laps.map((points) => tcxLap(points, { more }))))
    expect(running?.isGuess).toBe(true)
    expect(Math.abs((running?.seconds ?? 0) - 1200)).toBeLessThan(20)
  })
})

describe('the distance of a TCX activity', () => {
  it('is that of the laps as long as the track about agrees', () => {
    expect(only(tcxFile([tcxLap(EASY, { meters: 2270 })]))).toMatchObject({
      distanceMeters: 2270,
      partial: undefined,
    })
  })

  it('is the middle one of laps, track and positions where they disagree, and that is said', () => {
    const { distanceMeters, partial } = only(tcxFile([tcxLap(EASY, { meters: 1900 })]))
    expect(distanceMeters).toBe(2250)
    expect(partial).toBe(
      'its laps add up to 1900 m, its track goes from 0 m to 2250 m, its positions make 2250 m: the distance by its track was taken',
    )
  })

  it('leaves out what was run before the first point', () => {
    const rest = EASY.map(({ at, north }) => ({ at, north: north + 1300 }))
    const lap = tcxLap(rest, { meters: 2250 })
    expect(only(tcxFile([lap]))).toMatchObject({ distanceMeters: 2250, partial: undefined })
  })

  it('adds up where the watch begins again at every lap', () => {
    const again = EASY.map(({ at, north }) => ({ at: at + 900, north }))
    const laps = [tcxLap(EASY, { isIndoors: true }), tcxLap(again, { isIndoors: true })]
    expect(only(tcxFile(laps))).toMatchObject({ distanceMeters: 4500, partial: undefined })
  })

  it('is that of the laps indoors, though a track that differs is said', () => {
    const { distanceMeters, partial } = only(tcxFile([tcxLap(EASY, { isIndoors: true, meters: 2600 })]))
    expect(distanceMeters).toBe(2600)
    expect(partial).toContain('the distance by its laps was taken')
  })
})

describe('a TCX file', () => {
  it.each([
    [
      'a course',
      '<Courses><Course><Name>x</Name><Lap><DistanceMeters>900</DistanceMeters></Lap></Course></Courses>',
    ],
    ['a workout', '<Workouts><Workout Sport="Running"><Name>x</Name></Workout></Workouts>'],
    ['nothing', ''],
    [
      'an empty activity',
      '<Activities><Activity Sport="Running"><Id>2026-03-01T06:10:00Z</Id></Activity></Activities>',
    ],
  ])('of %s is no activity', (_, content) => {
    const { activities, problems } = readTcx(
      utf8(`<TrainingCenterDatabase>${content}</TrainingCenterDatabase>`),
    )
    expect(activities).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['not-an-activity'])
  })

  it('without times is no run that can be dated', () => {
    const timeless = tcxFile([tcxLap(EASY)]).replaceAll(/2026-[^<"]*/g, '')
    expect(readTcx(utf8(timeless)).problems.map(({ code }) => code)).toEqual(['no-times'])
  })

  it('that breaks off has what its laps say, and is said to', () => {
    const text = tcxFile([tcxLap(EASY)])
    const { activities } = readTcx(utf8(text.slice(0, text.indexOf(stampAt(400)))))
    expect(activities).toMatchObject([
      { distanceMeters: 2250, timerSeconds: 900, partial: 'the file breaks off before its end' },
    ])
  })

  it('with a point of another year leaves that out', () => {
    const text = tcxFile([tcxLap(EASY)]).replace(`<Time>${stampAt(500)}`, '<Time>2031-01-01T00:00:00Z')
    expect(only(text)).toMatchObject({
      elapsedSeconds: 900,
      partial: '1 of its points lies half a day or more from the others',
    })
  })

  it('with a first point before the clock was set begins with its lap', () => {
    const text = tcxFile([tcxLap(EASY)]).replace(`<Time>${stampAt(0)}`, '<Time>2019-04-07T00:00:00Z')
    expect(only(text)).toMatchObject({ began: { utc: '2026-03-01T06:10:00Z' }, elapsedSeconds: 900 })
  })
})
