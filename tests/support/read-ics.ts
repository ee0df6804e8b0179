/** A line of a calendar, unfolded: its name, its parameters as they stand, and its value. */
interface Line {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/** A part of a calendar with the parts in it. */
export interface Part {
  readonly name: string
  readonly lines: readonly Line[]
  readonly parts: readonly Part[]
}

/** Reads a calendar by nothing but the grammar of RFC 5545, apart from the library that writes it. */
export function readIcs(text: string): Part {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  if (lines.pop() !== '') throw new Error('the last line has no end')
  const [calendar, rest] = partFrom(lines.map(lineOf))
  if (rest.length > 0) throw new Error('something stands behind the calendar')
  return calendar
}

function lineOf(text: string): Line {
  const [, name, parameters, value] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(text) ?? []
  if (name === undefined || parameters === undefined || value === undefined)
    throw new Error(`no line of a calendar: ${text}`)
  return { name, parameters: parameters.slice(1), value }
}

function partFrom([begin, ...rest]: readonly Line[]): readonly [Part, readonly Line[]] {
  if (begin?.name !== 'BEGIN') throw new Error('a part does not begin')
  const lines: Line[] = []
  const parts: Part[] = []
  let left: readonly Line[] = rest
  for (;;) {
    const [line] = left
    if (line === undefined) throw new Error(`${begin.value} does not end`)
    if (line.name === 'BEGIN') {
      const [part, after] = partFrom(left)
      parts.push(part)
      left = after
      continue
    }
    left = left.slice(1)
    if (line.name === 'END' && line.value === begin.value) return [{ name: begin.value, lines, parts }, left]
    lines.push(line)
  }
}

/** The parts of a name, such as every `VEVENT`. */
export const partsIn = (calendar: Part, name: string): readonly Part[] =>
  calendar.parts.filter((part) => part.name === name)

/** The value of a property, its escapes as they stand; a part that has it not once is wrong. */
export function wordOf(part: Part, name: string): string {
  const found = part.lines.filter((line) => line.name === name)
  if (found[0] === undefined || found.length > 1) throw new Error(`${part.name} has ${found.length} ${name}`)
  return found[0].value
}

/** The parameters of a property, empty where it has none. */
export const parametersOf = (part: Part, name: string): string =>
  part.lines.find((line) => line.name === name)?.parameters ?? ''

/** A text as it was before it was escaped. */
export const plainText = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter))

const local = (value: string): number =>
  Date.parse(value.replace(/^(....)(..)(..)T(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z'))
const offset = (value: string): number =>
  Number(`${value.slice(0, 1)}1`) * (Number(value.slice(1, 3)) * 60 + Number(value.slice(3, 5))) * 60_000

/** The moment of a time by the clocks of a VTIMEZONE, by its observances alone. */
export function instantIn(zone: Part, value: string): Date {
  const onsets = zone.parts
    .map((part) => ({
      at: local(wordOf(part, 'DTSTART')),
      to: offset(wordOf(part, 'TZOFFSETTO')),
    }))
    .filter(({ at }) => at <= local(value))
    .sort((a, b) => a.at - b.at)
  const last = onsets.at(-1)
  if (last === undefined) throw new Error(`no observance holds at ${value}`)
  return new Date(local(value) - last.to)
}
