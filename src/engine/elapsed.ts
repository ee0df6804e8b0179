import type { Day } from '../base/calendar.ts'
import type { Volume } from '../base/units.ts'
import type { Runner } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Phase } from '../rules/finding.ts'
import type { Bond } from './bond.ts'
import type { Diary } from './diary.ts'
import type { LivedDay } from './live-week.ts'
import type { State } from './state.ts'
import type { WeekPlan } from './week-plan.ts'

/** A week that is over: what was planned, what was shown of it day by day, and what became of it. */
export interface Elapsed {
  readonly programme: Programme
  readonly diary: Diary
  readonly runner: Runner
  readonly state: State
  readonly bond: Bond
  /** The plan of its last evening. Undefined for a week that is held against none. */
  readonly plan: WeekPlan | undefined
  /** What the week held when it began, with all of the runner's days. Undefined without a plan. */
  readonly planned: Volume | undefined
  /** The longest run of that, in each unit. */
  readonly plannedLongest: Volume
  /** The runs shown for each day on that day, before its own run: what was asked. */
  readonly asked: Volume
  readonly askedRuns: number
  /** The days of those runs. */
  readonly askedOn: readonly Day[]
  /** The longest of those runs, in each unit. */
  readonly askedLongest: Volume
  /** Days away, changed days or the beginning of the log took running out of it. */
  readonly isShort: boolean
  /** What was done before this day is held against no plan. */
  readonly dueFrom: Day
  /** The days on which strength was shown and not called off. */
  readonly shownStrength: readonly Day[]
  readonly lived: readonly LivedDay[]
  readonly asOf: Day
}

/** The phase the week was planned in. */
export const phaseOf = ({ plan, state }: Pick<Elapsed, 'plan' | 'state'>): Phase => plan?.phase ?? state.phase
