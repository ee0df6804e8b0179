import { whole, wrap } from '../render/wrap.ts'
import type { KeyQuestion } from './question.ts'

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
  const folded = digits.length > 2 ? [`${digits[0]}-${digits.at(-1)}`] : digits
  const others = keys
    .filter(({ key }) => !digits.includes(key))
    .map(({ key, means }) =>
      means === '' ? key : /^\d+$/.test(means) ? `${key} for ${means}` : `${key}: ${means}`,
    )
  return wrap([...folded, ...others, `Enter: ${enter}`].map(whole).join(', '), roomIn(columns)).join('\n  ')
}

/** The question as it stays on the screen beside its answer, which takes `taken` cells: one line of it. */
export function headline(text: string, columns: number, taken: number): string {
  const [question = ''] = text.split('\n')
  const room = roomIn(columns) - taken - 1
  const [line = ''] = wrap(question, room)
  if (line.length < question.length) return `${wrap(question, room - 3)[0]?.replace(/[,;:]$/, '')}...`
  return /[?:.]$/.test(line) ? line : `${line}:`
}
