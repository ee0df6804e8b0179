import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileWith, itb, type World } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const RUN = { type: 'run', distanceMeters: 5200, durationSeconds: 1870 }

function runner(entries: readonly object[]) {
  const file = fileWith(sampleLog({ entries }))
  const held = (): Record<string, unknown>[] => JSON.parse(readFileSync(file, 'utf8')).entries
  return { held, itb: (line: string, world: World = {}) => itb(line, { env: { ITB_LOG: file }, ...world }) }
}

describe('itb score', () => {
  it('scores the last run and keeps what stood before', async () => {
    const { itb, held } = runner([
      { ...RUN, date: '2026-03-16' },
      { ...RUN, date: '2026-03-17', pain: { during: 2 } },
      { type: 'day', date: '2026-03-18', swelling: false },
    ])
    expect((await itb('score --after 1 --lasted 1h --no-limp')).code).toBe(0)
    expect(held()).toMatchObject([
      {},
      {
        pain: { during: 2, after: 1, lastingHours: 1 },
        limp: false,
        was: [{ until: '2026-03-18', pain: { during: 2 } }],
      },
      {},
    ])
    expect(held()[0]).not.toHaveProperty('pain')
  })

  it.each(['2026-03-16', 'mon', 'abc', 'abcdef'])('finds a run by %s', async (word) => {
    const { itb, held } = runner([
      { ...RUN, id: 'abcdef', date: '2026-03-16' },
      { type: 'day', id: 'day123', date: '2026-03-16', swelling: false },
      { ...RUN, date: '2026-03-17' },
    ])
    await itb(`score ${word} --pain 3`)
    expect(held().map(({ pain }) => pain)).toEqual([{ during: 3 }, undefined, undefined])
  })

  it('scores a flare, exercises, training and stretching by the same flags', async () => {
    const { itb, held } = runner([
      { type: 'flare', id: 'flare1', date: '2026-03-15' },
      { type: 'strength', id: 'strong', date: '2026-03-15', exercises: [{ id: 'clamshell' }] },
      { type: 'cross-training', id: 'cross1', date: '2026-03-15', activity: 'bike', durationSeconds: 2400 },
      { type: 'mobility', id: 'mobil1', date: '2026-03-15', items: ['roll-tfl'] },
    ])
    await itb('score flare1 --pain 5 --no-swelling')
    await itb('score strong --pain clamshell=2 --effort clamshell=4')
    await itb('score cross1 --pain 0 --rpe 3')
    await itb('score mobil1 --pain 1')
    expect(held()).toMatchObject([
      { pain: { during: 5 }, swelling: false },
      { exercises: [{ id: 'clamshell', pain: 2, effort: 4 }] },
      { pain: 0, rpe: 3 },
      { pain: 1 },
    ])
  })

  it.each([
    ['score', 'nothing is said of it'],
    ['score today', 'no entry of 2026-03-18'],
    ['score mon --pain 1', 'can be any of 2 entries'],
    ['score cross1 --limp', '--limp is nothing that can be said'],
    ['score cross1 --pain clamshell=2', 'from 0 to 10'],
    ['score strong --pain 2', 'Such as: --pain clamshell=2'],
    ['score cross1 --effort clamshell=2', '--effort is nothing that can be said'],
    ['score day123 --pain 2', 'itb log day'],
    ['score note12 --pain 2', 'itb edit note12'],
    ['score sunday --onset 6km', 'further than the whole run'],
    ['score zzz --pain 2', 'begins with "zzz"'],
  ])('refuses what does not fit: %s', async (line, said) => {
    const entries = [
      { ...RUN, id: 'sunrun', date: '2026-03-15' },
      { type: 'cross-training', id: 'cross1', date: '2026-03-15', activity: 'bike', durationSeconds: 2400 },
      { type: 'strength', id: 'strong', date: '2026-03-15', exercises: [{ id: 'clamshell' }] },
      { type: 'day', id: 'day123', date: '2026-03-15' },
      { type: 'note', id: 'note12', date: '2026-03-15', note: 'windy' },
      { ...RUN, date: '2026-03-16', start: '07:00' },
      { ...RUN, date: '2026-03-16', start: '18:00' },
    ]
    const { itb } = runner(entries)
    expect(await itb(line)).toMatchObject({ code: 2, stderr: expect.stringContaining(said) })
  })

  it('says that the morning after a run of today is to come', async () => {
    const { itb } = runner([{ ...RUN, date: '2026-03-18' }])
    expect((await itb('score --morning 0')).stderr).toContain('has not come yet')
  })

  it('means a strength session where exercises are named', async () => {
    const { itb, held } = runner([
      { ...RUN, date: '2026-03-17' },
      { type: 'strength', id: 'strong', date: '2026-03-17', exercises: [{ id: 'clamshell' }] },
      { type: 'day', id: 'day123', date: '2026-03-17' },
    ])
    expect((await itb('score tue --pain clamshell=2')).code).toBe(0)
    expect(held().find(({ id }) => id === 'strong')).toMatchObject({ exercises: [{ pain: 2 }] })
  })

  it('offers only what has scores', async () => {
    const { itb } = runner([
      { type: 'mobility', id: 'mobil1', date: '2026-03-17', items: ['roll-tfl'] },
      { type: 'cross-training', id: 'cross1', date: '2026-03-17', activity: 'bike', durationSeconds: 2400 },
      { type: 'day', id: 'day123', date: '2026-03-17' },
    ])
    const { stderr } = await itb('score tue --pain 1')
    expect(stderr).toContain('any of 2 entries')
    expect(stderr).toContain('cross1 cross-training 2026-03-17 bike 40 min')
    expect(stderr).not.toContain('day123')
  })

  it('says how to take back what belongs to pain, where there was none', async () => {
    const { itb } = runner([{ ...RUN, date: '2026-03-17', pain: { during: 2, lastingHours: 3 } }])
    expect((await itb('score --pain 0')).stderr).toContain('--clear lasted')
    expect((await itb('edit last --pain 0 --clear lasted')).code).toBe(0)
  })

  it('asks on a terminal for what is missing, one key each', async () => {
    const { itb, held } = runner([{ ...RUN, date: '2026-03-17', swelling: false }])
    expect((await itb('score', { keys: ['0', 'n', '1'] })).asked.length).toBe(3)
    expect(held()).toMatchObject([
      { pain: { during: 0, nextMorning: 1 }, limp: false, swelling: false, analgesic: false },
    ])
    expect(await itb('score', { keys: [] })).toMatchObject({ asked: [], code: 0 })
  })

  it('asks how a painful run went on', async () => {
    const { itb, held } = runner([{ ...RUN, date: '2026-03-18' }])
    await itb('score', { keys: ['3', 'r', 'e', 'h', '2', 'n'] })
    expect(held()).toMatchObject([
      { pain: { during: 3, trend: 'eased', onsetMeters: 2000 }, limp: false, swelling: false },
    ])
  })

  it('writes nothing where every question is skipped', async () => {
    const { itb, held } = runner([
      { type: 'strength', id: 'strong', date: '2026-03-15', exercises: [{ id: 'clamshell' }] },
    ])
    expect((await itb('score strong', { keys: [undefined] })).stderr).toContain('nothing was written')
    await itb('score strong', { keys: ['2'] })
    expect(held()).toMatchObject([{ exercises: [{ pain: 2 }] }])
  })
})
