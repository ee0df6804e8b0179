import { addDays, type CalendarDate, dateOf, type Day, dayOf } from '../../src/base/calendar.ts'
import { isRunFree, stageOf } from '../../src/engine/state.ts'
import type { DayEntry, Entry, RunEntry } from '../../src/log/schema.ts'
import { isAtLeast } from '../../src/rules/finding.ts'
import type { Played } from '../support/play.ts'

/** What is wrong with one played week, in words; nothing when the invariant holds. */
export type Check = (week: Played) => string[]

const unless = (holds: boolean, text: string): string[] => (holds ? [] : [text])
const METER = 1e-6
const GUARD = 10
const runDays = ({ log }: Played): Day[] =>
  log.entries.filter(({ type }) => type === 'run').map(({ date }) => dayOf(date))
const strengthDays = ({ log }: Played): Day[] =>
  log.entries.filter(({ type }) => type === 'strength').map(({ date }) => dayOf(date))
const of = <T extends Entry['type']>({ log }: Played, type: T) =>
  log.entries.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type)

/** The plan before this one; a week on which no day was free has none. */
const before = (week: Played): Played | undefined => {
  const { previous } = week
  if (previous === undefined || !isEmptiedByAbsence(previous)) return previous
  return before(previous)
}

const isEmptiedByAbsence = ({ plan }: Played): boolean => plan.total.meters === 0 && !isRunFree(plan.phase)

const lastGrade = ({ state }: Played) => state.weeks.at(-1)?.grade ?? 'S0'

/** 1. Nothing below zero, sessions add up, none under ten minutes. */
const addsUp: Check = ({ plan }) => [
  ...unless(Number.isInteger(plan.total.meters) && plan.total.meters >= 0, `total ${plan.total.meters}`),
  ...unless(plan.total.meters % 100 === 0, `${plan.total.meters} m is no step of 100 m`),
  ...unless(
    plan.runs.reduce((sum, { volume }) => sum + volume.meters, 0) === plan.total.meters,
    'metres do not add up',
  ),
  ...unless(
    plan.runs.reduce((sum, { volume }) => sum + volume.seconds, 0) === plan.total.seconds,
    'seconds do not add up',
  ),
  ...unless(
    plan.runs.every(({ volume }) => volume.seconds >= 600 && volume.meters > 0),
    'a run is shorter than 10 minutes',
  ),
]

/** 2. No rise above ten percent, of the plan before and of the last clean week, in both units. */
const growsSlowly: Check = (week) => {
  const { plan, state } = week
  const prev = before(week)?.plan.total
  const bounds = prev !== undefined && prev.meters > 0 ? [prev] : []
  const trained =
    (plan.phase === 'build' || plan.phase === 'maintain') && state.trained !== undefined
      ? [state.trained]
      : []
  return [...bounds, ...trained].flatMap((bound) => [
    ...unless(
      plan.total.meters <= bound.meters * 1.1 + METER,
      `${plan.total.meters} m after ${bound.meters} m`,
    ),
    ...unless(
      plan.total.seconds <= bound.seconds * 1.1 + GUARD,
      `${plan.total.seconds} s after ${bound.seconds} s`,
    ),
  ])
}

/** 3. Never above the week before the injury outside MAINTAIN, there never above the goal, and slowly. */
const staysBelowOldWeek: Check = (week) => {
  const { plan } = week
  if (plan.phase !== 'maintain')
    return unless(plan.total.meters <= plan.facts.preInjury.meters + METER, 'above the pre-injury week')
  const six = back(week, 6)
  const slow =
    six === undefined ||
    six.plan.total.meters === 0 ||
    !allMaintain(week, 6) ||
    plan.total.meters <= six.plan.total.meters * 1.21 + METER
  return [
    ...unless(plan.total.meters <= plan.facts.goal.meters + METER, 'above the goal'),
    ...unless(slow, 'above 1.21 over six weeks'),
  ]
}

const back = (week: Played, count: number): Played | undefined =>
  count === 0 ? week : week.previous === undefined ? undefined : back(week.previous, count - 1)
const allMaintain = (week: Played, count: number): boolean =>
  week.plan.phase === 'maintain' &&
  week.plan.total.meters > 0 &&
  (count === 0 || (week.previous !== undefined && allMaintain(week.previous, count - 1)))

/** 4. From zero the only way up is the first stage, and that is small. */
const restartsSmall: Check = (week) => {
  const { plan } = week
  const prev = before(week)?.plan
  const fromZero = prev !== undefined && prev.total.meters === 0
  const isFirst = stageOf(plan.phase) === 0
  return [
    ...unless(
      !fromZero || plan.total.meters === 0 || isFirst,
      `running in ${plan.phase} after a week without`,
    ),
    ...unless(
      !isFirst ||
        (plan.total.seconds <= 3600 && plan.total.meters <= 0.5 * plan.facts.preInjury.meters + METER),
      'the first stage is too large',
    ),
  ]
}

