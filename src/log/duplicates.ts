import type { CrossTrainingEntry, Entry, RunEntry, RunPain } from './schema.ts'

/**
 * Every session once: an import repeats what was logged by hand, and metres counted twice would raise a plan.
 * What only the second copy says is kept, and where the two disagree the worse pain stands.
 */
export function withoutDuplicates(entries: readonly Entry[]): readonly Entry[] {
  const kept: Entry[] = []
  for (const entry of entries) {
    const index = twinOf(entry, kept)
    const twin = kept[index]
    if (twin === undefined) kept.push(entry)
    else kept[index] = together(twin, entry)
  }
  return kept.length === entries.length ? entries : kept
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

function areTwins(a: Entry, b: Entry): boolean {
  if (a.type === 'run' && b.type === 'run') {
    return haveSameMeasures(a, b)
  }
  if (a.type === 'cross-training' && b.type === 'cross-training') {
    return a.activity === b.activity && haveSameMeasures(a, b)
  }
  // Two check-ins or notes of a day are two, unless they say the very same.
  return a.type === b.type && said(a) === said(b)
}

type Measured = RunEntry | CrossTrainingEntry

const haveSameMeasures = (a: Measured, b: Measured): boolean =>
  a.start === b.start && a.distanceMeters === b.distanceMeters && a.durationSeconds === b.durationSeconds

const said = (entry: Entry): string => {
  const { id, logged, was, ...rest } = entry
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function together(first: Entry, second: Entry): Entry {
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
