import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import { daysOfWeek } from '../../src/engine/live-week.ts'
import type { Plan } from '../../src/engine/plan.ts'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'
import { play } from '../support/play.ts'
import { protocolText, REHAB } from '../support/programme.ts'
import { sampleLog } from '../support/sample-log.ts'

const TODAY = '--today 2026-03-25'

const RUNNER = {
  baseline: 40_000,
  pace: 360,
  goal: 40_000,
  availableDays: undefined,
  flare: { during: 4, onsetMeters: 8000, lastingHours: 1, trend: 'steady' },
} as const
const BREAK = { during: 6, onsetMeters: 1200, lastingHours: 5, trend: 'worsened' } as const
const WORDS = ['hurt', 'clamshell=3', '3x15', '04.08.2026', 'tomorrow']
const DAY = { type: 'day', date: '2026-03-24', swelling: false }

describe('words after itb log strength that mean nothing', () => {
  it.each(WORDS)('%s is refused, nothing written', async (word) => {
    const file = fileWith(sampleLog({ entries: [] }))
    const before = readFileSync(file, 'utf8')
    const said = await itb(`log strength ${word} ${TODAY}`, { env: { ITB_LOG: file } })
    expect(said.code).not.toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})

describe('a flag with two values', () => {
  it.each([
    ['log run 5.2km 31:10 --pain 5 --pain 0', '--pain is said more than once'],
    ['log strength --pain clamshell=6 --pain clamshell=0', '--pain names clamshell more than once'],
    ['log strength --sets clamshell=15,15 --sets clamshell=15', '--sets names clamshell more than once'],
    ['score run --morning 3 --morning 0', '--morning is said more than once'],
  ])('is refused, nothing written: itb %s', async (line, told) => {
    const file = fileWith(sampleLog({ entries: [DAY] }))
    const before = readFileSync(file, 'utf8')
    const said = await itb(`${line} ${TODAY}`, { env: { ITB_LOG: file } })
    expect(said.code).not.toBe(0)
    expect(said.stderr).toContain(told)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('is none where each value tells of another exercise', async () => {
    const file = fileWith(sampleLog({ entries: [DAY] }))
    const line = 'log strength --pain clamshell=2 --pain glute-bridge=0'
    expect((await itb(`${line} ${TODAY}`, { env: { ITB_LOG: file } })).code).toBe(0)
  })
})

describe('swelling said of a run', () => {
  it.each([
    ['after a check-in that denied it', ['log day --ok']],
    ['without a check-in', []],
  ])('stands for the day, %s', async (_, first) => {
    const env = { ITB_LOG: fileWith(sampleLog({ entries: [DAY] })) }
    const run = 'log run 2.1km 13:00 --pain 0 --no-limp --swelling --no-painkiller'
    for (const line of [...first, run]) await itb(`${line} ${TODAY}`, { env })
    const { stdout } = await itb(`status ${TODAY}`, { env })
    expect(stdout).toMatch(/REFERRAL/)
    expect(stdout).toMatch(/not met +no swelling/)
  })
})

describe('a week that is over', () => {
  it('is what it held, whichever of its days names it, and itb why tells the same', async () => {
    const weeks = play(REHAB, { ...RUNNER, weeks: Array.from({ length: 9 }, () => ({})) })
    const [past, last] = [weeks[6], weeks.at(-1)]
    if (past === undefined || last === undefined) throw new Error('there are nine weeks')
    const env = { ITB_LOG: fileWith(JSON.stringify(last.after)) }
    const today = `--today ${dateOf(addDays(last.start, 6))}`
    for (const day of daysOfWeek(past.start).map(dateOf)) {
      const { stdout: planned } = await itb(`plan --week ${day} --json ${today}`, { env })
      const { stdout: said } = await itb(`why ${day} --json ${today}`, { env })
      const plans = [JSON.parse(planned), JSON.parse(said).then] as readonly Plan[]
      for (const { running, sessions } of plans) {
        expect(running.distanceMeters, day).toBe(past.plan.total.meters)
        expect(sessions.filter(({ type }) => type === 'run').length, day).toBe(past.plan.runs.length)
      }
    }
  })
})

describe('a running week', () => {
  const stage = (run: string) => {
    const weeks = play(REHAB, { ...RUNNER, flare: BREAK, weeks: Array.from({ length: 6 }, () => ({})) })
    const [third] = weeks.filter(({ plan }) => plan.phase === 'return-3')
    if (third === undefined) throw new Error('no week is of the third stage')
    const env = { ITB_LOG: fileWith(JSON.stringify(third.log)) }
    const today = `--today ${dateOf(third.start)}`
    return { env, today, logged: itb(`log run 5.2km 31:00 ${run} ${today}`, { env }) }
  }

  it('is held against the last one with what was run of it', async () => {
    const { env, today, logged } = stage('--pain 0')
    await logged
    const { stdout } = await itb(`plan --week this ${today}`, { env })
    // 10.0 km were run; 5.2 km of this week are, and 7.7 km are left.
    expect(stdout).toContain('10.0 km run')
    expect(stdout.replace(/\s+/g, ' ')).toContain('this week 2.9 km more')
  })

  it('says so where nothing is left of it, and goes on with nothing', async () => {
    const { env } = stage('--pain 0')
    const sunday = dateOf(addDays(dayOf('2026-04-06' as CalendarDate), 6))
    const { stdout } = await itb(`plan --week this --today ${sunday}`, { env })
    expect(stdout).toContain('No run is left this week')
    expect(stdout).not.toMatch(/go on: no runs/i)
  })

  it('reaches nothing to be praised beside pain', async () => {
    const calm = (await stage('--pain 0').logged).stdout
    expect(calm).toContain('Reached: A run of 5 km.')
    const hurt = (await stage('--pain 2 --trend worsened').logged).stdout
    expect(hurt).toContain('Moderate pain')
    expect(hurt).not.toContain('Reached')
  })

  it('has no long run where one is not a fifth longer than the others', async () => {
    const { env, today } = stage('--pain 0')
    const { stdout } = await itb(`plan --week this ${today}`, { env })
    // 20, 21 and 25 minutes.
    expect(stdout).toContain('Run 25 min')
    expect(stdout).not.toContain('Long run')
  })
})

describe('a first week cut from what was declared', () => {
  const SAID = '--site outer-knee --pain-since 3w --no-red-flags --in-scope --units km --today 2026-03-02'
  const KILOMETRES = [50, 60, 80]

  it.each(KILOMETRES.flatMap((km) => [3, 4, 5].map((pain) => [km, pain] as const)))(
    'of %d km with pain of %d keeps 30 to 50 % of it, and the next does not rise',
    async (km, pain) => {
      const env = { ITB_LOG: join(emptyFolder(), 'log.json') }
      const { code } = await itb(`init ${SAID} --baseline ${km}km --pain ${pain}`, { env })
      expect(code).toBe(0)
      const planned = await Promise.all(
        ['this', 'next'].map(async (week): Promise<number> => {
          const { stdout } = await itb(`plan --week ${week} --json --today 2026-03-02`, { env })
          const { phase, running } = JSON.parse(stdout) as Plan
          expect(phase).toBe('acute-reduced')
          return running.distanceMeters / 1000
        }),
      )
      const [first = 0, next] = planned
      // Three runs of an hour at the most, 8.5 km each at the pace assumed, may leave less.
      expect(first).toBe(Math.min({ 3: 0.5, 4: 0.4, 5: 0.3 }[pain] ?? 0, 25.5 / km) * km)
      expect(first).toBeGreaterThanOrEqual(0.3 * km)
      expect(next).toBe(first)
    },
  )
})

describe('a protocol that trusts a log after four weeks', () => {
  it('says four where the shipped one says two', async () => {
    const text = protocolText('itbs-rehab')
      .replace('id: itbs-rehab', 'id: my-own')
      .replace('trustedAfter: 2', 'trustedAfter: 4')
      .replace('given: { loggedWeeks: 2,', 'given: { loggedWeeks: 4,')
    const protocol = fileWith(text, 'my-own.yaml')
    expect(await itb(`check ${protocol}`)).toMatchObject({ code: 0 })
    const run = { type: 'run', distanceMeters: 8000, durationSeconds: 2880 }
    const entries = ['2026-03-03', '2026-03-10', '2026-03-17'].map((date) => ({ ...run, date }))
    const log = fileWith(sampleLog({ entries }))
    const { stdout } = await itb(`why --log ${log} --protocol ${protocol} --today 2026-03-23`)
    expect(stdout).toMatch(/Weeks logged so far: 3\. Until there are 4, the plan\s+stays at 50 %/)
  })
})
