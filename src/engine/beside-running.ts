import { addDays, type Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import type { PlannedExercise } from './plan.ts'
import type { Week } from './sessions.ts'
import { stageOf } from './state.ts'
import type { WeekPlan } from './week-plan.ts'

/** What is rolled and stretched on a day. */
interface Mobility {
  readonly exercises: readonly PlannedExercise[]
  readonly cues: readonly string[]
  readonly seconds: number
}

/** What goes on beside running in a phase: once everything is as before the cycle's tracks hold. */
export const tracksOf = (
  programme: Programme,
  { phase }: Pick<WeekPlan, 'phase'>,
): Programme['rehab']['tracks'] => (phase === 'maintain' ? programme.cycle.tracks : programme.rehab.tracks)

/**
 * Rolling in its weeks, stretching always: the hip flexors after rolling on strength days, the others every
 * day.
 */
export function mobilityOf(week: Week, day: Day): Mobility {
  const { rolling, stretching } = tracksOf(week.programme, week.plan)
  const { episode } = week.state
  const number = episode === undefined ? 1 : Math.floor((day - episode.start) / 7) + 1
  const rolls = number >= rolling.weeks[0] && number <= rolling.weeks[1] ? rolling.items : []
  const hasStrength = week.plan.strength.includes(day)
  const stretches = stretching.items.filter(
    ({ when }) => hasStrength || when.some((moment) => moment !== 'strength-days'),
  )
  const exercises = [...rolls, ...stretches].map(
    (item): PlannedExercise => ({
      id: item.id,
      sets: 1,
      reps: null,
      perSide: item.perSide,
      holdSeconds: item.hold[0],
      level: null,
    }),
  )
  return {
    exercises,
    cues:
      rolls.length === 0
        ? []
        : [`stay ${Math.round(rolling.keepAway * 100)} cm away from the knee with the roller`],
    seconds: exercises.reduce(
      (sum, { holdSeconds, perSide }) => sum + (holdSeconds ?? 0) * (perSide ? 2 : 1),
      0,
    ),
  }
}

/** One cue at a time, kept for some weeks before the next. */
export function formCue(week: Week): string | undefined {
  const { plan, state } = week
  if (plan.phase === 'base' || plan.phase === 'acute-reduced') return undefined
  const { cues, oneCueFor } = tracksOf(week.programme, week.plan).form
  const enabled = cues.filter((cue) => cue.enabled)
  const turn = Math.floor((plan.start - (state.episode?.start ?? 0)) / oneCueFor[1])
  return enabled[turn % Math.max(1, enabled.length)]?.say
}

interface CrossTrainingDay {
  readonly day: Day
  readonly seconds: number
  readonly activities: readonly string[]
}

const FIVE_MINUTES = 300

/** Minutes that running has lost, on days that stay easy; an activity that hurt is left out. */
export function crossTrainingDays(week: Week): CrossTrainingDay[] {
  const { programme, plan, state } = week
  const { crossTraining } = tracksOf(week.programme, week.plan)
  const wanted = sessionsWanted(plan, crossTraining.perWeek)
  const closed = programme.painResponse.closesIntensity
  const activities = crossTraining.activities
    .filter(({ id }) => plan.start - (state.hurtfulActivities.get(id) ?? Number.NEGATIVE_INFINITY) > closed)
    .map(({ title }) => title)
  const lost = plan.facts.preInjury.seconds - plan.total.seconds
  const days = daysFor(week, wanted)
  if (days.length === 0 || activities.length === 0) return []
  const each = Math.floor(Math.min(crossTraining.most, lost / days.length) / FIVE_MINUTES) * FIVE_MINUTES
  return each < 2 * FIVE_MINUTES ? [] : days.map((day) => ({ day, seconds: each, activities }))
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
    (day) => !runs.some((run) => run.day === day),
  )
  const free = days.filter((day) => !plan.strength.includes(day))
  const open = free.slice(0, Math.max(0, free.length - plan.restDays))
  const spread = [...open, ...days.filter((day) => plan.strength.includes(day))]
  return spread.slice(0, wanted).sort((a, b) => a - b)
}
