import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openZip } from '../../src/store/archive.ts'
import { gunzip } from '../../src/store/unpack.ts'
import { emptyFolder } from '../support/fake-host.ts'
import { madeZip, type MadeMember } from '../support/made-zip.ts'

const MEGABYTE = 1024 * 1024
const always = (): boolean => true
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

function zipFile(bytes: Uint8Array): string {
  const file = join(emptyFolder(), 'export.zip')
  writeFileSync(file, bytes)
  return file
}

/** What each file of an archive gives: its text, or the code of its problem. */
async function inside(members: readonly MadeMember[], isWanted = always) {
  const file = zipFile(madeZip(members))
  const archive = await openZip(file)
  if (!archive.ok) return archive.problems.map(({ code }) => code)
  const told: string[] = archive.value.problems.map(
    ({ code, place }) => `${code} ${nameIn(file, place?.file)}`,
  )
  for (const member of archive.value.members) {
    const read = await member.read(isWanted)
    const text = read.ok
      ? read.value === undefined
        ? '-'
        : textOf(read.value.bytes)
      : read.problems[0]?.code
    told.push(`${nameIn(file, member.file)}: ${text}`)
  }
  archive.value.close()
  expect(readdirSync(dirname(file))).toEqual(['export.zip'])
  return told
}

const nameIn = (file: string, path = ''): string => path.slice(file.length + 1)

describe('a zip archive', () => {
  it('gives its files, packed or stored, and leaves out folders and what systems put there', async () => {
    const files = [
      { name: 'activities/', bytes: '', isStored: true },
      { name: 'activities/1.csv', bytes: 'a,b' },
      { name: 'läufe.csv', bytes: 'c,d', isStored: true },
      { name: '__MACOSX/._1.csv', bytes: 'x' },
      { name: 'activities/.DS_Store', bytes: 'x' },
    ]
    expect(await inside(files)).toEqual(['activities/1.csv: a,b', 'läufe.csv: c,d'])
  })

  it.each(['../out.csv', 'a/../../out.csv', '/etc/out.csv', 'C:/out.csv'])(
    'leaves a name alone that leads out of it: %s',
    async (name) => {
      expect(
        await inside([
          { name, bytes: 'x' },
          { name: 'in.csv', bytes: 'y' },
        ]),
      ).toEqual([`unsafe-path ${name}`, 'in.csv: y'])
    },
  )

  it('tells which of its files is locked', async () => {
    const locked = { name: 'a.csv', bytes: 'x', isEncrypted: true }
    expect(await inside([locked])).toEqual(['encrypted-file a.csv'])
  })

  it('takes no file out that grows beyond measure, and the others all the same', async () => {
    const bomb = { name: 'bomb.gpx', bytes: new Uint8Array(20 * MEGABYTE) }
    expect(await inside([bomb, { name: 'b.csv', bytes: 'y' }])).toEqual(['bomb.gpx: too-large', 'b.csv: y'])
    expect(await inside([bomb], () => false)).toEqual(['bomb.gpx: -'])
  })

  it('does not believe the length a file says it has', async () => {
    const short = { name: 'a.csv', bytes: 'a,b\n'.repeat(50_000), length: 10 }
    expect((await inside([short])).join()).toMatch(/^a\.csv: (damaged-file|a,b)/)
    expect(await inside([{ name: 'a.csv', bytes: 'a,b', length: 4_000_000_000 }])).toEqual(['a.csv: a,b'])
  })

  it('of more than 20,000 files is too large to be meant', async () => {
    const many = Array.from({ length: 30_000 }, (_, number) => ({
      name: `${number}.csv`,
      bytes: '',
      isStored: true,
    }))
    expect(await inside(many)).toEqual(['too-many-files'])
  })

  it('that is cut off or overwritten anywhere gives problems and never an error', async () => {
    const whole = madeZip([
      { name: 'a.csv', bytes: 'a,b\n'.repeat(100) },
      { name: 'b.csv', bytes: 'c,d', isStored: true },
    ])
    for (let at = 0; at < whole.length; at += 3) {
      const changed = Uint8Array.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      for (const bytes of [whole.subarray(0, at), changed]) {
        const archive = await openZip(zipFile(bytes))
        if (!archive.ok) continue
        for (const member of archive.value.members) await member.read(always)
        archive.value.close()
      }
    }
  })
})

describe('a gzip file', () => {
  const text = Array.from({ length: 3000 }, (_, line) => `${line},${(line * 7919) % 1000}`).join('\n')
  const packed = gzipSync(text)

  it('is unpacked', async () => {
    const read = await gunzip('a.csv.gz', packed, always)
    expect(read.ok && read.value).toMatchObject({ isWhole: true })
    expect(read.ok && textOf(read.value?.bytes)).toBe(text)
  })

  it('that breaks off gives what is there and is not whole', async () => {
    const read = await gunzip('a.csv.gz', packed.subarray(0, packed.length / 2), always)
    expect(read.ok && read.value?.isWhole).toBe(false)
    const begin = read.ok ? textOf(read.value?.bytes) : ''
    expect(begin.length).toBeGreaterThan(text.length / 4)
    expect(text.startsWith(begin)).toBe(true)
  })

  it('of several parts is whole where all of them are', async () => {
    const parts = Buffer.concat([gzipSync(text.slice(0, 5000)), gzipSync(text.slice(5000))])
    const read = await gunzip('a.csv.gz', parts, always)
    expect(read.ok && read.value?.isWhole).toBe(true)
    expect(read.ok && textOf(read.value?.bytes)).toBe(text)
    const short = await gunzip('a.csv.gz', parts.subarray(0, parts.length - 200), always)
    expect(short.ok && short.value?.isWhole).toBe(false)
  })

  it('that grows beyond measure is refused', async () => {
    const read = await gunzip('a.gpx.gz', gzipSync(new Uint8Array(30 * MEGABYTE)), always)
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['too-large'])
  })
})
