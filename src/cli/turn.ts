import { isCalendarDate, type CalendarDate } from '../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { lookAt } from '../engine/look.ts'
import { backTo } from '../log/back-to.ts'
import { changesBetween } from '../log/changes-between.ts'
import { readWhole } from '../log/read.ts'
import { renderLog } from '../log/render.ts'
import type { Log } from '../log/schema.ts'
import { runnerOn } from '../log/settings.ts'
import { stamped } from '../log/stamp.ts'
import { renderJson } from '../render/json.ts'
import type { Saved } from '../render/saved.ts'
import { renderTurnedBack } from '../render/turned-back.ts'
import { logPath } from '../store/paths.ts'
import { answer, usage, type Answer, type Call } from './command.ts'
import { pageFor } from './page.ts'
import { logText, notToday, readInputs, timeIn, withWayOut } from './read-inputs.ts'
import { savedEntries } from './saved-entries.ts'

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
  const day = today ?? (await todayAtHome(call, file))
  const made: { turned?: Turned } = {}
  const { turnBack } = await import('../store/log-file.ts')
  const written = await turnBack(file, way, (earlier, current) => {
    const turned = turnedTo(earlier, current, day, call.host.now)
    if (!turned.ok) return turned
    made.turned = turned.value
    return succeed(call.flags.dryRun === true ? undefined : renderLog(turned.value.after))
  })
  if (!written.ok) return fail(...written.problems.map(withWayOut))
  return made.turned === undefined ? fail(NO_LOG) : report(call, file, made.turned)
}

const NO_LOG: Problem = usage(
  'the version before this one is no log either',
  'Look at the files beside the log, the newest first.',
)

/** The date where the runner lives; that of the machine where the log does not say, or cannot be read. */
async function todayAtHome({ host }: Call, file: string): Promise<CalendarDate> {
  const text = await logText(host, file)
  const log = text.ok ? readWhole(text.value) : undefined
  if (log === undefined) return host.today
  return (await timeIn(host, runnerOn(log, host.today).timeZone))?.date ?? host.today
}

/** Content goes back and the revision does not: who counts on it must see that something happened. */
function turnedTo(earlier: string, current: string, today: CalendarDate, now: string): Result<Turned> {
  const [log, before] = [readWhole(earlier), readWhole(current)]
  if (log === undefined) return fail(NO_LOG)
  const said = /"revision": ?(\d{1,15})/.exec(current)?.[1]
  const revision = Math.max(log.revision ?? 0, before?.revision ?? Number(said ?? 0))
  const back = before === undefined ? log : backTo(before, log, today)
  const uid = log.uid ?? before?.uid
  return succeed({ before, after: stamped({ ...back, ...(uid !== undefined && { uid }), revision }, now) })
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
  if (call.flags.json === true) {
    const saved = savedEntries(document.saved, call.flags.notes === true)
    return succeed(answer(renderJson({ ...document, saved })))
  }
  return succeed(answer(renderTurnedBack(document, await pageFor(call, programme, runner))))
}
