import { readAmount } from '../base/quantity.ts'

/** What an example expects and what came out, in the words of the example. */
export interface Difference {
  readonly name: string
  readonly expected: string
  readonly found: string
}

/** Binary noise is no difference: 16.35 km + 10 % is 17.985 km. */
const NOISE = 1e-6

/** Where an outcome is not what was expected; names the example does not expect are not looked at. */
export function differences(expected: unknown, found: unknown, name: string): readonly Difference[] {
  if (Array.isArray(expected)) return listDifferences(expected, found, name)
  if (isRecord(expected)) {
    return Object.entries(expected).flatMap(([key, child]) =>
      differences(child, isRecord(found) ? found[key] : undefined, name === '' ? key : `${name}.${key}`),
    )
  }
  if (isSame(readAmount(expected), found)) return []
  return [{ name, expected: shown(expected), found: like(expected, found) }]
}

function listDifferences(expected: readonly unknown[], found: unknown, name: string): readonly Difference[] {
  const items: readonly unknown[] = Array.isArray(found) ? found : []
  const alike = items.map((item, index) => like(expected[index], item)).join(', ')
  const isAlike =
    Array.isArray(found) &&
    items.length === expected.length &&
    expected.every((item, index) => differences(item, items[index], name).length === 0)
  return isAlike
    ? []
    : [
        {
          name,
          expected: `[${expected.map(shown).join(', ')}]`,
          found: Array.isArray(found) ? `[${alike}]` : shown(found),
        },
      ]
}

function isSame(expected: unknown, found: unknown): boolean {
  if (typeof expected === 'number' && typeof found === 'number') {
    return Math.abs(expected - found) <= NOISE * Math.max(1, Math.abs(expected))
  }
  return expected === found || (expected === null && found === undefined)
}

/** A number in the unit the example is written in. */
function like(expected: unknown, found: unknown): string {
  const unit = typeof expected === 'string' ? /^[\d.]+ ?([a-z%/]+\d*)$/.exec(expected)?.[1] : undefined
  const one = unit === undefined ? undefined : readAmount(`1 ${unit}`)
  if (typeof found !== 'number' || typeof one !== 'number') return shown(found)
  return `${Number((found / one).toFixed(4))} ${unit}`
}

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
