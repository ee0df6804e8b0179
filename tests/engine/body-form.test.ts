import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, type Day, dayOf } from '../../src/base/calendar.ts'
import { demoLog } from '../../src/cli/demo.ts'
import { cadenceFor, cadenceText } from '../../src/engine/cadence.ts'
import type { CueNow } from '../../src/engine/cue-now.ts'
import { keepDiary } from '../../src/engine/diary.ts'
import { cueFor, formAfter } from '../../src/engine/form-cue.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import { newState, type State } from '../../src/engine/state.ts'
import type { WeekPlan } from '../../src/engine/week-plan.ts'
import type { Entry } from '../../src/log/schema.ts'
import { CYCLE, REHAB } from '../support/programme.ts'

const date = (text: string) => text as CalendarDate
const DEMO = demoLog(REHAB, date('2026-11-22'))
const MONDAY = dayOf(date('2026-03-02'))
const { form } = REHAB.rehab.tracks
const enabled = form.cues.filter((cue) => cue.enabled).map(({ id }) => id)
const weeksOn = (weeks: number): Day => addDays(MONDAY, 7 * weeks)

/** A week of the build, as far as a cue asks for it. */
const planOf = (start: Day, more: Partial<WeekPlan> = {}): WeekPlan =>
  ({ start, phase: 'build', hasHills: false, hasIntensity: false, wasHeld: false, ...more }) as WeekPlan

/** The cue of each of some weeks in turn. */
function cuesIn(weeks: readonly Partial<WeekPlan>[]): (CueNow | undefined)[] {
  let state: State = newState(MONDAY, 'build')
  return weeks.map((week, index) => {
    const plan = planOf(weeksOn(index), week)
    const cue = cueFor(REHAB, state, plan)
    const last = { hadHills: plan.hasHills, hadIntensity: plan.hasIntensity } as State['weeks'][number]
    state = { ...state, weeks: [last], form: formAfter(REHAB, state, plan) }
    return cue
  })
}
const idsIn = (weeks: readonly Partial<WeekPlan>[]) => cuesIn(weeks).map((cue) => cue?.id)
const [first, second, third] = enabled

describe('a cue of running form', () => {
  it('is kept for two weeks and then makes room for the next', () => {
    expect(idsIn([{}, {}, {}, {}, {}])).toEqual([first, first, second, second, third])
    expect(cuesIn([{}, {}, {}])[2]?.since).toBe(weeksOn(2))
  })

  it('goes round once all of them had their weeks', () => {
    const ids = idsIn(Array.from({ length: 2 * enabled.length + 1 }, () => ({})))
    expect(new Set(ids)).toEqual(new Set(enabled))
    expect(ids.at(-1)).toBe(first)
  })

  it('does not change in the week in which hills or faster running come in', () => {
    expect(idsIn([{}, {}, { hasHills: true }, { hasHills: true }])).toEqual([first, first, first, second])
    expect(idsIn([{}, {}, { hasIntensity: true }, {}])).toEqual([first, first, first, second])
  })

  it('waits in a week that is held, three weeks at the most', () => {
    const held = { wasHeld: true }
    expect(idsIn([{}, {}, held, held])).toEqual([first, first, first, second])
  })

  it('rests while there is no return to run by, and begins its weeks anew', () => {
    const off = { phase: 'acute-break' } as const
    const cues = cuesIn([{}, {}, off, off, {}, {}, {}])
    expect(cues.map((cue) => cue?.id)).toEqual([first, first, undefined, undefined, first, first, second])
    expect(cues[4]?.since).toBe(weeksOn(4))
  })

  it('is never one of the doubtful ones', () => {
    const doubtful = form.cues.filter((cue) => cue.doubtful !== undefined)
    expect(doubtful.map(({ id, enabled: on }) => [id, on])).toEqual([
      ['trunk-lean', false],
      ['midfoot', false],
    ])
  })

  it('is told with a run: what to do, since when, and when another may come', () => {
    const [plan] = makePlans(DEMO, REHAB, date('2026-11-16'), date('2026-11-16'), 1)
    const run = plan?.sessions.find(({ type }) => type === 'run')
    expect(run?.cues).toEqual([
      form.cues[0]?.say,
      expect.stringContaining('174 steps a minute (metronome at 174 beats), up from your own 166'),
      expect.stringContaining('170 to 180'),
      'This one cue since Mon 9 Nov; another from Mon 23 Nov on.',
    ])
  })
})

