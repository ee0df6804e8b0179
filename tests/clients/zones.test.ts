import { expect, it } from 'vitest'
import { newMachine, reader } from './machine.ts'
import { needing } from './programs.ts'
import { eventsIn, linesOf } from './read-back.ts'
import { MONDAY, returning } from './runners.ts'

const { describe } = needing('gcc', 'libical-dev', 'python3-icalendar', 'python3-vobject')

const zoneinfo = reader('instants.py')
/** No client knows a zone of this name, so that it must go by what the calendar says. */
const NOWHERE = 'Runner/Home'

const inOrder = (text: string): string[] => linesOf(text).sort()

describe.each([
  ['America/New_York', ['-05:00', '-04:00']],
  ['Europe/Berlin', ['+01:00', '+02:00']],
  ['Asia/Kathmandu', ['+05:45']],
  ['Australia/Lord_Howe', ['+11:00', '+10:30']],
])('a year of runs in %s', (zone, offsets) => {
  const libical = reader('libical.c')
  const machine = newMachine(MONDAY, returning(MONDAY))
  const ics = machine.says(`itb plan --weeks 52 --format ics --at 07:00 --tz ${zone}`)
  const renamed = ics.replaceAll(zone, NOWHERE)
  const expected = inOrder(machine.says(zoneinfo, ics))

  it('begins at seven by the clocks of the zone, across both changes and the year’s end', () => {
    const runs = eventsIn(machine, ics).filter(({ uid }) => uid.includes('-run@'))
    expect(runs.filter((run) => run.zone !== zone || !run.start.endsWith('T07:00:00'))).toEqual([])
    expect(new Set(runs.map(({ start }) => start.slice(0, 4)))).toEqual(new Set(['2026', '2027']))
    expect(runs.length).toBeGreaterThan(150)
    const seen = new Set(
      expected
        .filter((line) => line.includes('-run@'))
        .map((line) => {
          const [uid = '', instant = ''] = line.split(' ')
          return (Date.parse(`${uid.slice(0, 10)}T07:00:00Z`) - Date.parse(instant)) / 60_000
        }),
    )
    expect(seen).toEqual(new Set(offsets.map(minutes)))
  })

  it('is at those instants for libical, by the calendar’s own VTIMEZONE', () => {
    expect(inOrder(machine.says(`${libical} instants`, renamed))).toEqual(expected)
  })

  it('is at those instants for python3-vobject, by the calendar’s own VTIMEZONE', () => {
    const timed = eventsIn(machine, renamed, 'python3-vobject').filter(({ zone: own }) => own !== null)
    expect(timed.map(({ uid, instant }) => `${uid} ${instant}`).sort()).toEqual(expected)
  })

  it('has a zone that libical finds nothing wrong with', () => {
    expect(machine.says(`${libical} check`, ics)).toMatch(/ 0 errors\n$/)
  })
})

const minutes = (offset: string): number => {
  const [, sign = '+', hours = '0', rest = '0'] = /([+-])(\d\d):(\d\d)/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest))
}
