import { isSame } from './same.ts'
import type { CrossTrainingEntry, Entry, RunEntry, RunPain } from './schema.ts'

/**
 * Every session once: an import repeats what was logged by hand, and metres counted twice would raise a plan.
 * What only the second copy says is kept, and where the two disagree the worse pain stands.
 */
export const withoutDuplicates = (entries: readonly Entry[]): readonly Entry[] => onceEach(entries).entries

/** Entries without their copies, and which of these each of the given ones became. */
interface Once {
  readonly entries: readonly Entry[]
  readonly became: readonly number[]
}

/** The sessions of a file, and for each of its entries the number of the session it tells of. */
export function onceEach(entries: readonly Entry[]): Once {
  const kept: Entry[] = []
  const became = entries.map((entry) => {
    const index = twinOf(entry, kept)
    const twin = kept[index]
    if (twin === undefined) return kept.push(entry) - 1
    kept[index] = together(twin, entry)
    return index
  })
  return { entries: kept.length === entries.length ? entries : kept, became }
}

/** Entries are in date order, so a twin stands among the last ones. */
function twinOf(entry: Entry, kept: readonly Entry[]): number {
  for (let index = kept.length - 1; index >= 0; index--) {
    const other = kept[index]
    if (other === undefined || other.date !== entry.date) return -1
    if (areTwins(other, entry)) return index
  }
  return -1
}

/** True for two entries that tell of the same; what was taken out has no twin. */
export function areTwins(a: Entry, b: Entry): boolean {
  if (a.type !== b.type || a.date !== b.date) return false
  if (a.removed !== undefined || b.removed !== undefined) return false
  if (a.type === 'run' && b.type === 'run') return haveSameMeasures(a, b)
  if (a.type === 'cross-training' && b.type === 'cross-training') {
    return a.activity === b.activity && haveSameMeasures(a, b)
  }
  // Two check-ins or notes of a day are two, unless they say the very same.
  return isSame(said(a), said(b))
}

type Measured = RunEntry | CrossTrainingEntry

const haveSameMeasures = (a: Measured, b: Measured): boolean =>
  a.start === b.start && a.distanceMeters === b.distanceMeters && a.durationSeconds === b.durationSeconds

const said = ({ id, logged, was, ...rest }: Entry): object => rest

/** One entry of two that tell of the same: the first, with what only the second says and the worse pain. */
export function together(first: Entry, second: Entry): Entry {
  if (first.type === 'run' && second.type === 'run') return oneRun(first, second)
  if (first.type === 'cross-training' && second.type === 'cross-training') {
    const { logged, was, ...more } = second
    const scores = [first.pain, second.pain].filter((score) => score !== undefined)
    return { ...more, ...first, ...(scores.length > 0 && { pain: Math.max(...scores) }) }
  }
  return first
}

function oneRun(first: RunEntry, second: RunEntry): RunEntry {
  const { logged, was, ...more } = second
  return {
    ...more,
    ...first,
    ...((first.pain ?? second.pain) && { pain: worse(first.pain ?? {}, second.pain ?? {}) }),
    ...(second.limp === true && { limp: true }),
    ...(second.swelling === true && { swelling: true }),
    ...(second.analgesic === true && { analgesic: true }),
  }
}

const worse = (a: RunPain, b: RunPain): RunPain => (peak(b) > peak(a) ? { ...a, ...b } : { ...b, ...a })
const peak = ({ during = 0, after = 0, nextMorning = 0 }: RunPain): number =>
  Math.max(during, after, nextMorning)
