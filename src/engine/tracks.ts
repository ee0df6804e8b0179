import type { Programme } from '../protocol/programme.ts'
import type { WeekPlan } from './week-plan.ts'

/** What goes on beside running in a phase: once everything is as before the cycle's tracks hold. */
export const tracksOf = (
  programme: Programme,
  { phase }: Pick<WeekPlan, 'phase'>,
): Programme['rehab']['tracks'] => (phase === 'maintain' ? programme.cycle.tracks : programme.rehab.tracks)
