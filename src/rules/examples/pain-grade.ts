import * as z from 'zod'
import { exampleKind, maybe, type Outcome, type Sentences } from '../example.ts'
import {
  type Graded,
  gradeDay,
  gradeElsewhere,
  gradePlace,
  gradeRun,
  gradeTraining,
  isOuterKnee,
  type PainGrade,
} from '../pain-grade.ts'
import { addsUp, isAgain } from '../pain-window.ts'

/** The sentences of the grading, which has none of its own to say. */
export const PAIN_GRADE_SAYS: Sentences = {}

const said = z.boolean().optional()

const Run = z.strictObject({
  site: z.string().default('outer-knee'),
  before: maybe,
  during: maybe,
  after: maybe,
  nextMorning: maybe,
  onset: maybe,
  ended: maybe,
  trend: z.enum(['none', 'eased', 'steady', 'worsened']).optional(),
  lasting: maybe,
  limp: said.default(false),
  swelling: said.default(false),
  painkiller: said.default(false),
})
const DayGiven = z.strictObject({
  daily: maybe,
  limp: said,
  swelling: said,
  painkiller: said,
  redFlags: z.array(z.string()).default([]),
  /** Days since the other ones with pain in daily life. */
  earlierPain: z.array(z.number()).default([]),
  isSecondSwelling: z.boolean().default(false),
})
const PlaceGiven = z.strictObject({
  site: z.string(),
  worst: z.number(),
  resting: z.number().default(0),
  limp: said,
  swelling: said,
})

const Given = z.strictObject({
  phase: z.enum(['base', 'acute-reduced', 'no-running', 'stage', 'build', 'maintain']).default('build'),
  run: Run.optional(),
  flare: Run.optional(),
  day: DayGiven.optional(),
  /** Pain at another place in daily life. */
  place: PlaceGiven.optional(),
  strength: maybe,
  crossTraining: maybe,
  /** Days since the last moderate pain. */
  sinceModerate: maybe,
})
type Given = z.infer<typeof Given>

/** One run, one day or one exercise, and what it amounts to. */
export const PAIN_GRADE_EXAMPLE = exampleKind(Given, (rule: PainGrade, given) => {
  const found = gradedOf(rule, given)
  return {
    ...(found !== undefined && outcomeOf(found)),
    ...(given.sinceModerate !== undefined && { again: isAgain(rule, given.sinceModerate) }),
  }
})

const outcomeOf = ({ grade, isBreak, missing }: Graded): Outcome => ({ grade, isBreak, missing })

function gradedOf(rule: PainGrade, given: Given): Graded | undefined {
  const standing = { phase: given.phase }
  const report = given.run ?? given.flare
  if (report !== undefined) {
    const { painkiller, ...scores } = report
    const kind = given.run === undefined ? 'flare' : 'run'
    const said = { ...scores, kind, analgesic: painkiller, morningIsDue: true } as const
    return isOuterKnee(report.site) ? gradeRun(rule, said, standing) : gradeElsewhere(rule, said, standing)
  }
  if (given.day !== undefined) {
    const { earlierPain, isSecondSwelling, painkiller, ...day } = given.day
    const painfulDaysBefore = earlierPain.filter((daysBetween) => addsUp(rule, daysBetween)).length
    const known = { ...day, painfulDaysBefore, secondSwelling: isSecondSwelling, analgesic: painkiller }
    return gradeDay(rule, known, standing)
  }
  if (given.place !== undefined) return gradePlace(rule, given.place, standing)
  if (given.strength !== undefined) return gradeTraining(rule, 'strength', given.strength, standing)
  if (given.crossTraining === undefined) return undefined
  return gradeTraining(rule, 'cross-training', given.crossTraining, standing)
}
