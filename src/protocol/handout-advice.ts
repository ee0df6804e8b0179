import { mayBe, type ReferralRule, SIGNS } from '../rules/referral.ts'
import { daysText } from './amounts.ts'
import { groundsLines, headed, point, wrapped } from './handout-page.ts'
import type { Protocol } from './schema.ts'

/** The plain advice, section by section. */
export const adviceLines = ({ advice }: Protocol, width: number): readonly string[] =>
  advice.flatMap(({ title, says, ...grounds }) => [
    ...headed(title),
    ...says.flatMap((each) => point(each, width)),
    ...groundsLines(grounds, width),
  ])

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const WHO = 'To a physiotherapist or a sports physician who knows runners.'

/** The warning signs with what they may stand for, and when to have the knee looked at without one. */
export function signLines(rule: ReferralRule, width: number): readonly string[] {
  const signs = [
    ...SIGNS.map((sign) => [capital(rule.says[sign] ?? sign), mayBe(rule, sign)] as const),
    ['Swelling at the knee', mayBe(rule, 'swelling')] as const,
    [slowText(rule), WHO] as const,
  ]
  return [
    ...headed('When to have it looked at'),
    ...wrapped('With any of these but the last there is no running until the knee has been examined.', width),
    ...signs.flatMap(([sign, meaning]) => [
      ...point(`${sign}.`, width),
      ...wrapped(meaning ?? '', width, '    '),
    ]),
    ...wrapped(rule.says['bring'] ?? '', width),
  ]
}

const slowText = ({ adviceDay, steps, stepsWithin, stuckAfter }: ReferralRule): string =>
  `No better after ${daysText(adviceDay)} of steady work, ${steps} steps back within ` +
  `${daysText(stepsWithin)}, or ${stuckAfter} weeks held for pain in a row`
