import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import { demoLog } from '../../src/cli/demo.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import type { Plan, Session, Step } from '../../src/engine/plan.ts'
import { readLog } from '../../src/log/read.ts'
import { isWorkout, renderFit } from '../../src/render/fit.ts'
import { workoutOf } from '../../src/render/workout.ts'
import { cases } from '../laws/cases.ts'
import { played, type ReadStep, readFit } from '../support/fit-reader.ts'
import { weeksOf } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'
import { buildPlan } from '../support/sample-build-plan.ts'
import { returnPlan } from '../support/sample-plans.ts'
import { run, running, times, walk } from '../support/sample-sessions.ts'
import { logOfScenario, planOf, type Scenario, startOf } from '../support/scenario.ts'
import { tries } from '../support/tries.ts'

const MOMENT = '2026-03-10T19:02:11Z'
const runsOf = ({ sessions }: Plan): Session[] => sessions.filter(({ type }) => type === 'run')
const fitOf = (session: Session, unit: Plan['running']['unit'] = 'time'): Uint8Array =>
  renderFit(workoutOf(session, unit), MOMENT)
const stepsIn = (session: Session, unit?: Plan['running']['unit']): string[] =>
  played(readFit(fitOf(session, unit)).steps).map(told)

/** `warmup Walk 300 s`, `active Run 5100 m`. */
function told({ intensity, wkt_step_name, duration_type, duration_value }: ReadStep): string {
  const amount = [`${duration_value / 1000} s`, `${duration_value / 100} m`][duration_type] ?? 'open'
  return [intensity, wkt_step_name, amount].join(' ')
}

const secondsIn = (steps: readonly ReadStep[]): number =>
  steps.reduce((sum, step) => sum + (step.duration_type === 0 ? step.duration_value : 0), 0) / 1000
const metersIn = (steps: readonly ReadStep[]): number =>
  steps.reduce((sum, step) => sum + (step.duration_type === 1 ? step.duration_value : 0), 0) / 100
const writtenOut = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) =>
    'repeat' in step
      ? Array.from({ length: step.repeat }, () => writtenOut(step.steps)).flat()
      : [`${step.kind} ${step.durationSeconds}`],
  )

/** What is wrong with the workouts of a week, in words; nothing if they are the runs of the plan. */
function faultsOf(plan: Plan): string[] {
  const { unit } = plan.running
  const serials = runsOf(plan).map((session) => readFit(fitOf(session, unit)).file.serial_number)
  return [
    ...(new Set(serials).size < serials.length ? ['two runs have one serial number'] : []),
    ...runsOf(plan).flatMap((session) =>
      faultsOfRun(session, unit).map((fault) => `${session.id}: ${fault}`),
    ),
  ]
}

function faultsOfRun(session: Session, unit: Plan['running']['unit']): string[] {
  const bytes = fitOf(session, unit)
  const { header, order, file, workout, steps } = readFit(bytes)
  const done = played(steps)
  const names = [workout.wkt_name, ...done.map(({ wkt_step_name = '' }) => wkt_step_name)]
  const walking = done.filter(({ wkt_step_name }) => wkt_step_name === 'Walk')
  const going = done.filter(({ wkt_step_name }) => wkt_step_name !== 'Walk')
  const planned = writtenOut(session.steps)
  const isByDistance = metersIn(done) > 0
  const holds: readonly (readonly [string, boolean])[] = [
    ['version 1.0 with both checksums', header.protocolVersion === 0x10 && header.headerCrc !== 0],
    ['a workout for running', file.type === 5 && workout.sport === 'running' && isWorkout(bytes, session.id)],
    ['messages in order', /^file_id workout( workout_step)+$/.test(order.join(' '))],
    ['all steps counted', workout.num_valid_steps === steps.length],
    ['steps numbered from 0', steps.every((step, index) => step.message_index === index)],
    ['names a watch can show', names.every((name) => /^[ -~]{1,15}$/.test(name))],
    ['walks as long as planned', secondsIn(walking) === walkingIn(session)],
    ['step for step as planned', isByDistance || done.map(inWords).join() === planned.join()],
    [
      'running as long as planned',
      isByDistance
        ? metersIn(going) === session.distanceMeters && unit === 'distance'
        : secondsIn(going) === session.durationSeconds && secondsIn(done) === session.elapsedSeconds,
    ],
  ]
  return holds.filter(([, isSo]) => !isSo).map(([what]) => `no ${what}`)
}

