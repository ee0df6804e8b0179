import * as fc from 'fast-check'
import type { Behaviour, Case } from '../support/play.ts'

/** Somebody who begins a log, as the first questions have it. */
export interface Newcomer {
  readonly km: number
  readonly longestKm?: number
  readonly pace: number
  /** Where nothing hurts, absent. */
  readonly pain?: { readonly during?: number; readonly daysAgo: number }
  readonly days: number
  readonly on: number
  readonly scored: 'all' | 'half' | 'none'
}

const DAYS: readonly NonNullable<Case['availableDays']>[] = [
  ['wednesday', 'saturday'],
  ['monday', 'wednesday', 'saturday'],
  ['monday', 'tuesday', 'thursday', 'sunday'],
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  ['monday', 'tuesday', 'wednesday', 'friday', 'saturday', 'sunday'],
]

export const WEEKDAY = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** How the runs of a week are scored. */
const SCORED: Readonly<Record<Newcomer['scored'], Behaviour>> = {
  all: {},
  half: { unscored: 0 },
  none: { unscoredAll: true },
}

/** The first weeks of a newcomer, the first of them lived in some way. */
export const firstWeeks = (who: Newcomer, weeks: number, how: Behaviour = SCORED[who.scored]): Case => ({
  baseline: who.km * 1000,
  goal: who.km * 1000,
  pace: who.pace,
  availableDays: DAYS[who.days - 2],
  flare: {},
  weeks: [how, ...Array.from({ length: weeks - 1 }, () => SCORED[who.scored])],
  fresh: {
    on: who.on,
    ...(who.longestKm === undefined ? {} : { longest: who.longestKm * 1000 }),
    ...(who.pain === undefined ? {} : { pain: who.pain }),
  },
})

const ago = ({ daysAgo }: NonNullable<Newcomer['pain']>): string =>
  daysAgo === 0 ? 'today' : daysAgo % 7 === 0 ? `${daysAgo / 7} w ago` : `${daysAgo} d ago`

/** One line for a table. */
export const told = (who: Newcomer): string =>
  [
    WEEKDAY[who.on],
    `${who.km} km${who.longestKm === undefined ? '' : `, longest ${who.longestKm}`}`,
    `${Math.floor(who.pace / 60)}:${String(who.pace % 60).padStart(2, '0')}`,
    who.pain === undefined ? 'no pain' : `pain ${who.pain.during ?? '?'} ${ago(who.pain)}`,
    `${who.days} days`,
    `${who.scored} scored`,
  ].join(', ')

/** Anybody. */
export const newcomer: fc.Arbitrary<Newcomer> = fc
  .record(
    {
      km: fc.integer({ min: 15, max: 90 }),
      longestKm: fc.integer({ min: 5, max: 30 }),
      pace: fc.constantFrom(255, 300, 360, 420, 480),
      pain: fc.record(
        { during: fc.integer({ min: 0, max: 8 }), daysAgo: fc.constantFrom(0, 0, 2, 7, 14, 21, 35, 70) },
        { requiredKeys: ['daysAgo'] },
      ),
      days: fc.integer({ min: 2, max: 7 }),
      on: fc.integer({ min: 0, max: 6 }),
      scored: fc.constantFrom('all' as const, 'all' as const, 'half' as const, 'none' as const),
    },
    { requiredKeys: ['km', 'pace', 'days', 'on', 'scored'] },
  )
  .map(({ longestKm, ...rest }) =>
    longestKm === undefined ? rest : { ...rest, longestKm: Math.min(longestKm, Math.floor(rest.km / 2)) },
  )

/** What may go otherwise than well in the first week. */
export const OTHERWISE: Readonly<Record<string, Behaviour>> = {
  'a two in the first run': {
    pain: { run: 0, scores: { during: 2, after: 1, trend: 'steady', lastingHours: 1 } },
  },
  'a four that worsened': {
    pain: { run: 9, scores: { during: 4, after: 3, trend: 'worsened', lastingHours: 3 } },
  },
  'a morning of 2': { pain: { run: 0, scores: { nextMorning: 2 } } },
  'a run not scored': { unscored: 0 },
  'no run scored': { unscoredAll: true },
  'a painkiller': { painkiller: 0 },
  'an exercise that hurt': { strengthPain: 2 },
  'a bike that hurt': { crossTrainingPain: 2 },
  'the stairs at 1': { daily: { 5: 1 } },
  'a swollen knee': { swelling: 6 },
  'no check-in': { silentDays: [0, 1, 2, 3, 4, 5, 6] },
  'thrice as far': { share: 3 },
  'twice as far': { share: 2 },
  'half as far': { share: 0.5 },
  'nothing run': { skips: true },
}

const who = (line: string, index: number): Newcomer => {
  const [km = '', longest = '', pain = '', when = '', days = '', scored = 'all'] = line.trim().split(/\s+/)
  return {
    km: Number(km),
    ...(longest === '-' ? {} : { longestKm: Number(longest) }),
    pace: [360, 300, 420, 330, 390][index % 5] as number,
    ...(pain === '-'
      ? {}
      : { pain: { ...(pain === '?' ? {} : { during: Number(pain) }), daysAgo: Number(when) } }),
    days: Number(days),
    on: index % 7,
    scored: scored as Newcomer['scored'],
  }
}

/** Fifty kinds: km, longest run, pain, days since, days of the week to run on, runs scored. */
export const KINDS: readonly Newcomer[] = `
  60  -   4  21  7  all
  50  -   3  21  7  all
  80  -   5  21  7  all
  60  -   4   0  7  all
  40  -   ?   0  7  all
  40  14  3   0  7  all
  40  14  4   0  3  all
  40  14  5   0  2  all
  40  14  6   0  7  all
  40  14  8   2  7  all
  40  20  0   0  5  all
  40   8  1   0  4  all
  15  -   4   0  7  all
  15   5  2   7  3  all
  15  -   5   0  2  half
  20  -   3   0  7  none
  20  10  4  14  4  all
  25  -   4   2  3  half
  25  12  3  35  7  all
  30  -   2   0  2  all
  30  11  4   7  5  none
  30  -   7   0  7  all
  35  -   4   0  4  all
  35  15  5  21  6  half
  45  -   4   2  7  all
  45  18  3   0  3  none
  50  16  4   0  6  all
  50  -   5   0  7  half
  55  -   6  14  7  all
  55  20  4  35  7  all
  60  25  2   7  5  all
  65  -   4   0  2  all
  70  -   3   0  7  all
  70  22  5   2  4  half
  75  -   4  70  7  all
  80  28  4   0  7  none
  85  -   ?  21  7  all
  90  30  3   0  7  all
  90  -   5   0  3  all
  15  -   -   0  7  all
  20   8  -   0  3  half
  30  -   -   0  7  none
  40  -   -   0  7  all
  40  14  -   0  2  all
  50  -   -   0  4  half
  60  -   -   0  7  all
  60  24  -   0  5  none
  70  -   -   0  3  all
  80  -   -   0  6  all
  90  30  -   0  7  all
`
  .trim()
  .split('\n')
  .map(who)
