import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const REHAB = readFileSync(new URL('../../protocols/itbs-rehab.yaml', import.meta.url), 'utf8')
const strength = (id: string) => ({ type: 'strength', date: '2026-03-10', exercises: [{ id, pain: 0 }] })

describe('itb check', () => {
  it('is silent when all is well', async () => {
    const ITB_LOG = fileWith(sampleLog({ entries: [strength('clamshell')] }))
    expect(await itb('check', { env: { ITB_LOG } })).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  it('checks the protocol alone where there is no log yet', async () => {
    expect(await itb('check')).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  it('tells with --verbose what was checked and who named it', async () => {
    const ITB_LOG = fileWith(sampleLog())
    const { stdout } = await itb('check --verbose', { env: { ITB_LOG } })
    expect(stdout).toMatch(
      /^log \S+log\.json \(by the environment\): well\nprotocol \S+itbs-rehab\.yaml \(named in the log\): well\n/,
    )
  })

  it('tells protocols from logs by what stands in them, and all that is wrong with each', async () => {
    const log = fileWith(sampleLog({ entries: [strength('clamshel')] }), 'some-file')
    const protocol = fileWith(REHAB.replace('startsIn:', 'startIn:'), 'mine.yaml')
    const { code, stdout, stderr } = await itb(`check ${log} ${protocol}`)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/some-file:\d+:\d+: the protocol has no exercise "clamshel"/)
    expect(stderr).toContain('Did you mean "clamshell"?')
    expect(stderr).toMatch(/mine\.yaml:\d+:1: unknown key "startIn"/)
  })

  it("finds an exercise that a clinician's limit misspells", async () => {
    const limit = {
      type: 'limit',
      date: '2026-03-01',
      by: 'physiotherapist',
      substitute: { clamshell: 'glute-brigde' },
    }
    const { code, stderr } = await itb(`check ${fileWith(sampleLog({ entries: [limit] }))}`)
    expect([code, stderr]).toEqual([1, expect.stringContaining('"glute-brigde"')])
  })

  it('ends with 2 when a file cannot be read, and tells the other problems all the same', async () => {
    const { code, stderr } = await itb(`check /no/such.yaml ${fileWith('{ "format": "itb-log" ]')}`)
    expect(code).toBe(2)
    expect(stderr).toContain('/no/such.yaml')
    expect(stderr).toContain('log.json:1:')
  })

  it('is one document for a script', async () => {
    const file = fileWith(sampleLog({ entries: [strength('squat')] }))
    const { code, stdout, stderr } = await itb(`check --json ${file}`)
    expect([code, stderr]).toEqual([1, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'itb-check',
      version: 1,
      checked: [{ what: 'log', file, by: 'flag' }],
      problems: [{ code: 'unknown-exercise' }],
    })
  })

  it('finds what a log of a day could not hold, where a day is given', async () => {
    const file = fileWith(sampleLog({ entries: [{ type: 'day', date: '2026-03-17', swelling: false }] }))
    expect((await itb(`check ${file}`)).code).toBe(0)
    const early = await itb(`check ${file} --today 2026-03-10`)
    expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('is dated 2026-03-17')])
    expect((await itb(`check ${file} --today soon`)).code).toBe(2)
  })

  it('checks the protocol a log names, and the partner of that', async () => {
    const XDG_CONFIG_HOME = emptyFolder()
    mkdirSync(join(XDG_CONFIG_HOME, 'itb', 'protocols'), { recursive: true })
    writeFileSync(
      join(XDG_CONFIG_HOME, 'itb', 'protocols', 'mine.yaml'),
      REHAB.replace('id: itbs-rehab', 'id: mine').replace('partner: itbs-cycle', 'partner: nobody'),
    )
    const ITB_LOG = fileWith(sampleLog({ runner: { protocol: 'mine' } }))
    const { code, stderr } = await itb('check', { env: { ITB_LOG, XDG_CONFIG_HOME } })
    expect([code, stderr]).toEqual([1, expect.stringContaining('no protocol is called "nobody"')])
    const planned = await itb('plan', { env: { ITB_LOG, XDG_CONFIG_HOME } })
    expect(planned.stderr).toMatch(/mine\.yaml:\d+:10: no protocol is called "nobody"/)
  })
})
