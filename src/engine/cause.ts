import { type Day, dateOf } from '../base/calendar.ts'
import { dateText } from '../base/date-text.ts'
import { isAtLeast } from '../rules/finding.ts'
import type { DayRecord } from './diary.ts'
import { dailyPain, type GradedDay, painkillerOn } from './day-report.ts'

/**
 * The entries that a day's grade rests on, or the answers that are missing: `Sun 22 Mar strength (clamshell
 * without a score)`. Undefined where the day was clean.
 */
export function causeOf(day: Day, record: DayRecord, graded: GradedDay): string | undefined {
  if (graded.grade === 'S0') return undefined
  const runs = graded.runGrades.some((grade) => isAtLeast(grade, 'U')) ? ['run'] : []
  const parts = [
    ...runs,
    ...(record.flares.length > 0 ? ['flare'] : []),
    ...strengthOf(record),
    ...record.crossTraining.flatMap(({ activity, pain }) => ((pain ?? 0) > 0 ? [activity] : [])),
    ...checkInOf(record, graded),
  ]
  const told = parts.length === 0 ? ['check-in'] : [...new Set(parts)]
  return `${dateText(dateOf(day))} ${told.join(', ')}`
}

function strengthOf({ strength }: DayRecord): string[] {
  const exercises = strength.flatMap(({ exercises }) => exercises)
  const open = exercises.filter(({ pain }) => pain === undefined).map(({ id }) => `${id} without a score`)
  const hurt = exercises.filter(({ pain }) => (pain ?? 0) > 0).map(({ id, pain }) => `${id} ${pain}`)
  return open.length + hurt.length === 0 ? [] : [`strength (${[...hurt, ...open].join(', ')})`]
}

function checkInOf(record: DayRecord, { missing, redFlags, elsewhere }: GradedDay): string[] {
  if (missing.includes('check-in')) return ['without a check-in']
  const isTold =
    (dailyPain(record) ?? 0) > 0 ||
    redFlags.length > 0 ||
    (elsewhere.length > 0 && record.runs.length === 0) ||
    (painkillerOn(record) === true && record.runs.length === 0) ||
    record.checkIns.some(({ swelling, limp }) => swelling === true || limp === true)
  return isTold ? ['check-in'] : []
}
