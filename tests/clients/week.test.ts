import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import type { Entry } from '../../src/log/schema.ts'
import { renderLog } from '../../src/log/render.ts'
import { builtCommand } from '../support/built.ts'
import { emptyFolder } from '../support/fake-host.ts'
import { entriesOn, logBefore, logIn } from '../support/log-on.ts'
import { needing } from './programs.ts'
import { inTerminal, type Step } from './pty.ts'

const { describe } = needing('script')

const command = builtCommand()
const MONDAY = dayOf('2026-11-09' as CalendarDate)
const MOST_KEYS = 60
const MOST_COMMANDS = 8
const PROMPT = '$ '
const LATER = 'Enter: not now'
const DONE = 'Enter: not yet'
const EASY = 'Enter: not said'

/** The commands of a week, and every key of them and of their answers. */
function weekOf() {
  const home = emptyFolder()
  const log = join(home, 'log.json')
  writeFileSync(log, renderLog(logBefore(dateOf(MONDAY))))
  const counted = { keys: 0, commands: 0 }
  const day = (index: number): CalendarDate => dateOf(addDays(MONDAY, index))
  async function type(index: number, line: string, answers: readonly Step[]): Promise<string> {
    counted.commands += 1
    counted.keys += [line, ...answers.map(([, key]) => key)].join('').length
    const lines = `itb() { "${process.execPath}" "${command}" "$@" --log ${log} --today ${day(index)}; }\n`
    const rc = join(home, 'rc')
    writeFileSync(rc, lines)
    const shown = await inTerminal(`env PS1='${PROMPT}' ENV=${rc} sh -i`, {
      env: { HOME: home, NO_COLOR: '1' },
      steps: [[PROMPT, line], ...answers, [PROMPT, 'exit\n']],
    })
    return shown.screen
  }
  return { log, day, type, counted }
}

const of = <T extends Entry['type']>(entries: readonly Entry[], type: T) =>
  entries.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type)

describe('a week at the terminal', () => {
  it('that goes well takes at most sixty keys and eight commands', async () => {
    const { log, day, type, counted } = weekOf()
    for (const index of [0, 1, 2, 3, 4, 5, 6]) {
      const hasSession = index !== 5
      const hasStrength = [1, 3, 6].includes(index)
      await type(index, 'itb\n', [
        [LATER, '0'],
        ...(hasSession ? [[DONE, 'y'] as const] : []),
        ...(hasStrength ? [[EASY, 'y'] as const] : []),
      ])
    }
    await type(7, 'itb plan\n', [])
    expect(counted.commands).toBeLessThanOrEqual(MOST_COMMANDS)
    expect(counted.keys).toBeLessThanOrEqual(MOST_KEYS)
    // What the README says of it.
    expect(counted).toEqual({ keys: 53, commands: 8 })
    const entries = logIn(log).entries.filter(({ date }) => date >= day(0))
    const runs = of(entries, 'run')
    expect([runs.length, of(entries, 'strength').length, of(entries, 'day').length]).toEqual([4, 3, 7])
    expect(runs.map(({ pain }) => [pain?.during, pain?.nextMorning])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, undefined],
    ])
    expect(
      runs.every(({ attested, limp, swelling, analgesic }) => attested && !(limp || swelling || analgesic)),
    ).toBe(true)
  })

  it('with a flare on Wednesday is answered at once, and has no run any more', async () => {
    const { log, day, type, counted } = weekOf()
    await type(0, 'itb\n', [
      [LATER, '0'],
      [DONE, 'y'],
    ])
    await type(1, 'itb\n', [
      [LATER, '0'],
      [DONE, 'y'],
      [EASY, 'y'],
    ])
    const wednesday = await type(2, 'itb\n', [
      [LATER, '0'],
      [DONE, 'h'],
      ['at its worst', '6'],
      ['When did it hurt', 'r'],
      ['How did it go on', 'w'],
      ['When was it gone', 'n'],
      ['did it begin', '1'],
      ['Did you run all of it', 'n'],
      ['How far, and how long', '1.2km 8:00\n'],
    ])
    expect(wednesday.replace(/\s+/g, ' ')).toMatch(/Severe pain .*: stop, and walk home if you are out/)
    expect(of(entriesOn(log, day(2)), 'run')[0]).toMatchObject({
      distanceMeters: 1200,
      pain: { during: 6, trend: 'worsened', onsetMeters: 1000 },
      limp: false,
    })
    const thursday = await type(3, 'itb\n', [
      ['any of these', 'n'],
      ['Today so far', '2'],
      ['Where was it', 's'],
      ['on rising', '1'],
      ['swollen', 'n'],
      ['painkiller taken', 'n'],
    ])
    expect(thursday).toMatch(/No running, acute phase/)
    expect(thursday).toMatch(/First run not before Mon 30 Nov, and only through the gate/)
    const friday = await type(4, 'itb\n', [
      ['Today so far', '1'],
      ['Where was it', 'w'],
      ['swollen', 'n'],
      ['painkiller taken', 'n'],
    ])
    expect(friday).not.toMatch(/On today: run/)
    const plan = await type(4, 'itb plan\n', [])
    expect(plan).toMatch(/no runs this week/)
    expect(counted.keys).toBeLessThanOrEqual(MOST_KEYS + 40)
  })
})
