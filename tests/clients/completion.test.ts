import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtCommand } from '../support/built.ts'
import { emptyFolder, fileWith } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'
import { needing } from './programs.ts'
import { inTerminal } from './pty.ts'

const LOG = fileWith(
  sampleLog({
    entries: [
      { id: '7f3k2a', type: 'run', date: '2026-03-15', distanceMeters: 5000, durationSeconds: 1800 },
      { id: '9c4d1e', type: 'day', date: '2026-03-16', pain: { stairs: 0 } },
    ],
  }),
)

const command = builtCommand()
const bin = emptyFolder()
writeFileSync(join(bin, 'itb'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`)
chmodSync(join(bin, 'itb'), 0o755)
const place = emptyFolder()
mkdirSync(join(place, 'a folder'))
writeFileSync(join(place, 'a file.json'), '')

const env = { PATH: `${bin}:${process.env['PATH']}`, ITB_LOG: LOG, INPUTRC: '/dev/null', TERM: 'dumb' }

/** Types a line in a real shell and answers with what stands there once everything was completed. */
async function completed(shell: string, typed: string, awaited: string): Promise<string> {
  const { written } = await inTerminal(`cd '${place}'; ${shell}`, {
    columns: 120,
    env,
    steps: [
      ['ready', typed],
      [awaited, '\u0015exit\r'],
    ],
  })
  return written
}

needing('script', 'bash').describe('bash', () => {
  const start = join(place, '.rc')
  writeFileSync(start, 'eval "$(itb completion bash)"; PS1="ready "\n')

  it.each([
    ['itb sta\t', 'itb status '],
    ['itb log yesterday mor\t', 'itb log yesterday morning '],
    ['itb log run --surface gr\t', '--surface grass '],
    ['itb log run --surface=gr\t', '--surface=grass '],
    ['itb log strength --pain clams\t2', '--pain clamshell=2'],
    ['itb log limit --substitute clamshell=glute\t', 'clamshell=glute-bridge '],
    ['itb log run --start 07:10 --surf\t', '07:10 --surface '],
    ['itb remove 7\t', 'itb remove 7f3k2a '],
    ['itb plan -o a\\ fi\t', 'itb plan -o a\\ file.json '],
    ['itb check a\\ fo\t', 'itb check a\\ folder/'],
  ])('completes %j', async (typed, expected) => {
    expect(await completed(`bash --rcfile ${start} -i`, typed, expected)).toContain(expected)
  })
})

needing('script', 'zsh').describe('zsh', () => {
  const folder = emptyFolder()
  writeFileSync(
    join(folder, '.zshrc'),
    'autoload -Uz compinit; compinit -u; eval "$(itb completion zsh)"; unsetopt zle_bracketed_paste; PS1="ready "\n',
  )

  it.each([
    ['itb sta\t', 'itb status '],
    ['itb log yesterday mor\t', 'itb log yesterday morning '],
    ['itb log run --surface=gr\t', '--surface=grass '],
    ['itb log strength --pain clams\t2', '--pain clamshell=2'],
    ['itb remove 7\t', 'itb remove 7f3k2a '],
    ['itb remove \t', 'run, Sun 15 Mar 2026'],
    ['itb plan -o a\\ fi\t', 'itb plan -o a\\ file.json '],
  ])('completes %j', async (typed, expected) => {
    expect(await completed(`ZDOTDIR=${folder} zsh -i`, typed, expected)).toContain(expected)
  })
})

needing('fish').describe('fish', () => {
  it.each([
    ['itb sta', ['status\tmilestones, what is still missing for them, and the last twelve weeks']],
    ['itb log yesterday mor', ['morning\t']],
    ['itb log run --surface=gr', ['--surface=grass']],
    ['itb log strength --pain clams', ['clamshell=\tClamshell']],
    ['itb remove 7', ['7f3k2a\trun, Sun 15 Mar 2026']],
    ['itb plan -o a\\ fi', ['a file.json']],
  ])('completes %j', (typed, expected) => {
    const line = `itb completion fish | source; complete -C ${JSON.stringify(typed)}`
    const { stdout } = spawnSync('fish', ['--no-config', '-c', line], {
      encoding: 'utf8',
      cwd: place,
      env: { ...env, HOME: emptyFolder() },
    })
    expect(stdout.split('\n')).toEqual([...expected.map((line) => expect.stringContaining(line)), ''])
  })
})
