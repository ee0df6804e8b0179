import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry, Log } from '../../src/log/schema.ts'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const newFile = (): string => join(emptyFolder(), 'deep', 'log.json')
const logIn = (file: string): Log => JSON.parse(readFileSync(file, 'utf8'))
const without = ({ id, ...entry }: Entry): object => entry

const SORE = '--site outer-knee --pain-since 3w --pain 5 --no-red-flags --in-scope'
const HEALTHY = '--site none --no-red-flags --in-scope'
const RUNNER = '--units km --baseline 40km --pace 6:00'

/** The answers of a runner with a sore knee up to the question whether to write. */
const SORE_KEYS = ['o', 'r', '3w', '5', 'n', 'n', 'n', 'k', '40', '6:00', 'mon,wed,sat']
const LEFT_OPEN = [undefined, undefined, undefined, undefined, undefined]
/** What makes it worse, and how the knee tracks. */
const NO_BASELINE = [undefined, undefined]

describe('itb init without a terminal', () => {
  it('names every answer that is missing, all at once, and takes no silence for a no', async () => {
    const file = newFile()
    const { code, stdout, stderr, asked } = await itb(`init --log ${file}`)
    expect([code, stdout, asked]).toEqual([2, '', []])
    expect([...stderr.matchAll(/nothing was said for (.*)/g)].map(([, flag]) => flag)).toEqual([
      '--site',
      '--red-flag',
      '--under-18, --pregnant, --surgery, --stress-fracture',
      '--units',
      '--baseline',
    ])
    expect(existsSync(file)).toBe(false)
  })

  it.each(['under-18', 'pregnant', 'surgery', 'stress-fracture'])(
    'still wants to know about %s when only the others were denied',
    async (open) => {
      const denied = ['under-18', 'pregnant', 'surgery', 'stress-fracture'].filter((each) => each !== open)
      const flags = denied.map((each) => `--no-${each}`).join(' ')
      const { code, stderr } = await itb(`init --site none --no-red-flags ${flags} ${RUNNER}`)
      expect(code).toBe(2)
      expect(stderr).toContain(`nothing was said for --${open}\n`)
    },
  )

  it('begins a log with who runs, the flare on its day and the red flags as denied today', async () => {
    const file = newFile()
    const { code, stdout, stderr } = await itb(`init --log ${file} ${SORE} ${RUNNER} --side left --no-limp`)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`saved to ${file}\n`)
    const { runner, entries, revision, uid, updated } = logIn(file)
    expect([revision, updated]).toEqual([1, '2026-03-18T12:00:00Z'])
    expect(uid).toMatch(/^\w{6}$/)
    expect(runner).toEqual({
      protocol: 'itbs-rehab',
      units: 'km',
      weekStart: 'monday',
      timeZone: 'Etc/UTC',
      side: 'left',
      baselineWeeklyDistanceMeters: 40_000,
      easyPaceSecondsPerKm: 360,
    })
    expect(entries.map(without)).toEqual([
      {
        type: 'flare',
        date: '2026-02-25',
        logged: '2026-03-18',
        pain: { site: 'outer-knee', side: 'left', during: 5 },
        limp: false,
      },
      { type: 'day', date: '2026-03-18', logged: '2026-03-18', redFlags: [] },
    ])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('plans from a flare of weeks ago as one, and not as for a healthy runner', async () => {
    const file = newFile()
    await itb(`init --log ${file} ${SORE} ${RUNNER}`)
    const { phase } = JSON.parse((await itb(`plan --json --log ${file}`)).stdout)
    expect(phase).toBe('acute-reduced')
  })

  it.each([
    ['--baseline 40km --longest 14km', 'km', 14_000],
    ['--baseline 40,longest:14', 'km', 14_000],
    ['--baseline 25 --longest 9', 'mi', 14_485],
  ])('keeps the longest run of a usual week: %s', async (words, units, meters) => {
    const file = newFile()
    await itb(`init --log ${file} ${SORE} --units ${units} ${words} --pace 6:00`)
    expect(logIn(file).runner).toMatchObject({ baselineLongestMeters: meters })
  })

  it('takes no longest run that is more than its week', async () => {
    const { code, stderr } = await itb(`init --dry-run ${SORE} ${RUNNER} --longest 41km`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('--longest is 41.0 km, more than the whole')])
  })

  it.each([
    ['', 'itbs-cycle'],
    ['--protocol itbs-rehab', 'itbs-rehab'],
  ])('begins the cycle with somebody whom nothing hurts, but for: %s', async (flags, protocol) => {
    const file = newFile()
    const { code, stdout } = await itb(`init --log ${file} ${HEALTHY} ${RUNNER} --goal 50km ${flags}`)
    expect([code, stdout]).toEqual([0, expect.stringContaining('saved to')])
    expect(logIn(file).runner).toMatchObject({ protocol, goalWeeklyDistanceMeters: 50_000 })
    const { phase } = JSON.parse((await itb(`plan --week this --json --log ${file}`)).stdout)
    expect(phase).toBe(protocol === 'itbs-cycle' ? 'maintain' : 'base')
  })

  it('says what the plan will be in at most twelve lines', async () => {
    const { stdout } = await itb(`init --dry-run ${SORE} ${RUNNER}`)
    expect(stdout).toMatch(/^Mon 16 Mar - Sun 22 Mar 2026: Cut down, acute phase\n/)
    expect(stdout).toMatch(/\nRuns {7}Wed 18 Mar 4\.0 km/)
    expect(stdout).toMatch(/\nMon 23 Mar - Sun 29 Mar 2026: /)
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(12)
  })

  it('says when the first run can be where no week has one', async () => {
    const { stdout } = await itb(`init --dry-run ${SORE.replace('--pain 5', '--pain 9 --limp')} ${RUNNER}`)
    expect(stdout).toMatch(/Hold: no runs this week/)
    expect(stdout).toMatch(/\nNext {7}First run, not before /)
  })

  it('writes nothing on a dry run', async () => {
    const file = newFile()
    const { code, stdout } = await itb(`init --log ${file} ${HEALTHY} ${RUNNER} --dry-run`)
    expect([code, existsSync(file)]).toEqual([0, false])
    expect(stdout).toContain(`nothing was written; the log would be ${file}\n`)
  })

  it('says which pace is taken where nobody knows it', async () => {
    const { stdout } = await itb(`init --dry-run ${HEALTHY} --units km --baseline 40`)
    expect(stdout).toContain('so 7:00/km is taken.\n')
  })

  it('does not touch a log that is there', async () => {
    const file = fileWith(sampleLog())
    const { code, stderr } = await itb(`init --log ${file} ${HEALTHY} ${RUNNER}`)
    expect(code).toBe(2)
    expect(stderr).toContain('there is a log already')
    expect(readFileSync(file, 'utf8')).toBe(sampleLog())
  })

  it('says of an empty file that a log may have been lost in it', async () => {
    const file = fileWith('\n')
    for (const command of ['init --no-input', 'today', 'plan']) {
      const { code, stderr } = await itb(`${command} --log ${file}`)
      expect([code, stderr]).toEqual([2, expect.stringMatching(/itb undo\n {2}Or remove .+: itb init\n$/)])
    }
    expect(readFileSync(file, 'utf8')).toBe('\n')
  })

  it('is named first wherever there is no log yet', async () => {
    for (const command of [
      'today',
      'plan',
      'status',
      'done',
      'log run 5km 31:10',
      'undo',
      'list',
      'set',
      'owed',
    ]) {
      const { code, stderr } = await itb(command)
      expect([code, stderr]).toEqual([2, expect.stringMatching(/no such file\n {2}Begin a log: itb init\n/)])
    }
    expect((await itb('owed --short')).stderr).toBe('itb: no log yet; to begin one: itb init\n')
  })

  it('names a zone as one of many', async () => {
    const { stderr } = await itb(`init ${HEALTHY} ${RUNNER} --time-zone Berlin`)
    expect(stderr).toContain('  Such as: Europe/Berlin, ')
  })

  it('is one document for a script', async () => {
    const { code, stdout } = await itb(`init --json --log ${newFile()} ${SORE} ${RUNNER}`)
    const { format, version, revision, saved, look } = JSON.parse(stdout)
    expect([code, format, version, revision]).toEqual([0, 'itb-saved', 1, 1])
    expect(saved.map(({ entry }: { readonly entry: Entry }) => entry.type)).toEqual(['flare', 'day'])
    expect(look.week.phase).toBe('acute-reduced')
  })

  it('tells of every flag that cannot be read', async () => {
    const { stderr } = await itb(
      'init --site knee --no-red-flags --in-scope --units km --baseline far --pace 1:00 --days monday,tomorrow --time-zone Berlin',
    )
    const flags = [...stderr.matchAll(/^itb: (--[a-z-]+) cannot be/gm)].map(([, flag]) => flag)
    expect(flags).toEqual(['--site', '--baseline', '--pace', '--days', '--time-zone'])
  })

  it.each([
    ['--site none --pain 3', '--pain tells of a pain'],
    ['--site none --red-flag fever --no-red-flags', 'contradict each other'],
    ['--site outer-knee --pain-since 2026-03-19', 'lies ahead: today is 2026-03-18'],
    ['--site outer-knee --pain-since someday', 'which is no day'],
    ['--site outer-knee --pain-since 3d --pain 11', 'from 0 to 10'],
  ])('refuses %s', async (flags, told) => {
    const { code, stderr } = await itb(`init ${flags} --in-scope ${RUNNER}`)
    expect(code).toBe(2)
    expect(stderr).toContain(told)
  })
})