/** 5. The first acute week keeps at most half, and at least 30 % unless something named is lower. */
const cutsHard: Check = ({ plan, state }) => {
  const ref = state.episode?.reference.meters
  if (plan.phase !== 'acute-reduced' || ref === undefined || state.weeks.at(-1)?.phase === 'acute-reduced')
    return []
  const lower = plan.findings.some(
    ({ rule, ceiling }) => rule !== 'acute' && (ceiling?.meters ?? Number.POSITIVE_INFINITY) < 0.3 * ref,
  )
  const named = plan.binding.rule !== 'acute' || lower
  return [
    ...unless(plan.total.meters <= 0.5 * ref + METER, `${plan.total.meters} of ${ref}`),
    ...unless(
      plan.total.meters >= 0.3 * ref - 100 || named,
      `only ${plan.total.meters} of ${ref} and nothing named binds`,
    ),
  ]
}

/** 6. After a red flag no running and the referral text, until a clearance is logged. */
const stopsOnRedFlag: Check = (week) => {
  const last = (dates: readonly string[]): string =>
    dates.reduce((latest, date) => (date > latest ? date : latest), '')
  const flag = last(
    of(week, 'day')
      .filter(({ redFlags }) => (redFlags ?? []).length > 0)
      .map(({ date }) => date),
  )
  const clearance = last(of(week, 'clearance').map(({ date }) => date))
  if (flag === '' || clearance > flag) return []
  return unless(
    week.plan.total.meters === 0 &&
      week.plan.phase === 'stop' &&
      week.plan.findings.some(({ says }) => says === 'red-flag'),
    'running after a red flag',
  )
}

/** 7. Pain and silence never raise a plan. */
const painNeverRaises: Check = (week) => {
  const grade = lastGrade(week)
  const prev = before(week)?.plan.total.meters
  if (prev === undefined || grade === 'S0') return []
  const ref = week.state.episode?.reference.meters ?? 0
  const { meters } = week.plan.total
  return [
    ...unless(meters <= prev + METER, `${grade}: ${meters} after ${prev}`),
    ...unless(
      !isAtLeast(grade, 'S2') || meters <= prev / 1.1 + METER,
      `${grade}: ${meters} after ${prev}, not a step back`,
    ),
    ...unless(
      !isAtLeast(grade, 'S3') || meters === 0 || meters <= 0.5 * ref + METER,
      `${grade}: ${meters}, more than half of ${ref}`,
    ),
  ]
}

/** 9. No run beyond its cap, and none at all before the gate. */
const keepsSessionCaps: Check = (week) => {
  const { plan } = week
  if (isRunFree(plan.phase)) return unless(plan.runs.length === 0, 'a run before the gate')
  const longest = plan.facts.longest?.seconds
  // In the stages the stage below is the answer, and where it began caps nothing.
  const isStage = stageOf(plan.phase) !== undefined
  const onset = isStage ? Number.POSITIVE_INFINITY : (plan.facts.onset ?? Number.POSITIVE_INFINITY)
  const most =
    longest === undefined
      ? plan.phase === 'base'
        ? 2700
        : stageOf(plan.phase) === undefined
          ? 1500
          : 1800
      : Math.max(longest * 1.1, longest < 3000 ? longest + 300 : 0)
  return plan.runs.flatMap(({ volume }) => [
    ...unless(volume.seconds <= most + 1, `a run of ${volume.seconds} s where ${most} s are the most`),
    ...unless(
      volume.meters <= 0.8 * onset + METER,
      `a run of ${volume.meters} m with an onset at ${onset} m`,
    ),
  ])
}

/** 10. Days between runs through return week 7, between strength days always, and a rest day. */
const keepsSpacing: Check = (week) => {
  const { plan, start } = week
  const isSpaced =
    plan.phase === 'acute-reduced' ||
    stageOf(plan.phase) !== undefined ||
    (plan.phase === 'build' && (plan.returnWeek ?? 0) <= 7)
  // A run that was planned for the day before and left out takes the first day like one that was run.
  const shown = week.previous?.plan.runs.map(({ day }) => day) ?? []
  const before = [...new Set([...runDays(week), ...shown])].filter((day) => day === addDays(start, -1))
  const runs = [
    ...before,
    ...plan.runs.map(({ day }) => day),
  ]
  const strength = [...strengthDays(week).filter((day) => day === addDays(start, -1)), ...plan.strength]
  const busy = new Set([...plan.runs.map(({ day }) => day), ...plan.strength])
  return [
    ...unless(!isSpaced || !hasNeighbours(runs), `runs on consecutive days ${runs.map(dateOf)}`),
    ...unless(!hasNeighbours(strength), `strength on consecutive days ${strength.map(dateOf)}`),
    ...unless(busy.size <= 6, 'no rest day'),
  ]
}
const hasNeighbours = (days: readonly Day[]): boolean =>
  [...days].sort((a, b) => a - b).some((day, index, all) => index > 0 && day - (all[index - 1] ?? day) === 1)

