import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtCommand } from '../support/built.ts'
import { emptyFolder } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'
import { needing } from './programs.ts'
import { inTerminal } from './pty.ts'

const { describe } = needing('script')

const command = builtCommand()
const RUN = {
  id: 'runabc',
  type: 'run',
  date: '2026-03-16',
  distanceMeters: 5200,
  durationSeconds: 1870,
  rpe: 3,
}

/** The built command at a terminal, and an editor that puts one text for another. */
function runner(sed: string) {
  const home = emptyFolder()
  const [log, editor] = [join(home, 'log.json'), join(home, 'editor')]
  writeFileSync(log, sampleLog({ entries: [RUN] }))
  writeFileSync(editor, `#!/bin/sh\nsed -i '${sed}' "$1"\n`)
  chmodSync(editor, 0o755)
  const line = `"${process.execPath}" "${command}" edit runabc --log ${log} --today 2026-03-18 --no-color`
  return { log, line, env: { HOME: home, EDITOR: editor } }
}

describe('the built command and an editor', () => {
  it.each([
    ['s/"rpe": 3/"rpe": 13/', /runabc\.json:\d+:\d+: "rpe" is 13/],
    ['s/"rpe"/"rpm"/', /runabc\.json:\d+:\d+: unknown key "rpm"/],
    ['s/2026-03-16/2026-04-16/', /is dated 2026-04-16/],
  ])('shows what is wrong with the text, and lets it be edited again: %s', async (sed, told) => {
    const { log, line, env } = runner(sed)
    const before = readFileSync(log, 'utf8')
    const { screen } = await inTerminal(line, { env, columns: 100, steps: [['cannot be saved', 'g']] })
    expect(screen).toMatch(told)
    expect(readFileSync(log, 'utf8')).toBe(before)
  })

  it('saves what is right', async () => {
    const { log, line, env } = runner('s/"rpe": 3/"rpe": 4/')
    expect((await inTerminal(line, { env })).code).toBe(0)
    expect(JSON.parse(readFileSync(log, 'utf8')).entries).toMatchObject([{ rpe: 4 }])
  })
})
