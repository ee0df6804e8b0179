import { isCalendarDate } from '../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { lookAt } from '../engine/look.ts'
import { changesBetween } from '../log/changes-between.ts'
import { readWhole } from '../log/read.ts'
import { renderLog } from '../log/render.ts'
import type { Log } from '../log/schema.ts'
import { stamped } from '../log/stamp.ts'
import { renderJson } from '../render/json.ts'
import type { Saved } from '../render/saved.ts'
import { renderTurnedBack } from '../render/turned-back.ts'
import { logPath } from '../store/paths.ts'
import { answer, usage, type Answer, type Call } from './command.ts'
import { pageFor } from './page.ts'
import { notToday, readInputs } from './read-inputs.ts'

/** The log as it was and as it is after a step back or forward. */
interface Turned {
  /** Undefined where it could not be read: somebody may have broken it by hand. */
  readonly before: Log | undefined
  readonly after: Log
}

/** Goes a write back, or an undo back, and says what is another than before. */
export async function turn(call: Call, way: 'undo' | 'restore'): Promise<Result<Answer>> {
  const { file } = logPath(call.host, call.flags.log)
  if (file === '-') return fail(usage('--log - can be read and not written', 'Name a file: --log log.json'))
  const { today } = call.flags
  // Told before anything is written, where the answer would have told it after.
  if (today !== undefined && !isCalendarDate(today)) return fail(notToday(today))
  const made: { turned?: Turned } = {}
  const { turnBack } = await import('../store/log-file.ts')
  const written = await turnBack(file, way, (earlier, current) => {
    const turned = turnedTo(earlier, current, call.host.now)
    if (!turned.ok) return turned
    made.turned = turned.value
    return succeed(call.flags.dryRun === true ? undefined : renderLog(turned.value.after))
  })
  if (!written.ok) return written
  return made.turned === undefined ? fail(NO_LOG) : report(call, file, made.turned)
}

const NO_LOG: Problem = usage(
  'the version before this one is no log either',
  'Look at the files beside the log, the newest first.',
)

/** Content goes back and the revision does not: who counts on it must see that something happened. */
function turnedTo(earlier: string, current: string, now: string): Result<Turned> {
  const [log, before] = [readWhole(earlier), readWhole(current)]
  if (log === undefined) return fail(NO_LOG)
  const said = /"revision": ?(\d{1,15})/.exec(current)?.[1]
  const revision = Math.max(log.revision ?? 0, before?.revision ?? Number(said ?? 0))
  return succeed({ before, after: stamped({ ...log, revision }, now) })
}

async function report(call: Call, file: string, { before, after }: Turned): Promise<Result<Answer>> {
  const inputs = await readInputs(call.host, call.flags)
  if (!inputs.ok) return inputs
  const { programme, today, runner } = inputs.value
  const document: Saved = {
    format: 'itb-saved',
    version: 1,
    file,
    revision: after.revision ?? 0,
    dryRun: call.flags.dryRun === true,
    saved: before === undefined ? [] : changesBetween(before, after),
    notSaid: [],
    reached: [],
    look: lookAt(after, programme, today),
  }
  if (call.flags.json === true) return succeed(answer(renderJson(document)))
  return succeed(answer(renderTurnedBack(document, await pageFor(call, programme, runner))))
}
