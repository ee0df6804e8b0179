import type { Problem, Result } from '../base/problem.ts'
import type { Host } from './host.ts'

/** What flags can be given to any command; undefined means "not said", never a yes or a no. */
export interface Flags {
  readonly log?: string
  readonly protocol?: string
  readonly today?: string
  readonly json?: boolean
  readonly color?: boolean
  readonly output?: string
  readonly week?: string
  readonly weeks?: string
  readonly format?: string
  readonly demo?: boolean
  readonly verbose?: boolean
  readonly of?: string
}

/** One call of a command: the world, the flags and the words after them. */
export interface Call {
  readonly host: Host
  readonly flags: Flags
  readonly words: readonly string[]
}

/** What a command has to say; where it goes is for the shell. */
export interface Answer {
  /** Data, for stdout or the file of -o. */
  readonly text: string
  /** 0 done, 1 answered and the answer is no, 2 could not do it. */
  readonly exitCode: 0 | 1 | 2
  /** For stderr, beside the data. */
  readonly problems: readonly Problem[]
  /** A sentence for stderr, such as where something was saved. */
  readonly note: string
}

/** A command as help shows it and the shell runs it. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly words?: readonly (readonly [name: string, meaning: string])[]
  readonly options?: readonly (readonly [flags: string, meaning: string])[]
  readonly examples: readonly [Example, Example]
  readonly commands?: readonly Command[]
  readonly run?: (call: Call) => Promise<Result<Answer>>
}

/** A command line that works as it stands, and what it is for. */
type Example = readonly [line: string, meaning: string]

/** An answer with what most of them leave out filled in. */
export const answer = (text: string, more: Partial<Answer> = {}): Answer => ({
  text,
  exitCode: 0,
  problems: [],
  note: '',
  ...more,
})

/** A command line we cannot follow. */
export const usage = (message: string, hint?: string): Problem => ({
  code: 'usage',
  message,
  ...(hint !== undefined && { hint }),
})

export const DEMO = ['--demo', 'use a sample runner instead of a log'] as const
export const LOG = ['--log <file>', 'the log to read; - is stdin'] as const
export const PROTOCOL = ['--protocol <name|file>', 'the protocol to follow, by its name or its file'] as const
export const TODAY = ['--today <date>', 'take this date for today'] as const
export const OUTPUT = [
  '-o, --output <file>',
  'write to this file, its ending says the format; - is stdout',
] as const
