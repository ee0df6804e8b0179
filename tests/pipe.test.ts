import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtCommand, ROOT } from './support/built.ts'
import { emptyFolder, itb } from './support/fake-host.ts'
import { sampleLog } from './support/sample-log.ts'

const command = builtCommand()
const { NODE_EXTRA_CA_CERTS, NO_COLOR, FORCE_COLOR, ...inherited } = process.env

function shell(line: string, { env = {}, input = '' } = {}) {
  const bash = `set -o pipefail; itb() { "${process.execPath}" "${command}" "$@"; }; ${line}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', bash], {
    encoding: 'utf8',
    input,
    env: { ...inherited, HOME: emptyFolder(), ...env },
  })
  return { code: status, stdout, stderr }
}

describe('the built command', () => {
  it.each([
    'plan --demo --today 2026-03-18',
    'plan --demo --today 2026-03-18 --json',
    'why --demo --today 2026-03-18',
    'check',
    'protocol list',
    'protocol show itbs-cycle',
    'protocol schema --of plan',
  ])('says what the sources say, byte by byte: %s', async (line) => {
    const { code, stdout, stderr } = await itb(line)
    expect(shell(`itb ${line}`)).toEqual({ code, stdout, stderr })
  })

  it('does not mind a reader that has seen enough', () => {
    const many = 'itb plan --demo --weeks 40 --format jsonl'
    expect(shell(`${many} | head -c 10`)).toMatchObject({ code: 0, stderr: '' })
    expect(shell(`${many} | wc -l`)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^ *40\n/),
      stderr: '',
    })
  })

  it('does not mind a closed stdout', () => {
    expect(shell('itb plan --demo >&-')).toMatchObject({ code: 0, stderr: '' })
  })

  it('tells of a full disk', () => {
    expect(shell('[ -e /dev/full ] || exit 2; itb plan --demo --json > /dev/full').code).toBe(2)
  })

  it('writes no colour into a pipe, whatever the terminal, unless it is forced', () => {
    expect(shell('itb plan --demo | cat', { env: { TERM: 'xterm-256color' } }).stdout).not.toContain('\u001b')
    expect(shell('itb plan --demo | cat', { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b')
    expect(shell('itb plan --demo | cat', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(
      '\u001b',
    )
  })

  it('reads a log from stdin', () => {
    const { code, stdout } = shell('itb plan --json --log -', { input: sampleLog({ uid: 'piped' }) })
    expect([code, stdout]).toEqual([0, expect.stringContaining('@piped')])
  })

  it('finds its parts through a link, and runs without those it was built from', () => {
    const folder = emptyFolder()
    for (const part of ['bin/itb.js', 'bin/package.json', 'dist', 'protocols', 'package.json']) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true })
    }
    const linked = shell(
      `ln -s ${folder}/bin/itb.js ${folder}/link && cd / && "${process.execPath}" ${folder}/link plan --demo`,
    )
    expect(linked).toMatchObject({ code: 0, stderr: '' })
    rmSync(join(folder, 'dist', 'slow.cjs'))
    rmSync(join(folder, 'dist', 'zone.cjs'))
    rmSync(join(folder, 'dist', 'main.cache'))
    const alone = shell(
      `"${process.execPath}" ${folder}/bin/itb.js plan --demo && "${process.execPath}" ${folder}/bin/itb.js why --demo`,
    )
    expect(alone, 'planning needs neither zod nor yaml nor luxon').toMatchObject({ code: 0, stderr: '' })
  })
})
