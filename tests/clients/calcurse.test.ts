import { beforeEach, expect, it } from 'vitest'
import { type Machine, newMachine } from './machine.ts'
import { needing } from './programs.ts'
import { eventsOf, linesOf, plansOf } from './read-back.ts'
import { returning, THURSDAY, WEDNESDAY } from './runners.ts'

const { describe } = needing('calcurse')

const IMPORT = 'calcurse -D runs -i -'
const SHOW = "calcurse -D runs -Q --from 11/19/2026 --days 1 --format-apt '%S %m\\n' --format-event '%m\\n'"

let machine: Machine
beforeEach(() => {
  machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
})

const onThursday = (): string[] => linesOf(machine.says(SHOW)).slice(1)
const titles = (): string[] =>
  plansOf(machine, '--week this')
    .flatMap((plan) => eventsOf(plan))
    .filter(({ start }) => start.startsWith(THURSDAY))
    .map(({ title }) => title)

describe('calcurse', () => {
  it('shows a day of the plan', () => {
    machine.says(`itb plan --format ics | ${IMPORT}`)
    expect(onThursday().sort()).toEqual(titles().sort())
  })

  it('shows when a run begins', () => {
    machine.says(`itb plan --format ics --at 07:00 | ${IMPORT}`)
    expect(onThursday()).toContain('07:00 Run 20 min')
  })

  it('knows no UIDs: a second import is all of it again, so that the README empties it first', () => {
    machine.says(`itb plan --format ics | ${IMPORT}; itb plan --format ics | ${IMPORT}`)
    expect(onThursday()).toHaveLength(2 * titles().length)
  })

  it('knows nothing called off, so that the README gives it only what is on', () => {
    machine.says('itb log flare --pain 6 --onset 1km')
    machine.says(`itb plan --format ics | ${IMPORT}`)
    expect(onThursday()).toHaveLength(titles().length + 1)
  })
})
