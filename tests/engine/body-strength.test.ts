import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import { demoLog } from '../../src/cli/demo.ts'
import { keepDiary } from '../../src/engine/diary.ts'
import type { Kit } from '../../src/engine/exercise-level.ts'
import { lookAt } from '../../src/engine/look.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import { exercisesAfter } from '../../src/engine/practice.ts'
import { newState, type State } from '../../src/engine/state.ts'
import { doseOf, exercisesOf, timeOfSession } from '../../src/engine/strength.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { REHAB } from '../support/programme.ts'

const date = (text: string) => text as CalendarDate
const TODAY = date('2026-11-22')
const DEMO = demoLog(REHAB, TODAY)
const FIRST = dayOf(date('2026-03-02'))
const SIX = REHAB.strength.introduce.flat()
const EXTRAS = ['single-leg-standing', 'front-plank', 'foot-posture']

type Done = Extract<Entry, { type: 'strength' }>['exercises'][number]

/** A session on every other day, each with the same exercises. */
const sessions = (count: number, ...exercises: readonly Done[]): Entry[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'strength',
    date: dateOf(addDays(FIRST, 2 * index)),
    exercises,
  }))

const TOP = { reps: 20, effort: 4, pain: 0 } as const

/** A runner of no episode after some sessions, with every exercise introduced. */
function after(kit: Kit, ...entries: readonly Entry[]): State {
  const { runner } = DEMO
  const diary = keepDiary({ format: 'itb-log', version: 1, runner, entries })
  const state = { ...newState(FIRST, 'base'), strengthSessions: [FIRST, FIRST, FIRST] }
  const days = Array.from({ length: 30 }, (_, index) => addDays(FIRST, index))
  return { ...state, exercises: exercisesAfter(REHAB, state, diary, kit, addDays(FIRST, 40), days) }
}

const levelOf = (state: State, id: string, kit: Kit): string | undefined =>
  exercisesOf(REHAB, state, 0, [], kit).find((each) => each.id === id)?.level

describe('equipment', () => {
  it('that is not there is never planned: without an ankle weight the leg stays bare', () => {
    const lifted = sessions(6, { id: 'side-lying-hip-abduction', ...TOP })
    const kit = { equipment: ['band', 'box'] }
    expect(levelOf(after(kit, ...lifted), 'side-lying-hip-abduction', kit)).toBe('bodyweight')
    const weighted = { equipment: ['ankle-weight'] }
    expect(levelOf(after(weighted, ...lifted), 'side-lying-hip-abduction', weighted)).toBe('more-weight')
  })

  it('that is not there is skipped where a harder level does without', () => {
    const bridged = sessions(2, { id: 'glute-bridge', ...TOP })
    expect(levelOf(after({ equipment: [] }, ...bridged), 'glute-bridge', { equipment: [] })).toBe('marching')
    const kit = { equipment: ['band'] }
    expect(levelOf(after(kit, ...bridged), 'glute-bridge', kit)).toBe('band')
  })

  it('nobody named leaves the level as it is', () => {
    const state = after({})
    expect(levelOf(state, 'lateral-band-walk', {})).toBe('band-knees')
    expect(levelOf(state, 'lateral-band-walk', { equipment: [] })).toBe('no-band')
  })

  it('given away later takes a level back that needs it', () => {
    const kit = { equipment: ['band'] }
    const state = after(kit, ...sessions(2, { id: 'clamshell', ...TOP }))
    expect(levelOf(state, 'clamshell', kit)).toBe('band')
    expect(levelOf(state, 'clamshell', { equipment: [] })).toBe('bodyweight')
  })

  it('never keeps one of the six out of a session', () => {
    for (const equipment of [undefined, [], ['band'], ['box'], ['band', 'box', 'ankle-weight']])
      expect(exercisesOf(REHAB, after({}), 0, [], { equipment }).map(({ id }) => id)).toEqual(SIX)
  })
})

describe('extras', () => {
  const doses = (extras: readonly string[]) =>
    exercisesOf(REHAB, after({}), 0, [], { extras }).map((each) => doseOf(each, 2))

  it('are off unless they are asked for, and then come after the six', () => {
    expect(doses([]).map(({ id }) => id)).toEqual(SIX)
    expect(doses([...EXTRAS].reverse()).map(({ id }) => id)).toEqual([...SIX, ...EXTRAS])
  })

  it('take time that is counted', () => {
    expect(timeOfSession(REHAB, doses(['front-plank']))).toBeGreaterThan(timeOfSession(REHAB, doses([])))
  })

  it('wait until all six have been introduced', () => {
    const state = newState(FIRST, 'rehab')
    const first = exercisesOf(REHAB, state, 0, [], { extras: EXTRAS }).map(({ id }) => id)
    expect(first).toEqual(REHAB.strength.introduce[0])
  })
})

