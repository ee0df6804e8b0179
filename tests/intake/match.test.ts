import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/base/calendar.ts'
import type { Activity } from '../../src/intake/activity.ts'
import { onceEach, placesIn } from '../../src/intake/match.ts'
import type { Sighting } from '../../src/intake/trace.ts'
import { entryId } from '../../src/log/ids.ts'
import type { RunEntry } from '../../src/log/schema.ts'

const KM = 1000
const HALF_HOUR = 1800

interface Seen extends Partial<Activity> {
  readonly at?: string
  readonly date?: string
}

/** A run of 5 km in half an hour on 1 March at 07:10, unless something else is said; in UTC an hour less. */
function seen({ at = '07:10', date = '2026-03-01', ...activity }: Seen = {}): Sighting {
  const local = { date: date as CalendarDate, clock: at }
  return {
    local,
    file: activity.format ?? 'fit',
    activity: {
      sport: 'run',
      called: 'running',
      began: { utc: undefined, local },
      distanceMeters: 5 * KM,
      elapsedSeconds: HALF_HOUR,
      timerSeconds: HALF_HOUR,
      running: undefined,
      cadenceSpm: undefined,
      ascentMeters: undefined,
      descentMeters: undefined,
      format: 'fit',
      partial: undefined,
      ...activity,
    },
  }
}

const inUtc = (utc: string): Pick<Activity, 'began'> => ({ began: { utc, local: undefined } })
const count = (...sightings: readonly Sighting[]): number => onceEach(sightings).length

