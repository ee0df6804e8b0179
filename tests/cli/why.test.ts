import { describe, expect, it } from 'vitest'
import { PlanSchema } from '../../src/engine/plan-schema.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const json = async (line: string) => JSON.parse((await itb(line)).stdout)

describe('itb why', () => {
  it('explains the next week finding by finding', async () => {
    const { code, stdout, stderr } = await itb('why --demo')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/the rule that binds/)
  })

  it('is one document for a script', async () => {
    const { then, now, ...head } = await json('why --demo --json')
    expect(head).toEqual({ format: 'itb-why', version: 1, date: '2026-03-18' })
    expect(then).toBeNull()
    expect(PlanSchema.parse(now).week.start).toBe('2026-03-23')
  })

  it('says of a past day what was said then and what is known now', async () => {
    const { stdout } = await itb('why --demo 2026-03-11')
    expect(stdout).toMatch(/^What was said on Wed 11 Mar\n[\s\S]+\nWhat is known now\n/)
    const { then, now, date } = await json('why --demo 2026-03-11 --json')
    expect([date, then.asOf, now.asOf, then.week.start]).toEqual([
      '2026-03-11',
      '2026-03-11',
      '2026-03-11',
      '2026-03-09',
    ])
  })

  it('tells a late score from what was said before it came', async () => {
    const run = {
      type: 'run',
      date: '2026-03-10',
      distanceMeters: 8000,
      durationSeconds: 2880,
      limp: false,
      swelling: false,
      analgesic: false,
    }
    const was = [{ until: '2026-03-17', pain: { during: 0, nextMorning: 0 } }]
    const pain = { during: 7, after: 4, nextMorning: 2, onsetMeters: 900, trend: 'worsened', lastingHours: 5 }
    const file = fileWith(sampleLog({ entries: [{ ...run, pain, was }] }))
    const { then, now } = await json(`why 2026-03-16 --json --log ${file}`)
    expect(then.verdict).not.toBe('break')
    expect(now.verdict).toBe('break')
  })

  it('explains one rule alone', async () => {
    const { now } = await json('why --demo --json')
    const rule = now.running.binding
    expect((await itb(`why --demo ${rule}`)).stdout).toMatch(new RegExp(`^${rule}: `))
    const alone = await json(`why --demo ${rule} --json`)
    expect(alone.now.findings.map((each: { readonly rule: string }) => each.rule)).toEqual([rule])
  })

  it('lists the rules when asked for one there is not', async () => {
    const { code, stderr } = await itb('why --demo pain-grad')
    expect(code).toBe(2)
    expect(stderr).toContain('Did you mean "pain-grade"? Rules: ')
  })
})
