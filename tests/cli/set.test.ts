import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileWith, itb } from '../support/fake-host.ts'
import { logIn } from '../support/log-on.ts'
import { sampleLog } from '../support/sample-log.ts'

const WED = '2026-03-18'
const settingsIn = (file: string) => logIn(file).entries.filter(({ type }) => type === 'settings')

describe('itb set', () => {
  it('changes what is said of the runner from today on', async () => {
    const file = fileWith(sampleLog())
    const { code, stdout, stderr } = await itb(`set days sat,mon goal 45km --log ${file}`)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^added \w{6} +settings Wed 18 Mar goal 45\.0 km, days mon,sat\n/)
    expect(settingsIn(file)).toMatchObject([
      { date: WED, goalWeeklyDistanceMeters: 45_000, availableDays: ['monday', 'saturday'] },
    ])
  })

  it('shows all of it, with the day from which a change holds', async () => {
    const file = fileWith(sampleLog({ entries: [{ type: 'settings', date: WED, cadenceSpm: 170 }] }))
    const { stdout } = await itb(`set --log ${file}`)
    expect(stdout.split('\n').slice(0, 9)).toEqual([
      'protocol      itbs-rehab',
      'units         km',
      'baseline      40.0 km',
      'longest       not known',
      'goal          not known',
      'pace          6:00/km',
      'days          not known',
      'strengthdays  not known',
      'cadence       170 steps a minute, since Wed 18 Mar 2026',
    ])
  })

  it('shows it to a script', async () => {
    const { format, version, settings } = JSON.parse(
      (await itb(`set --json --log ${fileWith(sampleLog())}`)).stdout,
    )
    expect([format, version, settings.length]).toEqual(['itb-settings', 1, 16])
    expect(settings[2]).toEqual({
      key: 'baseline',
      field: 'baselineWeeklyDistanceMeters',
      value: 40_000,
      since: null,
    })
  })

  it.each([
    ['days tue-thu', { availableDays: ['tuesday', 'wednesday', 'thursday'] }],
    ['days sun-mon', { availableDays: ['monday', 'sunday'] }],
    ['availableDays all', { availableDays: expect.objectContaining({ length: 7 }) }],
    ['strengthdays tue,thu,sun', { strengthDays: ['tuesday', 'thursday', 'sunday'] }],
    ['units mi goal 30', { units: 'mi', goalWeeklyDistanceMeters: 48_281 }],
    ['goal 30 units mi', { units: 'mi', goalWeeklyDistanceMeters: 48_281 }],
    ['longest 14km', { baselineLongestMeters: 14_000 }],
    ['baseline 10km longest 9', { baselineWeeklyDistanceMeters: 10_000, baselineLongestMeters: 9000 }],
    ['pace 9:40/mi', { easyPaceSecondsPerKm: 360.4 }],
    ['equipment box,band', { equipment: ['band', 'box'] }],
    ['equipment none', { equipment: [] }],
    ['extras front-plank,foot-posture', { extras: ['front-plank', 'foot-posture'] }],
    ['extras none', { extras: [] }],
    ['time-zone Europe/Berlin', { timeZone: 'Europe/Berlin' }],
    ['week-start sunday side both cadence 164', { weekStart: 'sunday', side: 'both', cadenceSpm: 164 }],
    ['protocol itbs-cycle', { protocol: 'itbs-cycle' }],
  ])('understands %s', async (words, said) => {
    const file = fileWith(sampleLog())
    expect(await itb(`set ${words} --log ${file}`)).toMatchObject({ code: 0 })
    expect(settingsIn(file)).toMatchObject([said])
  })

  it('tells of everything that it does not understand, and writes nothing', async () => {
    const file = fileWith(sampleLog())
    const { code, stderr } = await itb(`set gaol 45km pace 1:00 days mon-tomorrow side --log ${file}`)
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /no setting\n {2}Did you mean "goal"[\s\S]+pace cannot be[\s\S]+days cannot be[\s\S]+nothing is said for side/,
    )
    expect(readFileSync(file, 'utf8')).toBe(sampleLog())
  })

  it('refuses a protocol that is not there', async () => {
    const { code, stderr } = await itb(`set protocol itbs-rehad --log ${fileWith(sampleLog())}`)
    expect(code).toBe(2)
    expect(stderr).toContain('Did you mean "itbs-rehab"')
  })

  it('takes a goal back to the old week, which is what no goal means', async () => {
    const file = fileWith(sampleLog({ runner: { goalWeeklyDistanceMeters: 60_000 } }))
    await itb(`set goal none --log ${file}`)
    expect(settingsIn(file)).toMatchObject([{ goalWeeklyDistanceMeters: 40_000 }])
  })

  it('takes for an extra only what the protocol has as one', async () => {
    const { code, stderr } = await itb(`set extras front-planks --log ${fileWith(sampleLog())}`)
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /"front-planks" is no extra of the protocol\n {2}Did you mean "front-plank"\? Extras: single-leg-/,
    )
  })

  it('takes no longest run that is more than the usual week', async () => {
    const file = fileWith(sampleLog())
    const { code, stderr } = await itb(`set longest 41km --log ${file}`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('longest is 41.0 km, more than the whole')])
    expect(settingsIn(file)).toEqual([])
  })

  it('says of what cannot be taken back that it cannot', async () => {
    const { code, stderr } = await itb(`set cadence none --log ${fileWith(sampleLog())}`)
    expect(code).toBe(2)
    expect(stderr).toContain('cadence cannot be taken back')
  })

  it('keeps what is set on one day in one entry, and what was set on another beside it', async () => {
    const file = fileWith(sampleLog())
    await itb(`set cadence 164 goal 45km --log ${file}`)
    await itb(`set cadence 166 --log ${file}`)
    await itb(`set cadence 168 --log ${file}`, { today: '2026-03-19' })
    expect(settingsIn(file)).toMatchObject([
      { date: WED, cadenceSpm: 166, goalWeeklyDistanceMeters: 45_000 },
      { date: '2026-03-19', cadenceSpm: 168 },
    ])
    expect(settingsIn(file).some(({ was }) => was !== undefined)).toBe(false)
  })

  it('sets from another day on', async () => {
    const file = fileWith(sampleLog())
    await itb(`set days all --date mon --log ${file}`)
    expect(settingsIn(file)).toMatchObject([{ date: '2026-03-16', logged: WED }])
  })

  it('sets nothing from a day that is to come', async () => {
    const { code, stderr } = await itb(`set goal 45km --date 2026-03-25 --log ${fileWith(sampleLog())}`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('settings hold from the day they are said')])
    expect(stderr).toContain('Say it again on that day')
    expect(stderr).not.toContain('absence')
  })

  it('wants to hear twice of a week that hardly anybody runs', async () => {
    const file = fileWith(sampleLog())
    const line = `set goal 400km --log ${file}`
    expect(await itb(line)).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') })
    expect(await itb(line, { keys: [undefined] })).toMatchObject({ code: 2 })
    expect(settingsIn(file)).toEqual([])
    expect(await itb(line, { keys: ['y'] })).toMatchObject({ code: 0 })
    expect(await itb(`set baseline 250km --force --log ${file}`)).toMatchObject({ code: 0 })
  })

  it('says that a new baseline waits while a knee is on its way back', async () => {
    const flare = { type: 'flare', date: '2026-03-15', pain: { during: 4 } }
    const sore = await itb(`set baseline 50km --log ${fileWith(sampleLog({ entries: [flare] }))}`)
    const healthy = await itb(`set baseline 50km --log ${fileWith(sampleLog())}`)
    expect(sore.stderr).toContain('the baseline stays as it was for this way back')
    expect(healthy.stderr).toBe('')
  })

  it('writes nothing on a dry run', async () => {
    const file = fileWith(sampleLog())
    const { stdout } = await itb(`set cadence 164 --dry-run --log ${file}`)
    expect(stdout).toMatch(/^would add /)
    expect(readFileSync(file, 'utf8')).toBe(sampleLog())
  })
})
