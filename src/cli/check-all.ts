import { isCalendarDate } from '../base/calendar.ts'
import { fail, type Problem, type Result } from '../base/problem.ts'
import { openSource } from '../base/source.ts'
import { lateFaults } from '../log/ahead.ts'
import { diagnoseLog } from '../log/diagnose.ts'
import { readLog } from '../log/read.ts'
import { checkExamples } from '../protocol/examples.ts'
import { readProtocol } from '../protocol/read.ts'
import { isThere, readText } from '../store/files.ts'
import { logPath, type Chosen } from '../store/paths.ts'
import { findProtocol } from '../store/protocols.ts'
import { checkExerciseIds } from './check-exercise-ids.ts'
import type { Flags } from './command.ts'
import type { Host } from './host.ts'
import { logText } from './read-inputs.ts'
import { DEFAULT_PROTOCOL, readProgramme, shelvesOf } from './read-programme.ts'

/** One file that was looked at, and who named it. */
export interface Checked {
  readonly what: 'log' | 'protocol'
  readonly file: string
  readonly by: Chosen['by'] | 'log' | 'partner'
  readonly problems: readonly Problem[]
  /** A protocol's other half, or the protocol of a log, to be checked as well. */
  readonly names?: string
}

/** What of the command line, the environment and the files decides what is checked. */
type Asked = readonly [host: Host, flags: Flags]

/** Checks the files named, or else the log with its protocol and the partner of that. */
export async function checkAll(
  host: Host,
  flags: Flags,
  files: readonly string[],
): Promise<readonly Checked[]> {
  if (files.length > 0)
    return Promise.all(files.map((file) => checkFile([host, flags], { file, by: 'flag' })))
  const log = logPath(host, flags.log)
  const isExpected = log.by === 'flag' || log.file === host.env['ITB_LOG'] || isThere(log.file)
  const checked = isExpected ? [await checkLog([host, flags], log, await logText(host, log.file))] : []
  const named = flags.protocol ?? checked[0]?.names
  const by = flags.protocol === undefined ? (named === undefined ? 'default' : 'log') : 'flag'
  const chosen = checkNamed(host, named ?? DEFAULT_PROTOCOL, by)
  const partner = chosen.names === undefined ? [] : [checkNamed(host, chosen.names, 'partner', chosen.file)]
  return [...checked, chosen, ...partner]
}

async function checkFile(asked: Asked, chosen: Chosen): Promise<Checked> {
  const text = readText(chosen.file)
  if (text.ok && isLog(chosen.file, text.value)) return checkLog(asked, chosen, text)
  return checkProtocol(chosen, text)
}

/** A log says in its first lines that it is one; one that is broken there still has its ending. */
const isLog = (file: string, text: string): boolean => text.includes('"itb-log"') || file.endsWith('.json')

async function checkLog([host, flags]: Asked, chosen: Chosen, text: Result<string>): Promise<Checked> {
  const head = { what: 'log', ...chosen } as const
  if (!text.ok) return { ...head, problems: text.problems }
  const log = readLog(text.value)
  if (log === undefined) return { ...head, problems: diagnoseLog(chosen.file, text.value) }
  const names = log.runner.protocol
  const { today = '' } = flags
  const programme = await readProgramme(host, flags.protocol ?? names)
  // What is wrong with the protocol is told where the protocol is checked.
  return {
    ...head,
    names,
    problems: [
      ...(programme.ok ? checkExerciseIds(chosen.file, text.value, programme.value) : []),
      ...(isCalendarDate(today) ? lateFaults(log.entries, today) : []),
    ],
  }
}

function checkNamed(host: Host, named: string, by: Checked['by'], beside?: string): Checked {
  const found = findProtocol(named, shelvesOf(host), beside)
  if (!found.ok) return { what: 'protocol', file: named, by, problems: found.problems }
  return checkProtocol({ file: found.value.file, by }, { ok: true, value: found.value.text })
}

function checkProtocol(chosen: Pick<Checked, 'file' | 'by'>, text: Result<string>): Checked {
  const head = { what: 'protocol', ...chosen } as const
  const protocol = text.ok ? readProtocol(chosen.file, text.value) : fail(...text.problems)
  if (!protocol.ok) return { ...head, problems: protocol.problems }
  const source = text.ok ? openSource(chosen.file, text.value) : undefined
  return { ...head, names: protocol.value.partner, problems: checkExamples(protocol.value, source) }
}
