import { type Day, dayOf } from '../base/calendar.ts'
import type { ClearanceEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { isSteady } from '../rules/pain-response.ts'
import { placeTold } from './day-report.ts'
import type { DayRecord } from './diary.ts'
import type { Elapsed } from './elapsed.ts'
import type { WeekTotals } from './week-totals.ts'

/** A pain that a clinician lets a runner run with, up to a last day. */
export interface Tolerance {
  readonly peak: number
  readonly from: Day
  readonly until: Day
}

/** The worst score of a week's runs and flares, at any place. */
export const peakOf = (records: readonly DayRecord[]): number =>
  Math.max(
    0,
    ...records.flatMap(({ runs, flares }) =>
      [...runs, ...flares].flatMap(({ pain }) => [pain?.during ?? 0, pain?.after ?? 0]),
    ),
  )

/** What clinicians have said to tolerate; without a last day nothing is. */
export const tolerancesOf = (clearances: readonly ClearanceEntry[]): Tolerance[] =>
  clearances.flatMap(({ date, tolerates, until }) =>
    tolerates === undefined || until === undefined
      ? []
      : [{ peak: tolerates, from: dayOf(date), until: dayOf(until) }],
  )

/**
 * A week with a steady trace of pain that a clinician tolerates: no higher than in the mild week before it,
 * soon gone, no worse next morning, and everything said.
 */
export function isTolerated(
  { programme, state, lived, diary, asOf }: Elapsed,
  totals: WeekTotals,
  tolerances: readonly Tolerance[],
): boolean {
  if (totals.grade !== 'S1' || totals.missing.length > 0) return false
  const records = lived.map(({ day }) => diary.on(day, asOf))
  const before = state.weeks.findLast(({ grade }) => grade === 'S1')
  if (before === undefined || peakOf(records) > before.peak) return false
  return lived.every(({ day, graded }, index) => {
    const record = records[index]
    if (record === undefined || graded.grade === 'S0') return true
    const covered = tolerances.some(
      ({ peak, from, until }) => from <= day && day <= until && peakOf([record]) <= peak,
    )
    return covered && isSteadyDay(programme, record, graded.reasons)
  })
}

/** Reasons that a steady trace in a run has; with any other the day is more than that. */
const OF_A_TRACE = ['mild', 'morning-mild', 'elsewhere']

const isSteadyDay = ({ painResponse }: Programme, record: DayRecord, reasons: readonly string[]): boolean =>
  reasons.every((reason) => OF_A_TRACE.includes(reason)) &&
  record.flares.length === 0 &&
  record.checkIns.every((entry) => placeTold(entry) === undefined) &&
  record.runs.every(({ pain }) => {
    const hurt = Math.max(pain?.during ?? 0, pain?.after ?? 0) > 0
    const rise = (pain?.nextMorning ?? 0) - (pain?.before ?? 0)
    return isSteady(painResponse, hurt ? (pain?.lastingHours ?? Number.POSITIVE_INFINITY) * 3600 : 0, rise)
  })
