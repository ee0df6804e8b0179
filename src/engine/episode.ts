import { runFreeDaysAfter } from '../rules/pain-response.ts'
import { addDays, type Day } from '../base/calendar.ts'
import { distanceIn, lower, median, metres, NO_RUNNING, plus, scale, type Volume } from '../base/units.ts'
import { preInjuryWeek, weeksBefore } from '../rules/pre-injury-cap.ts'
import { isAtLeast, type Phase } from '../rules/finding.ts'
import { isOpen } from '../rules/gate.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Elapsed, phaseOf } from './elapsed.ts'
import { gatherFacts } from './facts.ts'
import type { LivedDay } from './live-week.ts'
import { type Episode, type GradedRun, isRunFree, type LivedWeek, stageOf, type State } from './state.ts'

type Turned = Pick<State, 'episode' | 'brokenWeek' | 'acutePhases' | 'runFreeUntil' | 'lastSwelling'>

/** What flares, breaks and red flags of a week do to the episode, day by day. */
export function afterTurns(elapsed: Elapsed, week: LivedWeek): Turned {
  const { state, plan } = elapsed
  const opened = plan !== undefined && isOpen(plan.gate) && !isRunFree(plan.phase)
  const entered = phaseOf(elapsed) === 'maintain' ? undefined : state.episode
  const rested =
    entered !== undefined && plan?.phase === 'rehab' && state.phase === 'acute-reduced'
      ? asBreak(entered)
      : entered
  let turned: Turned = {
    episode:
      rested === undefined
        ? undefined
        : {
            ...rested,
            gateWasMet: rested.gateWasMet || opened,
            back: backAfter(elapsed, week, rested),
          },
    brokenWeek: phaseOf(elapsed) === 'maintain' ? undefined : (leftBehind(elapsed) ?? state.brokenWeek),
    acutePhases: state.acutePhases,
    runFreeUntil: state.runFreeUntil,
    lastSwelling: state.lastSwelling,
  }
  for (const lived of elapsed.lived) turned = afterDay(elapsed, week, turned, lived)
  return turned
}

/**
 * The most that may come back of the last week of running, where rehabilitation has taken over from it: after
 * pain a step less, of the first stage one more, as a week that repeats it may have a run less, and what a
 * cut keeps where it was built up already; where too little was left for one run no more than was trained.
 */
function leftBehind({ programme, plan, state }: Elapsed): Volume | undefined {
  const { planBefore, trained } = state
  if (plan === undefined || planBefore === undefined || planBefore.meters === 0) return undefined
  if (!isRunFree(plan.phase) || !(isWayBack(state.phase) || state.phase === 'maintain')) return undefined
  const knee = state.weeks.at(-1)?.knee ?? 'S0'
  const isCut = isAtLeast(knee, 'S3') || (state.phase === 'build' && isAtLeast(knee, 'S2'))
  const steps = isAtLeast(knee, 'S2') ? (stageOf(state.phase) === 0 ? 2 : 1) : 0
  const kept = isCut ? programme.acute.mild.keep : keptAfterSteps(programme, steps)
  const back = scale(planBefore, kept)
  return trained === undefined ? back : lower(trained, back)
}

/** A cut that leaves no running is a break that began with the flare. */
const asBreak = (episode: Episode): Episode => ({
  ...episode,
  firstBreak: episode.firstBreak ?? episode.acuteSince,
  lastBreak: episode.lastBreak ?? episode.acuteSince,
})

function afterDay(elapsed: Elapsed, week: LivedWeek, turned: Turned, lived: LivedDay): Turned {
  const { painResponse } = elapsed.programme
  const { day, turn, graded } = lived
  const isAcute = turn === 'reduced' || turn === 'break' || turn === 'stop'
  const wasAcute = lived.phase === 'acute-reduced' || lived.phase === 'acute-break'
  const free = runFreeDaysAfter(painResponse, graded.grade, turn === 'break' || turn === 'stop')
  const until =
    free === 0 ? turned.runFreeUntil : (Math.max(turned.runFreeUntil ?? day, addDays(day, free)) as Day)
  const swelling =
    graded.swelling === true
      ? { day, ended: false }
      : graded.swelling === false && turned.lastSwelling !== undefined
        ? { ...turned.lastSwelling, ended: true }
        : turned.lastSwelling
  const episode = isAcute ? acuteEpisode(elapsed, week, turned.episode, lived) : turned.episode
  return {
    episode:
      episode === undefined || !lived.newSwelling
        ? episode
        : { ...episode, swellings: episode.swellings + 1 },
    brokenWeek: brokenBy(elapsed, lived) ?? turned.brokenWeek,
    acutePhases: isAcute && !wasAcute ? [...turned.acutePhases, day] : turned.acutePhases,
    runFreeUntil: until,
    lastSwelling: swelling,
  }
}

