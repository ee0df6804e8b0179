import type * as z from 'zod'
import { isNeeded, keysAt, valueAt } from './known-keys.ts'
import { didYouMean } from './spelling.ts'

/** What is said about one zod issue; where it stands is for the source to find. */
export interface Said {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly path: readonly PropertyKey[]
  /** The key itself, where not its value is wrong but that it is there. */
  readonly key?: string
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Puts a zod issue into our words: what was found, what is expected, what was perhaps meant. */
export function wordsFor(issue: Issue, root: unknown, schema: z.core.$ZodType): readonly Said[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(path, key, keysAt(schema, root, path).all))
  }
  const found = valueAt(root, path)
  if (path.length > 0 && found === null) return [nullValue(path)]
  if (path.length > 0 && found === undefined && isNeeded(schema, root, path)) {
    return [missingKey(path, keysAt(schema, root, path.slice(0, -1)).needed)]
  }
  if (issue.code === 'custom') return [custom(issue)]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return closest(issue.errors, path, root, schema)
  }
  const choices = choicesOf(issue)
  return [choices === undefined ? badValue(path, found, issue) : noneOf(path, found, choices)]
}

function choicesOf(issue: Issue): readonly string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  return issue.code === 'invalid_union' && 'options' in issue ? issue.options?.map(String) : undefined
}

const unknownKey = (path: Path, key: string, known: readonly string[]): Said => ({
  code: 'unknown-key',
  message: `unknown key "${key}"`,
  path,
  key,
  ...(known.length > 0 && { hint: `${didYouMean(key, known)}Known here: ${known.join(', ')}.` }),
})
const nullValue = (path: Path): Said => ({
  code: 'null-value',
  message: `${nameOf(path)} is null; what is unknown is left out`,
  hint: 'Delete the key with its null: absent is how unknown is written.',
  path,
})
const missingKey = (path: Path, needed: readonly string[]): Said => ({
  code: 'missing-key',
  message: `${nameOf(path)} is missing`,
  ...(needed.length > 0 && { hint: `Needed here: ${needed.join(', ')}.` }),
  path,
})
const noneOf = (path: Path, found: unknown, choices: readonly string[]): Said => ({
  code: 'bad-value',
  message: `${nameOf(path)} cannot be ${shown(found)}`,
  hint: `${typeof found === 'string' ? didYouMean(found, choices) : ''}It can be: ${choices.join(', ')}.`,
  path,
})
const badValue = (path: Path, found: unknown, issue: Issue): Said => {
  const expected = expectation(issue)
  // The words a schema's author chose stay; zod's own all begin with "Invalid" or "Too".
  const isOurs = !/^(Invalid|Too|Unrecognized) /.test(issue.message)
  return {
    code: 'bad-value',
    message: isOurs ? issue.message : `${nameOf(path)} is ${shown(found)}${expected}`,
    path,
  }
}

function custom(issue: z.core.$ZodIssueCustom): Said {
  const { problem, hint } = issue.params ?? {}
  return {
    code: typeof problem === 'string' ? problem : 'bad-value',
    message: issue.message,
    ...(typeof hint === 'string' && { hint }),
    path: issue.path,
  }
}

type Ways = readonly (readonly Issue[])[]

/** Of several ways to write a value, the one that came furthest before it went wrong was meant. */
function closest(ways: Ways, path: Path, root: unknown, schema: z.core.$ZodType): readonly Said[] {
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map((issue) => issue.path.length))
  const best = [...ways].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
  return best.flatMap((issue) => wordsFor({ ...issue, path: [...path, ...issue.path] }, root, schema))
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
}

function expectation(issue: Issue): string {
  const isOpen = 'inclusive' in issue && issue.inclusive === false
  switch (issue.code) {
    case 'invalid_type':
      return `, expected ${TYPES[issue.expected] ?? issue.expected}`
    case 'too_small':
      return `, expected ${isOpen ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}`
    case 'too_big':
      return `, expected ${isOpen ? 'less than' : 'at most'} ${issue.maximum}${unitOf(issue.origin)}`
    default:
      return ''
  }
}

const unitOf = (origin: string): string =>
  origin === 'string' ? ' characters' : origin === 'array' ? ' items' : ''

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'keys and values'
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function nameOf(path: Path): string {
  const key = path.at(-1)
  if (key === undefined) return 'this file'
  return typeof key === 'number' ? `item ${key + 1} of "${String(path.at(-2))}"` : `"${String(key)}"`
}
