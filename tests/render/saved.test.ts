import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/log/schema.ts'
import type { ChainDay } from '../../src/engine/status.ts'
import { chainText } from '../../src/render/chain.ts'
import { entryText } from '../../src/render/entry-text.ts'
import { leadTexts, outcomeText } from '../../src/render/outcome.ts'
import { pageOf } from '../../src/render/page.ts'
import { plainPaint } from '../../src/render/paint.ts'
import { renderSaved, type Saved } from '../../src/render/saved.ts'
import { renderToday, renderTodayCheck, todayText } from '../../src/render/today.ts'
import { painfulDay, restDay, runDay, stoppedDay } from '../support/sample-look.ts'
import { date, TITLES } from '../support/sample-sessions.ts'

const options = { columns: 100, paint: plainPaint, units: 'km', exercises: TITLES } as const
const page = pageOf(options)
const entry = {
  id: '7f3k2a',
  type: 'run',
  date: date('2026-03-18'),
  distanceMeters: 5200,
  durationSeconds: 1870,
  pain: { site: 'outer-knee', during: 0 },
} as const
const saved: Saved = {
  format: 'itb-saved',
  version: 1,
  file: 'log.json',
  revision: 4,
  dryRun: false,
  saved: [{ action: 'added', entry }],
  notSaid: [{ id: '7f3k2a', date: entry.date, scores: ['limp', 'swelling', 'analgesic'] }],
  reached: [],
  look: { ...runDay, grade: 'S0' },
}
const text = (parts: Partial<Saved> = {}): string => renderSaved({ ...saved, ...parts }, options)

describe('what a write did', () => {
  it('is said in a line an entry: what was taken as said, and what nobody said', () => {
    expect(text()).toBe(
      [
        'added 7f3k2a  run Wed 18 Mar 5.2 km 31:10, while running 0; not said: limp, swelling, painkiller',
        'saved to log.json, revision 4',
        'Next run Wed 25 Mar: Run 13 min (2.1 km). Next week, if all stays at 0: stage 2, 10.0 km.',
        '',
      ].join('\n'),
    )
  })

  it('is only what would have been in a dry run', () => {
    expect(text({ dryRun: true })).toMatch(/^would add 7f3k2a .+\nnothing was written to log\.json\n/)
  })

  it('says of an entry taken from the plan that nobody measured it', () => {
    const attested = { ...entry, attested: true }
    expect(text({ saved: [{ action: 'changed', entry: attested }] })).toContain(
      'changed 7f3k2a  run Wed 18 Mar 5.2 km 31:10 (as planned, not measured), while running 0',
    )
  })

  it('asks nothing of an entry that is gone', () => {
    expect(text({ saved: [{ action: 'removed', entry }] })).toMatch(/^removed .+ while running 0\n/)
  })

  it('says a milestone this once', () => {
    expect(text({ reached: [{ id: 'first-run', title: 'First run' }] })).toContain('\nReached: First run.\n')
  })

  it('says where nothing changed', () => {
    expect(text({ saved: [], notSaid: [] })).toMatch(/^nothing to change in log\.json\n/)
  })
})

describe('the answer for today', () => {
  it('comes at once after pain: stop, days without a run, the week after', () => {
    expect(text({ look: painfulDay, notSaid: [] }).split('\n').slice(2)).toEqual([
      'Moderate pain (a middling score, it grew while running): stop, and walk home if you are out.',
      'No run until after Wed 25 Mar. Next run Fri 27 Mar: Run 15 min (2.5 km). Next week: stage 1 again,',
      '7.5 km.',
      '',
    ])
  })

  it('is a stop after a red flag, with whom to see', () => {
    const lines = text({ look: stoppedDay })
    expect(lines).toContain('Stopped until a clinician clears you.')
    expect(lines).toContain('See a clinician now.')
    expect(lines).not.toContain('Next run')
    const early = { ...stoppedDay, week: { ...stoppedDay.week, referral: null } }
    expect(text({ look: early })).toContain('See a clinician now.')
  })
})

describe('the chain that opens running', () => {
  const day = (of: number, state: ChainDay['state'], until: number | null = null): ChainDay => ({
    date: date(`2026-03-${of}`),
    state,
    answerUntil: until === null ? null : date(`2026-03-${until}`),
  })
  const said = (have: number, ...days: readonly ChainDay[]): string =>
    chainText({ have, need: 7, days }, date('2026-03-19'))

  it('says which day is missing and until when it may be answered; today is not over and not missing', () => {
    const days = [14, 15, 16, 17].map((of) => day(of, 'free'))
    expect(said(0, ...days, day(18, 'missing', 20), day(19, 'missing', 21))).toBe(
      '0 of 7; Wednesday is missing and can be answered until tomorrow',
    )
  })

  it('counts only from the last day that nothing can mend', () => {
    expect(said(1, day(13, 'late'), day(16, 'missing'), day(17, 'pain'), day(18, 'free'))).toBe(
      '1 of 7; Tuesday was not free of pain',
    )
    expect(said(2, day(16, 'missing'), day(17, 'free'), day(18, 'free'))).toBe(
      '2 of 7; Monday is missing, too late to answer',
    )
    expect(said(1, day(17, 'late'), day(18, 'free'))).toBe('1 of 7; Tuesday was answered too late to count')
  })

  it('is only a count where it is whole', () =>
    expect(said(2, day(17, 'free'), day(18, 'free'))).toBe('2 of 7'))
})

