import * as z from 'zod'
import { exampleKind, maybe } from '../example.ts'
import {
  introducedBy,
  isEasyEnough,
  isSessionDone,
  isStrengthDue,
  mayRise,
  sessionsIn,
  setsAfter,
  type StrengthPlan,
  timeOf,
} from '../strength-plan.ts'

const Given = z.strictObject({
  day: z.number().default(1),
  sinceFirst: maybe,
  phase: z.enum(['rehab', 'return', 'later', 'least']).default('rehab'),
  session: z.number().default(1),
  effort: maybe,
  topsInARow: z.number().default(0),
  exercisesDone: z.number().default(0),
  exercisesPlanned: z.number().default(6),
  oneSet: z.number().default(0),
})

/** A day of the episode, the days since the first session, and how the exercises went. */
export const STRENGTH_PLAN_EXAMPLE = exampleKind(Given, (rule: StrengthPlan, given) => {
  const sets = setsAfter(rule, given.sinceFirst)
  return {
    begins: isStrengthDue(rule, given.day),
    sessions: sessionsIn(rule, given.phase),
    sets,
    exercises: introducedBy(rule, given.session),
    isEasy: isEasyEnough(rule, given.effort),
    rises: mayRise(rule, given.topsInARow),
    counts: isSessionDone(rule, given.exercisesDone, given.exercisesPlanned),
    time: timeOf(rule, sets, given.oneSet),
  }
})
