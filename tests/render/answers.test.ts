import { describe, expect, it } from 'vitest'
import { reasonsText } from '../../src/base/pain-reasons.ts'
import { because } from '../../src/engine/because.ts'
import type { Plan } from '../../src/engine/plan.ts'
import { answerLines, painText } from '../../src/render/answer.ts'
import { renderBrief } from '../../src/render/brief.ts'
import { commandsFor } from '../../src/render/owed-commands.ts'
import { renderOwed } from '../../src/render/owed.ts'
import { pageOf } from '../../src/render/page.ts'
import { plainPaint } from '../../src/render/paint.ts'
import { renderSaved, type Saved } from '../../src/render/saved.ts'
import { sawText } from '../../src/render/saw.ts'
import { renderPlan } from '../../src/render/table.ts'
import { finding } from '../../src/rules/finding.ts'
import { gradeDay, gradeElsewhere, gradePlace, gradeRun, gradeTraining } from '../../src/rules/pain-grade.ts'
import { REHAB } from '../support/programme.ts'
import { owedCheckIn, painfulDay, restDay, runDay, stoppedDay } from '../support/sample-look.ts'
import { returnPlan } from '../support/sample-plans.ts'
import { date, TITLES } from '../support/sample-sessions.ts'

const options = { columns: 80, paint: plainPaint, units: 'km', exercises: TITLES } as const
const page = pageOf(options)
const RED_FLAG =
  'A red flag was logged. No running. Let a physician look at the knee soon; if you cannot put weight on ' +
  'the leg, the knee is hot with fever or the calf is swollen, today. Take along: itb why, the last weeks ' +
  'of itb plan, and the shoes you run in.'
const said = (look: typeof runDay): string => answerLines(look, page).join(' ').replace(/\s+/g, ' ')

describe('why it hurts, in plain words', () => {
  const standing = { phase: 'base' } as const
  const run = { kind: 'run', site: 'outer-knee', morningIsDue: true } as const
  const reasons = [
    gradeRun(
      REHAB.painGrade,
      { ...run, during: 7, nextMorning: 4, limp: true, swelling: true, onset: 100, lasting: 90_000 },
      standing,
    ),
    gradeRun(REHAB.painGrade, { ...run, during: 4, nextMorning: 2, analgesic: true }, standing),
    gradeRun(
      REHAB.painGrade,
      { ...run, during: 1, trend: 'worsened', lasting: 9000, nextMorning: 0 },
      standing,
    ),
    gradeElsewhere(
      REHAB.painGrade,
      { ...run, site: 'shin', during: 7, limp: true, swelling: true, trend: 'worsened' },
      standing,
    ),
    gradePlace(REHAB.painGrade, { site: 'hip', worst: 3, resting: 1 }, standing),
    gradeRun(REHAB.painGrade, { ...run, kind: 'flare' }, standing),
    gradeDay(
      REHAB.painGrade,
      {
        daily: 3,
        limp: true,
        swelling: true,
        redFlags: ['locking'],
        painfulDaysBefore: 2,
        secondSwelling: true,
      },
      standing,
    ),
    gradeTraining(REHAB.painGrade, 'strength', 7, standing),
    gradeTraining(REHAB.painGrade, 'cross-training', 4, standing),
  ].flatMap((graded) => graded.reasons)

  it.each([...new Set([...reasons, 'again'])])('has words for %s', (reason) => {
    expect(reasonsText([reason])).not.toBe('')
    expect(reasonsText([reason])).not.toBe(reason.replaceAll('-', ' '))
  })

  it('says only what weighs most', () => {
    expect(reasonsText(['severe-peak', 'moderate-peak', 'mild'])).toBe('a high score')
    expect(reasonsText(['daily-severe', 'daily-mild'])).toBe('in daily life')
  })

  it('is worded the same in what a rule says and in what it saw', () => {
    const found = finding('pain-response', 'break', {
      saw: { reasons: 'flare, severe-peak, mild', grade: 'S3' },
    })
    expect(because(REHAB, found, 'km')).toContain('(a high score)')
    expect(sawText(found.saw, 'km')).toBe('reasons a high score, grade S3')
  })

  it('sends nobody home who is not out: from an exercise or a check-in', () => {
    expect(painText({ grade: 'S2', reasons: ['strength-pain'] })).toBe(
      'Moderate pain (in a strength exercise).',
    )
    expect(painText({ grade: 'S3', reasons: ['daily-severe'] })).toBe('Severe pain (in daily life).')
    expect(painText({ grade: 'S2', reasons: ['worsened'] })).toContain('walk home if you are out')
  })
})

