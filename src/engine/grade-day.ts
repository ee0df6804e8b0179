import { isAgain } from '../rules/pain-window.ts'
import type { Day } from '../base/calendar.ts'
import type { FlareEntry, RunEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Grade, isAtLeast, worseGrade } from '../rules/finding.ts'
import {
  CLEAN,
  type Graded,
  gradeDay,
  gradeRun,
  gradeTraining,
  raisedInBase,
  type RunReport,
} from '../rules/pain-grade.ts'
import type { DayRecord } from './diary.ts'
import { dailyPain, type DayContext, type GradedDay, isOuterKnee } from './day-report.ts'
import { quickGrade } from './quiet-day.ts'

/** The worst of what was said of one day; what was not said is unknown and never good. */
export function gradeWholeDay(
  programme: Programme,
  day: Day,
  record: DayRecord,
  context: DayContext,
): GradedDay {
  return quickGrade(record, context) ?? gradeFully(programme, day, record, context)
}

/** The same without the short cut for days of which nothing, or nothing but good, was said. */
export function gradeFully(
  programme: Programme,
  day: Day,
  record: DayRecord,
  context: DayContext,
): GradedDay {
  const rule = programme.painGrade
  const { standing } = context
  const runs = record.runs.map((run) => gradeRun(rule, reportOf(run, context.morningIsDue), standing))
  const flares = record.flares.map((flare) => gradeRun(rule, reportOf(flare, false), standing))
  const daily = dailyPain(record)
  const swelling = record.checkIns.some((entry) => entry.swelling === true)
    ? true
    : record.checkIns.find((entry) => entry.swelling !== undefined)?.swelling
  const redFlags = record.checkIns.flatMap((entry) => entry.redFlags ?? [])
  const whole = gradeDay(
    rule,
    {
      daily,
      limp: record.checkIns.some((entry) => entry.limp === true) || undefined,
      swelling,
      redFlags,
      painfulDaysBefore: context.painfulDaysBefore,
      secondSwelling: context.secondSwelling,
    },
    standing,
  )
  const training = [
    ...record.strength.flatMap(({ exercises }) =>
      exercises.map(({ pain }) => gradeTraining(rule, 'strength', pain)),
    ),
    ...record.crossTraining.map(({ pain }) => gradeTraining(rule, 'cross-training', pain)),
  ].map((graded) => raisedInBase(graded, standing))
  const unsaid: Graded =
    context.needsCheckIn && daily === undefined ? { ...CLEAN, grade: 'U', missing: ['check-in'] } : CLEAN
  const parts = [...runs, ...flares, whole, ...training, unsaid]
  const otherSteps = [...runs, ...flares, ...training].some(({ grade }) => grade === 'S2')
  const merged = repeated(programme, day, merge(parts), context, otherSteps)
  return {
    ...merged,
    runGrades: runs.map(({ grade }) => grade),
    worstRun: [...runs, ...flares].reduce<Grade>((worst, { grade }) => worseGrade(worst, grade), 'S0'),
    peak: peakOf(record),
    daily,
    swelling:
      swelling ??
      (record.runs.some((run) => run.swelling === true) ||
        record.flares.some((flare) => flare.swelling === true) ||
        undefined),
    redFlags,
    isOnlyDaily: merged.grade === 'S2' && !otherSteps,
  }
}

function peakOf(record: DayRecord): number | undefined {
  const scores = [...record.runs, ...record.flares]
    .filter(({ pain }) => isOuterKnee(pain?.site))
    .flatMap(({ pain }) => [pain?.during, pain?.after].filter((score) => score !== undefined))
  return scores.length === 0 ? undefined : Math.max(...scores)
}

const merge = (parts: readonly Graded[]): Graded => {
  const grade = parts.reduce<Grade>((worst, part) => worseGrade(worst, part.grade), 'S0')
  return {
    grade,
    isBreak: isAtLeast(grade, 'S3') && parts.some((part) => part.isBreak),
    reasons: [...new Set(parts.flatMap(({ reasons }) => reasons))],
    missing: [...new Set(parts.flatMap(({ missing }) => missing))],
  }
}

/** A second step back within two weeks is no longer a step; two single ones of daily life count once. */
function repeated(
  programme: Programme,
  day: Day,
  found: Graded,
  context: DayContext,
  otherSteps: boolean,
): Graded {
  if (found.grade !== 'S2') return found
  const again = context.steps.some(
    (step) => step.day < day && isAgain(programme.painGrade, day - step.day) && (otherSteps || !step.daily),
  )
  if (!again) return found
  const fragile =
    context.standing.phase !== 'build' &&
    context.standing.phase !== 'maintain' &&
    context.standing.phase !== 'base'
  return { ...found, grade: 'S3', isBreak: fragile, reasons: [...found.reasons, 'again'] }
}

function reportOf(entry: RunEntry | FlareEntry, morningIsDue: boolean): RunReport {
  const { pain } = entry
  return {
    kind: entry.type,
    outerKnee: isOuterKnee(pain?.site),
    before: pain?.before,
    during: pain?.during,
    after: pain?.after,
    nextMorning: pain?.nextMorning,
    morningIsDue,
    onset: pain?.onsetMeters,
    trend: pain?.trend,
    lasting: pain?.lastingHours === undefined ? undefined : pain.lastingHours * 3600,
    limp: entry.limp,
    swelling: entry.swelling,
    analgesic: entry.type === 'run' ? entry.analgesic : undefined,
  }
}
