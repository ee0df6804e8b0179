import { durationText } from '../base/amount-text.ts'
import { addDays, type Day, daysFrom } from '../base/calendar.ts'
import type { CrossTraining } from '../protocol/track.ts'
import { dailyPain } from './day-report.ts'
import type { DayRecord } from './diary.ts'
import { isTrained } from './practice.ts'
import type { Week } from './sessions.ts'
import { stageOf } from './state.ts'
import { tracksOf } from './tracks.ts'
import type { WeekPlan } from './week-plan.ts'

interface CrossTrainingDay {
  readonly day: Day
  readonly seconds: number
  readonly activities: readonly string[]
  /** What of the running that was cut no session holds; empty where all of it is replaced. */
  readonly leftOut: readonly string[]
}

const FIVE_MINUTES = 300
const SHORTEST = 2 * FIVE_MINUTES

/** What the cross-training of a week is worked out from. */
export type Training = Pick<Week, 'programme' | 'plan' | 'state' | 'runs' | 'diary' | 'asOf' | 'from'>

/**
 * The minutes that running has lost, to five of them, on days that stay easy. It begins short, grows week by
 * week, waits while the runner limps, and leaves out an activity that hurt.
 */
export function crossTrainingDays(week: Training): CrossTrainingDay[] {
  const track = tracksOf(week.programme, week.plan).crossTraining
  const limps = limpsIn(week)
  return daysWithout(week, track).filter(({ day }) => !isWaiting(week, track, limps, day))
}

/** Said while a limp keeps off what there would be. */
export function limpText(week: Training): string[] {
  const track = tracksOf(week.programme, week.plan).crossTraining
  const limps = limpsIn(week)
  const days = `${track.afterLimp} ${track.afterLimp === 1 ? 'day' : 'days in a row'}`
  return daysWithout(week, track).some(({ day }) => day >= week.from && isWaiting(week, track, limps, day))
    ? [`Cross-training waits while you limp, and for ${days} that are logged without.`]
    : []
}

/** What there is where nobody limps. */
function daysWithout(week: Training, track: CrossTraining): CrossTrainingDay[] {
  const { programme, plan, state } = week
  const closed = programme.painResponse.closesIntensity
  const activities = track.activities
    .filter(({ id }) => plan.start - (state.crossTraining.hurt.get(id) ?? Number.NEGATIVE_INFINITY) > closed)
    .map(({ title }) => title)
  const lost = plan.facts.preInjury.seconds - plan.total.seconds
  const wanted = Math.min(sessionsWanted(plan, track.perWeek), Math.floor(lost / SHORTEST))
  const days = daysFor(week, Math.max(0, wanted))
  if (days.length === 0 || activities.length === 0) return []
  const caps = capsOf(week, track, days)
  const shares = shared(lost, days.length, track.most)
  const lengths = shares.map((share, index) => Math.min(share, caps[index] ?? share))
  const left = lost - lengths.reduce((sum, each) => sum + each, 0)
  const isGrowing = lengths.some((length, index) => length < (shares[index] ?? 0))
  const leftOut = left < FIVE_MINUTES ? [] : [leftOutText(lost, left, isGrowing)]
  return days.map((day, index) => ({ day, seconds: lengths[index] ?? 0, activities, leftOut }))
}

const leftOutText = (lost: number, left: number, isGrowing: boolean): string =>
  `${durationText(lost - left)} of ${durationText(lost)} cut from running are replaced; ` +
  `the rest is not owed${isGrowing ? ' and comes week by week' : ''}`

/** How long each session may be: the first ones of an acute phase are short, then it grows week by week. */
function capsOf(week: Training, track: CrossTraining, days: readonly Day[]): readonly number[] {
  const { state, plan, diary, asOf, from } = week
  const lately = daysFrom(plan.start, asOf).filter((day) => isTrained(diary.on(day, asOf)))
  const begun = [...state.crossTraining.done, ...lately]
  const first = begun.find((day) => day >= (state.episode?.acuteSince ?? day))
  const ahead = days.filter((day) => day >= from)
  return days.map((day) => {
    if (first === undefined || first >= day) return day === ahead[0] ? track.first[0] : track.first[1]
    return track.first[1] + track.weeklyStep * Math.floor((day - first) / WEEK)
  })
}

const WEEK = 7
/** A limp of longer ago than this, with nothing said since, is one of an earlier injury. */
const LOOK_BACK = 60

/** The days on which a limp was stated, up to the end of the week. */
const limpsIn = ({ plan, diary, asOf }: Training): readonly Day[] =>
  daysFrom(addDays(plan.start, -LOOK_BACK), addDays(plan.start, WEEK - 1)).filter((day) =>
    limpsSaid(diary.on(day, asOf)).includes(true),
  )

/** True while the last limp was not followed by days that are said to have been without. */
function isWaiting(
  { diary, asOf }: Training,
  { afterLimp }: CrossTraining,
  limps: readonly Day[],
  day: Day,
): boolean {
  const last = limps.findLast((limp) => limp <= day)
  if (last === undefined) return false
  const without = daysFrom(addDays(last, 1), addDays(day, -1)).map((each) => limpOn(diary.on(each, asOf)))
  const rows = without.map((_, index) => without.slice(index, index + afterLimp))
  return !rows.some((row) => row.length === afterLimp && row.every((limp) => limp === false))
}

const limpsSaid = ({ runs, checkIns, flares }: DayRecord): readonly boolean[] =>
  [...runs, ...checkIns, ...flares].flatMap(({ limp }) => limp ?? [])

/** Whether a day had a limp; a check-in of a day on which walking did not hurt says that it had none. */
function limpOn(record: DayRecord): boolean | undefined {
  const said = limpsSaid(record)
  if (said.length > 0) return said.includes(true)
  return dailyPain(record) === 0 ? false : undefined
}

/** Even shares in steps of five minutes, the first days one step longer until the minutes are used up. */
function shared(lost: number, count: number, most: number): number[] {
  const steps = Math.floor(lost / FIVE_MINUTES)
  return Array.from({ length: count }, (_, index) =>
    Math.min(most, (Math.floor(steps / count) + (index < steps % count ? 1 : 0)) * FIVE_MINUTES),
  )
}

function sessionsWanted(
  { phase }: WeekPlan,
  perWeek: { acute: number; rehab: number; return: number; maintain: number },
): number {
  if (phase === 'acute-break' || phase === 'acute-reduced') return perWeek.acute
  if (phase === 'rehab') return perWeek.rehab
  if (stageOf(phase) !== undefined) return perWeek.return
  return phase === 'maintain' ? perWeek.maintain : 0
}

/** Free days first, then days with strength; the last free days of the week stay full rest days. */
function daysFor({ plan, runs }: Training, wanted: number): Day[] {
  const days = Array.from({ length: 7 }, (_, index) => addDays(plan.start, index)).filter(
    // A run that is over, or was called off, had its day all the same.
    (day) => ![...plan.runs, ...runs].some((run) => run.day === day),
  )
  const free = days.filter((day) => !plan.strength.includes(day))
  const open = free.slice(0, Math.max(0, free.length - plan.restDays))
  const spread = [...open, ...days.filter((day) => plan.strength.includes(day))]
  return spread.slice(0, wanted).sort((a, b) => a - b)
}
