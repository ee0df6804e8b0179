import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mayLift } from '../../src/cli/done/easy.ts'
import type { PlannedExercise } from '../../src/engine/plan.ts'
import { itb } from '../support/fake-host.ts'
import { entriesOn, logFileBefore } from '../support/log-on.ts'
import { REHAB } from '../support/programme.ts'

/** Two strength days in a row of the second stage, and the day before the next week. */
const [WEDNESDAY, FRIDAY, SUNDAY] = ['2026-11-18', '2026-11-20', '2026-11-22']
type Keys = readonly (string | undefined)[]
const done = (file: string, day: string, words: string, keys?: Keys) =>
  itb(`done ${words} --log ${file} --today ${day}`, keys === undefined ? {} : { keys })

const effortsOn = (file: string, day: string): readonly unknown[] =>
  entriesOn(file, day).flatMap((entry) =>
    entry.type === 'strength' ? entry.exercises.map(({ effort }) => effort) : [],
  )

interface Session {
  readonly type: string
  readonly exercises: readonly { readonly level: string }[]
}

/** The levels of the next strength session after the days before it were done, each in the same way. */
async function levelsAfter(words: string, keys?: Keys): Promise<readonly string[]> {
  const file = logFileBefore(WEDNESDAY)
  for (const day of [WEDNESDAY, FRIDAY]) expect((await done(file, day, words, keys)).code).toBe(0)
  const { stdout } = await itb(`plan --week this --json --log ${file} --today ${SUNDAY}`)
  const { sessions }: { readonly sessions: readonly Session[] } = JSON.parse(stdout)
  return sessions.find(({ type }) => type === 'strength')?.exercises.map(({ level }) => level) ?? []
}

describe('whether strength was easy', () => {
  it('lifts one exercise a session that was, and none where nobody said or it was not', async () => {
    const silent = await levelsAfter('', [undefined])
    const risen = await levelsAfter('', ['y'])
    // The session before these two was easy, so that the first of them is the second in a row.
    expect(risen.filter((level, index) => level !== silent[index])).toHaveLength(2)
    expect(await levelsAfter('--easy')).toEqual(risen)
    for (const other of [await levelsAfter(''), await levelsAfter('', ['n']), await levelsAfter('--no-easy')])
      expect(other).toEqual(silent)
  }, 60_000)

  it('is asked by itb done on a terminal, and written for each exercise that did not hurt', async () => {
    const file = logFileBefore(WEDNESDAY)
    const { asked, stdout } = await done(file, WEDNESDAY, '', ['y'])
    expect(asked).toEqual(['Was the strength session easy, an effort of 6 of 10 or less in every exercise?'])
    expect(stdout.replace(/\s+/g, ' ')).toContain('each sets 3, effort 6, pain 0, as planned, not measured')
    expect(effortsOn(file, WEDNESDAY)).toEqual([6, 6, 6, 6, 6, 6])
  })

  it('leaves nothing written where it was skipped', async () => {
    const file = logFileBefore(WEDNESDAY)
    await done(file, WEDNESDAY, '', [undefined])
    expect(new Set(effortsOn(file, WEDNESDAY))).toEqual(new Set([undefined]))
  })

  it.each(['--but strength', '--but clamshell=2', '--easy', '--no-easy', '--no-input'])(
    'is not asked with %s',
    async (words) => {
      const { code, asked } = await done(logFileBefore(WEDNESDAY), WEDNESDAY, words, [])
      expect([code, asked]).toEqual([0, []])
    },
  )

  it('is said of a session that is there, and takes the place of no effort that was said', async () => {
    const file = logFileBefore(WEDNESDAY)
    await itb(`log strength --effort clamshell=3 --pain glute-bridge=1 --log ${file} --today ${WEDNESDAY}`)
    await done(file, WEDNESDAY, '--easy')
    const [strength] = entriesOn(file, WEDNESDAY).filter(({ type }) => type === 'strength')
    const exercises = strength?.type === 'strength' ? strength.exercises : []
    expect(exercises.map(({ id, effort }) => [id, effort]).slice(0, 3)).toEqual([
      ['clamshell', 3],
      ['side-lying-hip-abduction', 6],
      ['glute-bridge', undefined],
    ])
  })

  it.each([
    ['2026-11-19', '--easy', /Thu 19 Nov has no strength session/],
    [WEDNESDAY, '--easy --but strength', /strength was left out, and yet its effort is said/],
    [WEDNESDAY, '--easy --no-easy', /cannot both be said/],
  ])('on %s refuses %s', async (day, words, told) => {
    const file = logFileBefore(day)
    const before = readFileSync(file, 'utf8')
    expect(await done(file, day, words)).toMatchObject({ code: 2, stderr: expect.stringMatching(told) })
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})

describe('an answer that may lift an exercise', () => {
  const clamshell: PlannedExercise = {
    ...{ id: 'clamshell', sets: 3, reps: [15, 20], perSide: true, holdSeconds: 2, level: 'bodyweight' },
  }
  const lifts = (more: Partial<PlannedExercise>, equipment?: readonly string[], hurt?: number | null) =>
    mayLift(
      { programme: REHAB, equipment },
      [{ ...clamshell, ...more }],
      new Map(hurt === undefined ? [] : [['clamshell', hurt]]),
    )

  it('needs a next level, with what the runner has for it', () => {
    expect([lifts({}), lifts({}, ['band'])]).toEqual([true, true])
    expect([lifts({}, []), lifts({ level: 'firm-band' })]).toEqual([false, false])
    expect(lifts({ level: 'small' }, [])).toBe(true)
  })

  it('needs the top repetitions, and nothing that hurt or was left out', () => {
    expect([lifts({ reps: [10, 15] }), lifts({ reps: null })]).toEqual([false, false])
    expect([lifts({}, undefined, 1), lifts({}, undefined, null)]).toEqual([false, false])
    expect(lifts({}, undefined, 0)).toBe(true)
  })
})
