import { type Cited, citedText } from '../base/cited.ts'

/** What a number of a protocol rests on. */
export interface Grounds {
  readonly because: string
  readonly source: readonly Cited[]
}

/** Breaks a text into lines of at most `width` characters; a longer word stays whole on a line of its own. */
export function wrapped(text: string, width: number, indent = '', hang = indent): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const start = lines.length === 0 ? indent : hang
    if (line === '') line = start + word
    else if (line.length + 1 + word.length <= width) line += ` ${word}`
    else {
      lines.push(line)
      line = hang + word
    }
  }
  return [...lines, ...(line === '' ? [] : [line])]
}

/** A point of a list. */
export const point = (text: string, width: number): readonly string[] => wrapped(text, width, '  - ', '    ')

/** A title with a line under it and a blank line before. */
export const headed = (title: string): readonly string[] => ['', title, '-'.repeat(title.length), '']

/** A word, and after it what belongs to it; nothing where there is nothing to say. */
export const noted = (word: string, text: string | undefined, width: number): readonly string[] =>
  text === undefined ? [] : wrapped(`${word}: ${text}`, width, '  ', '    ')

/** Why it is so, and how good that is. */
export const groundsLines = ({ because, source }: Grounds, width: number): readonly string[] => [
  ...noted('Why', because, width),
  ...gradeLines(source, width),
]

/** How good the sources are; those of one grade stand together. */
export const gradeLines = (source: Grounds['source'], width: number): readonly string[] =>
  noted('Source', `${citedText(source)}.`, width)
