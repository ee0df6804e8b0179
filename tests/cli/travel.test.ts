import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf, type CalendarDate } from '../../src/base/calendar.ts'
import { localClock, localDate } from '../../src/cli/host.ts'
import type { Entry, Log, RunEntry } from '../../src/log/schema.ts'
import { builtCommand, CLOCK } from '../support/built.ts'
import { emptyFolder, fileWith, itb, type World } from '../support/fake-host.ts'
import { logFileBefore } from '../support/log-on.ts'
import { sampleLog } from '../support/sample-log.ts'

const RUN = { type: 'run', distanceMeters: 5200, durationSeconds: 1870 }

/** What the clocks of a zone show, by the platform and not by the library of the command. */
function clockIn(instant: string, zone: string): { readonly today: string; readonly clock: string } {
  const shown = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: string): string => shown.find((each) => each.type === type)?.value ?? ''
  return {
    today: `${part('year')}-${part('month')}-${part('day')}`,
    clock: `${part('hour')}:${part('minute')}`,
  }
}

/** A machine that stands in a zone, at a moment. */
const machineIn = (zone: string, instant: string): World => ({
  ...clockIn(instant, zone),
  timeZone: zone,
  now: instant,
})

const dayBefore = (date: string): string => dateOf(addDays(dayOf(date as CalendarDate), -1))

/** A log of a runner, what is typed at it, and what it holds afterwards. */
function runner(told: object = {}, entries: readonly object[] = []) {
  const file = fileWith(sampleLog({ runner: told, entries }))
  const env = { ITB_LOG: file }
  const log = (): Log => JSON.parse(readFileSync(file, 'utf8'))
  return {
    log,
    entries: (type?: Entry['type']): readonly Entry[] =>
      log().entries.filter((entry) => type === undefined || entry.type === type),
    itb: (line: string, world: World = {}) => itb(line, { env, ...world }),
    json: async (line: string, world: World = {}) =>
      JSON.parse((await itb(`${line} --json`, { env, ...world })).stdout),
  }
}

/** Where somebody logs in, where the runner lives, when, and which day it is at home. */
const JOURNEYS: readonly (readonly [string, string, string, string, string])[] = [
  ['home is west', 'Etc/UTC', 'America/Los_Angeles', '2026-03-18T05:00:00Z', '2026-03-17'],
  ['home is east', 'America/New_York', 'Asia/Tokyo', '2026-03-18T16:00:00Z', '2026-03-19'],
  ['a minute before a midnight of 5:45', 'Etc/UTC', 'Asia/Kathmandu', '2026-03-18T18:14:59Z', '2026-03-18'],
  ['at a midnight of 5:45', 'Etc/UTC', 'Asia/Kathmandu', '2026-03-18T18:15:00Z', '2026-03-19'],
  [
    'two days behind, across the day line',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    '2026-03-18T10:30:00Z',
    '2026-03-17',
  ],
  [
    'two days ahead, across the day line',
    'Pacific/Pago_Pago',
    'Pacific/Kiritimati',
    '2026-03-18T10:30:00Z',
    '2026-03-19',
  ],
  ['the new year has begun there', 'Etc/UTC', 'Pacific/Auckland', '2026-12-31T12:00:00Z', '2027-01-01'],
  ['and not yet there', 'Asia/Tokyo', 'America/New_York', '2026-12-31T16:00:00Z', '2026-12-31'],
]

describe.each(JOURNEYS)('the day of a runner: %s', (_, machine, home, instant, day) => {
  const world = machineIn(machine, instant)

  it('is the day that commands plan and report from', async () => {
    const { json } = runner({ timeZone: home })
    expect((await json('plan', world)).asOf).toBe(day)
    expect((await json('plan --week this', world)).asOf).toBe(day)
    for (const command of ['today', 'status', 'owed', 'set', 'why']) {
      expect((await json(command, world)).date ?? day, command).toBe(day)
    }
  })

  it('is the day of what is logged, and when it was; the log itself is stamped in UTC', async () => {
    const told = runner({ timeZone: home })
    for (const line of ['log run 5.2km 31:10', 'log day --ok', 'log strength --sets clamshell=15', 'done']) {
      expect((await told.itb(line, world)).code, line).toBe(0)
    }
    for (const { date, logged } of told.entries()) expect([date, logged]).toEqual([day, day])
    expect(new Set(told.entries().map(({ type }) => type)).size).toBeGreaterThan(2)
    expect(told.log().updated).toBe(instant)
  })

  it('is what yesterday and the morning after are counted from', async () => {
    const told = runner({ timeZone: home }, [{ ...RUN, date: dayBefore(day) }])
    await told.itb('log morning 1', world)
    await told.itb('log yesterday cross-training bike 40:00', world)
    expect(told.entries('run')).toMatchObject([{ pain: { nextMorning: 1 }, was: [{ until: day }] }])
    expect(told.entries('cross-training')).toMatchObject([{ date: dayBefore(day), logged: day }])
  })

  it('is the first day of a log that is begun for home', async () => {
    const file = join(emptyFolder(), 'log.json')
    const screened = '--site outer-knee --pain-since today --pain 5 --no-red-flags --in-scope'
    const line = `init --log ${file} ${screened} --units km --baseline 40km --time-zone ${home}`
    expect((await itb(line, world)).code).toBe(0)
    const { entries }: Log = JSON.parse(readFileSync(file, 'utf8'))
    for (const { date, logged } of entries) expect([date, logged]).toEqual([day, day])
  })
})

