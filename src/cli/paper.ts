import type { DayLook } from '../engine/look.ts'
import type { Plan } from '../engine/plan.ts'
import { renderDayCsv, renderPlanCsv } from '../render/csv.ts'
import { renderDayMarkdown } from '../render/markdown-day.ts'
import { renderPlanMarkdown } from '../render/markdown-week.ts'
import type { PageOptions } from '../render/page.ts'
import type { Guide } from '../render/today.ts'
import { doneIn } from './documents/done.ts'
import type { Inputs } from './read-inputs.ts'

/** What a plan or a day can be taken away as: a page to print, or a table for a spreadsheet. */
type PaperFormat = 'markdown' | 'csv'

/** The weeks asked for, a page each, or all in one table. */
export const weeksOnPaper = (
  plans: readonly Plan[],
  format: PaperFormat,
  options: PageOptions,
  inputs: Inputs,
): string =>
  format === 'csv'
    ? renderPlanCsv(plans, options.exercises)
    : plans.map((plan) => renderPlanMarkdown(plan, options, doneIn(plan, inputs))).join('\n')

/** The day asked for, as a page or a table. */
export const dayOnPaper = (look: DayLook, format: PaperFormat, options: PageOptions, guide: Guide): string =>
  format === 'csv' ? renderDayCsv(look, options.exercises) : renderDayMarkdown(look, guide, options)
