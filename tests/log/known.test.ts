import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/base/calendar.ts'
import { entryId, identify } from '../../src/log/ids.ts'
import { known } from '../../src/log/known.ts'
import { readLog } from '../../src/log/read.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { runnerOn } from '../../src/log/settings.ts'
import { learned } from '../../src/log/versions.ts'
import { FULL_LOG, logOf } from './sample.ts'

const day = (text: string) => text as CalendarDate
const read = (...entries: readonly object[]): Log => {
  const log = readLog(logOf(...entries))
  if (log === undefined) throw new Error('the log of this test is wrong')
  return log
}
const on = (log: Log, date: string) => known(log, day(date)).entries
const RUN = { type: 'run', date: '2026-03-01', distanceMeters: 5200, durationSeconds: 1870 }

describe('the log as it stood', () => {
  const scored = {
    ...RUN,
    pain: { during: 0, nextMorning: 1 },
    was: [
      { until: '2026-03-02', pain: { during: 0 } },
      { until: '2026-03-04', pain: { during: 2, nextMorning: 1 }, rpe: 3 },
    ],
  }

  it('does not hold a run of tomorrow', () => expect(on(read(RUN), '2026-02-28')).toEqual([]))
  it('holds a run from its day on', () => expect(on(read(RUN), '2026-03-01')).toEqual([RUN]))
  it('holds a run that was logged late only from then on', () => {
    const log = read({ ...RUN, logged: '2026-03-05' })
    expect(on(log, '2026-03-04')).toEqual([])
    expect(on(log, '2026-03-05')).toHaveLength(1)
  })
  it('holds each version until the day it was changed', () => {
    const log = read(scored)
    expect(on(log, '2026-03-01')).toEqual([{ ...RUN, pain: { during: 0 }, rpe: 3 }])
    expect(on(log, '2026-03-02')).toEqual([{ ...RUN, pain: { during: 2, nextMorning: 1 }, rpe: 3 }])
    expect(on(log, '2026-03-04')).toEqual([{ ...RUN, pain: { during: 0, nextMorning: 1 } }])
  })
  it('leaves out what did not stand in an older version', () => {
    const was = [{ until: '2026-03-03', absent: ['pain', 'rpe'] }]
    const log = read({ ...RUN, rpe: 3, pain: { during: 1 }, was })
    expect(on(log, '2026-03-02')).toEqual([RUN])
  })
  it('brings back in the oldest version what a later one had lost', () => {
    const was = [
      { until: '2026-03-02', rpe: 2 },
      { until: '2026-03-03', absent: ['rpe'] },
    ]
    const log = read({ ...RUN, was })
    expect([on(log, '2026-03-01')[0], on(log, '2026-03-02')[0]]).toEqual([{ ...RUN, rpe: 2 }, RUN])
  })
  it('knows an older date, and puts the entry where it belonged', () => {
    const other = { ...RUN, date: '2026-03-02', rpe: 1 }
    const was = [{ until: '2026-03-06', date: '2026-03-01' }]
    const log = read(other, { ...RUN, date: '2026-03-05', was })
    expect(on(log, '2026-03-01').map(({ date }) => date)).toEqual(['2026-03-01'])
    expect(on(log, '2026-03-03').map(({ date }) => date)).toEqual(['2026-03-01', '2026-03-02'])
  })
  it('always knew of an absence nobody dated, and of a dated one from its day on', () => {
    const absence = { type: 'absence', date: '2026-05-01', until: '2026-05-09' }
    expect(on(read(RUN, absence), '2026-01-01')).toEqual([absence])
    expect(on(read(RUN, { ...absence, logged: '2026-04-01' }), '2026-03-31')).toHaveLength(1)
  })
  it('knows the older last day of a limit', () => {
    const limit = { type: 'limit', date: '2026-04-01', until: '2026-05-01', by: 'physiotherapist' }
    const was = [
      { until: '2026-04-02', end: '2026-04-20' },
      { until: '2026-04-03', absent: ['until'] },
    ]
    const log = read({ ...limit, was })
    expect(on(log, '2026-04-01')).toEqual([{ ...limit, until: '2026-04-20' }])
    expect(on(log, '2026-04-02')).toEqual([{ type: 'limit', date: '2026-04-01', by: 'physiotherapist' }])
    expect(on(log, '2026-04-03')).toEqual([limit])
  })
  it('names the days on which something was learned', () => {
    expect(read(scored).entries.map(learned)).toEqual([['2026-03-01', '2026-03-02', '2026-03-04']])
    expect(read({ ...RUN, logged: '2026-03-09' }).entries.map(learned)).toEqual([['2026-03-09']])
    expect(read({ type: 'absence', date: '2026-05-01' }).entries.map(learned)).toEqual([[]])
  })

  it('is the same whether worked out entry by entry or from what was settled before', () => {
    const date = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`)
    const was = fc
      .array(fc.record({ until: date, rpe: fc.nat({ max: 10 }) }), { maxLength: 2 })
      .map((versions) => versions.sort((a, b) => (a.until < b.until ? -1 : 1)))
    const run = fc
      .record(
        { date, distanceMeters: fc.integer({ min: 1, max: 9999 }), logged: date, was },
        {
          requiredKeys: ['date', 'distanceMeters'],
        },
      )
      .map((fields) => ({ type: 'run', durationSeconds: 600, ...fields }))
    const absence = date.map((first) => ({ type: 'absence', date: first }))
    const some = fc.array(fc.oneof({ weight: 5, arbitrary: run }, absence), { maxLength: 12 })
    fc.assert(
      fc.property(some, date, (entries, today) => {
        const log = read(...entries)
        const alone = log.entries.flatMap((one) => on({ ...log, entries: [one] }, today))
        expect(on(log, today)).toEqual(alone)
        const days = log.entries.flatMap(learned)
        if (days.some((one) => one > today)) return
        expect(on(log, today)).toEqual(log.entries.map(({ was: _, ...rest }) => rest))
      }),
    )
  })
})

describe('reading', () => {
  it('puts entries in the order of their dates and starts', () => {
    const log = read({ ...RUN, start: '18:00' }, { ...RUN, start: '07:00' }, { ...RUN, date: '2026-02-01' })
    const begun = log.entries.map((entry) => ('start' in entry ? entry.start : entry.date))
    expect(begun).toEqual(['2026-02-01', '07:00', '18:00'])
  })
  it('keeps a run once that was imported again, with all that was said of it', () => {
    const again = { ...RUN, id: 'x', logged: '2026-04-01', limp: true, pain: { during: 4 } }
    const log = read({ ...RUN, pain: { during: 1, after: 0 } }, again)
    expect(log.entries).toEqual([{ ...RUN, id: 'x', limp: true, pain: { during: 4, after: 0 } }])
  })
  it('keeps two runs of one day that began at different times', () =>
    expect(read({ ...RUN, start: '07:00' }, { ...RUN, start: '08:00' }).entries).toHaveLength(2))
  it('keeps two check-ins of one day that say different things', () => {
    const checkIn = { type: 'day', date: '2026-03-01', mood: 3 }
    expect(read(checkIn, { ...checkIn, swelling: true }).entries).toHaveLength(2)
    expect(read(checkIn, { ...checkIn, logged: '2026-03-02' }).entries).toHaveLength(1)
  })
})

describe('the runner on a day', () => {
  const log = read(
    { type: 'settings', date: '2026-05-10', units: 'mi', note: 'moved' },
    { type: 'settings', date: '2026-06-01', units: 'km', cadenceSpm: 170 },
  )
  it.each([
    ['2026-05-09', 'km'],
    ['2026-05-10', 'mi'],
    ['2026-06-01', 'km'],
  ])('on %s counts in %s', (date, units) => expect(runnerOn(log, day(date)).units).toBe(units))
  it('is what was told at first and what came later, and nothing of the entries that told it', () =>
    expect(runnerOn(log, day('2026-07-01'))).toEqual({ ...log.runner, cadenceSpm: 170 }))
})

describe('ids', () => {
  it('never change', () => expect(entryId('run', '2026-03-01', '07:10', 0)).toBe('wwc9wj'))
  it('tell two alike entries of a day apart, and leave an id that is there', () => {
    const log = read({ ...RUN, id: 'mine' }, { ...RUN, distanceMeters: 1 }, { ...RUN, distanceMeters: 2 })
    const ids = identify(log).map(({ id }) => id)
    expect(ids[0]).toBe('mine')
    expect(new Set(ids).size).toBe(3)
    expect(ids.slice(1).every((id) => /^[0-9a-z]{6}$/.test(id))).toBe(true)
  })
  it('are all different in a log of every entry type, so that it can be written', () => {
    const entries: readonly Entry[] = identify(readLog(FULL_LOG) ?? read())
    expect(readLog(JSON.stringify({ ...readLog(FULL_LOG), entries }))?.entries).toEqual(entries)
  })
})
