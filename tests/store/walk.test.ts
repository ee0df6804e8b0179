import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { walk } from '../../src/store/walk.ts'
import { emptyFolder } from '../support/fake-host.ts'

function tree(...paths: readonly string[]): string {
  const folder = emptyFolder()
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), '')
  }
  return folder
}

const names = (folder: string, ...named: readonly string[]): readonly string[] =>
  walk(named.length === 0 ? [folder] : named.map((each) => join(folder, each))).found.map(({ file }) =>
    file.slice(folder.length + 1),
  )

describe('a folder', () => {
  it('is walked in the order of its names, without what is hidden', () => {
    expect(names(tree('b.fit', 'a/2.fit', 'a/1.fit', '.hidden/3.fit', 'a/.DS_Store'))).toEqual([
      'a/1.fit',
      'a/2.fit',
      'b.fit',
    ])
  })

  it('gives a file once, however often it is named or linked to', () => {
    const folder = tree('a/1.fit')
    symlinkSync(join(folder, 'a', '1.fit'), join(folder, 'a', '2.fit'))
    expect(names(folder, 'a', 'a/1.fit', '.')).toEqual(['a/1.fit'])
  })

  it('that holds itself comes to an end', () => {
    const folder = tree('a/1.fit')
    symlinkSync(folder, join(folder, 'a', 'loop'))
    symlinkSync(join(folder, 'a'), join(folder, 'again'))
    expect(names(folder)).toEqual(['a/1.fit'])
  })

  it('names what it cannot look into, and goes on', () => {
    const folder = tree('1.fit')
    symlinkSync(join(folder, 'nowhere'), join(folder, '0.fit'))
    const { found, problems } = walk([folder, join(folder, 'missing')])
    expect(found.map(({ file }) => file)).toEqual([join(folder, '1.fit')])
    expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([
      ['file-missing', join(folder, '0.fit')],
      ['file-missing', join(folder, 'missing')],
    ])
  })
})
