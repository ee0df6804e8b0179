import type { Rule } from '../rules/index.ts'
import type { Fault } from './fault.ts'
import type { Protocol } from './schema.ts'

type Path = readonly PropertyKey[]
type Numbers = Readonly<Record<string, number>>

/** Numbers of one rule that are each safe but not together. */
export const orderFaults = ({ rules }: Protocol): Fault[] =>
  rules.flatMap((rule, index) => inOrder(rule).flatMap((order) => faultsOf(order, ['rules', index])))

/** Numbers that must not fall, or with `strictly` must rise, from the first to the last. */
interface Order {
  readonly values: Numbers
  readonly strictly: boolean
  readonly says: string
}

function inOrder(rule: Rule): readonly Order[] {
  switch (rule.kind) {
    case 'layoff': {
      const { short, medium, long, gateFrom, earlyGateFrom } = rule
      return [
        {
          values: { 'short.from': short.from, 'medium.from': medium.from, 'long.from': long.from },
          strictly: true,
          says: 'the longer the gap, the later it begins',
        },
        { values: { 'long.from': long.from, gateFrom }, strictly: false, says: 'the gate comes last' },
        { values: { earlyGateFrom, gateFrom }, strictly: false, says: 'the early gate comes no later' },
        {
          values: { 'long.keep': long.keep, 'medium.keep': medium.keep, 'short.keep': short.keep },
          strictly: false,
          says: 'a longer gap keeps no more than a shorter one',
        },
      ]
    }
    case 'acute': {
      const { strong, keep, mild, repeatBreak, firstBreak } = rule
      return [
        {
          values: { 'strong.keep': strong.keep, keep, 'mild.keep': mild.keep },
          strictly: false,
          says: 'stronger pain keeps no more than milder pain',
        },
        {
          values: { 'mild.peak': mild.peak, 'strong.peak': strong.peak },
          strictly: true,
          says: 'mild pain is less than strong pain',
        },
        { values: { repeatBreak, firstBreak }, strictly: false, says: 'the first break is no shorter' },
      ]
    }
    default:
      return []
  }
}

/** The first number that stands out of its order. */
function faultsOf({ values, strictly, says }: Order, path: Path): Fault[] {
  const named = Object.entries(values)
  return named.flatMap(([name, value], index) => {
    const [before, least] = named[index - 1] ?? [name, Number.NEGATIVE_INFINITY]
    const isWrong = strictly ? value <= least : value < least
    return isWrong ? [outOfOrder(before, name, says, [...path, ...name.split('.')])] : []
  })
}

const outOfOrder = (before: string, name: string, says: string, path: Path): Fault => ({
  problem: 'unsafe-order',
  message: `"${name}" and "${before}" are the wrong way round: ${says}`,
  path,
})
