import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { builtCommand } from '../support/built.ts'
import { emptyFolder } from '../support/fake-host.ts'

const command = builtCommand()
const { NODE_EXTRA_CA_CERTS, NO_COLOR, FORCE_COLOR, ITB_LOG, XDG_DATA_HOME, XDG_CONFIG_HOME, ...inherited } =
  process.env

/** How a line ended and what it wrote. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A machine with nothing on it but the programs, a log and what a test puts there. */
export interface Machine {
  readonly home: string
  /** Runs a shell line to its end; a pipe fails where one of its commands does. */
  readonly run: (line: string, input?: string) => Ended
  /** The same, where all of it must go well: what it wrote to stdout. */
  readonly says: (line: string, input?: string) => string
  /** Puts a file under the home folder. */
  readonly write: (file: string, text: string) => string
  /** It is another day, as far as itb knows. */
  readonly turnTo: (day: string) => void
}

const LONGEST_MILLISECONDS = 60_000
const READERS = join(import.meta.dirname, 'readers')

/** A home of its own with the built command in the path, on a day that is told. */
export function newMachine(day: string, log?: string): Machine {
  const home = emptyFolder()
  const write = (file: string, text: string): string => {
    const path = join(home, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  }
  const turnTo = (on: string): void =>
    chmodSync(
      write(
        'bin/itb',
        `#!/bin/sh\n[ $# -eq 0 ] || set -- "$@" --today ${on}\nexec '${process.execPath}' '${command}' "$@"\n`,
      ),
      0o755,
    )
  const run = (line: string, input = ''): Ended => {
    const { status, stdout, stderr, error } = spawnSync('bash', ['-c', `set -o pipefail; ${line}`], {
      cwd: home,
      encoding: 'utf8',
      input,
      timeout: LONGEST_MILLISECONDS,
      env: {
        ...inherited,
        HOME: home,
        PATH: [join(home, 'bin'), READERS, process.env['PATH']].join(delimiter),
        TZ: 'Asia/Tokyo',
        LC_ALL: 'C.UTF-8',
        TERM: 'dumb',
      },
    })
    if (error !== undefined) throw error
    return { code: status, stdout, stderr }
  }
  const says = (line: string, input?: string): string => {
    const { code, stdout, stderr } = run(line, input)
    if (code !== 0) throw new Error(`${line}\nended with ${code}: ${stderr}${stdout}`)
    return stdout
  }
  turnTo(day)
  if (log !== undefined) write('.local/share/itb/log.json', log)
  return { home, run, says, write, turnTo }
}

/** The command that has a reader of `readers/` read stdin; what is written in C is compiled for it. */
export function reader(name: string): string {
  const source = join(READERS, name)
  if (name.endsWith('.py')) return `/usr/bin/python3 ${source}`
  const compiled = join(emptyFolder(), 'reader')
  execFileSync('gcc', ['-Wall', '-Werror', source, '-o', compiled, '-lical'])
  return compiled
}
