import { describe, expect, it } from 'vitest'
import { TodaySchema } from '../../src/cli/documents/day-schema.ts'
import { guideFor } from '../../src/cli/documents/today.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { REHAB } from '../support/programme.ts'
import { sampleLog } from '../support/sample-log.ts'
import { runDay } from '../support/sample-look.ts'

const RUNNER = {
  protocol: 'itbs-rehab',
  units: 'km',
  weekStart: 'monday',
  baselineWeeklyDistanceMeters: 40_000,
} as const

const TUESDAY = { today: '2026-03-17' }
const WEDNESDAY = { today: '2026-03-18' }
const json = async (line: string, world = {}) => JSON.parse((await itb(line, world)).stdout)

describe('itb today', () => {
  it('tells all that a run needs: what comes before it, its frame, where its scores lead, when to stop', async () => {
    const { code, stdout, stderr } = await itb('today --demo', TUESDAY)
    expect([code, stderr]).toEqual([0, ''])
    const marks = [
      'On today: run 20 min',
      '[ ] Rolling and stretching',
      '[ ] Before the run',
      'Hip circles',
      'then one easy set',
      '[ ] Run 20 min',
      'walk 5 min',
      '2 x: run 10 min, walk 1 min',
      'total 27 min',
      'How to warm up for the run',
      'Ice, after activity',
      'What the scores of the next run lead to',
      '- 0: ',
      'When to stop',
      'No medical advice',
    ]
    expect(marks.map((mark) => stdout.indexOf(mark))).toEqual(
      marks.map((mark) => stdout.indexOf(mark)).toSorted((a, b) => a - b),
    )
    expect(marks.filter((mark) => !stdout.includes(mark))).toEqual([])
  })

  it('tells how each strength exercise is done, the doses first', async () => {
    const { stdout } = await itb('today --demo', WEDNESDAY)
    const [doses = '', how = ''] = stdout.split('How the exercises are done')
    expect(doses).toMatch(/Clamshell 3 x 15-20 a side/)
    for (const said of [
      'Held for 2 s, 3 s on the way back',
      'the weaker side first',
      'Usual mistake: ',
      'Level ',
    ])
      expect(how).toContain(said)
  })

  it('says what to do without equipment the runner has not named', async () => {
    const { stdout } = await itb('today --demo', WEDNESDAY)
    expect(stdout).toContain('No ankle weight?')
    expect(stdout).not.toContain('No box?')
  })

  it('tells a script by its exit code whether a run is on', async () => {
    const on = await itb('today --demo --check', TUESDAY)
    expect([on.code, on.stdout]).toEqual([0, 'On today: run 20 min (3.3 km), 27 min in all.\n'])
    const off = await itb('today --demo --check', WEDNESDAY)
    expect([off.code, off.stdout.split(':')[0]]).toEqual([1, 'No run today'])
  })

  it.each(['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-21', '2026-03-22'])(
    'is one document for a script on %s',
    async (today) => {
      const document = await json('today --demo --json', { today })
      expect(TodaySchema.safeParse(document).error).toBeUndefined()
      expect(document.date).toBe(today)
    },
  )

  it('takes what is done beside running from the cycle once everything is as before', () => {
    const guide = guideFor({ ...runDay, week: { ...runDay.week, phase: 'maintain' } }, REHAB, RUNNER)
    const rolls = guide.how.find(({ kind }) => kind === 'roll')
    expect(rolls?.says).toEqual(expect.arrayContaining([...REHAB.cycle.tracks.rolling.rules]))
  })

  it('gives a break its ice and its days without a run', async () => {
    const run = {
      type: 'run',
      date: '2026-03-17',
      distanceMeters: 5000,
      durationSeconds: 1800,
      pain: { during: 7, onsetMeters: 900, trend: 'worsened' },
    }
    const file = fileWith(sampleLog({ entries: [run] }))
    const { code, stdout } = await itb(`today --log ${file}`, WEDNESDAY)
    expect(code).toBe(0)
    expect(stdout).toMatch(/First run not before \w+ \d+ \w+, and only through the gate/)
    expect(stdout).not.toMatch(/No run (until|is planned)/)
    expect(stdout).toMatch(/Ice, until \w+ \d+ Mar, and after activity/)
    expect(stdout).not.toContain('When to stop')
    expect(TodaySchema.parse(await json(`today --json --log ${file}`, WEDNESDAY)).ice?.until).not.toBeNull()
  })

  it('begins again after a clearance, and sends nobody to a clinician any more', async () => {
    const sign = { type: 'day', date: '2026-03-16', redFlags: ['giving-way'] }
    const cleared = { type: 'clearance', date: '2026-03-18', by: 'physiotherapist' }
    const before = await itb(`today --log ${fileWith(sampleLog({ entries: [sign] }))}`, WEDNESDAY)
    expect(before.stdout).toContain('REFERRAL')
    expect(before.stdout).not.toMatch(/No run until|is planned in this week/)
    const after = await itb(`today --log ${fileWith(sampleLog({ entries: [sign, cleared] }))}`, WEDNESDAY)
    expect(after.stdout).toContain('Wed 18 Mar 2026: Cleared by a clinician')
    expect(after.stdout).not.toMatch(/REFERRAL|until a clinician clears you/)
  })
})
