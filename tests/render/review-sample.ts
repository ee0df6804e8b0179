import { addDays, dateOf, dayOf, type CalendarDate } from '../../src/base/calendar.ts'
import type { Review } from '../../src/engine/review.ts'
import { reviewOn } from '../../src/engine/review.ts'
import { readLog } from '../../src/log/read.ts'
import type { Programme } from '../../src/protocol/programme.ts'
import { CYCLE, REHAB } from '../support/programme.ts'
import { sampleLog } from '../support/sample-log.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const daysBefore = (date: string, count: number): string => dateOf(addDays(dayOf(day(date)), -count))

type Made = Readonly<Record<string, unknown>> & { readonly date: string }

const run = (date: string, kilometres: number, more: object = {}): Made => ({
  type: 'run',
  date,
  distanceMeters: kilometres * 1000,
  durationSeconds: kilometres * 360,
  intensity: 'easy',
  surface: 'road',
  terrain: 'flat',
  ascentMeters: 20,
  cadenceSpm: 170,
  shoes: 'blue',
  pain: { during: 0, after: 0, nextMorning: 0 },
  limp: false,
  swelling: false,
  analgesic: false,
  ...more,
})

const checkIn = (date: string, more: object = {}): Made => ({
  type: 'day',
  date,
  pain: { dailyActivities: 0, stairs: 0, rest: 0 },
  swelling: false,
  sleepHours: 8,
  ...more,
})

const inOrder = (entries: readonly Made[]): readonly Made[] =>
  entries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

/** The look back of a runner with these entries. */
export function lookBack(
  entries: readonly Made[],
  today: string,
  programme: Programme = REHAB,
  week?: string,
): Review {
  const log = readLog(sampleLog({ runner: { protocol: programme.id }, entries: inOrder(entries) }))
  if (log === undefined) throw new Error('the sample is no log')
  return reviewOn(log, programme, day(today), week === undefined ? undefined : day(week))
}

const FLARED = '2026-03-08'
const before = Array.from({ length: 12 }, (_, week) => 7 * (week + 4)).flatMap((count) => [
  run(daysBefore(FLARED, count + 5), 8),
  run(daysBefore(FLARED, count + 1), 12),
  checkIn(daysBefore(FLARED, count + 3)),
])
const lately = [0, 1, 2, 3].flatMap((week) => {
  const trail = { surface: 'trail', terrain: 'hilly', ascentMeters: 250, shoes: 'red' }
  const flare = {
    during: 6,
    after: 4,
    nextMorning: 3,
    onsetMeters: 3000,
    trend: 'worsened',
    lastingHours: 30,
  }
  return [
    run(daysBefore(FLARED, 7 * week + 5), 9, { intensity: 'hard' }),
    run(daysBefore(FLARED, 7 * week), week === 0 ? 16 : 13, week === 0 ? { ...trail, pain: flare } : trail),
    checkIn(daysBefore(FLARED, 7 * week + 3), { sleepHours: 6.5 }),
  ]
})

/** Twelve even weeks, four with hills and hard runs, and a flare on a long hilly run. */
export const FLARE_ENTRIES: readonly Made[] = [...before, ...lately]

const after = Array.from({ length: 14 }, (_, index) =>
  checkIn(daysBefore('2026-03-22', index), {
    pain: { dailyActivities: index > 9 ? 2 : 0, stairs: index > 5 ? 1 : 0, rest: 0 },
    mood: 4,
    confidence: 5,
    habits: ['water'],
  }),
)

/** A fortnight after that flare, with a baseline and a word on the week. */
export const flareLook: Review = lookBack(
  [
    ...FLARE_ENTRIES,
    ...after,
    {
      type: 'baseline',
      date: '2026-03-10',
      site: 'outer-knee',
      onsetMeters: 3000,
      aggravatedBy: ['trail', 'downhill'],
      kneeTracking: 'pelvis-drops',
    },
    {
      type: 'review',
      date: '2026-03-22',
      changed: 'no running',
      felt: 'calmer',
      adjust: 'go to bed earlier',
    },
  ],
  '2026-03-22',
)

/** A healthy runner at the end of a cycle. */
export const cycleLook: Review = lookBack(
  Array.from({ length: 18 }, (_, week) => 7 * week).flatMap((count) => [
    run(daysBefore('2026-03-22', count + 5), 10),
    run(daysBefore('2026-03-22', count + 3), 10),
    run(daysBefore('2026-03-22', count), 20, count === 7 ? { terrain: 'hilly' } : {}),
    checkIn(daysBefore('2026-03-22', count + 2)),
  ]),
  '2026-03-22',
  CYCLE,
)