/** The first flare opens the episode; a further one begins its acute phase anew. */
function acuteEpisode(
  elapsed: Elapsed,
  week: LivedWeek,
  open: Episode | undefined,
  lived: LivedDay,
): Episode {
  const { day, turn } = lived
  const episode = open ?? newEpisode(elapsed, lived)
  const isBreak = turn === 'break'
  // Pain that goes on in the acute break does not begin it again; pain after it does.
  const begins = lived.phase !== 'acute-break' || open === undefined
  return {
    ...episode,
    back: begins ? NOT_BACK : episode.back,
    peak: begins ? flarePeak(elapsed, lived) : episode.peak,
    firstBreak: isBreak ? (episode.firstBreak ?? day) : episode.firstBreak,
    lastBreak: isBreak ? day : episode.lastBreak,
    redFlag: turn === 'stop' ? day : episode.redFlag,
    acuteSince: begins ? day : episode.acuteSince,
    reference: begins ? referenceOf(elapsed, week, episode, day) : episode.reference,
  }
}

/**
 * The most that may come back of the week that a break put an end to: built up, what a cut keeps; of the
 * first stage no more than a step back would have left of it, or more pain would give more.
 */
function brokenBy({ programme, plan }: Elapsed, { turn }: LivedDay): Volume | undefined {
  if (turn !== 'break' || plan === undefined || !isWayBack(plan.phase)) return undefined
  if (plan.whole.meters === 0) return undefined
  if (plan.phase === 'build') return scale(plan.whole, programme.acute.mild.keep)
  return stageOf(plan.phase) === 0 ? scale(plan.whole, keptAfterSteps(programme, 2)) : plan.whole
}

/** What so many steps back leave of a week. */
const keptAfterSteps = ({ painResponse }: Programme, steps: number): number =>
  (1 + painResponse.stepBack) ** -steps

const isWayBack = (phase: Phase): boolean =>
  phase === 'acute-reduced' || phase === 'build' || stageOf(phase) !== undefined

const NOT_BACK: Episode['back'] = { seconds: 0, meters: 0, straightSeconds: 0, weekMeters: 0 }

/** How far the runner has come back, from the runs of one more week. */
function backAfter(elapsed: Elapsed, week: LivedWeek, episode: Episode): Episode['back'] {
  const phase = phaseOf(elapsed)
  const stage = stageOf(phase)
  if (stage === undefined && phase !== 'build') return episode.back
  const runs = elapsed.lived.flatMap((day) => day.runs)
  const frames = stage === undefined ? [] : (elapsed.programme.stages[stage]?.frames ?? [])
  const straight = frames.length === 0 ? runs : frames.at(-1)?.walk === 0 ? runs.slice(-1) : []
  const most = (before: number, values: readonly number[]): number => Math.max(before, ...values)
  return {
    seconds: most(
      episode.back.seconds,
      runs.map(({ volume }) => volume.seconds),
    ),
    meters: most(
      episode.back.meters,
      runs.map(({ volume }) => volume.meters),
    ),
    straightSeconds: most(
      episode.back.straightSeconds,
      straight.map(({ volume }) => volume.seconds),
    ),
    weekMeters: Math.max(episode.back.weekMeters, week.credited.meters),
  }
}

/** Reasons that a run's peak alone explains; with any other the flare is taken as no milder than usual. */
const OF_THE_RUN = [
  'flare',
  'mild',
  'moderate-peak',
  'severe-peak',
  'worsened',
  'worsened-unsaid',
  'lasting',
  'lasting-unsaid',
  'first-mile',
  'again',
  'painkiller',
]

