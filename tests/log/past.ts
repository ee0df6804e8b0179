import fc from 'fast-check'
import type { CalendarDate } from '../../src/base/calendar.ts'
import { addEntries, changeEntry, removeEntry } from '../../src/log/amend.ts'
import { known } from '../../src/log/known.ts'
import { readLog } from '../../src/log/read.ts'
import { shelve } from '../../src/log/shelf.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { stands } from '../../src/log/versions.ts'
import { logOf } from './sample.ts'

/** A day of the one month these logs are kept in. */
export const may = (day: number): CalendarDate => `2026-05-${String(day).padStart(2, '0')}` as CalendarDate

/** A log of some entries, as it is read. */
export function read(...entries: readonly object[]): Log {
  const log = readLog(logOf(...entries))
  if (log === undefined) throw new Error('the log of this test is wrong')
  return log
}

const date = fc.integer({ min: 1, max: 20 }).map(may)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const score = fc.nat({ max: 2 })

const run = fc.record({
  type: fc.constant('run' as const),
  date,
  start: optional(fc.constantFrom('07:10', '18:00')),
  distanceMeters: fc.constantFrom(5000, 6000),
  durationSeconds: fc.constant(1800),
  limp: optional(fc.boolean()),
  pain: optional(fc.record({ during: score, nextMorning: optional(score) })),
})
const checkIn = fc.record({
  type: fc.constant('day' as const),
  date,
  mood: optional(fc.integer({ min: 1, max: 2 })),
  redFlags: optional(fc.constantFrom([], ['numbness' as const])),
})
const strength = fc.record({
  type: fc.constant('strength' as const),
  date,
  exercises: fc.constantFrom([], [{ id: 'clamshell', pain: 0 }], [{ id: 'clamshell', pain: 1 }]),
})
const limit = fc.record({
  type: fc.constant('limit' as const),
  date,
  by: fc.constant('physiotherapist'),
  until: optional(fc.integer({ min: 21, max: 28 }).map(may)),
  noHills: optional(fc.boolean()),
})
const absence = fc.record({
  type: fc.constant('absence' as const),
  date,
  until: optional(fc.integer({ min: 21, max: 28 }).map(may)),
})
const settings = fc.record({
  type: fc.constant('settings' as const),
  date,
  cadenceSpm: optional(fc.constantFrom(160, 170)),
  units: optional(fc.constantFrom('km' as const, 'mi' as const)),
})

/** An entry somebody may log. */
export const someEntry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 4, arbitrary: run },
  checkIn,
  strength,
  limit,
  absence,
  settings,
)

/** What somebody does to a log on one day. */
export type Deed =
  | { readonly do: 'add'; readonly entries: readonly Entry[] }
  | { readonly do: 'change'; readonly which: number; readonly to: Entry }
  | { readonly do: 'remove'; readonly which: number }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    entries: fc.array(someEntry, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('change' as const), which: fc.nat(30), to: someEntry }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat(30) }),
)

/** Days in rising order, several deeds on some of them. */
export const someDeeds = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 25 }), deed), { maxLength: 12 })
  .map((deeds) => deeds.sort(([a], [b]) => a - b).map(([day, what]) => ({ today: may(day), what })))

/** A log kept by hand: with and without ids, with and without the day each entry was logged. */
export const someLog = fc
  .array(fc.tuple(someEntry, optional(date), fc.boolean()), { maxLength: 8 })
  .map((entries) =>
    read(
      ...entries.map(([entry, logged, isNamed], index) => ({
        ...(isNamed && { id: `own${index}` }),
        ...entry,
        ...(logged !== undefined && { logged }),
      })),
    ),
  )

/** A log after a deed; what stands on that day alone can be changed or taken out. */
export function after(log: Log, what: Deed, today: CalendarDate): Log {
  if (what.do === 'add') return addEntries(log, what.entries, today).log
  const there = shelve(log).sessions.filter((entry) => stands(entry, today))
  const chosen = there[what.which % Math.max(1, there.length)]
  if (chosen === undefined) return log
  if (what.do === 'remove') return removeEntry(log, chosen.id, today).log
  return changeEntry(log, chosen.id, (entry) => ({ ...entry, ...fieldsFor(entry, what.to) }) as Entry, today)
    .log
}

/** All that another entry says where it is of the same type; of another type its date alone. */
const fieldsFor = (entry: Entry, to: Entry): object => (entry.type === to.type ? to : { date: to.date })

/** What an evening knew, without the names things go by, and in an order of its own. */
export const evening = (log: Log, day: CalendarDate): readonly string[] =>
  known(log, day)
    .entries.map(({ id, logged, ...entry }) => JSON.stringify(sorted(entry)))
    .sort()

const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, held]) => [key, sorted(held)]),
      )
