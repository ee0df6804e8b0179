import { rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, type Result } from '../base/problem.ts'
import { diskProblem, inFile, isFolder } from './disk-problem.ts'
import { takeLock, type Lock, type Patience } from './lock.ts'
import { makeFolder, realFile } from './stage.ts'

/** One writer's time with a file, in which nobody else writes it. */
export interface Turn {
  /** The file itself, links followed. */
  readonly file: string
  readonly lock: Lock
  readonly patience: Patience
}

/** Waits until nobody else writes a file and works on it; what the disk says no to becomes a problem. */
export async function inTurn<T>(
  named: string,
  patience: Patience,
  work: (turn: Turn) => Result<T>,
): Promise<Result<T>> {
  try {
    const file = realFile(named)
    const before = statSync(file, { throwIfNoEntry: false })
    if (before?.isDirectory() === true) return fail(isFolder(named))
    if (before?.isFile() === false) return fail(inFile(named, NOT_A_FILE))
    const made = makeFolder(dirname(file))
    try {
      return await locked(file, patience, work)
    } finally {
      if (made !== undefined) removeEmpty(dirname(file), made)
    }
  } catch (error) {
    return fail(diskProblem(named, error))
  }
}

async function locked<T>(
  file: string,
  patience: Patience,
  work: (turn: Turn) => Result<T>,
): Promise<Result<T>> {
  const lock = await takeLock(file, patience)
  if (!lock.ok) return lock
  try {
    return work({ file, lock: lock.value, patience })
  } finally {
    lock.value.release()
  }
}

/** Where nothing was written, no new folder stays behind either. */
function removeEmpty(folder: string, first: string): void {
  try {
    for (let each = folder; each.length >= first.length; each = dirname(each)) rmdirSync(each)
  } catch {
    // Something was written into it.
  }
}

const NOT_A_FILE = {
  code: 'not-a-file',
  message: 'this is a pipe or a device, and a log is a file',
  hint: 'Name a file: --log log.json',
}
