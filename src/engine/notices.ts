import { addDays, type Day, daysFrom } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Finding } from '../rules/finding.ts'
import { type Condition, isOpen } from '../rules/gate.ts'
import { evaluateReferral, hasImproved, isAcuteRecent, isStepRecent } from '../rules/referral.ts'
import { evaluateSoftSignals } from '../rules/soft-signals.ts'
import type { DayRecord, Diary } from './diary.ts'
import { dailyPain } from './day-report.ts'
import type { State } from './state.ts'

const WEEK = 7

/** The referral notices that stand at the start of a week. */
export function noticesFor(
  programme: Programme,
  diary: Diary,
  state: State,
  gate: readonly Condition[],
  asOf: Day,
  heldInARow: number,
): readonly Finding[] {
  const rule = programme.referral
  const { episode, at } = state
  return evaluateReferral(rule, {
    redFlag: state.phase === 'stop',
    swelling:
      state.lastSwelling !== undefined &&
      isStepRecent(rule, at - state.lastSwelling.day) &&
      episode !== undefined,
    episodeDays: episode === undefined ? undefined : at - episode.start,
    improved: isOpen(gate) || episode?.gateWasMet === true || hasEased(rule, diary, state, asOf),
    adherence: state.strengthPlanned === 0 ? undefined : state.strengthDone / state.strengthPlanned,
    recentSteps: state.steps.filter(({ day }) => isStepRecent(rule, at - day)).length,
    recentAcute: state.acutePhases.filter((day) => isAcuteRecent(rule, at - day)).length,
    heldInARow,
    elsewhere: longestElsewhere(state),
    acknowledged: state.acknowledged,
  })
}

/** The place that has hurt for the most weeks in a row up to the last one. */
function longestElsewhere({ at, elsewhere }: State): { place: string; weeks: number } | undefined {
  const weeksOf = (place: string): number => {
    let weeks = 0
    while (elsewhere.some(({ day, site }) => site === place && Math.ceil((at - day) / WEEK) === weeks + 1))
      weeks++
    return weeks
  }
  const told = [...new Set(elsewhere.map(({ site }) => site))].map((place) => ({
    place,
    weeks: weeksOf(place),
  }))
  return told.reduce<(typeof told)[number] | undefined>(
    (most, each) => (most === undefined || each.weeks > most.weeks ? each : most),
    undefined,
  )
}

/**
 * The worst of the last week is clearly below that of the flare: of running where there was some, else of
 * daily life against its first week. Not to run any more is no improvement, nor is what nobody scored.
 */
function hasEased(rule: Programme['referral'], diary: Diary, state: State, asOf: Day): boolean {
  const { episode, at } = state
  if (episode === undefined) return false
  const worst = (from: Day, scoresOn: (record: DayRecord) => readonly (number | undefined)[]) => {
    const days = daysFrom(from, addDays(from, WEEK - 1)).filter((day) => day < at)
    const scores = days.flatMap((day) => scoresOn(diary.on(day, asOf))).filter((each) => each !== undefined)
    return scores.length === 0 ? undefined : Math.max(...scores)
  }
  const lately = addDays(at, -WEEK)
  const daily = worst(lately, (record) => [dailyPain(record)])
  const running = worst(lately, ({ runs }) => runs.map(({ pain }) => pain?.during))
  const now = running === undefined ? daily : Math.max(running, daily ?? 0)
  const then = running === undefined ? worst(episode.start, (record) => [dailyPain(record)]) : episode.peak
  return now !== undefined && then !== undefined && hasImproved(rule, then, now)
}

/** Sleep and mood of the last days, as far as they were logged. */
export function softSignals(programme: Programme, diary: Diary, state: State, asOf: Day): Finding[] {
  return programme.soft.flatMap((rule) => {
    const checkIns = daysFrom(addDays(state.at, -rule.window), addDays(state.at, -1)).flatMap(
      (day) => diary.on(day, asOf).checkIns,
    )
    const mean = (values: readonly (number | undefined)[]): number | undefined => {
      const known = values.filter((value) => value !== undefined)
      return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length
    }
    const sleep = mean(checkIns.map(({ sleepHours }) => sleepHours))
    return evaluateSoftSignals(rule, {
      sleep: sleep === undefined ? undefined : sleep * 3600,
      mood: mean(checkIns.map(({ mood }) => mood)),
    })
  })
}
