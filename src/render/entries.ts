import type { CalendarDate } from '../base/calendar.ts'
import type { Entry } from '../log/schema.ts'
import { dateText } from '../base/date-text.ts'
import { entryLine } from './entry-line.ts'
import { pageOf, paragraph, type Page, type PageOptions } from './page.ts'
import { displayWidth, tame, whole, wrap } from './wrap.ts'

type Listed = Entry & { readonly id: string }

const GAP = 2

/** A log as a table, a line an entry; where there is no room for columns the text hangs under its head. */
export function renderEntries(
  entries: readonly Listed[],
  today: CalendarDate,
  options: PageOptions & { readonly notes: boolean },
): string {
  const page = pageOf(options)
  if (entries.length === 0) return 'No entry of this kind.\n'
  const widths = widthsOf(entries)
  const lines = entries.flatMap((entry, index) => {
    const newYear = entry.date.slice(0, 4) !== entries[index - 1]?.date.slice(0, 4)
    const told = [
      entryLine(entry, page.units, page.exercises),
      ...marksOf(entry, today),
      ...noteOf(entry, options.notes),
    ]
    const text = told.filter((part) => part !== '').join(', ')
    return [
      ...(newYear ? [page.paint.heading(entry.date.slice(0, 4))] : []),
      ...(page.narrow ? narrowLines(entry, text, page) : wideLines(entry, text, widths, page)),
    ]
  })
  return `${[...lines, ...legend(entries, page)].join('\n')}\n`
}

/** What the scores of a run are, for whoever reads them on a terminal. */
const legend = (entries: readonly Listed[], page: Page): string[] =>
  page.columns === undefined || !entries.some(({ type }) => type === 'run')
    ? []
    : paragraph(LEGEND, page, page.paint.muted)

const LEGEND = 'Pain of a run: while running/after it/next morning; ? is not known.'

interface Widths {
  readonly id: number
  readonly date: number
  readonly type: number
}

function widthsOf(entries: readonly Listed[]): Widths {
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(displayWidth)) + GAP
  return {
    id: widest(entries.map(({ id }) => tame(id))),
    date: widest(entries.map(({ date }) => dateText(date))),
    type: widest(entries.map(({ type }) => type)),
  }
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))

function wideLines({ id, date, type }: Listed, text: string, widths: Widths, page: Page): string[] {
  const margin = widths.id + widths.date + widths.type
  const head = [
    page.paint.muted(padded(tame(id), widths.id)),
    padded(dateText(date), widths.date),
    padded(type, widths.type),
  ].join('')
  return wrap(text, Math.max(20, page.width - margin)).map((line, index) =>
    `${index === 0 ? head : ' '.repeat(margin)}${line}`.trimEnd(),
  )
}

function narrowLines({ id, date, type }: Listed, text: string, page: Page): string[] {
  const head = whole(`${dateText(date)} ${type}`)
  return wrap(`${head}${text === '' ? '' : `: ${text}`} ${whole(`[${id}]`)}`, page.width, 2)
}

/** How an entry came to be: from the plan or a file, changed later, scores missing. */
function marksOf(entry: Listed, today: CalendarDate): readonly string[] {
  return [
    'attested' in entry && entry.attested === true ? 'attested' : '',
    'source' in entry && entry.source !== undefined ? 'imported' : '',
    entry.was === undefined ? '' : 'edited',
    isUnscored(entry, today) ? 'unscored' : '',
  ]
}

/** The morning after is due on the next day and not before. */
const isUnscored = (entry: Listed, today: CalendarDate): boolean =>
  entry.type === 'run' &&
  (entry.pain?.during === undefined || (entry.pain.nextMorning === undefined && entry.date < today))

const noteOf = ({ note }: Listed, shows: boolean): readonly string[] =>
  note === undefined || note === '' ? [] : [shows ? `"${note}"` : 'has a note']
