import { wrap } from '../render/wrap.ts'

/** What a flag or a command means, beside its name, or below it where the page is narrow. */
export function helpLine(name: string, widest: number, meaning: string, columns: number): string {
  if (meaning === '') return INDENT + name
  const room = columns - INDENT.length - widest - GAP.length
  if (room < LEAST_ROOM)
    return [INDENT + name, ...wrap(meaning, columns - BELOW.length).map(below)].join('\n')
  const beside = INDENT + name.padEnd(widest) + GAP
  return beside + wrap(meaning, room).join(`\n${' '.repeat(beside.length)}`)
}

/**
 * An example and what it is for. Broken where the page ends, it can still be copied into a shell: a line that
 * goes on ends in a backslash.
 */
export function exampleText(line: string, meaning: string, columns: number): string {
  const goesOn = ' \\'
  const [first = '', ...others] = wrap(line, columns - BELOW.length - goesOn.length)
  const typed = [INDENT + first, ...others.map(below)].join(`${goesOn}\n`)
  return [typed, ...wrap(meaning, columns - BELOW.length).map(below)].join('\n')
}

const INDENT = '  '
const GAP = '  '
const BELOW = '      '
const LEAST_ROOM = 24

const below = (line: string): string => BELOW + line
