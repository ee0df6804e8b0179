import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/base/calendar.ts'
import { addEntries, changeEntry, removeEntry } from '../../src/log/amend.ts'
import { backTo } from '../../src/log/back-to.ts'
import { isLog } from '../../src/log/check.ts'
import { known } from '../../src/log/known.ts'
import { readLog } from '../../src/log/read.ts'
import { renderLog } from '../../src/log/render.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { after, evening, may, read, someDeeds, someLog } from './past.ts'
import { tries } from '../support/tries.ts'

const RUN = { type: 'run', date: may(1), distanceMeters: 5000, durationSeconds: 1800 } as const
const SCORED = { ...RUN, id: 'a', logged: may(1), pain: { during: 1 } } as const

const rescored = (log: Log, during: number, day: number): Log =>
  changeEntry(log, 'a', (entry) => ({ ...entry, pain: { during } }) as Entry, may(day)).log

function again(log: Log): Log {
  expect(isLog(JSON.parse(renderLog(log)))).toBe(true)
  const next = readLog(renderLog(log))
  if (next === undefined) throw new Error('a log was made that cannot be read')
  return next
}

describe('a write that is taken back', () => {
  it('is gone without a trace on its own day', () => {
    const log = read(SCORED)
    expect(backTo(rescored(log, 4, 3), log, may(3))).toBe(log)
    expect(backTo(removeEntry(log, 'a', may(3)).log, log, may(3))).toBe(log)
    expect(backTo(addEntries(log, [{ ...RUN, date: may(3) }], may(3)).log, log, may(3))).toBe(log)
  })

  it('stays what the evenings in between were told when it was changed', () => {
    const log = read(SCORED)
    expect(backTo(rescored(log, 4, 3), log, may(5)).entries).toEqual([
      {
        ...SCORED,
        was: [
          { until: may(3), pain: { during: 1 } },
          { until: may(5), pain: { during: 4 } },
        ],
      },
    ])
  })

  it('stays what the evenings in between were told when it was added', () => {
    const made = addEntries(read(), [SCORED], may(1)).log
    expect(backTo(made, read(), may(5)).entries).toEqual([{ ...SCORED, removed: may(5) }])
  })

  it('is told anew, with its remark, when it was taken out', () => {
    const log = read({ ...SCORED, note: 'wet' })
    const { entries } = backTo(removeEntry(log, 'a', may(3)).log, log, may(5))
    expect(entries).toEqual([
      { ...SCORED, removed: may(3) },
      { ...SCORED, note: 'wet', id: expect.stringMatching(/^\w{6}$/), logged: may(5) },
    ])
  })

  it('is told as learned today when it came and went on one day', () => {
    const log = addEntries(read(), [SCORED], may(1)).log
    const back = backTo(removeEntry(log, 'a', may(1)).log, log, may(2))
    expect(known(back, may(1)).entries).toEqual([])
    expect(known(back, may(2)).entries).toMatchObject([{ id: 'a', logged: may(2) }])
  })

  it('leaves what was done before it on the same day', () => {
    const log = read(SCORED)
    const once = rescored(log, 4, 3)
    const twice = rescored(once, 6, 3)
    const back = backTo(twice, once, may(5))
    expect(known(back, may(4)).entries).toMatchObject([{ pain: { during: 6 } }])
    expect(known(back, may(5)).entries).toMatchObject([{ pain: { during: 4 } }])
  })
})

/** Deeds on five days after all that was logged before, several on each of them. */
const lateDeeds = someDeeds.map((deeds) =>
  deeds.map(({ today, what }) => ({ day: 20 + Math.ceil(Number(today.slice(8)) / 5), what })),
)
/** The days that pass before each undo and each restore, over and over. */
const somePauses = fc.array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 8 })
/** A day of May, or of June where May is over. */
const dayOf = (day: number): CalendarDate =>
  day > 31 ? (`2026-06-${String(day - 31).padStart(2, '0')}` as CalendarDate) : may(day)

describe('any writes, undos and restores', () => {
  it('leave every evening before them what it knew, and today what stood then', () => {
    fc.assert(
      fc.property(someLog, lateDeeds, somePauses, (first, deeds, pauses) => {
        const stood = [first]
        for (const { day, what } of deeds) stood.push(again(after(stood.at(-1) ?? first, what, may(day))))
        let day = deeds.at(-1)?.day ?? 21
        let log = stood.at(-1) ?? first
        for (const [index, target] of [...stood.slice(0, -1).reverse(), ...stood.slice(1)].entries()) {
          day += pauses[index % pauses.length] ?? 0
          const next = again(backTo(log, target, dayOf(day)))
          for (let before = 1; before < day; before++)
            expect(evening(next, dayOf(before))).toEqual(evening(log, dayOf(before)))
          expect(evening(next, dayOf(day))).toEqual(evening(target, dayOf(day)))
          log = next
        }
      }),
      { numRuns: tries(100, 1500) },
    )
  })
})