describe('where scores lead', () => {
  it('is said of the week after, seen from this one', () => {
    expect(leadTexts(runDay.leads, runDay, page)).toEqual([
      '0: stage 2, 10.0 km next week',
      '1-2, gone in 2 h: 9.1 km again',
      '3-5, or worse while running: two days off, stage 1 again, 7.5 km',
      '6 or more, a limp: stop; no running next week; first run not before Mon 13 Apr',
    ])
  })

  it('holds at a distance that differs from what this week still has', () => {
    const hold = { verdict: 'hold', phase: 'return-1', distanceMeters: 9500 } as const
    expect(outcomeText(hold, runDay, page)).toBe('hold at 9.5 km')
  })

  it('goes down where less is run than this week was planned to be, whatever is left of it', () => {
    const hold = { verdict: 'hold', phase: 'return-1', distanceMeters: 8000 } as const
    expect(outcomeText(hold, runDay, page)).toBe('down to 8.0 km')
    const midWeek = {
      ...runDay,
      week: { ...runDay.week, running: { ...runDay.week.running, distanceMeters: 4000 } },
    }
    expect(outcomeText(hold, midWeek, page)).toBe('down to 8.0 km')
    expect(outcomeText({ ...hold, distanceMeters: 9100 }, midWeek, page)).toBe('9.1 km again')
  })

  it('goes back by name where the stage is another one, and ends where a clinician is needed', () => {
    const week = { ...runDay.week, phase: 'return-2' } as const
    const back = { verdict: 'step-back', phase: 'return-1', distanceMeters: 7500 } as const
    expect(outcomeText(back, { ...runDay, week }, page)).toBe('back to stage 1, 7.5 km')
    const cut = { verdict: 'reduce', phase: 'return-2', distanceMeters: 5000 } as const
    expect(outcomeText(cut, { ...runDay, week }, page)).toBe('stage 2, 5.0 km')
    const stop = { verdict: 'stop', phase: 'stop', distanceMeters: 0 } as const
    expect(outcomeText(stop, { ...runDay, week }, page)).toBe(
      'stop; no running until a clinician has cleared you',
    )
  })
})

describe('today in a sentence', () => {
  it('tells a run that is on from one that is done, and a day of rest', () => {
    expect(todayText(runDay, page)).toBe('On today: run 12 min (2.0 km), 23 min in all.')
    expect(renderTodayCheck(painfulDay, options)).toBe('Run 12 min (2.0 km): done for today.\n')
    expect(todayText(restDay, page)).toMatch(/^A day of rest: no run and no strength/)
    expect(todayText(stoppedDay, page)).toBe(
      'Nothing is planned until somebody has examined the leg: no running, no exercise, no rolling.',
    )
  })

  it('marks what is done, and no longer explains when to stop a run that is over', () => {
    const lines = renderToday(painfulDay, { how: [], ice: null }, options)
    expect(lines).toContain('[x] Run 12 min (2.0 km), easy, flat, done\n')
    expect(lines).not.toContain('When to stop')
  })
})

describe('an entry in words', () => {
  const said = (given: Entry): string => entryText(given, 'km', TITLES)
  const day = date('2026-03-18')

  it.each<[string, Entry]>([
    [
      'Clamshell (sets 2, pain 0)',
      { type: 'strength', date: day, exercises: [{ id: 'clamshell', sets: 2, pain: 0 }] },
    ],
    [
      'daily life 0, stairs 1, no swelling, sleep 7.5 h, no warning sign',
      {
        type: 'day',
        date: day,
        pain: { dailyActivities: 0, stairs: 1 },
        swelling: false,
        sleepHours: 7.5,
        redFlags: [],
      },
    ],
    ['warning sign: calf swelling', { type: 'day', date: day, redFlags: ['calf-swelling'] }],
    [
      'bike 40:00, pain 0',
      { type: 'cross-training', date: day, activity: 'bike', durationSeconds: 2400, pain: 0 },
    ],
    ['Pigeon stretch', { type: 'mobility', date: day, items: ['stretch-pigeon'] }],
    [
      'while running 6, began at 1.2 km',
      { type: 'flare', date: day, pain: { during: 6, onsetMeters: 1200 } },
    ],
    ['by physiotherapist', { type: 'clearance', date: day, by: 'physiotherapist' }],
    [
      'by doctor, at most 20 min a run, no hills, until Fri 1 May',
      {
        type: 'limit',
        date: day,
        by: 'doctor',
        maxRunSeconds: 1200,
        noHills: true,
        until: date('2026-05-01'),
      },
    ],
    [
      'illness, until Fri 20 Mar',
      { type: 'absence', date: day, reason: 'illness', until: date('2026-03-20') },
    ],
    ['units mi', { type: 'settings', date: day, units: 'mi' }],
    ['changed: flat route, felt: calm', { type: 'review', date: day, changed: 'flat route', felt: 'calm' }],
    ['referral-56', { type: 'acknowledgement', date: day, notice: 'referral-56' }],
  ])('%s', (words, given) => expect(said(given)).toBe(words))

  it('never prints a note', () => {
    expect(said({ type: 'note', date: day, note: 'a secret' })).toBe('')
    expect(said({ ...entry, note: 'a secret' })).not.toContain('secret')
  })
})
