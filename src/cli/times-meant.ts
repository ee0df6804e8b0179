import { WEEKDAYS } from '../base/calendar.ts'
import type { Runner } from '../log/schema.ts'
import { isTimeOfDay } from '../log/words.ts'
import { daysMeant } from './days-meant.ts'

/** When sessions begin, weekday by weekday. */
export type StartTimes = NonNullable<Runner['startTimes']>

/** A time of day such as `07:00` or `7:00`, as files have it; undefined where a clock never shows it. */
export function clockMeant(text: string): string | undefined {
  const clock = /^\d:/.test(text) ? `0${text}` : text
  return isTimeOfDay(clock) ? clock : undefined
}

/** What `07:00` or `mon=07:00,sat=none` makes of the times that stand; `none` ends them all. */
export function timesMeant(text: string, stands: StartTimes): StartTimes | undefined {
  if (text === 'none') return {}
  const always = clockMeant(text)
  if (always !== undefined) return Object.fromEntries(WEEKDAYS.map((day) => [day, always]))
  const said = text.split(/[\s,]+/).map(timeOfDays)
  if (said.includes(undefined)) return undefined
  const wanted = Object.fromEntries([...Object.entries(stands), ...said.flatMap((each) => each ?? [])])
  const kept = WEEKDAYS.map((day) => [day, wanted[day]] as const).filter(([, clock]) => isTimeOfDay(clock))
  return Object.fromEntries(kept)
}

/** `sat=09:30` or `mon-fri=none`. */
function timeOfDays(word: string): readonly (readonly [day: string, clock: string])[] | undefined {
  const [days = '', time = '', ...more] = word.split('=')
  const chosen = daysMeant(days)
  const clock = time === 'none' ? time : clockMeant(time)
  return chosen === undefined || clock === undefined || more.length > 0
    ? undefined
    : chosen.map((day) => [day, clock] as const)
}
