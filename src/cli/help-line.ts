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

const INDENT = '  '
const GAP = '  '
const BELOW = '      '
const LEAST_ROOM = 24

const below = (line: string): string => BELOW + line
