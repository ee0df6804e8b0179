import { dayOf, type CalendarDate } from '../../base/calendar.ts'
import { lookAt, type DayLook, type DaySession } from '../../engine/look.ts'
import type { Owed } from '../../engine/plan.ts'
import { addEntries, changeEntry, type Amendment } from '../../log/amend.ts'
import { identify } from '../../log/ids.ts'
import type { DayEntry, Log, RunEntry } from '../../log/schema.ts'
import { standing } from '../../log/versions.ts'
import { dateText } from '../../base/date-text.ts'
import { doneOn } from '../done/done-on.ts'
import type { Inputs } from '../read-inputs.ts'
import { askDay } from './ask-day.ts'
import { askRun, NOT_MEANT, type RunScores } from './ask-run.ts'
import { askScore } from './keys.ts'
import { askSessions, type Asking } from './ask-sessions.ts'
import { askSigns } from './ask-signs.ts'

/** One answer, as what it does to the log that is there when it is written. */
export type Step = (log: Log) => Amendment

/** Asks for all that is owed on a day, the oldest first, then for the day itself. */
export async function askAll(asking: Asking, inputs: Inputs, look: DayLook): Promise<readonly Step[]> {
  const { date } = look
  const logged = standing(identify(inputs.log), inputs.today)
  const isEpisode = look.week.phase !== 'base' && look.week.phase !== 'maintain'
  const hasCheckIn = logged.some(
    (entry) => entry.type === 'day' && entry.date === date && entry.pain !== undefined,
  )
  // A day that has its check-in is not asked again: a 0 for the morning would wipe out what was said of it.
  const mornings = look.week.owed.filter(
    (owed) => !hasCheckIn && owed.scores.includes(MORNING) && isDayBefore(owed.date, date),
  )
  const older = look.week.owed.flatMap((owed) => {
    // The morning after yesterday's run is asked together with the day.
    const scores = mornings.includes(owed) ? owed.scores.filter((score) => score !== MORNING) : owed.scores
    return scores.length === 0 || owed.score === 'red-flags' || owed.score === 'painkiller'
      ? []
      : [{ ...owed, scores }]
  })
  const asksPainkiller = look.week.owed.some(
    ({ score, scores }) => score === 'painkiller' || (score === 'check-in' && scores.includes('analgesic')),
  )
  const steps: Step[] = []
  for (const owed of older) {
    if (owed.score === 'exercise-pain') steps.push(...(await answerExercises(asking, inputs, owed)))
    else if (owed.entry !== null) steps.push(...(await answerRun(asking, inputs, owed)))
    else if (owed.date < date)
      steps.push(...(await answerDay(asking, inputs, owed.date, dateText(owed.date), [], asksPainkiller)))
  }
  if (mornings.length > 0 || (isEpisode && !hasCheckIn)) {
    steps.push(...(await answerDay(asking, inputs, date, 'Today so far', mornings, asksPainkiller)))
  }
  if (look.week.owed.some(({ score }) => score === 'red-flags'))
    steps.push(...(await answerSigns(asking, inputs, date)))
  // What was just said of the knee may have cancelled what was planned.
  const now = steps.length === 0 ? look : lookAt(applied(inputs.log, steps), inputs.programme, date)
  const sessions = sessionsAsked(look, now)
  const done = await askSessions(asking, sessions)
  return done === undefined ? steps : [...steps, (log) => doneOn(log, inputs, date, done, sessions)]
}

/**
 * The sessions as the page above had them, which is what can have been done: less where the answers made them
 * less, none where they hurt, and beside them what the answers brought.
 */
function sessionsAsked(look: DayLook, now: DayLook): readonly DaySession[] {
  const sessions = now.sessions.map((session) => asShown(session, look.sessions))
  const isCalm = now.noRunUntil === null && (now.grade === 'S0' || now.grade === 'U')
  const gone = look.sessions.filter(
    ({ type, done }) => !done && type !== 'rest' && !now.sessions.some((each) => each.type === type),
  )
  return isCalm ? [...sessions, ...gone] : sessions
}

