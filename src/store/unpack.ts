import type { Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { type IsWanted, MOST_BYTES, OPENING_BYTES, tooLarge } from './bytes.ts'
import { inFile } from './disk-problem.ts'

/** What came out of an archive. */
export interface Unpacked {
  readonly bytes: Uint8Array
  /** False where something is missing, or may have changed. */
  readonly isWhole: boolean
}

const MOST_RATIO = 200
/** A file this small does no harm, however well it was packed. */
const HARMLESS = 1024 * 1024

/** What a gzip file holds; of a damaged one as much as can be had, and undefined where it is not wanted. */
export async function gunzip(
  file: string,
  packed: Uint8Array,
  isWanted: IsWanted,
): Promise<Result<Unpacked | undefined>> {
  // Ends where the bytes end, without a complaint about what is missing: what is there is read.
  const stream = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
  stream.end(packed)
  const length = lengthSaid(packed)
  const taken = await drained(stream, isWanted, { length, packed: packed.length })
  if (taken === undefined) return succeed(undefined)
  if ('fault' in taken) return fail(inFile(file, taken.fault))
  const isWhole = taken.isWhole && (taken.bytes.length === length || (await isIntact(packed)))
  return succeed({ bytes: taken.bytes, isWhole })
}

/** Of several files packed one after the other, the last four bytes tell the length of the last alone. */
async function isIntact(packed: Uint8Array): Promise<boolean> {
  const strict = createGunzip()
  strict.end(packed)
  try {
    for await (const _ of strict) void _
    return true
  } catch {
    return false
  }
}

/** The last four bytes tell the length, as far as they can be trusted. */
const lengthSaid = (packed: Uint8Array): number =>
  packed.length < 18 ? 0 : new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true)

type Fault = Omit<Problem, 'place'>

/** What is known of a packed file before it is unpacked. */
interface Expected {
  /** As it says itself. */
  readonly length: number
  readonly packed: number
  /** A further reason to stop when so many bytes have come. */
  readonly forbids?: (have: number) => Fault | undefined
}

/** Reads a stream as far as it is wanted and allowed; what came before a fault in it is kept. */
export async function drained(
  stream: Readable,
  isWanted: IsWanted,
  { length, packed, forbids }: Expected,
): Promise<Unpacked | { readonly fault: Fault } | undefined> {
  const room = Math.min(length, packed * MOST_RATIO, MOST_BYTES)
  let bytes = Buffer.allocUnsafeSlow(Math.max(OPENING_BYTES, room))
  let have = 0
  let isLookedAt = false
  let isWhole = true
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      const fault = overBounds(have + chunk.length, packed) ?? forbids?.(have + chunk.length)
      if (fault !== undefined) return { fault }
      if (have + chunk.length > bytes.length) {
        bytes = Buffer.concat([bytes], Math.min(MOST_BYTES, 2 * (have + chunk.length)))
      }
      bytes.set(chunk, have)
      have += chunk.length
      if (isLookedAt || have < OPENING_BYTES) continue
      isLookedAt = true
      if (!isWanted(bytes.subarray(0, OPENING_BYTES))) return undefined
    }
  } catch (error) {
    if (have === 0) return { fault: damaged(error) }
    isWhole = false
  } finally {
    stream.destroy()
  }
  const all = bytes.subarray(0, have)
  return isLookedAt || isWanted(all) ? { bytes: all, isWhole } : undefined
}

/** Why no more of a packed file is taken out; undefined as long as there is no reason. */
function overBounds(have: number, packed: number): Fault | undefined {
  if (have > MOST_BYTES) return tooLarge(have)
  return have > HARMLESS && have > packed * MOST_RATIO ? TOO_TIGHT : undefined
}

/** A file that cannot be unpacked, and why. */
export const damaged = (error: unknown): Fault => ({
  code: 'damaged-file',
  message: `this cannot be unpacked: ${error instanceof Error ? error.message : 'it is damaged'}`,
  hint: 'Download or copy it once more; if it opens elsewhere, unpack it and name the folder.',
})

const TOO_TIGHT = {
  code: 'too-large',
  message: `this unpacks to more than ${MOST_RATIO} times its size, as no activity does`,
  hint: 'If it is an activity all the same, unpack it first.',
}
