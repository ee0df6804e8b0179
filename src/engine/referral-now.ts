import type { Programme } from '../protocol/programme.ts'
import { addDays, type Day } from '../base/calendar.ts'
import type { Finding } from '../rules/finding.ts'
import { mayBe, type ReferralRule } from '../rules/referral.ts'
import type { Diary } from './diary.ts'
import type { PlanFinding, Referral } from './plan.ts'
import type { State } from './state.ts'

const NOW = ['red-flag', 'swelling']

/** The most urgent notice, with what to bring. */
export function referralOf(
  programme: Programme,
  found: readonly Finding[],
  told: readonly PlanFinding[],
  state: State,
  signs: () => readonly string[],
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
  const named = first.says === 'red-flag' ? signs().map((sign) => signText(rule, sign)) : []
  // Where no sign is at hand, the handout says what each may be.
  const meaning = isNow && named.length === 0 ? (rule.says['meaning'] ?? '') : ''
  return {
    notice,
    urgency: isNow ? 'now' : 'soon',
    text: [...new Set([...named, ...texts, rule.says['bring'] ?? '', meaning])].join(' ').trim(),
    acknowledged: state.acknowledged.includes(notice),
  }
}

/** `The knee gives way or feels loose: may be the ligament …`, in the protocol's words. */
function signText(rule: ReferralRule, sign: string): string {
  const text = rule.says[sign] ?? sign
  const meaning = mayBe(rule, sign)
  const logged = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return meaning === undefined
    ? `${logged}.`
    : `${logged}: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`
}

/** The signs of the last day on which any was logged; none that a clinician has cleared since. */
export function signsOf(diary: Diary, asOf: Day): readonly string[] {
  for (let day = asOf; day >= (diary.first ?? asOf); day = addDays(day, -1)) {
    const { checkIns, clearances } = diary.on(day, asOf)
    const signs = [...new Set(checkIns.flatMap(({ redFlags }) => redFlags ?? []))]
    if (signs.length > 0) return signs
    if (clearances.length > 0) return []
  }
  return []
}
