import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf, type CalendarDate } from '../../src/base/calendar.ts'
import type { FlareReview } from '../../src/engine/flare-review.ts'
import { FLARE_ENTRIES, cycleLook, flareLook, lookBack } from '../render/review-sample.ts'

const FLARED = '2026-03-08'
const TODAY = '2026-03-22'
const before = (count: number): string => dateOf(addDays(dayOf(FLARED as CalendarDate), -count))

type Entry = (typeof FLARE_ENTRIES)[number]
const isRun = (entry: Entry): boolean => entry['type'] === 'run'
const without = (...keys: string[]): Entry[] =>
  FLARE_ENTRIES.map((entry) => {
    const told = Object.entries(entry).filter(([key]) => !keys.includes(key))
    return { ...Object.fromEntries(told), date: entry.date }
  })

function reviewed(entries: readonly Entry[], today = TODAY): FlareReview {
  const { flare } = lookBack(entries, today)
  if (flare === null) throw new Error('nothing flared up')
  return flare
}
const measure = ({ measures }: FlareReview, id: string) => measures.find((each) => each.id === id)
const stateOf = (review: FlareReview, id: string) => measure(review, id)?.state

const run = (date: string, kilometres: number, more: object = {}): Entry => ({
  type: 'run',
  date,
  distanceMeters: kilometres * 1000,
  durationSeconds: kilometres * 360,
  pain: { during: 0, nextMorning: 0 },
  ...more,
})
const HURT = { pain: { during: 6, nextMorning: 3, trend: 'worsened', lastingHours: 30 } }

