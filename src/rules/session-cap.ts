import * as z from 'zod'
import { days, duration, share } from '../base/quantity.ts'
import { distanceIn, higher, lower, metres, type Pace, seconds, timeFor, type Volume } from '../base/units.ts'
import { type Finding, finding, ruleFields } from './finding.ts'
import type { Sentences } from './example.ts'

/** How long one run may be, measured by the longest of the last weeks and by where pain began. */
export const SessionCap = z.strictObject({
  ...ruleFields,
  kind: z.literal('session-cap'),
  maxIncrease: share('0%', '10%'),
  /** A short run may grow by this much, though it be more than the share. */
  step: duration('0 s', '5 min'),
  stepBelow: duration('20 min', '50 min'),
  window: days('14 d', '30 d'),
  onsetShare: share('50%', '80%'),
  onsetWindow: days('14 d', '42 d'),
  /** Where an onset was not said it is taken to be no further into the run that was shown. */
  onsetUnsaid: share('30%', '60%'),
  /** Where no run of the window can be trusted. */
  without: duration('10 min', '25 min'),
  withoutInBase: duration('10 min', '45 min'),
  /** An unscored run is trusted once it is older than this. */
  unscoredAfter: days('14 d', '42 d'),
  /** Runs of one day count as one when they start within this time. */
  togetherWithin: duration('1 h', '6 h'),
  /** A run shorter than this is no session. */
  shortest: duration('10 min', '20 min'),
})
export type SessionCap = z.infer<typeof SessionCap>

export interface SessionFacts {
  readonly where: 'base' | 'stage' | 'other'
  /** The longest trusted run of the window, in each unit. Undefined when there is none. */
  readonly longest: Volume | undefined
  /** The same, had those been scored 0 that were not scored, or not wholly. Undefined without any run. */
  readonly longestIfSaid: Volume | undefined
  /** No run need be shorter than this, whatever was run: to run less must not cost more than to rest. */
  readonly least: Volume | undefined
  /**
   * Metres to the earliest onset of moderate or worse pain of the last days. Undefined when there was none.
   */
  readonly onset: number | undefined
  /** Something hurt in those days, however little. */
  readonly hurtLately: boolean
  /** The longest run of the plan before, where the week is held or steps back. */
  readonly before: Volume | undefined
  readonly pace: Pace
}

/** The most one run of the week may be, in both units, and which of the two reasons gives it. */
export interface SessionLimit {
  readonly most: Volume
  readonly finding: Finding
}

/**
 * One run may be a tenth longer than the longest trusted one, and stays short of where the knee spoke up. In
 * the stages the stage below is the answer to pain, and where it began caps nothing.
 */
export function evaluateSessionCap(rule: SessionCap, facts: SessionFacts): SessionLimit {
  const { most, finding: found } = lengthOf(rule, facts)
  const { before, where } = facts
  if (before === undefined) return { most, finding: found }
  // A week is compared in the unit it is prescribed in: the other one moves with the pace.
  const inTime = where === 'stage'
  const isOver = inTime ? before.seconds < most.seconds : before.meters < most.meters
  if (!isOver) return { most, finding: found }
  const held = inTime ? { ...most, seconds: before.seconds } : { ...most, meters: before.meters }
  return { most: held, finding: { ...found, says: 'held', saw: { beforeSeconds: before.seconds } } }
}

function lengthOf(rule: SessionCap, facts: SessionFacts): SessionLimit {
  const grown = growth(rule, facts)
  const counts = facts.onset !== undefined && facts.where !== 'stage'
  const short = beforeOnset(rule, counts ? [facts.onset ?? 0] : [])
  const byOnset = short < grown.meters
  const most: Volume = {
    meters: metres(Math.min(grown.meters, short)),
    seconds: seconds(
      Math.min(grown.seconds, Number.isFinite(short) ? (short * facts.pace) / 1000 : grown.seconds),
    ),
  }
  const untrusted = facts.where === 'stage' ? 'stage' : 'no-longest'
  const known = facts.hurtLately && facts.where !== 'stage' ? 'hurt' : 'longest'
  const asBefore = facts.least !== undefined && grown.seconds === facts.least.seconds
  const measured = asBefore ? 'as-before' : known
  const says = byOnset ? 'onset' : facts.longest === undefined ? untrusted : measured
  const saw = {
    longestSeconds: facts.longest?.seconds ?? null,
    onsetMeters: facts.onset ?? null,
    mostSeconds: Number.isFinite(most.seconds) ? Math.floor(most.seconds) : null,
  }
  return { most, finding: finding(rule.id, says, { saw }) }
}

