import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf } from '../../src/base/calendar.ts'
import { composePlan } from '../../src/engine/compose-plan.ts'
import { hoursOf } from '../../src/engine/hours.ts'
import { decideWeeks, makePlans } from '../../src/engine/make-plan.ts'
import type { Plan } from '../../src/engine/plan.ts'
import { asWritten } from '../../src/log/as-written.ts'
import type { Entry } from '../../src/log/schema.ts'
import { inOrder } from '../../src/log/read.ts'
import { cases } from '../laws/cases.ts'
import { disturbances, disturbed } from '../support/disturbed.ts'
import { weeksOf } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'
import { tries } from '../support/tries.ts'

const BACK = 17
const lives = fc.record({
  one: cases('noisy', 8),
  all: disturbances(3, 9),
  offset: fc.integer({ min: 0, max: 6 }),
  turnsWeek: fc.integer({ min: -60, max: 14 }),
  imported: fc.boolean(),
  isAhead: fc.boolean(),
})

/** A run as an import brings it, of which nobody said anything. */
const silentRun = (entry: Entry, logged: CalendarDate): Entry[] => {
  if (entry.type !== 'run') return []
  const { type, date, distanceMeters, durationSeconds } = entry
  return [{ type, date, logged, distanceMeters, durationSeconds }]
}

/** What a plan holds beside what was in sight or owed that day, which nobody remembers of it. */
function remembered({ milestones, owed, criteria, grounds, notes, ...rest }: Plan): unknown {
  return { ...rest, notes: notes.filter((note) => !note.includes('left out')) }
}

describe('the evenings of a log that learned late, was corrected and set anew', () => {
  it('know what was known, and plan as the file of that evening', () => {
    fc.assert(
      fc.property(lives, ({ one, all, offset, turnsWeek, imported, isAhead }) => {
        const { start, log: played } = weeksOf(REHAB, one).at(-1) ?? fail()
        const today = addDays(start, offset - 7)
        const settings: Entry[] =
          turnsWeek < 0
            ? []
            : [{ type: 'settings', date: dateOf(addDays(today, -turnsWeek)), weekStart: 'sunday' }]
        const late = dateOf(addDays(today, -5))
        const old = dateOf(addDays(start, -7 * 10))
        const told = played.entries.flatMap((entry) =>
          imported && entry.date < old ? silentRun(entry, late) : [entry],
        )
        const next = dateOf(addDays(today, -4))
        const entries = told.map((entry) =>
          isAhead && entry.date === next ? { ...entry, logged: dateOf(addDays(today, -9)) } : entry,
        )
        const log = disturbed({ ...played, entries: inOrder([...entries, ...settings]) }, today, all)
        const { evening } = hoursOf(log, () => REHAB, addDays(today, -BACK), today)
        for (let back = 1; back <= BACK; back += 4) {
          const day = addDays(today, -back)
          const { programme, played: seen } = evening(day)
          const plans = decideWeeks(programme, seen, day, seen.weekOf(day), 3).map((decided) =>
            composePlan({
              ...decided,
              ...{ programme, today: day, from: day, uid: log.uid, gate: undefined },
              ...{ notes: [], milestones: [], owed: [] },
            }),
          )
          const file = asWritten(log, dateOf(day))
          const own = makePlans(file, REHAB, dateOf(day), dateOf(seen.weekOf(day)), 3)
          expect(plans.map(remembered)).toEqual(own.map(remembered))
        }
      }),
      { numRuns: tries(6, 30), seed: 20_261_122 },
    )
  })
})

const fail = (): never => {
  throw new Error('no week was played')
}
