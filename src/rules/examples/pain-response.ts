import * as z from 'zod'
import { exampleKind, GivenVolume, maybe, outcomeOf } from '../example.ts'
import { GRADES } from '../finding.ts'
import {
  endsPause,
  evaluatePainResponse,
  isIntensityClosed,
  isSecondOnPainkiller,
  isSteady,
  pauseWeeks,
  type PainResponse,
  runFreeDaysAfter,
} from '../pain-response.ts'

const Given = z.strictObject({
  grade: z.enum(GRADES),
  isBreak: z.boolean().default(false),
  phase: z.enum(['base', 'acute-reduced', 'no-running', 'stage', 'build', 'maintain']).default('build'),
  trained: GivenVolume.optional(),
  planned: GivenVolume.optional(),
  hadIntensity: z.boolean().default(false),
  isTolerated: z.boolean().default(false),
  /** How long a trace was felt. */
  lasting: maybe,
  daysSincePain: maybe,
  /** Check-ins in a row without pain, and days since a run on a painkiller of another week. */
  quietCheckIns: maybe,
  sincePainkiller: maybe,
})

/** The worst grade of a week and the volumes around it. */
export const PAIN_RESPONSE_EXAMPLE = exampleKind(Given, (rule: PainResponse, given) => ({
  ...outcomeOf(
    evaluatePainResponse(rule, {
      grade: given.grade,
      isBreak: given.isBreak,
      where: given.phase,
      reasons: [],
      missing: [],
      causes: [],
      trained: given.trained,
      planned: given.planned,
      previous: given.planned,
      hadIntensity: given.hadIntensity,
      isTolerated: given.isTolerated,
    }),
  ),
  runFreeDays: runFreeDaysAfter(rule, given.grade, given.isBreak),
  ...(given.lasting !== undefined && { steady: isSteady(rule, given.lasting, 0) }),
  pauseWeeks: pauseWeeks(rule),
  ...(given.quietCheckIns !== undefined && { pauseEnds: endsPause(rule, given.quietCheckIns) }),
  ...(given.sincePainkiller !== undefined && { pauses: isSecondOnPainkiller(rule, given.sincePainkiller) }),
  ...(given.daysSincePain !== undefined && { intensityClosed: isIntensityClosed(rule, given.daysSincePain) }),
}))
