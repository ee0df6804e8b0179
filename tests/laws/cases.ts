import * as fc from 'fast-check'
import type { Programme } from '../../src/protocol/programme.ts'
import { type Behaviour, type Case, type Fresh, type Played, weeksOf } from '../support/play.ts'
import { CYCLE, REHAB } from '../support/programme.ts'

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
const moderate = { during: 3, after: 2, trend: 'worsened', lastingHours: 1 } as const

const ALL_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const someDays = fc.subarray([...ALL_DAYS], { minLength: 2 })
const ELSEWHERE = ['calf', 'thigh', 'hip', 'shin', 'foot', 'back', 'front-knee'] as const

/** Everything that may go wrong in a week, one thing at a time. */
const badWeek: fc.Arbitrary<Behaviour> = fc.oneof(
  fc.record({ run: place, scores }).map((pain): Behaviour => ({ pain })),
  fc.record({ run: place }).map(({ run }): Behaviour => ({ pain: { run, scores: mild } })),
  fc
    .record({ run: place, onsetShare: fc.constantFrom(0.3, 0.6, 0.9, 1), heedless: fc.boolean() })
    .map(({ run, ...rest }): Behaviour => ({ pain: { run, scores: moderate }, ...rest })),
  fc.record({ run: place, scores, site: fc.constantFrom(...ELSEWHERE) }).map(
    ({ run, scores: { onsetMeters: _, ...felt }, site }): Behaviour => ({
      pain: { run, scores: { ...felt, site } },
    }),
  ),
  place.map((unscored): Behaviour => ({ unscored })),
  fc.constant<Behaviour>({ unscoredAll: true }),
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
  fc.constant<Behaviour>({ away: [0, 6] }),
  fc
    .record({ from: fc.integer({ min: 2, max: 6 }), told: fc.integer({ min: 1, max: 2 }) })
    .map(({ from, told }): Behaviour => ({ away: [from, 6], awayTold: told })),
  fc.record({ on: day, days: someDays }).map((newDays): Behaviour => ({ newDays })),
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

/** A runner with six weeks of history, and some weeks of life in the rehabilitation. */
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

const QUIET = {}

/** Begins a log on some day: nothing hurts, or the flare was today, or some weeks ago. */
const fresh: fc.Arbitrary<Fresh> = fc.record(
  {
    on: day,
    longest: fc.constantFrom(0.2, 0.3, 0.5),
    pain: fc.record(
      { during: fc.integer({ min: 0, max: 8 }), daysAgo: fc.constantFrom(0, 1, 4, 10, 21, 40) },
      { requiredKeys: ['daysAgo'] },
    ),
  },
  { requiredKeys: ['on'] },
)

/** How a runner came to the first planned week. */
const begun: fc.Arbitrary<Pick<Someone, 'scored' | 'fresh' | 'cycle'> & { isCalm?: boolean }> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom({ scored: 'half' as const }, { scored: 'none' as const }) },
  // BASE and MAINTAIN without an episode.
  {
    weight: 3,
    arbitrary: fc.record(
      {
        isCalm: fc.constant(true),
        cycle: fc.boolean(),
        scored: fc.constantFrom('half' as const, 'none' as const),
      },
      { requiredKeys: ['isCalm', 'cycle'] },
    ),
  },
  { weight: 2, arbitrary: fresh.map((new_) => ({ fresh: new_ })) },
  { weight: 1, arbitrary: fc.record({ fresh: day.map((on) => ({ on })), cycle: fc.constant(true) }) },
)

/** A runner of any kind; some chose the cycle, which begins in MAINTAIN. */
export type Someone = Case & { readonly cycle?: boolean }

/** Runners in every phase a log can begin in, and some weeks of life. */
export const anyone = (regime: Regime, weeks: number): fc.Arbitrary<Someone> =>
  fc.tuple(cases(regime, weeks), begun).map(([one, { isCalm, ...how }]) => ({
    ...one,
    ...how,
    ...(isCalm === true || how.fresh !== undefined ? { flare: QUIET } : {}),
    ...(how.fresh === undefined ? {} : { fresh: inMetres(how.fresh, one.baseline) }),
  }))

/** The longest run is drawn as a share of the week. */
const inMetres = ({ longest, ...rest }: Fresh, week: number): Fresh =>
  longest === undefined ? rest : { ...rest, longest: Math.round(longest * week) }

export const programmeOf = ({ cycle }: Someone): Programme => (cycle === true ? CYCLE : REHAB)

/** The weeks that somebody lives. */
export const livesOf = (one: Someone): readonly Played[] => weeksOf(programmeOf(one), one)
