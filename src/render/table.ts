import Table from 'cli-table3'
import type { Plan } from '../engine/plan.ts'
import { assumesLines, gateLines, noteLines, owedLines } from './ahead.ts'
import type { Done } from './done.ts'
import { headLines } from './head.ts'
import type { Page, PageOptions } from './page.ts'
import { pageOf } from './page.ts'
import type { Row } from './week.ts'
import { weekRows } from './week.ts'
import { whole, wrap } from './wrap.ts'

const GAP = 2
const DAY = 10 + GAP
const BARE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '─',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
} as const

const painted = (text: string, width: number, tone: (line: string) => string, hang = 0): string[] =>
  text === '' ? [] : wrap(text, width, hang).map((line) => tone(line))

/**
 * Cells are wrapped here and not by cli-table3, which breaks neither at units nor inside long words; and each
 * line is a row of its own, since it measures all of a cell again for every line in it.
 */
function linesOf(row: Row, what: number, how: number, page: Page) {
  const { paint } = page
  const plain = (line: string): string => line
  const cues = row.cues.flatMap((cue) => painted(cue, how, paint.muted))
  const sessions = painted(row.what, what - GAP, row.rest ? paint.muted : plain)
  const manners = [...painted(row.how, how, plain, 2), ...cues]
  return Array.from({ length: Math.max(1, sessions.length, manners.length) }, (_, line) => [
    line > 0 || row.day === '' ? '' : paint.strong(row.day),
    sessions[line] ?? '',
    { content: manners[line] ?? '', style: { 'padding-right': 0 } },
  ])
}

function tableLines(rows: readonly Row[], page: Page): string[] {
  const what = (page.width < 72 ? 18 : page.width < 90 ? 23 : 28) + GAP
  const how = page.width - DAY - what
  const table = new Table({
    head: ['Day', 'Session', 'How'].map((title) => page.paint.strong(title)),
    colWidths: [DAY, what, how],
    chars: BARE,
    // Without these two empty lists cli-table3 writes colours, into a pipe as well.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP, compact: true },
  })
  table.push(...rows.flatMap((row) => linesOf(row, what, how, page)))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
}

function sessionText({ what, how, cues }: Row): string {
  const sentence = how === '' ? what : `${what}${how.includes(': ') ? ',' : ':'} ${how}`
  return cues.length === 0 ? sentence : `${sentence}. ${cues.join(' ')}`
}

/** Too narrow for columns: a line a day, and hanging under it whatever does not fit. */
function dayLines(rows: readonly Row[], page: Page): string[] {
  const days = rows.reduce<Row[][]>((all, row) => {
    if (row.day === '') all.at(-1)?.push(row)
    else all.push([row])
    return all
  }, [])
  return days.flatMap((sessions) => {
    const day = sessions[0]?.day ?? ''
    const said = sessions
      .map(sessionText)
      .reduce((all, text) => all + (all.endsWith('.') ? ' ' : '; ') + text)
    return wrap(`${whole(`${day} `)} ${said}`, page.width, 4).map((line, index) =>
      index === 0 ? line.replace(day, page.paint.strong(day)) : line,
    )
  })
}

/** A week for the eyes: what was decided, the days, what is open, what comes next, and when to stop. */
export function renderPlan(plan: Plan, options: PageOptions, done: readonly Done[] = []): string {
  const page = pageOf(options)
  const rows = weekRows(plan, done, page)
  const lines = [
    ...headLines(plan, done, page),
    '',
    ...(page.narrow ? dayLines(rows, page) : tableLines(rows, page)),
    ...owedLines(plan, page),
    ...gateLines(plan, page),
    ...assumesLines(plan, page),
    ...noteLines(plan, page),
  ]
  return `${lines.join('\n')}\n`
}
