import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/base/calendar.ts'
import type { Activity } from '../../src/intake/activity.ts'
import { entryOf } from '../../src/intake/entries.ts'
import { leftOutAs } from '../../src/intake/kind.ts'
import { measuredBy } from '../../src/intake/measured.ts'
import type { RunEntry } from '../../src/log/schema.ts'

const local = { date: '2026-03-01' as CalendarDate, clock: '07:10' }
const activity = (more: Partial<Activity>): Activity => ({
  sport: 'run',
  called: 'running',
  began: { utc: undefined, local },
  distanceMeters: 5000,
  elapsedSeconds: 1860,
  timerSeconds: 1800,
  running: undefined,
  cadenceSpm: undefined,
  ascentMeters: undefined,
  descentMeters: undefined,
  format: 'fit',
  partial: undefined,
  ...more,
})
const told = (more: Partial<Activity>) => entryOf({ activity: activity(more), local, file: '1.fit' })
const entry = (more: Partial<Activity>) => {
  const read = told(more)
  return read.ok ? read.value : read.problems.map(({ code }) => code)
}

describe('an activity in the log', () => {
  it('is a run with what its file says, and no score', () => {
    expect(entry({})).toEqual({
      type: 'run',
      date: '2026-03-01',
      start: '07:10',
      distanceMeters: 5000,
      durationSeconds: 1800,
      source: 'fit',
    })
  })

  it('marks what was guessed from its course', () => {
    const running = { meters: 4000, seconds: 1300, isGuess: true }
    expect(entry({ running, ascentMeters: 150, descentMeters: 140, cadenceSpm: 167.6 })).toMatchObject({
      runningMeters: 4000,
      runningSeconds: 1300,
      terrain: 'hilly',
      ascentMeters: 150,
      descentMeters: 140,
      cadenceSpm: 168,
      guessed: ['running', 'terrain'],
    })
    expect(entry({ running: { ...running, isGuess: false } })).not.toHaveProperty('guessed')
  })

  it('has no more running than there was of it', () => {
    const running = { meters: 5010, seconds: 1900, isGuess: false }
    expect(entry({ running })).toMatchObject({ runningMeters: 5000, runningSeconds: 1800 })
  })

  it('keeps the instant, and that its file breaks off', () => {
    const began = { utc: '2026-03-01T06:10:00Z', local }
    expect(entry({ began, partial: 'cut off' })).toMatchObject({
      instant: '2026-03-01T06:10:00Z',
      partial: true,
    })
    expect(entry({ sport: 'bike', began })).toMatchObject({ instant: '2026-03-01T06:10:00Z' })
  })

  it('is a guess where its file names no sport', () =>
    expect(entry({ isSportGuess: true })).toMatchObject({ guessed: ['sport'] }))

  it('is nothing where it is too short to be a run', () => {
    const left = (more: Partial<Activity>) => [entry(more), leftOutAs(activity(more))]
    const short = [undefined, 'too short to be a run']
    expect(left({ distanceMeters: 99 })).toEqual(short)
    expect(left({ timerSeconds: 20, elapsedSeconds: 29 })).toEqual(short)
    expect(entry({ distanceMeters: 100, timerSeconds: 1, elapsedSeconds: 30 })).toMatchObject({ type: 'run' })
    expect(entry({ sport: 'swim', distanceMeters: 50 })).toMatchObject({ type: 'cross-training' })
  })

  it('is on the treadmill where it was, and then on no terrain', () => {
    const run = entry({ sport: 'treadmill-run', ascentMeters: 200 })
    expect(run).toMatchObject({ type: 'run', surface: 'treadmill' })
    expect(run).not.toHaveProperty('terrain')
  })

  it('leaves out what no sensor can have seen', () => {
    expect(entry({ cadenceSpm: 12, ascentMeters: 99_999 })).not.toHaveProperty('cadenceSpm')
    expect(entry({ cadenceSpm: 12, ascentMeters: 99_999 })).not.toHaveProperty('ascentMeters')
  })

  it.each([
    ['bike', 'bike'],
    ['swim', 'swim'],
    ['water-run', 'pool-run'],
    ['walk', 'walk'],
    ['strength', 'other'],
  ] as const)('is cross-training: %s', (sport, kind) => {
    expect(entry({ sport })).toMatchObject({ type: 'cross-training', activity: kind, durationSeconds: 1800 })
  })

  it('is nothing where it is no training', () => {
    expect(entry({ sport: 'other', called: 'sail' })).toBe(undefined)
    expect(entry({ sport: 'other', called: 'Indoor Rowing' })).toMatchObject({ activity: 'row' })
  })

  it('is a problem where an amount is missing or cannot be', () => {
    expect(entry({ distanceMeters: undefined })).toEqual(['no-distance'])
    expect(entry({ distanceMeters: 0 })).toEqual(['no-distance'])
    expect(entry({ timerSeconds: undefined, elapsedSeconds: undefined })).toEqual(['no-duration'])
    expect(entry({ timerSeconds: 800_000 })).toEqual(['unlikely-amount'])
    expect(entry({ sport: 'bike', distanceMeters: 713_000 })).not.toHaveProperty('distanceMeters')
  })
})