describe('what nobody said of a pain', () => {
  const entry = {
    id: '7f3k2a',
    type: 'run',
    date: painfulDay.date,
    distanceMeters: 2000,
    durationSeconds: 720,
    pain: { during: 4 },
  } as const
  const answer = (pain: object, reasons = ['moderate-peak', 'worsened', 'lasting']): string => {
    const saved: Saved = {
      format: 'itb-saved',
      version: 1,
      file: 'log.json',
      revision: 1,
      dryRun: false,
      saved: [{ action: 'added', entry: { ...entry, pain } }],
      notSaid: [],
      reached: [],
      look: { ...painfulDay, reasons },
    }
    return renderSaved(saved, options).replace(/\s+/g, ' ')
  }

  it('is called assumed, with the line that says it', () => {
    expect(answer({ during: 4 })).toContain(
      'How it went on and how long it lasted were not said, so the careful reading counts: ' +
        'itb score 7f3k2a --trend eased|steady|worsened --lasted TIME',
    )
    expect(answer({ during: 4, trend: 'worsened' })).toContain('How long it lasted was not said')
  })

  it('is not mentioned where all was said, or where it counts for nothing', () => {
    expect(answer({ during: 4, trend: 'worsened', lastingHours: 3 })).not.toContain('was not said')
    expect(answer({ during: 4 }, ['severe-peak'])).not.toContain('careful reading')
  })
})

describe('the way back in one sentence', () => {
  const first = {
    id: 'first-run',
    title: 'First run',
    earliest: date('2026-03-23'),
    reached: false,
    own: null,
  }

  it('is one date in a break, said once', () => {
    const look = { ...restDay, next: { ...restDay.next, milestones: [first] } }
    expect(said(look)).toBe('First run not before Mon 23 Mar, and only through the gate (itb status).')
    const brief = renderBrief({ ...look, week: { ...look.week, owed: [] } }, options)
    expect(brief).toContain('First run not before')
    expect(brief).not.toMatch(/next week|No run until|is planned/)
  })

  it('is no promise while the gate is still to be met', () => {
    const next: Plan = { ...returnPlan, provisional: true, criteria: restDay.week.criteria }
    const look = { ...restDay, next, noRunUntil: null, nextRun: runDay.nextRun }
    const text = said(look)
    expect(text).toMatch(
      /^Next run Wed 25 Mar at the earliest, if every criterion of itb status is met by then: /,
    )
    expect(said({ ...look, next: { ...next, provisional: false } })).toMatch(/^Next run Wed 25 Mar: /)
  })

  it('begins again once a clinician has cleared the knee', () => {
    const look = {
      ...stoppedDay,
      grade: 'U',
      reasons: [],
      isCleared: true,
      week: { ...stoppedDay.week, phase: 'rehab', referral: null },
      next: { ...restDay.next, milestones: [first], referral: null },
    } as const
    expect(said(look)).toBe(
      'Cleared by a clinician: strength from Mon 9 Mar, no run yet. ' +
        'First run not before Mon 23 Mar, and only through the gate (itb status).',
    )
    expect(renderBrief(look, options)).toContain('Cleared by a clinician, strength before running')
  })
})

describe('more than was planned', () => {
  const held = (last: Plan['running']['last'], keepShare = 1) => ({
    ...runDay,
    next: {
      ...runDay.next,
      verdict: 'hold' as const,
      running: { ...runDay.next.running, last },
      findings: runDay.next.findings.map((each) => ({
        ...each,
        verdict: 'hold' as const,
        saw: { keepShare },
      })),
    },
  })

  it('is said with its numbers where the rules hold the next week for it', () => {
    const text = said(held({ plannedMeters: 9100, actualMeters: 14400, actualSeconds: 5000 }))
    expect(text).toContain(
      'More than planned: this week comes to 14.4 of 9.1 km. It is never banked, and next week is held.',
    )
  })

  it('is not said of a week that stays within its plan', () => {
    expect(said(held({ plannedMeters: 9100, actualMeters: 9100, actualSeconds: 3300 }))).not.toContain(
      'More than',
    )
    expect(said(held({ plannedMeters: 9100, actualMeters: 14400, actualSeconds: 5000 }, 0.5))).not.toContain(
      'More than',
    )
  })
})

