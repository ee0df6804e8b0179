import type { Place, Problem } from '../base/problem.ts'
import { renderJson } from './json.ts'
import type { Paint } from './paint.ts'
import { displayWidth, tame, wrap } from './wrap.ts'

// A log in one line of a megabyte shall not fill the terminal: so much is shown around the fault.
const EXCERPT = 72
const LEAST_EXCERPT = 16
// Lines longer than this are hard to read back from.
const LONGEST_LINE = 100

/** The part of the line that shows the fault, and where in it the fault begins. */
function excerptOf(place: Place, most: number): { readonly text: string; readonly at: number } {
  const at = Math.max(0, Math.min(place.column - 1, place.text.length))
  if (place.text.length <= most) return { text: tame(place.text), at }
  const from = Math.max(0, Math.min(at - Math.floor(most / 3), place.text.length - most))
  const head = from === 0 ? '' : '...'
  const tail = from + most < place.text.length ? '...' : ''
  const text = tame(`${head}${place.text.slice(from, from + most)}${tail}`)
  return { text, at: at - from + head.length }
}

function excerptLines(place: Place, { paint, width = LONGEST_LINE }: Sheet): string[] {
  if (place.text.trim() === '') return []
  // The margin with the line's number, and three points at either end.
  const room = width - String(place.line).length - 5 - 6
  const { text, at } = excerptOf(place, Math.max(LEAST_EXCERPT, Math.min(EXCERPT, room)))
  const fault = /^(?:"[^"]*"?|'[^']*'?|[\p{L}\p{N}_./%-]+|.)/u.exec(text.slice(at))?.[0] ?? ' '
  const line = String(place.line)
  return [
    `  ${paint.muted(`${line} |`)} ${text.trimEnd()}`,
    `  ${paint.muted(`${' '.repeat(line.length)} |`)} ${' '.repeat(displayWidth(text.slice(0, at)))}` +
      paint.stop('^'.repeat(Math.max(1, displayWidth(fault)))),
  ]
}

/** What problems are written on; without a width no line is broken. */
interface Sheet {
  readonly paint: Paint
  readonly width: number | undefined
}

/** A file to blame as a whole is named alone: an editor has no line to go to. */
const whereText = ({ file, line, column, text }: Place): string =>
  line === 1 && column === 1 && text === '' ? tame(file) : `${tame(file)}:${line}:${column}`

function problemLines({ place, message, hint }: Problem, sheet: Sheet): string[] {
  const { paint, width } = sheet
  // Word by word, so that no colour runs over a line's end.
  const head = `itb:${place === undefined ? '' : ` ${whereText(place)}:`}`.split(' ').map(paint.strong)
  return [
    ...broken(`${head.join(' ')} ${tame(message)}`, width, ''),
    ...(place === undefined ? [] : excerptLines(place, sheet)),
    ...(hint === undefined ? [] : hint.split('\n').flatMap((line) => broken(tame(line), width, '  '))),
  ]
}

/** One line, or as many as it takes; what is indented stays so, and a long path is left in one piece. */
function broken(text: string, width: number | undefined, margin: string, hang = 2): string[] {
  if (width === undefined) return [margin + text]
  const indent = margin + (/^ */.exec(text)?.[0] ?? '')
  const room = width - indent.length
  const words = text.trim().split(' ')
  const long = words.findIndex((word) => displayWidth(word) > room - 2)
  if (long === -1) return wrap(text, room, hang).map((line) => indent + line)
  const rest = words.slice(long + 1).join(' ')
  return [
    indent + words.slice(0, long + 1).join(' '),
    ...(rest === '' ? [] : broken(rest, width, `${indent}  `)),
  ]
}

const widthIn = (columns: number | undefined): number | undefined =>
  columns ? Math.min(columns, LONGEST_LINE) : undefined

/** Every problem at once: where, what, the line itself with the fault underlined, and the way out. */
export function renderProblems(problems: readonly Problem[], paint: Paint, columns?: number): string {
  const sheet = { paint, width: widthIn(columns) }
  return problems.map((problem) => `${problemLines(problem, sheet).join('\n')}\n`).join('')
}

/** What is said beside an answer, broken where a terminal of so many columns ends. */
export const renderRemark = (text: string, columns: number | undefined): string =>
  text
    .split('\n')
    .flatMap((line) => broken(line, widthIn(columns), '', 0))
    .map((line) => `${line}\n`)
    .join('')

/** The same problems for a script. */
export const problemsJson = (problems: readonly Problem[]): string =>
  renderJson({ format: 'itb-problems', version: 1, problems: reportedProblems(problems) })

/** Problems as every JSON document has them; null where a problem has no place or no hint. */
export const reportedProblems = (problems: readonly Problem[]) =>
  problems.map(({ code, message, place, hint }) => ({
    code,
    message,
    place: place === undefined ? null : { file: place.file, line: place.line, column: place.column },
    hint: hint ?? null,
  }))
