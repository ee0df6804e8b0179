import { addDays, dateOf, dayOf } from '../../base/calendar.ts'
import { fail, succeed, type Problem } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import type { Programme } from '../../protocol/programme.ts'
import { usage } from '../command.ts'
import { dateMeant } from '../date-words.ts'
import type { Reader } from './field.ts'

const WEEK = 7

/** The last day of something that lies ahead: of a weekday the next one counts, and not the last. */
export const lastDay: Reader = (said, flag, { today }) => {
  const date = dateMeant(String(said), today)
  if (date === undefined) return fail(noDate(flag, String(said)))
  const isWeekday = date < today && date !== said && said !== 'yesterday'
  return succeed(isWeekday ? dateOf(addDays(dayOf(date), WEEK)) : date)
}

/** A word that should have been a date. */
export const noDate = (what: string, said: string) =>
  usage(`${what} is "${said}", which is no date`, 'It can be: today, yesterday, mon, 2026-03-02.')

/** The exercises a programme has, in its order. */
export const exercisesOf = ({ rehab, cycle }: Programme): readonly string[] => [
  ...new Set([...rehab.exercises, ...cycle.exercises].map(({ id }) => id)),
]

/** An exercise that the programme does not have: done or not, it would count for nothing. */
export const unknownExercise = (id: string, known: readonly string[]): Problem => ({
  code: 'unknown-exercise',
  message: `the protocol has no exercise "${id}"`,
  hint: `${didYouMean(id, known)}Known here: ${known.join(', ')}.`,
})

/** One exercise for another, `single-leg-box-squat=glute-bridge`. */
export const substitutions: Reader = (said, flag, { programme }) => {
  const known = exercisesOf(programme)
  const pairs = (typeof said === 'object' ? said : [String(said)]).map((each) => each.split('='))
  const problems = pairs.flatMap((pair) =>
    pair.length === 2
      ? pair.filter((id) => !known.includes(id)).map((id) => unknownExercise(id, known))
      : [usage(`${flag} is "${pair.join('=')}"`, 'It is written: single-leg-box-squat=glute-bridge')],
  )
  return problems.length > 0 ? fail(...problems) : succeed(Object.fromEntries(pairs))
}
