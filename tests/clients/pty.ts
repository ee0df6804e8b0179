import { spawn } from 'node:child_process'
import { emptyFolder } from '../support/fake-host.ts'

/** What is typed once a text stands on the terminal; with an empty text it is typed at once. */
export type Step = readonly [awaited: string, typed: string]

/** A terminal of a test; its environment holds PATH, HOME and TERM beside what is given here. */
export interface Terminal {
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
}

/** How a terminal stood when its command had ended. */
export interface Shown {
  readonly code: number | null
  /** What is to be read on it, line by line. */
  readonly screen: string
  /** What was to be read when each step was typed. */
  readonly stood: readonly string[]
  /** Every byte that was written to it. */
  readonly written: string
  readonly keys: number
}

// A machine may be many times slower than this one, and busy; nothing waits for it but what hangs.
const LONGEST_MILLISECONDS = 120_000

/** Runs a shell line in a pseudo-terminal and types what it is told; `script` of util-linux has no native part. */
export function inTerminal(
  line: string,
  { columns = 80, env = {}, steps = [] }: Terminal = {},
): Promise<Shown> {
  const child = spawn('script', ['-qec', `stty cols ${columns} rows 24; ${line}`, '/dev/null'], {
    env: { PATH: process.env['PATH'], HOME: emptyFolder(), SHELL: '/bin/sh', TERM: 'xterm-256color', ...env },
  })
  const waiting = [...steps]
  const stood: string[] = []
  let written = ''
  let seen = 0
  const type = () => {
    for (let [step] = waiting; step !== undefined; [step] = waiting) {
      const found = withoutEscapes(written).indexOf(step[0], seen)
      if (found === -1) return
      seen = found + step[0].length
      waiting.shift()
      stood.push(screenOf(written, columns))
      child.stdin.write(step[1])
    }
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text
    type()
  })
  type()
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`still running, and waiting for ${JSON.stringify(waiting[0]?.[0])} in:\n${written}`))
    }, LONGEST_MILLISECONDS)
    child.on('close', (code) => {
      clearTimeout(late)
      const keys = steps.reduce((sum, [, typed]) => sum + [...typed].length, 0)
      if (waiting.length === 0) resolve({ code, screen: screenOf(written, columns), stood, written, keys })
      else reject(new Error(`ended before ${JSON.stringify(waiting[0]?.[0])} was to be read in:\n${written}`))
    })
  })
}

const ESCAPE = /\u001b\[([\d;?]*)([A-Za-z])/y

const withoutEscapes = (written: string): string => written.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '')

/** What a terminal of this width shows once all of it was written, without empty space at the ends. */
function screenOf(written: string, columns: number): string {
  const rows: string[][] = [[]]
  let [row, column] = [0, 0]
  const put = (character: string) => {
    if (column >= columns) [row, column] = [row + 1, 0]
    while (rows.length <= row) rows.push([])
    const cells = rows[row] ?? []
    while (cells.length < column) cells.push(' ')
    cells[column++] = character
  }
  const obey = (command: string, count: number) => {
    if (command === 'A') row = Math.max(0, row - count)
    else if (command === 'B') row += count
    else if (command === 'G') column = count - 1
    else if (command === 'K') rows[row]?.splice(count === 2 ? 0 : column)
  }
  for (let at = 0; at < written.length; ) {
    ESCAPE.lastIndex = at
    const order = ESCAPE.exec(written)
    const character = written[at] ?? ''
    if (order !== null) obey(order[2] ?? '', Number(order[1]) || 1)
    else if (character === '\r') column = 0
    else if (character === '\n') row += 1
    else put(character)
    at += order?.[0].length ?? 1
  }
  return rows
    .map((cells) => cells.join('').trimEnd())
    .join('\n')
    .trimEnd()
}
