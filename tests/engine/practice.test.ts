import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, type Day } from '../../src/base/calendar.ts'
import { asEasy, mayBeDue, mayBeDueIn } from '../../src/engine/ease.ts'
import { lookAt } from '../../src/engine/look.ts'
import { replay } from '../../src/engine/replay.ts'
import { newState, type State } from '../../src/engine/state.ts'
import { exercisesOf, hasMoreSets, lineUp, setsOf } from '../../src/engine/strength.ts'
import type { Entry, Log, StrengthEntry } from '../../src/log/schema.ts'
import { checkIn, history, logOf, runnerOf, START } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'

const [FIRST, SECOND, THIRD] = REHAB.strength.introduce
const SIX = REHAB.strength.introduce.flat()
const on = (day: number): CalendarDate => dateOf(addDays(START, day))
const at = (day: number): Day => addDays(START, day)

/** A session of some exercises; a number beside one is its pain, null is not said. */
const session = (
  day: number,
  ids: readonly string[],
  pain: Readonly<Record<string, number | null>> = {},
): Entry => ({
  type: 'strength',
  date: on(day),
  exercises: ids.map((id) => ({ id, reps: 20, ...(pain[id] !== null && { pain: pain[id] ?? 0 }) })),
})

const BREAK = { during: 6, onsetMeters: 1200, lastingHours: 5, trend: 'worsened' } as const
const RUNNER = runnerOf({ baseline: 40_000, pace: 360, goal: 40_000, availableDays: undefined })

/** A runner whose flare was on the day before START, with a quiet check-in on every day since. */
const rehab = (days: number, ...entries: readonly Entry[]): Log =>
  logOf(RUNNER, [
    ...history({ baseline: 40_000, pace: 360, flare: BREAK }),
    ...Array.from({ length: days }, (_, day) => checkIn(at(day))),
    ...entries,
  ])

const strengthOn = (log: Log, day: number) =>
  lookAt(log, REHAB, on(day)).sessions.find(({ type }) => type === 'strength')
const idsOf = (log: Log, day: number) => strengthOn(log, day)?.exercises.map(({ id }) => id)

describe('the introduction', () => {
  it('counts the sessions that were logged, and no session that was left out', () => {
    // Strength is shown on Tuesday, Thursday and Sunday of the second week, days 8, 10 and 13.
    expect(idsOf(rehab(8), 8)).toEqual(FIRST)
    expect(idsOf(rehab(10), 10)).toEqual(FIRST)
    expect(idsOf(rehab(13, session(10, FIRST ?? [])), 13)).toEqual([...(FIRST ?? []), ...(SECOND ?? [])])
    expect(idsOf(rehab(45), 45 - (45 % 7) - 6)).toEqual(FIRST)
  })

  it('has its third part in the third session', () => {
    const two = [session(8, FIRST ?? []), session(10, [...(FIRST ?? []), ...(SECOND ?? [])])]
    expect(idsOf(rehab(13, ...two), 13)).toEqual([...(FIRST ?? []), ...(SECOND ?? []), ...(THIRD ?? [])])
  })

  it('lets wait what hurt, once, and then has it a level easier', () => {
    const hurt = session(8, FIRST ?? [], { clamshell: 1 })
    const second = strengthOn(rehab(10, hurt), 10)
    expect(second?.exercises.map(({ id }) => id)).toEqual([...(FIRST ?? []).slice(1), ...(SECOND ?? [])])
    expect(second?.cues).toContain('Clamshell waits this time, because it hurt on Tue 10 Mar.')
    const done = session(10, second?.exercises.map(({ id }) => id) ?? [])
    const third = strengthOn(rehab(13, hurt, done), 13)
    expect(third?.exercises.find(({ id }) => id === 'clamshell')).toMatchObject({ sets: 1, level: 'small' })
    expect(third?.exercises.map(({ id }) => id)).toEqual(SIX)
  })

  it('has two sets for fourteen days from the first session on, however late that was, then three', () => {
    const state: State = { ...newState(at(60), 'rehab'), strengthSessions: [at(30), at(40)] }
    expect([setsOf(REHAB, newState(at(60), 'rehab'), at(60)), setsOf(REHAB, state, at(43))]).toEqual([2, 2])
    expect([setsOf(REHAB, state, at(44)), hasMoreSets(REHAB, state, at(44))]).toEqual([3, true])
    const later = { ...state, strengthSessions: [...state.strengthSessions, at(44)] }
    expect(hasMoreSets(REHAB, later, at(46))).toBe(false)
  })

  it('begins anew with an episode', () => {
    const before = ['2026-02-03', '2026-02-05', '2026-02-08'].map(
      (date): Entry => ({ ...session(0, SIX), date: date as CalendarDate }),
    )
    expect(idsOf(rehab(8, ...before), 8)).toEqual(FIRST)
  })
})

