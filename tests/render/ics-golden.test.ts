import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { itb } from '../support/fake-host.ts'
import { PHASE_WEEKS, phaseFile } from '../support/phase-weeks.ts'

type Phase = keyof typeof PHASE_WEEKS

const WEDNESDAY = 2
const golden = (name: string): string => readFileSync(new URL(`${name}.ics`, import.meta.url), 'utf8')

async function calendar(phase: Phase, words: string): Promise<string> {
  const { file, today } = phaseFile(phase, WEDNESDAY)
  const line = `plan --format ics --week this --log ${file} --today ${today} ${words}`
  const { code, stdout, stderr } = await itb(line)
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

describe('the calendar of a week', () => {
  it.each(Object.keys(PHASE_WEEKS) as Phase[])(
    'is what was approved in the middle of %s',
    async (phase) => {
      expect(await calendar(phase, '')).toBe(golden(phase))
    },
    30_000,
  )

  it.each([
    ['return-2-timed', 'return-2', '--at 07:00 --alarm 30m --ask 20:00'],
    ['return-2-details', 'return-2', '--details'],
    ['stop-details', 'stop', '--details'],
    ['build-berlin', 'build', '--at mon-fri=18:15,sat=09:30 --tz Europe/Berlin'],
  ] as const)(
    'is what was approved of %s',
    async (name, phase, words) => {
      expect(await calendar(phase, words)).toBe(golden(name))
    },
    30_000,
  )
})
