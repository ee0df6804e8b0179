import type { RunEntry } from '../log/schema.ts'
import type { DayRecord } from './diary.ts'
import { isOuterKnee } from '../rules/pain-grade.ts'
import { type DayContext, dailyPain, type GradedDay, signOn } from './day-report.ts'

/**
 * The grade of a day of which nothing, or nothing but good, was said; undefined for any other. Most days of
 * a log are so, and a replay asks for all of them; a test holds this against the full grading.
 */
export function quickGrade(record: DayRecord, context: DayContext): GradedDay | undefined {
  if (isSilent(record)) return silentDay(record, context)
  return isCalm(record, context) ? calmDay(record) : undefined
}

const isSilent = ({ runs, flares, checkIns, strength, crossTraining }: DayRecord): boolean =>
  flares.length === 0 &&
  checkIns.length === 0 &&
  strength.length === 0 &&
  crossTraining.length === 0 &&
  runs.every(
    (run) =>
      run.pain === undefined &&
      run.limp === undefined &&
      run.swelling === undefined &&
      run.analgesic === undefined,
  )

const UNSAID = ['during', 'nextMorning', 'limp', 'swelling', 'analgesic']
const PLAIN = {
  isBreak: false,
  elsewhere: [],
  reasons: [],
  peak: undefined,
  daily: undefined,
  swelling: undefined,
  redFlags: [],
  step: undefined,
  ranOnPainkiller: false,
}
const NO_DAY: GradedDay = { ...PLAIN, grade: 'S0', knee: 'S0', missing: [], runGrades: [], worstRun: 'S0' }

function silentDay({ runs }: DayRecord, { morningIsDue, needsCheckIn }: DayContext): GradedDay {
  if (runs.length === 0 && !needsCheckIn) return NO_DAY
  const scores = runs.length === 0 ? [] : UNSAID.filter((score) => morningIsDue || score !== 'nextMorning')
  const missing = needsCheckIn ? [...scores, 'check-in'] : scores
  return {
    ...PLAIN,
    grade: 'U',
    knee: 'U',
    missing,
    runGrades: runs.map(() => 'U' as const),
    worstRun: runs.length === 0 ? 'S0' : 'U',
  }
}

/** Every score that is due was given and is 0, and every sign was asked for and absent. */
const isCalm = (record: DayRecord, { morningIsDue, needsCheckIn, secondSwelling }: DayContext): boolean =>
  record.flares.length === 0 &&
  !secondSwelling &&
  record.runs.every((run) => isCalmRun(run, morningIsDue)) &&
  record.checkIns.every(
    ({ pain, limp, swelling, analgesic, redFlags }) =>
      !pain?.dailyActivities &&
      !pain?.stairs &&
      !pain?.rest &&
      !pain?.night &&
      analgesic !== true &&
      limp !== true &&
      swelling !== true &&
      (redFlags ?? []).length === 0,
  ) &&
  record.strength.every(({ exercises }) => exercises.every(({ pain }) => pain === 0)) &&
  record.crossTraining.every(({ pain }) => !pain) &&
  (!needsCheckIn || dailyPain(record) !== undefined)

const isCalmRun = ({ pain, limp, swelling, analgesic }: RunEntry, morningIsDue: boolean): boolean =>
  pain?.during === 0 &&
  !pain.after &&
  !pain.before &&
  isOuterKnee(pain.site) &&
  (pain.nextMorning === 0 || (pain.nextMorning === undefined && !morningIsDue)) &&
  limp === false &&
  swelling === false &&
  analgesic === false

// Written out and not spread: a replay of years makes tens of thousands of these.
const calmDay = (record: DayRecord): GradedDay => ({
  grade: 'S0',
  knee: 'S0',
  elsewhere: NONE,
  isBreak: false,
  reasons: NONE,
  missing: NONE,
  runGrades: record.runs.length === 0 ? NONE : record.runs.map(() => 'S0' as const),
  worstRun: 'S0',
  peak: record.runs.length > 0 ? 0 : undefined,
  daily: dailyPain(record),
  swelling: signOn(record, 'swelling'),
  redFlags: NONE,
  step: undefined,
  ranOnPainkiller: false,
})

const NONE: readonly never[] = []