/** How far a run may go before it comes near where pain began; without an onset it is bound by nothing. */
export const beforeOnset = (rule: SessionCap, onsets: readonly number[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...onsets.map((meters) => meters * rule.onsetShare))

/**
 * Where pain is taken to have begun of which nobody said it: where the run ended, and where it hurt while
 * running within a part of the run that was shown, or of the run itself.
 */
export const unsaidOnset = (
  rule: SessionCap,
  ended: number,
  hurtRunning: boolean,
  shown: number | undefined,
): number => (hurtRunning ? Math.min(ended, (shown ?? ended) * rule.onsetUnsaid) : ended)

/** A run of less than ten minutes cannot be planned, so that no longest run leaves less than one of them. */
function growth(rule: SessionCap, facts: SessionFacts): Volume {
  const shortest = shortestRun(rule, facts.pace)
  const least = facts.least === undefined ? shortest : higher(facts.least, shortest)
  return higher(
    least,
    facts.longest === undefined ? firstRun(rule, facts) : grown(rule, facts, facts.longest),
  )
}

/** In the stages the table itself is the cap; elsewhere a stranger's first run stays short. */
function firstRun(rule: SessionCap, facts: SessionFacts): Volume {
  const { where, longestIfSaid, pace } = facts
  if (where === 'stage')
    return { meters: metres(Number.POSITIVE_INFINITY), seconds: seconds(Number.POSITIVE_INFINITY) }
  const time = where === 'base' ? rule.withoutInBase : rule.without
  const first = { meters: metres(distanceIn(time, pace)), seconds: time }
  return longestIfSaid === undefined ? first : lower(first, grown(rule, facts, longestIfSaid))
}

/** The shortest run there is, in whole steps of the distance that weeks are planned in. */
export function shortestRun({ shortest }: SessionCap, pace: Pace): Volume {
  const meters = Math.ceil(distanceIn(shortest, pace) / 100 - 1e-6) * 100
  return { meters: metres(meters), seconds: seconds(Math.ceil(timeFor(meters, pace) - 1e-6)) }
}

function grown(rule: SessionCap, facts: SessionFacts, longest: Volume): Volume {
  const { pace } = facts
  // What hurt, however little, keeps the longest run from growing, and no more: the plan before tells how
  // long it was, whatever of it the pain has called off, and without one the longest run does.
  if (facts.hurtLately && facts.where !== 'stage' && facts.before === undefined) return longest
  const mayStep = longest.seconds < rule.stepBelow
  return {
    meters: metres(
      Math.max(
        longest.meters * (1 + rule.maxIncrease),
        mayStep ? longest.meters + distanceIn(rule.step, pace) : 0,
      ),
    ),
    seconds: seconds(
      Math.max(longest.seconds * (1 + rule.maxIncrease), mayStep ? longest.seconds + rule.step : 0),
    ),
  }
}

/** A run this many days ago still counts for the longest one. */
export const isInWindow = (rule: SessionCap, daysAgo: number): boolean => daysAgo <= rule.window

/** Pain that began in a run this many days ago still shortens the runs to come. */
export const isOnsetInWindow = (rule: SessionCap, daysAgo: number): boolean => daysAgo <= rule.onsetWindow

/** A run nobody scored is trusted only once no late pain is to be expected of it. */
export const isUnscoredTrusted = (rule: SessionCap, daysAgo: number): boolean => daysAgo > rule.unscoredAfter

/** Two starts on one day so near that the runs are one outing. */
export const isOneOuting = (rule: SessionCap, secondsApart: number): boolean =>
  secondsApart <= rule.togetherWithin

/** Less than this is no session and is left out. */
export const isTooShort = (rule: SessionCap, time: number): boolean => time < rule.shortest

/** The sentences of the session cap. */
export const SESSION_CAP_SAYS: Sentences = {
  longest: ['mostSeconds', 'longestSeconds', 'onsetMeters'],
  hurt: ['mostSeconds', 'longestSeconds'],
  'as-before': ['mostSeconds', 'longestSeconds'],
  held: ['beforeSeconds'],
  'no-longest': ['mostSeconds'],
  stage: [],
  onset: ['onsetMeters', 'mostSeconds', 'longestSeconds'],
  'too-short': ['shortestSeconds'],
  'one-run': ['shortestSeconds'],
}
