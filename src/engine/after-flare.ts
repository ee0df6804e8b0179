import type { CalendarDate } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import { changeOf } from '../rules/flare-review.ts'
import { countDays, countRuns, type DayCounts, type RunCounts } from './knee-counts.ts'
import { MEASURED, type Unit } from './measures.ts'
import type { Stretch } from './stretch.ts'

/** How often the knee hurt, among the runs and the days that say so. */
export type KneeCounts = RunCounts & DayCounts

/** The weeks since a flare beside those before it. */
export interface AfterFlare {
  readonly start: CalendarDate
  readonly end: CalendarDate
  /** Then and now; null is not known. */
  readonly measures: readonly {
    readonly id: string
    readonly unit: Unit
    readonly then: number | null
    readonly now: number | null
  }[]
  /** Whether what was to be changed first is less now; unknown where that is not logged. */
  readonly changed: 'yes' | 'no' | 'unknown' | 'nothing-named'
  readonly kneeThen: KneeCounts
  readonly kneeNow: KneeCounts
}

type Rule = NonNullable<Programme['flareReview']>

/** Holds the weeks since a flare beside those before it; the counts describe and prove nothing. */
export function lookAfter(
  rule: Rule,
  then: Stretch,
  now: Stretch,
  risen: readonly string[],
): Omit<AfterFlare, 'start' | 'end'> {
  const measures = MEASURED.map(({ id, unit, matter, of }) => ({
    id,
    unit,
    matter,
    then: of(then).value,
    now: of(now).value,
  }))
  // The longest run of late is the longest run, held beside another one.
  const ids = risen.map((id) => (id === 'longest-of-late' ? 'longest-run' : id))
  const states = measures
    .filter(({ id }) => ids.includes(id))
    .map(({ matter, then: was, now: is }) =>
      was === null || is === null ? 'unknown' : changeOf(rule, matter, was, is),
    )
  return {
    measures: measures.map(({ matter, ...each }) => each),
    changed: verdictOf(states),
    kneeThen: kneeIn(then),
    kneeNow: kneeIn(now),
  }
}

function verdictOf(states: readonly string[]): AfterFlare['changed'] {
  if (states.length === 0) return 'nothing-named'
  if (states.every((state) => state === 'less')) return 'yes'
  return states.some((state) => state === 'same' || state === 'more') ? 'no' : 'unknown'
}

const kneeIn = ({ weeks }: Stretch): KneeCounts => ({
  ...countRuns(weeks.flat()),
  ...countDays(weeks.flat()),
})
