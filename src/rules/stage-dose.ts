import * as z from 'zod'
import { count, duration, share } from '../base/quantity.ts'
import { metres, type Pace, pace, seconds, type Volume } from '../base/units.ts'
import { type Finding, finding, ruleFields } from './finding.ts'
import { exampleKind, GivenVolume, type Sentences } from './example.ts'

const Minutes = z.array(duration('10 min', '30 min')).min(1).max(4)

/** A run split into running and walking: so many times so long, with a walk after each. */
const Frame = z.strictObject({
  for: duration('10 min', '30 min'),
  repeats: count(1, 12),
  run: duration('1 min', '30 min'),
  walk: duration('0 s', '5 min'),
  /** Running left over after the repeats. */
  then: duration('1 min', '10 min').optional(),
})
export type Frame = z.infer<typeof Frame>

/**
 * One stage of the return: its runs in minutes of running, its ceiling, and how the minutes are broken by
 * walks.
 */
export const StageDose = z.strictObject({
  ...ruleFields,
  kind: z.literal('stage-dose'),
  /** Minutes of each run where that many fit on alternate days. */
  runs: Minutes,
  /** Minutes of each run where fewer fit. */
  fewer: Minutes.optional(),
  weekMost: duration('10 min', '60 min').optional(),
  shareOfPreInjury: share('10%', '60.5%'),
  /** Walking before the first step of running. */
  walkFirst: duration('5 min', '15 min'),
  /** In the order of the runs; a run of another length is run straight. */
  frames: z.array(Frame),
  longestLast: z.boolean(),
  pickups: z.strictObject({ most: count(0, 4), each: duration('10 s', '30 s') }).optional(),
})
export type StageDose = z.infer<typeof StageDose>

/** The most a week of this stage may be for this runner, in both units. */
export function stageCeiling(rule: StageDose, preInjury: Volume | undefined): Volume {
  const most = rule.weekMost ?? rule.runs.reduce((sum, run) => sum + run, 0)
  const byWeek = preInjury === undefined ? Number.POSITIVE_INFINITY : preInjury.meters * rule.shareOfPreInjury
  const bySeconds =
    preInjury === undefined ? Number.POSITIVE_INFINITY : preInjury.seconds * rule.shareOfPreInjury
  return { meters: metres(byWeek), seconds: seconds(Math.min(most, bySeconds)) }
}

/** A stage is a dose in minutes, and never more than its share of the week before the injury. */
export function evaluateStageDose(rule: StageDose, preInjury: Volume | undefined, atPace: Pace): Finding {
  const ceiling = stageCeiling(rule, preInjury)
  const dose = rule.runs.reduce((sum, run) => sum + run, 0)
  const allowed = Math.min(dose, ceiling.seconds)
  return finding(rule.id, allowed < dose ? 'share' : 'dose', {
    ceiling: {
      meters: metres(Math.min(ceiling.meters, (allowed * 1000) / atPace)),
      seconds: seconds(allowed),
    },
    saw: {
      doseSeconds: dose,
      shareOfPreInjuryShare: rule.shareOfPreInjury,
      preInjuryMeters: preInjury?.meters ?? null,
    },
  })
}

/** The minutes of each run where so many runs fit. */
export const dosesFor = (rule: StageDose, fitting: number): readonly number[] =>
  fitting >= rule.runs.length ? rule.runs : fitting <= 0 ? [] : (rule.fewer ?? rule.runs).slice(-fitting)

/**
 * The frame of a run; of runs of one length the first takes the first, and the last frame serves the rest.
 */
export function frameFor(rule: StageDose, time: number, nthOfLength: number): Frame | undefined {
  const alike = rule.frames.filter((frame) => frame.for === time)
  return alike[Math.min(nthOfLength, alike.length - 1)]
}

/** Seconds from the door and back: walking first, then running with its walks. */
export const outingOf = (rule: StageDose, time: number, frame: Frame | undefined): number =>
  rule.walkFirst + time + (frame === undefined ? 0 : frame.repeats * frame.walk)

/** The sentences of a stage. */
export const STAGE_DOSE_SAYS: Sentences = {
  dose: ['doseSeconds', 'shareOfPreInjuryShare', 'preInjuryMeters'],
  share: ['doseSeconds', 'shareOfPreInjuryShare', 'preInjuryMeters'],
}

/** The week before the injury, how many runs fit and whether all since the return was clean. */
export const STAGE_DOSE_EXAMPLE = exampleKind(
  z.strictObject({
    preInjury: GivenVolume.optional(),
    pace: z.number().default(360),
    fitting: z.number().default(7),
    isClean: z.boolean().default(false),
  }),
  (rule: StageDose, given) => {
    const { says, ceiling } = evaluateStageDose(rule, given.preInjury, pace(given.pace))
    const runs = dosesFor(rule, given.fitting)
    const nth = (run: number, index: number) => runs.slice(0, index).filter((other) => other === run).length
    const frames = runs.map((run, index) => frameFor(rule, run, nth(run, index)))
    return {
      says,
      time: ceiling?.seconds,
      distance: ceiling?.meters,
      mostTime: stageCeiling(rule, given.preInjury).seconds,
      runs,
      walks: frames.map((frame) => (frame === undefined ? null : [frame.repeats, frame.run, frame.walk])),
      outings: runs.map((run, index) => outingOf(rule, run, frames[index])),
      pickups: given.isClean && rule.pickups !== undefined ? [rule.pickups.most, rule.pickups.each] : null,
    }
  },
)
