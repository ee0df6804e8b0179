import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { diskProblem, inFile } from './disk-problem.ts'
import { realFile, stage } from './stage.ts'

/** The bytes of those of some files that are in a folder; none where the folder is not there yet. */
export function filesIn(folder: string, names: readonly string[]): Result<ReadonlyMap<string, Uint8Array>> {
  const isFolder = ask(folder, () => statSync(folder, { throwIfNoEntry: false })?.isDirectory())
  if (!isFolder.ok) return isFolder
  if (isFolder.value === false) return fail(isFile(folder))
  const found = names.map(
    (name) => [name, ask(join(folder, name), () => bytesOf(join(folder, name)))] as const,
  )
  const problems = found.flatMap(([, read]) => (read.ok ? [] : read.problems))
  if (problems.length > 0) return fail(...problems)
  return succeed(
    new Map(found.flatMap(([name, read]) => (read.ok && read.value ? [[name, read.value] as const] : []))),
  )
}

function ask<T>(file: string, look: () => T): Result<T> {
  try {
    return succeed(look())
  } catch (error) {
    return fail(diskProblem(file, error))
  }
}

const bytesOf = (file: string): Uint8Array | undefined =>
  statSync(file, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(file)

const isFile = (folder: string): Problem =>
  inFile(folder, {
    code: 'not-a-folder',
    message: 'this is a file and not a folder',
    hint: 'Name a folder; one that is not there is made.',
  })

/**
 * Puts files into a folder, which is made if it is not there, and takes others out of it; all that the disk
 * may have no room for is done before anything changes.
 */
export function changeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  gone: readonly string[],
): Result<string> {
  const staged: ReturnType<typeof stage>[] = []
  let made: string | undefined
  try {
    if (files.size > 0) made = mkdirSync(folder, { recursive: true })
    for (const [name, bytes] of files) staged.push(stage(realFile(join(folder, name)), bytes, 0o666))
    for (const name of gone) rmSync(join(folder, name), { force: true })
    for (const each of staged) each.commit()
    return succeed(folder)
  } catch (error) {
    for (const each of staged) each.discard()
    if (made !== undefined) removeEmpty(folder, made)
    return fail(diskProblem(folder, error))
  }
}

/** Takes away the folders that were made, the innermost first, as far as there is nothing in them. */
function removeEmpty(folder: string, made: string): void {
  try {
    for (let at = resolve(folder); at.length >= resolve(made).length; at = dirname(at)) rmdirSync(at)
  } catch {
    // Somebody has put something there meanwhile.
  }
}
