import type { Page, PageOptions } from './page.ts'
import type { Paint } from './paint.ts'
import { tame, wrap } from './wrap.ts'

// No text of a file can hold these: control characters are dropped before a line is painted.
const HEADING = '\u0001'
const [TITLE, TITLE_END] = ['\u0002', '\u0003']
const [BOLD, BOLD_END] = ['\u0004', '\u0005']

const bold = (text: string): string => BOLD + text + BOLD_END
const same = (text: string): string => text

const PAINT: Paint = {
  heading: (text) => HEADING + text,
  strong: (text) => TITLE + text + TITLE_END,
  muted: same,
  caution: bold,
  stop: bold,
  good: bold,
}

const WIDTH = 80
const BELOW_ITEM = 4

/** A page whose lines are not broken yet, since Markdown breaks them otherwise. */
export const unbroken = ({ units, exercises }: Pick<PageOptions, 'units' | 'exercises'>): Page => ({
  columns: undefined,
  paint: PAINT,
  units,
  exercises,
  width: Number.POSITIVE_INFINITY,
  narrow: true,
})

/** A text of a file as Markdown shows it, letter by letter. */
export const literal = (text: string): string =>
  tame(text)
    .replace(/[\\`*_[\]<|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')

/** What of a page a line is: items that follow one another are a list, everything else stands for itself. */
interface Block {
  readonly kind: 'heading' | 'title' | 'checks' | 'steps' | 'points' | 'text'
  readonly prefix: string
  readonly text: string
}

const FORMS: readonly (readonly [RegExp, (found: readonly string[]) => Block])[] = [
  [/^\u0001(.*)$/, ([, text = '']) => ({ kind: 'heading', prefix: '## ', text })],
  [
    /^\u0002?\[([ x])\] ([^\u0003]*)\u0003?$/,
    ([, mark = '', text = '']) => ({ kind: 'checks', prefix: `- [${mark}] `, text }),
  ],
  [/^\u0002(.*)\u0003$/, ([, text = '']) => ({ kind: 'title', prefix: '### ', text })],
  [/^ {4}(.*)$/, ([, text = '']) => ({ kind: 'checks', prefix: `${' '.repeat(BELOW_ITEM)}- `, text })],
  [/^ {2}(\d+\. )(.*)$/, ([, prefix = '', text = '']) => ({ kind: 'steps', prefix, text })],
  [/^- (.*)$/, ([, text = '']) => ({ kind: 'points', prefix: '- ', text })],
]

function blockOf(line: string): Block {
  for (const [form, block] of FORMS) {
    const found = form.exec(line)
    if (found !== null) return block(found)
  }
  return { kind: 'text', prefix: '', text: line.trim() }
}

/** The lines of an unbroken page in Markdown; `first` is what its first heading begins with. */
export function markdownOf(lines: readonly string[], first: '#' | '##'): string[] {
  const blocks = lines.filter((line) => line.trim() !== '').map(blockOf)
  const top = blocks.findIndex(({ kind }) => kind === 'heading')
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    const isList = block.kind === 'checks' || block.kind === 'steps' || block.kind === 'points'
    const goesOn = before === undefined || (isList && before.kind === block.kind)
    return [...(goesOn ? [] : ['']), ...linesOf(index === top ? { ...block, prefix: `${first} ` } : block)]
  })
}

/** A heading ends with its line, whatever its length; all else is broken as plain text would be. */
function linesOf({ kind, prefix, text }: Block): string[] {
  const said = text
    .split(/[\u0004\u0005]/)
    .map(literal)
    .join('**')
    .trim()
  if (kind === 'heading' || kind === 'title') return [prefix + said]
  const lines = wrap(said, WIDTH - prefix.length).map(guarded)
  return lines.map((line, index) => (index === 0 ? prefix : ' '.repeat(prefix.length)) + line)
}

/** A line may begin with what elsewhere begins a list, a heading, a quotation or a rule. */
const guarded = (line: string): string =>
  line
    .replace(/^(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|=+\s*$|--+\s*$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