/** 11. Hills only late, after clean days, and in a week that does not grow. */
const hillsComeLate: Check = (week) => {
  const { plan, start } = week
  if (!plan.hasHills) return []
  const recent = of(week, 'run').filter(({ date }) => start - dayOf(date) <= 14)
  const clean = recent.length >= 3 && recent.every(isQuiet)
  const comesIn = week.previous?.plan.hasHills !== true
  const prev = before(week)?.plan.total.meters ?? 0
  return [
    ...unless(
      plan.phase === 'maintain' || (plan.returnWeek ?? 0) >= 8,
      `hills in return week ${plan.returnWeek}`,
    ),
    ...unless(clean, 'hills without 14 clean days'),
    ...unless(!comesIn || plan.total.meters <= prev + METER, 'hills come in while the week grows'),
  ]
}
const isQuiet = ({ pain, limp, swelling, analgesic }: RunEntry): boolean =>
  pain?.during === 0 && pain.nextMorning === 0 && limp === false && swelling === false && analgesic === false

/** 12. The first stage begins only on a day on which the gate is met, by the log alone. */
const entersByTheGate: Check = (week) => {
  const { plan, start, previous } = week
  if (stageOf(plan.phase) !== 0 || (previous !== undefined && !isRunFree(previous.plan.phase))) return []
  const checks = of(week, 'day')
  const quiet = [1, 2, 3, 4, 5, 6, 7].every(
    (ago) =>
      checks.some((entry) => dayOf(entry.date) === start - ago && isCalm(entry)) &&
      checks.every((entry) => dayOf(entry.date) !== start - ago || isCalm(entry)),
  )
  const done = new Set(
    of(week, 'strength')
      .filter(({ date }) => start - dayOf(date) <= 7)
      .flatMap(({ exercises }) => exercises.filter(({ pain }) => pain === 0).map(({ id }) => id)),
  )
  return [
    ...unless(quiet, 'the gate opened without seven logged days free of pain'),
    ...unless(done.size >= 6, `the gate opened after ${done.size} exercises`),
  ]
}
const isCalm = ({ pain, swelling, redFlags }: DayEntry): boolean =>
  pain?.dailyActivities === 0 && swelling !== true && (redFlags ?? []).length === 0

/** 13. Strength three times a week up to the last stage, two or three times after it, none in the first week. */
const keepsStrength: Check = (week) => {
  const { plan, state, log } = week
  const days = plan.strength.length
  if (plan.phase === 'stop') return unless(days === 0, 'strength although stopped')
  const early = plan.strength.filter(
    (day) => state.episode !== undefined && day - state.episode.acuteSince < 7,
  )
  // Days that cannot be run on hold strength all the same; only days away take it.
  const isFree = !log.entries.some(
    ({ type, date }) => type === 'absence' && dayOf(date as CalendarDate) >= week.start - 7,
  )
  const isSettled = state.episode === undefined || week.start - state.episode.acuteSince >= 7
  const isSore = isAtLeast(lastGrade(week), 'U')
  const least =
    plan.phase === 'rehab' || stageOf(plan.phase) !== undefined
      ? isSore
        ? 2
        : 3
      : plan.phase === 'build' || plan.phase === 'maintain'
        ? 2
        : 0
  return [
    ...unless(days <= 3, `${days} strength days`),
    ...unless(early.length === 0, 'strength in the first week'),
    ...unless(
      !isFree || !isSettled || days >= (isSore && least === 2 ? 1 : least),
      `${days} strength days in ${plan.phase}`,
    ),
  ]
}

/** The laws that one week and those before it show, with their numbers in the specification. */
export const LAWS: readonly (readonly [name: string, check: Check])[] = [
  ['1: nothing below zero, sessions add up, none under ten minutes', addsUp],
  ['2: no rise above ten percent, in metres and in seconds', growsSlowly],
  ['3: never above the old week outside MAINTAIN, there never above the goal', staysBelowOldWeek],
  ['4: from zero the only way up is the first stage', restartsSmall],
  ['5: the first acute week keeps 30 to 50 percent of a trustworthy week', cutsHard],
  ['6: a red flag stops running until a clearance', stopsOnRedFlag],
  ['7: pain and silence never raise a plan', painNeverRaises],
  ['9: no run beyond its cap, none before the gate', keepsSessionCaps],
  ['10: days between runs and strength sessions, and a rest day', keepsSpacing],
  ['11: hills come late, after clean days, in a week that does not grow', hillsComeLate],
  ['12: the first stage begins where the gate is met', entersByTheGate],
  ['13: strength three times a week, later two or three', keepsStrength],
]
