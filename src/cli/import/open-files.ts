import type { Problem, Result } from '../../base/problem.ts'
import { contentOf, type Content } from '../../intake/format.ts'
import { openZip } from '../../store/archive.ts'
import { type IsWanted, readBytes, readOpening } from '../../store/bytes.ts'
import { inFile } from '../../store/disk-problem.ts'
import { gunzip, type Unpacked } from '../../store/unpack.ts'
import { walk } from '../../store/walk.ts'

/** A file that was looked at: its bytes unpacked, or why there are none. */
export interface Opened {
  /** As it was found, `export.zip/activities/1.fit.gz` in an archive. */
  readonly file: string
  /** Somebody named it, and not a folder or an archive that it is in. */
  readonly isNamed: boolean
  /** Somebody named it, or by its name it is an activity: then it is told if nobody can read it. */
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

/** Every file of some files, folders and archives, unpacked one by one; says how many more there are. */
export async function* openFiles(
  named: readonly string[],
  expect: (more: number) => void,
): AsyncGenerator<Opened> {
  const { found, problems } = walk(named)
  expect(problems.length + found.length)
  for (const problem of problems) yield refused(problem.place?.file ?? '', [problem])
  for (const { file, isNamed } of found) yield* openFile(file, isNamed, expect)
}

async function* openFile(
  file: string,
  isNamed: boolean,
  expect: (more: number) => void,
): AsyncGenerator<Opened> {
  const opening = readOpening(file)
  if (!opening.ok) return yield refused(file, opening.problems)
  if (contentOf(opening.value) === 'zip') return yield* openArchive({ file, depth: 1, expect }, undefined)
  const read = readBytes(file, isWanted)
  if (!read.ok) return yield refused(file, read.problems)
  const whole = read.value === undefined ? undefined : { bytes: read.value, isWhole: true }
  yield* unpacked({ file, isNamed, depth: 0, expect }, whole)
}

/** A file on the way to what is in it. */
interface Way {
  readonly file: string
  readonly isNamed?: boolean
  /** In so many archives. */
  readonly depth: number
  readonly isGunzipped?: boolean
  readonly expect: (more: number) => void
}

async function* openArchive(
  { file, depth, expect }: Way,
  bytes: Uint8Array | undefined,
): AsyncGenerator<Opened> {
  const archive = await openZip(file, bytes)
  if (!archive.ok) return yield refused(file, archive.problems)
  try {
    const { problems, members } = archive.value
    // The archive itself was one of those that were expected.
    expect(problems.length + members.length - 1)
    for (const problem of problems) yield refused(problem.place?.file ?? file, [problem])
    for (const member of members) {
      const read = await member.read(isWanted)
      if (read.ok) yield* unpacked({ file: member.file, depth, expect }, read.value)
      else yield refused(member.file, read.problems)
    }
  } finally {
    archive.value.close()
  }
}

/** What was read as it is, or what is packed in it. */
async function* unpacked(way: Way, read: Unpacked | undefined): AsyncGenerator<Opened> {
  const { file, isNamed = false, depth, isGunzipped = false } = way
  const content: Content | undefined = read === undefined ? undefined : contentOf(read.bytes)
  if (read === undefined || (content !== 'zip' && content !== 'gzip')) {
    const [bytes, isWhole] = [read?.bytes, read?.isWhole ?? true]
    const isExpected = isNamed || isActivityName(file)
    return yield { file, isNamed, isExpected, bytes, isWhole, problems: [] }
  }
  if (content === 'zip' && depth >= DEEPEST) return yield refused(file, [inFile(file, TOO_DEEP)])
  if (content === 'zip') return yield* openArchive({ ...way, depth: depth + 1 }, read.bytes)
  if (isGunzipped) return yield refused(file, [inFile(file, PACKED_TWICE)])
  const inner: Result<Unpacked | undefined> = await gunzip(file, read.bytes, isWanted)
  if (!inner.ok) return yield refused(file, inner.problems)
  const both = inner.value && { ...inner.value, isWhole: inner.value.isWhole && read.isWhole }
  yield* unpacked({ ...way, isGunzipped: true }, both)
}

const refused = (file: string, problems: readonly Problem[]): Opened => ({
  file,
  isNamed: true,
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
const PACKED_TWICE: Omit<Problem, 'place'> = {
  code: 'packed-too-deep',
  message: 'this was packed twice, one gzip file in another',
  hint: 'Unpack it once and name what comes out: gunzip FILE',
}
