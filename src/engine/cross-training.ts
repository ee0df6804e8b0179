import { durationText } from '../base/amount-text.ts'
import { addDays, type Day } from '../base/calendar.ts'
import type { Week } from './sessions.ts'
import { stageOf } from './state.ts'
import { tracksOf } from './tracks.ts'
import type { WeekPlan } from './week-plan.ts'

interface CrossTrainingDay {
  readonly day: Day
  readonly seconds: number
  readonly activities: readonly string[]
  /** What of the running that was cut no session holds; empty where all of it is replaced. */
  readonly leftOut: readonly string[]
}

const FIVE_MINUTES = 300
const SHORTEST = 2 * FIVE_MINUTES

/**
 * The minutes that running has lost, to five of them, on days that stay easy; an activity that hurt is left
 * out.
 */
export function crossTrainingDays(week: Week): CrossTrainingDay[] {
  const { programme, plan, state } = week
  const { crossTraining } = tracksOf(programme, plan)
  const closed = programme.painResponse.closesIntensity
  const activities = crossTraining.activities
    .filter(({ id }) => plan.start - (state.hurtfulActivities.get(id) ?? Number.NEGATIVE_INFINITY) > closed)
    .map(({ title }) => title)
  const lost = plan.facts.preInjury.seconds - plan.total.seconds
  const wanted = Math.min(sessionsWanted(plan, crossTraining.perWeek), Math.floor(lost / SHORTEST))
  const days = daysFor(week, Math.max(0, wanted))
  if (days.length === 0 || activities.length === 0) return []
  const lengths = shared(lost, days.length, crossTraining.most)
  const left = lost - lengths.reduce((sum, each) => sum + each, 0)
  const leftOut = left < FIVE_MINUTES ? [] : [leftOutText(lost, left)]
  return days.map((day, index) => ({ day, seconds: lengths[index] ?? 0, activities, leftOut }))
}

const leftOutText = (lost: number, left: number): string =>
  `${durationText(lost - left)} of ${durationText(lost)} cut from running are replaced; the rest is not owed`

/** Even shares in steps of five minutes, the first days one step longer until the minutes are used up. */
function shared(lost: number, count: number, most: number): number[] {
  const steps = Math.floor(lost / FIVE_MINUTES)
  return Array.from({ length: count }, (_, index) =>
    Math.min(most, (Math.floor(steps / count) + (index < steps % count ? 1 : 0)) * FIVE_MINUTES),
  )
}

function sessionsWanted(
  { phase }: WeekPlan,
  perWeek: { acute: number; rehab: number; return: number; maintain: number },
): number {
  if (phase === 'acute-break' || phase === 'acute-reduced') return perWeek.acute
  if (phase === 'rehab') return perWeek.rehab
  if (stageOf(phase) !== undefined) return perWeek.return
  return phase === 'maintain' ? perWeek.maintain : 0
}

/** Free days first, then days with strength; the last free days of the week stay full rest days. */
function daysFor({ plan, runs }: Week, wanted: number): Day[] {
  const days = Array.from({ length: 7 }, (_, index) => addDays(plan.start, index)).filter(
    // A run that is over, or was called off, had its day all the same.
    (day) => ![...plan.runs, ...runs].some((run) => run.day === day),
  )
  const free = days.filter((day) => !plan.strength.includes(day))
  const open = free.slice(0, Math.max(0, free.length - plan.restDays))
  const spread = [...open, ...days.filter((day) => plan.strength.includes(day))]
  return spread.slice(0, wanted).sort((a, b) => a - b)
}
