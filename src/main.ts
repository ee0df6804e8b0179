import { fstatSync, readFileSync, readlinkSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { flagsSeen } from './cli/flags.ts'
import { localClock, localDate, paintFor, type Host } from './cli/host.ts'
import { run } from './cli/program.ts'
import { Interrupted, type Question } from './cli/question.ts'

// In the bundle this file is one level below the package as well.
const folder = join(import.meta.dirname, '..')

const moment = new Date()

const host: Host = {
  argv: process.argv.slice(2),
  env: process.env,
  home: homedir(),
  platform: process.platform,
  folder,
  version,
  today: localDate(moment),
  clock: localClock(moment),
  now: moment.toISOString(),
  timeZone,
  // A stream is opened when it is touched, which takes time: whether it is a terminal is asked without.
  stdin: {
    get isTTY() {
      return isTerminal(0)
    },
    read: readStdin,
  },
  stdout: {
    get isTTY() {
      return isTerminal(1)
    },
    get columns() {
      return isTerminal(1) ? process.stdout.columns : undefined
    },
    write: writeOut,
  },
  stderr: {
    get isTTY() {
      return isTerminal(2)
    },
    get columns() {
      return isTerminal(2) ? process.stderr.columns : undefined
    },
    write: (text) => void process.stderr.write(text),
  },
  ask,
  edit,
  beforeInterrupt,
}

/** Every terminal is a device, and that is known without the code for terminals and sockets. */
function isTerminal(descriptor: number): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false
  } catch {
    // What is closed, or cannot be looked at, is left to the last word.
  }
  return isatty(descriptor)
}

let stream: NodeJS.WriteStream | undefined

/** A file or a pipe takes the bytes at once; the stream is for terminals, and for what is left over. */
function writeOut(text: string): void {
  let rest = Buffer.from(text)
  try {
    while (stream === undefined && rest.length > 0 && !isTerminal(1)) {
      rest = rest.subarray(writeSync(1, rest))
    }
  } catch {
    // The stream can wait for a reader, and says what is wrong with a disk.
  }
  if (rest.length > 0) openStdout().write(rest)
}

function openStdout(): NodeJS.WriteStream {
  // A reader such as `head` that has seen enough is no error; a full disk behind `>` is one.
  stream ??= process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.stderr.write(`itb: the output could not be written: ${error.message}\n`)
    process.exitCode = 2
  })
  return stream
}

function version(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  return manifest.version
}

/** To ask Intl costs as much as half a plan; on most machines a link says it. */
function timeZone(): string | undefined {
  if (process.env['TZ']) return process.env['TZ']
  try {
    return readlinkSync('/etc/localtime').split('/zoneinfo/')[1]
  } catch {
    return undefined
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

let terminal: ReturnType<typeof openTerminal> | undefined

async function openTerminal() {
  const { promptsOn } = await import('./cli/prompts.ts')
  const paint = await paintFor(flagsSeen(host.argv), host.env, host.stderr)
  return promptsOn({ stdin: process.stdin, stderr: process.stderr, paint })
}

async function ask(question: Question): Promise<string | undefined> {
  terminal ??= openTerminal()
  const said = await (await terminal)(question)
  if (said === null) throw new Interrupted()
  return said
}

async function edit(file: string): Promise<boolean> {
  const { openEditor } = await import('./cli/editor.ts')
  // While an editor is open Ctrl-C is a key of the editor.
  const leave = () => undefined
  process.on('SIGINT', leave)
  try {
    return await openEditor(host, file)
  } finally {
    process.off('SIGINT', leave)
  }
}

function beforeInterrupt(tidy: () => void): () => void {
  const leave = () => {
    tidy()
    // With nobody listening any more, the signal does what it always does.
    process.kill(process.pid, 'SIGINT')
  }
  process.once('SIGINT', leave)
  return () => void process.off('SIGINT', leave)
}

run(host).then(
  (code) => {
    process.exitCode ??= code
  },
  (error: unknown) => {
    const told = error instanceof Error ? error.stack : String(error)
    process.stderr.write(
      `itb: this is a bug in itb ${version()}; please report it with what you did\n${told}\n`,
    )
    process.exitCode = 2
  },
)
