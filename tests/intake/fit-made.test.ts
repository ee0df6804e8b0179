import { describe, expect, it } from 'vitest'
import { readFit } from '../../src/intake/fit.ts'
import { readActivities } from '../../src/intake/read.ts'
import {
  ACTIVITY_FILE,
  chained,
  lap,
  MORNING,
  madeFit,
  points,
  RUNNING,
  session,
} from '../support/made-fit.ts'

const FIVE = session(MORNING, 1800, 5000)
const read = (bytes: Uint8Array) => readActivities(bytes, { units: undefined })
/** Two minutes at 5:33/km and one at 12:00/km, over and over. */
const byTurns = (run: number, walk: number) => (second: number) => ((second - 1) % 180 < 120 ? run : walk)

describe('a FIT file', () => {
  it('gives a run', () => {
    expect(read(madeFit(ACTIVITY_FILE, FIVE))).toEqual({
      activities: [
        {
          sport: 'run',
          called: 'running',
          began: { utc: '2026-03-01T06:10:00Z', local: undefined },
          distanceMeters: 5000,
          elapsedSeconds: 1800,
          timerSeconds: 1800,
          running: undefined,
          cadenceSpm: undefined,
          ascentMeters: undefined,
          descentMeters: undefined,
          format: 'fit',
          partial: undefined,
        },
      ],
      problems: [],
    })
  })

  it('of a triathlon gives its sports and no transition, also with a file after the other', () => {
    const swim = session(MORNING, 600, 400, { 5: 5 })
    const change = session(MORNING + 600, 60, 100, { 5: 3 })
    const ride = session(MORNING + 660, 3600, 30_000, { 5: 2 })
    const run = session(MORNING + 4260, 1500, 5000)
    const sports = (bytes: Uint8Array): string[] => read(bytes).activities.map(({ sport }) => sport)
    expect(sports(madeFit(ACTIVITY_FILE, swim, change, ride, run))).toEqual(['swim', 'bike', 'run'])
    expect(sports(chained(madeFit(ACTIVITY_FILE, swim, change), madeFit(ride, run)))).toEqual([
      'swim',
      'bike',
      'run',
    ])
  })

  it.each([
    [3600, '07:10'],
    [3601, '07:10'],
    [-34_200, '20:40'],
    [20_700, '11:55'],
  ])('tells the local clock from a watch that is %d s ahead', (offset, clock) => {
    const activity = [34, { 253: MORNING + 1800, 5: MORNING + 1800 + offset }] as const
    expect(read(madeFit(ACTIVITY_FILE, FIVE, activity)).activities[0]?.began.local?.clock).toBe(clock)
  })

  it('believes no local clock that no zone has', () => {
    const activity = [34, { 253: MORNING, 5: MORNING + 680_848_312 }] as const
    expect(read(madeFit(ACTIVITY_FILE, FIVE, activity)).activities[0]?.began.local).toBeUndefined()
  })

  it('takes the longer timer and the shorter elapsed time as they are', () => {
    const odd = session(MORNING, 1800, 5000, { 7: 1_790_000 })
    expect(read(madeFit(ACTIVITY_FILE, odd)).activities).toMatchObject([
      { elapsedSeconds: 1790, timerSeconds: 1800 },
    ])
  })

  it('is not prolonged by a point a month later', () => {
    const late = [20, { 253: MORNING + 30 * 86_400, 5: 500_000 }] as const
    const recorded = points(MORNING, 1800, () => 3)
    expect(read(madeFit(ACTIVITY_FILE, ...recorded, late, FIVE)).activities).toMatchObject([
      { elapsedSeconds: 1800, running: undefined },
    ])
    expect(read(madeFit(ACTIVITY_FILE, [12, { 0: RUNNING }], ...recorded, late)).activities).toMatchObject([
      { elapsedSeconds: 1800, distanceMeters: 5400 },
    ])
  })

  it('without a summary is built from its points, pauses taken out', () => {
    const file = madeFit(
      ACTIVITY_FILE,
      [12, { 0: RUNNING, 1: 1 }],
      [21, { 253: MORNING, 0: 0, 1: 0 }],
      ...points(MORNING, 600, () => 3),
      [21, { 253: MORNING + 600, 0: 0, 1: 4 }],
      [21, { 253: MORNING + 900, 0: 0, 1: 0 }],
      [20, { 253: MORNING + 1000, 5: 210_000 }],
    )
    expect(read(file).activities).toMatchObject([
      {
        sport: 'treadmill-run',
        distanceMeters: 2100,
        elapsedSeconds: 1000,
        timerSeconds: 700,
        partial: 'the file has no summary: distance and times are of its recorded points',
      },
    ])
  })

  it('without a summary and a sport is no run', () => {
    expect(read(madeFit(ACTIVITY_FILE, ...points(MORNING, 600, () => 8)))).toMatchObject({
      activities: [],
      problems: [
        {
          code: 'no-sport',
          message:
            'the file has no summary: no sport is left for the activity of 4.8 km that began 2026-03-01 06:10 UTC',
        },
      ],
    })
  })

  it('without a sport at the pace of a run is one by a guess, as a track is', () => {
    const run = {
      sport: 'run',
      isSportGuess: true,
      called: 'track at the pace of a run',
      partial: 'the file has no summary: distance and times are of its recorded points',
    }
    const file = madeFit(ACTIVITY_FILE, ...points(MORNING, 600, () => 3))
    expect(read(file)).toMatchObject({ activities: [run], problems: [] })
    expect(read(file.subarray(0, file.length - 100)).activities).toMatchObject([
      { ...run, partial: expect.stringMatching(/^the file breaks off/) },
    ])
  })

  it('of more bytes than a week has is refused before it is looked at', () => {
    const huge = new Uint8Array(25 * 1024 * 1024)
    huge.set(madeFit(ACTIVITY_FILE, FIVE))
    expect(read(huge)).toMatchObject({ activities: [], problems: [{ code: 'too-large' }] })
  })

  it('of a course to follow is nothing that was run', () => {
    expect(
      read(madeFit([0, { 0: 6 }], lap(MORNING, 1800, 5000), ...points(MORNING, 60, () => 3))),
    ).toMatchObject({
      activities: [],
      problems: [
        { code: 'not-an-activity', message: 'this is a file of a course to follow and no activity' },
      ],
    })
  })

  it('of a run without distance has none, unless its points have one', () => {
    const { 9: _, ...without } = FIVE[1]
    const metersOf = (bytes: Uint8Array) => read(bytes).activities.map(({ distanceMeters }) => distanceMeters)
    expect(metersOf(madeFit(ACTIVITY_FILE, [18, without]))).toEqual([undefined])
    expect(metersOf(madeFit(ACTIVITY_FILE, ...points(MORNING, 1800, () => 3), [18, without]))).toEqual([5400])
  })

  it('of nothing but the way between two sports is no activity', () => {
    expect(read(madeFit(ACTIVITY_FILE, session(MORNING, 60, 100, { 5: 3 })))).toMatchObject({
      activities: [],
      problems: [{ code: 'not-an-activity' }],
    })
  })

  it('of a watch that counts both feet keeps its steps', () => {
    const cadence = (value: number) =>
      read(madeFit(ACTIVITY_FILE, session(MORNING, 1800, 5000, { 18: value }))).activities[0]?.cadenceSpm
    expect([cadence(84), cadence(168)]).toEqual([168, 168])
    const steps = points(MORNING, 720, byTurns(3, 1.4), byTurns(164, 110))
    const slow = session(MORNING, 720, 1776, { 18: 119 })
    expect(read(madeFit(ACTIVITY_FILE, ...steps, slow)).activities[0]?.cadenceSpm).toBe(119)
  })

  it('tells running from walking by pressed laps', () => {
    const laps = [0, 1, 2, 3].flatMap((index) => [
      lap(MORNING + index * 180, 120, 360, { 17: 84 }),
      lap(MORNING + index * 180 + 120, 60, 84, { 17: 55 }),
    ])
    const whole = session(MORNING, 720, 1776)
    expect(read(madeFit(ACTIVITY_FILE, ...laps, whole)).activities[0]?.running).toEqual({
      meters: 1440,
      seconds: 480,
      isGuess: false,
    })
  })

  it('tells running from walking by its points where laps are cut at every kilometre', () => {
    const laps = [lap(MORNING, 400, 1000, { 24: 2 }), lap(MORNING + 400, 320, 776, { 24: 7 })]
    const recorded = points(MORNING, 720, byTurns(3, 1.4))
    const { running } =
      read(madeFit(ACTIVITY_FILE, ...recorded, ...laps, session(MORNING, 720, 1776))).activities[0] ?? {}
    expect(running?.isGuess).toBe(true)
    expect(running?.seconds).toBe(480)
    expect(running?.meters).toBeCloseTo(1440, 0)
  })

  it('does not count a pause as walking', () => {
    const file = madeFit(
      ACTIVITY_FILE,
      ...points(MORNING, 600, () => 3),
      [21, { 253: MORNING + 600, 0: 0, 1: 4 }],
      [21, { 253: MORNING + 655, 0: 0, 1: 0 }],
      ...points(MORNING + 655, 600, () => 3).map(
        ([kind, fields]) => [kind, { ...fields, 5: (fields[5] ?? 0) + 180_000 }] as const,
      ),
      session(MORNING, 1255, 3600, { 8: 1_200_000 }),
    )
    expect(read(file).activities[0]?.running).toBeUndefined()
  })
})

