import { literal } from './markdown.ts'
import { displayWidth } from './wrap.ts'

const NARROWEST = 3

/** A table whose columns stand below one another as plain text too; a row has as many cells as the head. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const said = rows.map((row) => row.map(cellText))
  const widths = head.map((title, column) =>
    Math.max(NARROWEST, ...[title, ...said.map((row) => row[column] ?? '')].map(displayWidth)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => padded(cells[column] ?? '', width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...said.map(line)]
}

const BOX = /^\[[ x]\]$/

const cellText = (text: string): string => (BOX.test(text) ? text : literal(text).replace(/\s+/g, ' ').trim())

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))
