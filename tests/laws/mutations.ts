import { addDays, type CalendarDate, dateOf, type Day, dayOf } from '../../src/base/calendar.ts'
import type { DayEntry, Entry, Log, RunEntry, StrengthEntry } from '../../src/log/schema.ts'
import { type Played, START } from '../support/play.ts'

/** What is asked: a log as it stands on the morning of a day of a week. */
export interface Asked {
  readonly week: Played
  readonly today: Day
  readonly log: Log
}

/** Two logs, of which the second is worse, or says less, than the first. */
export interface Pair {
  readonly from: readonly Entry[]
  readonly to: readonly Entry[]
}
/** A log with one thing changed, or a pair of changes; undefined where there is nothing to change. */
export type Mutation = (asked: Asked, pick: number) => readonly Entry[] | Pair | undefined

const WEEK = 7
const FORTNIGHT = 14

/** The entry is of the days just before: a week where nothing else is said. */
const isRecent = ({ date }: Entry, { today }: Asked, days: number): boolean =>
  dayOf(date) >= addDays(today, -days) && dayOf(date) < today

/** Changes one entry of the last days; which one, `pick` says. An undefined change takes it out. */
function changeOne<T extends Entry['type']>(
  asked: Asked,
  pick: number,
  type: T,
  change: (entry: Extract<Entry, { type: T }>) => Entry | undefined,
  days = WEEK,
): readonly Entry[] | undefined {
  const all = asked.log.entries
  const places = all.flatMap((entry, index) =>
    entry.type === type && isRecent(entry, asked, days) ? [index] : [],
  )
  const at = places[pick % Math.max(1, places.length)]
  if (at === undefined) return undefined
  const changed = change(all[at] as Extract<Entry, { type: T }>)
  if (changed === all[at]) return undefined
  return changed === undefined
    ? all.filter((_, index) => index !== at)
    : all.map((entry, index) => (index === at ? changed : entry))
}

type Pain = NonNullable<RunEntry['pain']>
const TRENDS = ['none', 'eased', 'steady', 'worsened'] as const
const LASTING = [0, 0.5, 2, 3, 24, 30] as const

/** One of several, by a number. */
const one = <T>(all: readonly T[], pick: number): T => all[pick % all.length] as T

/** The same report or a worse one in each of its parts; what was left open stays open. */
function worse(run: RunEntry, pick: number): Pain {
  const pain = run.pain ?? {}
  const during = Math.min(10, (pain.during ?? 0) + 1 + (pick % 5))
  const least = pain.during === 0 ? 'eased' : (pain.trend ?? 'eased')
  const trends = TRENDS.slice(Math.max(1, TRENDS.indexOf(least)))
  const onset = one([0.1, 0.4, 0.7, 1], pick >> 2) * (pain.onsetMeters ?? run.distanceMeters)
  const isNew = (pain.during ?? 0) === 0
  const isOpen = (key: keyof Pain): boolean => !isNew && pain[key] === undefined
  return {
    ...pain,
    during,
    ...(pain.after === undefined ? {} : { after: Math.min(10, pain.after + (pick % 3)) }),
    ...(pain.nextMorning === undefined ? {} : { nextMorning: Math.min(10, pain.nextMorning + (pick % 2)) }),
    ...(isOpen('trend') ? {} : { trend: one(trends, pick >> 1) }),
    ...(isOpen('lastingHours')
      ? {}
      : {
          lastingHours: one(
            LASTING.filter((hours) => hours >= (pain.lastingHours ?? 0)),
            pick >> 3,
          ),
        }),
    ...(isOpen('onsetMeters') ? {} : { onsetMeters: onset }),
  }
}

const raise =
  (key: 'during' | 'after' | 'nextMorning' | 'lastingHours', by: number): Mutation =>
  (asked, pick) =>
    changeOne(
      asked,
      pick,
      'run',
      (run): RunEntry => ({
        ...run,
        pain: {
          ...run.pain,
          [key]: Math.min(key === 'lastingHours' ? 240 : 10, (run.pain?.[key] ?? 0) + by),
        },
      }),
    )

