import type { CalendarDate } from '../../base/calendar.ts'
import { succeed, type Result } from '../../base/problem.ts'
import { amendAll } from '../../log/amend-all.ts'
import { type Answer, type Call, type Command, DRY_RUN, OWN_LOG, PROTOCOL, TODAY } from '../command.ts'
import { type Done, doneOn } from '../done/done-on.ts'
import { isMorningDue, readDone, type SaidDone } from '../done/read-done.ts'
import { readInputs } from '../read-inputs.ts'
import { save } from '../save.ts'
import { whichDay } from '../which-day.ts'

const BUT = { many: true, choices: ['run', 'strength'], kind: 'exercise' } as const

/** `itb done`: what was planned was done as planned, and every score asked for is 0 or as given. */
export const done: Command = {
  name: 'done',
  summary: 'the planned sessions of a day were done, and every score asked for is 0',
  words: [
    ['[day]', 'yesterday, mon, 2026-03-02, or mon..wed', { kind: 'date' }],
    ['[distance]', 'what the run measured, such as 5.2km'],
    ['[time]', 'and its time, such as 31:10'],
  ],
  options: [
    ['--pain <score>', 'the worst of the outer knee while running, 0 to 10'],
    ['--but <what>', 'run, strength or an exercise that was left out; clamshell=2 hurt', BUT],
    DRY_RUN,
    OWN_LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb done', 'today went as planned, and nothing hurt'],
    ['itb done yesterday --but strength', 'yesterday too, but without the strength session'],
  ],
  run: recordDone,
}

async function recordDone(call: Call): Promise<Result<Answer>> {
  const inputs = await readInputs(call.host, call.flags)
  if (!inputs.ok) return inputs
  const said = readDone(call, inputs.value)
  if (!said.ok) return said
  const dates = said.value.dates ?? [await whichDay(call, inputs.value)]
  return save(call, (log, { programme, today }) =>
    succeed(
      amendAll(
        log,
        dates.map(
          (date) => (before) => doneOn(before, { programme, today }, date, asSaid(said.value, date, today)),
        ),
      ),
    ),
  )
}

/** A run that hurt says nothing of the next morning: that 0 has to be said on its own. */
function asSaid({ pain, ...said }: SaidDone, date: CalendarDate, today: CalendarDate): Done {
  const morning = pain === 0 && isMorningDue(date, today) ? { nextMorning: 0 } : {}
  return {
    leftOut: said.leftOut,
    ...(said.measured !== undefined && { measured: said.measured }),
    exercises: said.exercises,
    run: { pain: { during: pain, ...morning }, limp: false, swelling: false, analgesic: false },
    day: { pain: { dailyActivities: 0, stairs: 0, rest: 0 }, swelling: false },
  }
}
