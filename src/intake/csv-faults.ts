import type { Problem } from '../base/problem.ts'

/** Why a row of a table gave no activity. */
export interface Fault {
  readonly line: number
  readonly why: string
}

const NAMED = 5

/** Names the rows that could not be read by their lines; nothing where all could. */
export function faultsTold(faults: readonly Fault[]): readonly Problem[] {
  if (faults.length === 0) return []
  const told = [...faults].sort((one, other) => one.line - other.line)
  const named = told.slice(0, NAMED).map(({ line, why }) => `line ${line} (${why})`)
  const more = told.length > NAMED ? `, and ${told.length - NAMED} more` : ''
  const rows = told.length === 1 ? '1 row' : `${told.length} rows`
  return [
    {
      code: 'unreadable-row',
      message: `${rows} of the table could not be read: ${named.join(', ')}${more}`,
      hint: 'All other rows are read. Mend these lines, or export the table again.',
    },
  ]
}
