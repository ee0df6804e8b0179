import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { lookAt } from '../../engine/look.ts'
import { makePlans } from '../../engine/make-plan.ts'
import { identify } from '../../log/ids.ts'
import { renderLog } from '../../log/render.ts'
import type { Log } from '../../log/schema.ts'
import { begun } from '../../log/stamp.ts'
import type { Programme } from '../../protocol/programme.ts'
import { renderJson } from '../../render/json.ts'
import { renderOutlook } from '../../render/outlook.ts'
import { pageOf, paragraph, type PageOptions } from '../../render/page.ts'
import type { Saved } from '../../render/saved.ts'
import { answer, type Answer, type Call } from '../command.ts'
import { weekOf } from '../date-words.ts'
import { readText } from '../../store/files.ts'
import { canAsk } from '../host.ts'
import { withWayOut } from '../read-inputs.ts'

/** A log that is not on disk yet, and where it will be. */
export interface Draft {
  readonly file: string
  readonly log: Log
  readonly programme: Programme
  readonly today: CalendarDate
  /** What must be said before the plan; empty where nothing stands in its way. */
  readonly warning: readonly string[]
  /** What is to be known about the plan, after it. */
  readonly remarks: readonly string[]
}

/** Says what the plan will be, asks at a terminal whether to go on, and writes the log. */
export async function begin(call: Call, draft: Draft, page: PageOptions): Promise<Result<Answer>> {
  const remarks = draft.remarks.map((line) => `${line}\n`).join('')
  const shown = [...draft.warning, outlook(draft, page) + remarks].join('\n')
  const isAsking = canAsk(call.host, call.flags) && call.flags.dryRun !== true
  if (isAsking) {
    call.host.stderr.write(`\n${shown}\n`)
    if ((await call.host.ask(writeQuestion(draft.file))) !== 'y')
      return succeed(answer('nothing was written\n', { exitCode: 1 }))
  }
  const log = begun(draft.log, call.host.now)
  const written = call.flags.dryRun === true ? undefined : await write(draft.file, log)
  if (written?.ok === false) return written
  if (call.flags.json === true) return succeed(answer(renderJson(documentOf(call, draft, log))))
  const end =
    written === undefined
      ? `nothing was written; the log would be ${draft.file}\n`
      : `saved to ${draft.file}\n${paragraph(NEXT, pageOf(page)).join('\n')}\n`
  return succeed(answer(isAsking ? end : `${shown}\n${end}`))
}

const NEXT = 'Next: itb today (what is on today), and in the evening: itb'

const writeQuestion = (file: string) =>
  ({
    kind: 'key',
    text: `Begin the log ${file}?`,
    keys: [{ key: 'y', means: 'write it' }],
    enter: 'write nothing',
  }) as const

function outlook({ log, programme, today }: Draft, page: PageOptions): string {
  const [running, next] = makePlans(log, programme, today, weekOf(today, log.runner.weekStart), 2)
  if (running === undefined || next === undefined) throw new Error('two weeks were asked for')
  return renderOutlook([running, next], page)
}

/** Nobody else may have begun one while the questions were asked. */
async function write(file: string, log: Log): Promise<Result<unknown>> {
  const { changeFile } = await import('../../store/log-file.ts')
  return changeFile(file, (text) => (text === undefined ? succeed(renderLog(log)) : fail(logExists(file))))
}

/** There is one log, and it is never begun twice; a file with nothing in it may have lost one. */
export function logExists(file: string): Problem {
  const place = { file, line: 1, column: 1, text: '' }
  const text = readText(file)
  if (text.ok && text.value.trim() === '')
    return withWayOut({ code: 'empty-file', message: 'this file is there and has nothing in it', place })
  return {
    code: 'log-exists',
    message: 'there is a log already, and it stays as it is',
    place,
    hint: 'Change what it says of you: itb set\nSee where you stand: itb status',
  }
}

const documentOf = ({ flags }: Call, { file, programme, today }: Draft, log: Log): Saved => ({
  format: 'itb-saved',
  version: 1,
  file,
  revision: log.revision ?? 0,
  dryRun: flags.dryRun === true,
  saved: identify(log).map((entry) => ({ action: 'added', entry })),
  notSaid: [],
  reached: [],
  look: lookAt(log, programme, today),
})
