import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../src/calendar/events.ts'
import type { Wishes } from '../../src/calendar/event.ts'
import type { Plan } from '../../src/engine/plan.ts'
import { plainPaint } from '../../src/render/paint.ts'
import { renderIcs, type Calendar } from '../../src/render/ics.ts'
import { buildPlan } from '../support/sample-build-plan.ts'
import { plainText, readIcs, partsIn, wordOf } from '../support/read-ics.ts'
import { REFERENCES } from '../support/sample-findings.ts'
import { breakPlan, returnPlan, stopPlan } from '../support/sample-plans.ts'
import { TITLES } from '../support/sample-sessions.ts'

const PAGE = {
  ...{ columns: undefined, width: Number.POSITIVE_INFINITY, narrow: true, paint: plainPaint },
  ...{ units: 'km' as const, exercises: TITLES },
}
const NOTHING: Wishes = { times: {}, ask: undefined }

function calendarOf(plan: Plan, change: Partial<Calendar> = {}, wishes: Wishes = NOTHING): string {
  const events = eventsOf([plan], { kept: [], shown: [] }, wishes, plan.asOf)
  const stamps = { revision: 7, updated: '2026-03-23T05:12:30.250Z' }
  const usual = {
    zone: undefined,
    alarm: undefined,
    details: false,
    hurts: [],
    today: plan.asOf,
    references: REFERENCES,
    page: PAGE,
  }
  return renderIcs({ events, ...stamps, ...usual, ...change })
}

const eventsIn = (text: string) => partsIn(readIcs(text), 'VEVENT')
const one = (text: string, uid: string) => {
  const found = eventsIn(text).find((event) => wordOf(event, 'UID') === uid)
  if (found === undefined) throw new Error(`there is no event ${uid}`)
  return found
}
const RUN = '2026-03-23-run@k3v9q2'
const octets = (line: string): number => new TextEncoder().encode(line).length
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
/** What a file may hold that a calendar must escape or may not hold. */
const awkward = fc.oneof(
  words,
  fc.constantFrom('a,b;c\\n', 'Füße hoch '.repeat(20), '🏃‍♀️'.repeat(40), 'x\r\nEND:VEVENT', '\u0007\u202e'),
)