describe('a run of the log that a file measured as well', () => {
  const file: RunEntry = {
    type: 'run',
    date: local.date,
    start: '07:12',
    distanceMeters: 5230,
    durationSeconds: 1868,
    terrain: 'hilly',
    cadenceSpm: 166,
    source: 'fit',
    guessed: ['terrain'],
  }
  const scored: RunEntry = {
    type: 'run',
    id: '7f3k2a',
    date: local.date,
    distanceMeters: 5200,
    durationSeconds: 1870,
    pain: { during: 2, nextMorning: 1 },
    limp: false,
    rpe: 3,
    note: 'windy',
  }

  it('gets what was measured and keeps what its runner said', () => {
    expect(measuredBy(scored, file)).toEqual({ ...scored, ...file })
    expect(measuredBy({ ...scored, terrain: 'flat', cadenceSpm: 170 }, file)).toMatchObject({
      terrain: 'flat',
      cadenceSpm: 170,
      distanceMeters: 5230,
    })
    expect(measuredBy({ ...scored, terrain: 'flat' }, file)).not.toHaveProperty('guessed')
  })

  it('that was taken from the plan is measured now, and of its session', () => {
    const planned = { ...scored, attested: true, session: 's', runningSeconds: 1500, runningMeters: 4600 }
    const now = measuredBy(planned, { ...file, runningMeters: 4500, runningSeconds: 1480 })
    expect(now).toMatchObject({ session: 's', runningSeconds: 1480, pain: scored.pain })
    expect(now).not.toHaveProperty('attested')
    expect(measuredBy(planned, file)).toMatchObject({ runningSeconds: 1500, guessed: ['running', 'terrain'] })
  })

  it('keeps the running part its runner told', () => {
    const now = measuredBy(
      { ...scored, runningSeconds: 1500 },
      { ...file, runningSeconds: 1800, runningMeters: 5000 },
    )
    expect(now).toMatchObject({ runningSeconds: 1500 })
    expect(now).not.toHaveProperty('runningMeters')
  })

  it('stays as it is where its source was as rich, or richer', () => {
    expect(measuredBy(file, { ...file, distanceMeters: 5300 })).toBe(file)
    expect(measuredBy(file, { ...file, distanceMeters: 5300, source: 'strava-csv' })).toBe(file)
    const row: RunEntry = { ...scored, source: 'strava-csv' }
    expect(measuredBy(row, file)).toMatchObject({ source: 'fit', distanceMeters: 5230, pain: scored.pain })
  })

  it('that breaks off gives way to a whole one, also of a poorer source', () => {
    const part: RunEntry = {
      ...file,
      partial: true,
      runningMeters: 4000,
      runningSeconds: 1400,
      ascentMeters: 90,
    }
    const row: RunEntry = { ...scored, source: 'strava-csv', distanceMeters: 9000, durationSeconds: 3200 }
    const { id, pain, limp, rpe, note, ...measured } = row
    const now = measuredBy({ ...part, pain: scored.pain ?? {} }, measured)
    expect(now).toMatchObject({ source: 'strava-csv', distanceMeters: 9000, pain: scored.pain })
    for (const key of ['partial', 'runningMeters', 'ascentMeters']) expect(now).not.toHaveProperty(key)
    expect(measuredBy(row, part)).toBe(row)
  })

  it('that breaks off gives way to one that goes on for longer', () => {
    const part: RunEntry = { ...file, partial: true }
    const longer: RunEntry = { ...part, distanceMeters: 6000, durationSeconds: 2200 }
    expect(measuredBy(part, longer)).toMatchObject({ distanceMeters: 6000, partial: true })
    expect(measuredBy(longer, part)).toBe(longer)
    expect(measuredBy({ ...scored, durationSeconds: 2400 }, part)).toMatchObject({ durationSeconds: 2400 })
  })

  it('keeps what its runner corrected', () => {
    const row: RunEntry = {
      ...scored,
      source: 'strava-csv',
      start: '09:00',
      distanceMeters: 5000,
      corrected: ['start', 'distanceMeters', 'terrain'],
    }
    const now = measuredBy(row, { ...file, runningMeters: 5230, runningSeconds: 1868 })
    expect(now).toMatchObject({ start: '09:00', distanceMeters: 5000, durationSeconds: 1868, source: 'fit' })
    expect(now).toMatchObject({ runningMeters: 5000, corrected: row.corrected })
    for (const key of ['terrain', 'guessed']) expect(now).not.toHaveProperty(key)
  })

  it('keeps a guess as a guess where the better file tells nothing of it', () => {
    const { terrain, guessed, ...flat } = file
    const row: RunEntry = { ...file, source: 'strava-csv', terrain: 'flat' }
    expect(measuredBy(row, flat)).toMatchObject({ source: 'fit', terrain: 'flat', guessed: ['terrain'] })
  })

  it('moves to the day of the watch where the zone of its runner had told another', () => {
    const row: RunEntry = { ...scored, source: 'strava-csv', start: '23:10', instant: '2026-03-01T22:10:00Z' }
    const watch: RunEntry = {
      ...file,
      date: '2026-03-02' as CalendarDate,
      start: '07:10',
      instant: '2026-03-01T22:10:00Z',
    }
    expect(measuredBy(row, watch)).toMatchObject({ date: '2026-03-02', start: '07:10' })
    expect(measuredBy({ ...row, corrected: ['date'] }, watch)).toMatchObject({
      date: '2026-03-01',
      start: '23:10',
    })
  })
})
