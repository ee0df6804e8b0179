import type { RuleKind } from '../rules/index.ts'
import type { Fault } from './fault.ts'
import { REHAB_KINDS } from './programme.ts'
import type { Protocol } from './schema.ts'

/** Kinds of which a rehabilitation needs one and may have more. */
const AT_LEAST_ONE = ['weekly-cap', 'stage-dose'] as const satisfies readonly RuleKind[]

/** Statements the engine speaks by. */
const STATEMENTS = ['limit', 'pause', 'placement', 'stuck'] as const

/** Kinds a cycle may have; all others are taken from its rehabilitation. */
const CYCLE_KINDS: readonly RuleKind[] = ['cycle', 'statement']

/** A cycle by its rule, or by where it lets a runner start. */
export const isCycle = ({ rules, startsIn }: Pick<Protocol, 'rules' | 'startsIn'>): boolean =>
  startsIn === 'maintain' || rules.some(({ kind }) => kind === 'cycle')

/** Rules that are missing, twice there, or in the wrong one of the two protocols. */
export const kindFaults = (protocol: Protocol): Fault[] =>
  isCycle(protocol) ? cycleFaults(protocol) : rehabFaults(protocol)

const cycleFaults = ({ rules }: Protocol): Fault[] => [
  ...exactlyOne(rules, 'cycle'),
  ...rules.flatMap(({ kind }, index) => (CYCLE_KINDS.includes(kind) ? [] : [misplaced(kind, index)])),
]

const rehabFaults = ({ rules }: Protocol): Fault[] => [
  ...REHAB_KINDS.flatMap((kind) => exactlyOne(rules, kind)),
  ...AT_LEAST_ONE.filter((kind) => !rules.some((rule) => rule.kind === kind)).map((kind) =>
    missing(`of kind "${kind}"`),
  ),
  ...STATEMENTS.filter((id) => !rules.some((rule) => rule.kind === 'statement' && rule.id === id)).map((id) =>
    missing(`"${id}" of kind "statement"`),
  ),
]

function exactlyOne(rules: Protocol['rules'], kind: RuleKind): Fault[] {
  const [first, ...others] = rules.flatMap((rule, index) => (rule.kind === kind ? [index] : []))
  return first === undefined ? [missing(`of kind "${kind}"`)] : others.map((index) => twice(kind, index))
}

const missing = (what: string): Fault => ({
  problem: 'missing-rule',
  message: `there is no rule ${what}`,
  path: [],
  key: 'rules',
  hint: 'Take it over from the protocol that comes with itb: itb protocol new.',
})

const twice = (kind: RuleKind, index: number): Fault => ({
  problem: 'duplicate-rule',
  message: `there is a rule of kind "${kind}" already`,
  path: ['rules', index, 'kind'],
  hint: 'Keep one of the two.',
})

const misplaced = (kind: RuleKind, index: number): Fault => ({
  problem: 'misplaced-rule',
  message: `a cycle has no rule of kind "${kind}"`,
  path: ['rules', index, 'kind'],
  hint: 'It is taken from the rehabilitation that is the partner of this cycle.',
})
