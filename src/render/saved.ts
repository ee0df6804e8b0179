import type { CalendarDate } from '../base/calendar.ts'
import type { DayLook } from '../engine/look.ts'
import type { Amended } from '../log/amend.ts'
import { answerLines, isQuiet } from './answer.ts'
import { assumedText } from './assumed.ts'
import { dateText } from '../base/date-text.ts'
import { changeText, entryText } from './entry-text.ts'
import { pageOf, paragraph, type Page, type PageOptions } from './page.ts'
import { scoreText } from './score.ts'
import { whole, wrap } from './wrap.ts'

/** What a write did, what it left open, and today after it: the document of every command that writes. */
export interface Saved {
  readonly format: 'itb-saved'
  readonly version: 1
  readonly file: string
  readonly revision: number
  /** Nothing was written: this is what would have been. */
  readonly dryRun: boolean
  readonly saved: readonly Amended[]
  /** Scores of these entries that are due and were not given. */
  readonly notSaid: readonly NotSaid[]
  /** Milestones that this write reached, which are said this once. */
  readonly reached: readonly { readonly id: string; readonly title: string }[]
  readonly look: DayLook
}

interface NotSaid {
  readonly id: string
  readonly date: CalendarDate
  readonly scores: readonly string[]
}

type Action = Amended['action']
const DID: Readonly<Record<Action, readonly [done: string, would: string]>> = {
  added: ['added', 'would add'],
  changed: ['changed', 'would change'],
  removed: ['removed', 'would remove'],
}

function savedLines({ action, entry, before }: Amended, { dryRun, notSaid }: Saved, page: Page): string[] {
  const did = DID[action][dryRun ? 1 : 0]
  const text =
    before === undefined
      ? entryText(entry, page.units, page.exercises)
      : changeText(entry, before, page.units, page.exercises)
  const open = notSaid.filter(({ id }) => id === entry.id).flatMap(({ scores }) => scores.map(scoreText))
  const unsaid = action === 'removed' || open.length === 0 ? '' : `; not said: ${open.join(', ')}`
  const head = `${did} ${whole(`${entry.id}  ${entry.type}`)} ${dateText(entry.date)}`
  return wrap(`${head}${text === '' ? '' : ` ${text}`}${unsaid}`, page.width, 2)
}

function whereText({ dryRun, file, revision, saved }: Saved): string {
  if (saved.length === 0) return `nothing to change in ${file}`
  return dryRun ? `nothing was written to ${file}` : `saved to ${file}, revision ${revision}`
}

/** What was written and where, what was left open, and the answer for today. */
export function renderSaved(saved: Saved, options: PageOptions): string {
  const page = pageOf(options)
  // Nothing is praised on a page that tells of pain.
  const reached = isQuiet(saved.look) ? saved.reached.map(({ title }) => title).join(', ') : ''
  const lines = [
    ...saved.saved.flatMap((each) => savedLines(each, saved, page)),
    ...paragraph(whereText(saved), page, page.paint.muted),
    ...(reached === '' ? [] : paragraph(`Reached: ${reached}.`, page, page.paint.good)),
    ...answerLines(saved.look, page, assumedText(saved.look, saved.saved)),
  ]
  return `${lines.join('\n')}\n`
}