const inWords = ({ wkt_step_name, duration_value }: ReadStep): string =>
  `${wkt_step_name?.toLowerCase()} ${duration_value / 1000}`
const walkingIn = ({ elapsedSeconds, durationSeconds }: Session): number =>
  (elapsedSeconds ?? 0) - (durationSeconds ?? 0)

describe.each([
  ['return', returnPlan],
  ['build', buildPlan],
])('the workouts of the %s week', (name, plan) => {
  it.each(runsOf(plan).map((session) => [session.date, session] as const))(
    '%s are byte for byte as they were approved',
    (date, session) => {
      const golden = readFileSync(new URL(`${name}-${date}.fit`, import.meta.url))
      expect(Buffer.from(fitOf(session, plan.running.unit)).toString('hex')).toBe(golden.toString('hex'))
    },
  )
})

describe('a run on the watch', () => {
  it('is a warm-up walk and the repeats of run and walk', () => {
    const [first] = runsOf(returnPlan)
    if (first === undefined) throw new Error('the week has no run')
    expect(stepsIn(first)).toEqual([
      'warmup Walk 300 s',
      ...Array.from({ length: 6 }, () => ['active Run 120 s', 'rest Walk 60 s']).flat(),
    ])
    expect(readFit(fitOf(first)).workout).toEqual({
      sport: 'running',
      num_valid_steps: 4,
      wkt_name: 'Run Mon 23 Mar',
    })
  })

  it('has its pickups by name, each with its easy running', () => {
    const session = runsOf(buildPlan)[1]
    expect(session && stepsIn(session, 'distance')).toEqual([
      'warmup Walk 300 s',
      'active Run 1200 s',
      ...Array.from({ length: 4 }, () => ['active Pickup 30 s', 'active Run 90 s']).flat(),
      'active Run 120 s',
    ])
  })

  it('cools down where it ends in a walk, and rests where it walks between', () => {
    const session = run('2026-03-23', 'Run 20 min', 3000, 20, 31, [
      walk(5),
      running(10),
      walk(1),
      running(10),
      walk(5),
    ])
    expect(stepsIn(session)).toEqual([
      'warmup Walk 300 s',
      'active Run 600 s',
      'rest Walk 60 s',
      'active Run 600 s',
      'cooldown Walk 300 s',
    ])
  })

  it('goes back to the first step of a repeat, also of the second one', () => {
    const session = run('2026-03-23', 'Run 24 min', 3000, 24, 30, [
      times(2, running(3), walk(1)),
      times(3, running(6), walk(2)),
    ])
    const { steps } = readFit(fitOf(session))
    const back = steps.filter(({ duration_type }) => duration_type === 6)
    expect(back.map(({ duration_value, target_value }) => [duration_value, target_value])).toEqual([
      [0, 2],
      [3, 3],
    ])
    expect(secondsIn(played(steps))).toBe(2 * 240 + 3 * 480)
  })

  it('has a repeat inside a repeat written out, which not every watch could follow', () => {
    const session = run('2026-03-23', 'Run 24 min', 3000, 24, 30, [
      times(3, times(2, running(2), walk(1)), running(5)),
    ])
    const { steps } = readFit(fitOf(session))
    expect(steps.filter(({ duration_type }) => duration_type === 6)).toHaveLength(1)
    expect(played(steps).map(inWords)).toEqual(writtenOut(session.steps))
  })

  it('has no repeat for what is done once', () => {
    const session = run('2026-03-23', 'Run 2 min', 300, 2, 3, [times(1, running(2), walk(1))])
    expect(readFit(fitOf(session)).steps.map(told)).toEqual(['active Run 120 s', 'rest Walk 60 s'])
  })

  it('counts metres where the week is planned by distance', () => {
    const session = run('2026-05-18', 'Long run 12.5 km', 12_500, 75, 80, [walk(5), running(75)])
    expect(stepsIn(session, 'distance')).toEqual(['warmup Walk 300 s', 'active Run 12500 m'])
    expect(stepsIn(session, 'time')).toEqual(['warmup Walk 300 s', 'active Run 4500 s'])
    expect(readFit(fitOf(session)).workout.wkt_name).toBe('Long Mon 18 May')
  })

  it.each([
    ['its distance', { distanceMeters: 5100, durationSeconds: null }, 'active Run 5100 m'],
    ['its time', { distanceMeters: null, durationSeconds: 1800 }, 'active Run 1800 s'],
    ['the button', { distanceMeters: null, durationSeconds: null }, 'active Run open'],
  ])('without steps is one that lasts until %s', (_, amounts, step) => {
    expect(stepsIn({ ...run('2026-05-18', 'Run', 0, 0, 0, []), ...amounts })).toEqual([step])
  })

  it('is the same file every time, and another one for every run and every state of the log', () => {
    const [first, second] = runsOf(returnPlan)
    if (first === undefined || second === undefined) throw new Error('the week has too few runs')
    expect(fitOf(first)).toEqual(fitOf(first))
    expect(readFit(fitOf(first)).file.time_created.toISOString()).toBe('2026-03-10T19:02:11.000Z')
    expect(readFit(fitOf(first)).file.serial_number).not.toBe(readFit(fitOf(second)).file.serial_number)
    expect([isWorkout(fitOf(first), first.id), isWorkout(fitOf(first), second.id)]).toEqual([true, false])
  })

  it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])('is written even in a log of %s', (moment) => {
    const [first] = runsOf(returnPlan)
    expect(first && readFit(renderFit(workoutOf(first, 'time'), moment)).steps).toHaveLength(4)
  })

  it('is known again from its first bytes alone', () => {
    expect(isWorkout(new Uint8Array(20))).toBe(false)
    expect(isWorkout(new Uint8Array(200))).toBe(false)
  })

  it('is refused by the decoder when one bit of it is lost', () => {
    const [first] = runsOf(returnPlan)
    const bytes = first === undefined ? new Uint8Array() : fitOf(first)
    for (const at of [2, 60, bytes.length - 1]) {
      const broken = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
      expect(() => readFit(broken), `byte ${at}`).toThrow('CRC mismatch')
    }
  })
})

