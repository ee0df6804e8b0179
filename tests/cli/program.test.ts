import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import type { Host } from '../../src/cli/host.ts'
import { COMMANDS } from '../../src/cli/program.ts'
import { emptyFolder, itb } from '../support/fake-host.ts'
import { fitOf } from '../support/made-export.ts'
import { madeZip } from '../support/made-zip.ts'
import { sampleLog } from '../support/sample-log.ts'

const named = (commands: readonly Command[], before = ''): (readonly [string, Command])[] =>
  commands.flatMap((command) => {
    const name = `${before}${command.name}`
    return [[name, command] as const, ...named(command.commands ?? [], `${name} `)]
  })

const ENTRIES = '{"type":"run","date":"2026-03-10","distanceMeters":5000,"durationSeconds":1800}\n'

/** Runs a line of help as a shell would: words with spaces in quotes, `|` and `<`. */
async function shell(line: string, env: Host['env']) {
  const [commands = '', file] = line.split(' < ')
  let stdin = file === undefined ? undefined : ENTRIES
  let [code, said] = [0, '']
  for (const command of commands.split(' | ')) {
    const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
      ([, one, two, bare]) => one ?? two ?? bare ?? '',
    )
    const ended = await itb(words.slice(1), { env, ...(stdin !== undefined && { stdin }) })
    ;[code, stdin, said] = [Math.max(code, ended.code), ended.stdout, said + ended.stderr]
  }
  return { code, stderr: said }
}

/** A data folder with a log of two runs, the last of them just written; only `init` finds none. */
async function dataFolder(name: string): Promise<string> {
  const folder = emptyFolder()
  if (name === 'init') return folder
  mkdirSync(join(folder, 'itb'))
  const yesterday = { type: 'run', date: '2026-03-17', distanceMeters: 5000, durationSeconds: 1800 }
  writeFileSync(join(folder, 'itb', 'log.json'), sampleLog({ entries: [yesterday] }))
  const before = ['itb log run 4km 24:30', ...(name === 'restore' ? ['itb undo'] : [])]
  for (const line of before) await shell(line, { XDG_DATA_HOME: folder })
  return folder
}

describe.each(named(COMMANDS))('itb %s', (name, { examples }) => {
  it('has help that ends with two examples', async () => {
    const { code, stdout, stderr } = await itb(`${name} --help`)
    expect([code, stderr]).toEqual([0, ''])
    const [[first], [second]] = examples
    const [, shown = ''] = stdout.split('\nExamples:\n')
    // A line that goes on ends in a backslash, as a shell takes it.
    const typed = shown.replaceAll(/ \\\n +/g, ' ').split('\n')
    expect(typed.filter((text) => text.startsWith('  itb '))).toEqual([`  ${first}`, `  ${second}`])
  })

  it.each([40, 80])('has examples that fit into %s columns', async (columns) => {
    const { stdout } = await itb(`${name} --help`, { terminal: { columns } })
    const [, shown = ''] = stdout.split('\nExamples:\n')
    expect(Math.max(...shown.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(columns)
  })

  it.each(examples)('has an example that works: %s', async (line) => {
    const away = process.cwd()
    process.chdir(emptyFolder())
    try {
      writeFileSync('copy.json', sampleLog({ uid: 'copy' }))
      writeFileSync('export_12345.zip', madeZip([{ name: 'activities/1.fit', bytes: fitOf({ day: 0 }) }]))
      mkdirSync(join('GARMIN', 'Activity'), { recursive: true })
      writeFileSync(join('GARMIN', 'Activity', '1.fit'), fitOf({ day: 0 }))
      const env = { XDG_CONFIG_HOME: emptyFolder(), XDG_DATA_HOME: await dataFolder(name) }
      const { code, stderr } = await shell(line, env)
      // A score of the run before is owed, and `owed` says so to scripts.
      expect([code, stderr.replace(/^saved to .*\n/, '')]).toEqual([name === 'owed' ? 1 : 0, ''])
    } finally {
      process.chdir(away)
    }
  })
})

describe('itb', () => {
  it('shows short help when there is no command', async () => {
    const { code, stdout, stderr } = await itb('')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Usage: itb')
    expect(stdout.split('\n').length).toBeLessThanOrEqual(24)
  })

  it.each(['', '--help', 'log run --help'])('shows help that fits into 40 columns: itb %s', async (line) => {
    const { stdout } = await itb(line, { terminal: { columns: 40 } })
    const [help = ''] = stdout.split('\nExamples:')
    expect(Math.max(...help.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(40)
  })

  it('shows every command under its heading', async () => {
    const { stdout } = await itb('--help')
    const headings = ['Every day:', 'The plan:', 'The log:', 'Setting up:']
    expect(stdout.split('\n').filter((line) => headings.includes(line))).toEqual(headings)
    for (const { name, summary } of COMMANDS) {
      expect(stdout).toMatch(new RegExp(`^  ${name} .*${summary.slice(0, 12)}`, 'm'))
    }
  })

  it('shows the flags of the command that help is asked for', async () => {
    expect((await itb('help plan')).stdout).toBe((await itb('plan --help')).stdout)
  })

  it('shows the form of a command that help is asked for', async () => {
    const { code, stdout } = await itb('help log morning')
    expect([code, stdout]).toEqual([0, (await itb('log morning --help')).stdout])
    expect(stdout).toContain('Usage: itb log morning')
  })

  it.each(['--today 2026-03-02', '--log none.json --no-color'])(
    'shows short help where there is no page of today: itb %s',
    async (line) => {
      expect(await itb(line)).toMatchObject({ code: 0, stderr: '', stdout: (await itb('')).stdout })
    },
  )

  it.each(['--help', 'help', 'help plan', 'protocol'])('shows help: %s', async (line) => {
    expect(await itb(line)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Usage: itb'),
    })
  })

  it.each(['-V', '--version', 'plan -V', 'protocol show --version'])(
    'prints its version: %s',
    async (line) => {
      expect(await itb(line)).toMatchObject({ code: 0, stdout: '0.0.0-test\n', stderr: '' })
    },
  )

  it('guesses the command that was meant', async () => {
    const { code, stdout, stderr } = await itb('plna')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^itb: unknown command 'plna'\n {2}Did you mean plan\?/)
  })
})
