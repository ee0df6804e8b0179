import type { Problem, Result } from '../base/problem.ts'
import type { Flags } from './flags.ts'
import type { Host } from './host.ts'

export type { Flags } from './flags.ts'

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
  readonly words?: readonly Option[]
  readonly options?: readonly Option[]
  readonly examples: readonly [Example, Example]
  readonly commands?: readonly Command[]
  /** It tells by itself which of its words are too many. */
  readonly tellsWords?: true
  readonly run?: (call: Call) => Promise<Result<Answer>>
}

/** A flag or a word as help shows it, and what may be said with it. */
export type Option = readonly [flags: string, meaning: string, values?: Values]

/** What a flag or a word may hold, for completion; `many` lets it be given more than once. */
export interface Values {
  readonly many?: true
  readonly choices?: readonly string[]
  readonly kind?: 'date' | 'entry' | 'exercise' | 'file' | 'item' | 'protocol' | 'rule' | 'setting'
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
export const LOG = ['--log <file>', 'the log to read; - is stdin', { kind: 'file' }] as const
/** The log of a command that writes: there is no writing to stdin. */
export const OWN_LOG = ['--log <file>', 'the log to write to', { kind: 'file' }] as const
export const DRY_RUN = ['--dry-run', 'say what would be written, and write nothing'] as const
export const DATE = [
  '--date <date>',
  'the day it belongs to: yesterday, mon, 2026-03-02',
  { kind: 'date' },
] as const
export const NOTE = ['--note <text>', 'a remark; it never leaves the log'] as const
export const PROTOCOL = [
  '--protocol <name|file>',
  'the protocol to follow, by its name or its file',
  { kind: 'protocol' },
] as const
export const TODAY = ['--today <date>', 'take this date for today', { kind: 'date' }] as const
export const OUTPUT = [
  '-o, --output <file>',
  'write to this file, its ending says the format; - is stdout',
  { kind: 'file' },
] as const
/** What every command takes. */
export const EVERYWHERE: readonly Option[] = [
  ['--json', 'one JSON document, problems as well'],
  ['--color', 'colour, whatever the output is'],
  ['--no-color', 'no colour'],
  ['--no-input', 'never ask'],
]