/**
 * The score that decides how much is kept. Undefined where the flare was more than a run that hurt, or not
 * scored.
 */
function flarePeak({ programme }: Elapsed, { graded }: LivedDay): number | undefined {
  const isOnlyRun = graded.reasons.every((reason) => OF_THE_RUN.includes(reason))
  const isStrong = graded.peak !== undefined && graded.peak >= programme.acute.strong.peak
  return isOnlyRun || isStrong ? graded.peak : undefined
}

/** Weeks off before a flare must not leave less to come back to than a return can be built from. */
function preInjuryOf({ programme, runner, state }: Elapsed, logged: readonly number[]): Episode['preInjury'] {
  const declared = runner.baselineWeeklyDistanceMeters
  const { pace } = gatherFacts(programme, runner, state)
  const least = Math.min(declared, distanceIn(programme.preInjury.least, pace))
  return metres(Math.max(least, preInjuryWeek(programme.preInjury, declared, logged) ?? 0))
}

function newEpisode(elapsed: Elapsed, { day }: LivedDay): Episode {
  const { programme, state, runner } = elapsed
  const before = weeksBefore(programme.preInjury, state.weeks)
  const declared =
    runner.baselineLongestMeters ?? runner.baselineWeeklyDistanceMeters * programme.shape.longShare
  const ran = before.filter(({ runs }) => runs > 0)
  return {
    start: day,
    preInjury: preInjuryOf(
      elapsed,
      before.map(({ credited }) => credited.meters),
    ),
    habit: median(ran.map(({ runDays }) => runDays)),
    longest:
      ran.length > 0
        ? metres(Math.max(...ran.map(({ longest }) => longest.meters)))
        : runner.baselineLongestMeters === undefined
          ? undefined
          : metres(runner.baselineLongestMeters),
    declaredLongest: ran.length === 0 ? metres(declared) : undefined,
    peak: undefined,
    firstBreak: undefined,
    lastBreak: undefined,
    redFlag: undefined,
    acuteSince: day,
    reference: NO_RUNNING,
    swellings: 0,
    gateWasMet: false,
    back: NOT_BACK,
  }
}

/** The week the cut is taken from: never a spike, and never more than was planned. */
function referenceOf(elapsed: Elapsed, week: LivedWeek, episode: Episode, day: Day): Volume {
  const { programme, runner, state } = elapsed
  const facts = gatherFacts(programme, runner, { ...state, episode: { ...episode, reference: NO_RUNNING } })
  const inForce = week.planned ?? withoutPlan(elapsed, facts.preInjury, day)
  const share =
    facts.preInjury.meters > 0 ? Math.min(1, facts.preInjury.meters / Math.max(inForce.meters, 1)) : 1
  return lower(lower(facts.trained, scale(inForce, share)), facts.preInjury)
}

/**
 * Where no plan was in force, what was run in the seven days up to the flare. Of a log younger than that half
 * of what was declared; of one that begins with the flare, or has no run in it, all of it.
 */
function withoutPlan(elapsed: Elapsed, preInjury: Volume, day: Day): Volume {
  const { programme, diary } = elapsed
  const { first = day, inUseFrom = day } = diary
  const share = programme.weeklyCaps[0]?.untrustedShare ?? 1
  if (inUseFrom < day && day - first < DAYS_OF_WEEK) return scale(preInjury, share)
  const isRunner = runsUpTo(elapsed, day, DAYS_OF_WEEK * programme.preInjury.weeks).length > 0
  return isRunner ? volumeOf(runsUpTo(elapsed, day, DAYS_OF_WEEK)) : preInjury
}

const DAYS_OF_WEEK = 7

/** The runs of so many days that end with one. */
const runsUpTo = ({ state, lived }: Elapsed, day: Day, days: number): readonly GradedRun[] =>
  [...state.runs, ...lived.flatMap((past) => past.runs)].filter(
    (run) => run.day <= day && day - run.day < days,
  )

const volumeOf = (runs: readonly GradedRun[]): Volume =>
  runs.reduce<Volume>((sum, run) => plus(sum, run.volume), NO_RUNNING)
