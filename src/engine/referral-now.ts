import type { Programme } from '../protocol/programme.ts'
import type { Finding } from '../rules/finding.ts'
import type { PlanFinding, Referral } from './plan.ts'
import type { State } from './state.ts'

const NOW = ['red-flag', 'swelling']

/** The most urgent notice, with what to bring. */
export function referralOf(
  programme: Programme,
  found: readonly Finding[],
  told: readonly PlanFinding[],
  state: State,
): Referral | null {
  const rule = programme.referral
  const first = found.find((each) => each.rule === rule.id)
  if (first === undefined) return null
  const days = new Map([
    ['banner', rule.bannerDay],
    ['advice', rule.adviceDay],
  ]).get(first.says)
  const notice = days === undefined ? first.says : `referral-${days}`
  const texts = told.filter((each) => each.rule === rule.id).map(({ because }) => because)
  const isNow = NOW.includes(first.says)
  return {
    notice,
    urgency: isNow ? 'now' : 'soon',
    text: [...new Set([...texts, rule.says['bring'] ?? '', isNow ? (rule.says['meaning'] ?? '') : ''])]
      .join(' ')
      .trim(),
    acknowledged: state.acknowledged.includes(notice),
  }
}
