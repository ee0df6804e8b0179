import { amountText, type Units } from '../base/amount-text.ts'
import { reasonsText } from '../base/pain-reasons.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Finding } from '../rules/finding.ts'
import type { PlanFinding } from './plan.ts'

/** A rule's sentence with the numbers it saw. */
export function because(programme: Programme, found: Finding, units: Units): string {
  const text = programme.byId.get(found.rule)?.says[found.says] ?? `${found.rule}: ${found.says}`
  const values: Readonly<Record<string, unknown>> = { ...found.saw, missing: missingText(found) }
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === null || value === undefined) return ''
    if (name === 'reasons') return reasonsText(String(value).split(', '))
    return amountText(
      name,
      typeof value === 'number' || typeof value === 'boolean' ? value : plain(String(value)),
      units,
    )
  })
}

const plain = (text: string): string => text.replaceAll('-', ' ')

/** `during` and the like in words, after a colon where there is anything. */
const missingText = ({ missing, saw }: Finding): string =>
  missing.length === 0 ? '' : `${saw['reasons'] ? '; ' : ''}not logged: ${missing.map(wordOf).join(', ')}`

/** `nextMorning` is said `next morning`. */
export const wordOf = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()

/** A finding as the plan's JSON has it: worded, sourced, its ceiling rounded down. */
export function tellFinding(programme: Programme, found: Finding, units: Units, binds: boolean): PlanFinding {
  const { meters, seconds } = found.ceiling ?? { meters: null, seconds: null }
  const rounded = (value: number | null, step: number): number | null =>
    value === null || !Number.isFinite(value) ? null : Math.floor(value / step + 1e-6) * step
  return {
    rule: found.rule,
    verdict: found.verdict,
    ceilingMeters: rounded(meters, 100),
    ceilingSeconds: rounded(seconds, 1),
    because: because(programme, found, units),
    saw: found.saw,
    missing: found.missing,
    binds,
    source: programme.byId.get(found.rule)?.source ?? [],
  }
}