describe('itb init for somebody who should be seen first', () => {
  it.each([
    ['--site front-knee --in-scope', 'not at the outer side of the knee'],
    ['--site none --in-scope --under-18', 'under 18'],
    ['--site none --in-scope --pregnant', 'pregnant'],
    ['--site none --in-scope --surgery', 'operated on'],
    ['--site none --in-scope --stress-fracture', 'stress fracture'],
  ])('plans no running and writes nothing: %s', async (flags, reason) => {
    const file = newFile()
    const { code, stdout } = await itb(`init --log ${file} --no-red-flags ${flags}`)
    expect([code, existsSync(file)]).toEqual([1, false])
    expect(stdout).toContain(reason)
    expect(stdout).toContain('This programme is not made for that')
  })

  it('gives a script the reasons', async () => {
    const { code, stdout } = await itb('init --json --no-red-flags --site hip --in-scope')
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      { format: 'itb-referral', version: 1, redFlags: [], outOfScope: ['other-place'] },
    ])
  })

  it('stops the plan on a red flag, and logs it', async () => {
    const file = newFile()
    const red = SORE.replace('--no-red-flags', '--red-flag numbness --red-flag weakness')
    const { code, stdout } = await itb(`init --log ${file} ${red} ${RUNNER}`)
    expect(code).toBe(0)
    expect(stdout).toMatch(/numbness or tingling[\s\S]+No running[\s\S]+Stopped until a clinician clears you/)
    expect(logIn(file).entries.at(-1)).toMatchObject({ redFlags: ['numbness', 'weakness'] })
  })
})

