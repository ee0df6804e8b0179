import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fail, succeed } from '../../src/base/problem.ts'
import { changeFile } from '../../src/store/log-file.ts'
import { emptyFolder, fileWith } from '../support/fake-host.ts'

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)
const textOf = (path: string): string => readFileSync(path, 'utf8')
const besides = (file: string): string[] => readdirSync(dirname(file)).sort()
const to = (text: string) => () => succeed(text)

describe('a changed log', () => {
  it('is given its text and gets the new one', async () => {
    const file = fileWith('one')
    const seen: unknown[] = []
    const change = (text: string | undefined) => {
      seen.push(text)
      return succeed('two')
    }
    expect(await changeFile(file, change)).toEqual({ ok: true, value: { file, changed: true } })
    expect([seen, textOf(file)]).toEqual([['one'], 'two'])
  })

  it('leaves nothing beside it but its versions', async () => {
    const file = fileWith('one')
    await changeFile(file, to('two'))
    expect(besides(file)).toEqual(['log.json', 'log.json.versions'])
    expect(readdirSync(`${file}.versions`)).toEqual(['undo-000001.json'])
  })

  it('begins where there is none, for the runner alone, folders too', async () => {
    const home = emptyFolder()
    const file = join(home, 'share', 'itb', 'log.json')
    expect(await changeFile(file, (text) => succeed(text ?? 'new'))).toMatchObject({ ok: true })
    expect([textOf(file), modeOf(file)]).toEqual(['new', '600'])
    expect([modeOf(join(home, 'share')), modeOf(join(home, 'share', 'itb'))]).toEqual(['700', '700'])
    expect(besides(file)).toEqual(['log.json'])
  })

  it.each(['644', '640', '600', '664'])(
    'keeps its mode %s, and its versions are the runner`s alone',
    async (mode) => {
      const file = fileWith('one')
      chmodSync(file, mode)
      await changeFile(file, to('two'))
      expect([modeOf(file), modeOf(`${file}.versions`)]).toEqual([mode, '700'])
      expect(modeOf(join(`${file}.versions`, 'undo-000001.json'))).toBe('600')
    },
  )

  it('is reached through a link, which stays', async () => {
    const file = fileWith('one')
    const link = join(emptyFolder(), 'log.json')
    symlinkSync(file, link)
    expect(await changeFile(link, to('two'))).toEqual({ ok: true, value: { file, changed: true } })
    expect([readlinkSync(link), textOf(file)]).toEqual([file, 'two'])
    expect(besides(link)).toEqual(['log.json'])
    expect(besides(file)).toEqual(['log.json', 'log.json.versions'])
  })

  it('is made where a link points, also through links and into a folder that is not there', async () => {
    const [home, away] = [emptyFolder(), emptyFolder()]
    symlinkSync('second.json', join(home, 'log.json'))
    symlinkSync(join(away, 'new', 'log.json'), join(home, 'second.json'))
    expect(await changeFile(join(home, 'log.json'), to('one'))).toMatchObject({ ok: true })
    expect(lstatSync(join(home, 'log.json')).isSymbolicLink()).toBe(true)
    expect(textOf(join(away, 'new', 'log.json'))).toBe('one')
  })

  it('stays the runner`s under sudo', async () => {
    if (process.getuid?.() !== 0) return
    const file = fileWith('one')
    chownSync(file, 1234, 1234)
    await changeFile(file, to('two'))
    const versions = `${file}.versions`
    for (const path of [file, versions, join(versions, 'undo-000001.json')]) {
      expect(statSync(path)).toMatchObject({ uid: 1234, gid: 1234 })
    }
  })
})

describe('a log that is not to be changed', () => {
  it.each([
    ['nothing is to be written', () => succeed(undefined)],
    ['the new text is the old one', to('one')],
  ])('is not touched where %s', async (_, change) => {
    const file = fileWith('one')
    const { ino, mtimeMs } = statSync(file)
    expect(await changeFile(file, change)).toEqual({ ok: true, value: { file, changed: false } })
    expect(statSync(file)).toMatchObject({ ino, mtimeMs })
    expect(besides(file)).toEqual(['log.json'])
  })

  it('is not touched where the change has a problem', async () => {
    const file = fileWith('one')
    const problem = { code: 'bad-value', message: 'this is no score' }
    expect(await changeFile(file, () => fail(problem))).toEqual({ ok: false, problems: [problem] })
    expect([textOf(file), besides(file)]).toEqual(['one', ['log.json']])
  })

  it('is let go where the change throws', async () => {
    const file = fileWith('one')
    const change = () => {
      throw new RangeError('a bug')
    }
    await expect(changeFile(file, change)).rejects.toThrow('a bug')
    expect([textOf(file), besides(file)]).toEqual(['one', ['log.json']])
  })

  it('leaves no new folder where there was none', async () => {
    const home = emptyFolder()
    await changeFile(join(home, 'share', 'itb', 'log.json'), () => succeed(undefined))
    expect(readdirSync(home)).toEqual([])
  })
})

describe('what is no log', () => {
  it.each([
    ['a folder', () => emptyFolder(), 'is-directory'],
    ['a device', () => '/dev/null', 'not-a-file'],
    ['a file that is not UTF-8', () => fileWith(Uint8Array.of(0xff, 0xfe)), 'not-utf8'],
    ['a path through a file', () => join(fileWith('one'), 'log.json'), 'not-a-folder'],
  ])('%s is refused', async (_, path, code) => {
    const file = path()
    const before = existsSync(file)
    expect(await changeFile(file, to('two'))).toMatchObject({
      ok: false,
      problems: [{ code, place: { file } }],
    })
    expect(existsSync(file)).toBe(before)
  })

  it('a link in a circle is refused', async () => {
    const link = join(emptyFolder(), 'log.json')
    symlinkSync(link, link)
    expect(await changeFile(link, to('two'))).toMatchObject({ ok: false, problems: [{ code: 'disk' }] })
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  })
})

describe('what killed writers left beside a log', () => {
  it('goes with the next write, and nothing else does', async () => {
    const file = fileWith('one')
    const folder = dirname(file)
    const old = Date.now() - 60_000
    const left = [`.log.json.${old}-0123456789ab.tmp`, `.log.json.${Date.now()}-0123456789ab.tmp`]
    const kept = ['.log.json.swp', 'log.json~', `.log.json.bak.${old}-0123456789ab.tmp`, 'log.json.tmp']
    for (const name of [...left, ...kept]) writeFileSync(join(folder, name), '')
    mkdirSync(join(folder, `.log.json.${old}-0123456789ab.lock`))
    await changeFile(file, to('two'))
    expect(besides(file)).toEqual([...kept, 'log.json', 'log.json.versions'].sort())
  })

  it('goes from its versions too', async () => {
    const file = fileWith('one')
    mkdirSync(`${file}.versions`)
    writeFileSync(join(`${file}.versions`, `.undo-000001.json.${Date.now()}-0123456789ab.tmp`), '')
    await changeFile(file, to('two'))
    expect(readdirSync(`${file}.versions`)).toEqual(['undo-000001.json'])
  })
})

it('a second name of a log keeps what stood before', async () => {
  const file = fileWith('one')
  linkSync(file, `${file}.copy`)
  await changeFile(file, to('two'))
  expect([textOf(file), textOf(`${file}.copy`)]).toEqual(['two', 'one'])
})
