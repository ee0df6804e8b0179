import { addDays, type CalendarDate, dateOf, type Day, dayOf } from '../../src/base/calendar.ts'
import { isRunFree, stageOf } from '../../src/engine/state.ts'
import type { DayEntry, Entry, RunEntry } from '../../src/log/schema.ts'
import { isAtLeast } from '../../src/rules/finding.ts'
import type { WeekPlan } from '../../src/engine/week-plan.ts'
import type { Played } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'

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

/** All days away, or a pause: the plan before it stays in force. */
const isEmptied = ({ plan }: Played): boolean => plan.total.meters === 0 && !isRunFree(plan.phase)

/** A healthy runner's first two full weeks have no plan that later ones could be held to. */
const isUntrusted = (week: Played): boolean => {
  const full = (each: Played | undefined): number =>
    each === undefined ? 0 : (each.isShort ? 0 : 1) + full(each.previous)
  return week.plan.phase === 'base' && week.isBegun && full(week.previous) < 2
}

/** The last full week's plan before this one; of a short week what all of its days would have held. */
const before = (week: Played): WeekPlan | undefined => {
  const { previous } = week
  if (previous === undefined || isUntrusted(previous)) return undefined
  return isEmptied(previous) ? before(previous) : previous.whole
}

/** M, what three of the last four weeks really reached, where it counts. */
function reached(week: Played): { meters: number; seconds: number } | undefined {
  const { phase, facts } = week.plan
  const grades = week.state.weeks.slice(-4).map(({ grade }) => grade)
  const clean = grades.filter((grade) => grade === 'S0').length
  const isCounted =
    (phase === 'base' || phase === 'maintain') &&
    grades.length === 4 &&
    clean >= 3 &&
    grades[3] === 'S0' &&
    !grades.some((grade) => isAtLeast(grade, 'S2'))
  const four = [28, 21, 14, 7].map((ago) => ran(week, addDays(week.start, -ago)))
  if (!isCounted || four.some(({ meters }) => meters === 0) || shortIn(week, 4)) return undefined
  const second = (of: (each: { meters: number; seconds: number }) => number): number =>
    four
      .map((each) => of(each) * Math.min(1, facts.preInjury.meters / each.meters))
      .sort((a, b) => a - b)[1] ?? 0
  return { meters: second(({ meters }) => meters), seconds: second(({ seconds }) => seconds) }
}
const shortIn = ({ previous }: Played, weeks: number): boolean =>
  weeks > 0 && previous !== undefined && (tookRunning(previous) || shortIn(previous, weeks - 1))
/** Other days took nothing from a week of which everything was run all the same. */
const tookRunning = (week: Played): boolean =>
  week.isShort && ran({ ...week, log: week.after }, week.start).meters < week.whole.total.meters
const ran = (week: Played, from: Day) =>
  of(week, 'run')
    .filter(({ date }) => dayOf(date) >= from && dayOf(date) < from + 7)
    .reduce(
      (all, run) => ({ meters: all.meters + run.distanceMeters, seconds: all.seconds + run.durationSeconds }),
      {
        meters: 0,
        seconds: 0,
      },
    )

/** What a week may not rise above, or only by a tenth: the plan before it, or M where that is more. */
function prevOf(week: Played): { meters: number; seconds: number } | undefined {
  const [plan, m] = [before(week)?.total, reached(week)]
  if (plan === undefined || m === undefined) return plan
  return { meters: Math.max(plan.meters, m.meters), seconds: Math.max(plan.seconds, m.seconds) }
}

const lastGrade = ({ state }: Played) => state.weeks.at(-1)?.grade ?? 'S0'

