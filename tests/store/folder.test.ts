import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeFolder, filesIn } from '../../src/store/folder.ts'
import { emptyFolder } from '../support/fake-host.ts'
import { writeUntil, writeWhere } from '../support/writers.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const seen = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
const BEFORE = { one: 'old', three: 'old', two: 'old' }
const AFTER = { one: 'new', two: 'new' }

/** A folder with three files that were written before. */
function oldFolder(): string {
  const folder = emptyFolder()
  for (const [name, text] of Object.entries(BEFORE)) writeFileSync(join(folder, name), text)
  return folder
}

describe('a folder', () => {
  it('gets its files, and loses those that are to go', () => {
    const folder = oldFolder()
    const files = new Map([
      ['one', bytes('new')],
      ['two', bytes('new')],
    ])
    expect(changeFolder(folder, files, ['three', 'never there'])).toEqual({ ok: true, value: folder })
    expect(seen(folder)).toEqual(AFTER)
  })

  it('is made, and those above it, where there is something to write', () => {
    const folder = join(emptyFolder(), 'not', 'yet')
    changeFolder(folder, new Map(), ['three'])
    expect(existsSync(folder)).toBe(false)
    changeFolder(folder, new Map([['one', bytes('new')]]), [])
    expect(seen(folder)).toEqual({ one: 'new' })
    expect(statSync(join(folder, 'one')).mode & 0o600).toBe(0o600)
  })

  it('tells which of some files it has', () => {
    const found = filesIn(oldFolder(), ['one', 'four'])
    expect(found.ok && [...found.value.keys()]).toEqual(['one'])
    expect(filesIn(join(emptyFolder(), 'none'), ['one'])).toMatchObject({ ok: true })
  })

  it('is left as it was where a file would be too large', () => {
    const folder = oldFolder()
    const ended = writeWhere("trap '' XFSZ; ulimit -f 0", [join(folder, 'log'), 'folder', 'new'])
    expect(ended).toEqual({ code: 2, problem: 'disk-full' })
    expect(seen(folder)).toEqual(BEFORE)
  })

  it.each(['full', 'kill'] as const)(
    'holds only whole files, whatever breaks (%s)',
    (by) => {
      let breaks = 0
      for (let step = 1; ; step += 1) {
        const folder = oldFolder()
        const ended = writeUntil(step, by, [join(folder, 'log'), 'folder', 'new'])
        if (ended === undefined) break
        const left = seen(folder)
        const names = Object.keys(left).filter((name) => !name.startsWith('.'))
        expect(names.every((name) => ['old', 'new'].includes(left[name] ?? ''))).toBe(true)
        // Until the last file is ready none of them has changed.
        if (by === 'full' && ended.code === 2) {
          breaks += 1
          expect(Object.keys(left), `step ${step}`).toEqual(names)
          if (names.includes('three')) expect(left, `step ${step}`).toEqual(BEFORE)
        }
        expect(step).toBeLessThan(60)
      }
      if (by === 'full') expect(breaks).toBeGreaterThan(5)
    },
    60_000,
  )
})
