import type { Plan } from '../engine/plan.ts'

/** A document as scripts read it: two spaces, and a newline at the end. */
export const renderJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** One plan a line. */
export const renderJsonl = (plans: readonly Plan[]): string =>
  plans.map((plan) => `${JSON.stringify(plan)}\n`).join('')
