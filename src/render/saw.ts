import { amountText, type Units, unitEnding } from '../base/amount-text.ts'
import { reasonsText } from '../base/pain-reasons.ts'
import type { Saw } from '../engine/plan.ts'

/** `longestRunMeters` is said `longest run`. */
export const plainName = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()

const withoutUnit = (name: string): string => name.slice(0, name.length - unitEnding(name).length)

const valueText = (name: string, value: Saw[string], units: Units): string =>
  name === 'reasons' && typeof value === 'string'
    ? reasonsText(value.split(', '))
    : amountText(name, value ?? null, units)

/** What a rule looked at, each with the unit its name ends in: `longest run 4.2 km, gap 3 days`. */
export const sawText = (saw: Saw, units: Units): string =>
  Object.entries(saw)
    .map(([name, value]) => `${plainName(withoutUnit(name))} ${valueText(name, value, units)}`)
    .join(', ')
