import type { Problem } from '../base/problem.ts'
import type { Source } from '../base/source.ts'

/** What is wrong with a protocol that a schema cannot say, by the way to it. */
export interface Fault {
  readonly problem: string
  readonly message: string
  readonly path: readonly PropertyKey[]
  /** The key itself, where not its value is wrong but that it is there. */
  readonly key?: string
  readonly hint?: string
}

/** A fault at its line; without a source it has none. */
export function problemOf({ problem, message, path, key, hint }: Fault, source?: Source): Problem {
  const place = key === undefined ? source?.placeOf(path) : source?.placeOfKey(path, key)
  return {
    code: problem,
    message,
    ...(place !== undefined && { place }),
    ...(hint !== undefined && { hint }),
  }
}
