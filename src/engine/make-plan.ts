import { addDays, type CalendarDate, dateOf, type Day, dayOf, daysFrom } from '../base/calendar.ts'
import { NO_RUNNING, plus, type Volume } from '../base/units.ts'
import type { Log } from '../log/schema.ts'
import { standing } from '../log/versions.ts'
import type { Programme } from '../protocol/programme.ts'
import { composePlan } from './compose-plan.ts'
import { gateNow } from './gate-now.ts'
import { type Imagined, imagineNext, imagineRest } from './imagine.ts'
import { firstRunOf, milestonesOf, type WayBack, withOwn } from './milestones.ts'
import { type Outcome, owedOn } from './owed.ts'
import type { Milestone, Phase, Plan, ShownPlan, Verdict } from './plan.ts'
import type { Remaining } from './remaining-week.ts'
import { replay, type Replay } from './replay.ts'
import type { State } from './state.ts'
import type { Setting, WeekPlan } from './week-plan.ts'

/** A week as the engine leaves it, before it is worded. */
export interface Decided {
  readonly setting: Setting
  readonly state: State
  readonly plan: WeekPlan
  readonly remaining: Remaining | undefined
  readonly assumes: readonly string[]
  /** The weeks after it as they are imagined, the next one as 1. */
  readonly ahead: (weeks: number) => Imagined
}

/**
 * Plans some weeks from a given one on, as of a day; the later ones assume the earlier ones clean. Of a
 * running week what is still ahead, or, of one that is looked back on, all that it held on that day.
 */
export function makePlans(
  log: Log,
  programme: Programme,
  today: CalendarDate,
  weekStart: CalendarDate,
  count: number,
  view: 'ahead' | 'whole' = 'ahead',
): readonly Plan[] {
  const day = dayOf(today)
  const told = upTo(log, today)
  const played = replay(programme, told, day)
  const weeks = decideWeeks(programme, played, day, dayOf(weekStart), count)
  const notes = notesOf(log, told, today)
  return weeks.map((week, index) => {
    const outcome = (other: Log): Outcome =>
      outcomeOf(programme, played.withEntries(other.entries), day, week.plan.start)
    return composePlan({
      ...(view === 'whole' ? withShown(played, week, day) : week),
      programme,
      today: day,
      from: view === 'whole' ? week.plan.start : day,
      notes,
      uid: log.uid,
      gate: week.remaining === undefined ? undefined : gateNow(programme, played, day),
      milestones: milestonesAfter(programme, played, week),
      owed: index === 0 ? owedOn(told, played, day, programme, outcome) : [],
    })
  })
}

/** A running week with what was shown for its days up to one of them; what turned it stays turned. */
function withShown(played: Replay, week: Decided, day: Day): Decided {
  const { remaining, plan } = week
  if (remaining === undefined || remaining.turned !== undefined || remaining.isCleared) return week
  const over = daysFrom(plan.start, day).flatMap((each) => played.shownOn(plan.start, each))
  const runs = [...over, ...remaining.runs.filter((run) => run.day > day)]
  return { ...week, remaining: { ...remaining, runs } }
}

/** The same weeks without what is owed and in sight, which cost more than all the rest. */
export function plansShown(
  log: Log,
  programme: Programme,
  today: CalendarDate,
  weekStart: CalendarDate,
  count: number,
  played: Replay = replay(programme, upTo(log, today), dayOf(today)),
): readonly ShownPlan[] {
  const day = dayOf(today)
  const notes = notesOf(log, upTo(log, today), today)
  return decideWeeks(programme, played, day, dayOf(weekStart), count).map((week) =>
    composePlan({
      ...{ ...week, programme, today: day, from: day, uid: log.uid, notes },
      ...{ gate: undefined, milestones: [], owed: [] },
    }),
  )
}

/** What has not happened yet is no fact; absences alone are planned ahead. */
export function upTo(log: Log, today: CalendarDate): Log {
  const entries = log.entries.filter((entry) => entry.date <= today || entry.type === 'absence')
  return entries.length === log.entries.length ? log : { ...log, entries }
}

function notesOf(log: Log, told: Log, today: CalendarDate): string[] {
  if (told === log) return []
  const ahead = standing(log.entries, today).length - standing(told.entries, today).length
  return ahead > 0 ? [leftOut(ahead, today)] : []
}

const leftOut = (entries: number, today: string): string =>
  `${entries} ${entries === 1 ? 'entry is' : 'entries are'} dated after ${today} and left out.`

