/** Where in a file something stands, counted from 1 as editors do. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The text of that line, for the excerpt. */
  readonly text: string
}

/** Something wrong with what the user gave us, as data: the shell decides how to print it. */
export interface Problem {
  /** Stable kebab-case name, one folder in tests/errors each. */
  readonly code: string
  readonly message: string
  readonly place?: Place
  readonly hint?: string
}

/** A value, or every problem that stood in its way at once. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems })
