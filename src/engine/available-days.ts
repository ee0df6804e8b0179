import { addDays, dayOf, WEEKDAYS, weekdayOf, type Weekday } from '../base/calendar.ts'
import { isPaused } from './pause.ts'
import type { State } from './state.ts'
import type { Setting } from './week-plan.ts'

type Asked = Pick<Setting, 'runner' | 'absences'>

/** The positions of the week on which the runner may run; absences and a pause only take days away. */
export const daysOf = (setting: Asked, state: State): boolean[] =>
  daysAmong(setting.runner.availableDays, setting, state).map(
    (isFree, index) => isFree && !isPaused(state.pausing.pause, addDays(state.at, index)),
  )

/** The positions on which strength may stand: any day at home that the runner has not ruled out. */
export const strengthDaysOf = (setting: Asked, state: State): boolean[] =>
  daysAmong(setting.runner.strengthDays, setting, state)

function daysAmong(
  days: readonly Weekday[] | undefined,
  { absences }: Pick<Setting, 'absences'>,
  state: State,
): boolean[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(state.at, index)
    const isAway = absences.some(({ date, until }) => dayOf(date) <= day && day <= dayOf(until ?? date))
    return (days ?? WEEKDAYS).includes(weekdayOf(day)) && !isAway
  })
}

/** Some day of the week is free at all. */
export const hasDays = (setting: Setting, state: State): boolean => daysOf(setting, state).some(Boolean)
