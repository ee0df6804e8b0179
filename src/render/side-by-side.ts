import { point, type Page } from './page.ts'

/** Two numbers of one matter, and what there is to say of them. */
export interface Row {
  readonly title: string
  readonly cells: readonly [string, string]
  readonly end: string
  readonly isMarked: boolean
}

const TITLE = 24
const CELL = 11

/** Numbers side by side where there is room, one hanging line each where there is not. */
export function rowLines(
  heads: readonly [string, string, string],
  rows: readonly Row[],
  page: Page,
): string[] {
  const longest = Math.max(...[heads[2], ...rows.map(({ end }) => end)].map(({ length }) => length))
  if (TITLE + 2 * CELL + longest > page.width) return rows.flatMap((row) => hangingLines(heads, row, page))
  const line = (title: string, [a, b]: readonly [string, string], end: string): string =>
    `${title.padEnd(TITLE)}${a.padEnd(CELL)}${b.padEnd(CELL)}${end}`.trimEnd()
  return [
    page.paint.muted(line('', [heads[0], heads[1]], heads[2])),
    ...rows.map(({ title, cells, end, isMarked }) => {
      const text = line(title, cells, end)
      return isMarked ? page.paint.caution(text) : text
    }),
  ]
}

function hangingLines([was, is]: readonly string[], row: Row, page: Page): string[] {
  const [a, b] = row.cells
  const numbers = `${was?.toLowerCase()} ${a}, ${is?.toLowerCase()} ${b}`
  const end = row.end === '' ? '' : `; ${row.end}`
  return point(`${row.title}: ${numbers}${end}`, page, row.isMarked ? page.paint.caution : undefined)
}
