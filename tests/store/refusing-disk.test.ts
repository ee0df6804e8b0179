import { chmodSync, chownSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { succeed } from '../../src/base/problem.ts'
import { changeFile } from '../../src/store/log-file.ts'
import { emptyFolder, fileWith } from '../support/fake-host.ts'
import { writeWhere } from '../support/writers.ts'

const textOf = (file: string): string => readFileSync(file, 'utf8')
const besides = (file: string): string[] => readdirSync(dirname(file)).sort()
const WHOLE = ['log.json', 'log.json.versions']
const isRoot = process.getuid?.() === 0
const nobody = 65534

describe('a full disk', () => {
  const long = '20000'
  const asItWas = (file: string, text: string, versions: readonly string[]): void => {
    expect(textOf(file)).toBe(text)
    expect(besides(file)).toEqual(WHOLE)
    expect(readdirSync(`${file}.versions`)).toEqual(versions)
  }

  /** A log written once more, so that it has a version. */
  async function writtenLog(text = '[]'): Promise<string> {
    const file = fileWith('[ ]')
    await changeFile(file, () => succeed(text))
    return file
  }

  it('leaves the log as it was', async () => {
    const file = await writtenLog()
    expect(writeWhere('ulimit -f 8', [file, 'add', 'much', '1', long])).toEqual({
      code: 2,
      problem: 'disk-full',
    })
    asItWas(file, '[]', ['undo-000001.json'])
  })

  it('leaves it as it was when only the version of it has no room', async () => {
    const text = JSON.stringify(['.'.repeat(20_000)])
    const file = await writtenLog(text)
    // The undo is short, and what it takes away is long.
    expect(writeWhere('ulimit -f 8', [file, 'undo'])).toEqual({ code: 2, problem: 'disk-full' })
    asItWas(file, text, ['undo-000001.json'])
  })

  it('that filled up in the middle of a text is not taken for a written one', async () => {
    const file = fileWith('[]')
    expect(writeWhere('ulimit -f 1', [file, 'add', 'much', '1', '1500'])).toMatchObject({
      problem: 'disk-full',
    })
    expect([textOf(file), besides(file)]).toEqual(['[]', ['log.json']])
  })

  it('in a new place leaves nothing there', () => {
    const home = emptyFolder()
    const file = join(home, 'share', 'itb', 'log.json')
    expect(writeWhere('ulimit -f 8', [file, 'add', 'much', '1', long])).toMatchObject({
      problem: 'disk-full',
    })
    expect(readdirSync(home)).toEqual([])
  })
})

describe('what may not be written', () => {
  /** As another user where the tests are run by root, whom nothing is forbidden. */
  const tried = (file: string) => writeWhere(':', [file, 'add', 'word'], isRoot ? nobody : undefined)

  function ownedFile(): string {
    const file = fileWith('[]')
    chmodSync(dirname(dirname(file)), 0o755)
    if (isRoot) for (const path of [dirname(file), file]) chownSync(path, nobody, nobody)
    return file
  }

  it.each([
    ['a folder that cannot be written', (file: string) => chmodSync(dirname(file), 0o555)],
    ['a log that was made read-only', (file: string) => chmodSync(file, 0o444)],
    ['a log that cannot be read', (file: string) => chmodSync(file, 0o200)],
  ])('is left as it was: %s', (_, forbid) => {
    const file = ownedFile()
    forbid(file)
    expect(tried(file)).toEqual({ code: 2, problem: 'no-permission' })
    expect(besides(file)).toEqual(['log.json'])
    chmodSync(file, 0o644)
    expect(textOf(file)).toBe('[]')
  })

  it('is written where nothing forbids it', () => {
    const file = ownedFile()
    expect(tried(file)).toEqual({ code: 0, problem: undefined })
  })
})
