import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { diskProblem, inFile } from './disk-problem.ts'

/** So much of a file tells what it is. */
export const OPENING_BYTES = 65_536
/** No activity comes near this: a day of points, one a second and told at length, takes half of it. */
export const MOST_BYTES = 96 * 1024 * 1024

/** Says by the beginning of a file whether all of it is wanted. */
export type IsWanted = (opening: Uint8Array) => boolean

/** The bytes of a file; undefined where by its beginning it is not wanted, and no more of it is read. */
export function readBytes(file: string, isWanted: IsWanted): Result<Uint8Array | undefined> {
  return onFile(file, (descriptor, size) => {
    const opening = bytesAt(descriptor, 0, Math.min(size, OPENING_BYTES))
    if (!isWanted(opening)) return succeed(undefined)
    if (size > MOST_BYTES) return fail(inFile(file, tooLarge(size)))
    return succeed(size <= opening.length ? opening : bytesAt(descriptor, 0, size))
  })
}

/** The beginning of a file. */
export const readOpening = (file: string): Result<Uint8Array> =>
  onFile(file, (descriptor, size) => succeed(bytesAt(descriptor, 0, Math.min(size, OPENING_BYTES))))

/** More bytes than any activity has. */
export const tooLarge = (size: number): Omit<Problem, 'place'> => ({
  code: 'too-large',
  message: `this has ${megabytes(size)}, more than any activity: ${megabytes(MOST_BYTES)} are read at most`,
  hint: 'Have the watch or the service write one file for each activity.',
})

/** Bytes as people count them: `192 MB`. */
export const megabytes = (size: number): string => `${Math.ceil(size / 1024 / 1024)} MB`

function onFile<T>(file: string, read: (descriptor: number, size: number) => Result<T>): Result<T> {
  let descriptor: number | undefined
  try {
    // Asked before it is opened: to open a pipe is to wait for somebody who writes.
    const about = statSync(file)
    if (!about.isDirectory() && !about.isFile()) return fail(inFile(file, NOT_A_FILE))
    descriptor = openSync(file, 'r')
    return read(descriptor, fstatSync(descriptor).size)
  } catch (error) {
    return fail(diskProblem(file, error))
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

const NOT_A_FILE = {
  code: 'not-a-file',
  message: 'this is a pipe or a device, and activities are in files',
  hint: 'Write it into a file first.',
}

function bytesAt(descriptor: number, from: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(length)
  let have = 0
  while (have < length) {
    const more = readSync(descriptor, bytes, have, length - have, from + have)
    if (more === 0) break
    have += more
  }
  return bytes.subarray(0, have)
}
