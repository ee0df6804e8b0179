import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the package. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** The command as it is published; `build-once.mjs` sees before every run that it is that of the sources. */
export function builtCommand(): string {
  if (!existsSync(join(ROOT, 'dist', 'start.cjs'))) throw new Error('nothing is built; see tests/README.md')
  return join(ROOT, 'bin', 'itb.js')
}

/** What a command needs in its environment to see the clock of the tests, where that is not the machine's. */
export const CLOCK = Object.fromEntries(
  ['NODE_OPTIONS', 'TEST_CLOCK_OFFSET'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  }),
)
