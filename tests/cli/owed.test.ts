import { describe, expect, it } from 'vitest'
import { OwedSchema } from '../../src/cli/documents/status-schema.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const run = (date: string, more: object = {}) => ({
  id: `run${date.slice(-2)}`,
  type: 'run',
  date,
  distanceMeters: 5000,
  durationSeconds: 1800,
  ...more,
})
const QUIET = { limp: false, swelling: false, analgesic: false }
const logOf = (...entries: readonly object[]): string => fileWith(sampleLog({ entries }))

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ')

describe('itb owed', () => {
  it('is silent and content where nothing is owed', async () => {
    const log = logOf(run('2026-03-16', { ...QUIET, pain: { during: 0, nextMorning: 0 } }))
    for (const line of [`owed --log ${log}`, `owed --short --log ${log}`])
      expect(await itb(line)).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  it('asks for the oldest first and prints the line that answers each', async () => {
    const log = logOf(run('2026-03-16'), run('2026-03-17', { ...QUIET, pain: { during: 0 } }))
    const { code, stdout } = await itb(`owed --log ${log}`)
    expect(code).toBe(1)
    expect(stdout.indexOf('Mon 16 Mar, run run16')).toBe(0)
    expect(inOneLine(stdout)).toContain(
      'itb score run16 --pain N --morning N --[no-]limp --[no-]swelling --[no-]painkiller',
    )
    expect(stdout).toContain('\n  itb log morning N\n')
  })

  it('fills nothing in: a score is N, and a sign neither yes nor no', async () => {
    const { stdout } = await itb(`owed --log ${logOf(run('2026-03-16'))}`)
    expect(stdout).not.toMatch(/--\w+ 0|--no-/)
    expect(stdout).toContain('N is a score of the outer side of the knee, 0 to 10.')
  })

  it('says of a day in the chain until when it counts', async () => {
    const pain = { during: 7, after: 3, nextMorning: 2, onsetMeters: 900, trend: 'worsened', lastingHours: 5 }
    const log = logOf(run('2026-03-15', { ...QUIET, pain }))
    const { stdout } = await itb(`owed --log ${log}`)
    expect(stdout).toContain('Mon 16 Mar, check-in')
    expect(stdout).toMatch(/counts if answered by Wed 18 Mar; left open, it breaks the chain/)
    expect(stdout).toContain('itb log day --daily N --stairs N --rest N --[no-]painkiller --date 2026-03-16')
    expect(stdout).toContain('itb log day --no-red-flags')
  })

  it('names the exercise of a session that nobody scored, and how to score it', async () => {
    const strength = { type: 'strength', date: '2026-03-17', exercises: [{ id: 'clamshell' }] }
    const { stdout } = await itb(`owed --log ${logOf(strength)}`)
    expect(stdout).toMatch(/Tue 17 Mar, strength \w+: clamshell/)
    expect(stdout).toMatch(/itb score \w+ --pain clamshell=N/)
  })

  it('fits a prompt', async () => {
    const log = logOf(run('2026-03-16'), run('2026-03-17', { ...QUIET, pain: { during: 0 } }))
    expect(await itb(`owed --short --log ${log}`)).toMatchObject({
      code: 1,
      stdout: 'itb: 2 owed, oldest Mon 16 Mar\n',
    })
  })

  it('is one document for a script', async () => {
    const { code, stdout } = await itb(`owed --json --log ${logOf(run('2026-03-16'))}`)
    expect(code).toBe(1)
    expect(OwedSchema.parse(JSON.parse(stdout)).owed[0]?.commands).toHaveLength(1)
  })
})
