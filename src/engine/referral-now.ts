import type { Programme } from '../protocol/programme.ts'
import { addDays, type Day } from '../base/calendar.ts'
import type { Finding } from '../rules/finding.ts'
import { mayBe, type ReferralRule } from '../rules/referral.ts'
import type { Diary } from './diary.ts'
import type { PlanFinding, Referral } from './plan.ts'
import type { State } from './state.ts'

/** What sends a runner to somebody, the gravest first. */
const GRAVITY = [
  'red-flag',
  'swelling',
  'elsewhere',
  'painkiller',
  'banner',
  'steps',
  'acute-again',
  'advice',
  'stuck',
  'elsewhere-again',
] as const
type Notice = (typeof GRAVITY)[number]
const NOW: readonly Notice[] = ['red-flag', 'swelling']

/** Every notice that stands: the gravest with what to bring, the others beside it. */
export function referralOf(
  programme: Programme,
  found: readonly Finding[],
  told: readonly PlanFinding[],
  state: State,
  signs: () => readonly string[],
): Referral | null {
  const rule = programme.referral
  const rules = [rule.id, 'pause', 'stuck']
  const texts = new Map(
    found.flatMap(({ rule: id, says }, index) =>
      rules.includes(id) ? [[says, told[index]?.because ?? ''] as const] : [],
    ),
  )
  const standing = GRAVITY.filter((says) => texts.has(says))
  const notices = standing.map((says, index): Notices => {
    const notice = noticeName(rule, says)
    const named = says === 'red-flag' ? signs().map((sign) => signText(rule, sign)) : []
    // Where no sign is at hand, the handout says what each may be.
    const meaning = NOW.includes(says) && named.length === 0 ? (rule.says['meaning'] ?? '') : ''
    const adherence = says === 'banner' || says === 'advice' ? (texts.get('adherence') ?? '') : ''
    const bring = index === 0 ? (rule.says['bring'] ?? '') : ''
    const text = [...new Set([...named, texts.get(says) ?? '', adherence, bring, meaning])].join(' ')
    return {
      notice,
      urgency: NOW.includes(says) ? 'now' : 'soon',
      text: text.replace(/ +/g, ' ').trim(),
      acknowledged: state.acknowledged.includes(notice),
      // Of all notices only this one keeps the plan from rising until it was read.
      waits: says === 'banner' && !state.acknowledged.includes(notice),
    }
  })
  const [first, ...also] = notices.filter(
    ({ notice }, index) => notices.findIndex((each) => each.notice === notice) === index,
  )
  return first === undefined ? null : { ...first, also }
}

type Notices = Referral['also'][number]

/** The name a notice is acknowledged by. */
function noticeName({ bannerDay, adviceDay }: ReferralRule, says: Notice): string {
  if (says === 'banner' || says === 'advice') return `referral-${says === 'banner' ? bannerDay : adviceDay}`
  return says === 'elsewhere-again' ? 'elsewhere' : says
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