/** Every score was given and is 0: only then is there something good to forget. */
const isQuiet = ({ pain, limp, swelling, analgesic }: RunEntry): boolean =>
  pain?.before === 0 &&
  pain.during === 0 &&
  pain.after === 0 &&
  pain.nextMorning === 0 &&
  limp === false &&
  swelling === false &&
  analgesic === false

const FORGOTTEN = {
  pain: ({ pain: _, ...rest }: RunEntry) => rest,
  limp: ({ limp: _, ...rest }: RunEntry) => rest,
  swelling: ({ swelling: _, ...rest }: RunEntry) => rest,
  analgesic: ({ analgesic: _, ...rest }: RunEntry) => rest,
  all: ({ pain: _, limp: __, swelling: ___, analgesic: ____, ...rest }: RunEntry) => rest,
  morning: ({ pain: { nextMorning: _, ...pain } = {}, ...rest }: RunEntry) => ({ ...rest, pain }),
  during: ({ pain: { during: _, ...pain } = {}, ...rest }: RunEntry) => ({ ...rest, pain }),
} as const satisfies Record<string, (run: RunEntry) => RunEntry>

const forget =
  (what: keyof typeof FORGOTTEN, days = WEEK): Mutation =>
  (asked, pick) =>
    changeOne(asked, pick, 'run', (run) => (isQuiet(run) ? FORGOTTEN[what](run) : run), days)

/** A run that hurt as told, in one way and in another. */
const twoWays =
  (pain: Pain, said: (run: RunEntry) => Partial<Pain>, other: (run: RunEntry) => Partial<Pain>): Mutation =>
  (asked, pick) => {
    const as = (parts: (run: RunEntry) => Partial<Pain>) =>
      changeOne(
        asked,
        pick,
        'run',
        (run): RunEntry => ({ ...run, pain: { ...QUIET, ...pain, ...parts(run) } }),
      )
    const [from, to] = [as(said), as(other)]
    return from === undefined || to === undefined ? undefined : { from, to }
  }
const QUIET = { before: 0, during: 0, after: 0, nextMorning: 0 } as const
const hurts = (during: number): Pain => ({ during, after: 1, trend: 'steady', lastingHours: 1 })
const atEnd = ({ distanceMeters }: RunEntry): Partial<Pain> => ({ onsetMeters: distanceMeters })
const unsaid = (): Partial<Pain> => ({})

