import { distanceText } from '../base/amount-text.ts'
import type { CycleReview } from '../engine/cycle-review.ts'
import type { Review } from '../engine/review.ts'
import type { Mean, WeekReview, Written } from '../engine/week-review.ts'
import type { Win } from '../engine/wins.ts'
import { dateText } from '../base/date-text.ts'
import { weekText } from './date.ts'
import { labelled, pageOf, paragraph, point, section, type Page, type PageOptions } from './page.ts'
import { flareLines, NOT_TAKEN } from './review-flare.ts'

const of = (done: number, planned: number | null): string =>
  planned === null ? String(done) : `${done} of ${planned}`

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

function runningText({ week, plannedRuns, isOver }: WeekReview, page: Page): string {
  const { runs, actualMeters: actual, plannedMeters: planned, attestedMeters } = week
  if (runs === 0 && planned === 0) return `no run was planned, and none ${isOver ? 'was' : 'is'} logged`
  const wanted = planned === null ? '' : `, ${distanceText(planned, page.units)} planned`
  if (actual === null) return `nothing logged${isOver ? '' : ' yet'}${wanted}`
  const taken = attestedMeters === 0 ? '' : `, ${distanceText(attestedMeters, page.units)} of it not measured`
  const many = plannedRuns === null ? count(runs, 'run') : `${of(runs, plannedRuns)} planned runs`
  return `${many}: ${distanceText(actual, page.units)}${taken}${wanted}`
}

function painText({ pain: { scoredRuns, painfulRuns }, week }: WeekReview): string {
  if (week.runs === 0)
    return week.worstPain === null ? 'no run logged' : `a flare, at worst ${week.worstPain}`
  const worst = (week.worstPain ?? 0) === 0 ? '' : `, at worst ${week.worstPain}`
  const open = week.unscoredRuns === 0 ? '' : `; ${count(week.unscoredRuns, 'run')} not wholly scored`
  return scoredRuns === 0
    ? `not known: no run was scored${open}`
    : `${painfulRuns} of ${scoredRuns} scored runs hurt${worst}${open}`
}

const daysText = ({ checkIns: { days, painfulDays } }: WeekReview): string =>
  days === 0 ? 'not known: no day was scored' : `${painfulDays} of ${count(days, 'scored day')} hurt`

const meanText = ({ mean, days }: Mean, unit: string): string =>
  mean === null ? 'not logged' : `${mean} ${unit}, ${count(days, 'day')} logged`

/** Everything said of one week, a line a matter. */
function weekLines(review: WeekReview, page: Page): string[] {
  const { start, end, isOver, strength, habits } = review
  const kept = habits.map(({ habit, days }) => `${habit} (${count(days, 'day')})`).join(', ')
  const title = `${isOver ? 'Week of' : 'So far in the week of'} ${weekText({ start, end })}`
  return [
    ...paragraph(title, page, page.paint.heading),
    ...labelled('Running', runningText(review, page), page),
    ...labelled('Strength', `${of(strength.done, strength.planned)} days`, page),
    ...labelled('Knee', painText(review), page),
    ...labelled('Days', daysText(review), page),
    ...labelled('Sleep', meanText(review.sleepHours, 'h a night'), page),
    ...labelled('Mood', meanText(review.mood, 'of 5'), page),
    ...labelled('Confidence', meanText(review.confidence, 'of 10'), page),
    ...(kept === '' ? [] : labelled('Habits', kept, page)),
    ...section(
      'Small wins',
      review.wins.flatMap((win) => point(winText(win, page), page, page.paint.good)),
      page,
    ),
    ...section('What you wrote', writtenLines(review.written, page), page),
  ]
}

const WINS: Readonly<Record<Exclude<Win['id'], 'level-up'>, string>> = {
  'first-run': 'the first run since the flare',
  'pain-free-run': 'the first run since the flare that did not hurt, the morning after included',
  'pain-free-hills': 'the first hilly run since the flare that did not hurt',
  'pain-free-stairs': 'the first day without pain on stairs after they had hurt',
  'clean-week': 'the first whole week of running since the flare without any pain',
}

function winText({ id, date, exercise }: Win, page: Page): string {
  const what =
    id === 'level-up'
      ? `${page.exercises.get(exercise?.id ?? '') ?? exercise?.id ?? ''} is one level up: ` +
        (exercise?.level ?? '').replaceAll('-', ' ')
      : WINS[id]
  return `${dateText(date)}: ${what}`
}

function writtenLines(written: readonly Written[], page: Page): string[] {
  if (written.length === 0) {
    return paragraph('Nothing yet. What was different, how it felt, what to adjust: itb log review', page)
  }
  return written.flatMap(({ date, changed, felt, adjust }) => {
    const parts = [
      changed === null ? [] : [`changed: ${changed}`],
      felt === null ? [] : [`felt: ${felt}`],
      adjust === null ? [] : [`adjust: ${adjust}`],
    ].flat()
    return point(`${dateText(date)}: ${parts.join('; ')}`, page)
  })
}

/** The six weeks that ended with the one above. */
function cycleLines(cycle: CycleReview, page: Page): string[] {
  const { weeks, pain, hardRuns, hillyRuns, strengthDays, strengthWeeks } = cycle
  const meters = weeks.map(({ actualMeters }) =>
    actualMeters === null ? 'not logged' : distanceText(actualMeters, page.units),
  )
  const often = `often enough in ${of(strengthWeeks, weeks.length)} weeks`
  const hurt =
    pain.scoredRuns === 0
      ? 'not known: no run was scored'
      : `${pain.painfulRuns} of ${pain.scoredRuns} scored runs hurt`
  return section(
    `The cycle that ended: ${weekText(cycle)}`,
    [
      ...labelled('Weeks', meters.join(', '), page),
      ...labelled('Knee', hurt, page),
      ...labelled(
        'Hard',
        `${count(hardRuns, 'hard run')}, ${count(hillyRuns, 'hilly run')} logged as such`,
        page,
      ),
      ...labelled('Strength', `${count(strengthDays, 'day')} logged; ${often}`, page),
    ],
    page,
  )
}

/** A week shows the flare in full only where it happened in it or since. */
function flareOf({ week, flare }: Review, page: Page): string[] {
  if (flare === null) return []
  if (week === null || flare.flare >= week.start) return ['', ...flareLines(flare, page)]
  const isBack = week.week.phase === 'base' || week.week.phase === 'maintain'
  const ways = [
    `What came before the flare of ${dateText(flare.flare)}: itb review flare`,
    ...(isBack || flare.baseline.taken !== null ? [] : [`${NOT_TAKEN} Take it: itb log baseline`]),
  ]
  return ['', ...ways.flatMap((way) => paragraph(way, page, page.paint.muted))]
}

/** The look back on a week, with the cycle and the flare that belong to it. */
export function renderReview(review: Review, options: PageOptions): string {
  const page = pageOf(options)
  const { week, cycle } = review
  const lines = [
    ...(week === null
      ? paragraph('Nothing was logged up to the end of that week.', page)
      : weekLines(week, page)),
    ...(cycle === null ? [] : cycleLines(cycle, page)),
    ...flareOf(review, page),
  ]
  return `${lines.join('\n')}\n`
}

/** The look back on the last flare alone. */
export function renderFlareReview({ flare }: Review, options: PageOptions): string {
  const page = pageOf(options)
  const lines =
    flare === null
      ? paragraph('There was no flare up to today, as far as the log says.', page)
      : flareLines(flare, page)
  return `${lines.join('\n')}\n`
}
