import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { CalendarDate } from '../src/base/calendar.ts'
import type { Plan } from '../src/engine/plan.ts'
import type { Log } from '../src/log/schema.ts'
import { logOfScenario, planOf, type Scenario, startOf } from './support/scenario.ts'

/** What is expected of one plan; what is not named is free. */
interface Expected {
  readonly phase?: string
  readonly returnWeek?: number | null
  readonly km?: number
  readonly minutes?: number
  readonly runs?: number
  readonly verdict?: string
  readonly binding?: string
  /** `rule` or `rule verdict`, each of which must be there, and which must not. */
  readonly findings?: readonly string[]
  readonly without?: readonly string[]
  readonly runDays?: readonly string[]
  readonly strengthDays?: readonly string[]
  /** Days that are over, which hold nothing but rest. */
  readonly pastDays?: readonly string[]
  readonly longestMinutes?: number
  readonly terrain?: string
  readonly exercises?: readonly string[]
  readonly criteria?: Readonly<Record<string, string>>
  readonly notice?: string | null
  readonly acknowledged?: boolean
  readonly note?: string
  readonly provisional?: boolean
  /** Scores that must be asked for. */
  readonly owed?: readonly string[]
}

interface Told extends Scenario {
  readonly expect?: Expected
  /** Plans by the number of the week: `12.1 build rw4`. */
  readonly plans?: Readonly<Record<number, string>>
  /** The same runner otherwise: the running must not differ. */
  readonly same?: Scenario['runner']
}

const FOLDER = join(import.meta.dirname, 'scenarios')
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const dayName = (date: string): string => WEEKDAYS[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? ''

describe.each(files)('%s', (file) => {
  const scenarios = parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly Told[]
  describe.each(scenarios.filter(({ plans }) => plans !== undefined))('$name', (scenario) => {
    // Lived once for all of its weeks, and within a test, so that what goes wrong there is told as its failure.
    let lived: Log | undefined
    it.each(Object.entries(scenario.plans ?? {}))('week %s is %s', (week, line) => {
      lived ??= logOfScenario(scenario)
      const log = lived
      const start = startOf(Number(week))
      const known = { ...log, entries: log.entries.filter(({ date }) => date < start) }
      expect(lineOf(planOf(scenario, known, start), line)).toBe(line)
    })
  })
  it.each(scenarios.filter(({ expect: expected }) => expected !== undefined))('$name', (scenario) => {
    const log = logOfScenario(scenario)
    const plan = planOf(scenario, log, scenario.today as CalendarDate)
    expect(toldOf(plan, scenario.expect ?? {})).toEqual(scenario.expect)
    if (scenario.same === undefined) return
    const twin = { ...log, runner: { ...log.runner, ...scenario.same } }
    const other = planOf(scenario, twin, scenario.today as CalendarDate)
    expect(other.running).toEqual(plan.running)
  })
})

/** A week in one line, with no more words than the expected one has. */
function lineOf(plan: Plan, line: string): string {
  const hills = plan.sessions.some(({ terrain }) => terrain === 'uphill' || terrain === 'hilly')
  const words = [
    (plan.running.distanceMeters / 1000).toFixed(1),
    ...(/[a-z]/.test(line) ? [plan.phase] : []),
    ...(/rw\d/.test(line) ? [`rw${plan.returnWeek}`] : []),
    ...(/hills|flat/.test(line) ? [hills ? 'hills' : 'flat'] : []),
    ...(line.endsWith('held') ? [plan.running.binding === 'hills' ? 'held' : plan.running.binding] : []),
  ]
  return words.join(' ')
}

/** Of a plan what the scenario asks for, so that a failure shows all that differs. */
function toldOf(plan: Plan, asked: Expected): Expected {
  const runs = plan.sessions.filter(({ type }) => type === 'run')
  const over = plan.sessions.filter(({ date }) => date < plan.asOf)
  const past = over.filter(({ type, cues }) => type === 'rest' && cues.length > 0)
  const said = new Set(plan.findings.flatMap(({ rule, verdict }) => [rule, `${rule} ${verdict}`]))
  const strength = plan.sessions.filter(({ type }) => type === 'strength')
  const told: Required<Expected> = {
    phase: plan.phase,
    returnWeek: plan.returnWeek,
    km: plan.running.distanceMeters / 1000,
    minutes: plan.running.durationSeconds / 60,
    runs: plan.running.sessions,
    verdict: plan.verdict,
    binding: plan.running.binding,
    findings: (asked.findings ?? []).map((each) =>
      said.has(each) ? each : `${each} is not among ${[...said].join(', ')}`,
    ),
    without: (asked.without ?? []).map((each) => (said.has(each) ? `${each} is there` : each)),
    runDays: runs.map(({ date }) => dayName(date)),
    strengthDays: strength.map(({ date }) => dayName(date)),
    pastDays: past.map(({ date }) => dayName(date)),
    longestMinutes: Math.max(0, ...runs.map(({ durationSeconds }) => (durationSeconds ?? 0) / 60)),
    terrain: [...new Set(runs.map(({ terrain }) => terrain))].join(' '),
    exercises: [...new Set(strength.flatMap(({ exercises }) => exercises.map(({ id }) => id)))],
    criteria: Object.fromEntries(
      Object.keys(asked.criteria ?? {}).map((id) => [
        id,
        plan.criteria.find((each) => each.id === id)?.state ?? 'absent',
      ]),
    ),
    notice: plan.referral?.notice ?? null,
    acknowledged: plan.referral?.acknowledged ?? false,
    note: plan.notes.find((note) => note === asked.note) ?? plan.notes.join(' '),
    provisional: plan.provisional,
    owed: (asked.owed ?? []).filter((score) => plan.owed.some((each) => each.score === score)),
  }
  return Object.fromEntries(Object.entries(told).filter(([key]) => key in asked))
}
