import type { Rule, RuleKind } from '../rules/index.ts'
import type { Protocol } from './schema.ts'

type Of<K extends RuleKind> = Extract<Rule, { kind: K }>

/** The rehabilitation and the cycle that belong together, and which of the two the runner chose. */
export interface Programme {
  readonly id: string
  readonly release: string
  readonly startsIn: Protocol['startsIn']
  readonly rehab: Protocol
  readonly cycle: Protocol
  /** The return stages in the order of the file; a further one is walked through like the others. */
  readonly stages: readonly Of<'stage-dose'>[]
  readonly painGrade: Of<'pain-grade'>
  readonly painResponse: Of<'pain-response'>
  readonly weeklyCaps: readonly Of<'weekly-cap'>[]
  readonly sessionCap: Of<'session-cap'>
  readonly layoff: Of<'layoff'>
  readonly acute: Of<'acute'>
  readonly gate: Of<'gate'>
  readonly preInjury: Of<'pre-injury-cap'>
  readonly shape: Of<'build-shape'>
  readonly hills: Of<'hills'>
  readonly maintain: Of<'cycle'>
  readonly spacing: Of<'spacing'>
  readonly strength: Of<'strength-plan'>
  readonly referral: Of<'referral'>
  readonly soft: readonly Of<'soft-signals'>[]
  readonly easyPace: Of<'easy-pace'>
  readonly milestones: Of<'milestones'>
  /** Undefined where a protocol of the runner's own has none. */
  readonly flareReview: Of<'flare-review'> | undefined
  /** Every rule by its id, for the sentences and sources of a finding. */
  readonly byId: ReadonlyMap<string, Rule>
}

/** Kinds a rehabilitation must have exactly once, beside its stages. */
export const REHAB_KINDS = [
  'pain-grade',
  'pain-response',
  'session-cap',
  'layoff',
  'acute',
  'gate',
  'pre-injury-cap',
  'build-shape',
  'hills',
  'spacing',
  'strength-plan',
  'referral',
  'easy-pace',
  'milestones',
] as const satisfies readonly RuleKind[]

const isKind = <K extends RuleKind>(rule: Rule, kind: K): rule is Of<K> => rule.kind === kind

const all = <K extends RuleKind>(protocol: Protocol, kind: K): Of<K>[] =>
  protocol.rules.flatMap((rule) => (isKind(rule, kind) ? [rule] : []))

function one<K extends RuleKind>(protocol: Protocol, kind: K): Of<K> {
  const [first] = all(protocol, kind)
  if (first === undefined) throw new Error(`protocol ${protocol.id} was checked and has no ${kind} rule`)
  return first
}

/** Puts a checked rehabilitation and its checked cycle together for the engine. */
export function compose(rehab: Protocol, cycle: Protocol, chosen: Protocol): Programme {
  return {
    id: chosen.id,
    release: chosen.revisions[0]?.release ?? '0.0.0',
    startsIn: chosen.startsIn,
    rehab,
    cycle,
    stages: all(rehab, 'stage-dose'),
    painGrade: one(rehab, 'pain-grade'),
    painResponse: one(rehab, 'pain-response'),
    weeklyCaps: all(rehab, 'weekly-cap'),
    sessionCap: one(rehab, 'session-cap'),
    layoff: one(rehab, 'layoff'),
    acute: one(rehab, 'acute'),
    gate: one(rehab, 'gate'),
    preInjury: one(rehab, 'pre-injury-cap'),
    shape: one(rehab, 'build-shape'),
    hills: one(rehab, 'hills'),
    maintain: one(cycle, 'cycle'),
    spacing: one(rehab, 'spacing'),
    strength: one(rehab, 'strength-plan'),
    referral: one(rehab, 'referral'),
    soft: all(rehab, 'soft-signals'),
    easyPace: one(rehab, 'easy-pace'),
    milestones: one(rehab, 'milestones'),
    flareReview: all(rehab, 'flare-review')[0],
    byId: new Map([...cycle.rules, ...rehab.rules].map((rule) => [rule.id, rule])),
  }
}
