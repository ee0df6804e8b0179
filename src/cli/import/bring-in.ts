import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import type { Answer, Call } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'
import { writeChange } from '../save.ts'
import type { Collected } from './collect.ts'
import { prepare } from './prepare.ts'
import { reportOf } from './report.ts'
import { takeIn, type TakenIn } from './take-in.ts'
import { placed } from './where.ts'

/** Puts what was read into the log by one write, and tells what that comes to. */
export async function bringInAll(
  call: Call,
  inputs: Inputs,
  collected: Collected,
  since: CalendarDate | undefined,
): Promise<Result<Answer>> {
  const { today } = inputs
  const there = await placed(call, collected.found, inputs.log)
  const prepared = prepare(collected, there, { today, since })
  const isNothing = prepared.ready.length + prepared.earlier + prepared.leftOut.length === 0
  if (isNothing) return fail(...prepared.problems)
  const made: { taken?: TakenIn } = {}
  const written = await writeChange(call, inputs, (log) => {
    made.taken = takeIn(log, prepared.ready, today, there.asked)
    return succeed(made.taken.amendment)
  })
  if (!written.ok) return written
  if (made.taken === undefined) throw new Error('an import was written that nobody made')
  return succeed(await reportOf(call, inputs, prepared, made.taken, written.value))
}
