import { metres, type Metres, NO_RUNNING, plus, seconds, type Volume } from '../base/units.ts'
import { type Grade, isAtLeast, worseGrade } from '../rules/finding.ts'
import type { LivedDay } from './live-week.ts'

/** What the days of a week add up to, before it is held against its plan. */
export interface WeekTotals {
  readonly actual: Volume
  readonly runs: number
  readonly runDays: number
  readonly longest: Volume
  readonly grade: Grade
  readonly knee: Grade
  readonly isBreak: boolean
  readonly reasons: readonly string[]
  readonly missing: readonly string[]
  /** The entries its grade rests on, day by day. */
  readonly causes: readonly string[]
  readonly isScored: boolean
  readonly hurtRun: boolean
}

/** Sums and the worst grade of some lived days. */
export function totalsOf(lived: readonly LivedDay[]): WeekTotals {
  const runs = lived.flatMap((day) => day.runs)
  const graded = lived.map((day) => day.graded)
  const worst = graded.reduce<Grade>((grade, day) => worseGrade(grade, day.grade), 'S0')
  return {
    actual: runs.reduce<Volume>((sum, run) => plus(sum, run.volume), NO_RUNNING),
    runs: runs.length,
    runDays: lived.filter((day) => day.runs.length > 0).length,
    longest: {
      meters: runs.reduce<Metres>(
        (most, { volume }) => (volume.meters > most ? volume.meters : most),
        metres(0),
      ),
      seconds: seconds(Math.max(0, ...runs.map(({ volume }) => volume.seconds))),
    },
    grade: worst,
    knee: graded.reduce<Grade>((grade, day) => worseGrade(grade, day.knee), 'S0'),
    isBreak: lived.some(({ turn }) => turn === 'break'),
    reasons: [...new Set(graded.flatMap((day) => day.reasons))],
    causes: lived.flatMap(({ graded: each, cause }) =>
      cause !== undefined && each.grade === worst ? [cause] : [],
    ),
    missing: [...new Set(graded.flatMap((day) => day.missing))],
    isScored: runs.some(({ isScored }) => isScored),
    hurtRun: graded.some(({ worstRun }) => isAtLeast(worstRun, 'S1')),
  }
}
