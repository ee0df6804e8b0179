import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/log/schema.ts'
import { itb } from '../support/fake-host.ts'
import { entriesOn, logFileBefore, logIn } from '../support/log-on.ts'

/** A Thursday with a run, a Wednesday with strength, both in the second stage. */
const THURSDAY = '2026-11-19'
const WEDNESDAY = '2026-11-18'
const withoutMorning = (entry: Entry): Entry => {
  if (entry.type !== 'run' || entry.date !== '2026-11-17') return entry
  const { nextMorning, ...pain } = entry.pain ?? {}
  return { ...entry, pain }
}
const doneOn = (today: string, words: string, file: string) =>
  itb(`done ${words} --log ${file} --today ${today}`)

describe('itb done', () => {
  it('writes the run as planned, attested, with every score asked for at 0 and no other', async () => {
    const file = logFileBefore(THURSDAY)
    expect((await doneOn(THURSDAY, '', file)).code).toBe(0)
    const [run] = entriesOn(file, THURSDAY).filter(({ type }) => type === 'run')
    expect(run).toMatchObject({
      attested: true,
      session: `${THURSDAY}-run@k3v9q2`,
      distanceMeters: 3300,
      durationSeconds: 1200,
      logged: THURSDAY,
      limp: false,
      swelling: false,
      analgesic: false,
      pain: { during: 0 },
    })
    expect(run).not.toHaveProperty('pain.nextMorning')
  })

  it('never asks for what no question was printed of: red flags stay unsaid', async () => {
    const file = logFileBefore(THURSDAY)
    await doneOn(THURSDAY, '', file)
    const [day] = entriesOn(file, THURSDAY).filter(({ type }) => type === 'day')
    expect(day).toMatchObject({ pain: { dailyActivities: 0, stairs: 0, rest: 0 }, swelling: false })
    expect(day).not.toHaveProperty('redFlags')
  })

  it('prints each thing it recorded, and that it was not measured', async () => {
    const { stdout } = await doneOn(THURSDAY, '', logFileBefore(THURSDAY))
    expect(stdout.match(/^added /gm)).toHaveLength(3)
    expect(stdout.replace(/\s+/g, ' ')).toContain('as planned, not measured')
  })

  it('takes what the run measured, and then attests nothing', async () => {
    const file = logFileBefore(THURSDAY)
    await doneOn(THURSDAY, '3.1km 19:30', file)
    const [run] = entriesOn(file, THURSDAY).filter(({ type }) => type === 'run')
    expect(run).toMatchObject({ distanceMeters: 3100, durationSeconds: 1170 })
    expect(run).not.toHaveProperty('attested')
  })

  it('knows the next morning of a day that has one', async () => {
    const file = logFileBefore(THURSDAY)
    await doneOn('2026-11-20', 'yesterday', file)
    expect(entriesOn(file, THURSDAY).find(({ type }) => type === 'run')).toMatchObject({
      pain: { during: 0, nextMorning: 0 },
      logged: '2026-11-20',
    })
  })

  it('takes pain as given, and leaves the morning after it open', async () => {
    const file = logFileBefore(THURSDAY)
    await doneOn('2026-11-20', 'yesterday --pain 3', file)
    const run = entriesOn(file, THURSDAY).find(({ type }) => type === 'run')
    expect(run).toMatchObject({ pain: { during: 3 } })
    expect(run).not.toHaveProperty('pain.nextMorning')
  })

  it('takes the morning of the day with it, after a run of yesterday that did not hurt', async () => {
    const file = logFileBefore('2026-11-18', withoutMorning)
    const { stdout } = await doneOn(WEDNESDAY, '', file)
    expect(stdout).toMatch(/^changed \w+ {2}run Tue 17 Nov next morning 0$/m)
    expect(stdout).not.toContain('Still open')
    expect(entriesOn(file, '2026-11-17').find(({ type }) => type === 'run')).toMatchObject({
      pain: { nextMorning: 0 },
      was: [{ until: WEDNESDAY }],
    })
  })

  it('leaves that morning open after a run that hurt, and says the line that answers it', async () => {
    const file = logFileBefore('2026-11-18', (entry) => {
      const isOf = entry.type === 'run' && entry.date === '2026-11-17'
      return isOf ? { ...entry, pain: { during: 1 } } : entry
    })
    const { stdout } = await doneOn(WEDNESDAY, '', file)
    expect(stdout).toContain('Still open:\n  Tue 17 Nov, run: next morning: itb log morning N\n')
    expect(entriesOn(file, '2026-11-17').find(({ type }) => type === 'run')).not.toHaveProperty(
      'pain.nextMorning',
    )
  })

  it('leaves it open on a day of which pain was told', async () => {
    const file = logFileBefore('2026-11-18', withoutMorning)
    await itb(`log day --stairs 1 --log ${file} --today ${WEDNESDAY}`)
    expect((await doneOn(WEDNESDAY, '', file)).stdout).toContain('itb log morning N')
  })

  it('holds in no silence: what holds the next week is said', async () => {
    const file = logFileBefore('2026-11-16', withoutMorning)
    await itb(`log run 2.4km 15:00 --log ${file} --today 2026-11-16 --pain 1 --trend eased --lasted 1h`)
    const { stdout } = await doneOn('2026-11-16', '', file)
    expect(stdout.replaceAll('\n', ' ')).toMatch(/What holds the next week: /)
  })

  it('leads on by itself: two painless weeks of nothing but done are two stages', async () => {
    const file = logFileBefore('2026-11-09')
    const days = Array.from({ length: 15 }, (_, index) => `2026-11-${String(9 + index).padStart(2, '0')}`)
    for (const day of days) expect(await doneOn(day, '', file)).toMatchObject({ code: 0, stderr: '' })
    const { stdout } = await itb(`plan --week this --json --log ${file} --today 2026-11-23`)
    expect(JSON.parse(stdout)).toMatchObject({ phase: 'return-3' })
  }, 60_000)

  it('leaves out a session, leaves out an exercise, and notes one that hurt', async () => {
    const file = logFileBefore(WEDNESDAY)
    await doneOn(WEDNESDAY, '--but clamshell=2 --but glute-bridge --but cross-training', file)
    const entries = entriesOn(file, WEDNESDAY)
    const strength = entries.find(({ type }) => type === 'strength')
    expect(strength).toMatchObject({ attested: true })
    const exercises = strength?.type === 'strength' ? strength.exercises : []
    expect(exercises.map(({ id, pain }) => [id, pain])).toEqual([
      ['clamshell', 2],
      ['side-lying-hip-abduction', 0],
      ['single-leg-glute-bridge', 0],
      ['lateral-band-walk', 0],
      ['single-leg-box-squat', 0],
    ])
    expect(entries.some(({ type }) => type === 'cross-training')).toBe(false)
  })

  it('does nothing twice', async () => {
    const file = logFileBefore(THURSDAY)
    await doneOn(THURSDAY, '', file)
    const once = readFileSync(file, 'utf8')
    const again = await doneOn(THURSDAY, '', file)
    expect(again.stdout).toContain('nothing to change')
    expect(readFileSync(file, 'utf8')).toBe(once)
  })

  it('answers what is open of a run that is there, and changes nothing that was said', async () => {
    const file = logFileBefore(THURSDAY)
    await itb(`log run 3.2km 19:00 --pain 1 --limp --log ${file} --today ${THURSDAY}`)
    await doneOn(THURSDAY, '', file)
    const runs = entriesOn(file, THURSDAY).filter(({ type }) => type === 'run')
    expect(runs).toHaveLength(1)
    expect(runs[0]).toMatchObject({ pain: { during: 1 }, limp: true, swelling: false, analgesic: false })
  })

  it('fills a stretch of days, the later ones by what the earlier ones brought', async () => {
    const file = logFileBefore('2026-11-16')
    const { code } = await doneOn('2026-11-22', '2026-11-16..yesterday', file)
    expect(code).toBe(0)
    const { entries } = logIn(file)
    const since = entries.filter(({ date }) => date >= '2026-11-16')
    expect(since.filter(({ type }) => type === 'day')).toHaveLength(6)
    expect(since.filter(({ type }) => type === 'run').map(({ date }) => date)).toEqual([
      '2026-11-17',
      '2026-11-19',
      '2026-11-21',
    ])
  })

  it('has a score that is given win over what stands, and changes nothing else', async () => {
    const file = logFileBefore(THURSDAY)
    await doneOn(THURSDAY, '', file)
    await doneOn('2026-11-20', 'yesterday --pain 2', file)
    const runs = entriesOn(file, THURSDAY).filter(({ type }) => type === 'run')
    expect(runs).toMatchObject([{ attested: true, limp: false, pain: { during: 2 } }])
  })

  it('takes a measurement of a run that was written as planned, which then attests nothing', async () => {
    const file = logFileBefore(THURSDAY)
    await doneOn(THURSDAY, '', file)
    await doneOn(THURSDAY, '3.1km 19:30', file)
    const runs = entriesOn(file, THURSDAY).filter(({ type }) => type === 'run')
    expect(runs).toMatchObject([{ distanceMeters: 3100, durationSeconds: 1170 }])
    expect(runs[0]).not.toHaveProperty('attested')
    expect(await doneOn(THURSDAY, '3.0km 19:00', file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is measured already'),
    })
  })

  it('notes an exercise that hurt in a session that is there', async () => {
    const file = logFileBefore(WEDNESDAY)
    await doneOn(WEDNESDAY, '', file)
    await doneOn(WEDNESDAY, '--but clamshell=2', file)
    const strength = entriesOn(file, WEDNESDAY).find(({ type }) => type === 'strength')
    const exercises = strength?.type === 'strength' ? strength.exercises : []
    expect(exercises.filter(({ pain }) => pain !== 0)).toMatchObject([{ id: 'clamshell', pain: 2 }])
    expect((await doneOn(WEDNESDAY, '--but clamshell', file)).stderr).toContain('--skip clamshell')
  })

  it.each([
    ['--pain 4', /Wed 18 Nov has no run, planned or logged, that takes this 4[\s\S]*itb log day --daily 4/],
    ['5.2km 31:10', /that takes this distance and time[\s\S]*itb log run/],
  ])('loses nothing on a day without a run: %s', async (words, told) => {
    const file = logFileBefore(WEDNESDAY)
    const before = readFileSync(file, 'utf8')
    expect(await doneOn(WEDNESDAY, words, file)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(told),
    })
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('says that days told too late open no gate', async () => {
    const late = await doneOn('2026-11-22', 'thu', logFileBefore(THURSDAY))
    expect(late.stderr).toContain('2026-11-19: told more than 2 days later, which opens no gate')
    const soon = await doneOn('2026-11-21', 'thu', logFileBefore(THURSDAY))
    expect(soon.stderr).toBe('')
  })

  it('takes one session alone, and then says nothing of the rest of the day', async () => {
    const file = logFileBefore(WEDNESDAY, withoutMorning)
    await doneOn(WEDNESDAY, 'strength', file)
    expect(entriesOn(file, WEDNESDAY).map(({ type }) => type)).toEqual(['strength'])
    expect(entriesOn(file, '2026-11-17').some((entry) => 'was' in entry)).toBe(false)
    await doneOn(THURSDAY, 'run 3.1km 19:30', file)
    expect(entriesOn(file, THURSDAY)).toMatchObject([{ type: 'run', distanceMeters: 3100 }])
  })

  it.each([
    [WEDNESDAY, 'run', /Wed 18 Nov has no run, planned or logged\n/],
    [THURSDAY, 'strength', /Thu 19 Nov has no strength session/],
    [THURSDAY, 'run --but run', /run is named, and left out/],
    [THURSDAY, 'strength 5km 31:10', /the run was left out/],
    [THURSDAY, 'run hurt', /"hurt" is no day, and no distance/],
  ])('on %s refuses %s', async (day, words, told) => {
    const file = logFileBefore(day)
    const before = readFileSync(file, 'utf8')
    expect(await doneOn(day, words, file)).toMatchObject({ code: 2, stderr: expect.stringMatching(told) })
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('writes nothing on a dry run', async () => {
    const file = logFileBefore(THURSDAY)
    const before = readFileSync(file, 'utf8')
    const { stdout } = await doneOn(THURSDAY, '--dry-run', file)
    expect(stdout).toContain('would add')
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it.each([
    ['tomorow', /no day, and no distance/],
    ['2026-12-01', /has not come yet/],
    ['2026-11-19..2026-11-17', /holds no day/],
    ['--pain 11', /--pain is "11"/],
    ['--but squat', /no exercise or session "squat"/],
    ['--but run=3', /a session is done or not/],
    ['2026-11-17..yesterday 5km 30:00', /belong to one day/],
    ['5km', /no day, and no distance/],
    ['--but run --pain 3', /the run was left out/],
    ['--but strength --but clamshell=2', /strength was left out/],
    ['--but clamshell=2', /no strength session of Thu 19 Nov has clamshell/],
    ['3.3km 3:00', /is a pace of/],
  ])('says what is wrong with: %s', async (words, message) => {
    const file = logFileBefore(THURSDAY)
    const before = readFileSync(file, 'utf8')
    const { code, stderr } = await doneOn(THURSDAY, words, file)
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})
