import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileWith, itb } from '../support/fake-host.ts'
import { logIn } from '../support/log-on.ts'
import { sampleLog } from '../support/sample-log.ts'

const RUN = '{"type":"run","date":"2026-03-17","distanceMeters":5200,"durationSeconds":1870}'
const DAY = '{"type":"day","date":"2026-03-17","pain":{"dailyActivities":0}}'

describe('itb add', () => {
  it('adds entries from stdin, one a line, and names their ids', async () => {
    const file = fileWith(sampleLog())
    const { code, stdout } = await itb(`add --log ${file}`, { stdin: `${RUN}\n\n${DAY}\n` })
    expect(code).toBe(0)
    const { entries } = logIn(file)
    expect(entries.map(({ type, logged }) => [type, logged])).toEqual([
      ['run', '2026-03-18'],
      ['day', '2026-03-18'],
    ])
    for (const { id } of entries) expect(stdout).toContain(`added ${id} `)
  })

  it('adds all of them or none', async () => {
    const file = fileWith(sampleLog())
    const wrong = '{"type":"run","date":"2026-03-17","distanceMeters":-1,"durationSeconds":1870}'
    const { code, stderr } = await itb(`add --log ${file}`, { stdin: `${RUN}\n${wrong}\n{"type":"walk"}\n` })
    expect(code).toBe(2)
    expect(stderr).toMatch(/stdin:2:[\s\S]+stdin:3:/)
    expect(readFileSync(file, 'utf8')).toBe(sampleLog())
  })

  it('doubts a pace nobody would expect, at its line, unless it is forced', async () => {
    const file = fileWith(sampleLog())
    const stdin = `${DAY}\n${RUN.replace('5200', '52000')}\n`
    const { code, stderr } = await itb(`add --log ${file}`, { stdin })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/stdin:2:\d+: 52\.0 km in 31:10 is a pace of/)])
    expect(readFileSync(file, 'utf8')).toBe(sampleLog())
    expect((await itb(`add --force --log ${file}`, { stdin })).code).toBe(0)
  })

  it('adds nothing a second time', async () => {
    const file = fileWith(sampleLog())
    await itb(`add --log ${file}`, { stdin: RUN })
    const once = readFileSync(file, 'utf8')
    await itb(`add --log ${file}`, { stdin: RUN })
    expect(readFileSync(file, 'utf8')).toBe(once)
  })

  it('waits for no one at a terminal', async () => {
    const { code, stderr } = await itb(`add --log ${fileWith(sampleLog())}`)
    expect(code).toBe(2)
    expect(stderr).toContain('entries are read from stdin, which is a terminal')
  })

  it('writes nothing on a dry run', async () => {
    const file = fileWith(sampleLog())
    expect((await itb(`add --dry-run --log ${file}`, { stdin: RUN })).stdout).toMatch(/^would add /)
    expect(readFileSync(file, 'utf8')).toBe(sampleLog())
  })
})
