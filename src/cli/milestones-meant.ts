import type { CalendarDate } from '../base/calendar.ts'
import type { Problem } from '../base/problem.ts'
import type { Milestone } from '../engine/plan.ts'
import { isOwnMilestones, MILESTONES, type OwnMilestones } from '../log/words.ts'
import { dateText } from '../base/date-text.ts'
import { usage } from './command.ts'

/** What a text such as `first-distance=2026-06-01,first-hills=none` makes of the wishes that stand. */
export function milestonesMeant(text: string, own: OwnMilestones): OwnMilestones | undefined {
  if (text === 'none') return {}
  const wishes = text.split(',').map((word) => word.trim().split('='))
  if (!wishes.every(([id, ...said]) => said.length === 1 && MILESTONES.some((each) => each === id)))
    return undefined
  const wanted = Object.fromEntries([...Object.entries(own), ...wishes])
  const kept = Object.fromEntries(Object.entries(wanted).filter(([, day]) => day !== 'none'))
  return isOwnMilestones(kept) ? kept : undefined
}

/** The days that were not wanted before and that the plan cannot keep, as milestones only move back. */
export const tooEarly = (
  wanted: OwnMilestones,
  before: OwnMilestones,
  milestones: readonly Milestone[],
): readonly Problem[] =>
  MILESTONES.flatMap((id) => {
    const day = wanted[id]
    if (day === undefined || day === 'dropped' || day === before[id]) return []
    return (
      problemOf(
        id,
        day,
        milestones.find((each) => each.id === id),
      ) ?? []
    )
  })

function problemOf(id: string, day: CalendarDate, milestone: Milestone | undefined): Problem | undefined {
  if (milestone?.reached === true)
    return usage(`${id} is reached already`, 'A day of your own is for what is still ahead.')
  const earliest = milestone?.earliest ?? null
  if (earliest === null)
    return usage(
      `${id} has no earliest day yet, and a day of your own cannot be before that`,
      'Set it once itb status says "not before" of it.',
    )
  if (earliest <= day) return undefined
  return usage(
    `${id} cannot be on ${day}: it comes not before ${dateText(earliest)} ${earliest.slice(0, 4)}`,
    `A milestone can be moved to a later day only, such as: itb set milestone ${id}=${earliest}`,
  )
}