describe('the text of a calendar', () => {
  it('has no line of more than 75 octets, and breaks no letter, whatever is in it', () => {
    fc.assert(
      fc.property(awkward, awkward, awkward, (note, title, name) => {
        const sessions = returnPlan.sessions.map((session) => ({ ...session, title, cues: [note] }))
        const plan = { ...returnPlan, sessions, notes: [note], disclaimer: title }
        const page = { ...PAGE, exercises: new Map([...TITLES, ['clamshell', name]]) }
        const text = calendarOf(plan, { page, details: true })
        const lines = text.split('\r\n')
        expect(lines.filter((line) => octets(line) > 75 || /[\r\n]/.test(line))).toEqual([])
        // Half of a letter in two halves would come back as two unknown ones.
        expect(lines.filter((line) => /\p{Surrogate}/u.test(line))).toEqual([])
        expect(eventsIn(text)).toHaveLength(returnPlan.sessions.length + 1)
      }),
      { numRuns: 200 },
    )
  })

  it('gives back what was written, with commas, semicolons, backslashes, umlauts and emoji', () => {
    const note = `Füße; "hoch", \\ und 🏃‍♀️ ${'ä'.repeat(100)}`
    const run = one(calendarOf({ ...returnPlan, notes: [note] }), RUN)
    expect(plainText(wordOf(run, 'DESCRIPTION'))).toContain(`\n- ${note}\n`)
  })

  it('takes the control characters out of what a file calls an exercise', () => {
    const page = { ...PAGE, exercises: new Map([['clamshell', 'a\u001b[2J\u202e\r\nb']]) }
    expect(calendarOf(returnPlan, { page })).toMatch(/^[^\u0000-\u0009\u000b\u000c\u000e-\u001f\u202e]*$/)
  })

  it('ends every line as RFC 5545 has it, the last one too', () => {
    const text = calendarOf(returnPlan)
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('is stamped with the log alone', () => {
    for (const event of eventsIn(calendarOf(returnPlan))) {
      expect(wordOf(event, 'DTSTAMP')).toBe('20260323T051230Z')
      expect(wordOf(event, 'LAST-MODIFIED')).toBe('20260323T051230Z')
      expect(wordOf(event, 'SEQUENCE')).toBe('7')
    }
  })

  it('is private, and no category has a comma in it', () => {
    for (const event of eventsIn(calendarOf(buildPlan))) {
      expect(wordOf(event, 'CLASS')).toBe('PRIVATE')
      expect(wordOf(event, 'CATEGORIES')).toMatch(/^itb,(run|strength|mobility|cross-training|rest|week)$/)
    }
  })
})

describe('an event', () => {
  it('tells the steps, what comes before them, and when to stop', () => {
    const told = plainText(wordOf(one(calendarOf(returnPlan), RUN), 'DESCRIPTION'))
    expect(told).toContain('Run 12 min (2.0 km), easy, flat\n23 min in all')
    expect(told).toContain('- walk 5 min\n- 6 x: run 2 min, walk 1 min')
    for (const note of returnPlan.notes) expect(told).toContain(`- ${note}`)
    expect(told).toContain('Moving this event does not move the plan.')
  })

  it('tells the exercises of a strength session with their doses', () => {
    const told = plainText(wordOf(one(calendarOf(returnPlan), '2026-03-24-strength@k3v9q2'), 'DESCRIPTION'))
    expect(told).toMatch(/Exercises\n(- .* 3 x .*\n){6}/)
  })

  it('is named so that everybody may read it', () => {
    for (const plan of [returnPlan, breakPlan, stopPlan, buildPlan])
      for (const event of eventsIn(calendarOf(plan, { details: true })))
        expect(wordOf(event, 'SUMMARY')).not.toMatch(/pain|knee|stop|break|flare|cancel|stage|clinician/i)
  })

  it('takes the whole day, or begins at its time and lasts as long as the outing', () => {
    const whole = one(calendarOf(returnPlan), RUN)
    expect([wordOf(whole, 'DTSTART'), wordOf(whole, 'DTEND')]).toEqual(['20260323', '20260324'])
    expect(wordOf(whole, 'TRANSP')).toBe('TRANSPARENT')
    const timed = one(calendarOf(returnPlan, {}, { times: { monday: '07:00' }, ask: undefined }), RUN)
    expect([wordOf(timed, 'DTSTART'), wordOf(timed, 'DURATION')]).toEqual(['20260323T070000', 'PT23M'])
    expect(wordOf(timed, 'TRANSP')).toBe('OPAQUE')
  })

  it('reminds before training alone, and the question when it is asked', () => {
    const text = calendarOf(returnPlan, { alarm: 5400 }, { times: {}, ask: '20:00' })
    const triggers = eventsIn(text).map((event) => [
      wordOf(event, 'CATEGORIES'),
      event.parts.map((part) => [part.name, wordOf(part, 'ACTION'), wordOf(part, 'TRIGGER')]),
    ])
    for (const [categories, alarms] of triggers) {
      const trigger = /run|strength|cross/.test(String(categories)) ? '-PT1H30M' : 'PT0S'
      const isSilent = /mobility|rest|week/.test(String(categories))
      expect(alarms).toEqual(isSilent ? [] : [['VALARM', 'DISPLAY', trigger]])
    }
  })
})

describe('how much a calendar tells', () => {
  it('leaves verdict, phase and reasons out where nobody asked for them', () => {
    for (const plan of [returnPlan, breakPlan, stopPlan, buildPlan]) {
      const text = plainText(
        readIcs(calendarOf(plan))
          .parts.map((part) => wordOf(part, 'DESCRIPTION'))
          .join('\n'),
      )
      for (const { because, source } of plan.findings) {
        expect(text).not.toContain(because)
        for (const { id } of source) expect(text).not.toContain(id)
      }
      expect(text).not.toMatch(/return week|stage \d|because it hurt/)
    }
  })

  it('tells them with --details, every source with its grade', () => {
    const week = one(calendarOf(returnPlan, { details: true }), '2026-03-23-week@k3v9q2')
    const told = plainText(wordOf(week, 'DESCRIPTION'))
    expect(told).toContain('Return to running, stage 1, return week 1\nGo on: 4 runs, 55 min (9.1 km)')
    for (const { because } of returnPlan.findings) expect(told).toContain(because)
    expect(told).toMatch(/RT-03, convention/)
    expect(told).toMatch(/D-05, our choice, not a finding/)
  })

  it('says whom to see without saying why', () => {
    const week = (details: boolean): string =>
      plainText(wordOf(one(calendarOf(stopPlan, { details }), '2026-04-06-week@k3v9q2'), 'DESCRIPTION'))
    expect(week(false)).toContain('See a clinician now.')
    expect(week(false)).not.toContain('nerve')
    expect(week(true)).toContain('can come from a nerve')
  })

  it('has the disclaimer on every week', () => {
    for (const plan of [returnPlan, breakPlan, stopPlan, buildPlan]) {
      const week = one(calendarOf(plan), `${plan.week.start}-week@${plan.sessions[0]?.id.split('@')[1]}`)
      expect(plainText(wordOf(week, 'DESCRIPTION'))).toContain(plan.disclaimer)
    }
  })
})
