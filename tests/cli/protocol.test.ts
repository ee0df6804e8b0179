import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, itb } from '../support/fake-host.ts'

describe('itb protocol', () => {
  it('lists what is at hand', async () => {
    const { code, stdout } = await itb('protocol list')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^itbs-cycle {2}\w.*\nitbs-rehab {2}\w.*\n$/)
    expect(JSON.parse((await itb('protocol list --json')).stdout)).toMatchObject({
      format: 'itb-protocols',
      version: 1,
      protocols: [{ name: 'itbs-cycle', isShipped: true }, { name: 'itbs-rehab' }],
    })
  })

  it('shows one as text, no wider than the terminal', async () => {
    const { code, stdout } = await itb('protocol show itbs-rehab --no-color', { terminal: { columns: 60 } })
    expect(code).toBe(0)
    expect(stdout).toContain('Clamshell')
    expect(stdout.split('\n').filter((line) => line.length > 60)).toEqual([])
  })

  it('guesses which one was meant', async () => {
    const { code, stderr } = await itb('protocol show itbs-rehabb')
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean "itbs-rehab"?')])
  })

  it.each(['protocol', 'log', 'plan'])('prints the JSON Schema of a %s', async (document) => {
    const { code, stdout } = await itb(`protocol schema --of ${document}`)
    expect([code, JSON.parse(stdout).type]).toEqual([0, 'object'])
  })

  it('has no schema of anything else', async () => {
    expect(await itb('protocol schema --of knee')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('protocol, log, plan'),
    })
  })

  it("starts a protocol of one's own, which plans at once and is never written over", async () => {
    const env = { XDG_CONFIG_HOME: emptyFolder() }
    const file = join(env.XDG_CONFIG_HOME, 'itb', 'protocols', 'my-return.yaml')
    expect(await itb('protocol new my-return', { env })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: `saved to ${file}\n`,
    })
    expect(readFileSync(file, 'utf8')).toContain('id: my-return')
    expect(await itb(`check ${file}`, { env })).toMatchObject({ code: 0, stdout: '', stderr: '' })
    expect(
      JSON.parse((await itb('plan --demo --json --protocol my-return', { env })).stdout).protocol.id,
    ).toBe('my-return')
    expect((await itb('protocol list', { env })).stdout).toContain('(your own)')
    expect(await itb('protocol new my-return', { env })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there already'),
    })
  })

  it('starts one where it is told to, and not under a name that is none', async () => {
    const file = join(emptyFolder(), 'mine.yaml')
    expect((await itb(`protocol new mine -o ${file}`)).code).toBe(0)
    expect(existsSync(file)).toBe(true)
    expect((await itb('protocol new mine -o -')).stdout).toBe(readFileSync(file, 'utf8'))
    expect((await itb('protocol new My.Return')).code).toBe(2)
  })
})
