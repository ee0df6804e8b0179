import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { nameBeside } from './beside.ts'

/** A text that is safe on the disk beside its file: one step takes it there, or away again. */
interface Staged {
  readonly commit: () => void
  readonly discard: () => void
}

/**
 * Puts a text beside its file, like it in mode and owner. A new one gets `mode`, less the umask, and the
 * owner of the file it was made for.
 */
export function stage(file: string, text: string | Uint8Array, mode: number, madeFor = file): Staged {
  const before = statSync(file, { throwIfNoEntry: false })
  // A folder would let us replace what its owner has locked.
  if (before !== undefined) accessSync(file, constants.W_OK)
  const beside = nameBeside(file, 'tmp')
  const discard = (): void => discardQuietly(beside)
  try {
    writeDown(beside, text, before === undefined ? mode : 0o600, () => {
      giveToOwnerOf(madeFor, beside)
      if (before !== undefined) chmodSync(beside, before.mode & 0o777)
    })
  } catch (error) {
    discard()
    throw error
  }
  return { commit: () => putInPlace(beside, file, discard), discard }
}

function discardQuietly(beside: string): void {
  try {
    rmSync(beside, { force: true })
  } catch {
    // What is told is why it was to go; the next write sweeps it away.
  }
}

function writeDown(beside: string, text: string | Uint8Array, mode: number, finish: () => void): void {
  const open = openSync(beside, 'wx', mode)
  try {
    // Goes on after the disk took a part; one write alone would call that written.
    writeFileSync(open, text)
    finish()
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

/** Under sudo what is the runner's stays the runner's; nobody but root may give anything away. */
export function giveToOwnerOf(file: string, path: string): void {
  const owner = statSync(file, { throwIfNoEntry: false })
  try {
    if (owner !== undefined) chownSync(path, owner.uid, owner.gid)
  } catch {
    // Then it is whose who writes it.
  }
}

function putInPlace(beside: string, file: string, discard: () => void): void {
  try {
    renameSync(beside, file)
  } catch (error) {
    discard()
    throw error
  }
  flushFolder(dirname(file))
}

/** After a power cut a folder knows only the names that it had when it was flushed itself. */
function flushFolder(folder: string): void {
  try {
    const open = openSync(folder, 'r')
    try {
      fsyncSync(open)
    } finally {
      closeSync(open)
    }
  } catch {
    // Some systems flush no folders. The file is whole either way.
  }
}

/** Makes a folder for the runner alone, and those above it, and returns the first that was not there. */
export function makeFolder(folder: string): string | undefined {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return undefined
  for (let made = folder; made.length >= first.length; made = dirname(made)) flushFolder(dirname(made))
  return first
}

/** The file behind a name, every link followed, also where nothing stands at the end of it yet. */
export function realFile(file: string): string {
  const entry = lstatSync(file, { throwIfNoEntry: false })
  if (entry === undefined) return join(realFile(dirname(resolve(file))), basename(file))
  if (!entry.isSymbolicLink() || statSync(file, { throwIfNoEntry: false })) return realpathSync(file)
  return realFile(resolve(realpathSync(dirname(file)), readlinkSync(file)))
}
