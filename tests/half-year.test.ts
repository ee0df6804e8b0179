import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, type Day, dayOf, weekdayIndex } from '../src/base/calendar.ts'
import { makePlans } from '../src/engine/make-plan.ts'
import type { Plan, Session } from '../src/engine/plan.ts'
import type { Entry, Log, RunEntry } from '../src/log/schema.ts'
import { emptyFolder, itb } from './support/fake-host.ts'
import { logIn } from './support/log-on.ts'
import { REHAB } from './support/programme.ts'
import { tries } from './support/tries.ts'

const FIRST = dayOf('2026-03-02' as CalendarDate)
/** Into the build-up every day; half a year in `npm run laws`. */
const WEEKS = tries(8, 26)
const FLARE = dateOf(addDays(FIRST, -1))

/** What happens beside days that go as planned: the week, the day of the week, and how the run was. */
interface Event {
  readonly week: number
  readonly day: number
  /** Said by flags, and the same by hand. */
  readonly flags: string
  readonly by: Partial<RunEntry> | undefined
}
const NO_SIGNS = { limp: false, swelling: false, analgesic: false } as const
const EVENTS: readonly Event[] = [
  {
    week: 5,
    day: 5,
    flags: '--pain 2 --trend steady --lasted 1h --no-limp --no-swelling --no-painkiller',
    by: { pain: { during: 2, trend: 'steady', lastingHours: 1 }, ...NO_SIGNS },
  },
  {
    week: 9,
    day: 3,
    flags: '--pain 3 --trend worsened --lasted 1h --no-limp --no-swelling --no-painkiller',
    by: { pain: { during: 3, trend: 'worsened', lastingHours: 1 }, ...NO_SIGNS },
  },
  { week: 12, day: 0, flags: '--but run', by: undefined },
  { week: 16, day: 5, flags: '--no-limp', by: { limp: false } },
]

const eventOn = (day: Day): Event | undefined =>
  EVENTS.find(({ week, day: on }) => day === addDays(FIRST, 7 * (week - 1) + on))

const dates = Array.from({ length: 7 * WEEKS }, (_, index) => addDays(FIRST, index))
const sessionsOf = (plan: Plan, date: CalendarDate, type: Session['type']): readonly Session[] =>
  plan.sessions.filter((session) => session.date === date && session.type === type)
const sort = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

/** All weeks through the commands alone: in the morning the score of yesterday's run, in the evening the day. */
async function liveByCommands(): Promise<{ readonly file: string; readonly log: Log }> {
  const file = join(emptyFolder(), 'log.json')
  const run = async (words: string, day: Day): Promise<void> => {
    const { code, stderr } = await itb(`${words} --log ${file} --today ${dateOf(day)}`)
    if (code !== 0) throw new Error(`itb ${words} on ${dateOf(day)}: ${stderr}`)
  }
  const about = '--units km --baseline 40 --pace 6:00 --no-red-flags --in-scope'
  await run(`init ${about} --site outer-knee --pain-since ${FLARE} --pain 6 --limp`, FIRST)
  for (const day of dates) {
    const yesterday = logIn(file).entries.filter(
      ({ type, date }) => type === 'run' && date === dateOf(addDays(day, -1)),
    )
    if (yesterday.length > 0) await run('log morning 0', day)
    const event = eventOn(day)
    if (event?.by !== undefined) await run(`log run ${await plannedRun(file, day)} ${event.flags}`, day)
    await run(event?.by === undefined ? `done ${event?.flags ?? ''}` : 'done --but run', day)
  }
  return { file, log: logIn(file) }
}

/** The run that is planned for a day, in the words of the command line. */
async function plannedRun(file: string, day: Day): Promise<string> {
  const shown = await itb(`plan --week this --json --log ${file} --today ${dateOf(day)}`)
  const [run] = sessionsOf(JSON.parse(shown.stdout), dateOf(day), 'run')
  if (run === undefined) throw new Error(`no run is planned for ${dateOf(day)}`)
  return `${run.distanceMeters}m ${run.durationSeconds}s`
}

