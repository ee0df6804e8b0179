import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/log/schema.ts'
import { SIGNS } from '../../src/rules/referral.ts'
import { emptyFolder, itb } from '../support/fake-host.ts'
import { entriesOn, logFileBefore } from '../support/log-on.ts'

/** A Saturday with a run in the second stage; the run of Thursday has its morning still open. */
const SATURDAY = '2026-11-21'
const WEDNESDAY = '2026-11-18'
const withoutMorning =
  (day: string) =>
  (entry: Entry): Entry => {
    if (entry.type !== 'run' || entry.date !== day) return entry
    const { nextMorning, ...pain } = entry.pain ?? {}
    return { ...entry, pain }
  }
const TERMINAL = { columns: 80 }

function sit(file: string, today: string, keys: readonly (string | undefined)[], more: object = {}) {
  return itb(`--log ${file} --today ${today}`, { terminal: TERMINAL, keys, ...more })
}
const typeOf = (entries: readonly Entry[], type: Entry['type']) =>
  entries.filter((entry) => entry.type === type)

describe('bare itb', () => {
  it('shows today in at most eight lines before it asks', async () => {
    const { stdout, asked } = await sit(logFileBefore(SATURDAY), SATURDAY, [undefined, undefined, undefined])
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(8)
    expect(stdout).toContain('run 20 min')
    expect(asked.length).toBeGreaterThan(0)
  })

  it('is two keys on a day that went well', async () => {
    const file = logFileBefore(SATURDAY)
    const { code, asked } = await sit(file, SATURDAY, ['0', 'y'])
    expect([code, asked.length]).toEqual([0, 2])
    expect(typeOf(entriesOn(file, SATURDAY), 'run')[0]).toMatchObject({
      attested: true,
      pain: { during: 0 },
      limp: false,
      swelling: false,
      analgesic: false,
    })
    expect(typeOf(entriesOn(file, SATURDAY), 'day')[0]).toMatchObject({
      pain: { dailyActivities: 0, stairs: 0, rest: 0 },
      swelling: false,
    })
  })

  it('asks for the morning after yesterday’s run together with the day, and says so', async () => {
    const file = logFileBefore(WEDNESDAY, withoutMorning('2026-11-17'))
    const { asked } = await sit(file, WEDNESDAY, ['0', undefined])
    expect(asked[0]).toContain('on rising')
    expect(entriesOn(file, '2026-11-17').find(({ type }) => type === 'run')).toMatchObject({
      pain: { nextMorning: 0 },
      was: [{ until: WEDNESDAY }],
    })
  })

  it('asks for the morning alone where the day has its check-in already', async () => {
    const file = logFileBefore(WEDNESDAY, withoutMorning('2026-11-17'))
    await itb(`log day --stairs 1 --log ${file} --today ${WEDNESDAY}`)
    const { asked } = await sit(file, WEDNESDAY, ['0', undefined])
    expect(asked[0]).toMatch(/^The morning of Wed 18 Nov/)
    expect(typeOf(entriesOn(file, WEDNESDAY), 'day')).toMatchObject([{ pain: { stairs: 1 } }])
  })

  it('writes nothing for Enter, and leaves the file as it was', async () => {
    const file = logFileBefore(SATURDAY)
    const before = readFileSync(file, 'utf8')
    const { code } = await sit(file, SATURDAY, [undefined, undefined])
    expect(code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('writes nothing after Ctrl-C, not even what was answered before', async () => {
    const file = logFileBefore(SATURDAY)
    const before = readFileSync(file, 'utf8')
    const { code, stderr } = await sit(file, SATURDAY, ['0', '\u0003'])
    expect([code, stderr]).toEqual([130, ''])
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('follows a painful run with when, how, how long and from where, and answers at once', async () => {
    const file = logFileBefore(SATURDAY)
    const keys = ['0', 'h', '4', 'r', 'w', 'h', '3', 'y']
    const { stdout, asked } = await sit(file, SATURDAY, keys)
    expect(asked.slice(3, 7).map((text) => text.split('?')[0])).toEqual([
      'When did it hurt',
      'How did it go on while you ran',
      'When was it gone',
      'After how many km did it begin',
    ])
    const [run] = typeOf(entriesOn(file, SATURDAY), 'run')
    expect(run).toMatchObject({
      pain: { during: 4, trend: 'worsened', lastingHours: 2, onsetMeters: 3000 },
      limp: false,
    })
    expect(run).not.toHaveProperty('analgesic')
    expect(stdout).toMatch(/stop, and walk home/)
    expect(stdout).toMatch(/No run until after Mon 23 Nov/)
  })

  it.each([
    ['l', { limp: true, pain: { trend: 'worsened' } }],
    ['e', { limp: false, pain: { trend: 'eased' } }],
    ['s', { limp: false, pain: { trend: 'steady' } }],
  ])('hears a limp in the way it went on: %s', async (key, told) => {
    const file = logFileBefore(SATURDAY)
    await sit(file, SATURDAY, ['0', 'h', '4', 'r', key, 'h', '3', 'y'])
    expect(typeOf(entriesOn(file, SATURDAY), 'run')[0]).toMatchObject(told)
  })

  it('leaves open what a painful answer skipped: unknown stays unknown', async () => {
    const file = logFileBefore(SATURDAY)
    await sit(file, SATURDAY, ['0', 'h', '4', undefined, undefined, undefined, undefined, 'y'])
    const [run] = typeOf(entriesOn(file, SATURDAY), 'run')
    expect(run).toMatchObject({ pain: { during: 4 } })
    for (const key of ['limp', 'swelling', 'analgesic']) expect(run).not.toHaveProperty(key)
    for (const key of ['trend', 'lastingHours', 'onsetMeters', 'after']) {
      expect(run).not.toHaveProperty(`pain.${key}`)
    }
  })

  it('asks how far a run came that was cut short, and attests nothing then', async () => {
    const file = logFileBefore(SATURDAY)
    await sit(file, SATURDAY, ['0', 'h', '4', 'r', 'w', 'h', '2', 'n', '2.1km 13:00'])
    const [run] = typeOf(entriesOn(file, SATURDAY), 'run')
    expect(run).toMatchObject({ distanceMeters: 2100, durationSeconds: 780, pain: { onsetMeters: 2000 } })
    expect(run).not.toHaveProperty('attested')
  })

  it('claims no metre behind the pain where nobody said how far the run went', async () => {
    const file = logFileBefore(SATURDAY)
    await sit(file, SATURDAY, ['0', 'h', '4', 'r', 'w', 'h', '2', undefined, undefined])
    const [run] = typeOf(entriesOn(file, SATURDAY), 'run')
    expect(run).toMatchObject({ distanceMeters: 2000, attested: true, pain: { during: 4 } })
    const fast = run?.type === 'run' ? run.durationSeconds / run.distanceMeters : 0
    expect(fast).toBeCloseTo(1200 / 3300, 1)
  })

  it.each([
    ['it began at once', '0'],
    ['nobody knows where it began', undefined],
  ])('keeps the pain as a flare, and claims no run, where %s', async (_, onset) => {
    const file = logFileBefore(SATURDAY)
    await sit(file, SATURDAY, ['0', 'h', '4', 'r', 'w', 'n', onset, 'n', undefined])
    expect(typeOf(entriesOn(file, SATURDAY), 'run')).toEqual([])
    const [flare] = typeOf(entriesOn(file, SATURDAY), 'flare')
    expect(flare).toMatchObject({ pain: { during: 4, trend: 'worsened' }, limp: false })
    expect(flare, 'what is still there has no length yet').not.toHaveProperty('pain.lastingHours')
  })

  it('asks again for an amount that makes a pace nobody would expect', async () => {
    const file = logFileBefore(SATURDAY)
    await sit(file, SATURDAY, ['0', 'o', 'd', '30km 18:30', 'n', '3km 18:30'])
    expect(typeOf(entriesOn(file, SATURDAY), 'run')[0]).toMatchObject({ distanceMeters: 3000 })
  })

  it('has no pain begin behind the end of a run that was cut short', async () => {
    const file = logFileBefore(SATURDAY)
    await sit(file, SATURDAY, ['0', 'h', '4', 'r', 'w', 'h', '3', 'n', '2.1km 13:00'])
    expect(typeOf(entriesOn(file, SATURDAY), 'run')[0]).toMatchObject({ pain: { onsetMeters: 2100 } })
  })

  it('asks where a painful day hurt, and does not ask for a run that it cancels', async () => {
    const file = logFileBefore(SATURDAY)
    const { asked, stdout } = await sit(file, SATURDAY, ['3', 's', 'n'])
    expect(asked).toHaveLength(3)
    const [day] = typeOf(entriesOn(file, SATURDAY), 'day')
    expect(day).toMatchObject({ pain: { stairs: 3 }, swelling: false })
    expect(day).not.toHaveProperty('pain.rest')
    expect(stdout).toMatch(/Severe pain/)
  })

  it('notes the exercise that hurt and the others as done', async () => {
    const file = logFileBefore(WEDNESDAY)
    await sit(file, WEDNESDAY, ['0', 'h', '2', '1'])
    const [strength] = typeOf(entriesOn(file, WEDNESDAY), 'strength')
    const pains = strength?.type === 'strength' ? strength.exercises.map(({ pain }) => pain) : []
    expect(pains).toEqual([0, 1, 0, 0, 0, 0])
  })

  it('takes what was otherwise: another distance, or a session left out', async () => {
    const file = logFileBefore(SATURDAY)
    await sit(file, SATURDAY, ['0', 'o', 'd', '3km 18:30'])
    expect(typeOf(entriesOn(file, SATURDAY), 'run')[0]).toMatchObject({ distanceMeters: 3000, limp: false })
    const other = logFileBefore(WEDNESDAY)
    await sit(other, WEDNESDAY, ['0', 'o', 's'])
    expect(typeOf(entriesOn(other, WEDNESDAY), 'strength')).toEqual([])
  })

  it.each([
    ['y', 6],
    ['n', 7],
    [undefined, undefined],
  ])('asks whether strength was easy where that may lead on, and hears %s', async (key, effort) => {
    const file = logFileBefore(WEDNESDAY)
    const { asked } = await sit(file, WEDNESDAY, ['0', 'y', key])
    expect(asked[2]).toBe('Was the strength session easy, an effort of 6 of 10 or less in every exercise?')
    const [strength] = typeOf(entriesOn(file, WEDNESDAY), 'strength')
    const efforts = strength?.type === 'strength' ? strength.exercises.map((each) => each.effort) : []
    expect(new Set(efforts)).toEqual(new Set([effort]))
  })

  it('writes the rest of the list too where that is said', async () => {
    const file = logFileBefore(WEDNESDAY)
    await sit(file, WEDNESDAY, ['0', 'a', undefined])
    expect(entriesOn(file, WEDNESDAY).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['day', 'strength', 'mobility', 'cross-training']),
    )
    const alone = logFileBefore(WEDNESDAY)
    await sit(alone, WEDNESDAY, ['0', 'y', undefined])
    expect(
      entriesOn(alone, WEDNESDAY)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['day', 'strength'])
  })

  it('asks for all signs, in full, when they are due', async () => {
    const silent = (entry: Entry): Entry => {
      if (entry.type !== 'day') return entry
      const { redFlags, ...rest } = entry
      return rest
    }
    const file = logFileBefore(SATURDAY, silent)
    const { asked } = await sit(file, SATURDAY, ['0', 'n', 'y'])
    expect(asked[1]?.split('\n')).toHaveLength(1 + SIGNS.length)
    expect(typeOf(entriesOn(file, SATURDAY), 'day')[0]).toMatchObject({ redFlags: [] })
    const flagged = logFileBefore(SATURDAY, silent)
    const { stdout } = await sit(flagged, SATURDAY, ['0', '2'])
    expect(typeOf(entriesOn(flagged, SATURDAY), 'day')[0]).toMatchObject({ redFlags: ['giving-way'] })
    expect(stdout).toMatch(/clinician/)
  })

  it('asks after midnight which day is meant', async () => {
    const file = logFileBefore(SATURDAY)
    const { asked } = await itb(`--log ${file}`, {
      terminal: TERMINAL,
      keys: ['y', '0', 'y'],
      today: '2026-11-22',
      clock: '00:40',
    })
    expect(asked[0]).toContain('00:40')
    expect(typeOf(entriesOn(file, SATURDAY), 'run')[0]).toMatchObject({ logged: '2026-11-22' })
  })

  it('asks nothing where nothing may be asked', async () => {
    const file = logFileBefore(SATURDAY)
    const { code, asked, stdout } = await itb(`--no-input --log ${file} --today ${SATURDAY}`, {
      terminal: TERMINAL,
      keys: [],
    })
    expect([code, asked]).toEqual([0, []])
    expect(stdout).toContain('run 20 min')
  })

  it('is short help without a log, and in a pipe', async () => {
    const none = await itb('', { terminal: TERMINAL, home: emptyFolder() })
    expect([none.code, none.stdout]).toEqual([0, expect.stringContaining('Usage: itb')])
    const piped = await itb('', { env: { ITB_LOG: logFileBefore(SATURDAY) } })
    expect(piped.stdout).toContain('Usage: itb')
  })
})
