import type { CalendarDate } from '../base/calendar.ts'
import { distanceText, durationText } from '../base/amount-text.ts'
import type { Page } from './page.ts'

/** What was done on a day of the week that is planned; the running is counted, walks are not. */
export interface Done {
  readonly date: CalendarDate
  readonly type: 'run' | 'strength' | 'cross-training' | 'mobility'
  /** 0 for what is no run. */
  readonly meters: number
  readonly seconds: number
}

const NAMES: Readonly<Record<Done['type'], string>> = {
  run: 'Run',
  strength: 'Strength',
  'cross-training': 'Cross-training',
  mobility: 'Rolling and stretching',
}

/** A session that was done, as the page has those that are planned: `Run 4.0 km (24 min)`. */
export const doneText = ({ type, meters, seconds }: Done, page: Page): string =>
  type === 'run'
    ? `${NAMES[type]} ${distanceText(meters, page.units)} (${durationText(seconds)})`
    : NAMES[type]