describe('the days of a runner', () => {
  /** Zones, and the two days in which their clocks, or their year, change. */
  const CHANGES: readonly (readonly [string, string])[] = [
    ['Europe/Berlin', '2026-03-28'],
    ['Europe/Berlin', '2026-10-24'],
    ['America/New_York', '2026-03-07'],
    ['America/New_York', '2026-10-31'],
    ['Australia/Lord_Howe', '2026-04-04'],
    ['Australia/Lord_Howe', '2026-10-03'],
    // Midnight itself is left out, and comes twice.
    ['America/Santiago', '2026-09-05'],
    ['America/Santiago', '2026-04-03'],
    ['Asia/Kathmandu', '2026-12-31'],
    ['Pacific/Kiritimati', '2028-02-28'],
  ]
  const HALF_HOUR = 1_800_000

  /** Every half hour from a noon before a day, in UTC, until two days later. */
  const halfHours = (date: string): string[] =>
    Array.from({ length: 4 * 48 }, (_, index) =>
      new Date(Date.parse(`${dayBefore(date)}T12:00:00Z`) + index * HALF_HOUR).toISOString(),
    )
  const ofEach = (dates: readonly string[]): string[] =>
    dates.filter((date, index) => date !== dates[index - 1])
  const oneByOne = (dates: readonly string[]): void => {
    expect(ofEach(dates).length).toBeGreaterThanOrEqual(4)
    for (const [index, date] of ofEach(dates).entries()) {
      if (index > 0) expect(dayBefore(date)).toBe(ofEach(dates)[index - 1])
    }
  }

  it.each(CHANGES)('come one by one, and once each, for one at home in %s from %s', async (zone, date) => {
    const { json } = runner({ timeZone: zone })
    const dates: string[] = []
    // The hours in which a date or the clocks may change; the rest of the day is told by the functions below.
    const isNight = (instant: string): boolean => /^(2[23]|0[0-4]):/.test(clockIn(instant, zone).clock)
    for (const instant of halfHours(date).filter(isNight)) {
      dates.push((await json('set', machineIn('Etc/UTC', instant))).date)
      expect([instant, dates.at(-1)]).toEqual([instant, clockIn(instant, zone).today])
    }
    oneByOne(dates)
  })

  const zoneBefore = process.env['TZ']
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ']
    else process.env['TZ'] = zoneBefore
  })

  it.each(CHANGES)('are those of the machine where no zone is set: %s from %s', (zone, date) => {
    process.env['TZ'] = zone
    const dates = halfHours(date).map((instant) => {
      const moment = new Date(instant)
      expect([instant, localClock(moment)]).toEqual([instant, clockIn(instant, zone).clock])
      return localDate(moment)
    })
    expect(dates).toEqual(halfHours(date).map((instant) => clockIn(instant, zone).today))
    oneByOne(dates)
  })

  it('plan a week of seven days across a change of clocks', async () => {
    for (const today of ['2026-03-23', '2026-10-19']) {
      const { sessions } = await runner({ timeZone: 'Europe/Berlin' }).json(
        `plan --week this --today ${today}`,
      )
      const days = [...new Set(sessions.map(({ date }: { readonly date: string }) => date))]
      expect(days).toHaveLength(7)
    }
  })
})

