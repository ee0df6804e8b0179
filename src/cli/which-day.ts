import { addDays, dateOf, dayOf, type CalendarDate } from '../base/calendar.ts'
import { dateText } from '../base/date-text.ts'
import type { Call } from './command.ts'
import { canAsk } from './host.ts'
import type { Inputs } from './read-inputs.ts'

/** Whoever is up before this time may still mean the day that has just ended. */
const NIGHT_ENDS = '04:00'

/**
 * The day that is meant when none was said: today, but after midnight a terminal asks. Without one today
 * stands, as a script means what its clock says; so does a day given with --today.
 */
export async function whichDay(call: Call, inputs: Inputs): Promise<CalendarDate> {
  const { today, clock } = inputs
  if (clock >= NIGHT_ENDS || call.flags.today !== undefined || !canAsk(call.host, call.flags)) return today
  const ended = dateOf(addDays(dayOf(today), -1))
  const key = await call.host.ask({
    kind: 'key',
    text: `It is ${clock}. Which day is meant?`,
    keys: [
      { key: 'y', means: `${dateText(ended)}, the day that just ended` },
      { key: 't', means: dateText(today) },
    ],
    enter: 'today',
  })
  return key === 'y' ? ended : today
}