/** The demo runner with other settings, on a day of the second stage. */
const demo = (runner: Partial<Log['runner']>): Log => ({
  ...DEMO,
  runner: { ...DEMO.runner, ...runner },
})
const strengthOn = (log: Log, day: string) =>
  lookAt(log, REHAB, date(day)).sessions.find(({ type }) => type === 'strength')

describe('a strength session', () => {
  it('says why a level changed, and what stands for missing equipment', () => {
    expect(strengthOn(demo({}), TODAY)?.cues).toEqual([
      expect.stringMatching(/^Single-leg glute bridge: arms crossed now, because the last 2 sessions/),
      expect.stringMatching(/^Side-lying hip abduction without ankle weight: Stay .* It counts the same\.$/),
    ])
  })

  it('is easier on Sunday where an exercise hurt on Friday', () => {
    const entries = demo({}).entries.filter(
      ({ type, date: day }) => type !== 'strength' || day < '2026-11-18',
    )
    const exercises = [{ id: 'clamshell', level: 'band', pain: 2 }]
    const hurt: Entry = { type: 'strength', date: date('2026-11-18'), exercises }
    const session = strengthOn({ ...demo({}), entries: [...entries, hurt] }, TODAY)
    expect(session?.exercises.find(({ id }) => id === 'clamshell')?.level).toBe('bodyweight')
    expect(session?.cues).toContain('Clamshell: a level down (bodyweight), because it hurt on Wed 18 Nov.')
  })

  it('ends with the extras that were asked for', () => {
    const session = strengthOn(demo({ extras: ['foot-posture'] }), TODAY)
    expect(session?.exercises.map(({ id }) => id)).toEqual([...SIX, 'foot-posture'])
    expect(session?.durationSeconds).toBeGreaterThan(strengthOn(demo({}), TODAY)?.durationSeconds ?? 0)
  })

  it('leaves running as it is, whatever equipment and extras there are', () => {
    const running = (log: Log) => {
      const [week, next] = makePlans(log, REHAB, TODAY, date('2026-11-16'), 2)
      return [week, next].map((plan) => [plan?.running, plan?.criteria, plan?.verdict])
    }
    const bare = running(demo({ equipment: [], extras: EXTRAS }))
    expect(bare).toEqual(running(demo({ equipment: ['band', 'box', 'ankle-weight'] })))
  })
})

describe('rolling and stretching', () => {
  const mobilityOn = (log: Log, day: string) =>
    lookAt(log, REHAB, date(day)).sessions.find(({ type }) => type === 'mobility')
  const idsOf = (log: Log, day: string) => mobilityOn(log, day)?.exercises.map(({ id }) => id)

  it('rolls before a run of the return, and stretches the hip flexors right after it', () => {
    const [next] = makePlans(demo({}), REHAB, TODAY, date('2026-11-23'), 1)
    const ran = next?.sessions.find(({ type }) => type === 'run')?.date
    const session = next?.sessions.find(({ type, date: day }) => type === 'mobility' && day === ran)
    expect(session?.exercises.map(({ id }) => id)).toEqual([
      ...['roll-tfl', 'roll-lateral-quad', 'roll-glute'],
      ...['stretch-hip-flexor', 'stretch-pigeon', 'stretch-figure-4'],
    ])
  })

  it('stretches the hip flexors once on every day, without roller or strength too', () => {
    expect(idsOf(demo({}), TODAY)).toEqual(['stretch-hip-flexor', 'stretch-pigeon', 'stretch-figure-4'])
    const plans = makePlans(demo({}), REHAB, TODAY, date('2026-11-23'), 1)
    const free = plans[0]?.sessions.find(
      ({ type, date: day }) =>
        type === 'mobility' &&
        !plans[0]?.sessions.some((each) => each.date === day && /run|strength/.test(each.type)),
    )
    expect(free?.exercises.map(({ id }) => id)).toEqual([
      ...['stretch-hip-flexor', 'stretch-pigeon', 'stretch-figure-4'],
    ])
  })

  it.each([
    [3, [2, 2, 1]],
    [0, [1, 1, 1]],
    [undefined, [1, 1, 1]],
  ])('rolls twice where it was tender at %s', (pain, sets) => {
    // In the first weeks all is rolled daily.
    const early = date('2026-10-28')
    const log = demo({})
    const entries = log.entries.filter(({ type, date: day }) => day < early && type !== 'mobility')
    const rolled: Entry = {
      type: 'mobility',
      date: date('2026-10-27'),
      items: ['roll-tfl'],
      ...(pain !== undefined && { pain }),
    }
    const session = mobilityOn({ ...log, entries: [...entries, rolled] }, early)
    expect(session?.exercises.slice(0, 3).map((each) => each.sets)).toEqual(sets)
    expect(session?.cues.some((cue) => cue.startsWith('tender'))).toBe(pain === 3)
  })
})

