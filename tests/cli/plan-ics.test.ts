import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import type { Plan } from '../../src/engine/plan.ts'
import { builtCommand } from '../support/built.ts'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'
import { logFileBefore, logIn } from '../support/log-on.ts'
import { phaseFile } from '../support/phase-weeks.ts'
import { instantIn, parametersOf, partsIn, plainText, readIcs, wordOf } from '../support/read-ics.ts'
import { sampleLog } from '../support/sample-log.ts'

const eventsIn = (text: string) => partsIn(readIcs(text), 'VEVENT')
const liveIn = (text: string) => eventsIn(text).filter((event) => wordOf(event, 'STATUS') !== 'CANCELLED')
const sessionsIn = (text: string) =>
  liveIn(text).filter((event) => !/-(week|ask)@/.test(wordOf(event, 'UID')))

async function calendar(words: string): Promise<string> {
  const { code, stdout, stderr } = await itb(`plan --format ics ${words}`)
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

describe('itb plan --format ics', () => {
  it('has session by session what the JSON has', async () => {
    const { plans } = JSON.parse((await itb('plan --demo --week next --weeks 3 --json')).stdout)
    const planned = (plans as readonly Plan[]).flatMap(({ sessions, provisional }) =>
      sessions.map(({ id, title, date }) => [
        id,
        title,
        date.replaceAll('-', ''),
        provisional ? 'TENTATIVE' : 'CONFIRMED',
      ]),
    )
    const read = sessionsIn(await calendar('--demo --week next --weeks 3')).map((event) => [
      wordOf(event, 'UID'),
      plainText(wordOf(event, 'SUMMARY')),
      wordOf(event, 'DTSTART'),
      wordOf(event, 'STATUS'),
    ])
    expect(read.sort()).toEqual(planned.sort())
  })

  it('begins with what is left of the running week, unless a week was named', async () => {
    const weeksOf = async (words: string) =>
      eventsIn(await calendar(`--demo --today 2026-04-22 ${words}`))
        .map((event) => wordOf(event, 'UID'))
        .filter((uid) => uid.includes('-week@'))
        .map((uid) => uid.slice(0, 10))
    expect(await weeksOf('')).toEqual(['2026-04-20', '2026-04-27'])
    expect(await weeksOf('--weeks 2')).toEqual(['2026-04-20', '2026-04-27', '2026-05-04'])
    expect(await weeksOf('--week this')).toEqual(['2026-04-20'])
    expect(await weeksOf('--week next')).toEqual(['2026-04-27'])
  })

  it('takes the times that are set, weekday by weekday, and others for once', async () => {
    const { file, today } = phaseFile('return-2', 0, { startTimes: { tuesday: '18:30', saturday: '09:30' } })
    const begins = async (words: string) =>
      Object.fromEntries(
        sessionsIn(await calendar(`--week this --log ${file} --today ${today} ${words}`))
          .filter((event) => wordOf(event, 'UID').includes('-run@'))
          .map((event) => [wordOf(event, 'UID').slice(0, 10), wordOf(event, 'DTSTART').slice(8)]),
      )
    expect(await begins('')).toEqual({ '2026-03-31': 'T183000', '2026-04-02': '', '2026-04-04': 'T093000' })
    expect(await begins('--at 7:00')).toEqual({
      '2026-03-31': 'T070000',
      '2026-04-02': 'T070000',
      '2026-04-04': 'T070000',
    })
    expect(await begins('--at none')).toEqual({ '2026-03-31': '', '2026-04-02': '', '2026-04-04': '' })
    expect(await begins('--at thu=6:45')).toMatchObject({ '2026-03-31': '', '2026-04-02': 'T064500' })
  })

  it('never holds a remark of the log', async () => {
    const note = 'my secret'
    const run = { type: 'run', date: '2026-03-14', distanceMeters: 8000, durationSeconds: 2880, note }
    const file = fileWith(sampleLog({ entries: [run] }))
    expect(await calendar(`--log ${file} --details --weeks 3`)).not.toContain('secret')
  })

  it('is the same where nothing is stamped, whatever the clock says', async () => {
    const [once, again] = await Promise.all(
      ['2026-03-18T12:00:00Z', '2027-01-01T00:00:00Z'].map((now) =>
        itb('plan --demo --format ics --today 2026-04-22', { now }),
      ),
    )
    expect(once?.stdout).toBe(again?.stdout)
    expect(once?.stdout).toContain('DTSTAMP:20260421T000000Z')
  })
})

describe('a calendar in a file', () => {
  it('is asked for by its ending, and takes the place of the one before whole', async () => {
    const file = join(emptyFolder(), 'plan.ics')
    writeFileSync(file, 'what was there before, and longer than a calendar'.repeat(10_000))
    const { code, stdout, stderr } = await itb(['plan', '--demo', '-o', file])
    expect([code, stdout, stderr]).toEqual([0, '', `saved to ${file}\n`])
    expect(readFileSync(file, 'utf8')).toBe(await calendar('--demo'))
    expect(readdirSync(dirname(file))).toEqual(['plan.ics'])
  })

  it('stays as it was where none could be made', async () => {
    const file = join(emptyFolder(), 'plan.ics')
    const log = fileWith('{')
    expect(await itb(['plan', '--log', log, '-o', file])).toMatchObject({ code: 2, stdout: '' })
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, 'as it was')
    expect(await itb(['plan', '--demo', '--at', '25:00', '-o', file])).toMatchObject({ code: 2, stdout: '' })
    expect(readFileSync(file, 'utf8')).toBe('as it was')
  })
})

