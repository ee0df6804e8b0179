import { whole, wrap } from '../render/wrap.ts'
import type { KeyQuestion, LineQuestion } from './question.ts'

/** What stands before a question takes two cells, and the last cell of a line is left free. */
const MARK = 2
const roomIn = (columns: number): number => Math.max(10, columns - MARK - 1)

/** A text behind a mark of two cells; its first paragraph is the question, what follows explains. */
export function spread(text: string, columns: number, paint: (line: string) => string): string {
  const [question = [], ...others] = text.split('\n').map((paragraph) => wrap(paragraph, roomIn(columns)))
  return [...question.map((line) => paint(line)), ...others.flat()].join(`\n${' '.repeat(MARK)}`)
}

/** The keys that answer, as one line where they fit: `0-9, x for 10, Enter: not now`. */
export function offer({ keys, enter }: KeyQuestion, columns: number): string {
  const digits = keys.filter(({ key, means }) => /^\d$/.test(key) && means === '').map(({ key }) => key)
  const others = keys
    .filter(({ key }) => !digits.includes(key))
    .map(({ key, means }) =>
      means === '' ? key : /^\d+$/.test(means) ? `${key} for ${means}` : `${key}: ${means}`,
    )
  return wrap([...spansOf(digits), ...others, `Enter: ${enter}`].map(whole).join(', '), roomIn(columns)).join(
    '\n  ',
  )
}

/** Digits that follow each other as a span of them: `1, 3-8`. */
const spansOf = (digits: readonly string[]): readonly string[] =>
  digits
    .map((digit, index) => (Number(digit) === Number(digits[index - 1]) + 1 ? digit : ` ${digit}`))
    .join('')
    .trim()
    .split(' ')
    .flatMap((span) => (span.length > 2 ? [`${span[0]}-${span.at(-1)}`] : [...span]))

/** A question of a line with what helps to answer it: `(mon,wed,sat; Enter: every day)`. */
export function lineText({ text, hint, enter }: LineQuestion): string {
  const help = [hint, enter && `Enter: ${enter}`].filter((part) => part !== undefined)
  return help.length === 0 ? text : `${text}\n(${help.join('; ')})`
}

/** What an empty line says where the question has no other word for it. */
export const NOT_SAID = 'not said'

/** What is said of a key that does not answer; keys without a character have names such as `up`. */
export const noSuchKey = (key: string): string => `${key || 'that key'} is none of them`

/** A question with its answer, as it stays on the screen; a long answer stands below it. */
export function answered(
  text: string,
  columns: number,
  answer: string,
  paint: (line: string) => string,
): string {
  if (answer.length <= roomIn(columns) / 2) return `${beside(text, columns, answer.length)} ${paint(answer)}`
  return [beside(text, columns, 0), ...wrap(answer, roomIn(columns)).map((line) => paint(line))].join('\n  ')
}

/** The question as it stays beside an answer that takes `taken` cells: one line of it. */
export function beside(text: string, columns: number, taken: number): string {
  const [question = ''] = text.split('\n')
  const room = roomIn(columns) - taken - 1
  const [line = ''] = wrap(question, room)
  if (line.length < question.length) return `${wrap(question, room - 3)[0]?.replace(/[,;:]$/, '')}...`
  return /[?:.]$/.test(line) ? line : `${line}:`
}
