import type { Cited } from '../base/cited.ts'
import type { Programme } from '../protocol/programme.ts'
import { cueFor, cueNamed } from './form-cue.ts'
import type { Ground, Session } from './plan.ts'
import type { State } from './state.ts'
import { tracksOf } from './tracks.ts'
import type { WeekPlan } from './week-plan.ts'

/** What is on a page of a plan. */
interface Told {
  readonly programme: Programme
  readonly plan: WeekPlan
  readonly state: State
  readonly sessions: readonly Session[]
  /** Whether the page names criteria, milestones and a notice. */
  readonly hasGate: boolean
  readonly hasMilestones: boolean
  readonly hasReferral: boolean
}

interface Sourced {
  readonly source: readonly Cited[]
}

/** What each part that a plan has rests on; what it does not have is left out. */
export function groundsOf(told: Told): Ground[] {
  const { programme, plan, sessions } = told
  const { painGrade, painResponse, referral, gate, milestones, spacing } = programme
  const hasRuns = sessions.some(({ type }) => type === 'run')
  // A sign stops all running, whatever rule has the lowest ceiling beside it.
  const isStop = plan.phase === 'stop'
  const carrier = plan.findings.find(({ verdict }) => verdict === plan.verdict)?.rule ?? plan.binding.rule
  const parts: readonly (Ground | undefined)[] = [
    ground('verdict', carrier === plan.binding.rule || isStop ? [] : [programme.byId.get(carrier)]),
    ground('running', [isStop ? referral : programme.byId.get(plan.binding.rule)]),
    ground('run-days', hasRuns ? [spacing] : []),
    ...besideRunning(told),
    ground('answers', [painGrade, painResponse]),
    ground('gate', told.hasGate ? [gate] : []),
    ground('milestones', told.hasMilestones ? [milestones] : []),
    ground('stop-rules', hasRuns ? [painGrade, referral] : []),
    ground('referral', told.hasReferral ? [referral] : []),
  ]
  return parts.filter((part) => part !== undefined)
}

function besideRunning(told: Told): readonly (Ground | undefined)[] {
  const { programme, plan, sessions } = told
  const { rolling, stretching, warmUp, crossTraining } = tracksOf(programme, plan)
  const doing = new Set(sessions.flatMap(({ exercises }) => exercises.map(({ id }) => id)))
  const does = ({ id }: { readonly id: string }): boolean => doing.has(id)
  const trained = sessions.filter(({ type }) => type === 'strength').flatMap(({ exercises }) => exercises)
  const strong = programme.rehab.exercises.filter(({ id }) => trained.some((each) => each.id === id))
  const hasEasySet = sessions.some(({ type, exercises }) => type === 'run' && exercises.length > 0)
  const hasRuns = sessions.some(({ type }) => type === 'run')
  const hasCross = sessions.some(({ type }) => type === 'cross-training')
  return [
    ground('warm-up', hasRuns ? [warmUp, ...(hasEasySet ? [warmUp.activation] : [])] : []),
    ground('form', hasRuns ? formOf(told) : []),
    ground('strength', strong.length === 0 ? [] : [programme.strength, ...strong]),
    ground('rolling', withTrack(rolling, rolling.items.filter(does))),
    ground('stretching', withTrack(stretching, stretching.items.filter(does))),
    ground('cross-training', hasCross ? [crossTraining] : []),
  ]
}

const withTrack = (track: Sourced, items: readonly Sourced[]): readonly Sourced[] =>
  items.length === 0 ? [] : [track, ...items]

function formOf({ programme, plan, state }: Told): readonly Sourced[] {
  const { form } = tracksOf(programme, plan)
  const now = cueFor(programme, state, plan)
  const cue = now === undefined ? undefined : cueNamed(form, now)
  return cue === undefined ? [] : [cue, ...(cue.cadence ? [form.cadence] : [])]
}

function ground(part: Ground['part'], on: readonly (Sourced | undefined)[]): Ground | undefined {
  const all = on.flatMap((each) => each?.source ?? [])
  const source = all.filter(
    ({ id, grade }, index) => all.findIndex((other) => other.id === id && other.grade === grade) === index,
  )
  return source.length === 0 ? undefined : { part, source }
}
