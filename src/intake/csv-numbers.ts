/** What stands between whole and parts of a number in a column; undefined where the column does not tell. */
export type Mark = ',' | '.' | undefined

/** A number as far as it can be read: one with a single mark before three digits may mean two things. */
export interface Reading {
  readonly asDecimal: number
  /** The same digits with the mark taken as thousands. */
  readonly asWhole: number
}

const NUMBER = /^[+-]?\d[\d.,]*$/
/** Between the thousands of some languages, and before a negative number in Garmin's tables. */
const SPACES = /(?<=\d)[\s\u00a0\u202f\u2009'’](?=\d{3}(?!\d))/g
const ONE_MARK = /^([+-]?)(\d+)([.,])(\d+)$/

const bareNumber = (cell: string): string | undefined => {
  const text = cell.trim().replace(/^['’]/, '').replace(SPACES, '').replace('−', '-')
  return NUMBER.test(text) ? text : undefined
}

/** Which mark divides whole from parts, by the numbers that can be read in one way only. */
export function markOf(cells: readonly string[]): Mark {
  const told = new Set(cells.flatMap((cell) => markIn(cell) ?? []))
  return told.size === 1 ? [...told][0] : undefined
}

/** The marks of the columns that are read, found as they are asked for; most of a table never is. */
export function marksOf(rows: readonly { readonly cells: readonly string[] }[]): (column: number) => Mark {
  const found = new Map<number, Mark>()
  return (column) => {
    if (!found.has(column)) found.set(column, markOf(rows.map(({ cells }) => cells[column] ?? '')))
    return found.get(column)
  }
}

const other = (mark: string | undefined): Mark => (mark === ',' ? '.' : ',')

function markIn(cell: string): Mark {
  const text = bareNumber(cell)
  const marks = text?.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (text === undefined || last === undefined) return undefined
  if (marks.length > 1) return marks.filter((mark) => mark === last).length > 1 ? other(last) : (last as Mark)
  const [, , whole = '', , parts = ''] = ONE_MARK.exec(text) ?? []
  const mayGroup = parts.length === 3 && whole.length <= 3 && !whole.startsWith('0')
  return mayGroup ? undefined : (last as Mark)
}

/** Reads a number by the mark of its column; both readings are the same wherever there is only one. */
export function readingOf(cell: string, mark: Mark): Reading | undefined {
  const text = bareNumber(cell)
  if (text === undefined) return undefined
  const own = mark ?? markIn(cell)
  if (own !== undefined || !/[.,]/.test(text)) return sure(text, own)
  return { asDecimal: Number(text.replace(',', '.')), asWhole: Number(text.replace(/[.,]/g, '')) }
}

function sure(text: string, mark: Mark): Reading | undefined {
  const grouped = mark === ',' ? '.' : ','
  const value = Number(text.replaceAll(grouped, '').replace(',', '.'))
  const [whole = ''] = text.split(mark ?? '.')
  const isWell = !whole.includes(grouped) || /^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole)
  return Number.isFinite(value) && isWell ? { asDecimal: value, asWhole: value } : undefined
}

/** A number that can be read in one way; undefined for a blank, for `--` and where it may be two. */
export function numberIn(cell: string | undefined, mark: Mark): number | undefined {
  const reading = readingOf(cell ?? '', mark)
  return reading !== undefined && reading.asDecimal === reading.asWhole ? reading.asDecimal : undefined
}

const CLOCK = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{2}(?:[.,]\d+)?)$/

/** Seconds of `1:02:03`, `30:10`, `00:45:00.5` or `1810.0`; undefined where it is none of these. */
export function secondsIn(cell: string | undefined): number | undefined {
  const text = (cell ?? '').trim()
  const clock = CLOCK.exec(text)
  if (clock === null) return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  const [, hours = '0', minutes = '0', seconds = '0'] = clock
  const rest = Number(seconds.replace(',', '.'))
  if (rest >= 60 || (clock[1] !== undefined && Number(minutes) >= 60)) return undefined
  return Number(hours) * 3600 + Number(minutes) * 60 + rest
}
