import { dateText } from '../base/date-text.ts'
import { addDays, dateOf, type Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Cue, Form } from '../protocol/track.ts'
import type { CueNow } from './cue-now.ts'
import { isRunFree, type State } from './state.ts'
import { tracksOf } from './tracks.ts'
import type { WeekPlan } from './week-plan.ts'

const WEEK = 7

/** The cue of a week: one at a time, for two to three weeks, and none while there is no return to run by. */
export function cueFor(programme: Programme, state: State, plan: WeekPlan): CueNow | undefined {
  if (isRunFree(plan.phase) || plan.phase === 'base' || plan.phase === 'acute-reduced') return undefined
  const { form } = tracksOf(programme, plan)
  const cues = form.cues.filter((cue) => cue.enabled)
  const now = state.form
  const place = cues.findIndex(({ id }) => id === now?.id)
  const first = cues[Math.max(0, place)]
  if (first === undefined) return undefined
  const { start } = plan
  // A cue that was new, or was not run by for some time, has its weeks still before it.
  if (now === undefined || place === -1 || start - now.lastWeek > WEEK)
    return { id: first.id, since: start, lastWeek: start }
  const next = isDue(form, now, state, plan) ? cues[(place + 1) % cues.length] : undefined
  return next === undefined || next.id === first.id
    ? { ...now, lastWeek: start }
    : { id: next.id, since: start, lastWeek: start }
}

/** Not in a week in which hills or faster running come in, and in a week that is held only at the latest. */
function isDue({ oneCueFor }: Form, { since }: CueNow, { weeks }: State, plan: WeekPlan): boolean {
  const age = plan.start - since
  const last = weeks.at(-1)
  const comesIn =
    (plan.hasHills && last?.hadHills !== true) || (plan.hasIntensity && last?.hadIntensity !== true)
  if (age < oneCueFor[0] || comesIn) return false
  return !plan.wasHeld || age >= oneCueFor[1]
}

/** What a week leaves of the cue: kept over weeks without one, so that it can begin anew. */
export const formAfter = (
  programme: Programme,
  state: State,
  plan: WeekPlan | undefined,
): CueNow | undefined => (plan === undefined ? undefined : cueFor(programme, state, plan)) ?? state.form

/** The cue as its protocol has it. */
export const cueNamed = ({ cues }: Form, { id }: CueNow): Cue | undefined => cues.find((cue) => cue.id === id)

/** Since when a cue is kept, and the first day on which another may come; in `week` it may have to wait. */
export function cueSpan({ oneCueFor }: Form, { since }: CueNow, week: Day): string {
  const next = addDays(since, oneCueFor[0])
  const then =
    week < next
      ? `another from ${dateText(dateOf(next))} on`
      : 'the next one waits, as this week holds or brings in something else'
  return `This one cue since ${dateText(dateOf(since))}; ${then}.`
}
