import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import type { Entry } from '../../src/log/schema.ts'
import { builtCommand } from '../support/built.ts'
import { emptyFolder } from '../support/fake-host.ts'
import { logFileBefore } from '../support/log-on.ts'
import { needing } from './programs.ts'
import { inTerminal } from './pty.ts'

const { describe } = needing('script')

const ESCAPE = '\u001b'
const THURSDAY = '2026-11-19'
const command = builtCommand()

/** The morning after Tuesday's run was not said, so that there is a score to give. */
const withoutMorning = (entry: Entry): Entry => {
  if (entry.type !== 'run' || entry.date !== '2026-11-17') return entry
  const { nextMorning, ...pain } = entry.pain ?? {}
  return { ...entry, pain }
}

/** A log of the days before Thursday, and all that lies in its folder. */
function logOfARunner() {
  const file = logFileBefore(THURSDAY, withoutMorning)
  const folder = dirname(file)
  const held = (): readonly (readonly [string, string])[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((each) => statSync(join(folder, each)).isFile())
      .map((each) => [each, readFileSync(join(folder, each), 'utf8')])
  return { file, held }
}

/** The command in a line for a shell, about a log on Thursday. */
const itb = (words: string, file: string): string =>
  `"${process.execPath}" "${command}" ${words} --log ${file} --today ${THURSDAY}`

describe('the built command at a terminal', () => {
  it('colours the screen and not the file beside it, either way round', async () => {
    const { file } = logOfARunner()
    const told = join(emptyFolder(), 'told')
    const line = itb('plan', file)
    const env = { LC_ALL: 'C' }
    const toScreen = await inTerminal(`${line} --week never 2> ${told}; ${line} 2>> ${told}`, { env })
    expect(toScreen.written).toContain(ESCAPE)
    expect(readFileSync(told, 'utf8')).toMatch(/^itb: --week is "never"/)
    const toFile = await inTerminal(`${line} > ${told}; ${line} --week never`, { env })
    expect(toFile.written).toContain(ESCAPE)
    expect(readFileSync(told, 'utf8')).not.toContain(ESCAPE)
  })

  it('asks on the screen and keeps the file of stdout for its answer', async () => {
    const { file } = logOfARunner()
    const told = join(emptyFolder(), 'told')
    const line = `${itb(`log run --pain 0 --date ${THURSDAY}`, file)} > ${told}`
    const { code, screen } = await inTerminal(line, {
      steps: [
        ['How far', '3.3km\r'],
        ['In what time', '20:00\r'],
      ],
    })
    expect([code, screen]).toEqual([0, expect.stringContaining('3.3km')])
    const said = readFileSync(told, 'utf8')
    expect(said).toMatch(/^added /)
    expect(said).not.toMatch(/How far|\u001b/)
  })

  it.each([
    ['bare itb', '', 'Enter'],
    ['itb score', 'score last', 'Enter'],
  ])('ends %s at Ctrl-C with 130 and no message', async (_, words, awaited) => {
    const { file, held } = logOfARunner()
    const before = held()
    const { code, written } = await inTerminal(itb(words, file), { steps: [[awaited, '\u0003']] })
    expect([code, held()]).toEqual([130, before])
    expect(written).not.toMatch(/itb: |Error|force closed/)
  })

  it('ends itb init at Ctrl-C with 130 and no message, and makes no log', async () => {
    const folder = emptyFolder()
    const steps = [['Where does it hurt', '\u0003']] as const
    const { code, written } = await inTerminal(itb('init', join(folder, 'log.json')), { steps })
    expect([code, readdirSync(folder)]).toEqual([130, []])
    expect(written).not.toMatch(/itb: |Error|force closed/)
  })
})