describe('cross-training', () => {
  /** The week that begins on a day, as it was planned on its first morning. */
  const plannedIn = (week: string, ...more: readonly Entry[]) => {
    const log = demo({})
    const entries = [...log.entries.filter(({ date: day }) => day < week), ...more]
    const [plan] = makePlans({ ...log, entries }, REHAB, date(week), date(week), 1)
    const sessions = plan?.sessions.filter(({ type }) => type === 'cross-training') ?? []
    return {
      plan,
      minutes: sessions.map((each) => (each.durationSeconds ?? 0) / 60),
      cues: sessions[0]?.cues,
    }
  }

  it('begins short, a walk on the flat among its kinds', () => {
    const { minutes, cues } = plannedIn('2026-10-26')
    expect(minutes).toEqual([15, 20, 20, 20])
    expect(cues).toEqual([
      expect.stringMatching(/^choose: .*Walking on the flat$/),
      '1 h 15 of 4 h cut from running are replaced; the rest is not owed and comes week by week',
    ])
  })

  const trained = (day: string, pain = 0): Entry => ({
    ...{ type: 'cross-training', date: date(day), activity: 'swim', durationSeconds: 900 },
    pain,
  })

  it.each([
    ['2026-11-02', [20, 20, 20, 20]],
    ['2026-11-09', [30, 30]],
    ['2026-11-16', [40, 40]],
  ])('grows from its first session on: in the week of %s', (week, minutes) =>
    expect(plannedIn(week, trained('2026-11-01')).minutes.slice(0, 4)).toEqual(minutes),
  )

  it('is offered by what did not hurt', () =>
    expect(plannedIn('2026-11-02', trained('2026-11-01', 1)).cues?.[0]).not.toMatch(/Swimming/))

  it('waits while the runner limps, and for two days that are said to be without', () => {
    const limp: Entry = { type: 'day', date: date('2026-10-25'), limp: true, pain: { dailyActivities: 0 } }
    const limps = (...days: readonly string[]) =>
      plannedIn(
        '2026-10-26',
        limp,
        ...days.map((day): Entry => ({ type: 'day', date: date(day), limp: false })),
      )
    const waiting = 'Cross-training waits while you limp, and for 2 days in a row that are logged without.'
    expect([limps().minutes, limps().plan?.notes]).toEqual([[], [waiting]])
    const log = demo({})
    const on = (today: string, ...without: readonly string[]) => {
      const entries = [
        ...log.entries.filter(({ date: day }) => day < '2026-10-26'),
        limp,
        ...without.map((day): Entry => ({ type: 'day', date: date(day), limp: false })),
      ]
      const sessions = lookAt({ ...log, entries }, REHAB, date(today)).sessions
      return sessions.some(({ type }) => type === 'cross-training')
    }
    expect(on('2026-10-27', '2026-10-26')).toBe(false)
    expect(on('2026-10-28', '2026-10-26', '2026-10-27')).toBe(true)
    expect(on('2026-10-28', '2026-10-27')).toBe(false)
  })

  it('says what is left out where the days do not hold all of it', () => {
    const { plan, minutes, cues } = plannedIn('2026-11-23', trained('2026-10-26'))
    expect([plan?.running.durationSeconds, minutes]).toEqual([3600, [60, 60]])
    expect(cues).toContain('2 h of 3 h cut from running are replaced; the rest is not owed')
  })
})

describe('the easy set before a run', () => {
  const setBefore = (log: Log): readonly string[] => {
    const [plan] = makePlans(log, REHAB, TODAY, date('2026-11-23'), 1)
    const next = plan?.sessions.find(({ type }) => type === 'run')
    return next?.exercises.map(({ id }) => id) ?? []
  }
  const withLast = (entry: Entry): Log => ({ ...DEMO, entries: [...DEMO.entries, entry] })

  it('wakes the hip by what did not hurt when it was done last', () => {
    expect(setBefore(DEMO)).toEqual(['clamshell', 'lateral-band-walk'])
    const sore: Entry = { type: 'strength', date: TODAY, exercises: [{ id: 'clamshell', pain: 1 }] }
    expect(setBefore(withLast(sore))).toEqual(['lateral-band-walk'])
  })

  it('has what a clinician put in the place of an exercise', () => {
    const limit: Entry = {
      ...{ type: 'limit', date: date('2026-11-20'), by: 'physiotherapist' },
      substitute: { clamshell: 'glute-bridge' },
    }
    expect(setBefore(withLast(limit))).toEqual(['glute-bridge', 'lateral-band-walk'])
  })
})
