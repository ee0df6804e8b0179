import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Log } from '../../src/log/schema.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { logIn } from '../support/log-on.ts'
import { sampleLog } from '../support/sample-log.ts'

const run = (day: number): string =>
  `{"type":"run","date":"2026-03-${day}","distanceMeters":5000,"durationSeconds":1800}`
const contentOf = ({ revision, updated, ...content }: Log): object => content
const written = async (...days: readonly number[]): Promise<string> => {
  const file = fileWith(sampleLog({ revision: 1 }))
  for (const day of days) await itb(`add --log ${file}`, { stdin: run(day) })
  return file
}

describe('itb undo', () => {
  it('takes the last write back and says what is gone', async () => {
    const file = await written(16, 17)
    const { code, stdout, stderr } = await itb(`undo --log ${file}`)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^gone again: \w{6} +run Tue 17 Mar 5\.0 km 30:00/)
    expect(logIn(file).entries.map(({ date }) => date)).toEqual(['2026-03-16'])
  })

  it('counts the revision on, as it counts every write', async () => {
    const file = await written(16, 17)
    await itb(`undo --log ${file}`, { now: '2026-03-18T13:00:00Z' })
    expect(logIn(file)).toMatchObject({ revision: 4, updated: '2026-03-18T13:00:00Z' })
  })

  it('goes back and forth through ten writes', async () => {
    const days = [10, 11, 12, 13, 14, 15, 16, 17, 18]
    const file = fileWith(sampleLog({ revision: 1 }))
    const stood = [contentOf(logIn(file))]
    for (const day of days) {
      await itb(`add --log ${file}`, { stdin: run(day) })
      stood.push(contentOf(logIn(file)))
    }
    await itb(`set cadence 170 --log ${file}`)
    stood.push(contentOf(logIn(file)))
    for (const content of stood.slice(0, -1).reverse()) {
      expect(await itb(`undo --log ${file}`)).toMatchObject({ code: 0 })
      expect(contentOf(logIn(file))).toEqual(content)
    }
    expect(await itb(`undo --log ${file}`)).toMatchObject({ code: 2 })
    for (const content of stood.slice(1)) {
      expect(await itb(`restore --log ${file}`)).toMatchObject({ code: 0 })
      expect(contentOf(logIn(file))).toEqual(content)
    }
    expect(await itb(`restore --log ${file}`)).toMatchObject({ code: 2 })
  })

  it('tells what came back and what is as before', async () => {
    const file = await written(16)
    await itb(`remove last --log ${file}`)
    expect((await itb(`undo --log ${file}`)).stdout).toMatch(/^back again: \w{6} +run Mon 16 Mar/)
    await itb(`set cadence 170 --log ${file}`)
    await itb(`set cadence 172 --log ${file}`)
    expect((await itb(`undo --log ${file}`)).stdout).toMatch(/^as before: \w{6} +settings .+170 steps/)
  })

  it('brings a log back that was broken by hand', async () => {
    const file = await written(16, 17)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"entries"', 'entries'))
    expect(await itb(`list --log ${file}`)).toMatchObject({ code: 2 })
    expect(await itb(`undo --log ${file}`)).toMatchObject({ code: 0 })
    expect(logIn(file).revision).toBe(4)
  })

  it('writes nothing on a dry run', async () => {
    const file = await written(16)
    const before = readFileSync(file, 'utf8')
    const { code, stdout } = await itb(`undo --dry-run --log ${file}`)
    expect([code, stdout]).toEqual([0, expect.stringContaining('nothing was written to')])
    expect(readFileSync(file, 'utf8')).toBe(before)
    expect((await itb(`undo --log ${file}`)).stdout).toMatch(/^gone again/)
  })

  it('is one document for a script', async () => {
    const { stdout } = await itb(`undo --json --log ${await written(16)}`)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'itb-saved',
      version: 1,
      dryRun: false,
      saved: [{ action: 'removed', entry: { date: '2026-03-16' } }],
      look: { date: '2026-03-18' },
    })
  })

  it('leaves what was said on the evenings in between, and takes back what holds today', async () => {
    const file = await written(16)
    const { id } = logIn(file).entries[0] ?? {}
    await itb(`score ${id} --pain 4 --log ${file}`, { today: '2026-03-19' })
    const why = () => itb(`why 2026-03-19 --json --log ${file}`, { today: '2026-03-21' })
    const before = JSON.parse((await why()).stdout)
    const { stdout } = await itb(`undo --log ${file}`, { today: '2026-03-20' })
    expect(stdout).toMatch(/^as before: \w{6} +run Mon 16 Mar 5\.0 km 30:00/)
    expect(JSON.parse((await why()).stdout).then).toEqual(before.then)
    expect(logIn(file).entries).toMatchObject([
      {
        was: [
          { until: '2026-03-19', absent: ['pain'] },
          { until: '2026-03-20', pain: { during: 4 } },
        ],
      },
    ])
    await itb(`restore --log ${file}`, { today: '2026-03-20' })
    expect(logIn(file).entries[0]?.was).toHaveLength(1)
  })

  it('counts days where the runner lives', async () => {
    const file = fileWith(sampleLog({ revision: 1, runner: { timeZone: 'Pacific/Auckland' } }))
    await itb(`add --log ${file}`, { stdin: run(16) })
    // At noon in UTC it is the nineteenth there.
    await itb(`undo --log ${file}`, { today: '2026-03-18', now: '2026-03-20T12:00:00Z' })
    expect(logIn(file).entries).toMatchObject([{ removed: '2026-03-21' }])
  })

  it('keeps the name the log goes by in a calendar', async () => {
    const file = await written(16)
    const { uid } = logIn(file)
    await itb(`undo --log ${file}`, { now: '2026-03-18T18:00:00Z' })
    expect(logIn(file).uid).toBe(uid)
  })
})
