import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileWith, itb, type World } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

interface Exercise {
  readonly id: string
  readonly sets?: number
  readonly reps?: number | readonly number[]
  readonly level?: string
  readonly pain?: number
  readonly effort?: number
}
interface Session {
  readonly id: string
  readonly date: string
  readonly type: string
  readonly exercises: readonly Exercise[]
}

function runner(entries: readonly object[] = []) {
  const file = fileWith(sampleLog({ entries }))
  const env = { ITB_LOG: file }
  const held = (): Record<string, unknown>[] => JSON.parse(readFileSync(file, 'utf8')).entries
  const say = (line: string, world: World = {}) => itb(line, { env, ...world })
  const planned = async (today: string): Promise<readonly Session[]> => {
    const { sessions } = JSON.parse((await say(`plan --week this --json --today ${today}`)).stdout)
    return sessions.filter(({ type }: Session) => type === 'strength')
  }
  return { held, itb: say, planned }
}

const exercisesIn = (entry: Record<string, unknown> | undefined): readonly Exercise[] =>
  (entry?.['exercises'] ?? []) as readonly Exercise[]

describe('itb log strength', () => {
  it('is the planned session of its day, free of pain and attested', async () => {
    const { itb, held, planned } = runner()
    const [session] = await planned('2026-03-16')
    if (session === undefined) throw new Error('no strength is planned in this week')
    await itb(`log strength --date ${session.date}`, { today: '2026-03-22' })
    const [entry] = held()
    expect(entry).toMatchObject({ session: session.id, attested: true, date: session.date })
    expect(exercisesIn(entry)).toEqual(
      session.exercises.map(({ id, sets, reps, level }) => ({
        id,
        sets,
        reps: (reps as number[]).at(-1),
        level,
        pain: 0,
      })),
    )
  })

  it('is the nearest planned session of the week where its day has none, and once a day', async () => {
    const { itb, held, planned } = runner()
    const days = (await planned('2026-03-16')).map(({ date }) => date)
    const free = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19'].find((date) => !days.includes(date))
    await itb(`log strength --date ${free}`, { today: '2026-03-22' })
    expect(held()).toMatchObject([{ date: free, session: expect.stringContaining('-strength@sample') }])
    expect(await itb(`log strength --date ${free}`, { today: '2026-03-22' })).toMatchObject({ code: 2 })
    expect(held().length).toBe(1)
  })

  it('says what hurt, what was counted and what was left out', async () => {
    const { itb, held } = runner()
    const flags = '--pain clamshell=2 --effort clamshell=5 --skip glute-bridge --rpe 4'
    await itb(`log strength --date 2026-03-16 ${flags}`, { today: '2026-03-22' })
    const exercises = exercisesIn(held()[0])
    expect(held()[0]).toMatchObject({ rpe: 4, attested: true })
    expect(exercises.map(({ id }) => id)).not.toContain('glute-bridge')
    expect(exercises.find(({ id }) => id === 'clamshell')).toMatchObject({ pain: 2, effort: 5 })
    expect(exercises.filter(({ id }) => id !== 'clamshell').every(({ pain }) => pain === 0)).toBe(true)
  })

  it('claims no repetitions of an exercise whose sets were not counted', async () => {
    const { itb, held } = runner()
    await itb('log strength --date 2026-03-16 --sets clamshell=15,15,12', { today: '2026-03-22' })
    const [clamshell, ...others] = exercisesIn(held()[0])
    expect(clamshell).toMatchObject({ id: 'clamshell', sets: 3, reps: [15, 15, 12], pain: 0 })
    expect(held()[0], 'that the others were done is attested alone').toHaveProperty('attested', true)
    for (const other of others) expect([other.sets, other.reps]).toEqual([undefined, undefined])
  })

  it('is measured once the sets of every exercise were counted', async () => {
    const { itb, held, planned } = runner()
    const [session] = await planned('2026-03-16')
    const sets = (session?.exercises ?? []).map(({ id }) => `--sets ${id}=15,12`).join(' ')
    await itb(`log strength --date ${session?.date} ${sets}`, { today: '2026-03-22' })
    expect(held()[0]).toHaveProperty('session')
    expect(held()[0]).not.toHaveProperty('attested')
  })

  it('takes named exercises where nothing is planned', async () => {
    const stopped = [{ type: 'day', date: '2026-03-01', redFlags: ['locking'] }]
    const { itb, held } = runner(stopped)
    expect((await itb('log strength')).stderr).toContain('no strength session is open')
    expect((await itb('log strength --sets clamshell=15,15')).code).toBe(0)
    expect(exercisesIn(held().at(-1))).toEqual([{ id: 'clamshell', sets: 2, reps: [15, 15], pain: 0 }])
    expect(held().at(-1)).not.toHaveProperty('session')
  })

  it.each([
    ['--sets clamshel=15', 'Did you mean "clamshell"?'],
    ['--pain clamshell', 'Such as: --pain clamshell=2'],
    ['--pain clamshell=11', 'from 0 to 10'],
    ['--effort clamshell=hard', 'from 0 to 10'],
    ['--sets clamshell=15,x', 'from 0 to 1000'],
    ['--skip squat', 'no exercise "squat"'],
    ['--skip foot-posture', 'was not planned'],
    ['--skip clamshell --pain clamshell=1', 'clamshell cannot be left out and told of'],
  ])('refuses %s', async (flags, said) => {
    const { itb, held } = runner()
    const { code, stderr } = await itb(`log strength --date 2026-03-16 ${flags}`, { today: '2026-03-22' })
    expect([code, stderr, held()]).toEqual([2, expect.stringContaining(said), []])
  })

  it('lifts no level until somebody says how hard it was', async () => {
    const levels = async (flags: string): Promise<readonly (string | undefined)[]> => {
      const { itb, planned } = runner()
      for (const week of ['2026-03-02', '2026-03-09', '2026-03-16']) {
        for (const { date } of await planned(week)) await itb(`log strength --today ${date} ${flags}`)
      }
      const [next] = await planned('2026-03-23')
      return (next?.exercises ?? []).map(({ level }) => level)
    }
    const asPlanned = await levels('')
    const untouched = (await runner().planned('2026-03-23'))[0]?.exercises ?? []
    for (const { level } of untouched) expect(asPlanned).toContain(level)
    expect(await levels('--effort clamshell=3')).not.toEqual(asPlanned)
  })
})
