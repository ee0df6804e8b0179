import type { Place, Problem } from '../base/problem.ts'
import { renderJson } from './json.ts'
import type { Paint } from './paint.ts'
import { displayWidth, tame } from './wrap.ts'

// A log in one line of a megabyte shall not fill the terminal: so much is shown around the fault.
const EXCERPT = 72
const BEFORE_FAULT = 24

/** The part of the line that shows the fault, and where in it the fault begins. */
function excerptOf(place: Place): { readonly text: string; readonly at: number } {
  const at = Math.max(0, Math.min(place.column - 1, place.text.length))
  if (place.text.length <= EXCERPT) return { text: tame(place.text), at }
  const from = Math.max(0, Math.min(at - BEFORE_FAULT, place.text.length - EXCERPT))
  const head = from === 0 ? '' : '...'
  const tail = from + EXCERPT < place.text.length ? '...' : ''
  const text = tame(`${head}${place.text.slice(from, from + EXCERPT)}${tail}`)
  return { text, at: at - from + head.length }
}

function excerptLines(place: Place, paint: Paint): string[] {
  if (place.text.trim() === '') return []
  const { text, at } = excerptOf(place)
  const fault = /^(?:"[^"]*"?|'[^']*'?|[\p{L}\p{N}_./%-]+|.)/u.exec(text.slice(at))?.[0] ?? ' '
  const line = String(place.line)
  return [
    `  ${paint.muted(`${line} |`)} ${text.trimEnd()}`,
    `  ${paint.muted(`${' '.repeat(line.length)} |`)} ${' '.repeat(displayWidth(text.slice(0, at)))}` +
      paint.stop('^'.repeat(Math.max(1, displayWidth(fault)))),
  ]
}

function problemLines(problem: Problem, paint: Paint): string[] {
  const { place, hint } = problem
  const where = place === undefined ? '' : `${tame(place.file)}:${place.line}:${place.column}: `
  return [
    `${paint.strong(`itb: ${where}`)}${tame(problem.message)}`,
    ...(place === undefined ? [] : excerptLines(place, paint)),
    ...(hint === undefined ? [] : hint.split('\n').map((line) => `  ${tame(line)}`)),
  ]
}

/** Every problem at once: where, what, the line itself with the fault underlined, and the way out. */
export const renderProblems = (problems: readonly Problem[], paint: Paint): string =>
  problems.map((problem) => `${problemLines(problem, paint).join('\n')}\n`).join('')

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
