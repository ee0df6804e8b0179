import type { DayEntry } from '../../log/schema.ts'
import type { Programme } from '../../protocol/programme.ts'
import { SIGNS } from '../../rules/referral.ts'
import type { Ask } from '../question.ts'
import { askWay } from './keys.ts'

const ONE_EACH: readonly string[] = SIGNS.map((_, index) => String(index + 1))

/** All signs that running stops for, in full; undefined when the question was skipped. */
export async function askSigns(ask: Ask, { referral }: Programme): Promise<DayEntry['redFlags']> {
  const list = SIGNS.map((sign, index) => `${ONE_EACH[index]}  ${referral.says[sign] ?? sign}`)
  const ways = Object.fromEntries([
    ['none', ['n', 'none of them'] as const],
    ...SIGNS.map((sign, index) => [sign, [ONE_EACH[index] ?? '', ''] as const] as const),
  ])
  const said = await askWay(ask, ['Is any of this so, now?', ...list].join('\n'), ways)
  if (said === undefined) return undefined
  return SIGNS.filter((sign) => sign === said)
}
