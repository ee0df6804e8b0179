import type { ExampleKind, Outcome, Sentences } from '../example.ts'
import { ACUTE_EXAMPLE, ACUTE_SAYS } from '../acute.ts'
import { BUILD_SHAPE_EXAMPLE, BUILD_SHAPE_SAYS } from '../build-shape.ts'
import { CYCLE_EXAMPLE, CYCLE_SAYS } from '../cycle.ts'
import { EASY_PACE_EXAMPLE, EASY_PACE_SAYS } from '../easy-pace.ts'
import { FLARE_REVIEW_EXAMPLE, FLARE_REVIEW_SAYS } from '../flare-review.ts'
import { GATE_EXAMPLE, GATE_SAYS } from '../gate.ts'
import { HILLS_EXAMPLE, HILLS_SAYS } from '../hills.ts'
import type { Rule, RuleKind } from '../index.ts'
import { LAYOFF_EXAMPLE, LAYOFF_SAYS } from '../layoff.ts'
import { MILESTONES_EXAMPLE, MILESTONES_SAYS } from '../milestones.ts'
import { PAIN_RESPONSE_SAYS } from '../pain-response.ts'
import { PRE_INJURY_CAP_EXAMPLE, PRE_INJURY_CAP_SAYS } from '../pre-injury-cap.ts'
import { REFERRAL_SAYS } from '../referral.ts'
import { SESSION_CAP_SAYS } from '../session-cap.ts'
import { SOFT_SIGNALS_EXAMPLE, SOFT_SIGNALS_SAYS } from '../soft-signals.ts'
import { SPACING_EXAMPLE, SPACING_SAYS } from '../spacing.ts'
import { STAGE_DOSE_EXAMPLE, STAGE_DOSE_SAYS } from '../stage-dose.ts'
import { STATEMENT_EXAMPLE, STATEMENT_SAYS } from '../statement.ts'
import { STRENGTH_PLAN_SAYS } from '../strength-plan.ts'
import { WEEKLY_CAP_EXAMPLE, WEEKLY_CAP_SAYS } from '../weekly-cap.ts'
import { PAIN_GRADE_EXAMPLE, PAIN_GRADE_SAYS } from './pain-grade.ts'
import { PAIN_RESPONSE_EXAMPLE } from './pain-response.ts'
import { REFERRAL_EXAMPLE } from './referral.ts'
import { SESSION_CAP_EXAMPLE } from './session-cap.ts'
import { STRENGTH_PLAN_EXAMPLE } from './strength-plan.ts'

type Of<K extends RuleKind> = Extract<Rule, { kind: K }>
type Kinds = { readonly [K in RuleKind]: ExampleKind<Of<K>> }

const KINDS: Kinds = {
  'pain-grade': PAIN_GRADE_EXAMPLE,
  'pain-response': PAIN_RESPONSE_EXAMPLE,
  'weekly-cap': WEEKLY_CAP_EXAMPLE,
  'session-cap': SESSION_CAP_EXAMPLE,
  layoff: LAYOFF_EXAMPLE,
  acute: ACUTE_EXAMPLE,
  gate: GATE_EXAMPLE,
  'stage-dose': STAGE_DOSE_EXAMPLE,
  'pre-injury-cap': PRE_INJURY_CAP_EXAMPLE,
  'build-shape': BUILD_SHAPE_EXAMPLE,
  hills: HILLS_EXAMPLE,
  cycle: CYCLE_EXAMPLE,
  spacing: SPACING_EXAMPLE,
  'strength-plan': STRENGTH_PLAN_EXAMPLE,
  referral: REFERRAL_EXAMPLE,
  'soft-signals': SOFT_SIGNALS_EXAMPLE,
  'easy-pace': EASY_PACE_EXAMPLE,
  milestones: MILESTONES_EXAMPLE,
  'flare-review': FLARE_REVIEW_EXAMPLE,
  statement: STATEMENT_EXAMPLE,
}

const SAYS: Readonly<Record<Exclude<RuleKind, 'statement'>, Sentences>> = {
  'pain-grade': PAIN_GRADE_SAYS,
  'pain-response': PAIN_RESPONSE_SAYS,
  'weekly-cap': WEEKLY_CAP_SAYS,
  'session-cap': SESSION_CAP_SAYS,
  layoff: LAYOFF_SAYS,
  acute: ACUTE_SAYS,
  gate: GATE_SAYS,
  'stage-dose': STAGE_DOSE_SAYS,
  'pre-injury-cap': PRE_INJURY_CAP_SAYS,
  'build-shape': BUILD_SHAPE_SAYS,
  hills: HILLS_SAYS,
  cycle: CYCLE_SAYS,
  spacing: SPACING_SAYS,
  'strength-plan': STRENGTH_PLAN_SAYS,
  referral: REFERRAL_SAYS,
  'soft-signals': SOFT_SIGNALS_SAYS,
  'easy-pace': EASY_PACE_SAYS,
  milestones: MILESTONES_SAYS,
  'flare-review': FLARE_REVIEW_SAYS,
}

/** What may be given in the examples of this kind of rule. */
export const givenOf = (kind: RuleKind): ExampleKind<never>['given'] => KINDS[kind].given

/** Runs one worked case by the functions the engine decides with; what is given was checked before. */
export const runExample = <K extends RuleKind>(rule: Of<K>, kind: K, given: unknown): Outcome =>
  KINDS[kind].run(rule, given)

/** The sentences a rule must have; undefined for a statement of the protocol's own. */
export const sentencesOf = ({ kind, id }: Pick<Rule, 'kind' | 'id'>): Sentences | undefined =>
  kind === 'statement' ? STATEMENT_SAYS[id] : SAYS[kind]
