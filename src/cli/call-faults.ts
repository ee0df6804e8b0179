import type { Problem } from '../base/problem.ts'
import { logPath } from '../store/paths.ts'
import { OWN_LOG, usage, type Command, type Flags, type Option } from './command.ts'
import type { Host } from './host.ts'
import { strayWords } from './stray-words.ts'

/** A command line as the shell took it apart. */
export interface Line {
  /** The command by all its words, such as `itb log run`. */
  readonly name: string
  readonly command: Command
  readonly flags: Flags
  readonly words: readonly string[]
  /** The flags that were typed, by their long names, each as often as it was. */
  readonly said: readonly string[]
}

/**
 * What of a command line cannot be meant, whatever the log holds: a yes beside its no or two values of one
 * flag, of which the shell would keep the last, a log to write on stdin, and words that no place is left for.
 */
export function callFaults({ name, command, flags, words, said }: Line, host: Host): Problem[] {
  const { options = [], words: places = [], tellsWords } = command
  const both = options.map(longName).filter((name) => said.includes(name) && said.includes(noOf(name)))
  const twice = options
    .filter(isOfOne)
    .map(longName)
    .filter((name) => said.indexOf(name) !== said.lastIndexOf(name))
  const isWritten = options.includes(OWN_LOG)
  return [
    ...both.map((name) => usage(`${name} and ${noOf(name)} cannot both be said`, 'Leave one of them out.')),
    ...twice.map((name) =>
      usage(`${name} is said more than once`, 'Leave out all but the one that is meant.'),
    ),
    ...(isWritten && logPath(host, flags.log).file === '-'
      ? [usage('--log - can be read and not written', 'Name a file: --log log.json')]
      : []),
    ...(tellsWords !== true && words.length > places.length && !places.some(isForMany)
      ? [strayWords(words, name, command, `is more than ${name} takes`)]
      : []),
  ]
}

const isForMany = ([place]: Option): boolean => place.includes('...')

/** A flag with a value, of which there is one. */
const isOfOne = ([flags, , values]: Option): boolean => flags.includes('<') && values?.many !== true

const noOf = (name: string): string => `--no-${name.slice('--'.length)}`

/** A flag by the name it is typed with: `--pain` of `--pain <score>`. */
export const longName = ([flags]: Option): string =>
  flags.split(/[ ,]+/).find((word) => word.startsWith('--')) ?? ''
