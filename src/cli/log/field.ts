import type { Result } from '../../base/problem.ts'
import type { Flags, Option } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'

/** One key of an entry and the flag that says it. */
export interface Field {
  /** The flag as help shows it; a yes and a no are two flags of one key. */
  readonly options: readonly Option[]
  readonly flag: keyof Flags
  /** Where it stands in the entry, such as `rpe` or `pain.during`. */
  readonly key: string
  readonly read: Reader
}

/** What commander hands on for a flag that was given. */
export type Said = string | boolean | readonly string[]

/** Turns what was said with a flag into what the entry holds; undefined is nothing said. */
export type Reader = (said: Said, flag: string, inputs: Inputs) => Result<unknown>

/** The flag as it was typed, `--sleep-quality`. */
export const nameOf = ({ options: [option] }: Field): string =>
  option?.[0].split(' ').find((word) => word.startsWith('--')) ?? ''

/** The flags of some keys for a command, each once though several entries have it. */
export const optionsOf = (fields: readonly Field[]): readonly Option[] => [
  ...new Map(
    fields.flatMap(({ options }) => options).map((option) => [option[0].split(' ')[0], option]),
  ).values(),
]
