import * as z from 'zod'
import { fail, type Place, type Problem, type Result, succeed } from '../base/problem.ts'
import { emptyFile, inPlaceOrder, openSource, problemsOf, type Source } from '../base/source.ts'
import { breakOf } from './broken.ts'
import { isEntry } from './check-entry.ts'
import { badJson, faultAt } from './diagnose.ts'
import { orderFaults } from './order.ts'
import { withoutMark } from './read.ts'
import { type Entry, EntrySchema } from './schema.ts'
import { isRecord } from './shape.ts'

const List = z.strictObject({ entries: z.array(EntrySchema) })
/** Entries as `itb list --json` hands them over. */
const Document = z.strictObject({ format: z.literal('itb-entries'), version: z.literal(1), ...List.shape })

/**
 * Entries from a stream, one a line, or from one document; all of them, or every problem with its line. What
 * is doubtful of an entry that is well formed is told in the same way.
 */
export function readEntries(
  file: string,
  written: string,
  doubt: (entry: Entry) => Problem | undefined = () => undefined,
): Result<readonly Entry[]> {
  const text = withoutMark(written)
  if (text.trim() === '') return fail(emptyFile(file))
  const parts = isOneDocument(text)
    ? [partOf(file, text, 0)]
    : text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [partOf(file, line, index)]))
  const problems = [...parts.flatMap((part) => part.problems), ...faultsIn(parts)]
  if (problems.length > 0) return fail(...inPlaceOrder(problems))
  const doubts = parts.flatMap((part) => doubtsIn(part, doubt))
  if (doubts.length > 0) return fail(...doubts)
  return succeed(parts.flatMap(({ entries }) => entries as readonly Entry[]))
}

/** A stream has a whole entry in its first line; a document is all of the text, also where it breaks off. */
function isOneDocument(text: string): boolean {
  if (breakOf(text) === undefined) return true
  const [first = ''] = text.trimStart().split('\n', 1)
  const broken = breakOf(first)
  return broken !== undefined && broken.offset >= first.trimEnd().length
}

type Path = readonly PropertyKey[]

/** A line of a stream, or the whole document. */
interface Part {
  readonly entries: readonly unknown[]
  readonly problems: readonly Problem[]
  /** The same text, its lines counted as in the stream, its paths begun at the list of entries. */
  open(): Source
}

function partOf(file: string, text: string, linesBefore: number): Part {
  const moved = (place: Place): Place => ({ ...place, line: place.line + linesBefore })
  const broken = breakOf(text)
  const value: unknown = broken === undefined ? JSON.parse(text) : undefined
  const isDocument = isRecord(value) && ('entries' in value || 'format' in value)
  const inside = (path: Path): Path => (isDocument ? path : path.slice(Array.isArray(value) ? 1 : 2))
  const open = (): Source => {
    const source = openSource(file, text)
    return {
      ...source,
      placeOf: (path) => moved(source.placeOf(inside(path))),
      placeOfKey: (path, key) => moved(source.placeOfKey(inside(path), key)),
    }
  }
  if (broken !== undefined) {
    const problem = badJson(file, text, broken)
    return {
      entries: [],
      problems: [{ ...problem, ...(problem.place && { place: moved(problem.place) }) }],
      open,
    }
  }
  if (isDocument) return { entries: listIn(value), problems: problemsOf(open(), value, Document), open }
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  const problems = entries.every(isEntry) ? [] : problemsOf(open(), { entries }, List)
  return { entries, problems, open }
}

const doubtsIn = ({ entries, open }: Part, doubt: (entry: Entry) => Problem | undefined): Problem[] =>
  (entries as readonly Entry[]).flatMap((entry, number) => {
    const found = doubt(entry)
    return found === undefined ? [] : [{ ...found, place: open().placeOf(['entries', number]) }]
  })

const listIn = ({ entries }: Readonly<Record<string, unknown>>): readonly unknown[] =>
  Array.isArray(entries) ? entries : []

/** What is wrong between fields, and ids that stand twice in all that was handed over. */
function faultsIn(parts: readonly Part[]): readonly Problem[] {
  const all = parts.flatMap((part) => part.entries.map((entry, number) => ({ entry, number, part })))
  return orderFaults(all.map(({ entry }) => entry)).flatMap((fault) => {
    const [, index, ...path] = fault.path
    const one = all[Number(index)]
    return one === undefined
      ? []
      : [faultAt(one.part.open().placeOf(['entries', one.number, ...path]), fault)]
  })
}
