import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf, type CalendarDate } from '../../src/base/calendar.ts'
import { ReviewSchema } from '../../src/cli/documents/review-schema.ts'
import { entriesOn, logFileBefore } from '../support/log-on.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const json = async (line: string) => JSON.parse((await itb(line)).stdout)
const on = (count: number): string => dateOf(addDays(dayOf('2026-03-08' as CalendarDate), count))
const run = (date: string, more: object = {}) => ({
  type: 'run',
  date,
  distanceMeters: 10_000,
  durationSeconds: 3600,
  pain: { during: 0, nextMorning: 0 },
  ...more,
})
const FLARE = run('2026-03-08', { pain: { during: 7, nextMorning: 3, trend: 'worsened', lastingHours: 30 } })
const words = (text: string): string => text.replace(/\s+/g, ' ')

describe('itb review', () => {
  it('tells what was planned and done, and what of the week is not known', async () => {
    const { code, stdout, stderr } = await itb('review --demo')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Week of Mon 9 Mar - Sun 15 Mar 2026\nRunning {4}4 of 4 planned runs: /)
    expect(stdout).toContain('Knee       0 of 4 scored runs hurt\n')
    expect(stdout).toContain('Confidence not logged')
    expect(stdout).toContain('Mon 9 Mar: the first run since the flare\n')
    expect(words(stdout)).toContain('Take it: itb log baseline')
  })

  it('tells a small win in its own week and never again', async () => {
    const { week } = await json('review 2026-03-17 --demo --json')
    expect(week.isOver).toBe(false)
    expect(week.wins.map(({ id }: { id: string }) => id)).not.toContain('first-run')
  })

  it('is one document for a script', async () => {
    expect(ReviewSchema.safeParse(await json('review --demo --json')).error).toBeUndefined()
    const file = fileWith(sampleLog({ entries: [FLARE] }))
    expect(ReviewSchema.safeParse(await json(`review --json --log ${file}`)).error).toBeUndefined()
  })

  it('takes a remark written early in the week for the week before, and shows it', async () => {
    const entries = [
      run('2026-03-12'),
      { type: 'review', date: '2026-03-16', felt: 'calm', adjust: 'nothing' },
    ]
    const { stdout } = await itb(`review --log ${fileWith(sampleLog({ entries }))}`)
    expect(stdout).toContain('- Mon 16 Mar: felt: calm; adjust: nothing\n')
  })

  it('counts what was never scored as not known and never as good', async () => {
    const entries = [run('2026-03-12', { pain: undefined })]
    const { stdout } = await itb(`review --log ${fileWith(sampleLog({ entries }))}`)
    expect(stdout).toContain('not known: no run was scored; 1 run not wholly scored')
    expect(stdout).toContain('Days       not known: no day was scored')
    expect(stdout).not.toContain('Small wins')
  })

  it('says that there is nothing before the log begins', async () => {
    const { stdout } = await itb(`review 2026-01-05 --log ${fileWith(sampleLog({ entries: [FLARE] }))}`)
    expect(stdout).toMatch(/^Nothing was logged up to the end of that week\.\n/)
  })

  it('does not look ahead, and names the ways to ask', async () => {
    expect((await itb('review 2026-03-20 --demo')).stderr).toContain('2026-03-20 lies ahead')
    expect((await itb('review flair --demo')).stderr).toContain('"flair" is neither a day nor "flare"')
  })
})

describe('itb review flare', () => {
  it('says that it describes, what it does not know, and how the baseline is taken', async () => {
    const { code, stdout } = await itb('review flare --demo')
    expect(code).toBe(0)
    expect(words(stdout)).toContain('It shows what changed, and not what caused the flare.')
    expect(words(stdout)).toContain('Too little is logged to name one thing.')
    expect(stdout).toContain('too little logged (2 and 4 weeks)')
    expect(stdout).toContain('\n  itb log baseline\n')
  })

  it('names the one thing that rose, and follows it', async () => {
    const before = Array.from({ length: 16 }, (_, week) =>
      [-2, -4].map((day) =>
        run(on(-7 * week + day), week < 4 ? { distanceMeters: 15_000, durationSeconds: 5400 } : {}),
      ),
    ).flat()
    const easy = { intensity: 'easy', terrain: 'flat', ascentMeters: 0 }
    const entries = [...before, FLARE].map((each) => ({ ...each, ...easy }))
    const file = fileWith(sampleLog({ entries: entries.sort((a, b) => (a.date < b.date ? -1 : 1)) }))
    const { stdout } = await itb(`review flare --log ${file}`)
    expect(words(stdout)).toContain('Change volume first: it rose')
    expect(words(stdout)).toContain('What changed most: longest vs 30 d before')
  })

  it('says so where there was no flare', async () => {
    const { stdout } = await itb(
      `review flare --log ${fileWith(sampleLog({ entries: [run('2026-03-12')] }))}`,
    )
    expect(stdout).toBe('There was no flare up to today, as far as the log says.\n')
  })
})