describe('an exercise that hurt', () => {
  const all = (day: number, pain: Readonly<Record<string, number | null>> = {}) => session(day, SIX, pain)

  it('is a level easier, and the painless ones stay', () => {
    const log = rehab(17, all(8), all(10), all(13), all(15, { 'single-leg-box-squat': 1 }))
    const squat = strengthOn(log, 17)?.exercises.find(({ id }) => id === 'single-leg-box-squat')
    expect(squat?.level).toBe(
      REHAB.rehab.exercises.find(({ id }) => id === 'single-leg-box-squat')?.levels[0]?.id,
    )
    expect(idsOf(log, 17)).toEqual(SIX)
  })

  it('stays easier while nobody says that it hurts no more', () => {
    const hurt = [all(8), all(10), all(13), all(15, { clamshell: 1 })]
    const dose = (...more: readonly Entry[]) =>
      strengthOn(rehab(20, ...hurt, ...more), 20)?.exercises.find(({ id }) => id === 'clamshell')
    expect(dose(all(17, { clamshell: null }))).toMatchObject({ sets: 1, level: 'small' })
    expect(dose(all(17))).toMatchObject({ sets: 2, level: 'small' })
  })

  it('waits for a session where it hurt and nothing easier is left', () => {
    const log = rehab(20, all(8), all(10), all(13), all(15, { clamshell: 1 }), all(17, { clamshell: 1 }))
    const idsAfter = (...more: readonly Entry[]) => {
      const state = replay(REHAB, logOf(RUNNER, [...log.entries, ...more]), at(21)).stateAt(at(21), at(21))
      return exercisesOf(REHAB, state, 0).map(({ id }) => id)
    }
    expect(idsAfter()).toEqual(SIX.slice(1))
    expect(idsAfter(session(20, SIX.slice(1)))).toEqual(SIX)
  })
})

describe('adherence', () => {
  const counted = (log: Log, day: number) => {
    const { strengthPlanned, strengthDone } = replay(REHAB, log, at(day)).stateAt(at(day), at(day))
    return [strengthDone, strengthPlanned]
  }
  const shown = (log: Log, ids: readonly string[], ...days: readonly number[]): Log =>
    logOf(RUNNER, [...log.entries, ...days.map((day) => session(day, ids))])

  it('counts the sessions that were shown', () => {
    // One on the first Sunday, day 8 of the episode, and three in the week after it.
    expect(counted(rehab(14), 14)).toEqual([0, 4])
    expect(counted(shown(rehab(14), SIX, 8, 10), 14)).toEqual([2, 4])
    expect(counted(shown(rehab(14), SIX, 7, 9, 11, 13), 14)).toEqual([3, 4])
  })

  it('takes what pain called off for not shown', () => {
    const worse: Entry = { ...checkIn(at(9), 4) }
    const log = rehab(0, ...Array.from({ length: 14 }, (_, day) => (day === 9 ? worse : checkIn(at(day)))))
    expect(counted(log, 14)).toEqual([0, 2])
  })

  it('takes a session for done from four exercises on, in one go or in two', () => {
    const begun = shown(rehab(21), SIX, 8, 10, 13)
    expect(counted(shown(begun, SIX.slice(0, 3), 15), 21)).toEqual([3, 7])
    expect(counted(shown(begun, SIX.slice(0, 4), 15), 21)).toEqual([4, 7])
    const twice = shown(shown(begun, SIX.slice(0, 3), 15), SIX.slice(3), 15)
    expect(counted(twice, 21)).toEqual([4, 7])
  })
})

describe('whether it was easy', () => {
  const squat = { id: 'glute-bridge', reps: 15, level: 'bodyweight', pain: 0 }
  const entry = (more: object = {}): StrengthEntry => ({
    ...{ type: 'strength', date: on(20) },
    exercises: [{ ...squat, ...more }],
  })

  it.each([
    ['may bring the next level', {}, true],
    ['is no question once the effort was said', { effort: 8 }, false],
    ['is none under the top repetitions', { reps: 14 }, false],
    ['is none where it hurt', { pain: 1 }, false],
    ['is none where nobody said that it did not', { pain: undefined }, false],
    ['is none on the highest level', { level: 'marching' }, false],
  ])('%s', (_, more, due) => expect(mayBeDue(REHAB, new Map(), entry(more))).toBe(due))

  it('lifts a level when it was said twice, without any flag', () => {
    const easy = [20, 22].map((day) => asEasy(REHAB, { ...entry(), date: on(day) }))
    const log = logOf(RUNNER, [...rehab(24).entries, ...easy])
    const levels = exercisesOf(REHAB, replay(REHAB, log, at(28)).stateAt(at(28), at(28)), 0)
    expect(levels.find(({ id }) => id === 'glute-bridge')?.level).toBe('band')
    const due = (more: object) => mayBeDueIn(log, REHAB, on(24), { ...entry(more), date: on(24) })
    expect([due({ level: 'band' }), due({ level: 'band', effort: 3 })]).toEqual([true, false])
  })

  it('leaves nobody out of the line-up', () =>
    expect(lineUp(REHAB, newState(at(0), 'base'), 0).waiting).toEqual([]))
})