describe('times in the first byte of a message', () => {
  it('are read where the layout has none, and the hour runs on past 32 s', () => {
    // A point has a distance alone; its time is the last five bits of the second, after a whole one before.
    const [whole] = [madeFit(ACTIVITY_FILE, [12, { 0: RUNNING }], [21, { 253: MORNING, 0: 0, 1: 0 }])]
    const layout = [0x43, 0, 0, 20, 0, 1, 5, 4, 0x86]
    const seconds = Array.from({ length: 100 }, (_, index) => MORNING + index + 1)
    const recorded = seconds.flatMap((second, index) => {
      const cm = (index + 1) * 300
      return [0x80 | (3 << 5) | (second & 31), cm & 255, (cm >> 8) & 255, cm >> 16, 0]
    })
    const messages = [...whole.subarray(whole[0] ?? 0, -2), ...layout, ...recorded]
    const header = [...whole.subarray(0, whole[0] ?? 0)]
    const file = Uint8Array.from([...header, ...messages, 0, 0])
    new DataView(file.buffer).setUint32(4, messages.length, true)
    expect(readFit(file).activities).toMatchObject([
      { sport: 'run', began: { utc: '2026-03-01T06:10:01Z' }, elapsedSeconds: 99, distanceMeters: 300 },
    ])
  })
})

