import * as z from 'zod'
import { pace } from '../../base/units.ts'
import { exampleKind, GivenVolume, maybe } from '../example.ts'
import {
  evaluateSessionCap,
  isInWindow,
  isOneOuting,
  isOnsetInWindow,
  isTooShort,
  isUnscoredTrusted,
  type SessionCap,
  unsaidOnset,
} from '../session-cap.ts'

const Given = z.strictObject({
  phase: z.enum(['base', 'stage', 'other']).default('other'),
  /** The longest run, how many days ago it was and whether its pain was scored. */
  longest: GivenVolume.optional(),
  daysAgo: z.number().default(1),
  isScored: z.boolean().default(true),
  /** Where pain began, and how many days ago. */
  onset: maybe,
  onsetDaysAgo: z.number().default(1),
  /** Something hurt in the last days, however little. */
  hurtLately: z.boolean().default(false),
  /** The longest run of the plan before a week that is held. */
  before: GivenVolume.optional(),
  /** No run need be shorter. */
  least: GivenVolume.optional(),
  /** A run that hurt where nobody said when it began: how long it was, and how long the one shown was. */
  ended: z.number().default(0),
  shown: maybe,
  hurtRunning: z.boolean().default(true),
  pace: z.number().default(360),
  /** Between the starts of two runs of one day. */
  startsApart: z.number().default(0),
  run: z.number().default(0),
})

/** The runs of the last weeks and one run to come. */
export const SESSION_CAP_EXAMPLE = exampleKind(Given, (rule: SessionCap, given) => {
  const counts = isInWindow(rule, given.daysAgo) && (given.isScored || isUnscoredTrusted(rule, given.daysAgo))
  const { most, finding } = evaluateSessionCap(rule, {
    where: given.phase,
    longest: counts ? given.longest : undefined,
    longestIfSaid: isInWindow(rule, given.daysAgo) ? given.longest : undefined,
    least: given.least,
    onset: isOnsetInWindow(rule, given.onsetDaysAgo) ? given.onset : undefined,
    hurtLately: given.hurtLately,
    before: given.before,
    pace: pace(given.pace),
  })
  return {
    says: finding.says,
    mostDistance: Number.isFinite(most.meters) ? most.meters : null,
    mostTime: Number.isFinite(most.seconds) ? most.seconds : null,
    oneOuting: isOneOuting(rule, given.startsApart),
    unsaidOnset: unsaidOnset(rule, given.ended, given.hurtRunning, given.shown),
    tooShort: isTooShort(rule, given.run),
  }
})