describe('itb init on a terminal', () => {
  const terminal = { columns: 80 }

  it('screens first, says the plan, and writes when told to', async () => {
    const file = newFile()
    const { code, stdout, stderr, asked } = await itb(`init --log ${file}`, {
      terminal,
      keys: [...SORE_KEYS, ...LEFT_OPEN, ...NO_BASELINE, 'y'],
    })
    expect(code).toBe(0)
    expect(asked[0]).toBe('Where does it hurt, or did when you last ran?')
    expect(asked[5]).toContain('1: you cannot put your weight on the leg\n')
    expect(asked[5]?.split('\n')).toHaveLength(10)
    expect(stderr).toContain('Cut down, acute phase')
    expect(stdout).toContain(`saved to ${file}\n`)
    expect(logIn(file).runner).toMatchObject({
      side: 'right',
      availableDays: ['monday', 'wednesday', 'saturday'],
      timeZone: 'Etc/UTC',
      weekStart: 'monday',
    })
  })

  it('keeps what makes the knee worse and how it tracks, each by one key', async () => {
    const file = newFile()
    await itb(`init --log ${file}`, { terminal, keys: [...SORE_KEYS, ...LEFT_OPEN, 's', 'p', 'y'] })
    expect(logIn(file).entries.map(without).at(-1)).toEqual({
      type: 'baseline',
      date: '2026-03-18',
      logged: '2026-03-18',
      site: 'outer-knee',
      aggravatedBy: ['stairs'],
      kneeTracking: 'pelvis-drops',
    })
  })

  it('asks the longest run with the usual week, in one line', async () => {
    const file = newFile()
    const keys = SORE_KEYS.map((key) => (key === '40' ? '40km, longest 14' : key))
    const { asked } = await itb(`init --log ${file}`, {
      terminal,
      keys: [...keys, ...LEFT_OPEN, ...NO_BASELINE, 'y'],
    })
    expect(asked[8]).toBe('How much did you run in a usual week before it hurt, and how far at the longest?')
    expect(logIn(file).runner).toMatchObject({
      baselineWeeklyDistanceMeters: 40_000,
      baselineLongestMeters: 14_000,
    })
  })

  it('writes nothing unless told to', async () => {
    const file = newFile()
    const keys = [...SORE_KEYS, ...LEFT_OPEN, ...NO_BASELINE, undefined]
    const { code, stdout } = await itb(`init --log ${file}`, { terminal, keys })
    expect([code, stdout, existsSync(file)]).toEqual([1, 'nothing was written\n', false])
  })

  it('asks only what no flag said', async () => {
    const { asked } = await itb(`init --log ${newFile()} ${SORE} ${RUNNER} --side left --no-limp`, {
      terminal,
      keys: [...LEFT_OPEN, undefined, ...NO_BASELINE, 'y'],
    })
    expect(asked).toHaveLength(9)
    expect(asked[0]).toBe('Which days can you run on?')
  })

  it('asks somebody whom nothing hurts where to get to, and begins the cycle', async () => {
    const file = newFile()
    const keys = ['n', 'n', 'n', 'k', '40', '6:00', undefined, '50', ...Array(4).fill(undefined), 'y']
    const { asked } = await itb(`init --log ${file}`, { terminal, keys })
    expect(asked[7]).toBe('Where do you want to get to, in a week?')
    expect(logIn(file).runner).toMatchObject({ protocol: 'itbs-cycle', goalWeeklyDistanceMeters: 50_000 })
  })

  it('asks more of the red flags until there is no other', async () => {
    const file = newFile()
    const keys = ['n', '4', '8', 'n', 'n', 'k', '40', undefined, undefined, ...LEFT_OPEN, 'y']
    await itb(`init --log ${file}`, { terminal, keys })
    expect(logIn(file).entries.at(-1)).toMatchObject({ redFlags: ['numbness', 'calf-swelling'] })
  })

  it('asks about signs and exclusions where the pain is elsewhere, and nothing after that', async () => {
    const { code, stdout, asked } = await itb('init', { terminal, keys: ['f', '8', 'n', '2', 'n'] })
    expect([code, asked.length]).toEqual([1, 5])
    expect(stdout).toMatch(/calf is swollen[\s\S]+not at the outer side of the knee\n- pregnant/)
  })

  it.each([
    ['where it hurts', [undefined]],
    ['since when', ['o', 'r', undefined]],
    ['a red flag', ['n', undefined]],
    ['an exclusion', ['n', 'n', undefined]],
    ['the units', ['n', 'n', 'n', undefined]],
    ['the week before', ['n', 'n', 'n', 'k', undefined]],
  ])('asks again where %s is left open, and loses no answer', async (_, keys) => {
    const { code, asked } = await itb('init', { terminal, keys: [...keys, '\u0003'] })
    expect([code, asked.length]).toEqual([130, keys.length + 1])
    expect(asked.at(-1)).toBe(asked.at(-2))
  })

  it('takes no day that lies ahead for the day it began', async () => {
    const answer = itb('init', { terminal, keys: ['o', 'r', '2026-04-01'] })
    await expect(answer).rejects.toThrow('2026-04-01 lies ahead. It can be: yesterday, mon')
  })

  it.each([
    ['400', '400.0 km a week is more than nearly anybody runs. Is it right?'],
    ['2', '2.0 km a week is hardly any running. Is it right?'],
  ])('asks whether a week of %s km is meant, and again for another', async (week, question) => {
    const file = newFile()
    const keys = ['n', 'n', 'n', 'k', week, undefined, '40', ...Array(6).fill(undefined), undefined, 'y']
    const { asked } = await itb(`init --log ${file}`, { terminal, keys })
    expect(asked[5]).toBe(question)
    expect(logIn(file).runner).toMatchObject({ baselineWeeklyDistanceMeters: 40_000 })
  })

  it('takes an unusual week that is stood by', async () => {
    const file = newFile()
    const flags = `${HEALTHY} --units km --baseline 210 --pace 6:00`
    await itb(`init --log ${file} ${flags}`, { terminal, keys: ['y', ...LEFT_OPEN, undefined, 'y'] })
    expect(logIn(file).runner).toMatchObject({ baselineWeeklyDistanceMeters: 210_000 })
    expect(await itb(`init --dry-run ${flags} --force`)).toMatchObject({ code: 0 })
    expect(await itb(`init --dry-run ${flags}`)).toMatchObject({ code: 2 })
  })

  it('puts the signs that are left beside the question for another', async () => {
    const { asked } = await itb('init', { terminal, keys: ['n', '2', '\u0003'] })
    expect(asked[2]).toMatch(/^Another of these\?\n1: you cannot[^\n]+\n3: /)
  })

  it('leaves pain and limp out where they are not known', async () => {
    const file = newFile()
    const keys = ['o', undefined, '3w', undefined, undefined, 'n', 'n', 'k', '40', undefined, undefined]
    await itb(`init --log ${file}`, { terminal, keys: [...keys, ...LEFT_OPEN, ...NO_BASELINE, 'y'] })
    expect(logIn(file).entries.map(without)[0]).toEqual({
      type: 'flare',
      date: '2026-02-25',
      logged: '2026-03-18',
      pain: { site: 'outer-knee' },
    })
  })

  it('writes nothing after Ctrl-C', async () => {
    const file = newFile()
    const keys = [...SORE_KEYS, '\u0003']
    expect((await itb(`init --log ${file}`, { terminal, keys })).code).toBe(130)
    expect(existsSync(file)).toBe(false)
  })
})