describe('a damaged FIT file', () => {
  const whole = madeFit(ACTIVITY_FILE, [12, { 0: RUNNING }], ...points(MORNING, 1800, () => 3), FIVE)

  it('that breaks off is read as far as it is there', () => {
    const [activity] = read(whole.subarray(0, whole.length / 2)).activities
    expect(activity?.elapsedSeconds).toBeGreaterThan(800)
    expect(activity?.elapsedSeconds).toBeLessThan(1000)
    expect(activity?.distanceMeters).toBeCloseTo((activity?.elapsedSeconds ?? 0) * 3, 0)
    expect(activity?.partial).toMatch(/^the file breaks off before its end: /)
  })

  it('without its checksum is whole', () => {
    expect(read(whole.subarray(0, -2)).activities).toMatchObject([
      { distanceMeters: 5000, partial: undefined },
    ])
  })

  it('whose recording was never finished has a length of 0 in its header', () => {
    const open = whole.slice(0, -2)
    open.fill(0, 4, 8)
    expect(read(open).activities).toMatchObject([{ distanceMeters: 5000 }])
  })

  it('with bytes lost in the middle still has its summary', () => {
    const hole = Uint8Array.from([...whole.subarray(0, 4000), ...whole.subarray(4017)])
    expect(read(hole).activities).toMatchObject([
      { distanceMeters: 5000, elapsedSeconds: 1800, partial: 'a stretch of the file makes no sense' },
    ])
  })

  it('with a changed byte says that its checksum does not fit', () => {
    const changed = whole.slice()
    changed[4003] = (changed[4003] ?? 0) ^ 1
    expect(read(changed).activities[0]?.partial).toMatch(/checksum/)
  })

  it('of which nothing is left is named', () => {
    expect(read(whole.subarray(0, 20))).toMatchObject({
      activities: [],
      problems: [{ code: 'damaged-file' }],
    })
  })
})
