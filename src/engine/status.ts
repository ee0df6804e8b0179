import { addDays, type CalendarDate, dateOf, type Day, dayOf } from '../base/calendar.ts'
import { median } from '../base/units.ts'
import type { Log, RunEntry } from '../log/schema.ts'
import { standing } from '../log/versions.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Chain, chainOf } from './chain.ts'
import { isOuterKnee } from '../rules/pain-grade.ts'
import { bondOf } from './bond.ts'
import { daysOfWeek, runningOf } from './live-week.ts'
import { makePlans } from './make-plan.ts'
import type { Criterion, Ground, Milestone, Owed, Phase, Referral, Verdict } from './plan.ts'
import { replay, type Replay } from './replay.ts'

export type { ChainDay } from './chain.ts'

/** One week as it was run; null is not logged and never 0. */
export interface StatusWeek {
  readonly start: CalendarDate
  readonly phase: Phase
  /** What was shown for its days, of the running week also what is still ahead; null without a plan. */
  readonly plannedMeters: number | null
  readonly runs: number
  /** Null where nothing at all was logged. */
  readonly actualMeters: number | null
  readonly actualSeconds: number | null
  /** Of these, metres taken from the plan by `done` and not measured. */
  readonly attestedMeters: number
  readonly cadenceSpm: number | null
  readonly paceSecondsPerKm: number | null
  /** The worst score of the outer knee. */
  readonly worstPain: number | null
  /** Runs of which a score that is due was not given. */
  readonly unscoredRuns: number
}

/** Where the runner stands. */
export interface Status {
  readonly format: 'itb-status'
  readonly version: 1
  readonly date: CalendarDate
  readonly phase: Phase
  readonly returnWeek: number | null
  readonly verdict: Verdict
  readonly milestones: readonly Milestone[]
  readonly criteria: readonly Criterion[]
  /** The last days of the gate's chain, oldest first; null where no gate stands before the runner. */
  readonly chain: Chain | null
  /** The last twelve weeks with the running one, oldest first. */
  readonly weeks: readonly StatusWeek[]
  readonly runs: { readonly measured: number; readonly attested: number }
  readonly referral: Referral | null
  readonly owed: readonly Owed[]
  /** What the milestones, the criteria and a notice rest on. */
  readonly grounds: readonly Ground[]
}

const WEEKS_SHOWN = 12
const SHOWN_PARTS: readonly Ground['part'][] = ['gate', 'milestones', 'referral']

/** Where the runner stands at the end of a day. */
export function statusOn(log: Log, programme: Programme, today: CalendarDate): Status {
  const day = dayOf(today)
  const told = {
    ...log,
    entries: log.entries.filter(({ date, type }) => date <= today || type === 'absence'),
  }
  const played = replay(programme, told, day)
  const [plan] = makePlans(log, programme, today, dateOf(played.weekOf(day)), 1)
  if (plan === undefined) throw new Error(`no plan was made as of ${today}`)
  const first = played.diary.first ?? day
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, index) =>
    addDays(played.weekOf(day), 7 * (index + 1 - WEEKS_SHOWN)),
  ).filter((start) => start >= played.weekOf(first))
  const runs = standing(told.entries, today).filter((entry) => entry.type === 'run')
  const attested = runs.filter((run) => run.attested === true).length
  return {
    format: 'itb-status',
    version: 1,
    date: today,
    phase: plan.phase,
    returnWeek: plan.returnWeek,
    verdict: plan.verdict,
    milestones: plan.milestones,
    criteria: plan.criteria,
    chain: chainOf(programme, played, plan.phase, day),
    weeks: weeks.map((start) => weekOf(programme, played, start, day)),
    runs: { measured: runs.length - attested, attested },
    referral: plan.referral,
    owed: plan.owed,
    grounds: plan.grounds.filter(({ part }) => SHOWN_PARTS.includes(part)),
  }
}

/** One week as it was run, by all that is known at the end of a day. */
export function weekOf(programme: Programme, played: Replay, start: Day, today: Day): StatusWeek {
  const days = daysOfWeek(start).filter((day) => day <= today)
  const records = days.map((day) => played.diary.on(day, today))
  const runs = records.flatMap((record) => record.runs)
  const isLogged = records.some((record) => record.isLogged)
  const volumes = runs.map(runningOf)
  const meters = volumes.reduce((sum, volume) => sum + volume.meters, 0)
  const time = volumes.reduce((sum, volume) => sum + volume.seconds, 0)
  const last = days.at(-1) ?? start
  const plan = played.planAt(start, last)
  const ahead = played.remaining(start, last).runs.filter((run) => run.day > last)
  const shown = [...days.flatMap((day) => played.shownOn(start, day)), ...ahead]
  const hasPlan =
    bondOf(programme, played.diary, played.stateAt(start, last), start, last, false) !== 'history'
  return {
    start: dateOf(start),
    phase: plan.phase,
    plannedMeters: hasPlan ? shown.reduce((sum, run) => sum + run.volume.meters, 0) : null,
    runs: runs.length,
    actualMeters: isLogged ? Math.round(meters) : null,
    actualSeconds: isLogged ? Math.round(time) : null,
    attestedMeters: Math.round(
      runs.reduce((sum, run) => sum + (run.attested === true ? runningOf(run).meters : 0), 0),
    ),
    cadenceSpm: median(runs.flatMap(({ cadenceSpm }) => cadenceSpm ?? [])) ?? null,
    paceSecondsPerKm: meters > 0 ? Math.round((time * 1000) / meters) : null,
    worstPain: worstOf(
      runs,
      records.flatMap(({ flares }) => flares),
    ),
    unscoredRuns: runs.filter((run) => isOpen(run, today)).length,
  }
}

function worstOf(
  runs: readonly RunEntry[],
  flares: readonly { readonly pain?: RunEntry['pain'] | undefined }[],
): number | null {
  const scores = [...runs, ...flares]
    .filter(({ pain }) => isOuterKnee(pain?.site))
    .flatMap(({ pain }) =>
      [pain?.during, pain?.after, pain?.nextMorning].filter((score) => score !== undefined),
    )
  return scores.length === 0 ? null : Math.max(...scores)
}

const isOpen = (run: RunEntry, today: Day): boolean =>
  run.pain?.during === undefined || (dayOf(run.date) < today && run.pain.nextMorning === undefined)
