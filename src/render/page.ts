import type { Units } from '../base/amount-text.ts'
import type { Paint } from './paint.ts'
import { displayWidth, wrap } from './wrap.ts'

/** What a caller decides: the terminal's width, undefined where there is none, the paint and the units. */
export interface PageOptions {
  readonly columns: number | undefined
  readonly paint: Paint
  readonly units: Units
  /** Exercise ids and their titles. */
  readonly exercises: ReadonlyMap<string, string>
}

/** The options with a width that is settled. */
export interface Page extends PageOptions {
  readonly width: number
  /** Too narrow for columns: one hanging line a day. */
  readonly narrow: boolean
}

type Tone = (text: string) => string

const WITHOUT_TERMINAL = 80
// Lines longer than this are hard to read back from; a wider terminal gets margin instead.
const LONGEST_LINE = 100
const NARROWEST_TABLE = 60
const LABEL = 11

/** Settles the width: 80 without a terminal, never more than a line that can be read. */
export function pageOf(options: PageOptions): Page {
  const columns = options.columns || WITHOUT_TERMINAL
  return { ...options, width: Math.min(columns, LONGEST_LINE), narrow: columns < NARROWEST_TABLE }
}

// Tones are called with the line alone: chalk joins whatever else `map` would hand it.

/** A paragraph, each of its lines painted on its own so that no colour runs over a line's end. */
export const paragraph = (text: string, page: Page, tone: Tone = (line) => line): string[] =>
  wrap(text, page.width).map((line) => tone(line))

/** A paragraph indented by two, its further lines by four. */
export const indented = (text: string, page: Page, tone: Tone = (line) => line): string[] =>
  wrap(text, page.width - 2, 2).map((line) => `  ${tone(line)}`)

/** A point of a list. */
export const point = (text: string, page: Page, tone: Tone = (line) => line): string[] =>
  wrap(`- ${text}`, page.width, 2).map((line) => tone(line))

/** A label and what belongs to it, in a column of its own where there is room. */
export function labelled(label: string, text: string, page: Page, tone: Tone = (line) => line): string[] {
  if (page.narrow) return wrap(`${label}: ${text}`, page.width, 2).map((line) => tone(line))
  const margin = page.paint.strong(label) + ' '.repeat(Math.max(1, LABEL - displayWidth(label)))
  return wrap(text, page.width - LABEL).map(
    (line, index) => (index === 0 ? margin : ' '.repeat(LABEL)) + tone(line),
  )
}

/** A titled block with a blank line before it; nothing where it would be empty. */
export const section = (title: string, lines: readonly string[], page: Page): string[] =>
  lines.length === 0 ? [] : ['', ...paragraph(title, page, page.paint.heading), ...lines]
