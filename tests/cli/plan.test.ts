import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PlanSchema } from '../../src/engine/plan-schema.ts'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const planned = async (line: string, world = {}) =>
  PlanSchema.parse(JSON.parse((await itb(line, world)).stdout))

describe('itb plan', () => {
  it('prints the next week to start as a table and nothing else', async () => {
    const { code, stdout, stderr } = await itb('plan --demo')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Mon 23 Mar - Sun 29 Mar 2026: /)
  })

  it('takes today for the first day of the next week', async () => {
    expect((await planned('plan --demo --json --today 2026-03-16')).week.start).toBe('2026-03-16')
    expect((await planned('plan --demo --json --today 2026-03-17')).week.start).toBe('2026-03-23')
  })

  it.each([
    ['this', '2026-03-16'],
    ['next', '2026-03-23'],
    ['wed', '2026-03-16'],
    ['tuesday', '2026-03-23'],
    ['2026-04-08', '2026-04-06'],
    ['yesterday', '2026-03-16'],
  ])('plans the week somebody means by %s', async (week, start) => {
    expect((await planned(`plan --demo --json --week ${week}`)).week.start).toBe(start)
  })

  it('puts several weeks into one document, or one on a line', async () => {
    const { plans, ...head } = JSON.parse((await itb('plan --demo --json --weeks 2')).stdout)
    expect(head).toEqual({ format: 'itb-plans', version: 1 })
    expect(plans).toHaveLength(2)
    const lines = (await itb('plan --demo --format jsonl --weeks 2')).stdout.trimEnd().split('\n')
    expect(lines.map((line) => PlanSchema.parse(JSON.parse(line)).week.start)).toEqual([
      '2026-03-23',
      '2026-03-30',
    ])
  })

  it('opens with what is left of the week on a terminal, and only there', async () => {
    const starts = (text: string) => text.split('\n').filter((line) => / 2026: /.test(line)).length
    const terminal = { terminal: { columns: 80 } }
    expect(starts((await itb('plan --demo', terminal)).stdout)).toBe(2)
    expect(starts((await itb('plan --demo --week next', terminal)).stdout)).toBe(1)
    expect(starts((await itb('plan --demo --today 2026-03-16', terminal)).stdout)).toBe(1)
    expect(starts((await itb('plan --demo')).stdout)).toBe(1)
  })

  it('gives the same bytes twice', async () => {
    expect(await itb('plan --demo --json')).toEqual(await itb('plan --demo --json'))
  })

  it('writes into a file, in the format of its ending, keeping its folder clean', async () => {
    const file = join(emptyFolder(), 'deep', 'plan.json')
    const { code, stdout, stderr } = await itb(`plan --demo -o ${file}`, { env: { FORCE_COLOR: '1' } })
    expect([code, stdout, stderr]).toEqual([0, '', `saved to ${file}\n`])
    expect(PlanSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success).toBe(true)
    expect((await itb(`plan --demo -o ${file}.txt --color`)).code).toBe(0)
    expect(readFileSync(`${file}.txt`, 'utf8')).not.toContain('\u001b')
  })
})

describe('the log of itb plan', () => {
  it('comes from the flag, else the environment, else the data folder, else home', async () => {
    const home = emptyFolder()
    const data = emptyFolder()
    for (const file of [join(home, '.local/share/itb/log.json'), join(data, 'itb/log.json')]) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, sampleLog({ uid: file.startsWith(home) ? 'home' : 'data' }))
    }
    const named = fileWith(sampleLog({ uid: 'named' }))
    const flagged = fileWith(sampleLog({ uid: 'flagged' }))
    const uid = async (line: string, env: Readonly<Record<string, string>>) =>
      (await planned(line, { env, home })).sessions[0]?.id.split('@')[1]
    expect(await uid('plan --json', { XDG_DATA_HOME: 'relative/is/ignored' })).toBe('home')
    expect(await uid('plan --json', { XDG_DATA_HOME: data })).toBe('data')
    expect(await uid('plan --json', { XDG_DATA_HOME: data, ITB_LOG: named })).toBe('named')
    expect(await uid(`plan --json --log ${flagged}`, { XDG_DATA_HOME: data, ITB_LOG: named })).toBe('flagged')
  })

  it('can be stdin, but not a terminal', async () => {
    expect((await itb('plan --log -', { stdin: sampleLog() })).code).toBe(0)
    expect((await itb('plan --log -')).stderr).toContain('stdin, which is a terminal')
  })

  it('that is not there is a problem with a way out', async () => {
    const { code, stdout, stderr } = await itb('plan')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('itb plan --demo')
  })

  it('that is broken shows where', async () => {
    const file = fileWith(sampleLog().replace('"units"', '"unit"'))
    const { code, stderr } = await itb(`plan --log ${file}`)
    expect(code).toBe(2)
    expect(stderr).toMatch(/log\.json:\d+:\d+: unknown key "unit"/)
  })

  it.each([
    ['is-directory', () => emptyFolder()],
    ['not-utf8', () => fileWith(new Uint8Array([0x7b, 0xff, 0xfe]))],
    ['file-missing', () => join(emptyFolder(), 'none.json')],
  ])('that cannot be read is %s, as JSON where JSON was asked for', async (problem, file) => {
    const { code, stdout, stderr } = await itb(`plan --json --log ${file()}`)
    expect([code, stderr]).toEqual([2, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'itb-problems',
      version: 1,
      problems: [{ code: problem }],
    })
  })
})

