import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileWith, itb, type World } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const GOOD = { pain: { dailyActivities: 0, stairs: 0, rest: 0 }, swelling: false }

function runner(entries: readonly object[] = []) {
  const file = fileWith(sampleLog({ entries }))
  const held = (): Record<string, unknown>[] => JSON.parse(readFileSync(file, 'utf8')).entries
  return { held, itb: (line: string, world: World = {}) => itb(line, { env: { ITB_LOG: file }, ...world }) }
}

describe('itb log day', () => {
  it('--ok says four things, and of the red flags nothing', async () => {
    const { itb, held } = runner()
    await itb('log day --ok')
    expect(held()).toEqual([
      { id: expect.any(String), type: 'day', date: '2026-03-18', logged: '2026-03-18', ...GOOD },
    ])
  })

  it('a flag beside --ok is what counts', async () => {
    const { itb, held } = runner()
    await itb('log day --ok --stairs 1 --swelling')
    expect(held()).toMatchObject([{ pain: { dailyActivities: 0, stairs: 1, rest: 0 }, swelling: true }])
  })

  it('changes the check-in that is there and leaves what it does not name', async () => {
    const { itb, held } = runner()
    await itb('log day --stairs 2 --sleep 6h30 --habit stretched')
    await itb('log day --rest 1')
    expect(held()).toMatchObject([{ pain: { stairs: 2, rest: 1 }, sleepHours: 6.5, habits: ['stretched'] }])
    expect(held().length).toBe(1)
  })

  it('--ok takes no pain back that was said of the same day', async () => {
    const { itb, held } = runner()
    await itb('log day --stairs 2')
    await itb('log day --ok')
    expect(held()).toMatchObject([{ pain: { dailyActivities: 0, stairs: 2, rest: 0 }, swelling: false }])
    await itb('log day --stairs 0')
    expect(held()).toMatchObject([{ pain: { stairs: 0 } }])
  })

  it('keeps what hurts at another place, at night and on a painkiller apart from the knee', async () => {
    const { itb, held } = runner()
    await itb('log day --ok')
    await itb('log day --site groin --daily 1 --night 2 --painkiller')
    await itb('log day --site groin --stairs 3')
    expect(held()).toMatchObject([
      GOOD,
      { pain: { site: 'groin', dailyActivities: 1, stairs: 3, night: 2 }, analgesic: true },
    ])
    expect(held()[0]).not.toHaveProperty('analgesic')
  })

  it('adds a red flag to those before it, and denies them only all at once', async () => {
    const { itb, held } = runner()
    await itb('log day --red-flag locking --red-flag fever')
    await itb('log day --red-flag numbness')
    expect(held()).toMatchObject([{ redFlags: ['locking', 'fever', 'numbness'] }])
    await itb('log day --no-red-flags')
    expect(held()).toMatchObject([{ redFlags: [] }])
  })

  it('--since fills the empty days only, and prints each', async () => {
    const { itb, held } = runner([{ type: 'day', date: '2026-03-16', pain: { stairs: 2 } }])
    const { stdout } = await itb('log day --ok --since sun')
    expect(held().map(({ date, pain }) => [date, pain])).toEqual([
      ['2026-03-15', GOOD.pain],
      ['2026-03-16', { stairs: 2 }],
      ['2026-03-17', GOOD.pain],
      ['2026-03-18', GOOD.pain],
    ])
    for (const day of ['Sun 15 Mar', 'Tue 17 Mar', 'Wed 18 Mar']) expect(stdout).toContain(day)
    expect(await itb('log day --ok --since sun')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('without a check-in'),
    })
  })

  it.each([
    ['log day', 'nothing is said of the day'],
    ['log day --since sun', 'nothing is said of the day'],
    ['log day --ok --since mon --sleep 7', '--since is for days on which nothing hurt'],
    ['log day --since mon --red-flag locking', '--since is for days on which nothing hurt'],
    ['log day --ok --since mon --stairs 2', '--since is for days on which nothing hurt'],
    ['log day --ok --since soon', '--since is "soon"'],
    ['log day --red-flag lockin', 'Did you mean "locking"?'],
    ['log day --red-flag locking --no-red-flags', 'cannot both be said'],
    ['log day --mood 6', 'from 1 to 5'],
    ['log day --sleep 25', 'from 0 to 24'],
    ['log day --sleep 30h', 'more than a day'],
    ['log day --daily 1.5', 'whole number from 0 to 10'],
    ['log day fine', 'means nothing to itb log day'],
  ])('refuses what it does not understand: %s', async (line, said) => {
    const { itb, held } = runner()
    expect(await itb(line)).toMatchObject({ code: 2, stderr: expect.stringContaining(said) })
    expect(held()).toEqual([])
  })

  it('says that days told too late open no gate', async () => {
    const { itb, held } = runner()
    const { stderr } = await itb('log day --ok --since 2026-03-14')
    expect(stderr).toContain('2026-03-14 to 2026-03-15: told more than 2 days later, which opens no gate')
    expect(held().length).toBe(5)
  })

  it('asks on a terminal; what is skipped is not written', async () => {
    const { itb, held } = runner()
    await itb('log day', { keys: [undefined] })
    expect(held()).toEqual([])
    await itb('log day', { keys: ['0'] })
    expect(held()).toMatchObject([GOOD])
    await itb('log day yesterday', { keys: ['2', 's', undefined] })
    expect(held()[0]).toMatchObject({ date: '2026-03-17', pain: { stairs: 2 } })
    expect(held()[0]).not.toHaveProperty('swelling')
  })
})