function outcomeOf(programme: Programme, played: Replay, today: Day, week: Day): Outcome {
  const { phase, verdict, total } = outlook(programme, played, today, week)
  return { phase, verdict, distanceMeters: total.meters }
}

/** What a week comes to, without the words of a whole plan. */
interface Outlook {
  readonly phase: Phase
  readonly verdict: Verdict
  readonly total: Volume
  /** The first date of a run from that week on, if all goes well. */
  readonly firstRun: () => CalendarDate | undefined
}

/** What a replayed log makes of a week, as of a day. */
export function outlook(programme: Programme, played: Replay, today: Day, week: Day): Outlook {
  const [decided] = decideWeeks(programme, played, today, week, 1)
  if (decided === undefined) throw new Error('a week was asked for and none decided')
  const { plan, remaining } = decided
  return {
    phase: plan.phase,
    verdict: plan.verdict,
    total: (remaining?.runs ?? plan.runs).reduce((sum, { volume }) => plus(sum, volume), NO_RUNNING),
    firstRun: () => firstRunOf(wayBackFrom(programme, played, decided)),
  }
}

function milestonesAfter(programme: Programme, played: Replay, week: Decided): Milestone[] {
  if (week.remaining?.turned?.turn === 'stop') return []
  const points = milestonesOf(wayBackFrom(programme, played, week))
  return withOwn(points, week.setting.runner.milestones ?? {})
}

/**
 * Of the running week only what is ahead can reach a milestone; what was run of it has reached some already.
 */
function wayBackFrom(programme: Programme, played: Replay, week: Decided): WayBack {
  const { remaining, plan, setting } = week
  const now = remaining === undefined ? week.state : played.stateAt(addDays(plan.start, 7), setting.asOf)
  // The week in which the old volume is planned again ends the episode, and has its milestones all the same.
  const state = now.episode === undefined ? week.state : now
  const ahead = remaining === undefined ? plan : { ...plan, runs: remaining.runs }
  return { programme, state, plan: ahead, weekAhead: week.ahead }
}

/** Decides some weeks from a given one on by a replayed log, as of a day; a running one from that day on. */
export function decideWeeks(
  programme: Programme,
  played: Replay,
  today: Day,
  first: Day,
  count: number,
): Decided[] {
  const current = played.weekOf(today)
  const course = courseFrom(programme, played, today)
  const decided: Decided[] = []
  if (first <= current) {
    const asOf = first === current ? today : addDays(first, 6)
    const remaining = first === current ? played.remaining(first, today) : undefined
    decided.push({
      setting: played.settingOn(asOf),
      state: played.stateAt(first, asOf),
      plan: played.planAt(first, first === current ? today : first),
      remaining,
      assumes: [],
      ahead: course,
    })
  }
  // Weeks between the running one and the first asked for are passed through all the same.
  for (let index = 1; decided.length < count; index++) {
    const [from, next] = [course(index - 1), course(index)]
    if (next.plan.start < first) continue
    decided.push({
      setting: { ...played.settingOn(today), diary: from.diary },
      state: from.state,
      plan: next.plan,
      remaining: undefined,
      assumes: assumptions(played, today, next.plan.start),
      ahead: (weeks) => course(index + weeks),
    })
  }
  return decided
}

/** The running week and those after it, each imagined once: plans and milestones ask for the same ones. */
function courseFrom(programme: Programme, played: Replay, today: Day): (weeks: number) => Imagined {
  const course: Imagined[] = []
  return function at(weeks): Imagined {
    const found = course[weeks]
    if (found !== undefined) return found
    const made =
      weeks === 0 ? imagineRest(programme, played, today) : imagineNext(programme, played, at(weeks - 1))
    course[weeks] = made
    return made
  }
}

/** What a plan for a later week takes for granted; nothing else is ever assumed. */
function assumptions(played: Replay, today: Day, week: Day): string[] {
  const record = played.diary.on(today, today)
  const morning = record.runs.some(({ pain }) => pain !== undefined && pain.nextMorning === undefined)
  const weeks = Math.round((week - played.weekOf(today)) / 7)
  return [
    ...(morning ? ['tomorrow morning the outer side of the knee is at 0'] : []),
    `the rest of this week goes as planned and free of pain (from ${dateOf(today)} on)`,
    ...(weeks > 1
      ? [
          weeks === 2
            ? 'the week before this one goes the same way'
            : `the ${weeks - 1} weeks before this one go the same way`,
        ]
      : []),
  ]
}
