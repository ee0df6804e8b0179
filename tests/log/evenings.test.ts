import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, type Day, dayOf } from '../../src/base/calendar.ts'
import { keepDiary } from '../../src/engine/diary.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import { replay } from '../../src/engine/replay.ts'
import { settingsOf } from '../../src/engine/settings-on.ts'
import { removeEntry } from '../../src/log/amend.ts'
import { known } from '../../src/log/known.ts'
import { readLog } from '../../src/log/read.ts'
import { renderLog } from '../../src/log/render.ts'
import type { Log } from '../../src/log/schema.ts'
import { runnerOn } from '../../src/log/settings.ts'
import { shelve } from '../../src/log/shelf.ts'
import { cases } from '../laws/cases.ts'
import { play } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'
import { after, may, read, someDeeds, someLog } from './past.ts'
import { tries } from '../support/tries.ts'

const settings = (log: Log) => settingsOf(REHAB, log, keepDiary(log))
const on = (log: Log, day: number) => settings(log)(dayOf(may(day)))
const RUN = {
  id: 'r',
  type: 'run',
  date: may(2),
  logged: may(2),
  distanceMeters: 5000,
  durationSeconds: 1800,
}
const LIMIT = { id: 'l', type: 'limit', date: may(5), logged: may(5), by: 'physiotherapist' }
const SETTINGS = { id: 's', type: 'settings', date: may(5), logged: may(5), cadenceSpm: 170 }

/** A log somebody has kept for a while. */
const someKeptLog = fc
  .tuple(someLog, someDeeds)
  .map(([first, days]) =>
    days.reduce<Log>((log, { today, what }) => readLog(renderLog(after(log, what, today))) ?? read(), first),
  )

/** Without an order among what has the same date and start. */
const unordered = (entries: readonly object[]): readonly string[] =>
  entries.map((entry) => JSON.stringify(Object.entries(entry).sort())).sort()

describe('the settings of an evening', () => {
  it('have a limit as it was before it was prolonged', () => {
    const limit = { ...LIMIT, until: may(25), was: [{ until: may(17), end: may(14), noHills: true }] }
    const log = read(limit)
    expect(
      [on(log, 4), on(log, 10), on(log, 15), on(log, 17), on(log, 26)].map(({ limits }) => limits),
    ).toEqual([[], [{ ...LIMIT, until: may(14), noHills: true }], [], [{ ...LIMIT, until: may(25) }], []])
  })
  it('have nothing of what was taken out from that day on', () => {
    const absence = { type: 'absence', date: may(20), logged: may(5), removed: may(9) }
    const log = read({ ...LIMIT, removed: may(9) }, { ...SETTINGS, removed: may(9) }, absence)
    const [before, then] = [on(log, 8), on(log, 9)]
    expect([before.limits, before.absences, before.runner.cadenceSpm].flat()).toHaveLength(3)
    expect([then.limits, then.absences, then.runner]).toEqual([[], [], log.runner])
    expect(runnerOn(log, may(9))).toEqual(log.runner)
  })
  it('have what was set as it was set then', () => {
    const log = read({ ...SETTINGS, was: [{ until: may(8), cadenceSpm: 160 }] })
    expect([on(log, 7), on(log, 8)].map(({ runner }) => runner.cadenceSpm)).toEqual([160, 170])
  })
  it('are shared by evenings between which nothing changed', () => {
    const of = settings(read({ ...LIMIT, until: may(9) }, SETTINGS))
    const epochs = Array.from({ length: 12 }, (_, index) => of(dayOf(may(index + 1))).epoch)
    expect(new Set(epochs.slice(0, 4)).size).toBe(1)
    expect(new Set(epochs.slice(4, 9)).size).toBe(1)
    expect(epochs[8]).not.toBe(epochs[9])
    expect(of(dayOf(may(5))).runner).toBe(of(dayOf(may(8))).runner)
  })
  it('are those of the log as it stood on that evening', () => {
    fc.assert(
      fc.property(someKeptLog, (log) => {
        const whole = settings(log)
        for (let day = 1; day <= 28; day++) {
          const date = may(day)
          const [a, b] = [whole(dayOf(date)), on(known(log, date), day)]
          expect(unordered(a.limits)).toEqual(unordered(b.limits))
          expect(unordered(a.absences)).toEqual(unordered(b.absences))
          expect(Object.keys(a.runner).sort()).toEqual(Object.keys(b.runner).sort())
        }
      }),
      { numRuns: tries(100, 1000) },
    )
  })
})

