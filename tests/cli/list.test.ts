import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/log/schema.ts'
import { BUSY, busyLog } from '../support/busy-log.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { logIn } from '../support/log-on.ts'
import { sampleLog } from '../support/sample-log.ts'

const list = (flags: string, columns?: number) =>
  itb(`list ${flags} --log ${fileWith(busyLog())}`, columns === undefined ? {} : { terminal: { columns } })
const entriesOf = async (flags: string): Promise<readonly Entry[]> =>
  JSON.parse((await list(`--json ${flags}`)).stdout).entries

describe('itb list', () => {
  it.each([40, 80])('is a table that reads in %s columns', async (columns) => {
    const { code, stdout, stderr } = await list('--no-color', columns)
    expect([code, stderr]).toEqual([0, ''])
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns)
    await expect(stdout).toMatchFileSnapshot(`../render/entries-${columns}.txt`)
  })

  it('marks what was taken from the plan, changed later, and lacks a score', async () => {
    const { stdout } = await list('--type run')
    expect(stdout).toMatch(/early1.+pain 0\/0\/1, edited/)
    expect(stdout).toMatch(/plan11.+pain \?\/\?\/\?, attested,\s+unscored/)
  })

  it('marks what was taken from the plan once, whatever it was', async () => {
    const bike = { type: 'cross-training', date: '2026-03-16', activity: 'bike', durationSeconds: 2400 }
    const file = fileWith(sampleLog({ entries: [{ ...bike, attested: true }] }))
    expect((await itb(`list --log ${file}`)).stdout).toMatch(/bike 40:00, attested\n$/i)
  })

  it('says on a terminal what the three scores of a run are', async () => {
    const legend = /\nPain of a run: while running\/after it\/next morning; \? is not known\.\n$/
    expect((await list('--no-color', 80)).stdout).toMatch(legend)
    expect((await list('')).stdout).not.toMatch(legend)
    expect((await list('--type day --no-color', 80)).stdout).not.toMatch(legend)
  })

  it('gives distances in the unit of the runner', async () => {
    const miles = sampleLog({ runner: { units: 'mi' }, entries: BUSY.filter(({ type }) => type === 'run') })
    expect((await itb(`list --log ${fileWith(miles)}`)).stdout).toContain('3.2 mi 31:10, 9:39/mi')
  })

  it('leaves out what was taken out', async () => {
    expect((await list('')).stdout).not.toContain('gone11')
  })

  it('keeps remarks to itself unless they are asked for', async () => {
    for (const flags of ['', '--format json', '--format jsonl']) {
      expect((await list(flags)).stdout).not.toMatch(/rain all the way|so slow|new shoes/)
    }
    expect((await list('--notes')).stdout).toMatch(/"rain all the way"[\s\S]+"new shoes"/)
    expect((await list('--notes --json')).stdout).toMatch(/rain all the way[\s\S]+new shoes/)
  })

  it('lists some of them', async () => {
    const types = async (flags: string) => (await entriesOf(flags)).map(({ type }) => type)
    expect(await types('--since 2026-03-16')).toEqual(['acknowledgement', 'run'])
    expect(await types('--until 2026-01-09')).toEqual(['flare'])
    expect(await types('--since 2026-03-11 --until 2026-03-11 --type day')).toEqual(['day'])
    expect(await types('--limit 2')).toEqual(['acknowledgement', 'run'])
    expect(await types('--since yesterday')).toEqual(['run'])
  })

  it('is one document for a script, every entry with its id', async () => {
    const { format, version, entries } = JSON.parse((await list('--format json')).stdout)
    expect([format, version]).toEqual(['itb-entries', 1])
    expect(entries.every(({ id }: Entry) => id !== undefined)).toBe(true)
  })

  it('gives lines that fill an empty log with the same', async () => {
    const said = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ logged, was, ...entry }) => entry)
    const { stdout } = await list('--format jsonl --notes')
    const copy = fileWith(sampleLog())
    expect(await itb(`add --log ${copy}`, { stdin: stdout })).toMatchObject({ code: 0 })
    expect(said((await itb(`list --format jsonl --notes --log ${copy}`)).stdout)).toEqual(said(stdout))
  })

  it('gives lines that can be added even without the remarks', async () => {
    const { stdout } = await list('--format jsonl')
    const added = await itb(`add --log ${fileWith(sampleLog())}`, { stdin: stdout })
    expect(added).toMatchObject({ code: 0, stderr: '' })
  })

  it('says so where nothing is to be listed', async () => {
    expect((await list('--since today')).stdout).toBe('No entry of this kind.\n')
  })

  it('tells of every flag that it does not understand', async () => {
    const { code, stderr } = await list('--since soon --type runs --limit none --format ics')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /--since is "soon"[\s\S]+Did you mean "run"[\s\S]+--limit is[\s\S]+--format cannot be/,
    )
  })

  it('changes nothing', async () => {
    const file = fileWith(busyLog())
    const before = logIn(file)
    await itb(`list --log ${file}`)
    expect(logIn(file)).toEqual(before)
  })
})
