import type { DayRecord } from './diary.ts'
import { isOuterKnee } from '../rules/pain-grade.ts'
import { dailyPain } from './day-report.ts'

/** How many runs told how they felt at the outer knee, and how many of these hurt. */
export interface RunCounts {
  readonly scoredRuns: number
  readonly painfulRuns: number
}

/** On how many days walking, stairs or rest were scored, and on how many of these one of them hurt. */
export interface DayCounts {
  readonly days: number
  readonly painfulDays: number
}

/** Counts runs; one whose worst was not said counts as neither. */
export function countRuns(records: readonly DayRecord[]): RunCounts {
  const scored = records
    .flatMap(({ runs }) => runs)
    .filter(({ pain }) => pain?.during !== undefined && isOuterKnee(pain.site))
  const painful = scored.filter(
    ({ pain }) => Math.max(pain?.during ?? 0, pain?.after ?? 0, pain?.nextMorning ?? 0) > 0,
  )
  return { scoredRuns: scored.length, painfulRuns: painful.length }
}

/** Counts days; one without a check-in counts as neither. */
export function countDays(records: readonly DayRecord[]): DayCounts {
  const worst = records.flatMap((record) => dailyPain(record) ?? [])
  return { days: worst.length, painfulDays: worst.filter((score) => score > 0).length }
}
