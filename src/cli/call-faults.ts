import type { Problem } from '../base/problem.ts'
import { logPath } from '../store/paths.ts'
import { OWN_LOG, usage, type Command, type Flags, type Option } from './command.ts'
import type { Host } from './host.ts'

/**
 * What of a command line cannot be meant, whatever the log holds: a yes beside its no, of which the shell
 * would keep the last, and a log to write on stdin.
 */
export function callFaults(
  { options = [] }: Command,
  host: Host,
  flags: Flags,
  said: ReadonlySet<string>,
): Problem[] {
  const both = options.map(longName).filter((name) => said.has(name) && said.has(noOf(name)))
  const isWritten = options.includes(OWN_LOG)
  return [
    ...both.map((name) => usage(`${name} and ${noOf(name)} cannot both be said`, 'Leave one of them out.')),
    ...(isWritten && logPath(host, flags.log).file === '-'
      ? [usage('--log - can be read and not written', 'Name a file: --log log.json')]
      : []),
  ]
}

const noOf = (name: string): string => `--no-${name.slice('--'.length)}`

/** A flag by the name it is typed with: `--pain` of `--pain <score>`. */
export const longName = ([flags]: Option): string =>
  flags.split(/[ ,]+/).find((word) => word.startsWith('--')) ?? ''