/** Everything that says less good, or less, of the last week than was said. */
export const WORSE: Readonly<Record<string, Mutation>> = {
  'more pain in a run': raise('during', 1),
  'much more pain in a run': raise('during', 4),
  'more pain after it': raise('after', 2),
  'a worse next morning': raise('nextMorning', 1),
  'a much worse next morning': raise('nextMorning', 3),
  'pain that lasts longer': raise('lastingHours', 3),
  'a worse report of a run': (asked, pick) =>
    changeOne(asked, pick, 'run', (run): RunEntry => ({ ...run, pain: worse(run, pick) })),
  'a worse report of a run, and a sign': (asked, pick) =>
    changeOne(
      asked,
      pick,
      'run',
      (run): RunEntry => ({
        ...run,
        pain: worse(run, pick),
        ...one([{ limp: true }, { swelling: true }, { analgesic: true }], pick),
      }),
    ),
  'an earlier onset': (asked, pick) =>
    changeOne(asked, pick, 'run', (run): RunEntry => {
      if (run.pain?.onsetMeters === undefined) return run
      return { ...run, pain: { ...run.pain, onsetMeters: run.pain.onsetMeters * one([0.2, 0.5, 0.9], pick) } }
    }),
  'the same at the foot, where it worsened': (asked, pick) =>
    changeOne(asked, pick, 'run', (run): RunEntry => {
      if ((run.pain?.during ?? 0) === 0) return run
      return { ...run, pain: { ...run.pain, trend: 'worsened', site: one(['foot', 'shin', 'hip'], pick) } }
    }),
  'a limp': (asked, pick) => changeOne(asked, pick, 'run', (run): RunEntry => ({ ...run, limp: true })),
  'a painkiller': (asked, pick) =>
    changeOne(asked, pick, 'run', (run): RunEntry => ({ ...run, analgesic: true })),
  'no scores': forget('pain'),
  'no word of a limp': forget('limp'),
  'a morning not scored': forget('morning'),
  'a two whose onset was not said': twoWays(hurts(2), atEnd, unsaid),
  'a four whose onset was not said': twoWays(hurts(4), atEnd, unsaid),
  'a four that began half way': twoWays(hurts(4), atEnd, ({ distanceMeters }) => ({
    onsetMeters: distanceMeters / 2,
  })),
  'a four and not a two': twoWays(hurts(2), atEnd, (run) => ({ ...atEnd(run), during: 4 })),
  'daily pain': (asked, pick) =>
    changeOne(
      asked,
      pick,
      'day',
      (day): DayEntry => ({
        ...day,
        pain: { ...day.pain, dailyActivities: Math.min(10, (day.pain?.dailyActivities ?? 0) + 1) },
      }),
    ),
  'a swollen knee': (asked, pick) =>
    changeOne(asked, pick, 'day', (day): DayEntry => ({ ...day, swelling: true })),
  'a day not logged': (asked, pick) =>
    changeOne(asked, pick, 'day', (day) => (isCalm(day) ? undefined : day)),
  'a run not done': (asked, pick) =>
    changeOne(asked, pick, 'run', (run) => (isQuiet(run) && wasPlanned(run, asked) ? undefined : run)),
  'an exercise that hurt': (asked, pick) =>
    changeOne(
      asked,
      pick,
      'strength',
      (entry): StrengthEntry => ({
        ...entry,
        exercises: entry.exercises.map((done, index) =>
          index === 0 ? { ...done, pain: Math.min(10, (done.pain ?? 0) + 1 + (pick % 6)) } : done,
        ),
      }),
    ),
  'worse sleep': (asked, pick) =>
    changeOne(asked, pick, 'day', (day): DayEntry => ({ ...day, sleepHours: 4 })),
}

const isCalm = ({ pain, swelling, redFlags }: DayEntry): boolean =>
  swelling !== true && (redFlags ?? []).length === 0 && (pain?.dailyActivities ?? 0) === 0

/** What the last two weeks left out, against the harmless answer; without an episode, anything of the log. */
export const UNSAID: Readonly<Record<string, Mutation>> = {
  'a run without scores': forget('all', FORTNIGHT),
  'a run without its pain': forget('pain', FORTNIGHT),
  'a run without its peak': forget('during', FORTNIGHT),
  'a run without its morning': forget('morning', FORTNIGHT),
  'a run without a word of swelling': forget('swelling', FORTNIGHT),
  'a run without a word of a limp': forget('limp', FORTNIGHT),
  'a run without a word of painkillers': forget('analgesic', FORTNIGHT),
  'a check-in left out': (asked, pick) =>
    changeOne(asked, pick, 'day', (day) => (isCalm(day) ? undefined : day), FORTNIGHT),
  'a fortnight of which nothing was told': (asked) => {
    const lately = asked.log.entries.filter((entry) => isRecent(entry, asked, FORTNIGHT))
    const isTold = lately.some((entry) => !(entry.type === 'day' ? isCalm(entry) : entry.type === 'strength'))
    return isTold ? undefined : asked.log.entries.filter((entry) => !lately.includes(entry))
  },
  'every second run without scores': leftOut((index) => index % 2 === 0),
  'no run scored at all': leftOut(() => true),
  'a two without its onset': twoWays(hurts(2), atEnd, unsaid),
  'a three without its onset': twoWays({ ...hurts(3), trend: 'eased' }, atEnd, unsaid),
}

