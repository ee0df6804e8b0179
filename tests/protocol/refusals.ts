import type { Problem } from '../../src/base/problem.ts'
import { readProtocol } from '../../src/protocol/read.ts'
import { type Found, numbersIn } from './find-numbers.ts'
import { amountOf, spelled } from './steps.ts'

/** What a text is changed to at a number; undefined leaves it. */
export type Change = (found: Found) => string | undefined

/** The problems of a text at the numbers that were changed in it, all at once, each by its number's name. */
export function refusalsOf(
  text: string,
  numbers: readonly Found[],
  to: Change,
): ReadonlyMap<string, Problem> {
  const wrong = changed(text, numbers, to)
  const read = readProtocol('p.yaml', wrong)
  const problems = read.ok ? [] : read.problems
  return new Map(
    numbersIn(wrong).flatMap((found) => {
      const problem = reportedAt(wrong, found, problems)
      return problem === undefined ? [] : [[found.name, problem]]
    }),
  )
}

/** The last number first, so that the others stay where they are. */
const changed = (text: string, numbers: readonly Found[], to: Change): string =>
  [...numbers].reverse().reduce((now, found) => {
    const value = to(found)
    return value === undefined ? now : now.slice(0, found.start) + value + now.slice(found.end)
  }, text)

/** The problem reported at exactly the line and column of a number. */
function reportedAt(text: string, found: Found, problems: readonly Problem[]): Problem | undefined {
  const before = text.slice(0, found.start).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return problems.find(({ place }) => place?.line === before.length && place.column === column)
}

/** What a number may be at the least and at the most. */
export interface Range {
  readonly least: string
  readonly most: string
}

const RANGE = /safe range, (\S+(?: \S+)?) to (\S+(?: \S+)?)$/

/** The safe range of each number, as the refusal of an absurd one tells it. */
export function rangesOf(text: string, numbers: readonly Found[]): ReadonlyMap<string, Range> {
  const absurd = refusalsOf(text, numbers, (found) => spelled(found, amountOf(found) * 1000 + 1e5))
  return new Map(
    [...absurd].flatMap(([name, { code, message }]) => {
      const [, least, most] = RANGE.exec(message) ?? []
      if (code !== 'unsafe-value' || least === undefined || most === undefined) return []
      return [[name, { least, most }]]
    }),
  )
}
