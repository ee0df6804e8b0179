import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/program.ts'
import { emptyFolder, itb } from '../support/fake-host.ts'

const named = (commands: readonly Command[], before = ''): (readonly [string, Command])[] =>
  commands.flatMap((command) => {
    const name = `${before}${command.name}`
    return [[name, command] as const, ...named(command.commands ?? [], `${name} `)]
  })

describe.each(named(COMMANDS))('itb %s', (name, { examples }) => {
  it('has help that ends with two examples', async () => {
    const { code, stdout, stderr } = await itb(`${name} --help`)
    expect([code, stderr]).toEqual([0, ''])
    const [[first], [second]] = examples
    const [, shown = ''] = stdout.split('\nExamples:\n')
    expect(shown.split('\n').filter((text) => text.startsWith('  itb '))).toEqual([
      `  ${first}`,
      `  ${second}`,
    ])
  })

  it.each(examples)('has an example that works: %s', async (line) => {
    const away = process.cwd()
    process.chdir(emptyFolder())
    try {
      const { code, stderr } = await itb(line.replace(/^itb /, ''), {
        env: { XDG_CONFIG_HOME: emptyFolder() },
      })
      expect([code, stderr.replace(/^saved to .*\n/, '')]).toEqual([0, ''])
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
      expect(await itb(line)).toEqual({ code: 0, stdout: '0.0.0-test\n', stderr: '' })
    },
  )

  it('guesses the command that was meant', async () => {
    const { code, stdout, stderr } = await itb('plna')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^itb: unknown command 'plna'\n {2}Did you mean plan\?/)
  })
})
