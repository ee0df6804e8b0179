import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PlanSchema } from '../../src/engine/plan-schema.ts'
import { MILESTONES } from '../../src/log/words.ts'
import { MILESTONES_SAYS } from '../../src/rules/milestones.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { logIn } from '../support/log-on.ts'
import { sampleLog } from '../support/sample-log.ts'

const flare = {
  type: 'run',
  date: '2026-03-08',
  distanceMeters: 5000,
  durationSeconds: 1800,
  pain: { during: 7, after: 3, nextMorning: 2, onsetMeters: 900, trend: 'worsened', lastingHours: 5 },
}
const sore = () => fileWith(sampleLog({ entries: [flare] }))
const wantedIn = (file: string) =>
  logIn(file).entries.flatMap((entry) => (entry.type === 'settings' ? [entry.milestones] : []))
const planOf = async (file: string) =>
  PlanSchema.parse(JSON.parse((await itb(`plan --json --log ${file}`)).stdout))

describe('itb set milestone', () => {
  it('knows the milestones that the protocol names', () => {
    expect(MILESTONES).toEqual(Object.keys(MILESTONES_SAYS))
  })

  it('moves one to a later day, which stands beside the earliest', async () => {
    const file = sore()
    const { code, stdout } = await itb(`set milestone first-distance=2027-01-01 --log ${file}`)
    expect([code, stdout]).toEqual([0, expect.stringContaining('milestone first-distance=2027-01-01')])
    expect((await itb(`status --log ${file}`)).stdout).toMatch(
      /A run of 5 km: not before \w{3} \d+ \w{3}; yours Fri 1 Jan\n/,
    )
  })

  it('takes several at once, one that is dropped, and one back', async () => {
    const file = sore()
    await itb(`set milestone first-distance=2027-01-01,first-hills=dropped --log ${file}`)
    await itb(`set milestone old-week=2027-06-01 milestone first-distance=none --log ${file}`)
    expect(wantedIn(file)).toEqual([{ 'first-hills': 'dropped', 'old-week': '2027-06-01' }])
    expect((await itb(`set --log ${file}`)).stdout).toMatch(
      /milestone +first-hills=dropped,old-week=2027-06-01, since\s+Wed 18 Mar 2026/,
    )
    await itb(`set milestone none --log ${file}`)
    expect(wantedIn(file)).toEqual([{}])
  })

  it('leaves a dropped one out of what is read, and in what a script gets', async () => {
    const file = sore()
    expect((await itb(`plan --log ${file}`)).stdout).toContain('First run,')
    await itb(`set milestone first-run=dropped --log ${file}`)
    for (const command of ['status', 'plan'])
      expect((await itb(`${command} --log ${file}`)).stdout).not.toMatch(/First run[:,]/)
    expect((await planOf(file)).milestones[0]).toMatchObject({ id: 'first-run', own: 'dropped' })
  })

  it('refuses a day before the earliest, which it names, and writes nothing', async () => {
    const file = sore()
    const before = readFileSync(file, 'utf8')
    const earliest = (await planOf(file)).milestones.find(({ id }) => id === 'first-distance')?.earliest
    const { code, stderr } = await itb(`set milestone first-distance=2026-03-20 --log ${file}`)
    expect([code, readFileSync(file, 'utf8')]).toEqual([2, before])
    expect(stderr).toContain('first-distance cannot be on 2026-03-20: it comes not before')
    expect(stderr).toContain(`itb set milestone first-distance=${earliest}`)
    expect(await itb(`set milestone first-distance=${earliest} --log ${file}`)).toMatchObject({ code: 0 })
  })

  it('takes no day where there is none to hold it against', async () => {
    const { code, stderr } = await itb(`set milestone old-week=2027-06-01 --log ${fileWith(sampleLog())}`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('old-week has no earliest day yet')])
  })

  it.each([
    'first-distanc=2027-01-01',
    'first-distance',
    'first-distance=2027-02-30',
    'first-run=a=b',
    'old-week=',
  ])('says how %s can be written', async (words) => {
    const { code, stderr } = await itb(`set milestone ${words} --log ${sore()}`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('milestone cannot be')])
    expect(stderr).toContain('first-hills=dropped')
  })

  it('changes nothing of the running', async () => {
    const file = sore()
    const before = await planOf(file)
    await itb(`set milestone first-distance=2027-01-01,first-run=dropped --log ${file}`)
    const after = await planOf(file)
    expect({ ...after, milestones: [] }).toEqual({ ...before, milestones: [] })
  })

  it('is shown to a script', async () => {
    const file = sore()
    await itb(`set milestone first-hills=dropped --log ${file}`)
    const { settings } = JSON.parse((await itb(`set --json --log ${file}`)).stdout)
    expect(settings).toContainEqual({
      key: 'milestone',
      field: 'milestones',
      value: { 'first-hills': 'dropped' },
      since: '2026-03-18',
    })
  })
})
