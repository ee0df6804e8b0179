import type { CalendarDate } from '../base/calendar.ts'
import type { Owed } from '../engine/plan.ts'
import { dateText } from '../base/date-text.ts'
import { indented, pageOf, paragraph, type Page, type PageOptions } from './page.ts'
import { scoreText } from './score.ts'
import { whole } from './wrap.ts'

/** What is still asked, with the command lines that answer it. */
interface OwedAnswerable extends Owed {
  /** N stands for a score, [no-] for one of the two; nothing of it is filled in for the runner. */
  readonly commands: readonly string[]
}

/** All that is open on a day, oldest first: the document of `itb owed`. */
export interface OwedDocument {
  readonly format: 'itb-owed'
  readonly version: 1
  readonly date: CalendarDate
  readonly owed: readonly OwedAnswerable[]
}

/** `2 owed, oldest Mon 16 Mar`, or `1 owed, Mon 16 Mar`; empty where nothing is. */
export function owedShort(owed: readonly Owed[]): string {
  const [oldest] = owed.map(({ date }) => date).sort()
  if (oldest === undefined) return ''
  return `${owed.length} owed, ${owed.length === 1 ? '' : 'oldest '}${dateText(oldest)}`
}

const WHAT: Readonly<Record<string, string>> = {
  'check-in': 'check-in',
  'red-flags': 'warning signs',
  painkiller: 'painkillers',
}

const scoresText = (scores: readonly string[]): string => scores.map(scoreText).join(', ')

const sessionOf = (score: string): string => (score === 'exercise-pain' ? 'strength' : 'run')

/** What is open, without the name of its entry: `run: next morning`, `check-in`. */
export const owedText = ({ score, scores }: Owed): string =>
  WHAT[score] ?? `${sessionOf(score)}: ${scoresText(scores)}`

/** What a missing answer does, and until when it still counts. */
function weightText({ breaksChain, until }: Owed): string {
  const late = until === null ? '' : `counts if answered by ${dateText(until)}`
  const broken = breaksChain ? 'left open, it breaks the chain of days that opens running' : ''
  return [late, broken].filter((part) => part !== '').join('; ')
}

function owedLines(owed: OwedAnswerable, page: Page): string[] {
  const { entry, date, score, scores, question, commands } = owed
  const what = WHAT[score] ?? `${sessionOf(score)} ${entry ?? ''}: ${scoresText(scores)}`
  const weight = weightText(owed)
  return [
    ...paragraph(`${dateText(date)}, ${what}`, page, page.paint.strong),
    ...indented(question, page),
    ...(weight === '' ? [] : indented(weight, page, page.paint.caution)),
    ...commands.flatMap((command, index) => indented(`${index === 0 ? '' : 'or '}${command}`, page)),
  ]
}

/** What stands for an answer in the command lines; nothing is filled in that nobody said. */
function legendText(commands: readonly string[]): string {
  const has = (mark: string): boolean => commands.some((command) => command.includes(mark))
  return [
    ...(has(' N') || has('=N') ? [`${whole('N is a score')} of the outer side of the knee, 0 to 10.`] : []),
    ...(has(' TIME') ? ['TIME is such as 30m or 2h.'] : []),
    ...(has('[no-]') ? ['[no-] is left out where the answer is yes.'] : []),
  ].join(' ')
}

/** Everything still to be answered, with the words that answer it; empty where nothing is owed. */
export function renderOwed({ owed }: OwedDocument, options: PageOptions): string {
  const page = pageOf(options)
  if (owed.length === 0) return ''
  const blocks = owed.map((each) => owedLines(each, page).join('\n'))
  const legend = legendText(owed.flatMap(({ commands }) => commands))
  const lines = legend === '' ? [] : [paragraph(legend, page, page.paint.muted).join('\n')]
  return `${[...blocks, ...lines].join('\n\n')}\n`
}

/** One line for a prompt or a .profile; empty where nothing is owed. */
export const renderOwedShort = (owed: readonly Owed[]): string =>
  owed.length === 0 ? '' : `itb: ${owedShort(owed)}\n`
