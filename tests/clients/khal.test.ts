import { beforeEach, expect, it } from 'vitest'
import { listed, setUpKhal } from './khal.ts'
import { type Machine, newMachine } from './machine.ts'
import { needing } from './programs.ts'
import { cancelledIn, eventsIn, eventsOf, plansOf } from './read-back.ts'
import { MONDAY, returning, THURSDAY, WEDNESDAY } from './runners.ts'

const { describe } = needing('khal', 'python3-icalendar')

const IMPORT = 'khal import --batch -a plan'
const RUN_ON_THURSDAY = `${THURSDAY}-run@k3v9q2`

let machine: Machine
beforeEach(() => {
  machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
  setUpKhal(machine)
})

const planned = (line = '') => plansOf(machine, `--week this ${line}`).flatMap((plan) => eventsOf(plan))
const runOnThursday = () => listed(machine, THURSDAY, 1).filter(({ uid }) => uid === RUN_ON_THURSDAY)

describe('khal', () => {
  it('takes a plan from a pipe and lists all of it', () => {
    machine.says(`itb plan --format ics | ${IMPORT}`)
    const uids = listed(machine, WEDNESDAY, 5).map(({ uid }) => uid)
    expect(uids).toEqual(expect.arrayContaining(planned().map(({ uid }) => uid)))
    expect(machine.says(`khal list ${THURSDAY} 1d`)).toMatch(/^ *Run 20 min/m)
  })

  it('has no event twice after a second import', () => {
    machine.says(`itb plan --format ics | ${IMPORT}`)
    const once = listed(machine, MONDAY, 14)
    machine.says(`itb plan --format ics | ${IMPORT}`)
    expect(listed(machine, MONDAY, 14)).toEqual(once)
    expect(new Set(once.map(({ uid }) => uid)).size).toBe(once.length)
    expect(once.length).toBeGreaterThan(20)
  })

  it('takes a plan as a file', () => {
    machine.says('itb plan -o plan.ics')
    machine.says(`${IMPORT} plan.ics`)
    expect(runOnThursday()).toHaveLength(1)
  })

  it('moves a run that begins at another hour', () => {
    machine.says(`itb plan --format ics --at 07:00 | ${IMPORT}`)
    expect(runOnThursday()).toMatchObject([{ start: `${THURSDAY} 07:00`, end: `${THURSDAY} 07:27` }])
    machine.says(`itb plan --format ics --at 18:00 | ${IMPORT}`)
    expect(runOnThursday()).toMatchObject([{ start: `${THURSDAY} 18:00`, end: `${THURSDAY} 18:27` }])
  })

  it('keeps a run at its hour by the clocks where it is looked at, or in the zone asked for', () => {
    machine.says(`itb plan --format ics --at 07:00 --tz America/New_York | ${IMPORT}`)
    expect(runOnThursday()).toMatchObject([{ start: `${THURSDAY} 13:00` }])
  })

  it('marks the runs that a flare called off, and shows what stands in their place', () => {
    machine.says(`itb plan --format ics | ${IMPORT}`)
    expect(runOnThursday()).toMatchObject([{ title: 'Run 20 min', status: 'CONFIRMED' }])
    machine.says('itb log flare --pain 6 --onset 1km')
    const ics = machine.says('itb plan --format ics')
    machine.says(IMPORT, ics)
    const called = listed(machine, WEDNESDAY, 5).filter(({ status }) => status.includes('CANCELLED'))
    expect(called.map(({ uid }) => uid)).toEqual(expect.arrayContaining([RUN_ON_THURSDAY]))
    expect(cancelledIn(eventsIn(machine, ics))).toEqual(expect.arrayContaining(called.map(({ uid }) => uid)))
    const on = listed(machine, WEDNESDAY, 5).filter(({ status }) => !status.includes('CANCELLED'))
    expect(on.filter(({ title }) => title.startsWith('Run'))).toEqual([])
    expect(on.map(({ uid }) => uid)).toEqual(expect.arrayContaining(planned().map(({ uid }) => uid)))
  })

  it('has a run again when the flare was a slip of the finger', () => {
    for (const line of ['true', 'itb log flare --pain 6 --onset 1km', 'itb undo']) {
      machine.says(`${line} && itb plan --format ics | ${IMPORT}`)
    }
    expect(runOnThursday()).toMatchObject([{ title: 'Run 20 min', status: 'CONFIRMED' }])
  })

  it('gets nothing from a log that cannot be read, and the pipe fails with the problem alone', () => {
    machine.write('.local/share/itb/log.json', '{ "format": "itb-log", ')
    expect(machine.run('itb plan --format ics')).toMatchObject({ code: 2, stdout: '' })
    const { code, stderr } = machine.run('itb plan --format ics | { cat > plan.ics; [ ! -s plan.ics ]; }')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^itb: /)
    expect(machine.run(`itb plan --format ics | ${IMPORT}`).code).not.toBe(0)
    machine.write('kept.ics', 'as it was')
    expect(machine.run('itb plan -o kept.ics')).toMatchObject({ code: 2, stdout: '' })
    expect(machine.says('cat kept.ics')).toBe('as it was')
  })
})