describe('the diary', () => {
  it('has a run until it was taken out', () => {
    const diary = keepDiary(read({ ...RUN, removed: may(9) }))
    const runs = (asOf: number) => diary.on(dayOf(may(2)), dayOf(may(asOf))).runs.length
    expect([runs(1), runs(2), runs(8), runs(9), runs(20)]).toEqual([0, 1, 1, 0, 0])
  })
  it('learns late that a run was none', () => {
    const diary = keepDiary(read({ ...RUN, removed: may(9) }))
    const learned = (asOf: number) => diary.learnedLate(dayOf(may(7)), dayOf(may(asOf)))
    expect(learned(9)).toBe(dayOf(may(9)))
    expect(learned(8)).toBeLessThan(dayOf(may(1)))
  })
  it('does not pass in silence over a run that was taken out or moved', () => {
    const silent = { ...RUN, date: may(1), logged: undefined }
    const other = { ...RUN, id: 'o', date: may(20), logged: may(20) }
    expect(keepDiary(read(silent, other)).firstTelling).toBeUndefined()
    expect(keepDiary(read({ ...silent, removed: may(3) }, other)).firstTelling).toBe(dayOf(may(1)))
    const moved = { ...other, was: [{ until: may(22), date: may(4) }] }
    expect(keepDiary(read(silent, moved)).firstTelling).toBe(dayOf(may(4)))
  })
  it('does not take a run that was taken out for the last one', () => {
    const diary = keepDiary(read(RUN, { ...RUN, id: 'x', date: may(4), removed: may(9) }))
    expect(diary.lastRunBefore(dayOf(may(10)))).toBe(dayOf(may(2)))
  })
  it('is on every evening the diary of what was known then', () => {
    fc.assert(
      fc.property(someKeptLog, (log) => {
        const whole = keepDiary(log)
        for (let day = 1; day <= 28; day++) {
          const evening = keepDiary(known(log, may(day)))
          for (let of: Day = dayOf(may(1)); of <= dayOf(may(day)); of = addDays(of, 1)) {
            const [a, b] = [whole.on(of, dayOf(may(day))), evening.on(of, dayOf(may(day)))]
            expect(a.isLogged).toBe(b.isLogged)
            expect(unordered(a.runs)).toEqual(unordered(b.runs))
            expect(unordered(a.checkIns)).toEqual(unordered(b.checkIns))
            expect(unordered(a.strength)).toEqual(unordered(b.strength))
          }
        }
      }),
      { numRuns: tries(30, 300) },
    )
  })
})

describe('a plan', () => {
  const today = may(10)
  const plan = (...entries: readonly object[]) => makePlans(read(...entries), REHAB, today, may(4), 1)[0]
  const unscored = { ...RUN, date: may(9), logged: may(9) }

  it('asks nothing of a run that was taken out', () => {
    expect(plan(unscored)?.owed.map(({ entry }) => entry)).toEqual(['r'])
    expect(plan({ ...unscored, removed: may(10) })?.owed).toEqual([])
  })
  it('does not tell of what lies ahead and was taken out', () => {
    const notes = (entry: object) => plan(entry)?.notes.filter((note) => note.includes('left out')).length
    expect(notes({ ...RUN, date: may(11) })).toBe(1)
    expect(notes({ ...RUN, date: may(11), removed: may(10) })).toBe(0)
  })
  it('of a past evening stays as it was shown, with what was taken out since', () => {
    fc.assert(
      fc.property(cases('noisy', 5), fc.nat(), fc.integer({ min: 1, max: 9 }), (one, which, days) => {
        const { log } = play(REHAB, one).at(-1) ?? { log: read() }
        const there = shelve(log).sessions.filter(({ type }) => type === 'run' || type === 'day')
        const wrong = there[which % there.length]
        if (wrong === undefined) return
        const removed = addDays(dayOf(wrong.date), days)
        const whole = replay(REHAB, removeEntry(log, wrong.id, dateOf(removed)).log, addDays(removed, 30))
        for (let day = addDays(removed, -10); day < removed; day = addDays(day, 1)) {
          const evening = replay(REHAB, known(log, dateOf(day)), day)
          const [shown, then] = [whole, evening].map((each) => each.planAt(each.weekOf(day), day))
          expect([shown?.phase, shown?.total, shown?.runs]).toEqual([then?.phase, then?.total, then?.runs])
        }
      }),
      { numRuns: tries(10, 100), seed: 7 },
    )
  })
})
