import { isUtf8 } from 'node:buffer'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'

/** The text of a file, or the one reason why there is none. */
export function readText(file: string): Result<string> {
  try {
    return textOf(file, readFileSync(file))
  } catch (error) {
    return fail(diskProblem(file, error))
  }
}

/** Bytes as text; what is not UTF-8 is refused, since a wrong letter would be written back for good. */
export function textOf(file: string, bytes: Uint8Array): Result<string> {
  if (isUtf8(bytes)) return succeed(new TextDecoder().decode(bytes))
  return fail(problem('not-utf8', file, 'this is not UTF-8 text', 'Save it as UTF-8 in your editor.'))
}

/** True where a file or folder of this name is. */
export const isThere = (file: string): boolean => existsSync(file)

/** Writes a file whole or not at all: beside it first, to the disk, then in its place, its mode kept. */
export function writeText(file: string, text: string): Result<string> {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const before = isThere(file) ? statSync(file) : undefined
    if (before?.isDirectory() === true) return fail(isDirectory(file))
    // A pipe or a device is written to: a file in its place would take it away from everybody.
    if (before?.isFile() === false) writeFileSync(file, text)
    else replace(before === undefined ? file : realpathSync(file), text, before?.mode ?? 0o666)
    return succeed(file)
  } catch (error) {
    return fail(diskProblem(file, error))
  }
}

function replace(file: string, text: string, mode: number): void {
  const beside = join(dirname(file), `.itb-${Date.now()}.tmp`)
  try {
    writeFileSync(beside, text, { mode: mode & 0o777, flag: 'wx', flush: true })
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

const problem = (code: string, file: string, message: string, hint?: string): Problem => ({
  code,
  message,
  place: { file, line: 1, column: 1, text: '' },
  ...(hint !== undefined && { hint }),
})
const isDirectory = (file: string): Problem =>
  problem('is-directory', file, 'this is a folder and not a file', 'Name a file in it.')

function diskProblem(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return problem('file-missing', file, 'there is no such file')
    case 'EISDIR':
      return isDirectory(file)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return problem(
        'no-permission',
        file,
        'you may not read or write this',
        'Look at its permissions: ls -l',
      )
    default:
      return problem(
        'disk',
        file,
        `the disk said no: ${error instanceof Error ? error.message : String(error)}`,
      )
  }
}
