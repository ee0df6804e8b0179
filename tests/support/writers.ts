import { spawn, spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'
import { emptyFolder } from './fake-host.ts'
import { ROOT } from './built.ts'

let program: string | undefined

/** A small program that writes through the sources of today, built once. */
function writer(): string {
  if (program !== undefined) return program
  program = join(emptyFolder(), 'writer.mjs')
  buildSync({
    entryPoints: [join(ROOT, 'tests', 'support', 'writer.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
  // Some are run as another user.
  chmodSync(dirname(program), 0o755)
  return program
}

/** How a writer ended: its exit code, null where it was killed, and the code of the problem it had. */
interface WriterEnded {
  readonly code: number | null
  readonly problem: string | undefined
}

const ended = (code: number | null, stderr: string): WriterEnded => ({
  code,
  problem: /"code":"([a-z-]+)"/.exec(stderr)?.[1],
})

/** Starts a writer; so many milliseconds after its first write, if any are given, it is killed without a word. */
export function startWriter(args: readonly string[], killAfter?: number): Promise<WriterEnded> {
  const child = spawn(process.execPath, [writer(), ...args])
  if (killAfter !== undefined) {
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfter))
  }
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(ended(code, stderr)))
  })
}

/** Runs a writer in a shell that was told something first, such as how large a file may be. */
export function writeWhere(shell: string, args: readonly string[], asUser?: number): WriterEnded {
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `${shell}; exec "$0" "$@"`, process.execPath, writer(), ...args],
    {
      encoding: 'utf8',
      ...(asUser !== undefined && { uid: asUser, gid: asUser }),
    },
  )
  return ended(status, stderr)
}

/** Runs a writer that is killed, or whose disk is full, at one step; undefined where it ended before that. */
export function writeUntil(
  step: number,
  by: 'kill' | 'full',
  args: readonly string[],
): WriterEnded | undefined {
  const disk = join(ROOT, 'tests', 'support', 'breaking-disk.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', disk, writer(), ...args], {
    encoding: 'utf8',
    env: { ...process.env, BREAKS_AT: String(step), BREAKS_BY: by },
  })
  return stdout.includes('ran to its end') ? undefined : ended(status, stderr)
}
