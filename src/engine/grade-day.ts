import { isAgain } from '../rules/pain-window.ts'
import type { Day } from '../base/calendar.ts'
import type { FlareEntry, RunEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Grade, isAtLeast, worseGrade } from '../rules/finding.ts'
import {
  CLEAN,
  type Graded,
  gradeDay,
  gradeElsewhere,
  gradePlace,
  gradeRun,
  gradeTraining,
  type PartGrade,
  isOuterKnee,
  raisedAgain,
  type RunReport,
} from '../rules/pain-grade.ts'
import type { DayRecord } from './diary.ts'
import {
  dailyPain,
  type DayContext,
  type GradedDay,
  painkillerOn,
  placeName,
  placeTold,
  signOn,
  type Step,
} from './day-report.ts'
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
  const analgesic = painkillerOn(record)
  const reportsOfRuns = record.runs.map((run) => reportOf(run, context.morningIsDue, analgesic))
  const reportsOfFlares = record.flares.map((flare) => reportOf(flare, false, analgesic))
  const runs = reportsOfRuns.map((report) => gradeRun(rule, report, standing))
  const flares = reportsOfFlares.map((report) => gradeRun(rule, report, standing))
  const daily = dailyPain(record)
  const redFlags = record.checkIns.flatMap((entry) => entry.redFlags ?? [])
  const swelling = signOn(record, 'swelling')
  const whole = gradeDay(
    rule,
    {
      daily,
      limp: signOn(record, 'limp'),
      swelling,
      analgesic,
      redFlags,
      painfulDaysBefore: context.painfulDaysBefore,
      secondSwelling: context.secondSwelling,
    },
    standing,
  )
  const exercises = record.strength.flatMap((session) =>
    session.exercises.map(({ pain }) => gradeTraining(rule, 'strength', pain, standing, analgesic)),
  )
  const activities = record.crossTraining.map(({ pain }) =>
    gradeTraining(rule, 'cross-training', pain, standing, analgesic),
  )
  const unsaid: PartGrade =
    context.needsCheckIn && daily === undefined ? { ...CLEAN, grade: 'U', missing: ['check-in'] } : CLEAN
  const ofRuns = [...runs, ...flares, ...activities]
  const merged = merge([...ofRuns, whole, ...exercises, unsaid])
  const step = merged.grade === 'S2' ? stepOf(ofRuns, whole) : undefined
  const knee = step !== undefined && isRepeated(programme, day, step, context) ? raisedAgain(merged) : merged
  const atRuns = [...reportsOfRuns, ...reportsOfFlares].map((report) => ({
    site: report.site,
    ...gradeElsewhere(rule, report, standing),
  }))
  const inLife = record.checkIns.flatMap((entry) => {
    const told = placeTold(entry)
    if (told === undefined) return []
    const signs = { limp: entry.limp, swelling: entry.swelling, analgesic }
    return [{ site: told.site, ...gradePlace(rule, { ...told, ...signs }, standing) }]
  })
  const places = placesOf(programme, day, [...atRuns, ...inLife], context)
  const worstPlace = places.reduce<Grade>((worst, { grade }) => worseGrade(worst, grade), 'S0')
  return {
    grade: worseGrade(knee.grade, worstPlace),
    isBreak: knee.isBreak,
    reasons: [...new Set([...knee.reasons, ...places.flatMap(({ reasons }) => reasons)])],
    missing: knee.missing,
    // A red flag is one wherever it is.
    knee: worstPlace === 'S4' ? 'S4' : knee.grade,
    elsewhere: places.map(({ site, grade }) => ({ site, grade })),
    runGrades: runs.map(({ grade }, index) => worseGrade(grade, atRuns[index]?.grade ?? 'S0')),
    worstRun: [...runs, ...flares].reduce<Grade>((worst, { grade }) => worseGrade(worst, grade), 'S0'),
    peak: peakOf(record),
    daily,
    swelling,
    redFlags,
    step: knee.grade === 'S2' ? step : undefined,
    ranOnPainkiller: record.runs.length > 0 && analgesic === true,
  }
}

function peakOf(record: DayRecord): number | undefined {
  const scores = [...record.runs, ...record.flares]
    .filter(({ pain }) => isOuterKnee(pain?.site))
    .flatMap(({ pain }) => [pain?.during, pain?.after].filter((score) => score !== undefined))
  return scores.length === 0 ? undefined : Math.max(...scores)
}

function merge(parts: readonly PartGrade[]): PartGrade {
  const grade = parts.reduce<Grade>((worst, part) => worseGrade(worst, part.grade), 'S0')
  return {
    grade,
    isBreak: isAtLeast(grade, 'S3') && parts.some((part) => part.isBreak),
    breaks: parts.some((part) => part.breaks && isAtLeast(part.grade, 'S2')),
    reasons: [...new Set(parts.flatMap(({ reasons }) => reasons))],
    missing: [...new Set(parts.flatMap(({ missing }) => missing))],
  }
}

const stepOf = (ofRuns: readonly Graded[], whole: Graded): Step['of'] =>
  ofRuns.some(({ grade }) => grade === 'S2') ? 'run' : whole.grade === 'S2' ? 'daily' : 'exercise'

/** A second step back within two weeks is no longer a step; two single ones of daily life count once. */
const isRepeated = ({ painGrade }: Programme, day: Day, of: Step['of'], { steps }: DayContext): boolean =>
  of !== 'exercise' &&
  steps.some(
    (step) =>
      step.of !== 'exercise' && isAgain(painGrade, day - step.day) && (of === 'run' || step.of === 'run'),
  )

type PlacePart = PartGrade & { readonly site: string }

/** Each place with the worst that was said of it; moderate for the second time so soon, it is severe. */
function placesOf(
  { painGrade }: Programme,
  day: Day,
  parts: readonly PlacePart[],
  { elsewhere }: DayContext,
): PlacePart[] {
  const sites = [...new Set(parts.filter(({ grade }) => isAtLeast(grade, 'S1')).map(({ site }) => site))]
  return sites.map((site) => {
    const found = merge(parts.filter((part) => part.site === site))
    const again =
      found.grade === 'S2' &&
      elsewhere.some(
        (before) =>
          before.site === site && isAtLeast(before.grade, 'S2') && isAgain(painGrade, day - before.day),
      )
    return { site, ...(again ? raisedAgain(found) : found) }
  })
}

function reportOf(
  entry: RunEntry | FlareEntry,
  morningIsDue: boolean,
  ofDay: boolean | undefined,
): RunReport {
  const { pain } = entry
  const own = entry.type === 'run' ? entry.analgesic : undefined
  return {
    kind: entry.type,
    site: placeName(pain?.site),
    before: pain?.before,
    during: pain?.during,
    after: pain?.after,
    nextMorning: pain?.nextMorning,
    morningIsDue,
    onset: pain?.onsetMeters,
    ended: entry.type === 'run' ? entry.distanceMeters : undefined,
    trend: pain?.trend,
    lasting: pain?.lastingHours === undefined ? undefined : pain.lastingHours * 3600,
    limp: entry.limp,
    swelling: entry.swelling,
    analgesic: ofDay === true ? true : own,
  }
}
