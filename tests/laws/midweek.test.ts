import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, type Day } from '../../src/base/calendar.ts'
import { decideWeeks } from '../../src/engine/make-plan.ts'
import type { Replay } from '../../src/engine/replay.ts'
import { isRunFree, stageOf } from '../../src/engine/state.ts'
import type { Entry, RunEntry } from '../../src/log/schema.ts'
import { REHAB } from '../support/programme.ts'
import { logOf, type Played, weeksOf } from '../support/play.ts'
import { LEAST, SEED } from './amount.ts'
import { cases, type Regime } from './cases.ts'

const WEEKS = 14
/** Each week is asked twice on one of its days, so that a part of the weeks is enough. */
const RUNS = Math.ceil(LEAST / 4 / WEEKS)

type Worse = (entry: Entry) => Entry | undefined
const ofRun =
  (change: (run: RunEntry) => RunEntry): Worse =>
  (entry) =>
    entry.type === 'run' && entry.pain !== undefined ? change(entry) : undefined
const hurting = (more: NonNullable<RunEntry['pain']>): Worse =>
  ofRun((run) => ({ ...run, pain: { ...run.pain, ...more } }))

const atLeast = (score: number | undefined, least: number): number => Math.max(score ?? 0, least)

/** A worse report of one entry, taken whole. */
const WORSE: Readonly<Record<string, Worse>> = {
  'more pain in a run': ofRun((run) => ({
    ...run,
    pain: { ...run.pain, during: Math.min(10, (run.pain?.during ?? 0) + 2) },
  })),
  'much more pain in a run': ofRun((run) => ({
    ...run,
    pain: { ...run.pain, during: Math.min(10, (run.pain?.during ?? 0) + 5) },
  })),
  'pain after a run': ofRun((run) => ({ ...run, pain: { ...run.pain, after: atLeast(run.pain?.after, 4) } })),
  'a painkiller': ofRun((run) => ({ ...run, analgesic: true })),
  'a limp': ofRun((run) => ({ ...run, limp: true })),
  'swelling after a run': ofRun((run) => ({ ...run, swelling: true })),
  'pain of the calf': (entry) => (isQuiet(entry) ? hurting({ site: 'calf', during: 4 })(entry) : undefined),
  'severe pain of the calf': (entry) =>
    isQuiet(entry) ? hurting({ site: 'calf', during: 7 })(entry) : undefined,
  'no scores': (entry) => {
    if (!isQuiet(entry) || entry.type !== 'run') return undefined
    const { pain: _, ...rest } = entry
    return rest
  },
  'daily pain': (entry) =>
    entry.type === 'day'
      ? { ...entry, pain: { ...entry.pain, dailyActivities: (entry.pain?.dailyActivities ?? 0) + 1 } }
      : undefined,
  'a day on a painkiller': (entry) => (entry.type === 'day' ? { ...entry, analgesic: true } : undefined),
  'an exercise that hurt': (entry) =>
    entry.type === 'strength'
      ? {
          ...entry,
          exercises: entry.exercises.map((done, index) =>
            index === 0 ? { ...done, pain: (done.pain ?? 0) + 2 } : done,
          ),
        }
      : undefined,
  'an exercise without a score': (entry) =>
    entry.type === 'strength'
      ? { ...entry, exercises: entry.exercises.map(({ pain: _, ...done }) => done) }
      : undefined,
}

const isQuiet = (entry: Entry): boolean =>
  entry.type === 'run' &&
  (entry.pain?.during ?? 1) === 0 &&
  (entry.pain?.after ?? 0) === 0 &&
  (entry.pain?.nextMorning ?? 0) === 0 &&
  entry.limp === false &&
  entry.swelling === false &&
  entry.analgesic === false

/** This week from a day on, and the next one: its metres, its longest run, and whether the return begins. */
function askedOn(played: Replay, start: Day, today: Day) {
  return decideWeeks(REHAB, played, today, start, 2).map(({ plan, remaining, state }) => {
    const runs = remaining?.runs ?? plan.runs
    return {
      meters: runs.reduce((sum, { volume }) => sum + volume.meters, 0),
      longest: Math.max(0, ...runs.map(({ volume }) => volume.seconds)),
      enters: stageOf(plan.phase) === 0 && isRunFree(state.phase),
    }
  })
}

/** The log as it stood on a day of a week, the morning after not yet scored. */
function knownOn(next: Played, start: Day, today: Day): readonly Entry[] {
  return next.log.entries
    .filter(
      ({ date, type }) => date <= dateOf(today) || (type === 'absence' && date < dateOf(addDays(start, 7))),
    )
    .map((entry) => {
      if (entry.type !== 'run' || entry.date !== dateOf(today) || entry.pain === undefined) return entry
      const { nextMorning: _, ...pain } = entry.pain
      return { ...entry, pain }
    })
}

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it('14: asked on any day, what is worse raises neither this week nor the next', () => {
    const names = Object.keys(WORSE)
    fc.assert(
      fc.property(cases(regime, WEEKS), fc.nat(1000), (one, pick) => {
        const weeks = weeksOf(REHAB, one)
        weeks.forEach((week, index) => {
          const next = weeks[index + 1]
          if (next === undefined) return
          const today = addDays(week.start, (pick + index) % 7)
          const entries = knownOn(next, week.start, today)
          const name = names[(pick + 3 * index) % names.length] ?? ''
          const places = entries.flatMap((entry, place) =>
            entry.date >= dateOf(week.start) && WORSE[name]?.(entry) !== undefined ? [place] : [],
          )
          const at = places[pick % Math.max(1, places.length)]
          if (at === undefined) return
          const worse = entries.map((entry, place) =>
            place === at ? (WORSE[name]?.(entry) ?? entry) : entry,
          )
          const [told, other] = [entries, worse].map((each) =>
            askedOn(week.asked.withEntries(logOf(week.log.runner, each).entries, today), week.start, today),
          )
          const where = `${name}, week ${week.number + 1}, ${dateOf(today)}, ${week.plan.phase}`
          told?.forEach(({ meters, longest, enters }, ahead) => {
            const after = other?.[ahead]
            expect(after?.meters, `${where}, +${ahead}`).toBeLessThanOrEqual(meters)
            const most = Math.max(longest, 1200, ...week.plan.runs.map(({ volume }) => volume.seconds))
            expect(after?.longest, `${where}, +${ahead}`).toBeLessThanOrEqual(most)
            expect(after?.enters === true && !enters, `${where}, +${ahead}`).toBe(false)
          })
        })
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    )
  }, 7_200_000)
})
