import type { Plan } from '../engine/plan.ts'
import { aheadLines, assumesLines, gateLines } from './ahead.ts'
import type { Done } from './done.ts'
import { decisionLines, referralLines } from './head.ts'
import { groundsLines } from './grounds.ts'
import { markdownOf, unbroken } from './markdown.ts'
import { blockLines, cueLines } from './markdown-doses.ts'
import { daysTable } from './markdown-days.ts'
import { owedShort } from './owed.ts'
import { paragraph, point, section, type Page, type PageOptions } from './page.ts'

/** A week as a page for the fridge: what was decided, the days to tick off, the doses, and when to stop. */
export function renderPlanMarkdown(plan: Plan, options: PageOptions, done: readonly Done[] = []): string {
  const page = unbroken(options)
  const lines = [
    ...markdownOf([...decisionLines(plan, page), ...referralLines(plan, page)], '#'),
    '',
    ...daysTable(plan, done, page),
    '',
    ...markdownOf(belowTable(plan, page), '##'),
  ]
  return `${lines.join('\n')}\n`
}

function belowTable(plan: Plan, page: Page): string[] {
  const owed = owedShort(plan.owed)
  const notes = plan.notes.flatMap((note) => point(note, page))
  return [
    ...blockLines(plan, page),
    ...cueLines(plan, page),
    ...section('When to stop, and what else to know', notes, page),
    ...(owed === '' ? [] : section('Still to be answered', point(`${owed}: itb owed`, page), page)),
    ...gateLines(plan, page),
    ...assumesLines(plan, page),
    ...aheadLines(plan, page),
    ...groundsLines(plan.grounds, page),
    ...paragraph(plan.disclaimer, page),
  ]
}
