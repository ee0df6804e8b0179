import type { Saved } from './saved.ts'
import { answerLines } from './answer.ts'
import { dateText } from '../base/date-text.ts'
import { entryText } from './entry-text.ts'
import { pageOf, paragraph, type Page, type PageOptions } from './page.ts'
import { wrap } from './wrap.ts'

type Change = Saved['saved'][number]

const BECAME: Readonly<Record<Change['action'], string>> = {
  added: 'back again',
  changed: 'as before',
  removed: 'gone again',
}

/** Of more entries than these only the first are told: an import brought them, and it has gone as a whole. */
const MOST_TOLD = 30
const FEW = 5

/** What an undo or a restore changed, entry by entry, and today after it. */
export function renderTurnedBack(saved: Saved, options: PageOptions): string {
  const page = pageOf(options)
  const { dryRun, file, revision } = saved
  const where = dryRun ? `nothing was written to ${file}` : `saved to ${file}, revision ${revision}`
  const lines = [
    ...toldOf(saved.saved).flatMap((change) => changeLines(change, page)),
    ...moreText(saved.saved).flatMap((text) => paragraph(text, page)),
    ...(saved.saved.length === 0 ? paragraph('No entry is another one than before.', page) : []),
    ...paragraph(where, page, page.paint.muted),
    ...answerLines(saved.look, page),
  ]
  return `${lines.join('\n')}\n`
}

const toldOf = (changes: Saved['saved']): Saved['saved'] =>
  changes.length > MOST_TOLD ? changes.slice(0, FEW) : changes

const moreText = (changes: Saved['saved']): readonly string[] =>
  changes.length > MOST_TOLD ? [`and ${changes.length - FEW} more entries`] : []

function changeLines({ action, entry }: Change, page: Page): string[] {
  const text = entryText(entry, page.units, page.exercises)
  const head = `${BECAME[action]}: ${entry.id}  ${entry.type.replaceAll('-', ' ')} ${dateText(entry.date)}`
  return wrap(`${head} ${text}`.trimEnd(), page.width, 2)
}
