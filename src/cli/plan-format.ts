import { fail, succeed, type Result } from '../base/problem.ts'
import { didYouMean } from '../base/spelling.ts'
import { usage, type Flags } from './command.ts'

/** The formats of a plan, the usual one first. */
export const FORMATS = ['table', 'json', 'jsonl'] as const
/** How a plan can be written. */
export type Format = (typeof FORMATS)[number]

const ENDINGS: readonly (readonly [string, Format])[] = [
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.txt', 'table'],
]

/** What the flags ask for: the format by its name, else by the ending of the file, else the table. */
export function formatAsked({ format, json, output }: Flags): Result<Format> {
  if (format !== undefined) {
    const known = FORMATS.find((name) => name === format)
    if (known === undefined) {
      return fail(
        usage(
          `unknown format "${format}"`,
          `${didYouMean(format, FORMATS)}It can be: ${FORMATS.join(', ')}.`,
        ),
      )
    }
    if (json === true && known !== 'json') return fail(usage(`--json and --format ${known} cannot both hold`))
    return succeed(known)
  }
  if (json === true) return succeed('json')
  return succeed(ENDINGS.find(([ending]) => output?.endsWith(ending) === true)?.[1] ?? 'table')
}

/** Whether one JSON document was asked for, by its flag or by the ending of the file. */
export const asksJson = ({ json, output }: Flags): boolean =>
  json === true || output?.endsWith('.json') === true
