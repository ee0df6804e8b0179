import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderLog } from '../../src/log/render.ts'
import { builtCommand } from '../support/built.ts'
import { blocksIn } from '../support/documents.ts'
import { emptyFolder } from '../support/fake-host.ts'
import { logBefore } from '../support/log-on.ts'
import { needing } from './programs.ts'
import { inTerminal, type Step } from './pty.ts'

const { describe } = needing('script')

const LATER = 'Enter: not now'
const DONE = 'Enter: not yet'
/** What is typed in the week that the README shows, block by block. */
const WEEK: readonly { readonly day: string; readonly steps: readonly Step[] }[] = [
  {
    day: '2026-11-17',
    steps: [
      [LATER, '0'],
      [DONE, 'y'],
    ],
  },
  {
    day: '2026-11-18',
    steps: [
      [LATER, '0'],
      [DONE, 'y'],
      ['Enter: not said', 'y'],
    ],
  },
  {
    day: '2026-11-19',
    steps: [
      [LATER, '0'],
      [DONE, 'h'],
      ['at its worst', '3'],
      ['When did it hurt', 'r'],
      ['How did it go on', 'w'],
      ['When was it gone', 'h'],
      ['did it begin', '3'],
      ['Did you run all of it', 'y'],
    ],
  },
  { day: '2026-11-20', steps: [] },
]

describe('the week at a terminal that the README shows', () => {
  it('is as it stands there', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'log.json'), renderLog(logBefore(WEEK[0]?.day ?? '')))
    const shown = blocksIn('README.md').filter(({ language }) => language === 'terminal')
    expect(shown).toHaveLength(WEEK.length)
    for (const [index, { day, steps }] of WEEK.entries()) {
      const [line = '', ...printed] = shown[index]?.lines ?? []
      const words = line.replace('$ itb', '')
      const { screen } = await inTerminal(
        `cd ${folder}; exec "${process.execPath}" "${builtCommand()}"${words} --log log.json --today ${day}`,
        { env: { NO_COLOR: '1' }, steps },
      )
      expect(screen.split('\n')).toEqual(printed)
    }
  })
})