describe('the short page after a red flag', () => {
  const referral = {
    notice: 'red-flag',
    urgency: 'now',
    text: RED_FLAG,
    acknowledged: false,
    also: [],
    waits: false,
  } as const
  const look = { ...stoppedDay, week: { ...stoppedDay.week, referral } }

  it('says in two lines whom to see, and when it must be today', () => {
    const lines = renderBrief(look, options).split('\n')
    const at = lines.findIndex((line) => line.startsWith('No running. Let a physician'))
    expect(lines.slice(at, at + 2).join(' ')).toMatch(/ today\.$/)
    expect(lines.join(' ')).not.toContain('Take along')
  })

  it('reads the notice of next week as well', () => {
    const early = { ...look, week: { ...look.week, referral: null }, next: { ...look.next, referral } }
    expect(renderBrief(early, options)).toContain('Let a physician')
  })
})

describe('a plan from the middle of the week before', () => {
  const running = {
    ...returnPlan.running,
    last: { plannedMeters: 9100, actualMeters: 9100, actualSeconds: 3300 },
  }
  const head = (asOf: string): string =>
    renderPlan({ ...returnPlan, running, asOf: date(asOf) }, options).split('\n')[2] ?? ''

  it('calls that week by its name of today, and says that it is not over', () => {
    expect(head('2026-03-18')).toBe(
      'This week  9.1 km if it goes as planned, 9.1 km planned; next week the same',
    )
    expect(head('2026-03-11')).toMatch(/^Before it {2}9\.1 km if it goes as planned/)
    expect(head('2026-03-23')).toBe('Last week  9.1 km run, 9.1 km planned; this week the same')
  })
})

describe('a plan from the middle of its own week', () => {
  const done = [
    { date: date('2026-03-23'), type: 'run', meters: 2000, seconds: 720 },
    { date: date('2026-03-24'), type: 'strength', meters: 0, seconds: 0 },
  ] as const
  const past = (day: string) =>
    ({ ...returnPlan.sessions[5], date: date(day), type: 'rest', title: 'Over' }) as const
  const sessions = [
    ...['2026-03-23', '2026-03-24', '2026-03-25'].map(past),
    ...returnPlan.sessions.filter((session) => session.date > '2026-03-25'),
  ] as Plan['sessions']
  const plan: Plan = {
    ...returnPlan,
    asOf: date('2026-03-26'),
    sessions,
    running: { ...returnPlan.running, distanceMeters: 5000, durationSeconds: 1800, sessions: 2 },
  }

  it('shows what was done where the log has it, and Over where it has nothing', () => {
    const text = renderPlan(plan, options, done)
    expect(text).toMatch(/Mon 23 Mar {2}Run 2\.0 km \(12 min\) +done/)
    expect(text).toMatch(/Tue 24 Mar {2}Strength +done/)
    expect(text).toMatch(/Wed 25 Mar {2}Over/)
  })

  it('counts what was run against the ceiling', () => {
    expect(renderPlan(plan, options, done)).toContain('12 min of it run, 13 min unused')
  })
})

describe('the gate, on the plan', () => {
  it('ends each criterion with a stop before it goes on', () => {
    const criteria = [
      {
        id: 'no-swelling',
        state: 'unknown',
        have: 0,
        need: 1,
        earliest: date('2026-03-16'),
        because: 'no swelling',
      },
    ] as const
    const text = renderPlan({ ...restDay.week, owed: [], criteria }, options)
    expect(text).toContain('- no swelling. Not logged, so not counted. Not before Mon 16 Mar.')
  })

  it('does not speak of this week where it plans the next', () => {
    const text = renderPlan({ ...restDay.week, asOf: date('2026-03-04'), owed: [] }, options)
    expect(text).toContain('Break from running: no runs\n')
  })
})

describe('what is still owed, on the plan', () => {
  const owing = (count: number): string =>
    renderPlan({ ...returnPlan, owed: Array.from({ length: count }, () => owedCheckIn) }, options)

  it('names the day of each question, and the page for more than two', () => {
    expect(owing(2).match(/- Sat 14 Mar: outer side of the knee/g)).toHaveLength(2)
    expect(owing(3)).toContain('- 3 owed, oldest Sat 14 Mar: itb owed')
    expect(owing(3)).not.toContain('outer side of the knee in daily life')
  })
})

describe('the line that answers what is owed', () => {
  it('never takes how long it lasted for a score', () => {
    const asked = { ...owedCheckIn, entry: '7f3k2a', score: 'trend', scores: ['trend', 'lastingHours'] }
    const commands = commandsFor(asked, date('2026-03-15'))
    expect(commands).toEqual(['itb score 7f3k2a --trend eased|steady|worsened --lasted TIME'])
    const document = {
      format: 'itb-owed',
      version: 1,
      date: date('2026-03-15'),
      owed: [{ ...asked, commands }],
    } as const
    const text = renderOwed(document, options)
    expect(text).toContain('TIME is such as 30m or 2h.')
    expect(text).not.toContain('N is a score')
  })
})
