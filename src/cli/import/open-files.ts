import type { Problem, Result } from '../../base/problem.ts'
import { contentOf, type Content } from '../../intake/format.ts'
import { openZip } from '../../store/archive.ts'
import { type IsWanted, readBytes, readOpening } from '../../store/bytes.ts'
import { inFile } from '../../store/disk-problem.ts'
import { gunzip, type Unpacked } from '../../store/gather.ts'
import { walk } from '../../store/walk.ts'

/** A file that was looked at: its bytes unpacked, or why there are none. */
export interface Opened {
  /** As it was found, `export.zip/activities/1.fit.gz` in an archive. */
  readonly file: string
  /** Somebody named it, or by its name it is an activity: then it is told if nothing is in it. */
  readonly isExpected: boolean
  /** Undefined for a file of some other kind. */
  readonly bytes: Uint8Array | undefined
  /** Something of it is missing, or may have changed. */
  readonly isWhole: boolean
  readonly problems: readonly Problem[]
}

/** In an archive may be another one, and in that none. */
const DEEPEST = 2

const isWanted: IsWanted = (opening) => contentOf(opening) !== undefined

/** Every file of some files, folders and archives, unpacked one after the other. */
export async function* openFiles(named: readonly string[]): AsyncGenerator<Opened> {
  const { found, problems } = walk(named)
  for (const problem of problems) yield refused(problem.place?.file ?? '', [problem])
  for (const { file, isNamed } of found) yield* openFile(file, isNamed)
}

async function* openFile(file: string, isNamed: boolean): AsyncGenerator<Opened> {
  const opening = readOpening(file)
  if (!opening.ok) return yield refused(file, opening.problems)
  if (contentOf(opening.value) === 'zip') return yield* openArchive(file, undefined, 1)
  const read = readBytes(file, isWanted)
  if (!read.ok) return yield refused(file, read.problems)
  const isExpected = isNamed || isActivityName(file)
  const whole = read.value === undefined ? undefined : { bytes: read.value, isWhole: true }
  yield* unpacked(file, isExpected, whole, 0)
}

async function* openArchive(
  file: string,
  bytes: Uint8Array | undefined,
  depth: number,
): AsyncGenerator<Opened> {
  const archive = await openZip(file, bytes)
  if (!archive.ok) return yield refused(file, archive.problems)
  try {
    for (const problem of archive.value.problems) yield refused(problem.place?.file ?? file, [problem])
    for (const member of archive.value.members) {
      const read = await member.read(isWanted)
      if (read.ok) yield* unpacked(member.file, isActivityName(member.file), read.value, depth)
      else yield refused(member.file, read.problems)
    }
  } finally {
    archive.value.close()
  }
}

/** What was read as it is, or what is packed in it. */
async function* unpacked(
  file: string,
  isExpected: boolean,
  read: Unpacked | undefined,
  depth: number,
  isGunzipped = false,
): AsyncGenerator<Opened> {
  const content: Content | undefined = read === undefined ? undefined : contentOf(read.bytes)
  if (read === undefined || (content !== 'zip' && content !== 'gzip')) {
    return yield { file, isExpected, bytes: read?.bytes, isWhole: read?.isWhole ?? true, problems: [] }
  }
  if (content === 'zip' ? depth >= DEEPEST : isGunzipped) return yield refused(file, [inFile(file, TOO_DEEP)])
  if (content === 'zip') return yield* openArchive(file, read.bytes, depth + 1)
  const inner: Result<Unpacked | undefined> = await gunzip(file, read.bytes, isWanted)
  if (!inner.ok) return yield refused(file, inner.problems)
  const both = inner.value && { ...inner.value, isWhole: inner.value.isWhole && read.isWhole }
  yield* unpacked(file, isExpected, both, depth, true)
}

const refused = (file: string, problems: readonly Problem[]): Opened => ({
  file,
  isExpected: true,
  bytes: undefined,
  isWhole: false,
  problems,
})

const isActivityName = (file: string): boolean => /\.(fit|gpx|tcx)(\.gz)?$/i.test(file)

const TOO_DEEP: Omit<Problem, 'place'> = {
  code: 'packed-too-deep',
  message: 'this is an archive in an archive in an archive',
  hint: 'Unpack it and name the folder that the activities are in.',
}