describe('a run seen twice', () => {
  it('is one where both begin within two minutes, whatever they say of distance', () => {
    const row = (at: string) => seen({ at, distanceMeters: 4 * KM, format: 'garmin-csv' })
    expect(count(seen(), row('07:12'))).toBe(1)
    expect(count(seen(), row('07:08'))).toBe(1)
    expect(count(seen(), row('07:13'))).toBe(2)
  })

  it('is told by UTC where both have it, wherever the runner was', () => {
    const tokyo = seen({
      at: '15:10',
      began: { ...inUtc('2026-03-01T06:10:00Z').began, local: seen().local },
    })
    const row = seen({ ...inUtc('2026-03-01T06:12:00Z'), format: 'strava-csv' })
    const late = seen({ ...inUtc('2026-03-01T06:12:01Z'), format: 'strava-csv', distanceMeters: 9 * KM })
    expect(count(tokyo, row)).toBe(1)
    expect(count(tokyo, late)).toBe(2)
  })

  it('is one around midnight, though the days differ', () => {
    expect(count(seen({ at: '23:59' }), seen({ at: '00:01', date: '2026-03-02', format: 'gpx' }))).toBe(1)
  })

  it('is one of the same day where distance and time are alike and the times overlap', () => {
    const gpx = (activity: Partial<Activity>) => seen({ at: '07:20', format: 'gpx', ...activity })
    expect(count(seen(), gpx({ distanceMeters: 5100, timerSeconds: 1890 }))).toBe(1)
    expect(count(seen(), gpx({ distanceMeters: 5110 }))).toBe(2)
    expect(count(seen(), gpx({ timerSeconds: 1900, elapsedSeconds: 1900 }))).toBe(2)
  })

  it('is one where a table has the clock of another place', () => {
    const converted = seen({ at: '06:10', ...inUtc('2026-03-01T06:10:00Z'), format: 'strava-csv' })
    expect(count(seen({ format: 'garmin-csv' }), converted)).toBe(1)
  })

  it('is not made of two on the same way, to work and back', () => {
    expect(count(seen(), seen({ at: '17:25' }))).toBe(2)
    expect(
      count(seen(), seen({ at: '17:10' }), seen({ format: 'gpx' }), seen({ at: '17:10', format: 'gpx' })),
    ).toBe(2)
  })

  it('is not made of a run and a ride', () => {
    expect(count(seen(), seen({ sport: 'bike', format: 'strava-csv' }))).toBe(2)
    expect(count(seen(), seen({ sport: 'treadmill-run', format: 'strava-csv' }))).toBe(1)
  })

  it('is kept from the richer source, with what only the other knows', () => {
    const row = seen({ format: 'garmin-csv', distanceMeters: 5040, cadenceSpm: 168, ascentMeters: 40 })
    const [kept] = onceEach([row, seen({ ascentMeters: 38 })])
    expect(kept?.activity).toMatchObject({
      format: 'fit',
      distanceMeters: 5000,
      cadenceSpm: 168,
      ascentMeters: 38,
    })
  })

  it('is kept from the source that is whole', () => {
    const [kept] = onceEach([
      seen({ partial: 'cut off', distanceMeters: 2000 }),
      seen({ format: 'strava-csv' }),
    ])
    expect(kept?.activity).toMatchObject({ format: 'strava-csv', distanceMeters: 5000 })
  })

  it('is not made of a false start and the run after it', () => {
    const run = seen({ ...inUtc('2026-03-01T06:11:30Z'), at: '07:11', distanceMeters: 10 * KM })
    const start = { distanceMeters: 150, timerSeconds: 60, elapsedSeconds: 60 }
    const falseStart = seen({ ...inUtc('2026-03-01T06:10:00Z'), ...start })
    expect(count(falseStart, run)).toBe(2)
    expect(count({ ...falseStart, activity: { ...falseStart.activity, partial: 'cut off' } }, run)).toBe(1)
    expect(count(seen(start), seen({ at: '07:12', format: 'garmin-csv' }))).toBe(1)
  })

  it('is one by its instant, where the days on two walls differ', () => {
    const tokyo = seen({
      at: '01:10',
      date: '2026-03-02',
      began: {
        ...inUtc('2026-03-01T16:10:00Z').began,
        local: { date: '2026-03-02' as CalendarDate, clock: '01:10' },
      },
    })
    const row = seen({ at: '05:10', ...inUtc('2026-03-01T16:10:00Z'), format: 'strava-csv' })
    expect(count(tokyo, row)).toBe(1)
  })

  it('is two runs of the same way at other instants, whatever their clocks', () => {
    const [morning, evening] = [inUtc('2026-03-01T06:10:00Z'), inUtc('2026-03-01T16:10:00Z')]
    const watch = seen({ began: { ...morning.began, local: seen().local } })
    expect(count(watch, seen({ at: '17:10', ...evening, format: 'strava-csv' }))).toBe(2)
  })

  it('takes no amount from a recording that breaks off', () => {
    const part = seen({ partial: 'cut off', distanceMeters: 2000, ascentMeters: 80, cadenceSpm: 168 })
    const [kept] = onceEach([part, seen({ format: 'strava-csv' })])
    expect(kept?.activity).toMatchObject({ ascentMeters: undefined, cadenceSpm: 168 })
  })

  it('is what another file calls it where its own has but a pace', () => {
    const guess = seen({ ...inUtc('2026-03-01T06:10:00Z'), format: 'gpx', isSportGuess: true })
    const ride = seen({
      ...inUtc('2026-03-01T06:10:30Z'),
      format: 'strava-csv',
      sport: 'bike',
      called: 'Ride',
    })
    const [kept, ...others] = onceEach([guess, ride])
    expect([kept?.activity, others.length]).toEqual([
      expect.objectContaining({ format: 'gpx', sport: 'bike' }),
      0,
    ])
    expect(kept?.activity).not.toHaveProperty('isSportGuess')
  })

  it('is the same in whatever order the files come', () => {
    const all = [
      seen(),
      seen({ at: '07:12', format: 'gpx' }),
      seen({ at: '18:00' }),
      seen({ at: '18:01', format: 'tcx' }),
    ]
    const told = (each: readonly Sighting[]) => onceEach(each).map(({ local }) => local.clock)
    expect(told(all)).toEqual(['07:10', '18:00'])
    expect(told(all.toReversed())).toEqual(['07:10', '18:00'])
  })
})

