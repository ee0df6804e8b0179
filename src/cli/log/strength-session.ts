import { dateOf, dayOf, type CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { PlannedExercise, Session } from '../../engine/plan.ts'
import { daysOfWeek } from '../../engine/live-week.ts'
import { findEntries } from '../../log/find.ts'
import type { Log } from '../../log/schema.ts'
import { dateText } from '../../base/date-text.ts'
import { usage } from '../command.ts'
import { weekOf } from '../date-words.ts'
import type { Inputs } from '../read-inputs.ts'
import { answering, openSession } from './add-one.ts'
import { named, withSaid, type Done, type ExercisesSaid } from './exercises.ts'

/**
 * The strength session meant by a day: its own, else the nearest open one of its week. Said twice of one
 * day it is none, or the second time would tick off a session that is still to come.
 */
export function plannedStrength(log: Log, inputs: Inputs, date: CalendarDate): Session | undefined {
  if (findEntries(log, date, inputs.today, 'strength').ok) return undefined
  const day = dayOf(date)
  const week = daysOfWeek(dayOf(weekOf(date, inputs.runner.weekStart)))
  const nearest = week.sort((a, b) => Math.abs(a - day) - Math.abs(b - day) || a - b)
  for (const each of nearest) {
    const session = openSession(log, inputs.programme, dateOf(each), 'strength')
    if (session !== undefined) return session
  }
  return undefined
}

/** What a strength entry says of its exercises, and whether they were taken from the plan. */
interface Practice {
  readonly exercises: readonly Done[]
  readonly session?: string
  readonly attested?: true
}

/**
 * The planned session free of pain, as far as nothing else was said. Once sets were counted, an exercise
 * whose sets were not has none: the plan's number is no count, and that it was done is attested alone.
 */
export function practiceOf(
  planned: Session | undefined,
  said: ExercisesSaid,
  date: CalendarDate,
): Result<Practice> {
  const isCounted = said.sets.size > 0
  const ids = planned?.exercises.map(({ id }) => id) ?? []
  const stray = said.skip.filter((id) => !ids.includes(id))
  if (planned === undefined && !isCounted) return fail(nothingPlanned(date))
  if (stray.length > 0)
    return fail(usage(`${stray.join(', ')} was not planned`, `Planned: ${ids.join(', ')}.`))
  const done = [
    ...(planned?.exercises ?? []).map((each) => asPlanned(each, isCounted)),
    ...named(said).flatMap((id) => (ids.includes(id) ? [] : [{ id, pain: 0 }])),
  ].filter(({ id }) => !said.skip.includes(id))
  if (done.length === 0)
    return fail(usage('nothing is left of the session', 'A day without it needs no entry.'))
  const isTaken = planned !== undefined && done.some(({ id }) => !said.sets.has(id))
  return succeed({
    exercises: done.map((each) => withSaid(each, said)),
    ...answering(planned),
    ...(isTaken && { attested: true as const }),
  })
}

/** Its effort is nobody's guess: without a stated one the engine lifts no exercise to its next level. */
function asPlanned({ id, sets, reps, level }: PlannedExercise, isCounted: boolean): Done {
  const most = isCounted ? undefined : reps?.at(-1)
  return {
    id,
    ...(!isCounted && { sets }),
    ...(most !== undefined && { reps: most }),
    ...(level !== null && { level }),
    pain: 0,
  }
}

const nothingPlanned = (date: CalendarDate): Problem => ({
  code: 'nothing-planned',
  message: `no strength session is open on ${dateText(date)} or near it`,
  hint: 'Say what was done: itb log strength --sets clamshell=15,15 --sets glute-bridge=12,12',
})
