import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isCalendarDate, type CalendarDate } from '../../src/base/calendar.ts'
import type { Host } from '../../src/cli/host.ts'
import { run } from '../../src/cli/program.ts'
import { Interrupted, type Ask, type Question } from '../../src/cli/question.ts'
import { readProtocol } from '../../src/protocol/read.ts'
import { ROOT } from './built.ts'

/** What a test says of the world; all else is a pipe in a plain environment on Wednesday, 18 March 2026. */
export interface World {
  readonly env?: Host['env']
  readonly home?: string
  readonly folder?: string
  readonly today?: string
  readonly now?: string
  readonly clock?: string
  readonly timeZone?: string
  readonly stdin?: string
  readonly terminal?: { readonly columns: number }
  /**
   * What is answered, question by question: a key, a line, undefined for Enter, `\u0003` for Ctrl-C. Where
   * it is given, somebody sits at a terminal.
   */
  readonly keys?: readonly (string | undefined)[]
  /** Plays the editor: may write to the file, and says whether it ended well. */
  readonly edit?: (file: string) => boolean
}

/** How a command ended and what it wrote. */
export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** The texts of the questions that were asked. */
  readonly asked: readonly string[]
}

/** Runs a command line, as a line or word by word, in this process, in a world that a test can see all of. */
export async function itb(line: string | readonly string[], world: World = {}): Promise<Ended> {
  const out: string[] = []
  const err: string[] = []
  const asked: string[] = []
  const isTTY = world.terminal !== undefined
  const isAsked = world.keys !== undefined
  const host: Host = {
    argv: typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line,
    env: world.env ?? {},
    home: world.home ?? emptyFolder(),
    platform: 'linux',
    folder: world.folder ?? installed(),
    version: () => '0.0.0-test',
    today: date(world.today ?? '2026-03-18'),
    clock: world.clock ?? '12:00',
    now: world.now ?? '2026-03-18T12:00:00Z',
    timeZone: () => world.timeZone ?? 'Etc/UTC',
    stdin: {
      isTTY: isAsked || world.stdin === undefined,
      read: async () => new TextEncoder().encode(world.stdin),
    },
    stdout: { isTTY, columns: world.terminal?.columns, write: (text) => out.push(text) },
    stderr: {
      isTTY: isTTY || isAsked,
      columns: world.terminal?.columns,
      write: (text) => err.push(text),
    },
    ask: answering(world.keys ?? [], asked),
    edit: async (file) => world.edit?.(file) ?? false,
    beforeInterrupt: () => () => undefined,
  }
  return { code: await run(host), stdout: out.join(''), stderr: err.join(''), asked }
}

/** Gives the answers one after the other; an answer that a terminal would not take is a mistake of the test. */
function answering(answers: readonly (string | undefined)[], asked: string[]): Ask {
  return async (question) => {
    const index = asked.push(question.text) - 1
    if (index >= answers.length) throw new Error(`nothing was left to answer: ${question.text}`)
    const said = answers[index]
    if (said === '\u0003') throw new Interrupted()
    const wrong = said === undefined ? undefined : refusal(question, said)
    if (wrong !== undefined) throw new Error(`"${said}" is no answer to: ${question.text}\n${wrong}`)
    return said
  }
}

function refusal(question: Question, said: string): string | undefined {
  if (question.kind === 'line') return said === '' ? 'an empty line is undefined' : question.check(said)
  const keys = question.keys.map(({ key }) => key)
  return keys.includes(said) ? undefined : `expected one of ${keys.join(' ')}`
}

/** Text as a date; a test with a date that does not exist is wrong. */
function date(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`${text} is no date`)
  return text
}

const temporary = mkdtempSync(join(tmpdir(), 'itb-test-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

/** A new folder with nothing in it. */
export const emptyFolder = (): string => mkdtempSync(join(temporary, 'at-'))

/** Writes a file into a new folder and says where. */
export function fileWith(text: string | Uint8Array, name = 'log.json'): string {
  const file = join(emptyFolder(), name)
  writeFileSync(file, text)
  return file
}

let folder: string | undefined

/** An installed itb: the shipped protocols, compiled by the reader of today and not by that of the last build. */
function installed(): string {
  if (folder !== undefined) return folder
  folder = emptyFolder()
  const [protocols, compiled] = [join(ROOT, 'protocols'), join(folder, 'dist', 'protocols')]
  symlinkSync(protocols, join(folder, 'protocols'))
  mkdirSync(compiled, { recursive: true })
  for (const name of readdirSync(protocols).filter((each) => each.endsWith('.yaml'))) {
    const text = readFileSync(join(protocols, name), 'utf8')
    const read = readProtocol(name, text)
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`)
    writeFileSync(
      join(compiled, `${basename(name, '.yaml')}.json`),
      JSON.stringify({ text, protocol: read.value }),
    )
  }
  return folder
}
