import { addDays, dayOf, WEEKDAYS, weekdayOf } from '../base/calendar.ts'
import { isPaused } from './pause.ts'
import type { State } from './state.ts'
import type { Setting } from './week-plan.ts'

/** The positions of the week on which the runner may run; absences and a pause only take days away. */
export function daysOf({ runner, absences }: Pick<Setting, 'runner' | 'absences'>, state: State): boolean[] {
  const days = runner.availableDays ?? WEEKDAYS
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(state.at, index)
    const isAway = absences.some(({ date, until }) => dayOf(date) <= day && day <= dayOf(until ?? date))
    return days.includes(weekdayOf(day)) && !isAway && !isPaused(state.pausing.pause, day)
  })
}

/** Some day of the week is free at all. */
export const hasDays = (setting: Setting, state: State): boolean => daysOf(setting, state).some(Boolean)
