import type { DayLook } from '../engine/look.ts'
import { markdownOf, unbroken } from './markdown.ts'
import type { PageOptions } from './page.ts'
import { todayLines, type Guide } from './today.ts'

/** Today as a page to print or keep: its list to tick off, how it is done, and where its scores lead. */
export const renderDayMarkdown = (look: DayLook, guide: Guide, options: PageOptions): string =>
  `${markdownOf(todayLines(look, guide, unbroken(options)), '#').join('\n')}\n`
