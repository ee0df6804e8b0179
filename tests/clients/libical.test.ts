import { expect, it } from 'vitest'
import { newMachine, reader } from './machine.ts'
import { needing } from './programs.ts'
import { PHASES, returning, WEDNESDAY } from './runners.ts'

const { describe } = needing('gcc', 'libical-dev')
const ALL = '--weeks 3 --at 07:00 --tz Europe/Berlin --alarm 30m --ask 20:00 --details'

describe('libical', () => {
  const libical = reader('libical.c')

  it.each(PHASES.flatMap((runner) => ['', ALL].map((flags) => ({ ...runner, flags }))))(
    'finds nothing wrong in a week of $phase: $flags',
    ({ today, log, flags }) => {
      const machine = newMachine(today, log)
      const ics = machine.says(`itb plan --format ics ${flags}`)
      const count = ics.match(/^BEGIN:VEVENT\r$/gm)?.length
      expect(machine.says(`${libical} check`, ics)).toBe(`${count} events, 0 errors\n`)
    },
  )

  it('finds nothing wrong in what was called off', () => {
    const machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
    machine.says('itb log flare --pain 6 --onset 1km')
    const ics = machine.says(`itb plan --format ics ${ALL}`)
    expect(ics).toContain('STATUS:CANCELLED')
    expect(machine.says(`${libical} check`, ics)).toMatch(/ 0 errors\n$/)
  })

  it.each([
    ['DTSTAMP', /^DTSTAMP:.*$/m, 'X-STAMP:1'],
    ['UID', /^UID:.*$/m, 'X-UID:1'],
    ['status', /^STATUS:.*$/m, 'STATUS:PERHAPS'],
    ['date', /^(DTSTART;VALUE=DATE:\d{5}).*$/m, '$1'],
  ])('does find a wrong %s', (_, found, by) => {
    const machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
    const ics = machine.says('itb plan --format ics')
    expect(machine.says(`${libical} check`, ics.replace(found, by))).not.toMatch(/ 0 errors/)
  })
})
