import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { succeed } from '../../src/base/problem.ts'
import { changeFile, turnBack } from '../../src/store/log-file.ts'
import { emptyFolder, fileWith } from '../support/fake-host.ts'
import { startWriter } from '../support/writers.ts'

const textOf = (file: string): string => readFileSync(file, 'utf8')
const wordsIn = (file: string): string[] => JSON.parse(textOf(file))
const besides = (file: string): string[] => readdirSync(dirname(file)).sort()
const WHOLE = ['log.json', 'log.json.versions']
const QUICK = { giveUpAfter: 300, staleAfter: 5_000 }

/** A lock as a writer that was killed so many milliseconds ago left it. */
function leaveLock(file: string, ago: number): void {
  mkdirSync(`${file}.lock`)
  writeFileSync(join(`${file}.lock`, `.${basename(file)}.${Date.now() - ago}-0123456789ab.lock`), '')
}

/** A lock that was left grows old, as though the next command came later. */
function anHourLater(file: string): void {
  if (!existsSync(`${file}.lock`)) return
  rmSync(`${file}.lock`, { recursive: true })
  leaveLock(file, 3_600_000)
}

const versionsOf = (file: string): string[] =>
  readdirSync(`${file}.versions`).filter((name) => /^(undo|restore)-\d{6}\.json$/.test(name))

describe('twenty writers at once', () => {
  const names = Array.from({ length: 20 }, (_, index) => `writer ${index}`)
  const all = (times: number): string[] =>
    names.flatMap((name) => Array.from({ length: times }, (_, turn) => `${name}-${turn}`)).sort()

  it('lose nothing, in a log that none of them found', async () => {
    const file = join(emptyFolder(), 'new', 'log.json')
    const ended = await Promise.all(names.map((name) => startWriter([file, 'add', name, '3'])))
    expect(ended).toEqual(names.map(() => ({ code: 0, problem: undefined })))
    expect(wordsIn(file).sort()).toEqual(all(3))
    expect(besides(file)).toEqual(WHOLE)
    expect(readdirSync(`${file}.versions`)).toHaveLength(10)
  })

  it.each([1, 2, 3, 4])(
    'are let in one by one after a writer that was killed (%i)',
    async () => {
      const file = fileWith('[]')
      leaveLock(file, 60_000)
      await Promise.all(names.map((name) => startWriter([file, 'add', name])))
      expect(wordsIn(file).sort()).toEqual(all(1))
      expect(besides(file)).toEqual(WHOLE)
    },
    60_000,
  )

  it('in one process lose nothing either', async () => {
    const file = fileWith('[]')
    const add = (name: string) =>
      changeFile(file, (text) => succeed(JSON.stringify([...JSON.parse(text ?? '[]'), name])))
    await Promise.all(names.map(add))
    expect(wordsIn(file).sort()).toEqual([...names].sort())
  })
})

describe('a lock', () => {
  it('of a living writer is waited for, and then given up kindly', async () => {
    const file = fileWith('[]')
    leaveLock(file, 0)
    const begun = performance.now()
    expect(await changeFile(file, () => succeed('["new"]'), QUICK)).toMatchObject({
      ok: false,
      problems: [{ code: 'log-busy', place: { file }, hint: expect.stringContaining(`${file}.lock`) }],
    })
    expect(performance.now() - begun).toBeGreaterThan(290)
    expect([textOf(file), besides(file)]).toEqual(['[]', ['log.json', 'log.json.lock']])
  })

  it('of a killed writer is taken over after a while', async () => {
    const file = fileWith('[]')
    leaveLock(file, 0)
    const written = await changeFile(file, () => succeed('["new"]'), { giveUpAfter: 5_000, staleAfter: 300 })
    expect(written).toMatchObject({ ok: true })
    expect([textOf(file), besides(file)]).toEqual(['["new"]', WHOLE])
  })

  it('that comes from a clock set wrong blocks nobody', async () => {
    const file = fileWith('[]')
    leaveLock(file, -86_400_000)
    expect(await changeFile(file, () => succeed('["new"]'), QUICK)).toMatchObject({ ok: true })
  })

  it('that was emptied and not removed blocks nobody', async () => {
    const file = fileWith('[]')
    mkdirSync(`${file}.lock`)
    expect(await changeFile(file, () => succeed('["new"]'), QUICK)).toMatchObject({ ok: true })
    expect(besides(file)).toEqual(WHOLE)
  })

  it('with nothing of ours in it blocks nobody', async () => {
    const file = fileWith('[]')
    mkdirSync(`${file}.lock`)
    writeFileSync(join(`${file}.lock`, '.DS_Store'), '')
    expect(await changeFile(file, () => succeed('["new"]'), QUICK)).toMatchObject({ ok: true })
  })

  it('that is a file of somebody else stays, and is named', async () => {
    const file = fileWith('[]')
    writeFileSync(`${file}.lock`, 'mine')
    expect(await changeFile(file, () => succeed('["new"]'), QUICK)).toMatchObject({
      ok: false,
      problems: [{ code: 'log-busy' }],
    })
    expect(textOf(`${file}.lock`)).toBe('mine')
  })

  it('that another one took over while this one slept is not written under', async () => {
    const file = fileWith('[]')
    const change = () => {
      rmSync(`${file}.lock`, { recursive: true })
      leaveLock(file, 0)
      return succeed('["too late"]')
    }
    expect(await changeFile(file, change)).toMatchObject({ ok: false, problems: [{ code: 'log-busy' }] })
    expect([textOf(file), existsSync(`${file}.lock`)]).toEqual(['[]', true])
  })
})

describe('a writer that is killed', () => {
  it('leaves the log whole, and the next one can write', async () => {
    const file = fileWith('[]')
    for (let round = 0; round < 25; round += 1) {
      const killed = startWriter([file, 'add', `round ${round}`, '1000000', '2000'], Math.random() * 40)
      expect(await killed).toMatchObject({ code: null })
      expect(wordsIn(file).at(-1)).toContain(`round ${round}-`)
      for (const name of versionsOf(file)) expect(wordsIn(join(`${file}.versions`, name))).toBeDefined()
      anHourLater(file)
    }
    expect(await startWriter([file, 'add', 'after'])).toEqual({ code: 0, problem: undefined })
    expect(wordsIn(file).at(-1)).toBe('after-0')
    // The lock that one was just making is told from a living one's by its age.
    const patience = { giveUpAfter: 10_000, staleAfter: 10 }
    await changeFile(file, () => succeed('["much later"]'), patience)
    expect([besides(file), readdirSync(`${file}.versions`)]).toEqual([WHOLE, versionsOf(file)])
    expect(await turnBack(file, 'undo', (earlier) => succeed(earlier))).toMatchObject({ ok: true })
    expect(wordsIn(file).at(-1)).toBe('after-0')
  })

  it('keeps the next one waiting for some seconds at most', async () => {
    const file = fileWith('[]')
    leaveLock(file, 4_000)
    expect(await startWriter([file, 'add', 'after'])).toEqual({ code: 0, problem: undefined })
  })
})
