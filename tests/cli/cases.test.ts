import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const TODAY = '--today 2026-03-25'

const WORDS = ['hurt', 'clamshell=3', '3x15', '04.08.2026', 'tomorrow']
const DAY = { type: 'day', date: '2026-03-24', swelling: false }

describe('words after itb log strength that mean nothing', () => {
  it.each(WORDS)('%s is refused, nothing written', async (word) => {
    const file = fileWith(sampleLog({ entries: [] }))
    const before = readFileSync(file, 'utf8')
    const said = await itb(`log strength ${word} ${TODAY}`, { env: { ITB_LOG: file } })
    expect(said.code).not.toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})

describe('swelling said of a run', () => {
  it.each([
    ['after a check-in that denied it', ['log day --ok']],
    ['without a check-in', []],
  ])('stands for the day, %s', async (_, first) => {
    const env = { ITB_LOG: fileWith(sampleLog({ entries: [DAY] })) }
    const run = 'log run 2.1km 13:00 --pain 0 --no-limp --swelling --no-painkiller'
    for (const line of [...first, run]) await itb(`${line} ${TODAY}`, { env })
    const { stdout } = await itb(`status ${TODAY}`, { env })
    expect(stdout).toMatch(/REFERRAL/)
    expect(stdout).toMatch(/not met +no swelling/)
  })
})