describe('a time zone that does not exist', () => {
  const nowhere = () => runner({ timeZone: 'Europe/Atlantis' })

  it.each(['plan', 'today', 'status', 'owed', 'why', 'list', 'done', 'log run 5km 30:00', 'score', 'set'])(
    'is a problem that says how to set it right: itb %s',
    async (line) => {
      const { itb, log } = nowhere()
      const { code, stdout, stderr } = await itb(line)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('"Europe/Atlantis" is not known')
      expect(stderr).toContain('itb set time-zone Europe/Berlin --today 2026-03-18')
      expect(log().entries).toEqual([])
    },
  )

  it('is set right by the line it says', async () => {
    const { itb, json } = nowhere()
    expect((await itb('set time-zone Europe/Berlin --today 2026-03-18')).code).toBe(0)
    expect((await json('plan')).asOf).toBe('2026-03-18')
  })

  it('is never set', async () => {
    const { itb, log } = runner()
    const { code, stderr } = await itb('set time-zone Berlin')
    expect([code, log().entries]).toEqual([2, []])
    expect(stderr).toContain('time-zone')
  })
})

describe('itb set time-zone', () => {
  it('moves the runner from a date on, and not before', async () => {
    const { itb, json, entries } = runner({ timeZone: 'Europe/Berlin' })
    const line = 'set time-zone America/New_York --date 2026-03-25'
    await itb(line, machineIn('Etc/UTC', '2026-03-24T12:00:00Z'))
    expect(entries('settings')).toMatchObject([
      { date: '2026-03-25', logged: '2026-03-24', timeZone: 'America/New_York' },
    ])
    const asOf = async (instant: string): Promise<string> =>
      (await json('plan', machineIn('Etc/UTC', instant))).asOf
    expect(await asOf('2026-03-24T02:00:00Z')).toBe('2026-03-24')
    expect(await asOf('2026-03-24T23:30:00Z')).toBe('2026-03-25')
    expect(await asOf('2026-03-27T02:00:00Z')).toBe('2026-03-26')
  })

  it('holds from today on where no date is said', async () => {
    const { itb, json } = runner({ timeZone: 'Europe/Berlin' })
    const evening = machineIn('Etc/UTC', '2026-03-18T18:30:00Z')
    await itb('set time-zone Asia/Kathmandu', evening)
    expect((await json('plan', evening)).asOf).toBe('2026-03-19')
  })
})

