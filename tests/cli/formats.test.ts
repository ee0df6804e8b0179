import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'

type Record = { readonly [column: string]: string }
const read = (text: string): Record[] => parse(text, { columns: true })

interface Session {
  readonly id: string
  readonly distanceMeters: number | null
}
interface Document {
  readonly sessions: readonly Session[]
  readonly running: { readonly distanceMeters: number }
}

const sessionsIn = (text: string) =>
  read(text)
    .filter(({ row }) => row === 'session')
    .map((each) => [each['session_id'], each['distance_meters']])
const sessionsOf = ({ sessions }: Document) =>
  sessions.map(({ id, distanceMeters }) => [id, String(distanceMeters ?? '')])

const REMARK = 'my secret =1+1 | remark'
const LOG = JSON.stringify({
  format: 'itb-log',
  version: 1,
  uid: 'k3v9q2',
  runner: {
    protocol: 'itbs-rehab',
    units: 'km',
    weekStart: 'monday',
    baselineWeeklyDistanceMeters: 30_000,
    easyPaceSecondsPerKm: 360,
  },
  entries: [
    {
      type: 'run',
      date: '2026-03-14',
      distanceMeters: 8000,
      durationSeconds: 2880,
      pain: { during: 0, nextMorning: 0 },
      note: REMARK,
    },
  ],
})

describe('a plan to take away', () => {
  it('is a table for a spreadsheet, session by session what the JSON has', async () => {
    const { code, stdout, stderr } = await itb('plan --demo --format csv')
    expect([code, stderr]).toEqual([0, ''])
    expect(sessionsIn(stdout)).toEqual(sessionsOf(JSON.parse((await itb('plan --demo --json')).stdout)))
  })

  it('has several weeks below one head', async () => {
    const { stdout } = await itb('plan --demo --weeks 3 --format csv')
    const { plans } = JSON.parse((await itb('plan --demo --weeks 3 --json')).stdout)
    expect(sessionsIn(stdout)).toEqual(plans.flatMap(sessionsOf))
    expect(stdout.match(/^date,/gm)).toHaveLength(1)
  })

  it('is a page a week for the fridge', async () => {
    const { code, stdout, stderr } = await itb('plan --demo --weeks 2 --format markdown')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.match(/^# /gm)).toHaveLength(2)
    expect(stdout.match(/^## When to stop/gm)).toHaveLength(2)
    expect(stdout).toContain('| Done | Day ')
  })

  it.each([
    ['week.md', /^# Mon/],
    ['week.markdown', /^# Mon/],
    ['week.csv', /^date,weekday/],
    ['WEEK.CSV', /^date,weekday/],
    ['week.xyz', /^Mon/],
  ])('goes into %s in the format that its ending says, or as the page', async (name, begins) => {
    const file = join(emptyFolder(), name)
    expect(await itb(['plan', '--demo', '-o', file])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: `saved to ${file}\n`,
    })
    expect(readFileSync(file, 'utf8')).toMatch(begins)
  })

  it.each(['plan', 'today'])('%s has neither colours nor remarks in it', async (command) => {
    const log = fileWith(LOG)
    const world = { terminal: { columns: 40 }, today: '2026-03-18' }
    for (const format of ['markdown', 'csv']) {
      const { code, stdout } = await itb(`${command} --log ${log} --format ${format} --color`, world)
      expect(code).toBe(0)
      expect(stdout).not.toContain('\u001b')
      expect(stdout).not.toContain('secret')
    }
  })

  it.each(['plan', 'today'])('%s writes nothing to stdout where it could not be made', async (command) => {
    const broken = fileWith('{')
    for (const format of ['csv', 'markdown'])
      expect(await itb(`${command} --log ${broken} --format ${format}`)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('itb: '),
      })
  })

  it('names the formats there are', async () => {
    expect(await itb('plan --demo --format cvs')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /Did you mean "csv"\? It can be: table, json, jsonl, ics, markdown, csv, fit\./,
      ),
    })
    expect((await itb('today --demo --format jsonl')).stderr).toContain('table, json, markdown, csv.')
    expect((await itb('plan --demo --json --format csv')).code).toBe(2)
  })
})

describe('a day to take away', () => {
  it('is a page with a list to tick off and where the scores lead', async () => {
    const { code, stdout } = await itb('today --demo --today 2026-03-17 --format markdown')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^# Tue 17 Mar 2026: /)
    for (const part of ['- [ ] ', '## What the scores of the next run lead to', '## When to stop'])
      expect(stdout).toContain(part)
  })

  it('is a table that says what is done, as the JSON does', async () => {
    const line = 'today --demo --today 2026-03-17'
    const { sessions } = JSON.parse((await itb(`${line} --format json`)).stdout)
    const records = read((await itb(`${line} --format csv`)).stdout).filter(({ row }) => row === 'session')
    expect(records.map((each) => [each['session_id'], each['done']])).toEqual(
      sessions.map(({ id, done }: { id: string; done: boolean }) => [id, String(done)]),
    )
  })

  it('still answers with its exit code whether a run is on', async () => {
    const line = 'today --demo --check --format csv'
    expect((await itb(`${line} --today 2026-03-17`)).code).toBe(0)
    expect((await itb(`${line} --today 2026-03-18`)).code).toBe(1)
  })
})