/** 1. Nothing below zero, sessions add up, none under ten minutes. */
const addsUp: Check = ({ plan, asOf, start }) => [
  ...unless(Number.isInteger(plan.total.meters) && plan.total.meters >= 0, `total ${plan.total.meters}`),
  ...unless(plan.total.meters % 100 === 0 || asOf > start, `${plan.total.meters} m is no step of 100 m`),
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
  const [prev, m] = [prevOf(week), reached(week)]
  const bounds = prev !== undefined && prev.meters > 0 ? [prev] : []
  const trained =
    (plan.phase === 'build' || plan.phase === 'maintain') && state.trained !== undefined
      ? [
          {
            meters: Math.max(state.trained.meters, m?.meters ?? 0),
            seconds: Math.max(state.trained.seconds, m?.seconds ?? 0),
          },
        ]
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
  // Below the old week it grows as BUILD does, and after three such weeks of four M is what it grows from.
  const most = Math.max(
    1.21 * (six?.whole.total.meters ?? 0),
    Math.min(plan.facts.preInjury.meters, plan.facts.goal.meters),
    ...since(week, 6).map((each) => 1.21 * (reached(each)?.meters ?? 0)),
  )
  const isSlow = six === undefined || !allMaintain(week, 6) || plan.total.meters <= most + METER
  return [
    ...unless(plan.total.meters <= plan.facts.goal.meters + METER, 'above the goal'),
    ...unless(isSlow, `${plan.total.meters} m, six weeks ago ${six?.whole.total.meters} m`),
  ]
}

const since = (week: Played, count: number): Played[] =>
  count < 0 ? [] : [week, ...(week.previous === undefined ? [] : since(week.previous, count - 1))]
const back = (week: Played, count: number): Played | undefined =>
  count === 0 ? week : week.previous === undefined ? undefined : back(week.previous, count - 1)
const allMaintain = (week: Played, count: number): boolean =>
  week.plan.phase === 'maintain' &&
  week.whole.total.meters > 0 &&
  (count === 0 || (week.previous !== undefined && allMaintain(week.previous, count - 1)))

