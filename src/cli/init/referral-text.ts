import type { Page } from '../../render/page.ts'
import { paragraph, point } from '../../render/page.ts'
import type { Says } from './list-questions.ts'

/** Why somebody should be seen, each reason in the protocol's words, then whom to see. */
export function referralText(
  reasons: readonly string[],
  advice: 'out-of-scope' | 'red-flag',
  says: Says,
  page: Page,
): string[] {
  const tone = advice === 'red-flag' ? page.paint.stop : page.paint.caution
  return [
    ...reasons.flatMap((name) => point(says[name] ?? name, page)),
    ...paragraph(says[advice] ?? '', page, tone),
  ]
}
