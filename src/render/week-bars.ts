import { distanceText, paceText } from '../base/amount-text.ts'
import type { StatusWeek } from '../engine/status.ts'
import { chartLines, type BarRow, type Chart, type Stretch } from './bars.ts'
import { dayMonth } from './date.ts'
import type { Page } from './page.ts'

type Weeks = readonly StatusWeek[]

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

/** A flare or a check-in tells nothing of runs that nobody logged. */
const noRunText = ({ actualMeters }: StatusWeek): string =>
  actualMeters === null ? 'nothing logged' : 'no run logged'

function volumeRow(week: StatusWeek, page: Page): BarRow {
  const { plannedMeters: planned, actualMeters: actual, attestedMeters: attested } = week
  const wanted = planned === null || planned === 0 ? '' : distanceText(planned, page.units)
  const label = dayMonth(week.start)
  if (week.runs === 0 || actual === null) {
    const says = `${noRunText(week)}${wanted === '' ? '' : `, ${wanted} planned`}`
    return { label, stretches: [], says }
  }
  const stretches: readonly Stretch[] = [
    { value: actual - attested, mark: '#' },
    { value: attested, mark: '=' },
    { value: Math.max(0, (planned ?? 0) - actual), mark: '.' },
  ]
  const run = distanceText(actual, page.units)
  const says = wanted === '' ? run : `${run.replace(/ \w+$/, '')} of ${wanted}`
  return { label, stretches: stretches.filter(({ value }) => value > 0), says }
}

/** Volume of each week, what was measured and what was taken from the plan drawn apart. */
function volumeChart(weeks: Weeks, page: Page): Chart {
  const rows = weeks.map((week) => volumeRow(week, page))
  const drawn = (mark: string): boolean =>
    rows.some(({ stretches }) => stretches.some((stretch) => stretch.mark === mark))
  const legend = [
    ...(drawn('#') ? ['# measured'] : []),
    ...(drawn('=') ? ['= as planned and not measured'] : []),
    ...(drawn('.') ? ['. planned beyond it'] : []),
  ].join(', ')
  const to = Math.max(
    1,
    ...weeks.map(({ actualMeters, plannedMeters }) => farther(actualMeters, plannedMeters)),
  )
  return { title: 'Running a week', legend, from: 0, to, rows }
}

const farther = (actual: number | null, planned: number | null): number => Math.max(actual ?? 0, planned ?? 0)

type Value = (week: StatusWeek) => number | null

/**
 * Cadence and pace differ by little: their bars begin a little under the least of them, and the page says
 * so.
 */
function narrowChart(weeks: Weeks, value: Value, told: Told): Chart | undefined {
  const values = weeks.flatMap((week) => value(week) ?? [])
  if (values.length === 0) return undefined
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const margin = Math.max(told.margin, (most - least) / 4)
  // Pace counts down: the quicker week has the longer bar.
  const [from, to] = told.isDown ? [most + margin, least] : [least - margin, most]
  const rows = weeks.map((week): BarRow => {
    const label = dayMonth(week.start)
    const here = value(week)
    if (here === null) return { label, stretches: [], says: week.runs === 0 ? noRunText(week) : 'not logged' }
    return { label, stretches: [{ value: Math.abs(here - from), mark: '#' }], says: told.text(here) }
  })
  const legend = `bars begin at ${told.text(from)}${told.isDown ? '; the longer, the quicker' : ''}`
  return { title: told.title, legend, from: 0, to: Math.abs(to - from), rows }
}

interface Told {
  readonly title: string
  readonly margin: number
  readonly isDown: boolean
  readonly text: (value: number) => string
}

const PAIN_MOST = 10

function painRow(week: StatusWeek): BarRow {
  const { worstPain: worst, unscoredRuns, runs, start } = week
  const label = dayMonth(start)
  const open = unscoredRuns === 0 ? '' : `, ${count(unscoredRuns, 'run')} not scored`
  if (worst === null) {
    const says = runs === 0 ? noRunText(week) : `not known${open}`
    return { label, stretches: [], says }
  }
  // A score of nothing is a score: it is told and not drawn.
  if (worst === 0) return { label, stretches: [], says: `0${open}` }
  return { label, stretches: [{ value: worst, mark: '#' }], says: `${worst}${open}` }
}

const painChart = (weeks: Weeks): Chart => ({
  title: 'Worst pain of the outer knee',
  legend: 'a full bar is 10',
  from: 0,
  to: PAIN_MOST,
  rows: weeks.map(painRow),
})

/** The last weeks as bars: volume, cadence, pace and pain; what was never logged has no chart. */
export function weekCharts(weeks: Weeks, page: Page): string[] {
  if (weeks.length === 0) return []
  const cadence = narrowChart(weeks, ({ cadenceSpm }) => cadenceSpm, {
    title: 'Cadence, steps a minute',
    margin: 4,
    isDown: false,
    text: (value) => String(Math.round(value)),
  })
  const pace = narrowChart(weeks, ({ paceSecondsPerKm }) => paceSecondsPerKm, {
    title: 'Pace of the running',
    margin: 15,
    isDown: true,
    text: (value) => paceText(value, page.units),
  })
  return [volumeChart(weeks, page), cadence, pace, painChart(weeks)].flatMap((chart) =>
    chart === undefined ? [] : chartLines(chart, page),
  )
}
