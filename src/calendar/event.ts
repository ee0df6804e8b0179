import type { CalendarDate, Weekday } from '../base/calendar.ts'
import type { Session } from '../engine/plan.ts'
import type { ShownPlan } from '../engine/plan.ts'

/** Whether an event holds: final, resting on something assumed, or no longer planned. */
export type EventStatus = 'confirmed' | 'tentative' | 'cancelled'

/** What a runner wants of a calendar beside the sessions themselves. */
export interface Wishes {
  /** When sessions begin, weekday by weekday, such as `07:00`; a day without a time has all-day events. */
  readonly times: Partial<Readonly<Record<Weekday, string>>>
  /** When the evening's question is asked, such as `20:00`; undefined for not at all. */
  readonly ask: string | undefined
}

/** One event of the calendar: when it is and what it stands for, in no words yet. */
export interface CalendarEvent {
  /** The session's id; `-week` and `-ask` stand for what is no session. */
  readonly uid: string
  readonly kind: 'session' | 'week' | 'question'
  readonly date: CalendarDate
  /** Its beginning by the clocks where the runner is; null for the whole day. */
  readonly clock: string | null
  /** How long it lasts; null for the whole day. */
  readonly seconds: number | null
  readonly status: EventStatus
  /** What is to be done, for an event of the kind `session`. */
  readonly session: Session | null
  /** The sessions it stands for: one, none for a question, of a week all that hold and held. */
  readonly sessions: readonly Session[]
  /** The plan it comes from; of a cancelled one the plan that showed it last. */
  readonly plan: ShownPlan
}