describe('the review of a flare', () => {
  it('holds the four weeks up to it against the twelve before those', () => {
    const review = reviewed(FLARE_ENTRIES)
    expect([review.flare, review.lately, review.before]).toEqual([
      FLARED,
      { start: '2026-02-09', end: FLARED },
      { start: '2025-11-17', end: '2026-02-08' },
    ])
    expect(measure(review, 'volume')).toMatchObject({ weeksBefore: 12, weeksLately: 4, state: 'same' })
    expect(measure(review, 'climb')).toMatchObject({ before: 40, lately: 270, state: 'more' })
    expect(stateOf(review, 'sleep')).toBe('less')
  })

  it('names what comes first in the order, however much the rest has changed', () => {
    const longer = FLARE_ENTRIES.map((entry) =>
      isRun(entry) && entry.date >= before(27)
        ? { ...entry, distanceMeters: Number(entry['distanceMeters']) * 3, durationSeconds: 14_000 }
        : entry,
    )
    expect(stateOf(reviewed(longer), 'volume')).toBe('more')
    expect(reviewed(longer).variable).toBe('intensity')
  })

  it('names volume where intensity and hills are not seen to have risen', () => {
    const review = reviewed(without('intensity', 'terrain', 'ascentMeters'))
    expect(['hard-runs', 'climb', 'not-flat'].map((id) => stateOf(review, id))).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ])
    expect(review.variable).toBe('volume')
    expect(review.advice).toMatch(/^Change volume first/)
  })

  it('names frequency where the same distance is run more often', () => {
    const told = { intensity: 'easy', terrain: 'flat', ascentMeters: 0 }
    const weeks = Array.from({ length: 16 }, (_, week) => 7 * week)
    const even = weeks.flatMap((count) =>
      count >= 28
        ? [run(before(count + 5), 10, told), run(before(count + 2), 10, told)]
        : [6, 4, 2].map((day) => run(before(count + day), 7, told)),
    )
    const review = reviewed([...even, run(FLARED, 2, { ...told, ...HURT })])
    expect([stateOf(review, 'volume'), stateOf(review, 'longest-run')]).toEqual(['same', 'less'])
    expect(review.variable).toBe('frequency')
  })

  it('finds nothing to name where all is known and nothing rose', () => {
    const told = { intensity: 'easy', terrain: 'flat', ascentMeters: 0 }
    const even = Array.from({ length: 16 }, (_, week) =>
      [5, 2].map((day) => run(before(7 * week + day), 10, told)),
    ).flat()
    const review = reviewed([...even, run(FLARED, 2, { ...told, ...HURT })])
    expect(review.variable).toBe('none')
    expect(review.changedMost).not.toContain('volume')
  })

  it('leaves unknown what was logged too little, and never takes it for nothing', () => {
    const review = reviewed([run(FLARED, 10, HURT)])
    expect(review.measures.map(({ state }) => state)).not.toContain('same')
    expect(review.variable).toBe('unknown')
    expect(measure(review, 'volume')).toMatchObject({ before: null, weeksBefore: 0, change: null })
    expect(review.named).toMatchObject([{ added: null }, { added: null }])
  })

  it('leaves out a week of which one run does not tell its climb', () => {
    const [first, ...others] = FLARE_ENTRIES.filter(isRun)
    const { ascentMeters, ...silent } = first as Entry & { ascentMeters: number }
    const review = reviewed([silent, ...others])
    expect(measure(review, 'climb')).toMatchObject({ weeksBefore: 11 })
  })

  it('measures a run of late by the cap that plans hold', () => {
    const steady = [28, 21, 14, 7].map((count) => run(before(count), 10))
    expect(stateOf(reviewed([...steady, run(FLARED, 11, HURT)]), 'longest-of-late')).toBe('same')
    expect(stateOf(reviewed([...steady, run(FLARED, 11.1, HURT)]), 'longest-of-late')).toBe('more')
    expect(stateOf(reviewed([run(before(31), 10), run(FLARED, 20, HURT)]), 'longest-of-late')).toBe('unknown')
  })

  it('tells new shoes only where others were worn before', () => {
    expect(reviewed(FLARE_ENTRIES).named[0]).toEqual({
      id: 'shoes',
      before: ['blue'],
      lately: ['blue', 'red'],
      added: ['red'],
    })
    expect(reviewed(without('shoes')).named[0]).toMatchObject({ added: null })
  })

  it('says later whether the one thing was changed, and counts how the knee has been', () => {
    const easy = { intensity: 'easy', terrain: 'flat', ascentMeters: 10 }
    const since = [3, 5, 8, 11].map((count) => run(before(-count), 4, easy))
    const { since: after } = reviewed([...FLARE_ENTRIES, ...since])
    expect(after).toMatchObject({
      start: '2026-03-09',
      changed: 'yes',
      kneeThen: { scoredRuns: 8, painfulRuns: 1 },
      kneeNow: { scoredRuns: 4, painfulRuns: 0 },
    })
    const hard = [3, 5, 8, 11].map((count) => run(before(-count), 4, { ...easy, intensity: 'hard' }))
    expect(reviewed([...FLARE_ENTRIES, ...hard]).since?.changed).toBe('no')
    expect(flareLook.flare?.since?.changed).toBe('unknown')
    expect(reviewed(FLARE_ENTRIES, '2026-03-12').since).toBeNull()
  })

  it('is the same whatever the order in which things were logged, and needs a flare', () => {
    expect(reviewed(FLARE_ENTRIES.toReversed())).toEqual(reviewed(FLARE_ENTRIES))
    expect(lookBack([run('2026-03-10', 10)], TODAY).flare).toBeNull()
  })

  it('shows the baseline of this flare beside the one before it', () => {
    const taken = (date: string): Entry => ({ type: 'baseline', date, kneeTracking: 'straight' })
    const { baseline } = reviewed([...FLARE_ENTRIES, taken(before(60)), taken(before(-1))])
    expect(baseline).toMatchObject({ taken: { date: '2026-03-09' }, earlier: { date: '2026-01-07' } })
    expect(reviewed([...FLARE_ENTRIES, taken(before(60))]).baseline.taken).toBeNull()
  })
})

describe('small wins', () => {
  const easy = { limp: false, swelling: false, analgesic: false }
  const wins = (entries: readonly Entry[], week: string) =>
    lookBack([...FLARE_ENTRIES, ...entries], '2026-04-05', undefined, week).week?.wins ?? []

  it('count a run as free of pain only once its morning was said', () => {
    const silent = run('2026-03-24', 3, { ...easy, pain: { during: 0 } })
    const said = run('2026-03-26', 3, easy)
    expect(wins([silent, said], '2026-03-24')).toMatchObject([
      { id: 'first-run', date: '2026-03-24' },
      { id: 'pain-free-run', date: '2026-03-26' },
    ])
    expect(wins([silent, said], '2026-03-31')).toEqual([])
  })

  it('count hills once', () => {
    const hills = ['2026-03-26', '2026-04-02'].map((date) => run(date, 3, { ...easy, terrain: 'hilly' }))
    const ids = (week: string) => wins(hills, week).map(({ id }) => id)
    expect(ids('2026-03-24')).toContain('pain-free-hills')
    expect(ids('2026-03-31')).not.toContain('pain-free-hills')
  })
})

describe('the look back on a cycle', () => {
  it('comes with its last week alone', () => {
    expect(cycleLook.cycle).toMatchObject({ start: '2026-02-09', end: TODAY, hillyRuns: 1 })
    expect(cycleLook.cycle?.weeks).toHaveLength(6)
    expect(flareLook.cycle).toBeNull()
  })
})