describe('itb log baseline', () => {
  const today = '2026-11-20'

  it('keeps what makes the knee worse and how it tracks, and the review shows it', async () => {
    const file = logFileBefore(today)
    const line = `log baseline --aggravated-by stairs,hills --knee-tracking pelvis-drops --log ${file}`
    const { code, stdout } = await itb(line, { today })
    expect(code).toBe(0)
    expect(stdout).toContain('worse with hills, stairs, the pelvis drops')
    expect(entriesOn(file, today)).toMatchObject([
      { type: 'baseline', aggravatedBy: ['hills', 'stairs'], kneeTracking: 'pelvis-drops' },
    ])
    const review = await itb(`review flare --log ${file}`, { today })
    expect(review.stdout).toContain('- Fri 20 Nov: worse with hills, stairs, the pelvis drops\n')
  })

  it('changes no plan', async () => {
    const file = logFileBefore(today)
    const plan = async () => JSON.parse((await itb(`plan --json --log ${file}`, { today })).stdout)
    const before = await plan()
    await itb(`log baseline --aggravated-by none --log ${file} --date 2026-10-02`, { today })
    expect(await plan()).toEqual(before)
  })

  it('may be all that a log holds', async () => {
    const only = { id: 'aaaaaa', type: 'baseline', date: '2026-03-16', aggravatedBy: ['stairs'] }
    const file = fileWith(sampleLog({ entries: [only] }))
    for (const command of ['today', 'plan', 'status', 'review', 'owed', 'list --type baseline']) {
      const { code, stderr } = await itb(`${command} --log ${file}`)
      expect([command, code, stderr]).toEqual([command, 0, ''])
    }
  })

  it('is taken from other programs, and refused where a word is none it knows', async () => {
    const file = fileWith(sampleLog())
    const line = (by: string) => JSON.stringify({ type: 'baseline', date: '2026-03-16', aggravatedBy: [by] })
    expect(await itb(`add --log ${file}`, { stdin: line('grass') })).toMatchObject({ code: 0 })
    expect(await itb(`add --log ${file}`, { stdin: line('moon') })).toMatchObject({ code: 2 })
    expect(await itb(`check --log ${file}`)).toMatchObject({ code: 0 })
  })

  it('asks two questions on a terminal and leaves open what is not said', async () => {
    const file = logFileBefore(today)
    const world = { today, terminal: { columns: 80 } }
    const { asked } = await itb(`log baseline --log ${file}`, { ...world, keys: [undefined, 'k'] })
    expect(asked).toHaveLength(2)
    expect(entriesOn(file, today)).toMatchObject([{ type: 'baseline', kneeTracking: 'knee-falls-in' }])
    expect(entriesOn(file, today)[0]).not.toHaveProperty('aggravatedBy')
    const silent = await itb(`log baseline --log ${file}`, { ...world, keys: [undefined, undefined] })
    expect(silent.stderr).toContain('nothing was written')
  })

  it('names what it knows where a word is none of it', async () => {
    const { code, stderr } = await itb(`log baseline --aggravated-by stair --log ${logFileBefore(today)}`, {
      today,
    })
    expect(code).toBe(2)
    expect(stderr).toContain('--aggravated-by cannot be "stair"')
    expect(stderr).toContain('Did you mean "stairs"?')
  })

  it('can be taken at init, by flags alone', async () => {
    const flags =
      '--site outer-knee --pain-since 3w --pain 5 --no-red-flags --in-scope --units km --baseline 40km'
    const line = `init --dry-run --json ${flags} --onset 3km --aggravated-by camber,downhill --knee-tracking straight`
    const { stdout } = await itb(line)
    expect(stdout).toContain('"baseline"')
    const contrary = await itb('init --site none --no-red-flags --in-scope --aggravated-by hills --no-input')
    expect(contrary.stderr).toContain('--aggravated-by tells of a pain')
  })
})
