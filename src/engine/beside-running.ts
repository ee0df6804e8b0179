import { addDays, dateOf, type Day } from '../base/calendar.ts'
import type { Rolling, Stretching } from '../protocol/track.ts'
import type { PlannedExercise } from './plan.ts'
import type { Week } from './sessions.ts'
import { stageOf } from './state.ts'
import { tracksOf } from './tracks.ts'

/** What is rolled and stretched on a day. */
interface Mobility {
  readonly title: string
  readonly exercises: readonly PlannedExercise[]
  readonly cues: readonly string[]
  readonly seconds: number
}

type Roll = Rolling['items'][number]
type Stretch = Stretching['items'][number]

/** Rolling first, then stretching, the hip flexors before the rest of it; twice where it was tender. */
export function mobilityOf(week: Week, day: Day): Mobility {
  const { rolling, stretching } = tracksOf(week.programme, week.plan)
  const rolls = rollsOn(week, day)
  const stretches = stretchesOn(stretching.items, rolls.length > 0, week.plan.strength.includes(day))
  const tender = rolls.length === 0 ? undefined : tendernessBefore(week, rolling.items, day)
  const exercises = [
    ...rolls.map((item) => dosed(item, tender === undefined ? 1 : item.perDay[1])),
    ...stretches.map((item) => dosed(item, 1)),
  ]
  const twice = exercises.some(({ sets }) => sets > 1)
  const away = `stay ${Math.round(rolling.keepAway * 100)} cm away from the knee with the roller`
  return {
    title: rolls.length === 0 ? 'Stretching' : 'Rolling and stretching',
    exercises,
    cues: [...(rolls.length === 0 ? [] : [away]), ...(tender !== undefined && twice ? [tender] : [])],
    seconds: exercises.reduce(
      (sum, { holdSeconds, perSide, sets }) => sum + (holdSeconds ?? 0) * (perSide ? 2 : 1) * sets,
      0,
    ),
  }
}

const dosed = ({ id, perSide, hold }: Roll | Stretch, sets: number): PlannedExercise => ({
  id,
  sets,
  reps: null,
  perSide,
  holdSeconds: hold[0],
  level: null,
})

/** All of it in its weeks; later what comes before a run of the return. */
function rollsOn({ programme, plan, state, runs }: Week, day: Day): readonly Roll[] {
  const { rolling, warmUp } = tracksOf(programme, plan)
  const number = weekOf({ programme, plan, state }, day)
  if (number >= rolling.weeks[0] && number <= rolling.weeks[1]) return rolling.items
  const isReturn = stageOf(plan.phase) !== undefined || plan.phase === 'build'
  const hasRun = isReturn && runs.some((run) => run.day === day)
  return hasRun ? rolling.items.filter(({ id }) => warmUp.activation.rolls.includes(id)) : []
}

/** Weeks since the flare, or in the cycle since it last began, counted from 1. */
function weekOf({ programme, plan, state }: Pick<Week, 'programme' | 'plan' | 'state'>, day: Day): number {
  const { holdWeeks, progressWeeks } = programme.maintain
  if (plan.phase === 'maintain') return (state.maintainWeeks % (holdWeeks + progressWeeks)) + 1
  return state.episode === undefined ? 1 : Math.floor((day - state.episode.start) / 7) + 1
}

/** What belongs after the roller comes right after it, and what belongs before sleep last. */
function stretchesOn(items: readonly Stretch[], hasRolls: boolean, hasStrength: boolean): readonly Stretch[] {
  const isOn = ({ when }: Stretch): boolean =>
    when.some(
      (moment) =>
        moment === 'any-time' ||
        moment === 'before-sleep' ||
        (moment === 'after-rolling' ? hasRolls : hasStrength),
    )
  const place = ({ when }: Stretch): number =>
    when.includes('after-rolling') ? 0 : when.includes('before-sleep') ? 2 : 1
  return items.filter(isOn).sort((a, b) => place(a) - place(b))
}

const LOOK_BACK = 28

/** Said when the last rolling that was scored was tender; what nobody scored tells nothing. */
function tendernessBefore({ diary, asOf }: Week, items: readonly Roll[], day: Day): string | undefined {
  for (let back = 1; back <= LOOK_BACK; back++) {
    const before = addDays(day, -back)
    const scored = diary
      .on(before, asOf)
      .mobility.filter(
        ({ items: done, pain }) => pain !== undefined && items.some(({ id }) => done.includes(id)),
      )
    const worst = Math.max(...scored.map(({ pain }) => pain ?? 0))
    if (scored.length > 0)
      return worst > 0
        ? `tender on ${dateOf(before)} (${worst}/10): roll twice today, hours apart, where it says 2 x`
        : undefined
  }
  return undefined
}