describe('a score typed after midnight', () => {
  const night = { clock: '00:40', today: '2026-03-18', now: '2026-03-18T00:40:00Z' }
  const [ENDED, TODAY] = ['2026-03-17', '2026-03-18']
  const FORMS = [
    'done',
    'log run 5.2km 31:10',
    'log day --ok',
    'log cross-training bike 40:00',
    'log mobility roll-tfl',
    'log flare --pain 6',
    'log strength --sets clamshell=15,15',
  ]

  it.each(FORMS)('belongs to the day that is meant: itb %s', async (line) => {
    for (const [key, day] of [
      ['y', ENDED],
      ['t', TODAY],
      [undefined, TODAY],
    ] as const) {
      const { itb, entries, log } = runner()
      // Strength that was easy is asked about on the day that had some.
      const { code, asked } = await itb(line, { ...night, keys: [key, 'n'] })
      expect([code, asked[0]]).toEqual([0, 'It is 00:40. Which day is meant?'])
      expect(entries().length).toBeGreaterThan(0)
      for (const { date, logged } of entries()) expect([date, logged]).toEqual([day, TODAY])
      expect(log()).toMatchObject({ revision: 1, updated: night.now })
    }
  })

  it.each(FORMS)('is asked about nowhere else: itb %s', async (line) => {
    const worlds: readonly (readonly [string, World])[] = [
      ['', night],
      [' --no-input', { ...night, keys: [] }],
      [' --json', { ...night, keys: [] }],
      [` --today ${TODAY}`, { ...night, keys: [] }],
      ['', { ...night, clock: '04:00', keys: [] }],
      ['', { ...night, clock: '23:59', keys: [] }],
    ]
    for (const [flag, world] of worlds) {
      const { itb, entries } = runner()
      expect(await itb(`${line}${flag}`, world)).toMatchObject({ code: 0, asked: [] })
      for (const { date } of entries()) expect(date).toBe(TODAY)
    }
  })

  it.each([
    ['done yesterday --easy', ENDED],
    ['done today 5.2km 31:10', TODAY],
    ['done 2026-03-17 --easy', ENDED],
    ['done mon..tue', ENDED],
    ['log yesterday run 5.2km 31:10', ENDED],
    ['log run yesterday 5.2km 31:10', ENDED],
    ['log run 5.2km 31:10 --date today', TODAY],
    ['log day tue --ok', ENDED],
  ])('is not asked about where a day was said: itb %s', async (line, day) => {
    const { itb, entries } = runner()
    expect(await itb(line, { ...night, keys: [] })).toMatchObject({ code: 0, asked: [] })
    expect(entries().at(-1)).toMatchObject({ date: day, logged: TODAY })
  })

  it('is asked about by the clock of home and not by that of the machine', async () => {
    const late = machineIn('Etc/UTC', '2026-03-18T18:55:00Z')
    const there = runner({ timeZone: 'Asia/Kathmandu' })
    const { asked } = await there.itb('log day --ok', { ...late, keys: ['y'] })
    expect(asked).toEqual(['It is 00:40. Which day is meant?'])
    expect(there.entries()).toMatchObject([{ date: '2026-03-18', logged: '2026-03-19' }])
    const early = machineIn('Etc/UTC', '2026-03-18T00:40:00Z')
    const awake = runner({ timeZone: 'Asia/Kathmandu' })
    expect((await awake.itb('log day --ok', { ...early, keys: [] })).asked).toEqual([])
    expect(awake.entries()).toMatchObject([{ date: '2026-03-18' }])
  })

  it('is asked about before bare itb shows a day', async () => {
    const { itb } = runner({}, [{ ...RUN, date: ENDED, pain: { during: 0 } }])
    const sit = (key: string) => itb('', { ...night, terminal: { columns: 80 }, keys: [key, '\u0003'] })
    expect((await sit('y')).stdout).toContain('Tue 17 Mar')
    expect((await sit('t')).stdout).toContain('Wed 18 Mar')
    const said = await itb(`--today ${TODAY}`, {
      ...night,
      terminal: { columns: 80 },
      keys: ['\u0003'],
    })
    expect(said.asked[0]).not.toContain('00:40')
  })

  it('of a run that is there counts as said today, and what stood before stays', async () => {
    const { itb, entries, log } = runner({}, [{ ...RUN, id: 'aaaaaa', date: ENDED, logged: ENDED }])
    expect(await itb('score --pain 2', { ...night, keys: [] })).toMatchObject({ code: 0, asked: [] })
    expect(entries()).toMatchObject([
      { date: ENDED, logged: ENDED, pain: { during: 2 }, was: [{ until: TODAY }] },
    ])
    expect(log().revision).toBe(1)
  })

  it('of the morning is that after the last run but today’s', async () => {
    const before = '2026-03-16'
    for (const [keys, scored] of [
      [['y'], before],
      [['t'], ENDED],
    ] as const) {
      const { itb, entries } = runner({}, [
        { ...RUN, date: before },
        { ...RUN, date: ENDED },
      ])
      expect((await itb('log morning 1', { ...night, keys })).code).toBe(0)
      expect(entries().filter((entry) => entry.type === 'run' && entry.pain !== undefined)).toMatchObject([
        { date: scored, pain: { nextMorning: 1 }, was: [{ until: TODAY }] },
      ])
    }
  })
})

describe('two runs a day', () => {
  const YESTERDAY = '2026-03-17'
  async function twice(told: object = {}) {
    const both = runner(told)
    await both.itb('log yesterday run 3km 18:00 --start 07:00')
    await both.itb('log yesterday run 4km 25:00 --start 18:30')
    return both
  }
  const painOf = (entry: Entry): RunEntry['pain'] => (entry.type === 'run' ? entry.pain : undefined)

  it('are two, also where nobody said when', async () => {
    expect((await twice()).entries('run')).toHaveLength(2)
    const { itb, entries } = runner()
    await itb('log run 3km 18:00')
    await itb('log run 4km 25:00')
    expect(entries('run')).toHaveLength(2)
  })

  it('count both', async () => {
    const { json } = await twice()
    const { weeks } = await json('status')
    expect(weeks.at(-1)).toMatchObject({ runs: 2, actualMeters: 7000, actualSeconds: 2580 })
  })

  it('are both owed, each by its own line', async () => {
    const { entries, json } = await twice()
    const { owed } = await json('owed')
    const ids = entries('run').map(({ id }) => id)
    expect(owed.map(({ entry }: { readonly entry: string }) => entry)).toEqual(ids)
    for (const [index, { commands }] of owed.entries()) expect(commands.join()).toContain(ids[index])
  })

  it('have one morning', async () => {
    const { itb, entries } = await twice()
    await itb('log morning 1')
    expect(entries('run').map(painOf)).toEqual([{ nextMorning: 1 }, { nextMorning: 1 }])
  })

  it('are both asked about by bare itb', async () => {
    const { itb, entries } = await twice()
    const { asked } = await itb('', {
      terminal: { columns: 80 },
      keys: ['0', 'n', '1', 'r', 'e', ...Array<undefined>(12).fill(undefined)],
    })
    expect(asked.map((text) => text.split(':').slice(0, -1).join(':'))).toEqual(
      expect.arrayContaining([
        'The run of Tue 17 Mar at 07:00, 3.0 km',
        'The run of Tue 17 Mar at 18:30, 4.0 km',
      ]),
    )
    expect(entries('run').map((entry) => painOf(entry)?.during)).toEqual([0, 1])
  })

  it('are scored by done, and no third is made up', async () => {
    const { itb, entries } = await twice()
    const unclear = await itb('done yesterday --pain 1')
    expect([unclear.code, unclear.stderr]).toEqual([2, expect.stringContaining('has 2 runs')])
    expect((await itb('done yesterday')).code).toBe(0)
    expect(entries('run')).toHaveLength(2)
    for (const run of entries('run')) {
      expect(run).toMatchObject({ date: YESTERDAY, pain: { during: 0, nextMorning: 0 }, limp: false })
      expect(run).not.toHaveProperty('attested')
    }
  })

  it('are told apart by score, which asks for an id', async () => {
    const { itb, entries } = await twice()
    const { code, stderr } = await itb('score yesterday --pain 2')
    expect(code).toBe(2)
    for (const { id } of entries('run')) expect(stderr).toContain(id)
  })
})

