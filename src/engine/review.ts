import { addDays, type CalendarDate, dateOf, type Day, dayOf } from '../base/calendar.ts'
import type { Log } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { type CycleReview, reviewCycle } from './cycle-review.ts'
import { type FlareReview, reviewFlare } from './flare-review.ts'
import { replay } from './replay.ts'
import { reviewWeek, type WeekReview } from './week-review.ts'

/** A look back: on a week, on the cycle that ended with it, and on the last flare. */
export interface Review {
  readonly format: 'itb-review'
  readonly version: 1
  readonly date: CalendarDate
  /** Null where nothing was logged up to its end. */
  readonly week: WeekReview | null
  readonly cycle: CycleReview | null
  readonly flare: FlareReview | null
}

/** Looks back on the week that holds a day; without one, on the last week that is over. */
export function reviewOn(
  log: Log,
  programme: Programme,
  today: CalendarDate,
  asked: CalendarDate | undefined,
): Review {
  const day = dayOf(today)
  const told = {
    ...log,
    entries: log.entries.filter(({ date, type }) => date <= today || type === 'absence'),
  }
  const played = replay(programme, told, day)
  const running = played.weekOf(day)
  const lastOver = day === addDays(running, 6) ? running : addDays(running, -7)
  const week: Day = asked === undefined ? lastOver : played.weekOf(dayOf(asked))
  const { first } = played.diary
  const isLogged = first !== undefined && first <= addDays(week, 6)
  return {
    format: 'itb-review',
    version: 1,
    date: dateOf(day),
    week: isLogged ? reviewWeek(told, programme, played, week, day) : null,
    cycle: isLogged ? reviewCycle(programme, played, week, day) : null,
    flare: reviewFlare(told, programme, played, day),
  }
}
