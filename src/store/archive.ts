import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  validateFileName,
  type ZipFile,
} from 'yauzl'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { type IsWanted, megabytes, OPENING_BYTES } from './bytes.ts'
import { inFile } from './disk-problem.ts'
import { damaged, drained, type Unpacked } from './unpack.ts'

/** One file of an archive; it is taken out when it is read, into memory and never onto the disk. */
export interface Member {
  /** The archive and the name in it. */
  readonly file: string
  /** Undefined where by its beginning it is not wanted. */
  readonly read: (isWanted: IsWanted) => Promise<Result<Unpacked | undefined>>
}

/** What is in an archive, and what of it is left alone. */
export interface Archive {
  readonly members: readonly Member[]
  readonly problems: readonly Problem[]
  readonly close: () => void
}

const MOST_MEMBERS = 20_000
const MOST_EXPANDED = 2 * 1024 * 1024 * 1024

/** Opens a zip archive, a file by its name or one that is in memory. */
export async function openZip(file: string, bytes?: Uint8Array): Promise<Result<Archive>> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false } as const
  let zip: ZipFile | undefined
  try {
    zip = await (bytes === undefined
      ? openPromise(file, options)
      : fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), options))
    return await listed(file, zip)
  } catch (error) {
    zip?.close()
    return fail(inFile(file, damaged(error)))
  }
}

async function listed(file: string, zip: ZipFile): Promise<Result<Archive>> {
  const members: Member[] = []
  const problems: Problem[] = []
  const budget = { left: MOST_EXPANDED }
  let count = 0
  for await (const entry of zip.eachEntry()) {
    count += 1
    if (count > MOST_MEMBERS || zip.entryCount > MOST_MEMBERS) {
      zip.close()
      return fail(inFile(file, TOO_MANY))
    }
    const name = nameOf(entry)
    const path = `${file}/${name}`
    if (isLeftOut(name)) continue
    const fault = faultOf(name, entry)
    if (fault === undefined)
      members.push({ file: path, read: (isWanted) => take(zip, entry, path, isWanted, budget) })
    else problems.push(inFile(path, fault))
  }
  return succeed({ members, problems, close: () => zip.close() })
}

const nameOf = (entry: Entry): string => {
  const { generalPurposeBitFlag, fileName, fileNameRaw, extraFields } = entry
  const raw = fileNameRaw ?? fileName
  return typeof raw === 'string' ? raw : getFileNameLowLevel(generalPurposeBitFlag, raw, extraFields, false)
}

/** Folders, and what systems put beside the files. */
const isLeftOut = (name: string): boolean => /\/$|(^|\/)(\.(?!\.?\/)|__MACOSX\/)/.test(name)

function faultOf(name: string, entry: Entry): Omit<Problem, 'place'> | undefined {
  if (validateFileName(name) !== null) return CLIMBS
  if (entry.isEncrypted()) return ENCRYPTED
  if (!entry.canDecodeFileData()) return damaged(new Error('it is packed in a way that is not known'))
  return undefined
}

async function take(
  zip: ZipFile,
  entry: Entry,
  file: string,
  isWanted: IsWanted,
  budget: { left: number },
): Promise<Result<Unpacked | undefined>> {
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const taken = await drained(stream, isWanted, {
      length: entry.uncompressedSize,
      packed: entry.compressedSize,
      forbids: (have) => (have > budget.left ? TOO_MUCH : undefined),
    })
    if (taken !== undefined && 'fault' in taken) return fail(inFile(file, taken.fault))
    budget.left -= taken?.bytes.length ?? OPENING_BYTES
    return succeed(taken)
  } catch (error) {
    return fail(inFile(file, damaged(error)))
  }
}

const TOO_MANY = {
  code: 'too-many-files',
  message: `there are more than ${MOST_MEMBERS} files in this archive`,
  hint: 'Unpack it and name the folder that the activities are in.',
}
const TOO_MUCH = {
  code: 'too-large',
  message: `the archive unpacks to more than ${megabytes(MOST_EXPANDED)}`,
  hint: 'Unpack it and name the folder that the activities are in.',
}
const CLIMBS = {
  code: 'unsafe-path',
  message: 'this name leads out of the archive, so the file was left alone',
  hint: 'No program for activities writes such a name: be careful with where the archive came from.',
}
const ENCRYPTED = {
  code: 'encrypted-file',
  message: 'this is locked with a password',
  hint: 'Unpack it with its password, then name the files.',
}
