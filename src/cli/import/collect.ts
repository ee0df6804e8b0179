import type { Units } from '../../base/amount-text.ts'
import type { Problem } from '../../base/problem.ts'
import type { Activity } from '../../intake/activity.ts'
import { UNKNOWN_UNITS } from '../../intake/csv-units.ts'
import { readActivities, type Read } from '../../intake/read.ts'
import { inFile } from '../../store/disk-problem.ts'
import type { Call } from '../command.ts'
import { canAsk } from '../host.ts'
import { openFiles, type Opened } from './open-files.ts'
import { progressOn } from './progress.ts'
import { openReaders, type Readers } from './readers.ts'

/** An activity and the file it was found in. */
export interface Found {
  readonly activity: Activity
  readonly file: string
}

/** All that some files hold, and what stood in the way. */
export interface Collected {
  readonly found: readonly Found[]
  /** How many files gave an activity. */
  readonly files: number
  /** How many files hold no activity, and nobody named them for one. */
  readonly others: number
  readonly problems: readonly Problem[]
}

/** What was read of one file. */
interface Given {
  readonly opened: Opened
  readonly read: Read
}

const IN_HAND = 8
const IN_HAND_BYTES = 24 * 1024 * 1024

/** Reads all files in their order, several at a time where they are small and many. */
export async function collect(
  call: Call,
  named: readonly string[],
  units: Units | undefined,
): Promise<Collected> {
  const readers = openReaders(call.host.folder)
  const progress = progressOn(call.host)
  const given: Given[] = []
  const inHand: { readonly size: number; readonly reading: Promise<Given> }[] = []
  const finishOne = async (): Promise<void> => {
    const next = inHand.shift()
    if (next === undefined) return
    given.push(await next.reading)
    await progress.step()
  }
  const size = (): number => inHand.reduce((sum, each) => sum + each.size, 0)
  try {
    for await (const opened of openFiles(named, progress.expect)) {
      inHand.push({ size: opened.bytes?.length ?? 0, reading: readOne(readers, opened, units) })
      while (inHand.length >= IN_HAND || size() > IN_HAND_BYTES) await finishOne()
    }
    while (inHand.length > 0) await finishOne()
  } finally {
    progress.end()
    readers.close()
  }
  return summed(await withUnits(call, given))
}

const NOTHING = new Uint8Array(0)

async function readOne(readers: Readers, opened: Opened, units: Units | undefined): Promise<Given> {
  if (opened.problems.length > 0) return { opened, read: { activities: [], problems: [] } }
  const read = await readers.read(opened.bytes ?? NOTHING, { units })
  // What was read is let go: of a thousand files only their activities are kept.
  const isAsked = read.problems.some(({ code }) => code === UNKNOWN_UNITS.code)
  return { opened: isAsked ? opened : { ...opened, bytes: undefined }, read }
}

/** A table that cannot say what its distances are in is read once more when the runner has said it. */
async function withUnits(call: Call, given: readonly Given[]): Promise<readonly Given[]> {
  if (!canAsk(call.host, call.flags)) return given
  const told: Given[] = []
  for (const each of given) {
    const isAsked = each.read.problems.some(({ code }) => code === UNKNOWN_UNITS.code)
    const units =
      isAsked && each.opened.bytes !== undefined ? await askUnits(call, each.opened.file) : undefined
    told.push(
      units === undefined ? each : { ...each, read: readActivities(each.opened.bytes ?? NOTHING, { units }) },
    )
  }
  return told
}

async function askUnits({ host }: Call, file: string): Promise<Units | undefined> {
  const said = await host.ask({
    kind: 'key',
    text: `${file} does not say it: are its distances in kilometres or in miles?`,
    keys: [
      { key: 'k', means: 'km' },
      { key: 'm', means: 'miles' },
    ],
    enter: 'leave it out',
  })
  return said === 'k' ? 'km' : said === 'm' ? 'mi' : undefined
}

function summed(given: readonly Given[]): Collected {
  return {
    found: given.flatMap(({ opened, read }) =>
      read.activities.map((activity) => ({ activity: asWhole(activity, opened), file: opened.file })),
    ),
    files: given.filter(({ read }) => read.activities.length > 0).length,
    others: given.filter(isOther).length,
    problems: given.flatMap((each) => (isOther(each) ? [] : problemsOf(each))),
  }
}

/** What an export holds beside activities: planned routes have no times, and pictures no format. */
const OTHERS = ['not-an-activity', 'no-times']

function isOther({ opened, read }: Given): boolean {
  const { isNamed, isExpected, problems } = opened
  if (isNamed || problems.length > 0 || read.activities.length > 0) return false
  return read.problems.every(({ code }) => (code === 'unknown-format' ? !isExpected : OTHERS.includes(code)))
}

const asWhole = (activity: Activity, { isWhole }: Opened): Activity =>
  isWhole || activity.partial !== undefined
    ? activity
    : { ...activity, partial: 'the archive it was in is damaged' }

/** Whoever reads bytes does not know what they are called. */
const problemsOf = ({ opened, read }: Given): readonly Problem[] => [
  ...opened.problems,
  ...read.problems.map((problem) =>
    problem.place === undefined
      ? inFile(opened.file, problem)
      : { ...problem, place: { ...problem.place, file: opened.file } },
  ),
]
