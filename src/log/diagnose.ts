import type { Place, Problem } from '../base/problem.ts'
import { emptyFile, inPlaceOrder, openSource, placeIn, problemsOf, type Source } from '../base/source.ts'
import { type Break, breakOf } from './broken.ts'
import { orderFaults, type Fault } from './order.ts'
import { withoutMark } from './read.ts'
import { LogSchema } from './schema.ts'
import { isRecord } from './shape.ts'

/** Everything that is wrong with a log file, from its top; never nothing where `readLog` gave up. */
export function diagnoseLog(file: string, written: string): readonly Problem[] {
  const text = withoutMark(written)
  if (text.trim() === '') return [emptyFile(file)]
  const broken = breakOf(text)
  if (broken !== undefined) return [{ ...badJson(file, text, broken), hint: BACK }]
  const source = openSource(file, text)
  // The value is JSON's own: YAML reads some texts a little differently, and is here for the lines only.
  const value: unknown = JSON.parse(text)
  if (!isRecord(value)) return [notALog(source.placeOf([]))]
  if (typeof value['version'] === 'number' && value['version'] > 1) return [newerLog(source)]
  const entries = Array.isArray(value['entries']) ? value['entries'] : []
  return inPlaceOrder([
    ...source.problems.filter(({ code }) => code === 'duplicate-key'),
    ...problemsOf(source, value, LogSchema),
    ...orderFaults(entries).map((fault) => faultProblem(source, fault)),
  ])
}

const BACK =
  'Look at this line and the one above, or go back: itb keeps earlier versions of the log (itb undo).'

/** Where a text is no JSON. */
export const badJson = (file: string, text: string, { offset, message }: Break): Problem => ({
  code: 'bad-json',
  message,
  place: placeOfOffset(file, text, offset),
})
const notALog = (place: Place): Problem => ({
  code: 'bad-value',
  message: 'a log is a JSON object, from { to }',
  place,
  hint: 'Begin one with: itb init',
})
const newerLog = (source: Source): Problem => ({
  code: 'newer-log',
  message: 'this log was written by a newer itb',
  place: source.placeOf(['version']),
  hint: 'Update itb to read it.',
})
const HINTS: Readonly<Record<Fault['problem'], string>> = {
  'duplicate-id': 'Delete the id of one of the two, or the entry that should not be there.',
  'bad-date-order': 'Write the earlier day first.',
}
const faultProblem = (source: Source, fault: Fault): Problem => faultAt(source.placeOf(fault.path), fault)

/** What is wrong between the fields of entries, at its place. */
export const faultAt = (place: Place, { problem, message }: Fault): Problem => ({
  code: problem,
  message,
  place,
  hint: HINTS[problem],
})

function placeOfOffset(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  const line = text.split('\n')[before.length - 1] ?? ''
  return placeIn(file, line, before.length, (before.at(-1) ?? '').length + 1)
}
