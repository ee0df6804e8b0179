import { addDays, type Day } from '../base/calendar.ts'
import type { LimitEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { daysToWait } from '../rules/acute.ts'
import { type Condition, evaluateGate, isRemembered } from '../rules/gate.ts'
import { gateExercises } from '../rules/strength-plan.ts'
import type { Diary } from './diary.ts'
import { dailyPain, painkillerOn, signOn } from './day-report.ts'
import { isRunFree, type State } from './state.ts'

/**
 * The criteria of the gate on the morning of a day, from what was logged before it, and swelling from what
 * was said of that morning too.
 */
export function gateOn(
  programme: Programme,
  diary: Diary,
  state: State,
  limits: readonly LimitEntry[],
  asOf: Day,
  isSwollen = false,
): readonly Condition[] {
  const { at, episode } = state
  const { gate } = programme
  const lastDays = Array.from({ length: Math.max(gate.painFreeDays, 7) }, (_, index) =>
    addDays(at, -1 - index),
  )
  const chain = painFreeChain(diary, lastDays, gate, asOf)
  const needed = gateExercises(programme.strength)
  const painless = painlessSince(diary, at, gate, asOf)
  const isDone = (id: string): boolean => painless.has(id) && state.exercises.get(id)?.hurt !== true
  const done = needed.filter((id) => isDone(standIns(id, limits)))
  const said = lastDays.map((day) => signOn(diary.on(day, asOf), 'swelling'))
  return evaluateGate(gate, {
    painFreeDays: chain.days,
    brokenByMissing: chain.brokenByMissing,
    exercisesNeeded: needed,
    exercisesPainFree: done,
    exercisesHurt: needed.filter((id) => state.exercises.get(standIns(id, limits))?.hurt === true),
    swelling: isSwollen || said.includes(true) ? true : said.includes(false) ? false : undefined,
    redFlag:
      state.phase === 'stop' ||
      lastDays.some((day) =>
        diary.on(day, asOf).checkIns.some(({ redFlags }) => (redFlags ?? []).length > 0),
      ),
    unplannedRun:
      isRunFree(state.phase) &&
      lastDays.some((day) => diary.on(day, asOf).runs.length > 0 && day >= (episode?.acuteSince ?? day) + 1),
    daysToWait: isRunFree(state.phase) ? daysToWait(programme.acute, breakFacts(state)) : 0,
  })
}

const breakFacts = ({ at, episode }: State) => ({
  sinceFirstBreak: episode?.firstBreak === undefined ? undefined : at - episode.firstBreak,
  sinceLastBreak:
    episode?.lastBreak === undefined || episode.lastBreak === episode.firstBreak
      ? undefined
      : at - episode.lastBreak,
  sinceRedFlag: episode?.redFlag === undefined ? undefined : at - episode.redFlag,
})

/**
 * Days back from yesterday on which the runner said that daily life was free of pain, soon enough to
 * remember it.
 */
function painFreeChain(
  diary: Diary,
  days: readonly Day[],
  gate: Programme['gate'],
  asOf: Day,
): { days: number; brokenByMissing: boolean } {
  let length = 0
  for (const day of days) {
    // What was filled in later than the runner remembers opens nothing.
    const evening = asOf - day > 0 && !isRemembered(gate, asOf - day) ? addDays(day, gate.recall) : asOf
    const pain = dailyPain(diary.on(day, evening))
    const known = dailyPain(diary.on(day, asOf))
    // On a painkiller the knee could not be heard.
    const isMuted = painkillerOn(diary.on(day, asOf)) === true
    if (pain !== 0 || known !== 0 || isMuted)
      return { days: length, brokenByMissing: known === undefined || known === 0 }
    length++
  }
  return { days: length, brokenByMissing: false }
}

/** A clinician's substitute counts for the exercise it stands in for. */
const standIns = (id: string, limits: readonly LimitEntry[]): string =>
  limits.reduce((standing, limit) => limit.substitute?.[standing] ?? standing, id)

/** The exercises done at pain 0 within the gate's time, on a day without a painkiller. */
function painlessSince(diary: Diary, at: Day, gate: Programme['gate'], asOf: Day): ReadonlySet<string> {
  const days = Array.from({ length: gate.exercisesWithin }, (_, index) => addDays(at, -1 - index))
  const records = days.map((day) => diary.on(day, asOf)).filter((record) => painkillerOn(record) !== true)
  return new Set(
    records.flatMap(({ strength }) =>
      strength.flatMap(({ exercises }) => exercises.flatMap(({ id, pain }) => (pain === 0 ? [id] : []))),
    ),
  )
}
