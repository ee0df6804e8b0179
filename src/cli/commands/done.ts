import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { Amendment } from '../../log/amend.ts'
import { amendAll } from '../../log/amend-all.ts'
import type { Log } from '../../log/schema.ts'
import { renderStillOpen } from '../../render/still-open.ts'
import { type Answer, type Call, type Command, DRY_RUN, OWN_LOG, PROTOCOL, TODAY } from '../command.ts'
import { type Done, doneOn, sessionsOn, shownOn } from '../done/done-on.ts'
import { askEasy, mayLift } from '../done/easy.ts'
import { isMorningDue, readDone, type SaidDone } from '../done/read-done.ts'
import { risenOn } from '../done/risen.ts'
import { untaken } from '../done/untaken.ts'
import { canAsk } from '../host.ts'
import { recallNote, withNote } from '../log/recall.ts'
import { checkPace } from '../log/run-words.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'
import { save } from '../save.ts'
import { whichDay } from '../which-day.ts'

const BUT = { many: true, choices: ['run', 'strength'], kind: 'exercise' } as const

/** `itb done`: what was planned was done as planned, and every score asked for is 0 or as given. */
export const done: Command = {
  name: 'done',
  summary: 'the planned sessions of a day were done, and every score asked for is 0',
  words: [
    ['[day]', 'yesterday, mon, 2026-03-02, or mon..wed', { kind: 'date' }],
    ['[session]', 'run or strength, where only that was done', { choices: ['run', 'strength'] }],
    ['[distance]', 'what the run measured, such as 5.2km'],
    ['[time]', 'and its time, such as 31:10'],
  ],
  options: [
    ['--pain <score>', 'the worst of the outer knee while running, 0 to 10'],
    ['--but <what>', 'run, strength or an exercise that was left out; clamshell=2 hurt', BUT],
    ['--easy', 'the strength session was easy, which leads to harder exercises'],
    ['--no-easy', 'it was not'],
    ['--force', 'take a pace nobody would expect'],
    DRY_RUN,
    OWN_LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb done', 'today went as planned, and nothing hurt'],
    ['itb done yesterday --but strength', 'yesterday too, but without the strength session'],
  ],
  tellsWords: true,
  run: recordDone,
}

async function recordDone(call: Call): Promise<Result<Answer>> {
  const inputs = await readInputs(call.host, call.flags)
  if (!inputs.ok) return inputs
  const said = readDone(call, inputs.value)
  if (!said.ok) return said
  const dates = said.value.dates ?? [await whichDay(call, inputs.value)]
  const unlikely = await checkPace(call, inputs.value, { ...said.value.measured })
  if (unlikely.length > 0) return fail(...unlikely)
  const effort = said.value.effort ?? (await effortAsked(call, inputs.value, dates, said.value))
  const whole = { ...said.value, ...(effort !== undefined && { effort }) }
  const saved = await save(call, (log, writing) => recorded(log, writing, dates, whole), renderStillOpen)
  return withNote(saved, recallNote(dates, inputs.value))
}

/** Asked of one day on a terminal, and only where the answer may lead to a harder exercise. */
async function effortAsked(
  call: Call,
  inputs: Inputs,
  [date, ...others]: readonly CalendarDate[],
  { leftOut, exercises }: SaidDone,
): Promise<number | undefined> {
  if (date === undefined || others.length > 0 || leftOut.includes('strength')) return undefined
  if (!canAsk(call.host, call.flags)) return undefined
  const { open } = sessionsOn(inputs.log, shownOn(inputs.log, inputs, date), date)
  const planned = open.flatMap((session) => (session.type === 'strength' ? session.exercises : []))
  const practising = { programme: inputs.programme, equipment: inputs.runner.equipment }
  return mayLift(practising, planned, exercises) ? askEasy(call.host.ask, inputs.programme) : undefined
}

/** What a day cannot take is a problem; of several days it is one where none of them can. */
function recorded(
  log: Log,
  { programme, today }: Inputs,
  dates: readonly CalendarDate[],
  said: SaidDone,
): Result<Amendment> {
  const lost: (readonly Problem[])[] = []
  // What was done is what was shown, before anything said with it could change that.
  const days = dates.map((date) => ({ date, shown: shownOn(log, { programme, today }, date) }))
  const steps = days.map(({ date, shown }) => (before: Log) => {
    const done = asSaid(said, date, today)
    lost.push(untaken(before, shown, date, done))
    return doneOn(before, { programme, today }, date, done, shown)
  })
  const mornings = said.only === 'strength' ? [] : dates.map((date) => risenOf(date, today))
  const amendment = amendAll(log, [...mornings, ...steps])
  return lost.every((problems) => problems.length > 0) ? fail(...(lost[0] ?? [])) : succeed(amendment)
}

const risenOf = (date: CalendarDate, today: CalendarDate) => (before: Log) => risenOn(before, date, today)

/** A run that hurt says nothing of the next morning: that 0 has to be said on its own. */
function asSaid({ pain, ...said }: SaidDone, date: CalendarDate, today: CalendarDate): Done {
  const during = pain ?? 0
  const morning = during === 0 && isMorningDue(date, today) ? { nextMorning: 0 } : {}
  return {
    leftOut: said.leftOut,
    ...(said.measured !== undefined && { measured: said.measured }),
    exercises: said.exercises,
    ...(said.effort !== undefined && { effort: said.effort }),
    ...(pain !== undefined && { worst: pain }),
    run: { pain: { during, ...morning }, limp: false, swelling: false, analgesic: false },
    ...(said.only === undefined
      ? { day: { pain: { dailyActivities: 0, stairs: 0, rest: 0 }, swelling: false } }
      : { only: said.only }),
  }
}