describe('a run that the log has', () => {
  const run = (more: Partial<RunEntry> = {}): RunEntry => ({
    type: 'run',
    date: '2026-03-01' as CalendarDate,
    distanceMeters: 5 * KM,
    durationSeconds: HALF_HOUR,
    ...more,
  })
  const place = (logged: readonly RunEntry[], ...sightings: readonly Sighting[]) =>
    sightings.map((each) => placesIn(logged, sightings).get(each))

  it('is found by its start, or by its amounts where nobody said when', () => {
    expect(place([run({ start: '07:11', distanceMeters: 4000 })], seen())).toEqual([0])
    expect(place([run({ distanceMeters: 5100 })], seen())).toEqual([0])
    expect(place([run({ distanceMeters: 5200 })], seen())).toEqual([undefined])
    expect(place([run({ date: '2026-03-02' as CalendarDate })], seen())).toEqual([undefined])
  })

  it('is found by a start that somebody typed from memory', () => {
    expect(place([run({ start: '08:00' })], seen())).toEqual([0])
    expect(place([run({ start: '17:30' })], seen())).toEqual([undefined])
  })

  it('is not taken for the run on the way back', () => {
    const imported = run({ start: '07:10', source: 'fit' })
    expect(place([imported], seen({ at: '17:25' }))).toEqual([undefined])
    expect(place([imported], seen({ at: '17:25' }), seen())).toEqual([undefined, 0])
  })

  it('is taken once, by the nearest start', () => {
    expect(place([run()], seen({ at: '07:10' }), seen({ at: '17:30' }))).toEqual([0, undefined])
    const two = [run({ start: '17:30', source: 'gpx' }), run({ start: '07:10', source: 'gpx' })]
    expect(place(two, seen(), seen({ at: '17:30' }))).toEqual([1, 0])
  })

  it('is found by its instant, wherever its runner lives by now', () => {
    const logged = run({ start: '07:10', instant: '2026-03-01T06:10:00Z', source: 'strava-csv' })
    const moved = seen({ at: '01:10', ...inUtc('2026-03-01T06:10:00Z'), format: 'strava-csv' })
    expect(place([logged], moved)).toEqual([0])
    const elsewhere = seen({ at: '21:10', date: '2026-02-28', ...inUtc('2026-03-01T06:10:00Z') })
    expect(place([logged], elsewhere)).toEqual([0])
    expect(place([{ ...logged, date: '2026-02-20' as CalendarDate }], moved)).toEqual([0])
  })

  it('is found by what stood before a change, and by the name it was given', () => {
    const now = { start: '09:00', distanceMeters: 9 * KM, source: 'garmin-csv' } as const
    const was = [{ until: '2026-03-02' as CalendarDate, start: '07:10', distanceMeters: 5 * KM }]
    expect(place([run({ ...now, was })], seen())).toEqual([0])
    const id = entryId('run', '2026-03-01', '07:10', 0)
    expect(place([run({ ...now, id })], seen())).toEqual([0])
    expect(place([run(now)], seen())).toEqual([undefined])
    const typed = [{ until: '2026-03-02' as CalendarDate, absent: ['start' as const, 'source' as const] }]
    const measured = run({ start: '07:10', source: 'fit', was: typed })
    expect(place([measured], seen({ at: '17:25' }))).toEqual([undefined])
  })

  it('is the one that was taken from the plan, where its day has no other', () => {
    const planned = run({ attested: true, distanceMeters: 4 * KM, session: 's' })
    expect(place([planned], seen())).toEqual([0])
    expect(place([planned], seen(), seen({ at: '17:30' }))).toEqual([undefined, undefined])
    expect(place([planned, planned], seen())).toEqual([undefined])
    expect(place([planned], seen({ sport: 'bike' }))).toEqual([undefined])
    expect(place([run({ distanceMeters: 4 * KM })], seen())).toEqual([undefined])
    expect(place([planned, run({ start: '07:10', source: 'fit' })], seen())).toEqual([1])
  })
})
