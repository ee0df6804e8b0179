import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import { lookAt } from '../../src/engine/look.ts'
import { milestonesReached } from '../../src/engine/reached.ts'
import { statusOn } from '../../src/engine/status.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { demoLog } from '../../src/cli/demo.ts'
import { REHAB } from '../support/programme.ts'

const date = (text: string) => text as CalendarDate
const TODAY = '2026-11-22'
const whole = demoLog(REHAB, date(TODAY))
const logBefore = (day: string): Log => ({
  ...whole,
  entries: whole.entries.filter((entry) => entry.date < day),
})
const without = (log: Log, ...gone: readonly string[]): Log => ({
  ...log,
  entries: log.entries.filter(({ type, date: day }) => type !== 'day' || !gone.includes(day)),
})
const checkIn = (day: string, pain: number, logged = day): Entry => ({
  type: 'day',
  date: date(day),
  logged: date(logged),
  pain: { dailyActivities: pain },
})
const withEntries = (log: Log, ...entries: Entry[]): Log => ({
  ...log,
  entries: [...log.entries, ...entries].sort((a, b) => (a.date < b.date ? -1 : 1)),
})

describe('the chain that opens the gate', () => {
  /** A Sunday of rehabilitation. */
  const sunday = '2026-11-08'
  const chainOn = (log: Log, day = sunday) => statusOn(log, REHAB, date(day)).chain

  it('counts the days in a row, and today not against them while it can be answered', () => {
    const chain = chainOn(logBefore(sunday))
    expect(chain).toMatchObject({ have: 7, need: 7 })
    expect(chain?.days.at(-1)).toEqual({ date: sunday, state: 'missing', answerUntil: '2026-11-10' })
  })

  it('breaks at a missing day, which may be answered for two days more', () => {
    const friday = '2026-11-06'
    const chain = chainOn(without(logBefore(sunday), friday))
    expect(chain).toMatchObject({ have: 1, need: 7 })
    expect(chain?.days.find((day) => day.date === friday)).toMatchObject({
      state: 'missing',
      answerUntil: sunday,
    })
  })

  it('can no longer be mended after that', () => {
    const thursday = '2026-11-05'
    const log = without(logBefore(sunday), thursday)
    expect(chainOn(log)?.days.find((day) => day.date === thursday)?.answerUntil).toBeNull()
    const late = withEntries(log, checkIn(thursday, 0, sunday))
    expect(chainOn(late)?.days.find((day) => day.date === thursday)?.state).toBe('late')
    expect(chainOn(late)?.have).toBe(2)
  })

  it('begins anew after pain', () => {
    const friday = '2026-11-06'
    const chain = chainOn(withEntries(without(logBefore(sunday), friday), checkIn(friday, 1)))
    expect(chain).toMatchObject({ have: 1 })
    expect(chain?.days.find((day) => day.date === friday)?.state).toBe('pain')
  })

  it.each(['2026-10-24', '2026-10-30'])('agrees with the gate about every day, %s left out', (gone) => {
    const days = Array.from({ length: 15 }, (_, index) => dateOf(addDays(dayOf(date('2026-10-21')), index)))
    for (const day of days) {
      for (const log of [logBefore(day), logBefore(dateOf(addDays(dayOf(day), 1)))]) {
        const { criteria, chain } = statusOn(without(log, gone), REHAB, day)
        const gate = criteria.find(({ id }) => id === 'pain-free-days')
        expect([day, Math.min(chain?.have ?? -1, 7)]).toEqual([day, gate?.have])
      }
    }
  })

  it('is no matter where running is back', () => {
    expect(chainOn(whole, TODAY)).toBeNull()
  })
})

