import { describe, expect, it } from 'vitest'
import { type CalendarDate, dayOf } from '../../src/base/calendar.ts'
import { because } from '../../src/engine/because.ts'
import { type Demand, placeWeek } from '../../src/engine/place-week.ts'
import { unplaced } from '../../src/engine/unplaced.ts'
import type { Phase } from '../../src/rules/finding.ts'
import { REHAB } from '../support/programme.ts'

const MONDAY = dayOf('2026-03-02' as CalendarDate)
const on = (...days: number[]): boolean[] => [0, 1, 2, 3, 4, 5, 6].map((day) => days.includes(day))
const EVERY_DAY = on(0, 1, 2, 3, 4, 5, 6)

/** A week of the first stage, with every day free. */
const WEEK: Demand = {
  available: EVERY_DAY,
  strengthDays: EVERY_DAY,
  runs: 4,
  isSpaced: true,
  ranDayBefore: false,
  runsFrom: 0,
  longLast: false,
  strength: 3,
  strengthLeast: 3,
  strengthFrom: 0,
  strengthDayBefore: false,
  restDays: 1,
  restFromStrength: 1,
  likes: { runs: [0, 2, 4, 6], strength: [1, 3, 6] },
}
/** A week of the build from return week 8 on. */
const LATE: Demand = {
  ...WEEK,
  isSpaced: false,
  longLast: true,
  strengthLeast: 2,
  likes: { runs: [0, 2, 3, 5], strength: [1, 6] },
}

describe('a week is placed', () => {
  it.each<[string, Demand, readonly number[], readonly number[]]>([
    [
      'like its template: in the first stage one session goes behind the last run',
      WEEK,
      [0, 2, 4, 6],
      [1, 3, 6],
    ],
    ['like its template: four runs of the build leave two days for strength', LATE, [0, 2, 3, 5], [1, 6]],
    [
      'with strength on days that cannot be run on',
      { ...WEEK, runs: 2, available: on(1, 5), likes: { runs: [0, 2, 5], strength: [1, 3, 6] } },
      [1, 5],
      [0, 3, 6],
    ],
    ['with strength on its own days alone', { ...WEEK, strengthDays: on(1, 2, 3) }, [0, 2, 4, 6], [1, 3]],
    [
      'around the days that are over, whatever the days are now',
      { ...LATE, runs: 3, available: on(1, 3, 4), behind: { until: 3, runs: [0, 2] } },
      [0, 2, 4],
      [1, 6],
    ],
    [
      'as if it were all ahead where nothing fits around the days that are over',
      { ...WEEK, runs: 2, restDays: 6, behind: { until: 3, runs: [0, 2] } },
      [0],
      [1, 3, 6],
    ],
    [
      'with the day after a run of Sunday free',
      { ...WEEK, ranDayBefore: true, runs: 3 },
      [2, 4, 6],
      [1, 3, 5],
    ],
  ])('%s', (_, demand, runs, strength) => expect(placeWeek(demand)).toEqual({ runs, strength }))

  it('after pain with a further rest day that costs strength a place and never a run', () => {
    const sore = { ...LATE, runs: 6, strengthLeast: 2, restFromStrength: 2, likes: WEEK.likes }
    const { runs, strength } = placeWeek(sore)
    expect(runs).toHaveLength(6)
    expect(strength.every((day) => runs.includes(day))).toBe(true)
    const held = placeWeek({ ...WEEK, restFromStrength: 2 })
    expect(held.runs).toEqual([0, 2, 4, 6])
    expect(new Set([...held.runs, ...held.strength]).size).toBe(5)
  })
})

describe('a week that cannot be placed says', () => {
  const told = (
    demand: Demand,
    room: { wanted: number; runs: number; strength: number },
    phase: Phase = 'build',
  ) => unplaced(REHAB, demand, phase, { start: MONDAY, ...room }).map((found) => because(REHAB, found, 'km'))

  it.each<[string, Demand, { wanted: number; runs: number; strength: number }]>([
    [
      'Three non-consecutive runs do not fit into Monday and Tuesday: one is planned.',
      { ...WEEK, available: on(0, 1) },
      { wanted: 3, runs: 1, strength: 3 },
    ],
    [
      'Six runs with a full rest day, and the day before the longest free, do not fit into this week: ' +
        'five are planned.',
      LATE,
      { wanted: 6, runs: 5, strength: 2 },
    ],
    [
      'No run fits into Monday, so soon after the last one or after pain: the first can come on Tuesday.',
      { ...WEEK, available: on(0), ranDayBefore: true },
      { wanted: 3, runs: 0, strength: 3 },
    ],
    [
      'Three strength sessions with a day between them do not fit into Tuesday, Wednesday and Thursday: ' +
        'two are planned.',
      { ...WEEK, strengthDays: on(1, 2, 3) },
      { wanted: 4, runs: 4, strength: 2 },
    ],
    [
      'One day without a run becomes a full rest day.',
      { ...WEEK, restFromStrength: 2 },
      { wanted: 4, runs: 4, strength: 2 },
    ],
  ])('%s', (text, demand, room) => expect(told(demand, room)).toEqual([text]))

  it('once that no day is left', () => {
    const away = { ...WEEK, available: on(), strengthDays: on() }
    expect(told(away, { wanted: 3, runs: 0, strength: 0 })).toEqual(['No day of this week is available.'])
  })
  it('nothing of strength that is not due yet, nor of a third session of the build', () => {
    expect(told({ ...WEEK, strengthFrom: 7 }, { wanted: 0, runs: 0, strength: 0 })).toEqual([])
    expect(told(LATE, { wanted: 4, runs: 4, strength: 2 })).toEqual([])
  })
})
