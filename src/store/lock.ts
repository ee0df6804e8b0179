import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { isOlder, nameBeside } from './beside.ts'
import { inFile } from './disk-problem.ts'

/** How many milliseconds a writer waits for its turn, and how old the lock of a killed one must be. */
export interface Patience {
  readonly giveUpAfter: number
  readonly staleAfter: number
}

/** A writer has the file for the blink of an eye: a lock some seconds old is nobody's. */
export const PATIENCE: Patience = { giveUpAfter: 10_000, staleAfter: 5_000 }

/** The right to write a file, until it is released. */
export interface Lock {
  /** False where this process slept for so long that another one took its turn. */
  readonly isOurs: () => boolean
  readonly release: () => void
}

/**
 * Waits for the turn to write a file. The lock is a folder with one mark in it, named for its writer and the
 * moment. Only one process can put a folder with its mark where none or an empty one stands, and only one
 * can remove a certain mark: who takes a dead writer's lock away can never take that of a living one.
 */
export async function takeLock(file: string, { giveUpAfter, staleAfter }: Patience): Promise<Result<Lock>> {
  const lock = `${file}.lock`
  const end = performance.now() + giveUpAfter
  for (;;) {
    const mark = tryLock(file, lock, staleAfter)
    if (mark !== undefined) return succeed(held(lock, mark))
    if (performance.now() >= end) return fail(logBusy(file))
    await wait(5 + Math.random() * 20)
  }
}

/** Another process has the file, or took it over while this one slept. */
export const logBusy = (file: string): Problem =>
  inFile(file, {
    code: 'log-busy',
    message: 'another itb is writing this file, and nothing was changed',
    hint: `Do the same again when it is done. If none is running, remove ${file}.lock first.`,
  })

/** Undefined where it is another one's turn. */
function tryLock(file: string, lock: string, staleAfter: number): string | undefined {
  const [holder] = marksIn(lock)
  if (holder !== undefined && !isOlder(holder, staleAfter)) return undefined
  if (holder !== undefined) rmSync(join(lock, holder), { force: true })
  removeIfEmpty(lock)
  const beside = nameBeside(file, 'lock')
  const mark = basename(beside)
  try {
    mkdirSync(beside, { mode: 0o700 })
    writeFileSync(join(beside, mark), '')
    renameSync(beside, lock)
    return mark
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    // Windows says something else than the others where a folder is not empty.
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error)) || marksIn(lock).length > 0)
      return undefined
    throw error
  }
}

const held = (lock: string, mark: string): Lock => ({
  isOurs: () => marksIn(lock).includes(mark),
  release: () => {
    removeMark(lock, mark)
    removeIfEmpty(lock)
  },
})

function marksIn(lock: string): readonly string[] {
  try {
    return readdirSync(lock)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw error
  }
}

function removeMark(lock: string, mark: string): void {
  try {
    rmSync(join(lock, mark), { force: true })
  } catch {
    // The work is done. A mark that cannot be removed is nobody's in a few seconds.
  }
}

function removeIfEmpty(lock: string): void {
  try {
    rmdirSync(lock)
  } catch {
    // Somebody's mark is in it by now, or nothing is there.
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