describe('the last weeks', () => {
  const status = statusOn(whole, REHAB, date(TODAY))

  it('are twelve at the most, and none from before the log', () => {
    expect(status.weeks).toHaveLength(11)
    expect(status.weeks[0]?.start).toBe('2026-09-07')
    const old: Entry = { type: 'note', date: date('2020-01-01'), note: 'old' }
    expect(statusOn(withEntries(whole, old), REHAB, date(TODAY)).weeks).toHaveLength(12)
  })

  it('tell what was planned and what was run', () => {
    expect(status.weeks.find(({ start }) => start === '2026-11-09')).toMatchObject({
      phase: 'return-1',
      plannedMeters: 9100,
      actualMeters: 9100,
      runs: 4,
      worstPain: 0,
      unscoredRuns: 0,
    })
  })

  it('say of a week that nobody wrote about nothing, and not 0', () => {
    const silent = {
      ...whole,
      entries: whole.entries.filter((entry) => entry.date < '2026-09-14' || entry.date > '2026-09-20'),
    }
    const week = statusOn(silent, REHAB, date(TODAY)).weeks.find(({ start }) => start === '2026-09-14')
    expect(week).toMatchObject({ actualMeters: null, actualSeconds: null, worstPain: null, runs: 0 })
  })

  it('count what was attested apart from what was measured', () => {
    const attested = {
      ...whole,
      entries: whole.entries.map((entry) =>
        entry.type === 'run' && entry.date === '2026-11-17' ? { ...entry, attested: true } : entry,
      ),
    }
    const { runs, weeks } = statusOn(attested, REHAB, date(TODAY))
    expect(runs).toEqual({ measured: status.runs.measured - 1, attested: 1 })
    expect(weeks.at(-1)?.attestedMeters).toBe(3300)
    expect(weeks.at(-2)?.attestedMeters).toBe(0)
  })
})

describe('a milestone', () => {
  it('is reached on the day it is run', () => {
    const reached = (day: string) => milestonesReached(whole, REHAB, date(day)).map(({ id }) => id)
    expect(reached('2026-11-08')).toEqual([])
    expect(reached('2026-11-09')).toEqual(['first-run'])
    const knownOn = (day: string) => ({
      ...whole,
      entries: whole.entries.filter((entry) => entry.date <= day),
    })
    expect(milestonesReached(knownOn('2026-11-09'), REHAB, date('2026-11-09')).map(({ id }) => id)).toEqual([
      'first-run',
    ])
  })
})

describe('a morning that nobody scored', () => {
  it('is owed as long as it holds the plan, without an episode too', () => {
    const runner = { ...whole.runner }
    const done = (day: string): Entry => ({
      type: 'run',
      date: date(day),
      distanceMeters: 5000,
      durationSeconds: 1800,
      pain: { during: 0 },
      limp: false,
      swelling: false,
      analgesic: false,
    })
    const imported: Entry = {
      type: 'run',
      date: date('2026-11-16'),
      distanceMeters: 5000,
      durationSeconds: 1800,
    }
    const log: Log = {
      format: 'itb-log',
      version: 1,
      runner,
      entries: [imported, done('2026-11-17'), done('2026-11-19')],
    }
    const { owed } = statusOn(log, REHAB, date(TODAY))
    expect(owed.map(({ date: day }) => day)).toEqual(['2026-11-17', '2026-11-19'])
  })
})

describe('the signs that running stops for', () => {
  const asked = (log: Log, day: string) =>
    lookAt(log, REHAB, date(day)).week.owed.filter(({ score }) => score === 'red-flags').length
  const silent: Log = {
    ...whole,
    entries: whole.entries.map((entry) => {
      if (entry.type !== 'day') return entry
      const { redFlags, ...rest } = entry
      return rest
    }),
  }
  const askedOn = (day: string): Log => ({
    ...silent,
    entries: silent.entries.map((entry) =>
      entry.type === 'day' && entry.date === day ? { ...entry, redFlags: [] } : entry,
    ),
  })

  it('are asked for while an episode runs, and not before', () => {
    expect(asked(silent, '2026-10-16')).toBe(0)
    expect(asked(silent, '2026-10-20')).toBe(1)
  })

  it('are asked for again after fourteen days', () => {
    expect(asked(askedOn('2026-10-20'), '2026-10-20')).toBe(0)
    expect(asked(askedOn('2026-10-20'), '2026-11-02')).toBe(0)
    expect(asked(askedOn('2026-10-20'), '2026-11-03')).toBe(1)
  })

  it('count as unasked when a new episode begins', () => {
    expect(asked(askedOn('2026-10-16'), '2026-10-20')).toBe(1)
  })
})
