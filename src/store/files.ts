import { isUtf8 } from 'node:buffer'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, succeed, type Result } from '../base/problem.ts'
import { diskProblem, inFile, isFolder } from './disk-problem.ts'
import { realFile, stage } from './stage.ts'

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
  const hint = 'Save it as UTF-8 in your editor.'
  return fail(inFile(file, { code: 'not-utf8', message: 'this is not UTF-8 text', hint }))
}

/** True where a file or folder of this name is. */
export const isThere = (file: string): boolean => existsSync(file)

/** Writes a file whole or not at all, its mode kept; a new one may be read by whom the umask lets. */
export function writeText(file: string, text: string): Result<string> {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const before = statSync(file, { throwIfNoEntry: false })
    if (before?.isDirectory() === true) return fail(isFolder(file))
    // A pipe or a device is written to: a file in its place would take it away from everybody.
    if (before?.isFile() === false) writeFileSync(file, text)
    else stage(realFile(file), text, 0o666).commit()
    return succeed(file)
  } catch (error) {
    return fail(diskProblem(file, error))
  }
}