/** 4. From zero the only way up is the first stage, and that is small. */
const restartsSmall: Check = (week) => {
  const { plan } = week
  const prev = before(week)
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
const cutsHard: Check = (week) => {
  const { plan, whole, state, previous, isShort } = week
  const ref = state.episode?.reference.meters
  if (plan.phase !== 'acute-reduced' || ref === undefined || previous?.plan.phase === 'acute-reduced')
    return []
  if (state.weeks.at(-1)?.phase === 'acute-reduced' && previous !== undefined) return []
  const lower = plan.findings.some(
    ({ rule, ceiling }) => rule !== 'acute' && (ceiling?.meters ?? Number.POSITIVE_INFINITY) < 0.3 * ref,
  )
  const named = plan.binding.rule !== 'acute' || lower
  // What stood in the log cannot have been more than this.
  const most = Math.min(plan.facts.preInjury.meters, before(week)?.total.meters ?? Number.POSITIVE_INFINITY)
  const { meters } = whole.total
  return [
    ...unless(meters <= 0.5 * ref + METER, `${meters} of ${ref}`),
    ...unless(meters <= 0.5 * most + METER, `${meters} after a week of ${most}`),
    ...unless(
      isShort || meters === 0 || meters >= 0.3 * ref - 100 || named,
      `only ${meters} of ${ref} and nothing named binds`,
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

/** 7. Pain and silence never raise a plan, and a week that is said to be held does not rise. */
const painNeverRaises: Check = (week) => {
  const grade = lastGrade(week)
  const { plan, state } = week
  const [prev, m] = [before(week)?.total, reached(week)]
  // From zero the first stage is the way up, also where its first week was away and is repeated.
  if (prev === undefined || (prev.meters === 0 && plan.phase === 'return-1')) return []
  const { meters, seconds } = plan.total
  const most = (m?.meters ?? 0) > prev.meters ? (m as typeof prev) : prev
  const ref = state.episode?.reference.meters ?? 0
  const tolerated = of(week, 'clearance').some((each) => 'tolerates' in each) ? 1.05 : 1
  const held = [
    ...unless(meters <= most.meters + METER, `held: ${meters} m after ${most.meters} m`),
    ...unless(seconds <= most.seconds + GUARD, `held: ${seconds} s after ${most.seconds} s`),
  ]
  return [
    ...(plan.verdict === 'hold' || wasCutShort(week) ? held : []),
    ...unless(
      grade === 'S0' || meters <= (grade === 'S1' ? tolerated : 1) * prev.meters + METER,
      `${grade}: ${meters} after ${prev.meters}`,
    ),
    ...unless(
      !isAtLeast(grade, 'S2') || meters <= prev.meters / 1.1 + METER,
      `${grade}: ${meters} after ${prev.meters}, not a step back`,
    ),
    ...unless(
      !isAtLeast(grade, 'S3') || meters === 0 || meters <= 0.5 * ref + METER || isElsewhere(week),
      `${grade}: ${meters}, more than half of ${ref}`,
    ),
  ]
}
/** Days away, or the beginning of the log, took running out of the week before. */
const wasCutShort = ({ previous }: Played): boolean =>
  previous?.isShort === true && previous.plan.total.meters < previous.whole.total.meters

/** Pain elsewhere pauses and begins no acute phase; an exercise that hurt badly may do that as well. */
const isElsewhere = (week: Played): boolean =>
  [...of(week, 'run'), ...of(week, 'flare')].some(
    ({ date, pain }) =>
      week.start - dayOf(date) <= 14 && pain?.site !== undefined && pain.site !== 'outer-knee',
  )

/** ACUTE-A never rises: not above the full week before, nor above its first. */
const acuteNeverRises: Check = (week) => {
  const { plan, whole, previous } = week
  const prev = before(week)
  if (plan.phase !== 'acute-reduced') return []
  const isFirst = previous?.plan.phase !== 'acute-reduced'
  return [
    ...unless(
      isFirst || prev === undefined || whole.total.meters <= prev.total.meters + METER,
      `${whole.total.meters} m in ACUTE-A after ${prev?.total.meters} m`,
    ),
    ...unless(
      longestOf(plan) <= longestOf(whole) + 1,
      `a run of ${longestOf(plan)} s in a short week, ${longestOf(whole)} s in the whole one`,
    ),
    ...unless(longestOf(plan) <= 3600, 'a run of more than an hour in ACUTE-A'),
  ]
}
const longestOf = ({ runs }: WeekPlan): number => Math.max(0, ...runs.map(({ volume }) => volume.seconds))

/** 9. No run beyond its cap, and none at all before the gate. */
const keepsSessionCaps: Check = (week) => {
  const { plan } = week
  if (isRunFree(plan.phase)) return unless(plan.runs.length === 0, 'a run before the gate')
  const isStage = stageOf(plan.phase) !== undefined
  const declared = (week.log.runner as { baselineLongestMeters?: number }).baselineLongestMeters
  const [longest, pace] = [plan.facts.longest?.seconds, plan.facts.pace]
  const old = ((declared ?? 0.36 * week.log.runner.baselineWeeklyDistanceMeters) * pace) / 1000
  const grown = (run: number): number => Math.max(run * 1.1, run < 3000 ? run + 300 : 0)
  const none: Readonly<Record<string, number>> = {
    base: 2700,
    'acute-reduced': grown(Math.max(600, 0.5 * old)),
  }
  const untold = none[plan.phase] ?? (isStage ? 1800 : 1500)
  // Of a log that is new the declared runs count while the knee is acute, and at first in BASE.
  const isNew = week.isBegun && (plan.phase === 'acute-reduced' || isUntrusted(week))
  // Of a week away its plan is the plan before, as it is of one that was not run.
  const isAway = week.previous !== undefined && isEmptied(week.previous) && !isUntrusted(week.previous)
  // Days that were told on the first of a week are those that its plan had.
  const hadOtherDays = week.previous?.how.newDays?.on === 0
  const prev = hadOtherDays ? undefined : isAway ? week.previous?.whole : before(week)
  // A run of ten minutes can always be planned; who ran less of a first stage than it asked repeats it whole, and
  // so does a new log of somebody who never had a flare, as far as a first run goes.
  const isRepeated = plan.phase === 'return-1' && week.state.phase === plan.phase
  const isFirst = week.isBegun && week.state.acutePhases.length === 0 && week.number < 5
  const again = week.state.longestBefore?.seconds ?? 0
  const least = Math.max(600 + pace / 10, isRepeated ? again : 0, isFirst ? Math.min(1500, again) : 0)
  const most = Math.max(least, longest === undefined ? untold : grown(longest), isNew ? untold : 0)
  const isHeld = plan.verdict === 'hold' || plan.verdict === 'step-back'
  const onset = Math.min(...onsetsOf(week))
  return [
    ...plan.runs.flatMap(({ volume }) => [
      ...unless(volume.seconds <= most + 1, `a run of ${volume.seconds} s where ${most} s are the most`),
      ...unless(
        isStage || volume.meters <= 0.8 * onset + METER,
        `a run of ${volume.meters} m with an onset at ${onset} m`,
      ),
    ]),
    ...unless(
      !isHeld || prev === undefined || prev.runs.length === 0 || isNoLonger(plan, prev),
      `${plan.verdict}: a run of ${longestOf(plan)} s, the longest before ${prev && longestOf(prev)} s`,
    ),
  ]
}

/** In the unit the week is prescribed in: the other one moves with the pace. */
const isNoLonger = (plan: WeekPlan, prev: WeekPlan): boolean => {
  const farthest = ({ runs }: WeekPlan): number => Math.max(...runs.map(({ volume }) => volume.meters), 0)
  return plan.unit === 'time'
    ? longestOf(plan) <= longestOf(prev) + 1
    : farthest(plan) <= farthest(prev) + METER
}

/** Where pain of three or more, at the outer knee, began within two weeks. */
const onsetsOf = (week: Played): number[] =>
  [...of(week, 'run'), ...of(week, 'flare')].flatMap(({ date, pain }) =>
    week.start - dayOf(date) <= 14 &&
    (pain?.during ?? 0) >= 3 &&
    pain?.onsetMeters !== undefined &&
    (pain.site ?? 'outer-knee') === 'outer-knee'
      ? [pain.onsetMeters]
      : [],
  )

/** A mere cap has a ceiling and no verdict, so that `hold` always means that the week does not rise. */
const capsAreNoVerdicts: Check = ({ plan }) =>
  plan.findings
    .filter(({ rule, verdict }) => CAPS.has(rule) && verdict !== null)
    .map(({ rule, says, verdict }) => `${rule} ${says} has the verdict ${verdict}`)
const CAPS = new Set([REHAB.sessionCap.id, REHAB.preInjury.id, ...REHAB.stages.map(({ id }) => id)])

/** 10. Days between runs through return week 7, between strength days always, and a rest day. */
const keepsSpacing: Check = (week) => {
  const { plan, start } = week
  const isSpaced =
    plan.phase === 'acute-reduced' ||
    stageOf(plan.phase) !== undefined ||
    (plan.phase === 'build' && (plan.returnWeek ?? 0) <= 7)
  const runs = [
    ...[...runDays(week), ...skippedDays(week)].filter((day) => day === addDays(start, -1)),
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
/** A planned run that was skipped keeps the next day free as one that was run. */
const skippedDays = ({ previous }: Played): Day[] =>
  previous?.how.skips === true ? previous.plan.runs.map(({ day }) => day) : []
const hasNeighbours = (days: readonly Day[]): boolean =>
  [...days].sort((a, b) => a - b).some((day, index, all) => index > 0 && day - (all[index - 1] ?? day) === 1)

/** 11. Hills only late, after clean days, and in a week that does not grow. */
const hillsComeLate: Check = (week) => {
  const { plan, start } = week
  if (!plan.hasHills) return []
  const recent = of(week, 'run').filter(({ date }) => start - dayOf(date) <= 14)
  const clean = recent.length >= 3 && recent.every(isQuiet)
  const comesIn = week.previous?.plan.hasHills !== true
  const prev = before(week)?.total.meters ?? 0
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
      checks.every((entry) => dayOf(entry.date) !== start - ago || !isUncalm(entry)),
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
/** The check-in that a log begins with says nothing of daily pain, and nothing against it. */
const isUncalm = ({ pain, swelling, redFlags }: DayEntry): boolean =>
  (pain?.dailyActivities ?? 0) > 0 || swelling === true || (redFlags ?? []).length > 0
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
  const isFree =
    !week.isShort &&
    // Where runs leave room: the days to run on are no days of strength.
    plan.runs.length <= 3 &&
    !log.entries.some(({ type, date }) => type === 'absence' && dayOf(date as CalendarDate) >= week.start - 7)
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
  ['7: pain and silence never raise a plan, and a held week does not rise', painNeverRaises],
  [
    '7: a week of ACUTE-A is never above the full one before, nor a run longer in a short one',
    acuteNeverRises,
  ],
  ['9: no run beyond its cap, none before the gate', keepsSessionCaps],
  ['10: days between runs and strength sessions, and a rest day', keepsSpacing],
  ['11: hills come late, after clean days, in a week that does not grow', hillsComeLate],
  ['12: the first stage begins where the gate is met', entersByTheGate],
  ['13: strength three times a week, later two or three', keepsStrength],
  ['16: a mere cap has no verdict', capsAreNoVerdicts],
]