/** The same weeks as somebody would write it into the file, every evening what the day was. */
function writeByHand(runner: Log['runner'], uid: string): Log {
  const flare: Entry = {
    type: 'flare',
    date: FLARE,
    logged: dateOf(FIRST),
    pain: { site: 'outer-knee', during: 6 },
    limp: true,
  }
  let entries: readonly Entry[] = [flare, { type: 'day', date: dateOf(FIRST), redFlags: [] }]
  const logOf = (): Log => ({ format: 'itb-log', version: 1, uid, runner, entries: sort(entries) })
  for (const day of dates) {
    const date = dateOf(day)
    entries = entries.map((entry) =>
      entry.type === 'run' && entry.date === dateOf(addDays(day, -1))
        ? { ...entry, pain: { ...entry.pain, nextMorning: 0 } }
        : entry,
    )
    const start = dateOf(addDays(day, -weekdayIndex(day)))
    const [plan] = makePlans(logOf(), REHAB, date, start, 1)
    if (plan === undefined) throw new Error(`no plan for ${date}`)
    entries = [...entries, ...writtenOn(plan, date, eventOn(day))]
  }
  return logOf()
}

function writtenOn(plan: Plan, date: CalendarDate, event: Event | undefined): Entry[] {
  const isSkipped = event !== undefined && event.by === undefined
  const how = event?.by ?? { pain: { during: 0 }, ...NO_SIGNS }
  return [
    ...(isSkipped ? [] : sessionsOf(plan, date, 'run')).map(
      (run): Entry => ({
        type: 'run',
        date,
        distanceMeters: run.distanceMeters ?? 0,
        durationSeconds: run.durationSeconds ?? 0,
        ...how,
      }),
    ),
    ...sessionsOf(plan, date, 'cross-training').map(
      ({ durationSeconds }): Entry => ({
        type: 'cross-training',
        date,
        activity: 'other',
        durationSeconds: durationSeconds ?? 0,
        pain: 0,
      }),
    ),
    ...sessionsOf(plan, date, 'strength').map(
      ({ exercises }): Entry => ({
        type: 'strength',
        date,
        exercises: exercises.map(({ id, level, reps }) => ({
          id,
          pain: 0,
          ...(level !== null && { level }),
          ...(reps !== null && { reps: reps.at(-1) ?? 0 }),
        })),
      }),
    ),
    { type: 'day', date, pain: { dailyActivities: 0, stairs: 0, rest: 0 }, swelling: false },
  ]
}

/** What two plans must agree in: all but the ids of entries and the shares of what was not asked. */
const told = ({ owed, ...plan }: Plan) => ({ ...plan, owed: owed.map(({ entry, ...rest }) => rest) })

describe(`${WEEKS} weeks by itb done and itb log alone`, () => {
  it('gives the plans of the same log written by hand, week by week', async () => {
    const { log } = await liveByCommands()
    const byHand = writeByHand(log.runner, log.uid ?? '')
    const upTo = (whole: Log, day: Day): Log => ({
      ...whole,
      entries: whole.entries.filter(({ date }) => date < dateOf(day)),
    })
    const phases = new Set<string>()
    for (let week = 1; week <= WEEKS; week++) {
      const monday = addDays(FIRST, 7 * week)
      const [ours, theirs] = [log, byHand].map(
        (whole) => makePlans(upTo(whole, monday), REHAB, dateOf(monday), dateOf(monday), 1)[0],
      )
      if (ours === undefined || theirs === undefined) throw new Error('a week was asked for')
      expect([dateOf(monday), told(ours)]).toEqual([dateOf(monday), told(theirs)])
      phases.add(ours.phase)
    }
    expect([...phases]).toEqual(
      expect.arrayContaining(['rehab', 'return-1', 'return-2', 'return-3', 'build']),
    )
  })
})
