import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, type Day } from '../../src/base/calendar.ts'
import { type Amendment, addEntries, changeEntry, removeEntry } from '../../src/log/amend.ts'
import { isLog } from '../../src/log/check.ts'
import { identify } from '../../src/log/ids.ts'
import { known } from '../../src/log/known.ts'
import { readLog, readWhole } from '../../src/log/read.ts'
import { renderLog } from '../../src/log/render.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { shelve } from '../../src/log/shelf.ts'
import { after, evening, may, read, someDeeds, someLog } from './past.ts'
import { logOf } from './sample.ts'
import { growthOf } from '../support/cpu.ts'
import { tries } from '../support/tries.ts'

const RUN = { type: 'run', date: may(1), distanceMeters: 5000, durationSeconds: 1800 } as const
const SCORED = { ...RUN, id: 'a', logged: may(1), pain: { during: 1 } } as const
const LIMIT = { id: 'l', type: 'limit', date: may(1), logged: may(1), by: 'physiotherapist' } as const

const change = (log: Log, id: string, fields: object, day: number): Amendment =>
  changeEntry(log, id, (entry) => ({ ...entry, ...fields }) as Entry, may(day))
const only = ({ log }: Amendment): Entry | undefined => log.entries[0]
const deeds = ({ amended }: Amendment): readonly string[] =>
  amended.map(({ action, entry }) => `${action} ${entry.id}`)

describe('a log to which something is added', () => {
  it('gives it an id and the day it learned of it', () => {
    const { log, amended } = addEntries(read(), [RUN], may(1))
    expect(log.entries).toEqual([{ ...RUN, id: expect.stringMatching(/^[0-9a-z]{6}$/), logged: may(1) }])
    expect(amended).toEqual([{ action: 'added', entry: log.entries[0] }])
  })
  it('keeps its entries in date order', () => {
    const { log } = addEntries(read({ ...RUN, date: may(5) }), [RUN, { ...RUN, date: may(9) }], may(9))
    expect(log.entries.map(({ date }) => date)).toEqual([may(1), may(5), may(9)])
  })
  it('gives no id that an entry without one goes by', () => {
    const log = read(RUN)
    const { amended } = addEntries(log, [{ ...RUN, distanceMeters: 1 }], may(1))
    expect(amended[0]?.entry.id).not.toBe(identify(log)[0]?.id)
  })
  it('keeps an id that is given, unless something else goes by it', () => {
    const log = read({ ...RUN, id: 'mine' })
    const news = [
      { type: 'note', date: may(2), note: 'x', id: 'yours' },
      { type: 'note', date: may(2), note: 'y', id: 'mine' },
    ] as const
    const ids = addEntries(log, news, may(2)).amended.map(({ entry }) => entry.id)
    expect(ids[0]).toBe('yours')
    expect(ids[1]).toMatch(/^[0-9a-z]{6}$/)
  })
  it('does not believe when something was learned elsewhere', () => {
    const told = { ...RUN, logged: may(1), was: [{ until: may(2), rpe: 3 }], rpe: undefined }
    expect(only(addEntries(read(), [told], may(9)))).toEqual({
      ...RUN,
      id: expect.any(String),
      logged: may(9),
    })
  })
  it('does not bring back what was taken out elsewhere', () =>
    expect(addEntries(read(), [{ ...RUN, removed: may(2) }], may(9)).log.entries).toEqual([]))
  it('learns from a copy what only the copy says, from today on', () => {
    const made = addEntries(read(SCORED), [{ ...RUN, limp: true, pain: { during: 3 } }], may(5))
    expect(deeds(made)).toEqual(['changed a'])
    expect(only(made)).toEqual({
      ...SCORED,
      limp: true,
      pain: { during: 3 },
      was: [{ until: may(5), pain: { during: 1 }, absent: ['limp'] }],
    })
  })
  it('is left as it is by a copy that says nothing new', () => {
    const log = read(SCORED)
    expect(addEntries(log, [RUN], may(5))).toEqual({ log, amended: [] })
  })
  it('takes the same id as the same session', () =>
    expect(deeds(addEntries(read(SCORED), [{ ...RUN, id: 'a', distanceMeters: 9, rpe: 3 }], may(5)))).toEqual(
      ['changed a'],
    ))
  it('takes one of two copies that come at once', () =>
    expect(addEntries(read(), [RUN, { ...RUN, limp: true }], may(1)).log.entries).toHaveLength(1))
  it('takes a session again that was taken out', () => {
    const gone = removeEntry(read(SCORED), 'a', may(5)).log
    const { log, amended } = addEntries(gone, [RUN], may(6))
    expect(amended.map(({ action }) => action)).toEqual(['added'])
    expect(known(log, may(6)).entries).toHaveLength(1)
    expect(readLog(renderLog(log))).toEqual(log)
  })
})

