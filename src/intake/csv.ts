import { type Info, parse } from 'csv-parse/sync'

/** One record of a table, which may go over several lines. */
export interface Row {
  /** Where it begins, counted from 1 as editors do. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A table of text with everything in it that is a record. */
export interface Table {
  readonly header: readonly string[]
  /** Every one has as many cells as the header. */
  readonly rows: readonly Row[]
  /** Lines that begin a record with too many or too few cells. */
  readonly broken: readonly number[]
}

interface Told {
  readonly record: string[]
  readonly info: Info
}

interface Reading {
  readonly lines: readonly string[]
  readonly at: number
  readonly size: number
  readonly delimiter: string
  readonly width: number
}

/** A record with its first line and the one after its last, counted from 0 in what was read. */
interface Taken {
  readonly cells: readonly string[]
  readonly first: number
  readonly next: number
}

/** Some spreadsheets begin with a line that names their separator. */
const SEPARATOR = /^sep=.$/i
const DELIMITERS = [',', ';', '\t']
/** A file with more stray quotes than this is beyond mending; what follows is taken as it stands. */
const MOST_MENDS = 100
/** So many lines are read at once, more while all is well: mending costs no more than reading them again. */
const BLOCK = 500
const MOST_COLUMNS = 1000
/** Far more than the activities of a lifetime with a page of notes to each. */
const MOST_LINES = 300_000

/** Reads comma, semicolon or tab separated text; a stray quote costs the record it is in and no other. */
export function readTable(text: string): Table | undefined {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const first = lines.findIndex((line) => !isBlank(line) && !SEPARATOR.test(line))
  const delimiter = delimiterOf(lines[first] ?? '')
  if (delimiter === undefined || lines.length > MOST_LINES) return undefined
  const [head] = recordsOf(lines.slice(first, first + BLOCK), delimiter)
  if (head === undefined) return undefined
  const rows: Row[] = []
  const broken: number[] = []
  let at = first + head.next
  let size = BLOCK
  for (let mends = 0; at < lines.length; ) {
    const block = readBlock({ lines, at, size, delimiter, width: head.cells.length }, mends < MOST_MENDS)
    for (const row of block.rows) rows.push(row)
    for (const line of block.broken) broken.push(line)
    at = block.next
    size = block.isMended ? BLOCK : size * 2
    if (block.isMended) mends++
  }
  return { header: head.cells, rows, broken }
}

/** Reads from a line on, at most up to a record with a quote that ran on where it should have ended. */
function readBlock({ lines, at: begin, size, delimiter, width }: Reading, mayMend: boolean) {
  const rows: Row[] = []
  const broken: number[] = []
  let from = begin
  while (from < lines.length && isBlank(lines[from] ?? '')) from++
  const taken = recordsFrom(lines, from, size, delimiter)
  for (const { cells, first, next } of taken) {
    const line = from + first + 1
    const fits = fitting(cells, width)
    if (fits === undefined) broken.push(line)
    else if (!fits.every(isBlank)) rows.push({ line, cells: fits })
    if (fits === undefined && next - first > 1 && mayMend) return { rows, broken, next: line, isMended: true }
  }
  const last = taken.at(-1)
  if (last !== undefined) return { rows, broken, next: from + last.next, isMended: false }
  if (from < lines.length) broken.push(from + 1)
  return { rows, broken, next: mayMend ? from + 1 : lines.length, isMended: true }
}

/** A quote that is left at the start of several lines was closed by one that belongs to another cell. */
const isRunOn = (cell: string): boolean => cell.startsWith('"') && cell.includes('\n')
const isBlank = (text: string): boolean => text.trim() === ''

/** The whole records of a block, or of as many lines as the first of them takes; none if it never ends. */
function recordsFrom(lines: readonly string[], from: number, size: number, delimiter: string) {
  for (let most = size; ; most *= 8) {
    const taken = recordsOf(lines.slice(from, from + most), delimiter)
    if (taken.length > 0 || from + most >= lines.length) return taken
  }
}

/** Cells beyond the header are no harm as long as nothing is in them; a quote that ran on is. */
function fitting(cells: readonly string[], width: number): readonly string[] | undefined {
  if (cells.length === width) return cells.some(isRunOn) ? undefined : cells
  const isPadded = cells.length > width && cells.slice(width).every(isBlank)
  return isPadded || cells.every(isBlank) ? cells.slice(0, width) : undefined
}

/** The records of these lines; one whose quote stays open is left out. */
function recordsOf(lines: readonly string[], delimiter: string): readonly Taken[] {
  const told = parse(lines.join('\n'), {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  }) as unknown as Told[]
  return told.map(({ record, info }) => {
    const ends = record.reduce((count, cell) => count + cell.split('\n').length - 1, 0)
    return { cells: record, first: info.lines - 1 - ends, next: info.lines }
  })
}

/** The mark that is most often between the words of a header; undefined where there is none. */
function delimiterOf(header: string): string | undefined {
  const bare = header.replace(/"[^"]*"/g, '')
  const counted = DELIMITERS.map((mark) => ({ mark, count: bare.split(mark).length - 1 }))
  const most = counted.reduce((one, other) => (other.count > one.count ? other : one))
  return most.count === 0 || most.count > MOST_COLUMNS ? undefined : most.mark
}
