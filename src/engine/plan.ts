import type { CalendarDate } from '../base/calendar.ts'
import type { Cited } from '../base/cited.ts'
import type { Phase, Saw, Verdict } from '../rules/finding.ts'

export type { Phase, Saw, Verdict } from '../rules/finding.ts'

/** One rule's answer for one week, as the JSON has it. */
export interface PlanFinding {
  readonly rule: string
  /** Null where the rule only informs. */
  readonly verdict: Verdict | null
  readonly ceilingMeters: number | null
  readonly ceilingSeconds: number | null
  readonly because: string
  readonly saw: Saw
  /** What was not logged and would have been needed. */
  readonly missing: readonly string[]
  /** This finding, and no other of its rule, gave the lowest ceiling. */
  readonly binds: boolean
  readonly source: readonly Cited[]
}

/** A stretch of a run, or a repeat of some. */
export type Step =
  | { readonly kind: 'walk' | 'run' | 'pickup'; readonly durationSeconds: number }
  | { readonly repeat: number; readonly steps: readonly Step[] }

/** One exercise, roll or stretch of a session with its dose. */
export interface PlannedExercise {
  readonly id: string
  readonly sets: number
  /** From – to, or null where the dose is a hold. */
  readonly reps: readonly number[] | null
  readonly perSide: boolean
  /** The weaker side begins; absent where it does not matter. */
  readonly weakerSideFirst?: true | undefined
  readonly holdSeconds: number | null
  readonly level: string | null
}

/** A plan as it is shown around: what it holds and why, and not what is owed or in sight. */
export type ShownPlan = Omit<Plan, 'milestones' | 'owed' | 'criteria'>

export type SessionType = 'run' | 'strength' | 'mobility' | 'cross-training' | 'rest'

/** One thing to do on one day. */
export interface Session {
  /** `2026-03-23-run@k3v9q2`, the calendar's UID. */
  readonly id: string
  readonly date: CalendarDate
  readonly type: SessionType
  readonly title: string
  readonly intensity: 'easy' | 'steady' | 'hard' | null
  /** Of a run its running, walks left out. */
  readonly distanceMeters: number | null
  readonly durationSeconds: number | null
  /** The whole outing with warm-up and walks. */
  readonly elapsedSeconds: number | null
  readonly terrain: 'flat' | 'uphill' | 'hilly' | null
  readonly steps: readonly Step[]
  readonly exercises: readonly PlannedExercise[]
  readonly cues: readonly string[]
}

/** One condition of the gate. */
export interface Criterion {
  readonly id: string
  readonly state: 'met' | 'not-met' | 'unknown'
  readonly have: number
  readonly need: number
  /** The first day it can be met, null when that cannot be said. */
  readonly earliest: CalendarDate | null
  /** One sentence for the runner: what is missing. */
  readonly because: string
}

/** A point on the way back. */
export interface Milestone {
  readonly id: string
  readonly title: string
  /** If every week from now on is clean and complete; null when reached or out of sight. */
  readonly earliest: CalendarDate | null
  readonly reached: boolean
  /** The later day the runner wants, never before the earliest; null where none was set or still counts. */
  readonly own: CalendarDate | 'dropped' | null
}

/** A score that is due and not logged, and what each answer would lead to. */
export interface Owed {
  /** The entry's id, or null for a check-in that is not there. */
  readonly entry: string | null
  readonly date: CalendarDate
  /** What is asked first: `nextMorning`, `during`, `limp`, `check-in`, `red-flags` … */
  readonly score: string
  /** Everything of the entry that is asked and open, `score` among it. */
  readonly scores: readonly string[]
  readonly question: string
  readonly answers: readonly OwedAnswer[]
  /** Left open, it breaks the chain of days that opens the gate. */
  readonly breaksChain: boolean
  /** The last day on which the answer still counts; null where it counts whenever it comes. */
  readonly until: CalendarDate | null
}

export interface OwedAnswer {
  /** `0`, `1 or more`, `no`, `yes`. */
  readonly answer: string
  readonly phase: Phase
  readonly verdict: Verdict
  readonly distanceMeters: number
}

/** Whom to see, why, and whether it must be acknowledged before progress goes on. */
export interface Notice {
  readonly notice: string
  readonly urgency: 'now' | 'soon'
  readonly text: string
  readonly acknowledged: boolean
  /** The plan is not raised until it is acknowledged. */
  readonly waits: boolean
}

/** The gravest of all notices, with the others beside it. */
export interface Referral extends Notice {
  readonly also: readonly Notice[]
}

/** The parts of a plan that rest on something of their own. */
export const PARTS = [
  'verdict',
  'running',
  'run-days',
  'warm-up',
  'form',
  'strength',
  'rolling',
  'stretching',
  'cross-training',
  'answers',
  'gate',
  'milestones',
  'stop-rules',
  'referral',
] as const

/** A part of a plan and the sources it rests on. */
export interface Ground {
  readonly part: (typeof PARTS)[number]
  readonly source: readonly Cited[]
}

/** One week, decided and explained: the document of interface.md. */
export interface Plan {
  readonly format: 'itb-plan'
  readonly version: 1
  readonly asOf: CalendarDate
  readonly week: { readonly start: CalendarDate; readonly end: CalendarDate }
  readonly protocol: { readonly id: string; readonly version: string }
  readonly phase: Phase
  /** Null outside a return to running. */
  readonly returnWeek: number | null
  readonly verdict: Verdict
  readonly provisional: boolean
  /** What a provisional plan takes for granted. */
  readonly assumes: readonly string[]
  readonly running: {
    readonly distanceMeters: number
    readonly durationSeconds: number
    readonly sessions: number
    readonly unit: 'time' | 'distance'
    readonly ceilingMeters: number
    readonly ceilingSeconds: number
    /** The rule that gave the lowest ceiling; always among the findings. */
    readonly binding: string
    /** The week before: what was planned and what was run. */
    readonly last: {
      readonly plannedMeters: number | null
      readonly actualMeters: number
      readonly actualSeconds: number
    } | null
  }
  readonly findings: readonly PlanFinding[]
  readonly sessions: readonly Session[]
  readonly criteria: readonly Criterion[]
  readonly milestones: readonly Milestone[]
  readonly owed: readonly Owed[]
  readonly referral: Referral | null
  /** The stop rules, and what else the runner must be told (entries left out …). */
  readonly notes: readonly string[]
  /** What each part of the plan rests on, in the order of the page. */
  readonly grounds: readonly Ground[]
  readonly disclaimer: string
}