describe('what of a run counts', () => {
  const MONDAY = '2026-11-23'
  /** The week before that Monday, on the way back, as its plan counts it. */
  const counted = async (flags: string) => {
    const env = { ITB_LOG: logFileBefore('2026-11-16') }
    expect((await itb(`log run ${flags} --date 2026-11-17`, { env, today: '2026-11-22' })).code).toBe(0)
    return JSON.parse((await itb(`plan --json --today ${MONDAY}`, { env })).stdout).running.last
  }

  it('is the minutes on a treadmill, whatever the belt says', async () => {
    const belt = await counted('3km 20:00 --surface treadmill')
    expect(belt).toEqual(await counted('2.5km 20:00 --surface treadmill'))
    expect(belt).toMatchObject({ actualSeconds: 1200 })
    expect(await counted('3km 20:00')).toMatchObject({ actualSeconds: 1200, actualMeters: 3000 })
  })

  it('is the running part of a run/walk', async () => {
    expect(await counted('4km 31:00 --running 15:30')).toMatchObject({
      actualSeconds: 930,
      actualMeters: 2000,
    })
    expect(await counted('4km 31:00')).toMatchObject({ actualSeconds: 1860, actualMeters: 4000 })
  })

  it('is the running part on a treadmill too', async () => {
    expect(await counted('4km 30:00 --running 12:00 --surface treadmill')).toEqual(
      await counted('2km 12:00 --surface treadmill'),
    )
  })

  it('is the running part in the bars of status too', async () => {
    const { itb, json } = runner()
    await itb('log run 4km 31:00 --running 15:30 --date 2026-03-17')
    expect((await json('status')).weeks.at(-1)).toMatchObject({ actualMeters: 2000, actualSeconds: 930 })
  })
})

describe('the built command on a machine elsewhere', () => {
  const command = builtCommand()
  const HERE = 'Pacific/Kiritimati'
  const HOME = 'Pacific/Pago_Pago'

  function asOf(told: object, env: Readonly<Record<string, string>>): string {
    const file = fileWith(sampleLog({ runner: told }))
    const said = execFileSync(process.execPath, [command, 'plan', '--json', '--log', file], {
      encoding: 'utf8',
      env: { ...CLOCK, PATH: process.env['PATH'], HOME: emptyFolder(), ...env },
    })
    return JSON.parse(said).asOf
  }
  /** The date in a zone; both, should midnight pass meanwhile. */
  const dates = (zone: string, before: string): string[] =>
    [before, new Date().toISOString()].map((instant) => clockIn(instant, zone).today)

  it('takes the day of home, which is never the day of the machine there', () => {
    const before = new Date().toISOString()
    const [home, here] = [asOf({ timeZone: HOME }, { TZ: HERE }), asOf({}, { TZ: HERE })]
    expect(dates(HOME, before)).toContain(home)
    expect(dates(HERE, before)).toContain(here)
    expect(here).not.toBe(home)
  })

  it('takes that of the machine where both are one', () => {
    const before = new Date().toISOString()
    expect(dates(HERE, before)).toContain(asOf({ timeZone: HERE }, { TZ: HERE }))
    expect(dates(HOME, before)).toContain(asOf({ timeZone: HOME }, { TZ: `:${HOME}` }))
  })
})
