import * as z from 'zod'
import { PlanSchema } from '../../engine/plan-schema.ts'

/** Parts that other documents share with the plan. */
export const { phase: Phase, verdict: Verdict, returnWeek: ReturnWeek, referral: Referral } = PlanSchema.shape
export const Session = PlanSchema.shape.sessions.element
export const Owed = PlanSchema.shape.owed.element
export const Criterion = PlanSchema.shape.criteria.element
export const Milestone = PlanSchema.shape.milestones.element

export const Day = z.iso.date()
export const Amount = z.number().min(0)
