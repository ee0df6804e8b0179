import * as z from 'zod'
import { Acute } from './acute.ts'
import { BuildShape } from './build-shape.ts'
import { Cycle } from './cycle.ts'
import { EasyPace } from './easy-pace.ts'
import { FlareReviewRule } from './flare-review.ts'
import { Gate } from './gate.ts'
import { Hills } from './hills.ts'
import { Layoff } from './layoff.ts'
import { Milestones } from './milestones.ts'
import { PainGrade } from './pain-grade.ts'
import { PainResponse } from './pain-response.ts'
import { PreInjuryCap } from './pre-injury-cap.ts'
import { ReferralRule } from './referral.ts'
import { SessionCap } from './session-cap.ts'
import { SoftSignals } from './soft-signals.ts'
import { Spacing } from './spacing.ts'
import { StageDose } from './stage-dose.ts'
import { Statement } from './statement.ts'
import { StrengthPlan } from './strength-plan.ts'
import { WeeklyCap } from './weekly-cap.ts'

/** Every kind of rule a protocol may have. */
export const Rule = z.discriminatedUnion('kind', [
  PainGrade,
  PainResponse,
  WeeklyCap,
  SessionCap,
  Layoff,
  Acute,
  Gate,
  StageDose,
  PreInjuryCap,
  BuildShape,
  Hills,
  Cycle,
  Spacing,
  StrengthPlan,
  ReferralRule,
  SoftSignals,
  EasyPace,
  Milestones,
  FlareReviewRule,
  Statement,
])
export type Rule = z.infer<typeof Rule>
export type RuleKind = Rule['kind']