describe('an entry that was imported', () => {
  const imported = { ...SCORED, source: 'strava-csv' as const }

  it('leaves a trace where it is taken out on its day, without its remark', () => {
    const gone = removeEntry(read({ ...imported, note: 'windy' }), 'a', may(1))
    expect(only(gone)).toEqual({ ...imported, removed: may(1) })
    expect(known(gone.log, may(1)).entries).toEqual([])
    expect(removeEntry(read(SCORED), 'a', may(1)).log.entries).toEqual([])
  })

  it('has a mark on what was measured and is corrected, and none on what was scored', () => {
    const once = change(read(imported), 'a', { distanceMeters: 4000, rpe: 4 }, 1)
    expect(only(once)).toEqual({ ...imported, distanceMeters: 4000, rpe: 4, corrected: ['distanceMeters'] })
    expect(only(change(once.log, 'a', { start: '09:00' }, 1))).toMatchObject({
      corrected: ['start', 'distanceMeters'],
    })
    expect(only(change(read(SCORED), 'a', { distanceMeters: 4000 }, 1))).not.toHaveProperty('corrected')
  })
})

describe('an entry that is changed', () => {
  it('keeps what an evening has seen, and only that', () =>
    expect(only(change(read(SCORED), 'a', { pain: { during: 2 }, rpe: 4 }, 2))).toEqual({
      ...SCORED,
      pain: { during: 2 },
      rpe: 4,
      was: [{ until: may(2), pain: { during: 1 }, absent: ['rpe'] }],
    }))
  it('leaves no trace of what no evening has seen', () =>
    expect(only(change(read(SCORED), 'a', { rpe: 4 }, 1))).toEqual({ ...SCORED, rpe: 4 }))
  it('keeps one version a day, whatever is changed on it', () => {
    const once = change(read(SCORED), 'a', { rpe: 4 }, 2).log
    expect(only(change(once, 'a', { rpe: 5, pain: { during: 0 } }, 2))).toEqual({
      ...SCORED,
      rpe: 5,
      pain: { during: 0 },
      was: [{ until: may(2), pain: { during: 1 }, absent: ['rpe'] }],
    })
  })
  it('has no other past when it is changed back on the same day', () => {
    const once = change(read(SCORED), 'a', { rpe: 4 }, 2).log
    expect(only(change(once, 'a', { rpe: undefined }, 2))).toEqual(SCORED)
  })
  it('keeps one version after the other', () => {
    const once = change(read(SCORED), 'a', { rpe: 4 }, 2).log
    expect(only(change(once, 'a', { rpe: 5 }, 4))?.was).toEqual([
      { until: may(2), absent: ['rpe'] },
      { until: may(4), rpe: 4 },
    ])
  })
  it('tells the older last day of a limit as its end', () => {
    const dated = change(read(LIMIT), 'l', { until: may(9) }, 2).log
    expect(only(change(dated, 'l', { until: may(20) }, 3))).toEqual({
      ...LIMIT,
      until: may(20),
      was: [
        { until: may(2), absent: ['until'] },
        { until: may(3), end: may(9) },
      ],
    })
  })
  it('stands where its new date belongs', () => {
    const { log } = change(read(SCORED, { ...RUN, date: may(3) }), 'a', { date: may(4) }, 5)
    expect(log.entries.map(({ date }) => date)).toEqual([may(3), may(4)])
    expect(log.entries[1]?.was).toEqual([{ until: may(5), date: may(1) }])
  })
  it('was not known before it was logged, wherever its date is moved to', () => {
    const log = read({ ...RUN, id: 'a', date: may(5) })
    expect(only(change(log, 'a', { date: may(1) }, 5))).toEqual({ ...RUN, id: 'a', logged: may(5) })
  })
  it('keeps its name and the day it was logged, whatever the change says', () =>
    expect(
      only(change(read(SCORED), 'a', { id: 'b', logged: may(9), was: [], removed: may(2), rpe: 1 }, 1)),
    ).toEqual({ ...SCORED, rpe: 1 }))
  it('gets the id it goes by written down', () => {
    const log = read(RUN)
    const id = identify(log)[0]?.id ?? ''
    expect(only(change(log, id, { rpe: 1 }, 1))?.id).toBe(id)
  })
  it('is no change when it says the same', () => {
    const log = read(SCORED)
    expect(change(log, 'a', { pain: { during: 1 }, rpe: undefined }, 9)).toEqual({ log, amended: [] })
    expect(change(log, 'unknown', { rpe: 1 }, 9)).toEqual({ log, amended: [] })
  })
  it('is told anew when it becomes something else', () => {
    const walk = { type: 'cross-training', date: may(1), activity: 'walk', durationSeconds: 1800 } as const
    const made = changeEntry(read(SCORED), 'a', () => walk, may(5))
    expect(made.amended.map(({ action, entry }) => `${action} ${entry.type}`)).toEqual([
      'removed run',
      'added cross-training',
    ])
    expect(known(made.log, may(4)).entries).toEqual([SCORED])
    expect(known(made.log, may(5)).entries.map(({ type }) => type)).toEqual(['cross-training'])
  })
  it('becomes one with an entry that it turns out to tell of', () => {
    const log = read(SCORED, { ...RUN, id: 'b', distanceMeters: 6000, limp: true })
    const made = change(log, 'b', { distanceMeters: 5000 }, 5)
    expect(deeds(made)).toEqual(['removed b', 'changed a'])
    expect(evening(made.log, may(4))).toEqual(evening(log, may(4)))
    expect(known(made.log, may(5)).entries).toEqual([{ ...SCORED, limp: true }])
  })
  it('is changed with all its copies in the file', () => {
    const whole = readWhole(logOf(SCORED, { ...RUN, limp: true }))
    const { log } = change(whole ?? read(), 'a', { distanceMeters: 5100 }, 5)
    expect(log.entries).toEqual([
      { ...SCORED, limp: true, distanceMeters: 5100, was: [{ until: may(5), distanceMeters: 5000 }] },
    ])
  })
})

