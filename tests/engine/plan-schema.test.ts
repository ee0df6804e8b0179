import { describe, expect, expectTypeOf, it } from 'vitest'
import type * as z from 'zod'
import type { CalendarDate } from '../../src/base/calendar.ts'
import type { Plan, Step } from '../../src/engine/plan.ts'
import { planJsonSchema, PlanSchema } from '../../src/engine/plan-schema.ts'
import { buildPlan } from '../support/sample-build-plan.ts'
import { breakPlan, returnPlan, stopPlan } from '../support/sample-plans.ts'

/** A type as JSON has it: dates are text, and nothing is read-only. */
type Plain<T> = T extends CalendarDate
  ? string
  : T extends Step
    ? T
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { -readonly [Key in keyof T]: Plain<T[Key]> }
        : T

describe('the schema of a plan', () => {
  it('says what the type says', () => {
    expectTypeOf<z.infer<typeof PlanSchema>>().toEqualTypeOf<Plain<Plan>>()
  })

  it.each([returnPlan, breakPlan, stopPlan, buildPlan])('takes a plan of $phase', (plan) => {
    expect(PlanSchema.safeParse(JSON.parse(JSON.stringify(plan))).error).toBeUndefined()
  })

  it('refuses a plan with a key too many', () => {
    expect(PlanSchema.safeParse({ ...returnPlan, mood: 'good' }).success).toBe(false)
  })

  it('can be printed for editors', () => {
    expect(planJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false })
  })
})
