import type { Page } from '../../render/page.ts'
import { indented, paragraph, point } from '../../render/page.ts'
import { mayBe, type ReferralRule } from '../../rules/referral.ts'

/** Why somebody should be seen, each reason with what it may stand for, then whom to see. */
export function referralText(
  reasons: readonly string[],
  advice: 'out-of-scope' | 'red-flag',
  rule: ReferralRule,
  page: Page,
): string[] {
  const { says } = rule
  const tone = advice === 'red-flag' ? page.paint.stop : page.paint.caution
  return [
    ...reasons.flatMap((name) => {
      const meaning = mayBe(rule, name)
      return [...point(says[name] ?? name, page), ...(meaning === undefined ? [] : indented(meaning, page))]
    }),
    ...paragraph(says[advice] ?? '', page, tone),
  ]
}
