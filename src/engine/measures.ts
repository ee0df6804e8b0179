import { type Day, dayOf } from '../base/calendar.ts'
import { SURFACES } from '../log/words.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Change, changeOf, isEnough, type Matter, sizeOf } from '../rules/flare-review.ts'
import { isInWindow } from '../rules/session-cap.ts'
import { runningOf } from './live-week.ts'
import * as stretch from './stretch.ts'
import type { Stretch, Tally } from './stretch.ts'

type Rule = NonNullable<Programme['flareReview']>

/** In what a number is told. */
export type Unit = 'meters' | 'seconds' | 'seconds-per-km' | 'share' | 'a-week' | 'steps' | 'days'

/** One matter of the weeks before a flare beside the weeks before those. */
export interface Measure {
  readonly id: string
  readonly unit: Unit
  /** Null where nothing is known. */
  readonly before: number | null
  readonly lately: number | null
  /** In how many weeks of each something was logged of it. */
  readonly weeksBefore: number
  readonly weeksLately: number
  /** The difference as a part of what it was before; null where that was nothing or is not known. */
  readonly change: number | null
  readonly state: Change
}

/** A measure with how much its change weighs beside the others. */
export interface Weighed extends Measure {
  readonly size: number
}

/** What is compared, how it is told, and what is taken for a change of it. */
export interface Matters {
  readonly id: string
  readonly unit: Unit
  readonly matter: Matter
  readonly of: (weeks: Stretch) => Tally
}

/** Everything a run may tell that can be held side by side, but for the longest run of late and the gaps. */
export const MEASURED: readonly Matters[] = [
  { id: 'volume', unit: 'meters', matter: 'amount', of: stretch.volumeOf },
  { id: 'runs', unit: 'a-week', matter: 'amount', of: stretch.runsAWeek },
  { id: 'longest-run', unit: 'meters', matter: 'amount', of: stretch.longestOf },
  { id: 'hard-runs', unit: 'a-week', matter: 'amount', of: stretch.hardRunsOf },
  { id: 'climb', unit: 'meters', matter: 'amount', of: stretch.climbOf },
  { id: 'not-flat', unit: 'share', matter: 'part', of: stretch.notFlatOf },
  { id: 'cadence', unit: 'steps', matter: 'manner', of: stretch.cadenceOf },
  { id: 'pace', unit: 'seconds-per-km', matter: 'manner', of: stretch.paceOf },
  { id: 'sleep', unit: 'seconds', matter: 'sleep', of: stretch.sleepOf },
]

/** Holds one matter of two stretches side by side. */
export function compare(
  rule: Rule,
  { id, unit, matter }: Omit<Matters, 'of'>,
  was: Tally,
  is: Tally,
): Weighed {
  const { value: before, weeks: weeksBefore } = was
  const { value: lately, weeks: weeksLately } = is
  const isKnown = before !== null && lately !== null && isEnough(rule, weeksLately, weeksBefore)
  return {
    id,
    unit,
    before,
    lately,
    weeksBefore,
    weeksLately,
    change: isKnown && before !== 0 ? lately / before - 1 : null,
    state: isKnown ? changeOf(rule, matter, before, lately) : 'unknown',
    size: isKnown ? sizeOf(rule, matter, before, lately) : 0,
  }
}

/** Surfaces that were run on in either of the two. */
export const surfaces = (rule: Rule, before: Stretch, lately: Stretch): Weighed[] =>
  SURFACES.filter((surface) => [...before.runs, ...lately.runs].some((run) => run.surface === surface)).map(
    (surface) =>
      compare(
        rule,
        { id: `on-${surface}`, unit: 'share', matter: 'part' },
        stretch.surfaceOf(before, surface),
        stretch.surfaceOf(lately, surface),
      ),
  )

const NOISE = 1e-6

/** The longest run of late beside the longest of the days before it, by the cap that plans hold. */
export function longestRecent({ sessionCap }: Programme, before: Stretch, lately: Stretch): Weighed {
  const told = lately.runs.map((run) => ({ day: dayOf(run.date), meters: runningOf(run).meters }))
  const longest = told.reduce<(typeof told)[number] | undefined>(
    (most, run) => (most === undefined || run.meters > most.meters ? run : most),
    undefined,
  )
  const earlier = [...before.runs, ...lately.runs]
    .filter(({ date }) => longest !== undefined && dayOf(date) < longest.day)
    .filter(({ date }) => isInWindow(sessionCap, (longest?.day ?? 0) - dayOf(date)))
    .map((run) => ({ day: dayOf(run.date), meters: runningOf(run).meters }))
  const was = earlier.length === 0 ? null : Math.max(...earlier.map(({ meters }) => meters))
  const is = longest?.meters ?? null
  const isKnown = was !== null && is !== null && was > 0
  const growth = isKnown ? is / was - 1 : 0
  // A tenth more is allowed to the metre, whatever binary fractions make of it.
  const isMore = growth > sessionCap.maxIncrease + NOISE
  return {
    id: 'longest-of-late',
    unit: 'meters',
    before: was,
    lately: is,
    weeksBefore: weeksIn(earlier.map(({ day }) => day)),
    weeksLately: weeksIn(told.map(({ day }) => day)),
    change: isKnown ? growth : null,
    state: isKnown ? (isMore ? 'more' : 'same') : 'unknown',
    size: isMore ? growth / sessionCap.maxIncrease : 0,
  }
}

const weeksIn = (days: readonly Day[]): number => new Set(days.map((day) => Math.floor(day / 7))).size

/** The most days in a row without a logged run, ended by a run of the stretch. */
export function gaps(rule: Rule, before: Stretch, lately: Stretch): Weighed {
  const days = [...before.runs, ...lately.runs].map(({ date }) => dayOf(date))
  const first = lately.runs.map(({ date }) => dayOf(date))[0]
  const free = days.flatMap((day, index) => {
    const last = days[index - 1]
    return last === undefined ? [] : [{ day, count: Math.max(0, day - last - 1) }]
  })
  const tally = (isOf: (day: Day) => boolean, weeks: number): Tally => {
    const counts = free.filter(({ day }) => isOf(day)).map(({ count }) => count)
    return { value: counts.length === 0 ? null : Math.max(...counts), weeks }
  }
  return compare(
    rule,
    { id: 'longest-gap', unit: 'days', matter: 'gap' },
    tally((day) => first === undefined || day < first, stretch.longestOf(before).weeks),
    tally((day) => first !== undefined && day >= first, stretch.longestOf(lately).weeks),
  )
}