describe('the cadence', () => {
  const run = (day: Day, cadenceSpm: number): Entry => ({
    type: 'run',
    date: new Date(day * 86_400_000).toISOString().slice(0, 10) as CalendarDate,
    distanceMeters: 5000,
    durationSeconds: 1800,
    cadenceSpm,
  })
  const told = (own: number | undefined, ...entries: Entry[]) => {
    const { runner } = DEMO
    const diary = keepDiary({ format: 'itb-log', version: 1, runner, entries })
    return cadenceFor({ form, diary, told: own, since: MONDAY, asOf: addDays(MONDAY, 13) })
  }

  it("rises by five percent of the runner's own, and its limit by no more than ten", () => {
    for (let own = 130; own <= 210; own++) {
      const found = told(own)
      expect(found?.target).toBeLessThanOrEqual(own * 1.05)
      expect(found?.most).toBeLessThanOrEqual(own * 1.1)
    }
  })

  it('is that of the runs before the cue came in where the runner does not know', () => {
    const before = [160, 164, 162].map((spm, index) => run(addDays(MONDAY, -3 - index), spm))
    const since = [168, 171].map((spm, index) => run(addDays(MONDAY, 1 + index), spm))
    expect(told(undefined, ...before, ...since)).toEqual({
      ...{ own: 162, target: 170, most: 178, recent: [168, 171] },
    })
    expect(told(undefined, run(addDays(MONDAY, -40), 160))).toBeUndefined()
  })

  it('says whether the last runs follow', () => {
    const after = (spm: number) => cadenceText(form, told(160, run(addDays(MONDAY, 1), spm))).at(-1)
    expect([159, 163, 168, 177].map((spm) => after(spm)?.split(', ').at(-1))).toEqual([
      'not quicker yet.',
      'on the way.',
      'there.',
      'ease off.',
    ])
  })

  it('names the usual 170 to 180 only as far as it lies within the limit', () => {
    const text = (own: number) => cadenceText(form, told(own)).join(' ')
    expect(text(150)).not.toContain('170')
    expect(text(158)).toContain('The usual 170 to 180 is a convention; up to 173 is open to you.')
    expect(text(176)).not.toContain('convention')
  })

  it('asks for a count where nothing is known', () => {
    expect(cadenceText(form, told(undefined))).toEqual([expect.stringContaining('itb set cadence 164')])
  })
})

describe('a week that mild pain holds', () => {
  const since = date('2026-10-05')
  const mild = { before: 0, during: 2, after: 0, nextMorning: 0, trend: 'eased', lastingHours: 1 } as const
  const weekAfter = (during: 0 | 2) => {
    const pain = { ...mild, during, onsetMeters: 5000 }
    const weeks = DEMO.entries.filter(({ date: day }) => day < '2026-10-12')
    const entries = weeks.map((entry) =>
      entry.type === 'run' && entry.date >= since ? { ...entry, pain } : entry,
    )
    return makePlans({ ...DEMO, entries }, CYCLE, date('2026-10-12'), date('2026-10-12'), 1)[0]
  }

  it('swaps a hard run for a steady one and hills for the flat, in everyday training', () => {
    const swap = 'this week a hard run becomes a steady one at an easy tempo, and hills become flat'
    const runsAfter = (during: 0 | 2) =>
      weekAfter(during)?.sessions.filter(({ type }) => type === 'run') ?? []
    expect(runsAfter(2).length).toBeGreaterThan(0)
    for (const { cues } of runsAfter(2)) expect(cues[0]).toBe(swap)
    for (const { cues } of runsAfter(0)) expect(cues).not.toContain(swap)
  })
})

describe('the long cycle', () => {
  it('has a steady day a week, which alone carries the cue', () => {
    const weeks = DEMO.entries.filter(({ date: day }) => day < '2026-10-18')
    const [plan] = makePlans({ ...DEMO, entries: weeks }, CYCLE, date('2026-10-12'), date('2026-10-12'), 1)
    const runs = plan?.sessions.filter(({ type }) => type === 'run') ?? []
    expect(plan?.phase).toBe('maintain')
    expect(runs.filter(({ intensity }) => intensity === 'steady')).toHaveLength(1)
    for (const each of runs) expect(each.cues.length > 0).toBe(each.intensity === 'steady')
    expect(plan?.sessions.filter(({ type }) => type === 'strength').length).toBeGreaterThanOrEqual(2)
  })
})
