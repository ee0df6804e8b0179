import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, dateOf, type Day } from '../../src/base/calendar.ts'
import { replay, type Replay } from '../../src/engine/replay.ts'
import type { Entry } from '../../src/log/schema.ts'
import { anyone, livesOf, programmeOf } from '../laws/cases.ts'
import { logOf, type Played } from '../support/play.ts'
import { tries } from '../support/tries.ts'

const WEEKS = 10

/** Ways in which one log becomes another: said otherwise, taken out, added, learned late, a day off, other days. */
const CHANGES: readonly ((entry: Entry, entries: readonly Entry[], today: Day) => readonly Entry[])[] = [
  (entry, entries) => entries.filter((each) => each !== entry),
  (entry, entries) =>
    entries.map((each) =>
      each === entry && each.type === 'run' ? { ...each, pain: { during: 6, trend: 'worsened' } } : each,
    ),
  (entry, entries, today) =>
    entries.map((each) => (each === entry ? { ...each, logged: dateOf(addDays(today, -1)) } : each)),
  ({ date }, entries) => [...entries, { type: 'flare', date, pain: { during: 7 } }],
  ({ date }, entries) => [...entries, { type: 'absence', date, until: date, logged: date }],
  ({ date }, entries) => [...entries, { type: 'absence', date }],
  ({ date }, entries) => [...entries, { type: 'settings', date, availableDays: ['tuesday', 'saturday'] }],
  ({ date }, entries) => [...entries, { type: 'settings', date, weekStart: 'sunday' }],
  ({ date }, entries) => [...entries, { type: 'limit', date, by: 'physiotherapist', maxRunSeconds: 1200 }],
  ({ date }, entries) => [...entries, { type: 'day', date, swelling: true }],
]

/** All that a replay says of the weeks up to the next one. */
const told = (played: Replay, { start }: Played, today: Day): unknown =>
  [-14, -7, 0, 7].map((ago) => {
    const week = played.weekOf(addDays(start, ago))
    const asOf = Math.min(week + 6, today) as Day
    const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(week, offset)).filter((day) => day <= today)
    return {
      state: played.stateAt(week, today),
      then: played.stateAt(week, asOf),
      plan: played.planAt(week, asOf),
      shown: days.map((day) => played.shownOn(week, day)),
      lived: days.map((day) => played.livedOn(day)),
    }
  })

it('of a replay says of other entries what a replay of them alone says', () => {
  fc.assert(
    fc.property(anyone('noisy', WEEKS), fc.nat(1000), (one, pick) => {
      for (const week of livesOf(one)) {
        const today = addDays(week.start, pick % 7)
        const { runner, entries } = week.after
        const change = CHANGES[(pick + week.number) % CHANGES.length] as (typeof CHANGES)[number]
        const entry = entries[(pick * 7 + week.number) % entries.length] as Entry
        // Whatever has been asked of it before must not be seen in its fork, nor the fork's in it.
        const before = told(week.asked, week, week.asOf)
        const log = logOf(runner, change(entry, entries, today))
        const fork = week.asked.withEntries(log.entries, today)
        expect(told(fork, week, today)).toEqual(told(replay(programmeOf(one), log, today), week, today))
        expect(told(week.asked, week, week.asOf)).toEqual(before)
      }
    }),
    { seed: 11, numRuns: tries(12, 300), endOnFailure: true },
  )
})
