import { addDays, type CalendarDate, dateOf, type Day, dayOf, daysFrom } from '../base/calendar.ts'
import type { RunEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { isOuterKnee } from '../rules/pain-grade.ts'
import { lastFlare } from './last-flare.ts'
import { daysOfWeek } from './live-week.ts'
import type { Replay } from './replay.ts'

/** Something that went well for the first time since the flare. */
export interface Win {
  readonly id:
    | 'first-run'
    | 'pain-free-run'
    | 'pain-free-hills'
    | 'pain-free-stairs'
    | 'clean-week'
    | 'level-up'
  readonly date: CalendarDate
  /** The exercise and its new level; null for all others. */
  readonly exercise: { readonly id: string; readonly level: string } | null
}

/** The small wins of one week, each of them told in this week and in no other. */
export function winsIn(programme: Programme, played: Replay, week: Day, today: Day): readonly Win[] {
  const last = Math.min(addDays(week, 6), today) as Day
  return [...firstsIn(played, week, last, today), ...levelsIn(programme, played, week, today)].sort(
    (a, b) => dayOf(a.date) - dayOf(b.date),
  )
}

function firstsIn(played: Replay, week: Day, last: Day, today: Day): readonly Win[] {
  // A flare in the week itself must not take from it what was won before that flare.
  const flare = lastFlare(played, addDays(week, -1), today) ?? lastFlare(played, last, today)
  if (flare === undefined) return []
  const days = daysFrom(addDays(flare, 1), last).map((day) => ({ day, record: played.diary.on(day, today) }))
  const first = (
    id: Win['id'],
    isIt: (record: (typeof days)[number]['record']) => boolean,
  ): readonly Win[] => {
    const found = days.find(({ record }) => isIt(record))?.day
    return found === undefined || found < week ? [] : [{ id, date: dateOf(found), exercise: null }]
  }
  const didHurt = days.findIndex(({ record }) => record.checkIns.some(({ pain }) => (pain?.stairs ?? 0) > 0))
  const stairs = days.findIndex(
    ({ record }, index) =>
      didHurt !== -1 && index > didHurt && record.checkIns.some(({ pain }) => pain?.stairs === 0),
  )
  const up = days[stairs]?.day
  return [
    ...first('first-run', ({ runs }) => runs.length > 0),
    ...first('pain-free-run', ({ runs }) => runs.some(isPainFree)),
    ...first('pain-free-hills', ({ runs }) => runs.some((run) => isHilly(run) && isPainFree(run))),
    ...(up === undefined || up < week
      ? []
      : [{ id: 'pain-free-stairs', date: dateOf(up), exercise: null } as const]),
    ...cleanWeek(played, flare, week, today),
  ]
}

/** Nothing hurt while running and on the next morning; both must have been said. */
const isPainFree = ({ pain }: RunEntry): boolean =>
  pain !== undefined &&
  isOuterKnee(pain.site) &&
  pain.during === 0 &&
  pain.nextMorning === 0 &&
  (pain.after ?? 0) === 0

const isHilly = ({ terrain }: RunEntry): boolean => terrain === 'hilly' || terrain === 'downhill'

/** The first whole week with running after the flare in which every score that was due said nothing hurt. */
function cleanWeek(played: Replay, flare: Day, week: Day, today: Day): readonly Win[] {
  const end = addDays(week, 6)
  if (end > today) return []
  const { weeks } = played.stateAt(addDays(week, 7), today)
  const clean = weeks.find(
    ({ start, grade, isComplete, runs }) => start > flare && grade === 'S0' && isComplete && runs > 0,
  )
  return clean?.start === week ? [{ id: 'clean-week', date: dateOf(end), exercise: null }] : []
}

/** Exercises on a higher level at the end of the week than at its beginning. */
function levelsIn(programme: Programme, played: Replay, week: Day, today: Day): readonly Win[] {
  const before = played.stateAt(week, today).exercises
  const after = played.stateAt(addDays(week, 7), today).exercises
  const days = daysOfWeek(week)
  return [...after].flatMap(([id, state]) => {
    const level = programme.rehab.exercises.find((each) => each.id === id)?.levels[state.level]?.id
    const old = before.get(id)
    const isUp = old !== undefined && state.level > old.level && days.includes(state.last)
    return isUp && level !== undefined
      ? [{ id: 'level-up' as const, date: dateOf(state.last), exercise: { id, level } }]
      : []
  })
}
