import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fail, succeed } from '../../src/base/problem.ts'
import { changeFile, turnBack } from '../../src/store/log-file.ts'
import { emptyFolder, fileWith } from '../support/fake-host.ts'

/** A log of one word; the number before it rises with every write, as a revision does. */
interface Word {
  readonly revision: number
  readonly word: string
}

const textOf = (file: string): string => readFileSync(file, 'utf8')
const read = (text: string): Word => JSON.parse(text)
const wordIn = (file: string): string => read(textOf(file)).word
const kept = (file: string): string[] =>
  existsSync(`${file}.versions`) ? readdirSync(`${file}.versions`).sort() : []

const write = (file: string, word: string) =>
  changeFile(file, (text) =>
    succeed(JSON.stringify({ revision: text === undefined ? 1 : read(text).revision + 1, word })),
  )

const again = (earlier: string, current: string) =>
  succeed(JSON.stringify({ ...read(earlier), revision: read(current).revision + 1 }))
const undo = (file: string) => turnBack(file, 'undo', again)
const restore = (file: string) => turnBack(file, 'restore', again)

async function logOf(...words: readonly string[]): Promise<string> {
  const file = join(emptyFolder(), 'log.json')
  for (const word of words) await write(file, word)
  return file
}

const twelve = Array.from({ length: 12 }, (_, index) => `word ${index + 1}`)

describe('undo and restore', () => {
  it('go ten writes back and ten forward again', async () => {
    const file = await logOf(...twelve.slice(0, 11))
    const seen: string[] = []
    for (let step = 0; step < 10; step += 1) {
      expect(await undo(file)).toEqual({ ok: true, value: { file, changed: true } })
      seen.push(wordIn(file))
    }
    expect(seen).toEqual(twelve.slice(0, 10).reverse())
    expect(await undo(file)).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-undo' }] })
    for (let step = 0; step < 10; step += 1) {
      expect(await restore(file)).toMatchObject({ ok: true })
      expect(wordIn(file)).toBe(twelve[step + 1])
    }
    expect(await restore(file)).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-restore' }] })
    expect(read(textOf(file)).revision).toBe(31)
  })

  it('go no further than ten', async () => {
    const file = await logOf(...twelve, 'the last')
    expect(kept(file)).toHaveLength(10)
    for (let step = 0; step < 10; step += 1) await undo(file)
    expect([wordIn(file), (await undo(file)).ok]).toEqual(['word 3', false])
    expect(kept(file)).toHaveLength(10)
  })

  it('go to and fro for ever', async () => {
    const file = await logOf('one', 'two')
    for (let step = 0; step < 12; step += 1) {
      await undo(file)
      expect(wordIn(file)).toBe('one')
      await restore(file)
      expect(wordIn(file)).toBe('two')
    }
    expect(kept(file)).toHaveLength(1)
  })

  it('forget what could be restored at the next write', async () => {
    const file = await logOf('one', 'two', 'three')
    await undo(file)
    await undo(file)
    await write(file, 'another')
    expect(await restore(file)).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-restore' }] })
    await undo(file)
    expect(wordIn(file)).toBe('one')
  })

  it('keep what was typed into the log by hand between writes', async () => {
    const file = await logOf('one', 'two')
    writeFileSync(file, '{"revision":2,"word":"by hand"}')
    await write(file, 'three')
    await undo(file)
    expect(wordIn(file)).toBe('by hand')
    await undo(file)
    expect(wordIn(file)).toBe('one')
  })

  it('take a change by hand away with the last write, and bring it back', async () => {
    const file = await logOf('one', 'two')
    writeFileSync(file, '{"revision":2,"word":"by hand"}')
    await undo(file)
    expect(wordIn(file)).toBe('one')
    await restore(file)
    expect(wordIn(file)).toBe('by hand')
  })

  it('have nothing to do after the first write', async () => {
    const file = await logOf('one')
    const before = textOf(file)
    expect(await undo(file)).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-undo' }] })
    expect(await restore(file)).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-restore' }] })
    expect(textOf(file)).toBe(before)
  })

  it('need a log', async () => {
    const file = join(emptyFolder(), 'none', 'log.json')
    expect(await undo(file)).toMatchObject({
      ok: false,
      problems: [{ code: 'file-missing', place: { file } }],
    })
    expect(existsSync(join(file, '..'))).toBe(false)
  })

  it('change nothing where the version cannot be rewritten', async () => {
    const file = await logOf('one', 'two')
    const [text, versions] = [textOf(file), kept(file)]
    const problem = { code: 'bad-json', message: 'this is no JSON' }
    expect(await turnBack(file, 'undo', () => fail(problem))).toEqual({ ok: false, problems: [problem] })
    expect([textOf(file), kept(file)]).toEqual([text, versions])
  })
})

describe('undo and restore', () => {
  it('may only look', async () => {
    const file = await logOf('one', 'two')
    const [text, versions] = [textOf(file), kept(file)]
    const looked = turnBack(file, 'undo', (earlier) =>
      succeed(read(earlier).word === 'one' ? undefined : 'no'),
    )
    expect(await looked).toEqual({ ok: true, value: { file, changed: false } })
    expect([textOf(file), kept(file)]).toEqual([text, versions])
  })
})

describe('a write that was cut short', () => {
  it('after the version was kept costs no undo', async () => {
    const file = await logOf('one', 'two')
    writeFileSync(join(`${file}.versions`, 'undo-000002.json'), textOf(file))
    await undo(file)
    expect(wordIn(file)).toBe('one')
    expect(kept(file)).toEqual(['restore-000001.json'])
  })

  it('is not kept a second time by the next', async () => {
    const file = await logOf('one', 'two')
    writeFileSync(join(`${file}.versions`, 'undo-000002.json'), textOf(file))
    await write(file, 'three')
    expect(kept(file)).toEqual(['undo-000001.json', 'undo-000002.json'])
    await undo(file)
    await undo(file)
    expect(wordIn(file)).toBe('one')
  })

  it('in an undo leaves what could be restored before', async () => {
    const file = await logOf('one', 'two', 'three')
    await undo(file)
    writeFileSync(join(`${file}.versions`, 'restore-000002.json'), textOf(file))
    await restore(file)
    expect(wordIn(file)).toBe('three')
    expect(kept(file)).toEqual(['undo-000001.json', 'undo-000002.json'])
  })
})

describe('the versions', () => {
  it('may be thrown away', async () => {
    const file = await logOf('one', 'two')
    rmSync(`${file}.versions`, { recursive: true })
    expect(await undo(file)).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-undo' }] })
    await write(file, 'three')
    await undo(file)
    expect(wordIn(file)).toBe('two')
  })

  it('are counted by their numbers, whatever else lies there', async () => {
    const file = fileWith('{"revision":1,"word":"now"}')
    mkdirSync(`${file}.versions`)
    const lay = (name: string, word: string) =>
      writeFileSync(join(`${file}.versions`, name), `{"revision":0,"word":"${word}"}`)
    lay('undo-999999.json', 'earlier')
    lay('undo-1000000.json', 'just before')
    lay('undo-1000001.json~', 'an editor`s')
    lay('notes.txt', 'mine')
    await undo(file)
    expect(wordIn(file)).toBe('just before')
    expect(kept(file)).toEqual(['notes.txt', 'restore-000001.json', 'undo-1000001.json~', 'undo-999999.json'])
  })
})
