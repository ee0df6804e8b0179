import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { plannedFor } from '../../engine/look.ts'
import type { Session } from '../../engine/plan.ts'
import { addEntries } from '../../log/amend.ts'
import type { Entry, Log } from '../../log/schema.ts'
import { isName } from '../../log/words.ts'
import type { Programme } from '../../protocol/programme.ts'
import { usage, type Answer } from '../command.ts'
import { canAsk } from '../host.ts'
import { save } from '../save.ts'
import { askMissing, NOTHING_SAID, type Missing } from './ask-missing.ts'
import type { Told } from './form.ts'
import { patched } from './patch.ts'

type Planned = 'run' | 'cross-training' | 'mobility'

/** Writes one entry of what was said. */
export const addOne = ({ call, date, patch }: Told, type: Entry['type']): Promise<Result<Answer>> =>
  save(call, (log, { today }) => succeed(addEntries(log, [patched({ type, date }, patch)], today)))

/** Writes one session, and which planned one it answers where there is one. */
export const addSession = ({ call, date, patch }: Told, type: Planned): Promise<Result<Answer>> =>
  save(call, (log, { programme, today }) => {
    const planned = openSession(log, programme, date, type)
    const entry = patched({ type, date, ...answering(planned) }, patch)
    return succeed(addEntries(log, [entry], today))
  })

/** The link of an entry to the session it answers; a log with a very long uid has none that would fit. */
export const answering = (session: Session | undefined): { readonly session?: string } =>
  session !== undefined && isName(session.id) ? { session: session.id } : {}

/** The first planned session of its kind on a day that no entry has answered yet. */
export function openSession(
  log: Log,
  programme: Programme,
  date: CalendarDate,
  type: Session['type'],
): Session | undefined {
  const entries = log.entries.filter(({ removed }) => removed === undefined)
  const answered = new Set(entries.map((entry) => ('session' in entry ? entry.session : undefined)))
  return plannedFor(log, programme, date).find((each) => each.type === type && !answered.has(each.id))
}

/** Writes an entry that cannot do without some words: said, asked for on a terminal, or missed. */
export async function addWith(
  told: Told,
  type: Entry['type'],
  missing: Missing,
  flag: string,
): Promise<Result<Answer>> {
  const { call, inputs, patch } = told
  if (patch[missing.key] === undefined && !canAsk(call.host, call.flags)) {
    return fail(usage(`${flag} is missing: ${missing.text.toLowerCase()}`, `Such as: ${missing.hint}`))
  }
  const whole = await askMissing(call, inputs, patch, [missing])
  return whole === undefined ? NOTHING_SAID : addOne({ ...told, patch: whole }, type)
}
