const ESCAPE = /\u001b\[[0-9;]*m/g
const ONE_CELL_EACH = /^[\x20-\x7e]*$/
const NO_CELL = /[\u0000-\u001f\u007f-\u009f\u0300-\u036f]/
// The same ranges as cli-table3 counts by (string-width 4), so that its cells and our lines agree.
const TWO_CELLS = new RegExp(
  '[\\u1100-\\u115f\\u2329\\u232a\\u2e80-\\u303e\\u3040-\\ua4cf\\ua960-\\ua97c' +
    '\\uac00-\\ud7a3\\uf900-\\ufaff' +
    '\\ufe10-\\ufe19\\ufe30-\\ufe6b\\uff01-\\uff60\\uffe0-\\uffe6\\u{1b000}-\\u{1b001}\\u{1f200}-\\u{1f251}' +
    '\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}|\\p{Emoji_Modifier_Base}',
  'u',
)

// Control characters move the cursor and bidirectional marks turn the line round; neither belongs in a plan.
const UNWANTED = /(?!\u001b\[[0-9;]*m)[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

const GLUE = '\u00a0'
const UNIT = /(?<=\d) (?=(?:km|mi|min|s|h|%|x|d|days?|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|%)/g
const CLOCK = /(?<=\d\sh) (?=\d\d\b)/g
const COUNT = /(?<=\b\d+\sx) (?=[\d(])/g
const NUMBER = /(?<=[a-z]) (?=\d)/g
const SIDE = /(?<=\d|\bs) (?=a side\b)|(?<=\ba) (?=side\b)/g
const ASIDE = /\([^()]{1,24}\)/g

/** How many terminal cells a text takes: two for a wide character, none for a colour escape. */
export function displayWidth(text: string): number {
  const bare = text.replace(ESCAPE, '')
  if (ONE_CELL_EACH.test(bare)) return bare.length
  let width = 0
  for (const character of bare) width += NO_CELL.test(character) ? 0 : TWO_CELLS.test(character) ? 2 : 1
  return width
}

/** Drops what would move the cursor: titles and notes come from files. */
export const tame = (text: string): string => text.replace(UNWANTED, ' ')

/** Keeps a stretch of text on one line wherever it fits into one. */
export const whole = (text: string): string => text.replaceAll(' ', GLUE)

/** A number stays with its unit and with the word before it, a date and a short aside stay whole. */
const glue = (text: string): string =>
  [UNIT, CLOCK, COUNT, SIDE, NUMBER]
    .reduce((glued, gap) => glued.replace(gap, GLUE), text)
    .replace(ASIDE, whole)

function chop(word: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const [part] of word.matchAll(/\u001b\[[0-9;]*m|./gsu)) {
    if (piece !== '' && displayWidth(piece + part) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += part
  }
  return [...pieces, piece]
}

/** What does not fit in one piece gives way step by step: first between numbers, then between words. */
function fitting(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word]
  const parts = glue(word.replaceAll(GLUE, ' ')).split(' ')
  return (parts.length > 1 ? parts : word.split(GLUE)).flatMap((part) =>
    displayWidth(part) <= width ? [part] : part.includes(GLUE) ? fitting(part, width) : chop(part, width),
  )
}

/** Breaks a text into lines of at most `width` cells; all but the first are indented by `hang` cells. */
export function wrap(text: string, width: number, hang = 0): string[] {
  const indent = ' '.repeat(Math.min(hang, Math.floor(width / 3)))
  const room = Math.max(2, width - indent.length)
  const words = glue(tame(text))
    .split(/[ \n\t]+/)
    .filter((word) => word !== '')
  const lines: string[] = []
  const [first = '', ...others] = words.flatMap((word) => fitting(word, room))
  let line = first
  for (const word of others) {
    if (displayWidth(line) + 1 + displayWidth(word) <= width) line += ` ${word}`
    else {
      lines.push(line)
      line = indent + word
    }
  }
  return [...lines, line].map((each) => each.replaceAll(GLUE, ' '))
}
