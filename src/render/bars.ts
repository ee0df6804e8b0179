import { paragraph, section, type Page } from './page.ts'
import { displayWidth } from './wrap.ts'

/** A stretch of a bar and the character it is drawn with. */
export interface Stretch {
  readonly value: number
  readonly mark: string
}

/** One row of a chart; without stretches only its words are shown, and never an empty bar for 0. */
export interface BarRow {
  readonly label: string
  readonly stretches: readonly Stretch[]
  readonly says: string
}

/** Bars under a title; the value of a full bar, and where a bar of no length begins. */
export interface Chart {
  readonly title: string
  readonly legend: string
  readonly from: number
  readonly to: number
  readonly rows: readonly BarRow[]
}

const LONGEST_BAR = 36
const GAP = 2

/** Ends are rounded and not lengths, so that stretches of a bar never add up to more than the bar. */
function drawn(stretches: readonly Stretch[], { from, to }: Chart, room: number): string {
  const scale = to > from ? room / (to - from) : 0
  let reached = from
  let bar = ''
  for (const { value, mark } of stretches) {
    reached += value
    const end = Math.min(room, Math.max(1, Math.round((reached - from) * scale)))
    bar += mark.repeat(Math.max(0, end - bar.length))
  }
  return bar
}

/** A chart that still reads in 40 columns: week, bar, and the value in words. */
export function chartLines(chart: Chart, page: Page): string[] {
  const { rows, title, legend } = chart
  const labels = Math.max(...rows.map(({ label }) => displayWidth(label)))
  const values = Math.max(
    ...rows.filter(({ stretches }) => stretches.length > 0).map(({ says }) => displayWidth(says)),
    0,
  )
  const room = Math.min(LONGEST_BAR, Math.max(1, page.width - labels - values - 2 * GAP))
  const lines = rows.flatMap(({ label, stretches, says }) => {
    const bar = stretches.length === 0 ? '' : drawn(stretches, chart, room).padEnd(room + GAP)
    const head = label.padStart(labels) + ' '.repeat(GAP)
    const line = head + bar + says
    return displayWidth(line) <= page.width
      ? [stretches.length === 0 ? head + page.paint.muted(says) : line]
      : [`${head}${bar}`.trimEnd(), ...paragraph(says, page)]
  })
  return section(title, [...(legend === '' ? [] : paragraph(legend, page, page.paint.muted)), ...lines], page)
}
