import { countText } from '../base/count-text.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Setting, WeekPlan } from './week-plan.ts'

/**
 * That a week was not held against the little that was shown for it, where the next is planned above that:
 * while the log knows hardly anything of a runner its weeks count as they were run.
 */
export function countedText({ weeklyCaps }: Programme, { diary }: Setting, plan: WeekPlan): string[] {
  const [rule] = weeklyCaps
  const { lastWeek, preInjury } = plan.facts
  if (rule === undefined || plan.phase !== 'base' || lastWeek === undefined) return []
  const isHeld = lastWeek.planned !== undefined || lastWeek.isSilent
  if (isHeld || diary.inUseFrom === undefined || diary.inUseFrom > lastWeek.start + 6) return []
  if (plan.total.meters <= preInjury.meters * rule.untrustedShare) return []
  const weeks = countText(rule.trustedAfter)
  return [`Last week counts as it was run: until ${weeks} weeks are logged, none is held against its plan.`]
}
