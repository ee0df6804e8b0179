import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { busyLog } from '../support/busy-log.ts'
import { fileWith, itb } from '../support/fake-host.ts'

const idsIn = async (file: string): Promise<readonly string[]> =>
  JSON.parse((await itb(`list --json --log ${file}`)).stdout).entries.map(
    ({ id }: { readonly id: string }) => id,
  )

describe('itb remove', () => {
  it('takes an entry out, says which, and how to have it back', async () => {
    const file = fileWith(busyLog())
    const { code, stdout } = await itb(`remove early --log ${file}`)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^removed early1 +run Tue 10 Mar at 07:10, 5\.2 km 31:10/)
    expect(stdout).toMatch(/\nTo have it back: itb undo\n$/)
    expect(await idsIn(file)).not.toContain('early1')
  })

  it.each(['last', 'yesterday', '2026-03-17', 'tue'])('knows what is meant by %s', async (word) => {
    const file = fileWith(busyLog())
    expect((await itb(`remove ${word} --log ${file}`)).stdout).toMatch(/^removed plan11 /)
  })

  it('takes several out in one write, or none of them', async () => {
    const file = fileWith(busyLog())
    const { code, stderr } = await itb(`remove plan11 nothing early1 --log ${file}`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('"nothing"')])
    expect(readFileSync(file, 'utf8')).toBe(busyLog())
    await itb(`remove plan11 early1 --log ${file}`)
    expect(await idsIn(file)).not.toEqual(expect.arrayContaining(['early1']))
    await itb(`undo --log ${file}`)
    expect(await idsIn(file)).toEqual(expect.arrayContaining(['plan11', 'early1']))
  })

  it('asks for more where a day has several', async () => {
    const { code, stderr } = await itb(`remove 2026-03-11 --log ${fileWith(busyLog())}`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('can be any of 3 entries')])
  })

  it('writes nothing on a dry run', async () => {
    const file = fileWith(busyLog())
    expect((await itb(`remove last --dry-run --log ${file}`)).stdout).toMatch(/^would remove plan11 /)
    expect(readFileSync(file, 'utf8')).toBe(busyLog())
  })

  it('is one document for a script', async () => {
    const { stdout } = await itb(`remove last --json --log ${fileWith(busyLog())}`)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'itb-saved',
      saved: [{ action: 'removed', entry: { id: 'plan11' } }],
    })
  })
})
