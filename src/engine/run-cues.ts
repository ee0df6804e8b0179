import { cadenceFor, cadenceText } from './cadence.ts'
import { cueFor, cueNamed, cueSpan } from './form-cue.ts'
import type { Week } from './sessions.ts'
import { tracksOf } from './tracks.ts'
import type { PlannedRun } from './week-plan.ts'

/** What to keep in mind on a run: how hills and pickups are run, what pain swaps, the one cue of form. */
export const cuesOf = (week: Week, run: PlannedRun): string[] => [
  ...harderOn(week, run),
  ...swapIn(week),
  ...formOn(week, run),
]

/** Nobody has to guess how steep or how fast. */
function harderOn({ programme: { hills } }: Week, { terrain, pickups }: PlannedRun): string[] {
  const hill = terrain === 'uphill' || terrain === 'hilly' ? hills.says[terrain] : undefined
  const faster = pickups > 0 ? hills.says['pickups'] : undefined
  return [hill, faster].filter((said) => said !== undefined)
}

/** Everyday training is where hard runs and hills are the runner's own, beside what is planned. */
function swapIn({ programme, plan }: Week): string[] {
  const isMild = plan.findings.some(
    ({ rule, says }) => rule === programme.painResponse.id && says.startsWith('change-'),
  )
  const isEveryday = plan.phase === 'base' || plan.phase === 'maintain'
  return isMild && isEveryday
    ? ['this week a hard run becomes a steady one at an easy tempo, and hills become flat']
    : []
}

/** In the cycle the steady day is the one for technique; before it every run is. */
function formOn(week: Week, run: PlannedRun): string[] {
  const { programme, plan, state, runs, diary, asOf, runner } = week
  const hasSteady = runs.some(({ intensity }) => intensity === 'steady')
  if (plan.phase === 'maintain' && hasSteady && run.intensity !== 'steady') return []
  const { form } = tracksOf(programme, plan)
  const now = cueFor(programme, state, plan)
  const cue = now === undefined ? undefined : cueNamed(form, now)
  if (now === undefined || cue === undefined) return []
  const asked = { form, diary, told: runner.cadenceSpm, since: now.since, asOf }
  const cadence = cue.cadence ? cadenceText(form, cadenceFor(asked)) : []
  return [cue.say, ...cadence, cueSpan(form, now, plan.start)]
}
