import { describe, expect, it } from 'vitest'
import { fileWith, itb } from '../support/fake-host.ts'
import { logIn } from '../support/log-on.ts'
import { sampleLog } from '../support/sample-log.ts'

const timesIn = (file: string) =>
  logIn(file).entries.flatMap((entry) => (entry.type === 'settings' ? [entry.startTimes] : []))
const planOf = async (file: string): Promise<string> => (await itb(`plan --json --log ${file}`)).stdout

describe('itb set times', () => {
  it('says when sessions begin, weekday by weekday', async () => {
    const file = fileWith(sampleLog())
    const { code, stdout } = await itb(`set times mon=07:00,sat=9:30 --log ${file}`)
    expect([code, stdout]).toEqual([0, expect.stringContaining('times mon=07:00,sat=09:30')])
    expect(timesIn(file)).toEqual([{ monday: '07:00', saturday: '09:30' }])
    expect((await itb(`check ${file}`)).code).toBe(0)
  })

  it('takes one time for every day, and spans of days', async () => {
    const file = fileWith(sampleLog())
    await itb(`set times 07:00 --log ${file}`)
    expect(Object.values(timesIn(file)[0] ?? {})).toEqual(Array(7).fill('07:00'))
    expect((await itb(`set --log ${file}`)).stdout).toMatch(/^times +07:00, since Wed 18 Mar 2026$/m)
    await itb(`set times sat-sun=09:30 times wed=none --log ${file}`)
    expect(timesIn(file)).toEqual([
      {
        ...{ monday: '07:00', tuesday: '07:00', thursday: '07:00', friday: '07:00' },
        ...{ saturday: '09:30', sunday: '09:30' },
      },
    ])
    expect((await itb(`set --log ${file}`)).stdout.replace(/\s+/g, ' ')).toContain(
      'times mon=07:00,tue=07:00,thu=07:00,fri=07:00,sat=09:30,sun=09:30, since',
    )
  })

  it('ends them with none', async () => {
    const file = fileWith(sampleLog({ runner: { startTimes: { monday: '07:00' } } }))
    expect((await itb(`set times none --log ${file}`)).stdout).toContain('times none')
    expect(timesIn(file)).toEqual([{}])
    expect((await itb(`plan --format ics --log ${file}`)).stdout).not.toContain('T070000')
  })

  it.each(['25:00', '7', 'mon', 'mon=', 'mon=7', 'mon=07:00=08:00', 'someday=07:00', 'mon=24:00'])(
    'says how %s can be written, and writes nothing',
    async (words) => {
      const file = fileWith(sampleLog())
      const { code, stderr } = await itb(`set times ${words} --log ${file}`)
      expect([code, stderr]).toEqual([2, expect.stringContaining('times cannot be')])
      expect(stderr).toContain('mon=07:00')
      expect(timesIn(file)).toEqual([])
    },
  )

  it('changes nothing of the plan', async () => {
    const file = fileWith(sampleLog())
    const before = await planOf(file)
    await itb(`set times 07:00 --log ${file}`)
    expect(await planOf(file)).toBe(before)
  })

  it('is refused in a log where no clock shows it', async () => {
    const file = fileWith(sampleLog({ runner: { startTimes: { monday: '7 o clock', moonday: '07:00' } } }))
    const { code, stderr } = await itb(`plan --log ${file}`)
    expect(code).toBe(2)
    expect(stderr).toContain('expected a time of day such as "07:10"')
    expect(stderr).toContain('unknown key "moonday"')
  })

  it('is shown to a script, and stands in the schema of a log', async () => {
    const file = fileWith(sampleLog({ runner: { startTimes: { monday: '07:00' } } }))
    const { settings } = JSON.parse((await itb(`set --json --log ${file}`)).stdout)
    expect(settings).toContainEqual({
      key: 'times',
      field: 'startTimes',
      value: { monday: '07:00' },
      since: null,
    })
    const schema = JSON.parse((await itb('protocol schema --of log')).stdout)
    expect(Object.keys(schema.properties.runner.properties.startTimes.properties)).toHaveLength(7)
  })

  it('is a word that a shell can complete', async () => {
    const { stdout } = await itb(['completion', 'candidates', '--', 'set', 'ti'])
    expect(stdout).toBe('time-zone\t\ntimes\t\n')
  })
})
