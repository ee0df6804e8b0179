import { spawnSync } from 'node:child_process'
import { describe, it } from 'vitest'

/** What tells that something is there, where that is more than a command of its name. */
const FOUND: Readonly<Record<string, string>> = {
  'python3-icalendar': '/usr/bin/python3 -c "import icalendar"',
  'python3-vobject': '/usr/bin/python3 -c "import vobject"',
  'libical-dev': 'printf "#include <libical/ical.h>\\n" | gcc -E -',
}
const known = new Map<string, boolean>()

/** Whether a program, or a package of that name, is on this machine. */
function isHere(program: string): boolean {
  const found = known.get(program)
  if (found !== undefined) return found
  const line = FOUND[program] ?? `command -v ${program}`
  const here = spawnSync('sh', ['-c', line], { stdio: 'ignore' }).status === 0
  known.set(program, here)
  return here
}

/**
 * `describe` and `it` for tests that need programs beside Node. Where one is missing a single test stands in for
 * them, skipped with the reason in its name; where `CLIENTS_REQUIRED` is set, because the programs were
 * installed a moment ago, it fails.
 */
export function needing(...programs: readonly string[]): { describe: typeof describe; it: typeof it } {
  const missing = programs.filter((program) => !isHere(program))
  if (missing.length === 0) return { describe, it }
  const why = `could not run: no ${missing.join(', no ')} on this machine`
  const standIn = (name: string): void => {
    const all = name.replace(/%[a-z]/, '…')
    it.skipIf(process.env['CLIENTS_REQUIRED'] === undefined)(`${all}: ${why}`, () => {
      throw new Error(why)
    })
  }
  const forAll = Object.assign(standIn, { each: () => standIn }) as unknown
  return { describe: forAll as typeof describe, it: forAll as typeof it }
}
