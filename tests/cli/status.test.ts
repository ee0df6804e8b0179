import { describe, expect, it } from 'vitest'
import { StatusSchema } from '../../src/cli/documents/status-schema.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const json = async (line: string) => JSON.parse((await itb(line)).stdout)
const checkIn = (date: string, daily: number) => ({
  type: 'day',
  date,
  pain: { dailyActivities: daily, stairs: 0, rest: 0 },
  swelling: false,
})
const flare = {
  type: 'run',
  date: '2026-03-08',
  distanceMeters: 5000,
  durationSeconds: 1800,
  pain: { during: 7, after: 3, nextMorning: 2, onsetMeters: 900, trend: 'worsened', lastingHours: 5 },
}

describe('itb status', () => {
  it('begins with the milestones and ends with the weeks', async () => {
    const { code, stdout, stderr } = await itb('status --demo')
    expect([code, stderr]).toEqual([0, ''])
    const order = ['Milestones', 'Reached: First run', 'Running a week', 'Worst pain', 'Runs']
    const places = order.map((mark) => stdout.indexOf(mark))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('is one document for a script', async () => {
    expect(StatusSchema.safeParse(await json('status --demo --json')).error).toBeUndefined()
  })

  it('tells what is missing before running, and what breaks the chain', async () => {
    const days = ['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16'].map((date) => checkIn(date, 0))
    const file = fileWith(sampleLog({ entries: [flare, checkIn('2026-03-12', 2), ...days] }))
    const { stdout } = await itb(`status --log ${file}`)
    expect(stdout).toContain('Before you run again (')
    expect(stdout).toMatch(/Thux Fri\+ Sat\+ Sun\+ Mon\+ Tue\? Wed\?/)
    expect(stdout.replace(/\s+/g, ' ')).toContain('; Tuesday is missing and can be answered until tomorrow')
    expect(stdout).toContain('x pain')
    expect(StatusSchema.safeParse(await json(`status --json --log ${file}`)).error).toBeUndefined()
  })

  it('never shows a week without a log as a week of nothing', async () => {
    const early = { ...flare, date: '2026-02-10', pain: { during: 0 } }
    const file = fileWith(sampleLog({ entries: [early] }))
    const { stdout } = await itb(`status --log ${file}`)
    expect(stdout).toMatch(/23 Feb {2}nothing logged/)
    expect(stdout).not.toMatch(/ 0\.0 km/)
  })

  it('counts runs taken from the plan apart from measured ones', async () => {
    const taken = { ...flare, date: '2026-03-03', attested: true, pain: { during: 0 } }
    const file = fileWith(sampleLog({ entries: [taken, flare] }))
    const { stdout } = await itb(`status --log ${file}`)
    expect(stdout).toContain('1 measured, and 1 as planned and not measured')
    expect(stdout).toContain('= as planned and not measured')
  })

  it('does not say of a week with a flare alone that nobody ran', async () => {
    const only = { type: 'flare', date: '2026-03-03', pain: { during: 5 } }
    const { stdout } = await itb(`status --log ${fileWith(sampleLog({ entries: [only] }))}`)
    expect(stdout).toMatch(/ 2 Mar {2}no run logged/)
    expect(stdout).not.toMatch(/no run$/m)
  })

  it('says within which days the exercises of the gate were done', async () => {
    const { stdout } = await itb(`status --log ${fileWith(sampleLog({ entries: [flare] }))}`)
    expect(stdout.replace(/\s+/g, ' ')).toContain('exercises done without pain within the last 7 days')
  })
})
