import * as z from 'zod'
import { count, duration, paceOf } from '../base/quantity.ts'
import { metres, pace, seconds, timeFor, type Pace, type Volume } from '../base/units.ts'
import { ceilingOf, type Finding, finding, ruleFields } from './finding.ts'
import { exampleKind, maybe, type Sentences } from './example.ts'

/** The week before the injury bounds the way back; beyond it lies ordinary training. */
export const PreInjuryCap = z.strictObject({
  ...ruleFields,
  kind: z.literal('pre-injury-cap'),
  weeks: count(4, 8),
  /** So many of those weeks must have a run in the log before their mean counts. */
  logged: count(2, 4),
  /** Below this there is too little to build a return from. */
  least: duration('20 min', '60 min'),
  /** Used, and said to be assumed, where no run and no answer tells the pace. */
  assumedPace: paceOf('6:00/km', '9:00/km'),
})
export type PreInjuryCap = z.infer<typeof PreInjuryCap>

/**
 * The pre-injury week: the smaller of what was declared and the mean of what was logged, a week of none
 * counting.
 */
export function preInjuryWeek(
  rule: PreInjuryCap,
  declared: number | undefined,
  weeks: readonly number[],
): number | undefined {
  const mean = weeks.reduce((sum, week) => sum + week, 0) / weeks.length
  if (declared === undefined) return weeks.length > 0 ? mean : undefined
  const ran = weeks.filter((week) => week > 0).length
  return ran >= rule.logged ? Math.min(declared, mean) : declared
}

/** Metres of the pre-injury week with the time they take now. */
export const atPace = (distance: number, pace: Pace): Volume => ({
  meters: metres(distance),
  seconds: seconds(timeFor(distance, pace)),
})

export const evaluatePreInjuryCap = (rule: PreInjuryCap, week: Volume): Finding =>
  finding(rule.id, 'cap', { ceiling: ceilingOf(week), saw: { preInjuryMeters: week.meters } })

/** The last weeks before the flare, of which the mean is taken. */
export const weeksBefore = <T>(rule: PreInjuryCap, all: readonly T[]): readonly T[] => all.slice(-rule.weeks)

/** Too little running before the injury to share out over the runs of a return. */
export const isTooSmall = (rule: PreInjuryCap, week: Volume): boolean => week.seconds < rule.least

/** What the runs tell, else what the runner told, else an assumption that is said to be one. */
export const paceOr = (rule: PreInjuryCap, measured: Pace | undefined, declared: Pace | undefined): Pace =>
  measured ?? declared ?? rule.assumedPace

/** The sentences of the pre-injury cap. */
export const PRE_INJURY_CAP_SAYS: Sentences = {
  cap: ['preInjuryMeters'],
  pace: ['paceSecondsPerKm'],
  'too-small': ['leastSeconds'],
}

/** What was declared and the weeks that are logged, oldest first; a week of 0 km is one without a run. */
export const PRE_INJURY_CAP_EXAMPLE = exampleKind(
  z.strictObject({ declared: maybe, weeks: z.array(z.number()).default([]), pace: maybe }),
  (rule: PreInjuryCap, { declared, weeks, pace: told }) => {
    const distance = preInjuryWeek(rule, declared, weeksBefore(rule, weeks))
    const used = paceOr(rule, undefined, told === undefined ? undefined : pace(told))
    const week = distance === undefined ? undefined : atPace(distance, used)
    return {
      pace: used,
      ...(week !== undefined && {
        distance: evaluatePreInjuryCap(rule, week).ceiling?.meters,
        time: week.seconds,
        tooSmall: isTooSmall(rule, week),
      }),
    }
  },
)