describe('what cannot be meant', () => {
  it('is told all at once, with nothing on stdout', async () => {
    const line = 'plan --demo --format ics --at 25:00 --tz Mars/Base --alarm soon --ask evening --weeks 99'
    const { code, stdout, stderr } = await itb(line)
    expect([code, stdout]).toEqual([2, ''])
    const told = stderr.replace(/\s+/g, ' ')
    for (const said of [
      '--at is "25:00"',
      '--tz is "Mars/Base"',
      '--alarm is "soon"',
      '--ask is "evening"',
      '--weeks is "99"',
    ])
      expect(told).toContain(said)
    expect(told).toContain('Europe/Berlin')
  })

  it.each(['--at 07:00', '--tz Europe/Berlin', '--alarm 30m', '--ask 20:00', '--details'])(
    '%s is told where the format is another',
    async (words) => {
      for (const format of ['table', 'json', 'csv', 'fit']) {
        const { code, stdout, stderr } = await itb(`plan --demo --format ${format} ${words}`)
        expect(code).toBe(2)
        expect(stdout + stderr).toContain(`${words.split(' ')[0]} is for calendars`)
        expect(stdout + stderr).toContain('itb plan --format ics')
      }
    },
  )

  it.each(['25h', '-5m', '30 minutes', ''])('an alarm of "%s" is one', async (alarm) => {
    expect(await itb(['plan', '--demo', '--format', 'ics', '--alarm', alarm])).toMatchObject({ code: 2 })
  })
})

const ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Kathmandu'] as const
/** 52 weeks from the autumn on: both changes of the clocks in either half of the world, and the year's end. */
const RUNS = [7, 9, 11, 13, 14, 16, 18, 20, 21, 23, 25, 27].map((day) => ({
  ...{ type: 'run', date: `2026-09-${String(day).padStart(2, '0')}` },
  ...{ distanceMeters: 8000, durationSeconds: 2880, pain: { during: 0, nextMorning: 0 } },
}))
const YEAR = `--log ${fileWith(sampleLog({ entries: RUNS }))} --today 2026-10-05 --week this --weeks 52`