describe('an entry that is taken out', () => {
  it('was never there when no evening has seen it', () => {
    const made = removeEntry(read(SCORED), 'a', may(1))
    expect(made).toEqual({ log: read(), amended: [{ action: 'removed', entry: SCORED }] })
  })
  it('stands for the days before', () => {
    const { log } = removeEntry(read(SCORED), 'a', may(5))
    expect(log.entries).toEqual([{ ...SCORED, removed: may(5) }])
    expect([known(log, may(4)).entries, known(log, may(5)).entries]).toEqual([[SCORED], []])
  })
  it('goes as evenings saw it, not as it was changed today', () => {
    const changed = change(read(SCORED), 'a', { rpe: 4 }, 5).log
    expect(only(removeEntry(changed, 'a', may(5)))).toEqual({ ...SCORED, removed: may(5) })
  })
  it('takes its remark with it, older ones too', () => {
    const noted = change(read({ ...SCORED, note: 'one' }), 'a', { note: 'two', rpe: 3 }, 3).log
    const { log } = removeEntry(change(noted, 'a', { note: undefined }, 4).log, 'a', may(5))
    expect(log.entries).toEqual([
      { ...SCORED, rpe: 3, removed: may(5), was: [{ until: may(3), absent: ['rpe'] }] },
    ])
    const note = read({ id: 'n', type: 'note', date: may(1), note: 'private' })
    expect(only(removeEntry(note, 'n', may(5)))).toMatchObject({ note: '', removed: may(5) })
  })
  it('is not taken out twice, nor changed after that', () => {
    const { log } = removeEntry(read(SCORED), 'a', may(5))
    expect(removeEntry(log, 'a', may(6))).toEqual({ log, amended: [] })
    expect(change(log, 'a', { rpe: 1 }, 6)).toEqual({ log, amended: [] })
  })
  it('leaves the ids of others as they were', () => {
    const log = read(RUN, { ...RUN, distanceMeters: 1 }, { ...RUN, distanceMeters: 2 })
    const [first, ...others] = identify(log).map(({ id }) => id)
    expect(identify(removeEntry(log, first ?? '', may(1)).log).map(({ id }) => id)).toEqual(others)
  })
})

