import { fail, succeed, type Result } from '../base/problem.ts'
import { didYouMean } from '../base/spelling.ts'
import { usage, type Flags } from './command.ts'

/** The formats of a plan, the usual one first. */
export const FORMATS = ['table', 'json', 'jsonl', 'ics', 'markdown', 'csv', 'fit'] as const
/** The formats of one day, which has no second line for a list of documents. */
export const DAY_FORMATS = ['table', 'json', 'markdown', 'csv'] as const
/** How a plan can be written. */
export type Format = (typeof FORMATS)[number]

const ENDINGS: readonly (readonly [string, Format])[] = [
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.ics', 'ics'],
  ['.ical', 'ics'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.csv', 'csv'],
  ['.txt', 'table'],
  ['.fit', 'fit'],
]

/** What the flags ask for: the format by its name, else by the ending of the file, else the table. */
export function formatAsked<F extends Format>(
  { format, json, output }: Flags,
  formats: readonly F[],
): Result<F | 'json' | 'table'> {
  if (format !== undefined) {
    const known = formats.find((name) => name === format)
    if (known === undefined) {
      return fail(
        usage(
          `unknown format "${format}"`,
          `${didYouMean(format, formats)}It can be: ${formats.join(', ')}.`,
        ),
      )
    }
    if (json === true && known !== 'json')
      return fail(usage(`--json and --format ${known} cannot both hold`, 'Leave one of the two out.'))
    return succeed(known)
  }
  if (json === true) return succeed('json')
  const named = ENDINGS.find(([ending]) => output?.toLowerCase().endsWith(ending) === true)?.[1]
  return succeed(formats.find((name) => name === named) ?? 'table')
}

/** Whether one JSON document was asked for, by its flag or by the ending of the file. */
export const asksJson = ({ json, output }: Flags): boolean =>
  json === true || output?.toLowerCase().endsWith('.json') === true
