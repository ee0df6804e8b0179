import type { CalendarDate } from '../base/calendar.ts'
import { fail, succeed, type Result } from '../base/problem.ts'
import { type DayLook, lookAt } from '../engine/look.ts'
import { milestonesReached } from '../engine/reached.ts'
import type { Amendment } from '../log/amend.ts'
import { lateFaults } from '../log/ahead.ts'
import { withoutDuplicates } from '../log/duplicates.ts'
import { readWhole } from '../log/read.ts'
import { renderLog } from '../log/render.ts'
import type { Log } from '../log/schema.ts'
import { stamped } from '../log/stamp.ts'
import { dateText } from '../base/date-text.ts'
import { renderJson } from '../render/json.ts'
import type { PageOptions } from '../render/page.ts'
import { renderSaved, type Saved } from '../render/saved.ts'
import { logPath } from '../store/paths.ts'
import { answer, usage, type Answer, type Call } from './command.ts'
import { pageFor } from './page.ts'
import { readInputs, type Inputs } from './read-inputs.ts'
import { savedEntries } from './saved-entries.ts'

/**
 * What a command wants to change. It is given the log as it stands when the file is written, which may be
 * newer than the one its questions were asked of.
 */
export type Change = (log: Log, inputs: Inputs) => Result<Amendment>

/** What a command has to say below the answer for today. */
type Below = (look: DayLook, page: PageOptions) => string

/** Writes a change to the log and answers with what was written, what is still open, and today. */
export async function save(call: Call, change: Change, below?: Below): Promise<Result<Answer>> {
  const inputs = await readInputs(call.host, call.flags)
  if (!inputs.ok) return inputs
  const { file } = logPath(call.host, call.flags.log)
  const written = await writeChange(call, inputs.value, change)
  return written.ok ? succeed(await report(call, inputs.value, file, written.value, below)) : written
}

/** What stood, what was made of it, and what stands now. */
export interface Step {
  readonly before: Log
  readonly after: Log
  readonly amended: Amendment['amended']
}

/** Writes a change to the log, whole or not at all and nothing in a dry run, for others to answer. */
export async function writeChange(call: Call, inputs: Inputs, change: Change): Promise<Result<Step>> {
  const { file } = logPath(call.host, call.flags.log)
  if (call.flags.dryRun === true) return step(call, inputs.log, inputs, change)
  const { changeFile } = await import('../store/log-file.ts')
  const made: { step: Step | undefined } = { step: undefined }
  const written = await changeFile(file, (text) => {
    const log = readWhole(text ?? '')
    // Somebody broke it between our first look and the lock: what is wrong is told by the next command.
    if (log === undefined) return fail(usage('the log changed while this was written', 'Try again.'))
    const taken = step(call, log, inputs, change)
    if (!taken.ok) return taken
    made.step = taken.value
    return succeed(taken.value.amended.length === 0 ? undefined : renderLog(taken.value.after))
  })
  if (!written.ok) return written
  if (made.step === undefined) throw new Error('a log was written that nobody made')
  return succeed(made.step)
}

function step(call: Call, log: Log, inputs: Inputs, change: Change): Result<Step> {
  const amendment = change(log, { ...inputs, log })
  if (!amendment.ok) return amendment
  const { amended } = amendment.value
  const late = lateFaults(
    amended.flatMap(({ action, entry }) => (action === 'removed' ? [] : [entry])),
    inputs.today,
  )
  if (late.length > 0) return fail(...late)
  const after = amended.length === 0 ? log : stamped(amendment.value.log, call.host.now)
  return succeed({ before: log, after, amended })
}

/** A day of grace is for travellers; for everybody else it is a slip. */
function tomorrowNote(amended: Amendment['amended'], today: CalendarDate): string {
  const ahead = amended.find(
    ({ action, entry }) => action !== 'removed' && entry.type !== 'absence' && entry.date > today,
  )
  return ahead === undefined
    ? ''
    : `dated tomorrow, ${dateText(ahead.entry.date)}; if that was a slip: itb undo`
}

async function report(
  call: Call,
  inputs: Inputs,
  file: string,
  { before, after, amended }: Step,
  below: Below = () => '',
): Promise<Answer> {
  const { programme, today, runner } = inputs
  const [then, now] = [before, after].map((log) => ({ ...log, entries: withoutDuplicates(log.entries) }))
  if (then === undefined || now === undefined) throw new Error('a log was lost')
  const look = lookAt(now, programme, today)
  const saved = new Set(amended.map(({ entry }) => entry.id))
  const known = milestonesReached(then, programme, today).map(({ id }) => id)
  const document: Saved = {
    format: 'itb-saved',
    version: 1,
    file,
    revision: after.revision ?? 0,
    dryRun: call.flags.dryRun === true,
    saved: amended,
    notSaid: look.week.owed.flatMap(({ entry, date, scores }) =>
      entry !== null && saved.has(entry) ? [{ id: entry, date, scores }] : [],
    ),
    reached: milestonesReached(now, programme, today).filter(({ id }) => !known.includes(id)),
    look,
  }
  const note = tomorrowNote(amended, today)
  if (call.flags.json === true) {
    const entries = savedEntries(amended, call.flags.notes === true)
    return answer(renderJson({ ...document, saved: entries }), { note })
  }
  const page = await pageFor(call, programme, runner)
  return answer(renderSaved(document, page) + below(look, page), { note })
}
