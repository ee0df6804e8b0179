import { describe, expect, it } from 'vitest'
import { hasColor } from '../../src/cli/host.ts'
import { itb } from '../support/fake-host.ts'

const stream = (isTTY: boolean) => ({ isTTY, write: () => undefined })

describe('colour', () => {
  it.each([
    ['a terminal', {}, {}, true, true],
    ['a pipe', {}, {}, false, false],
    ['a dumb terminal', {}, { TERM: 'dumb' }, true, false],
    ['NO_COLOR', {}, { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', {}, { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR in a pipe', {}, { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', {}, { FORCE_COLOR: '0' }, true, false],
    ['NO_COLOR before FORCE_COLOR', {}, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['--color before NO_COLOR', { color: true }, { NO_COLOR: '1' }, false, true],
    ['--no-color before FORCE_COLOR', { color: false }, { FORCE_COLOR: '1' }, true, false],
  ])('follows %s', (_, flags, env, isTTY, expected) => {
    expect(hasColor(flags, env, stream(isTTY))).toBe(expected)
  })

  it('is in the plan and in the problems, and never in JSON', async () => {
    const terminal = { terminal: { columns: 80 } }
    expect((await itb('plan --demo', terminal)).stdout).toContain('\u001b[')
    expect((await itb('plan --demo --no-color', terminal)).stdout).not.toContain('\u001b[')
    expect((await itb('plan --demo --json', terminal)).stdout).not.toContain('\u001b[')
    expect((await itb('plan', terminal)).stderr).toContain('\u001b[')
  })
})
