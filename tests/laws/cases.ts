import * as fc from 'fast-check'
import type { Behaviour, Case } from '../support/play.ts'

/** How often a week goes wrong. */
export type Regime = 'noisy' | 'calm'
const BAD_WEEKS: Readonly<Record<Regime, number>> = { noisy: 30, calm: 5 }

const day = fc.integer({ min: 0, max: 6 })
const place = fc.integer({ min: 0, max: 3 })
const score = fc.integer({ min: 0, max: 8 })

const scores = fc.record(
  {
    during: fc.integer({ min: 1, max: 8 }),
    after: score,
    nextMorning: fc.integer({ min: 0, max: 4 }),
    trend: fc.constantFrom('none' as const, 'eased' as const, 'steady' as const, 'worsened' as const),
    lastingHours: fc.constantFrom(0, 1, 2, 3, 24, 30),
    onsetMeters: fc.integer({ min: 200, max: 9000 }),
  },
  { requiredKeys: ['during'] },
)

const mild = { during: 2, after: 1, trend: 'steady', lastingHours: 1 } as const

/** Everything that may go wrong in a week, one thing at a time. */
const badWeek: fc.Arbitrary<Behaviour> = fc.oneof(
  fc.record({ run: place, scores }).map((pain): Behaviour => ({ pain })),
  fc.record({ run: place }).map(({ run }): Behaviour => ({ pain: { run, scores: mild } })),
  place.map((unscored): Behaviour => ({ unscored })),
  place.map((limp): Behaviour => ({ limp })),
  place.map((painkiller): Behaviour => ({ painkiller })),
  fc.constant<Behaviour>({ skips: true }),
  fc.integer({ min: 2, max: 20 }).map((tenths): Behaviour => ({ share: tenths / 10 })),
  fc.integer({ min: 2, max: 9 }).map((tenths): Behaviour => ({ lastShare: tenths / 10 })),
  fc
    .record({ day, pain: fc.integer({ min: 1, max: 4 }) })
    .map(({ day: on, pain }): Behaviour => ({ daily: { [on]: pain } })),
  fc.array(day, { minLength: 1, maxLength: 4 }).map((silentDays): Behaviour => ({ silentDays })),
  day.map((swelling): Behaviour => ({ swelling })),
  fc.integer({ min: 1, max: 3 }).map((strengthPain): Behaviour => ({ strengthPain })),
  fc.integer({ min: 1, max: 4 }).map((crossTrainingPain): Behaviour => ({ crossTrainingPain })),
  fc.constant<Behaviour>({ skipsStrength: true }),
  day.map((extraRun): Behaviour => ({ extraRun })),
  fc.tuple(day, day).map((away): Behaviour => ({ away })),
  fc
    .record({ redFlag: day, clearance: fc.constant(undefined) })
    .map(({ redFlag }): Behaviour => ({ redFlag })),
)

const week = (regime: Regime): fc.Arbitrary<Behaviour> =>
  fc.oneof(
    {
      weight: 100 - BAD_WEEKS[regime],
      arbitrary: fc.constantFrom<Behaviour>({}, {}, {}, { clearance: 0 }, { sleep: 6 }),
    },
    { weight: BAD_WEEKS[regime], arbitrary: badWeek },
  )

const flare = fc.constantFrom(
  { during: 3, onsetMeters: 8000, lastingHours: 1, trend: 'steady' as const },
  { during: 4, onsetMeters: 8000, lastingHours: 1, trend: 'steady' as const },
  { during: 5, onsetMeters: 5000, lastingHours: 1, trend: 'steady' as const },
  { during: 6, onsetMeters: 1200, lastingHours: 5, trend: 'worsened' as const },
  { during: 4, onsetMeters: 3000, lastingHours: 30, trend: 'worsened' as const },
  {},
)

const ALL_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const someDays = fc.subarray([...ALL_DAYS], { minLength: 2 })

/** A runner and some weeks of life. */
export const cases = (regime: Regime, weeks: number): fc.Arbitrary<Case> =>
  fc
    .record({
      baseline: fc.integer({ min: 60, max: 900 }).map((hundreds) => hundreds * 100),
      pace: fc.integer({ min: 240, max: 480 }),
      goalShare: fc.constantFrom(0.8, 1, 1, 1.25),
      availableDays: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: someDays },
      ),
      flare,
      weeks: fc.array(week(regime), { minLength: weeks, maxLength: weeks }),
    })
    .map(({ goalShare, ...rest }) => ({ ...rest, goal: Math.round((rest.baseline * goalShare) / 100) * 100 }))