/** Scores left out of a whole log, where no run of it hurt; in an episode of the last two weeks alone. */
function leftOut(isMeant: (index: number) => boolean): Mutation {
  return (asked) => {
    const { log, week } = asked
    const isOfEpisode = week.state.episode !== undefined || !['base', 'maintain'].includes(week.plan.phase)
    const runs = log.entries.filter((entry) => entry.type === 'run')
    // A past of which half was scored held plans that nobody followed; wholly unsaid it is no past with plans.
    if (runs.some((run) => dayOf(run.date) < START && run.pain === undefined)) return undefined
    const meant = runs.filter(
      (run, index) => isMeant(index) && (!isOfEpisode || isRecent(run, asked, FORTNIGHT)),
    )
    if (meant.length === 0 || !meant.every(isQuiet)) return undefined
    return log.entries.map((entry) =>
      entry.type === 'run' && meant.includes(entry) ? FORGOTTEN.all(entry) : entry,
    )
  }
}

/** The week of a day, as far as it was lived by then, and what it had planned. */
const weekOf = ({ week }: Asked, day: Day): Played | undefined => (day >= week.start ? week : week.previous)

/** The run was planned for its day, and not gone beyond: leaving out one that no plan had is obedience. */
function wasPlanned(run: RunEntry, asked: Asked): boolean {
  const lived = weekOf(asked, dayOf(run.date as CalendarDate))
  const { how } = lived ?? {}
  if (how?.extraRun !== undefined || how?.heedless === true || (how?.share ?? 1) > 1) return false
  return (
    lived?.plan.runs.some(
      ({ day, volume }) => day === dayOf(run.date as CalendarDate) && volume.meters >= run.distanceMeters - 1,
    ) ?? false
  )
}

const scaled =
  (by: number, isMeant: (run: RunEntry, asked: Asked) => boolean): Mutation =>
  (asked) => {
    const meant = asked.log.entries.filter(
      (entry): entry is RunEntry => entry.type === 'run' && isRecent(entry, asked, WEEK),
    )
    if (meant.length === 0 || !meant.every((run) => isMeant(run, asked))) return undefined
    return asked.log.entries.map((entry) =>
      entry.type === 'run' && meant.includes(entry)
        ? { ...entry, distanceMeters: entry.distanceMeters * by, durationSeconds: entry.durationSeconds * by }
        : entry,
    )
  }

/** Nothing of what was asked was left out. */
const keptTo = (week: Played | undefined): boolean =>
  week !== undefined &&
  week.how.skips !== true &&
  week.how.away === undefined &&
  (week.how.share ?? 1) >= 1 &&
  (week.how.lastShare ?? 1) >= 1

const wasDone = (run: RunEntry, asked: Asked): boolean =>
  weekOf(asked, dayOf(run.date as CalendarDate))?.plan.runs.some(
    ({ day, volume }) => day === dayOf(run.date as CalendarDate) && volume.meters <= run.distanceMeters + 1,
  ) ?? false

/** Running more than asked, and less. */
export const MORE: Readonly<Record<string, Mutation>> = {
  'a little more than asked': scaled(1.05, wasDone),
  'a fifth more than asked': scaled(1.2, wasDone),
  'twice as much as asked': scaled(2, wasDone),
  'thrice as much as asked': scaled(3, wasDone),
  'a run too many': (asked, pick) => {
    const runs = asked.log.entries.filter((entry): entry is RunEntry => entry.type === 'run')
    const first = asked.log.entries[0]?.date ?? dateOf(asked.today)
    const free = [1, 2, 3, 4, 5, 6]
      .map((ago) => addDays(asked.today, -ago))
      .filter((day) => day >= dayOf(first) && runs.every(({ date }) => dayOf(date) !== day))
    const [like, day] = [runs.at(-1), free[pick % Math.max(1, free.length)]]
    if (like === undefined || day === undefined || !isQuiet(like) || !wasDone(like, asked)) return undefined
    // Where runs were left out, one on another day is no run too many.
    if (!keptTo(weekOf(asked, day)) || !keptTo(asked.week)) return undefined
    return [...asked.log.entries, { ...like, date: dateOf(day) }]
  },
}
export const LESS: Readonly<Record<string, Mutation>> = {
  'a tenth less': scaled(0.9, wasPlanned),
  'half as much': scaled(0.5, wasPlanned),
  'a run left out': (asked, pick) =>
    changeOne(asked, pick, 'run', (run) => (wasPlanned(run, asked) && isQuiet(run) ? undefined : run)),
}
