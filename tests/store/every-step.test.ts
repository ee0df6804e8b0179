import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { succeed } from '../../src/base/problem.ts'
import { changeFile, turnBack } from '../../src/store/log-file.ts'
import { fileWith } from '../support/fake-host.ts'
import { writeUntil } from '../support/writers.ts'
import { tries } from '../support/tries.ts'

const textOf = (file: string): string => readFileSync(file, 'utf8')
const keep = (earlier: string) => succeed(earlier)
const LAST = '["the last"]'
const MORE = 100

/** A log after three writes and one undo: there is something to undo, and something to restore. */
async function busyLog(): Promise<string> {
  const file = fileWith('["the first"]')
  for (const text of ['["the second"]', LAST, '["taken back"]']) await changeFile(file, () => succeed(text))
  await turnBack(file, 'undo', keep)
  return file
}

async function undone(file: string): Promise<string> {
  expect(await turnBack(file, 'undo', keep)).toMatchObject({ ok: true })
  return textOf(file)
}

const written = ['the last', 'new-0']
const cases = [
  { what: 'a write', args: ['add', 'new'], before: LAST, after: `${JSON.stringify(written, null, 2)}\n` },
  { what: 'an undo', args: ['undo'], before: '["the first"]', after: '["the second"]' },
]

describe.each(cases)('$what', ({ args, before, after }) => {
  it('that is killed at any step leaves the log as before or whole, and loses no version', async () => {
    let step = 1
    let seen = ''
    for (; step < MORE; step += 1) {
      const file = await busyLog()
      const ended = writeUntil(step, 'kill', [file, ...args])
      if (ended === undefined) break
      expect(ended.code, `at step ${step}`).toBe(null)
      seen += textOf(file) === LAST ? 'b' : 'a'
      expect([LAST, after], `at step ${step}`).toContain(textOf(file))
      // As though the next command came later.
      rmSync(`${file}.lock`, { recursive: true, force: true })
      const stood = textOf(file)
      expect(await changeFile(file, () => succeed('["next"]'))).toMatchObject({ ok: true })
      expect(readdirSync(dirname(file)).filter((name) => name.endsWith('.tmp'))).toEqual([])
      expect(readdirSync(`${file}.versions`).filter((name) => name.startsWith('.'))).toEqual([])
      expect(await undone(file), `at step ${step}`).toBe(stood)
    }
    expect(step).toBeGreaterThan(12)
    expect(step).toBeLessThan(MORE)
    // As it was up to one step, and whole from there on.
    expect(seen).toMatch(/^b{8,}a+$/)
  })

  it('whose disk is full at any step says so and leaves the log as before, or is not hindered', async () => {
    // A kill is tried at every step every day; a full disk at every third, and at all of them at length.
    for (let step = 1; step < MORE; step += tries(6, 1)) {
      const file = await busyLog()
      const ended = writeUntil(step, 'full', [file, ...args])
      if (ended === undefined) break
      const wrote = ended.code === 0
      if (!wrote) expect(ended, `at step ${step}`).toEqual({ code: 2, problem: 'disk-full' })
      expect(textOf(file), `at step ${step}`).toBe(wrote ? after : LAST)
      expect(await undone(file), `at step ${step}`).toBe(wrote ? before : '["the second"]')
      expect(readdirSync(dirname(file)).sort()).toEqual(['log.json', 'log.json.versions'])
    }
  })
})
