/** A question answered by one key and no Enter. */
export interface KeyQuestion {
  readonly kind: 'key'
  readonly text: string
  /** The keys that answer, in the order they are offered. */
  readonly keys: readonly Key[]
  /** What Enter does, in two words such as `not now`; it never answers. */
  readonly enter: string
}

/** One key and what it says, such as `y`, `yes`; digits may leave `means` empty. */
export interface Key {
  readonly key: string
  readonly means: string
  /** What stays on the screen beside the question; absent where that is `means`, else the key. */
  readonly answered?: string
}

/** A question answered by a line of text; an empty line answers nothing. */
export interface LineQuestion {
  readonly kind: 'line'
  readonly text: string
  /** An example of an answer. */
  readonly hint?: string
  /** What an empty line leads to, in a few words; absent where nothing is said by it. */
  readonly enter?: string
  /** What is wrong with a line and how to write it; undefined when it will do. */
  readonly check: (line: string) => string | undefined
}

export type Question = KeyQuestion | LineQuestion

/** Asks on the terminal. Undefined is Enter: nothing was said, and it never stands for a no or a 0. */
export type Ask = (question: Question) => Promise<string | undefined>

/** Somebody pressed Ctrl-C at a question: nothing is written, and the command ends with 130. */
export class Interrupted extends Error {}
