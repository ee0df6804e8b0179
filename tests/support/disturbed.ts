import * as fc from 'fast-check'
import { addDays, type CalendarDate, dateOf, type Day, dayOf } from '../../src/base/calendar.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { inOrder } from '../../src/log/read.ts'

/** One thing that a log learned otherwise than on the day it happened. */
export interface Disturbance {
  readonly what: 'late' | 'corrected' | 'scored-late' | 'removed' | 'flare' | 'absence' | 'settings' | 'limit'
  /** Days before the end of the log. */
  readonly ago: number
  /** Days until the log learned of it. */
  readonly delay: number
  readonly pick: number
}

/** Some of them, in the last five weeks of a log. */
export const disturbances = (least: number, most: number): fc.Arbitrary<readonly Disturbance[]> =>
  fc.array(
    fc.record({
      what: fc.constantFrom<Disturbance['what']>(
        'late',
        'late',
        'corrected',
        'scored-late',
        'removed',
        'flare',
        'absence',
        'settings',
        'limit',
      ),
      ago: fc.integer({ min: 0, max: 35 }),
      delay: fc.integer({ min: 0, max: 9 }),
      pick: fc.nat({ max: 6 }),
    }),
    { minLength: least, maxLength: most },
  )

/** A log, up to a day, with these things in it. */
export const disturbed = (log: Log, today: Day, all: readonly Disturbance[]): Log => {
  const upTo = log.entries.filter(({ date }) => dayOf(date) <= today)
  const entries = all.reduce<readonly Entry[]>((before, one) => disturb(before, today, one), upTo)
  return { ...log, entries: inOrder(entries) }
}

function disturb(entries: readonly Entry[], today: Day, one: Disturbance): readonly Entry[] {
  const date = dateOf(addDays(today, -one.ago))
  const learned = dateOf(Math.min(today, dayOf(date) + one.delay) as Day)
  const added = newEntry(one, date, learned)
  if (added !== undefined) return [...entries, added]
  const of = entries.flatMap((entry, index) => (entry.date === date && isPlain(entry) ? [index] : []))
  const at = of[one.pick % Math.max(1, of.length)]
  return entries.map((entry, index) => (index === at ? changed(one, entry, learned) : entry))
}

const isPlain = (entry: Entry): boolean =>
  entry.logged === undefined && entry.was === undefined && entry.removed === undefined

function newEntry({ what, pick }: Disturbance, date: CalendarDate, logged: CalendarDate): Entry | undefined {
  if (what === 'flare') return { type: 'flare', date, logged, pain: { during: 3 + (pick % 5) } }
  if (what === 'absence')
    return { type: 'absence', date, until: dateOf(addDays(dayOf(date), pick)), logged, reason: 'travel' }
  if (what === 'limit')
    return { type: 'limit', date, logged, by: 'physiotherapist', maxWeekMeters: 3000 + pick * 2000 }
  if (what !== 'settings') return undefined
  const days = ['monday', 'tuesday', 'thursday', 'friday', 'sunday'] as const
  return { type: 'settings', date, logged, availableDays: days.slice(pick % 3) }
}

function changed({ what, pick }: Disturbance, entry: Entry, learned: CalendarDate): Entry {
  if (what === 'removed') return { ...entry, removed: learned }
  if (what === 'late' || entry.type !== 'run') return { ...entry, logged: learned }
  if (what === 'scored-late') return { ...entry, was: [{ until: learned, absent: ['pain'] }] } as Entry
  const before = { during: pick, after: 0, nextMorning: 0 }
  return { ...entry, was: [{ until: learned, pain: before, distanceMeters: entry.distanceMeters * 2 }] }
}
