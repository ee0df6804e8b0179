import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'
import * as z from 'zod'
import { fail, succeed, type Place, type Problem, type Result } from './problem.ts'
import { wordsFor, type Said } from './wording.ts'

type Path = readonly PropertyKey[]

/** A text with its value and the way from any part of the value back to its line. */
export interface Source {
  readonly value: unknown
  /** What makes the text no YAML at all, and keys that stand twice. */
  readonly problems: readonly Problem[]
  placeOf(path: Path): Place
  placeOfKey(path: Path, key: string): Place
}

/** Reads a YAML or JSON file into what a schema says it is, or tells every problem with its line. */
export function readDocument<T>(file: string, text: string, schema: z.ZodType<T>): Result<T> {
  if (text.trim() === '') return fail(emptyFile(file))
  const source = openSource(file, text)
  if (source.problems.some(({ code }) => code === 'bad-yaml')) return fail(...source.problems)
  const checked = z.safeParse(schema, source.value)
  if (checked.success && source.problems.length === 0) return succeed(checked.data)
  return fail(...inPlaceOrder([...source.problems, ...problemsOf(source, source.value, schema)]))
}

/** Every problem a schema has with a value, at the place in the source the value was read from. */
export function problemsOf(source: Source, value: unknown, schema: z.core.$ZodType): readonly Problem[] {
  const checked = z.safeParse(schema, value)
  const issues = checked.success ? [] : checked.error.issues
  return issues.flatMap((issue) => wordsFor(issue, value, schema)).map((said) => located(source, said))
}

function located(source: Source, { code, message, hint, path, key }: Said): Problem {
  const place = key === undefined ? source.placeOf(path) : source.placeOfKey(path, key)
  return { code, message, place, ...(hint !== undefined && { hint }) }
}

/** A file with nothing in it. */
export const emptyFile = (file: string): Problem => ({
  code: 'empty-file',
  message: 'this file is empty',
  place: placeIn(file, '', 1, 1),
})

/** Problems as they stand in the file, from its top. */
export const inPlaceOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    ({ place: a }, { place: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  )

/** Parses a text so that the line of each of its parts can be told. */
export function openSource(file: string, text: string): Source {
  const lineCounter = new LineCounter()
  const lines = text.split('\n')
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset)
    return placeIn(file, lines[line - 1] ?? '', line, col)
  }
  if (isNestedTooDeeply(text)) return unreadable(file, lines, 'this is nested too deeply')
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false })
    const syntax = document.errors.map((error) => syntaxProblem(error, at))
    const problems = [...syntax, ...aliasProblems(document, at)]
    return {
      value: problems.some(({ code }) => code === 'bad-yaml') ? undefined : document.toJS(),
      problems,
      placeOf: (path) => at(offsetOf(document, path)),
      placeOfKey: (path, key) => at(offsetOfKey(document, path, key) ?? offsetOf(document, path)),
    }
  } catch (error) {
    // What exhausts a reader is no document: aliases of aliases of aliases, or brackets without a bottom.
    return unreadable(
      file,
      lines,
      error instanceof ReferenceError ? 'too many aliases' : 'this is nested too deeply',
    )
  }
}

function unreadable(file: string, lines: readonly string[], message: string): Source {
  const place = placeIn(file, lines[0] ?? '', 1, 1)
  const problem = { code: 'bad-yaml', message, place }
  return { value: undefined, problems: [problem], placeOf: () => place, placeOfKey: () => place }
}

/** Levels no document of ours comes near. */
const DEEPEST = 500

/**
 * Looked at before parsing: a parser that has used up the stack cannot always be caught, since compiling a
 * pattern there ends the whole process.
 */
function isNestedTooDeeply(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    if (depth > DEEPEST) return true
  }
  return /(?:[-?] ){500}/.test(text)
}

function syntaxProblem(error: Document['errors'][number], at: (offset: number) => Place): Problem {
  const place = at(error.pos[0])
  return error.code === 'DUPLICATE_KEY'
    ? { code: 'duplicate-key', message: 'this key stands here already', place, hint: 'Keep one of the two.' }
    : { code: 'bad-yaml', message: lowerFirst(error.message), place }
}

function aliasProblems(document: Document, at: (offset: number) => Place): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return
      const message = `no anchor "&${alias.source}" before this`
      problems.push({ code: 'bad-yaml', message, place: at(alias.range?.[0] ?? 0) })
    },
  })
  return problems
}

/** Where a value begins; what is missing has no place of its own, so its nearest parent's. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function offsetOfKey(document: Document, path: Path, key: string): number | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true)
  const keys = isMap(map) ? map.items.map((pair) => pair.key).filter(isScalar) : []
  return keys.find(({ value }) => String(value) === key)?.range?.[0]
}

/** A place in a file, with its line as an editor shows it. */
export const placeIn = (file: string, text: string, line: number, column: number): Place => ({
  file,
  line,
  column,
  text: text.replace(/\r$/, ''),
})

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