/** The ids of the sessions of a log by all that is said of them. */
function namesOf(log: Log): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { id, ...session } of shelve(log).sessions) {
    const said = JSON.stringify(session)
    names.set(said, [...(names.get(said) ?? []), id])
  }
  return names
}

describe('the past of a log', () => {
  it('stays what evenings have seen, whatever is added, changed or taken out later', () => {
    fc.assert(
      fc.property(someLog, someDeeds, (first, days) => {
        days.reduce((log, { today, what }) => {
          const next = readLog(renderLog(after(log, what, today)))
          if (next === undefined) throw new Error('a log was made that cannot be read')
          for (let day = 1; may(day) < today; day++) {
            expect(evening(next, may(day))).toEqual(evening(log, may(day)))
          }
          return next
        }, first)
      }),
      { numRuns: tries(250, 3000) },
    )
  })

  it('is written so that the quick check takes it, and nobody loses their name', () => {
    fc.assert(
      fc.property(someLog, someDeeds, (first, days) => {
        days.reduce((log, { today, what }) => {
          const next = after(log, what, today)
          expect(isLog(JSON.parse(renderLog(next)))).toBe(true)
          expect(next.entries).toEqual(readWhole(renderLog(next))?.entries)
          const [before, now] = [namesOf(log), namesOf(next)]
          for (const [said, ids] of before) {
            if (ids.length === 1 && now.get(said)?.length === 1) expect(now.get(said)).toEqual(ids)
          }
          return next
        }, first)
      }),
      { numRuns: tries(100, 1000) },
    )
  })

  it('is known at once where nothing is changed', () => {
    fc.assert(
      fc.property(someLog, (log) => {
        const same = identify(log).reduce((held, { id }) => change(held, id, {}, 25).log, log)
        expect(same).toBe(log)
      }),
    )
  })
})

describe('ten thousand entries', () => {
  const MANY = 10_000
  const many = Array.from({ length: MANY }, (_, index) => ({
    type: 'run',
    date: dateOf((14_000 + Math.floor(index / 3)) as Day),
    distanceMeters: 5000 + index,
    durationSeconds: 1800,
  }))
  it('take as many again in a moment', () => {
    const news = many.map((run) => ({ ...run, distanceMeters: 1 + run.distanceMeters / 2 })) as Entry[]
    const adding = (count: number) => {
      const log = read(...many.slice(0, count))
      return () => expect(addEntries(log, news.slice(0, count), may(1)).amended).toHaveLength(count)
    }
    // Five times as many are some five times as much work; to look for each among all would make it 25.
    expect(growthOf(adding(MANY / 5), adding(MANY))).toBeLessThan(12)
  })
})
