/** Where a text stops being JSON, and what was expected there. */
export interface Break {
  readonly offset: number
  readonly message: string
}

/** A log is five levels deep; a text far deeper is not one, and would only exhaust the readers after this. */
const DEEPEST = 100

const BLANK = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*(")/
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/
const TOKEN = new RegExp(`([{}[\\],:])|${STRING.source}|${NUMBER.source}|true|false|null`, 'y')

/** What may come next. `first` is what follows an opening bracket, where a closing one may stand as well. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end'

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'first-value': 'a value or "]"',
  key: 'a key in double quotes',
  'first-key': 'a key in double quotes or "}"',
  colon: '":"',
  comma: 'a comma or a closing bracket',
  end: 'the end of the file',
}

/** Finds the first place where a text is not JSON; undefined when it is. */
export function breakOf(text: string): Break | undefined {
  const open: string[] = []
  let expected: Expected = 'value'
  for (let offset = skip(BLANK, text, 0)?.end ?? 0; offset < text.length; ) {
    const token = skip(TOKEN, text, offset)
    const next: Expected | undefined = token && after(expected, token.kind, open)
    if (next === undefined) return { offset, message: `this is not JSON: expected ${WORDS[expected]} here` }
    if (open.length > DEEPEST) return { offset, message: 'this is nested too deeply for a log' }
    expected = next
    offset = skip(BLANK, text, token?.end ?? text.length)?.end ?? text.length
  }
  if (expected === 'end') return undefined
  return { offset: text.trimEnd().length, message: `the file ends where ${WORDS[expected]} is expected` }
}

/** A stretch of the text: a mark, a string (its quote) or a bare word. */
interface Token {
  readonly end: number
  readonly kind: string
}

function skip(pattern: RegExp, text: string, from: number): Token | undefined {
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match === null ? undefined : { end: pattern.lastIndex, kind: match[1] ?? match[2] ?? 'word' }
}

/** What is expected after a token; undefined when the token may not stand there. */
function after(expected: Expected, token: string, open: string[]): Expected | undefined {
  const isValue = expected === 'value' || expected === 'first-value'
  if (token === '{' || token === '[') {
    if (!isValue) return undefined
    open.push(token)
    return token === '{' ? 'first-key' : 'first-value'
  }
  if (token === '}' || token === ']') return closed(expected, token, open)
  if (token === ':') return expected === 'colon' ? 'value' : undefined
  if (token === ',') return expected !== 'comma' ? undefined : open.at(-1) === '{' ? 'key' : 'value'
  if (isValue) return open.length === 0 ? 'end' : 'comma'
  return token === '"' && (expected === 'key' || expected === 'first-key') ? 'colon' : undefined
}

function closed(expected: Expected, token: '}' | ']', open: string[]): Expected | undefined {
  const mayClose = expected === 'comma' || expected === (token === '}' ? 'first-key' : 'first-value')
  if (!mayClose || open.pop() !== (token === '}' ? '{' : '[')) return undefined
  return open.length === 0 ? 'end' : 'comma'
}