/** What the clocks of a place show, as the machine knows them. */
const shownIn = (zone: string, moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(moment)

describe('a year of runs at seven', () => {
  it('has every one of them at seven, wherever the runner is', async () => {
    const runs = sessionsIn(await calendar(`${YEAR} --at 07:00`)).filter((event) =>
      wordOf(event, 'UID').includes('-run@'),
    )
    expect(runs.length).toBeGreaterThan(150)
    for (const run of runs) {
      expect(wordOf(run, 'DTSTART')).toBe(`${wordOf(run, 'UID').slice(0, 10).replaceAll('-', '')}T070000`)
      expect(parametersOf(run, 'DTSTART')).toBe('')
    }
  })

  it.each([...ZONES, 'Australia/Lord_Howe', 'America/St_Johns'])(
    'has every one of them at seven in %s',
    async (zone) => {
      const text = await calendar(`${YEAR} --at 07:00 --tz ${zone}`)
      const [part, ...others] = partsIn(readIcs(text), 'VTIMEZONE')
      if (part === undefined) throw new Error('there is no time zone in it')
      expect([others.length, wordOf(part, 'TZID')]).toEqual([0, zone])
      const runs = sessionsIn(text).filter((event) => wordOf(event, 'UID').includes('-run@'))
      expect(new Set(runs.map((run) => wordOf(run, 'UID').slice(0, 4)))).toEqual(new Set(['2026', '2027']))
      for (const run of runs) {
        expect(parametersOf(run, 'DTSTART')).toBe(`TZID=${zone}`)
        const moment = instantIn(part, wordOf(run, 'DTSTART'))
        expect(shownIn(zone, moment)).toBe(`${wordOf(run, 'UID').slice(0, 10)} 07:00`)
      }
    },
  )

  it('has one state of the clocks where they are never set, and none where nothing is timed', async () => {
    const [kathmandu] = partsIn(readIcs(await calendar('--demo --at 07:00 --tz asia/kathmandu')), 'VTIMEZONE')
    expect(kathmandu?.parts.map(({ name }) => name)).toEqual(['STANDARD'])
    const whole = await itb('plan --format ics --demo --tz Asia/Kathmandu --alarm 30m')
    expect(partsIn(readIcs(whole.stdout), 'VTIMEZONE')).toEqual([])
    expect(whole.stderr).toMatch(/--tz says nothing yet.*itb set times 07:00/)
    expect(whole.stderr).toMatch(/--alarm counts from midnight/)
  })
})

describe('the same log', () => {
  it('gives the same bytes wherever the machine stands', () => {
    const { file, today } = phaseFile('return-2', 2)
    const line = `plan --log ${file} --today ${today} --weeks 3 --format ics --at 07:00 --ask 20:00 --tz Europe/Berlin`
    const made = ['UTC', ...ZONES].map((zone) =>
      execFileSync(process.execPath, [builtCommand(), ...line.split(' ')], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      }),
    )
    expect(new Set(made).size).toBe(1)
    expect(made[0]).toContain('BEGIN:VTIMEZONE')
  })
})

describe('the sequence', () => {
  it('is the revision of the log, and falls with no write, not even one that is taken back', async () => {
    const day = '2026-11-18' as CalendarDate
    const file = logFileBefore(day)
    const writes = [
      'log morning 1',
      'log flare --pain 6 --onset 1km',
      'undo',
      'restore',
      'undo',
      'set times 07:00',
      'log day --ok',
      'remove last',
      `log absence --date ${dateOf(addDays(dayOf(day), 1))}`,
    ]
    const seen = [0]
    for (const write of writes) {
      const { stderr } = await itb(`${write} --log ${file} --today ${day}`)
      expect(stderr).not.toContain('itb: ')
      const events = eventsIn(await calendar(`--log ${file} --today ${day}`))
      const sequences = new Set(events.map((event) => Number(wordOf(event, 'SEQUENCE'))))
      expect(sequences).toEqual(new Set([logIn(file).revision]))
      seen.push(...sequences)
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(new Set(seen).size).toBe(writes.length + 1)
  })
})
