import { addDays, type CalendarDate, type Day, dayOf } from '../../src/base/calendar.ts'
import type { DayEntry, Entry, RunEntry, StrengthEntry } from '../../src/log/schema.ts'
import type { Played } from '../support/play.ts'

/** A log with one thing about its last week changed; undefined where there is nothing to change. */
export type Mutation = (week: Played, pick: number) => readonly Entry[] | undefined

const isLastWeek = (entry: Entry, start: Day): boolean => {
  const day = dayOf(entry.date as CalendarDate)
  return day >= addDays(start, -7) && day < start
}

/** Changes one entry of the last week; which one, `pick` says. */
function changeOne<T extends Entry['type']>(
  week: Played,
  pick: number,
  type: T,
  change: (entry: Extract<Entry, { type: T }>) => Entry | undefined,
): readonly Entry[] | undefined {
  const all = week.log.entries
  const places = all.flatMap((entry, index) =>
    entry.type === type && isLastWeek(entry, week.start) ? [index] : [],
  )
  const at = places[pick % Math.max(1, places.length)]
  if (at === undefined) return undefined
  const changed = change(all[at] as Extract<Entry, { type: T }>)
  return changed === undefined
    ? all.filter((_, index) => index !== at)
    : all.map((entry, index) => (index === at ? changed : entry))
}

const raise =
  (key: 'during' | 'after' | 'nextMorning' | 'lastingHours', by: number): Mutation =>
  (week, pick) =>
    changeOne(
      week,
      pick,
      'run',
      (run): RunEntry => ({
        ...run,
        pain: { ...run.pain, [key]: Math.min(10, (run.pain?.[key] ?? 0) + by) },
      }),
    )

const forget =
  (key: 'limp' | 'swelling' | 'analgesic' | 'pain'): Mutation =>
  (week, pick) =>
    changeOne(week, pick, 'run', (run): RunEntry => {
      if (!isQuiet(run)) return run
      const { [key]: _, ...rest } = run
      return rest as RunEntry
    })

/** Every score was given and is 0: only then is there something good to forget. */
const isQuiet = ({ pain, limp, swelling, analgesic }: RunEntry): boolean =>
  pain?.before === 0 &&
  pain.during === 0 &&
  pain.after === 0 &&
  pain.nextMorning === 0 &&
  limp === false &&
  swelling === false &&
  analgesic === false

/** Everything that says less good, or less, of the last week than was said. */
export const WORSE: Readonly<Record<string, Mutation>> = {
  'more pain in a run': raise('during', 1),
  'much more pain in a run': raise('during', 4),
  'more pain after it': raise('after', 2),
  'a worse next morning': raise('nextMorning', 1),
  'a much worse next morning': raise('nextMorning', 3),
  'pain that lasts longer': raise('lastingHours', 3),
  'a limp': (week, pick) => changeOne(week, pick, 'run', (run): RunEntry => ({ ...run, limp: true })),
  'a painkiller': (week, pick) =>
    changeOne(week, pick, 'run', (run): RunEntry => ({ ...run, analgesic: true })),
  'no scores': forget('pain'),
  'no word of a limp': forget('limp'),
  'a morning not scored': (week, pick) =>
    changeOne(week, pick, 'run', (run): RunEntry => {
      if (!isQuiet(run)) return run
      const { nextMorning: _, ...pain } = run.pain ?? {}
      return { ...run, pain }
    }),
  'daily pain': (week, pick) =>
    changeOne(
      week,
      pick,
      'day',
      (day): DayEntry => ({
        ...day,
        pain: { ...day.pain, dailyActivities: Math.min(10, (day.pain?.dailyActivities ?? 0) + 1) },
      }),
    ),
  'a swollen knee': (week, pick) =>
    changeOne(week, pick, 'day', (day): DayEntry => ({ ...day, swelling: true })),
  'a day not logged': (week, pick) =>
    changeOne(week, pick, 'day', (day) =>
      day.swelling === true || (day.redFlags ?? []).length > 0 || (day.pain?.dailyActivities ?? 0) > 0
        ? day
        : undefined,
    ),
  'a run not done': (week, pick) =>
    changeOne(week, pick, 'run', (run) => (isQuiet(run) && wasPlanned(run, week) ? undefined : run)),
  'an exercise that hurt': (week, pick) =>
    changeOne(
      week,
      pick,
      'strength',
      (entry): StrengthEntry => ({
        ...entry,
        exercises: entry.exercises.map((done, index) =>
          index === 0 ? { ...done, pain: (done.pain ?? 0) + 1 } : done,
        ),
      }),
    ),
  'worse sleep': (week, pick) => changeOne(week, pick, 'day', (day): DayEntry => ({ ...day, sleepHours: 4 })),
}

/** The run was shown for its day, and not gone beyond: leaving out one that no plan had is obedience. */
function wasPlanned(run: RunEntry, week: Played): boolean {
  const last = week.state.weeks.at(-1)
  if (last === undefined || last.isUnplanned || last.isOvershoot || last.runs > last.askedRuns) return false
  return (
    week.previous?.plan.runs.some(
      ({ day, volume }) => day === dayOf(run.date as CalendarDate) && volume.meters >= run.distanceMeters - 1,
    ) ?? false
  )
}

const scaled =
  (by: number, isMeant: (run: RunEntry, week: Played) => boolean): Mutation =>
  (week) => {
    const meant = week.log.entries.filter((entry) => entry.type === 'run' && isLastWeek(entry, week.start))
    if (meant.length === 0 || !meant.every((entry) => entry.type === 'run' && isMeant(entry, week)))
      return undefined
    return week.log.entries.map((entry) =>
      entry.type === 'run' && meant.includes(entry)
        ? { ...entry, distanceMeters: entry.distanceMeters * by, durationSeconds: entry.durationSeconds * by }
        : entry,
    )
  }

const wasDone = (run: RunEntry, week: Played): boolean =>
  week.previous?.plan.runs.some(
    ({ day, volume }) => day === dayOf(run.date as CalendarDate) && volume.meters <= run.distanceMeters + 1,
  ) ?? false

/** Running more than planned, and less. */
export const MORE: Readonly<Record<string, Mutation>> = {
  'a fifth more than planned': scaled(1.2, wasDone),
  'twice as much as planned': scaled(2, wasDone),
}
export const LESS: Readonly<Record<string, Mutation>> = {
  'a tenth less': scaled(0.9, wasPlanned),
  'half as much': scaled(0.5, wasPlanned),
}