describe('the date of itb plan', () => {
  const away = { today: '2026-03-15', now: '2026-03-15T22:30:00Z', timeZone: 'America/New_York' }
  it("is that of the runner's own zone when the machine is in another", async () => {
    const berlin = fileWith(sampleLog({ runner: { timeZone: 'Europe/Berlin' } }))
    expect((await planned(`plan --json --log ${berlin}`, away)).asOf).toBe('2026-03-15')
    const later = { ...away, now: '2026-03-15T23:30:00Z' }
    expect((await planned(`plan --json --log ${berlin}`, later)).asOf).toBe('2026-03-16')
  })

  it('of a zone that does not exist is a problem', async () => {
    const nowhere = fileWith(sampleLog({ runner: { timeZone: 'Europe/Atlantis' } }))
    expect((await itb(`plan --log ${nowhere}`, away)).stderr).toContain('Europe/Atlantis')
  })
})

describe('what itb plan does not understand', () => {
  it.each([
    ['--format ical', 'jsonl, ics, markdown'],
    ['--format jsno', 'Did you mean "json"?'],
    ['--week soon', 'this, next'],
    ['--weeks 0', 'a number from 1 to 52'],
    ['--weeks many', 'a number from 1 to 52'],
    ['--today 2026-02-30', '2026-03-02'],
    ['--week 2031-01-01', '52 weeks ahead'],
    ['--format table --json', 'cannot both hold'],
    ['--wek this', 'Did you mean --week'],
    ['--protocol itbs-rehba', 'Did you mean "itbs-rehab"?'],
  ])('is refused with a way out: %s', async (flags, hint) => {
    const { code, stdout, stderr } = await itb(`plan --demo ${flags}`)
    expect(code).toBe(2)
    expect(stdout + stderr).toContain(hint)
  })

  it('is JSON where JSON was asked for', async () => {
    const { code, stdout } = await itb('plan --wek this --json')
    expect([code, JSON.parse(stdout).problems[0].code]).toEqual([2, 'usage'])
  })
})

describe('the protocol of itb plan', () => {
  it('is the one the runner names, unless a flag names another', async () => {
    const file = fileWith(sampleLog({ runner: { protocol: 'itbs-cycle' } }))
    expect((await planned(`plan --json --log ${file}`)).protocol.id).toBe('itbs-cycle')
    expect((await planned(`plan --json --log ${file} --protocol itbs-rehab`)).protocol.id).toBe('itbs-rehab')
  })

  it('is heard when its shipped file was edited since the build', async () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'protocols'))
    for (const name of ['itbs-rehab', 'itbs-cycle']) {
      const text = readFileSync(new URL(`../../protocols/${name}.yaml`, import.meta.url), 'utf8')
      writeFileSync(
        join(folder, 'protocols', `${name}.yaml`),
        text.replace(/^disclaimer:[\s\S]*?^(?=\w)/m, 'disclaimer: Edited.\n'),
      )
    }
    expect(existsSync(join(folder, 'dist'))).toBe(false)
    expect((await planned('plan --demo --json', { folder })).disclaimer).toBe('Edited.')
  })
})
