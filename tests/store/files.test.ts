import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeText } from '../../src/store/files.ts'
import { emptyFolder, fileWith } from '../support/fake-host.ts'

const textOf = (file: string): string => readFileSync(file, 'utf8')
const modeOf = (file: string): number => statSync(file).mode & 0o777

describe('a file that is put out', () => {
  it('is new as the umask has it, in folders that are made', () => {
    const file = join(emptyFolder(), 'a', 'b', 'plan.json')
    expect(writeText(file, 'plan')).toEqual({ ok: true, value: file })
    expect([textOf(file), modeOf(file)]).toEqual(['plan', 0o666 & ~process.umask()])
    expect(readdirSync(dirname(file))).toEqual(['plan.json'])
  })

  it('keeps its mode and the link to it', () => {
    const file = fileWith('old', 'plan.json')
    chmodSync(file, 0o640)
    const link = join(emptyFolder(), 'plan.json')
    symlinkSync(file, link)
    expect(writeText(link, 'plan')).toMatchObject({ ok: true })
    expect([textOf(file), modeOf(file)]).toEqual(['plan', 0o640])
    expect(readdirSync(dirname(link))).toEqual(['plan.json'])
  })

  it('may be a device, which stays one', () => {
    expect(writeText('/dev/null', 'plan')).toMatchObject({ ok: true })
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('may be a pipe, which hands it on', async () => {
    const pipe = join(emptyFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    const reader = spawn('cat', [pipe])
    const heard = new Promise((resolve) => {
      reader.stdout.on('data', (chunk) => resolve(String(chunk)))
    })
    await new Promise((resolve) => reader.on('spawn', resolve))
    expect(writeText(pipe, 'plan')).toMatchObject({ ok: true })
    expect(await heard).toBe('plan')
    expect(statSync(pipe).isFIFO()).toBe(true)
  })

  it.each([
    ['a folder', () => emptyFolder(), 'is-directory'],
    ['a path through a file', () => join(fileWith('one'), 'plan.json'), 'not-a-folder'],
  ])('cannot be %s', (_, path, code) => {
    expect(writeText(path(), 'plan')).toMatchObject({ ok: false, problems: [{ code }] })
  })

  it('says so where a device is full', () => {
    if (!existsSync('/dev/full')) return
    expect(writeText('/dev/full', 'plan')).toMatchObject({ ok: false, problems: [{ code: 'disk-full' }] })
  })
})