const SCENARIOS = join(import.meta.dirname, '../scenarios')
const LOGS = join(import.meta.dirname, '../../../shared/data/logs')
type Told = Scenario & { readonly plans?: Readonly<Record<number, string>> }

describe('the workouts of whole weeks are the runs of the plan', () => {
  it.each(readdirSync(SCENARIOS))('in %s', (file) => {
    const scenarios = parse(readFileSync(join(SCENARIOS, file), 'utf8')) as readonly Told[]
    for (const scenario of scenarios) {
      const log = logOfScenario(scenario)
      for (const week of Object.keys(scenario.plans ?? {})) {
        const start = startOf(Number(week))
        const known = { ...log, entries: log.entries.filter(({ date }) => date < start) }
        expect(faultsOf(planOf(scenario, known, start)), `${scenario.name}, week ${week}`).toEqual([])
      }
      if (scenario.today !== undefined)
        expect(faultsOf(planOf(scenario, log, scenario.today as CalendarDate)), scenario.name).toEqual([])
    }
  })

  it('of the sample runner, through every phase', () => {
    const today = '2026-11-22' as CalendarDate
    const plans = makePlans(demoLog(REHAB, today), REHAB, today, '2026-11-23' as CalendarDate, 30)
    expect(plans.flatMap(faultsOf)).toEqual([])
    expect(new Set(plans.map(({ phase }) => phase))).toEqual(
      new Set(['return-2', 'return-3', 'build', 'maintain']),
    )
  })

  it.skipIf(!existsSync(LOGS)).each(['real-eight-years', 'real-year-then-flare'])(
    'of %s (skipped where ../shared/data is not there)',
    (name) => {
      const log = readLog(readFileSync(join(LOGS, `${name}.json`), 'utf8'))
      const last = log?.entries.at(-1)?.date
      if (log === undefined || last === undefined) throw new Error(`${name} cannot be read`)
      for (const ago of [0, 7, 30, 200]) {
        const today = dateOf(addDays(dayOf(last), -ago))
        expect(makePlans(log, REHAB, today, today, 4).flatMap(faultsOf), today).toEqual([])
      }
    },
  )

  it('of weeks of anybody', () => {
    fc.assert(
      fc.property(cases('noisy', 8), (one) => {
        for (const { log, start } of weeksOf(REHAB, one)) {
          const day = dateOf(start)
          expect(makePlans(log, REHAB, day, day, 1).flatMap(faultsOf), day).toEqual([])
        }
      }),
      { seed: 20_260_302, numRuns: tries(2, 50), endOnFailure: true },
    )
  })
})
