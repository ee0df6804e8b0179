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

/** What an undo or a restore changed, entry by entry, and today after it. */
export function renderTurnedBack(saved: Saved, options: PageOptions): string {
  const page = pageOf(options)
  const { dryRun, file, revision } = saved
  const where = dryRun ? `nothing was written to ${file}` : `saved to ${file}, revision ${revision}`
  const lines = [
    ...saved.saved.flatMap((change) => changeLines(change, page)),
    ...(saved.saved.length === 0 ? paragraph('No entry is another one than before.', page) : []),
    ...paragraph(where, page, page.paint.muted),
    ...answerLines(saved.look, page),
  ]
  return `${lines.join('\n')}\n`
}

function changeLines({ action, entry }: Change, page: Page): string[] {
  const text = entryText(entry, page.units, page.exercises)
  const head = `${BECAME[action]}: ${entry.id}  ${entry.type.replaceAll('-', ' ')} ${dateText(entry.date)}`
  return wrap(`${head} ${text}`.trimEnd(), page.width, 2)
}