function asShown(now: DaySession, before: readonly DaySession[]): DaySession {
  const shown = before.find(({ type, done }) => type === now.type && done === now.done)
  return shown === undefined || (shown.durationSeconds ?? 0) > (now.durationSeconds ?? 0) ? now : shown
}

const applied = (log: Log, steps: readonly Step[]): Log =>
  steps.reduce((before, step) => step(before).log, log)

const MORNING = 'nextMorning'

const isDayBefore = (earlier: CalendarDate, date: CalendarDate): boolean => dayOf(date) - dayOf(earlier) === 1

async function answerRun(
  { ask, programme, units }: Asking,
  { log, today }: Inputs,
  owed: Owed,
): Promise<Step[]> {
  const run = standing(identify(log), today).find(({ id }) => id === owed.entry)
  if (run?.type !== 'run') return []
  const scores = await askRun(ask, programme, units, run, owed.scores)
  return Object.keys(scores).length === 0 ? [] : [(before) => scored(before, run.id, scores, today)]
}

/** An exercise at a time; what is left out stays open. */
async function answerExercises(
  { ask, programme }: Asking,
  { today }: Inputs,
  { entry: id, date, scores }: Owed,
): Promise<Step[]> {
  const said = new Map<string, number>()
  for (const exercise of scores) {
    const title = programme.rehab.exercises.find((each) => each.id === exercise)?.title ?? exercise
    const pain = await askScore(
      ask,
      `${dateText(date)}, ${title}: the outer side of the knee during it, 0 to 10. ${NOT_MEANT}`,
    )
    if (pain !== undefined) said.set(exercise, pain)
  }
  if (id === null || said.size === 0) return []
  return [
    (log) =>
      changeEntry(
        log,
        id,
        (entry) =>
          entry.type === 'strength'
            ? {
                ...entry,
                exercises: entry.exercises.map((each) => {
                  const pain = each.pain ?? said.get(each.id)
                  return pain === undefined ? each : { ...each, pain }
                }),
              }
            : entry,
        today,
      ),
  ]
}

const scored = (log: Log, id: string, { pain, ...signs }: RunScores, today: CalendarDate): Amendment =>
  changeEntry(
    log,
    id,
    (entry) =>
      entry.type === 'run'
        ? { ...entry, ...signs, ...(pain && { pain: { ...entry.pain, ...pain } }) }
        : entry,
    today,
  )

async function answerDay(
  { ask }: Asking,
  { today }: Inputs,
  date: CalendarDate,
  when: string,
  mornings: readonly Owed[],
  asksPainkiller: boolean,
): Promise<Step[]> {
  const told = await askDay(ask, when, mornings.length > 0, asksPainkiller)
  if (told === undefined) return []
  const { day, nextMorning } = told
  const risen: RunEntry['pain'] = nextMorning === undefined ? undefined : { nextMorning }
  return [
    (log) => checkedIn(log, date, day, today),
    ...mornings.flatMap(({ entry }): Step[] =>
      entry === null || risen === undefined ? [] : [(log) => scored(log, entry, { pain: risen }, today)],
    ),
  ]
}

async function answerSigns(
  { ask, programme }: Asking,
  { today }: Inputs,
  date: CalendarDate,
): Promise<Step[]> {
  const redFlags = await askSigns(ask, programme)
  return redFlags === undefined ? [] : [(log) => checkedIn(log, date, { redFlags }, today)]
}

/** A day has one check-in: a second answer of the day is added to it. */
function checkedIn(log: Log, date: CalendarDate, said: Partial<DayEntry>, today: CalendarDate): Amendment {
  const there = standing(identify(log), today).find((entry) => entry.type === 'day' && entry.date === date)
  if (there === undefined) return addEntries(log, [{ ...said, type: 'day', date }], today)
  return changeEntry(log, there.id, (entry) => (entry.type === 'day' ? { ...entry, ...said } : entry), today)
}
