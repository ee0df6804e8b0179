import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/base/calendar.ts'
import { dateText } from '../../src/base/date-text.ts'
import { weekText } from '../../src/render/date.ts'
import { distanceText, paceText } from '../../src/base/amount-text.ts'
import { doseText, dosesText } from '../../src/render/dose.ts'
import { durationText } from '../../src/base/amount-text.ts'
import { frameText } from '../../src/render/frame.ts'
import { renderJson, renderJsonl } from '../../src/render/json.ts'
import { phaseText, shortPhaseText } from '../../src/render/phase.ts'
import { plainPaint } from '../../src/render/paint.ts'
import { problemsJson, renderProblems } from '../../src/render/problems.ts'
import { sawText } from '../../src/render/saw.ts'
import { cautionOf, verdictText } from '../../src/render/verdict.ts'
import { displayWidth, wrap } from '../../src/render/wrap.ts'
import { returnPlan } from '../support/sample-plans.ts'
import { dose, running, times, TITLES, walk } from '../support/sample-sessions.ts'

describe('words for numbers', () => {
  it('never says more than was given', () => {
    expect(distanceText(10000, 'km')).toBe('10.0 km')
    expect(distanceText(17985, 'km')).toBe('17.9 km')
    expect(distanceText(10000, 'mi')).toBe('6.2 mi')
    expect([3300, 4320, 3600, 3900, 30, 0].map(durationText)).toEqual([
      '55 min',
      '1 h 12',
      '1 h',
      '1 h 05',
      '30 s',
      '0 min',
    ])
    expect([paceText(360, 'km'), paceText(360, 'mi')]).toEqual(['6:00/km', '9:39/mi'])
  })

  it('says dates as people do', () => {
    expect(dateText('2026-03-23' as CalendarDate)).toBe('Mon 23 Mar')
    expect(weekText({ start: '2025-12-29' as CalendarDate, end: '2026-01-04' as CalendarDate })).toBe(
      'Mon 29 Dec 2025 - Sun 4 Jan 2026',
    )
  })

  it('says phases and verdicts in words', () => {
    expect([phaseText('return-1'), phaseText('acute-reduced'), shortPhaseText('return-12')]).toEqual([
      'Return to running, stage 1',
      'Cut down, acute phase',
      'stage 12',
    ])
    expect([verdictText('progress'), verdictText('step-back')]).toEqual(['go on', 'one step back'])
    expect(cautionOf('stop')).toBeLessThan(cautionOf('hold'))
    expect(cautionOf(null)).toBeGreaterThan(cautionOf('progress'))
  })

  it('reads the unit of what a rule saw from the end of its name', () => {
    expect(
      sawText(
        {
          easyPaceSecondsPerKm: 360,
          longestMeters: 4200,
          gapDays: 1,
          riseShare: 0.105,
          lastingSeconds: 7200,
          runs: 3,
          limp: false,
          peak: null,
        },
        'km',
      ),
    ).toBe(
      [
        'easy pace 6:00/km',
        'longest 4.2 km',
        'gap 1 day',
        'rise 10.5 %',
        'lasting 2 h',
        'runs 3',
        'limp no',
        'peak not known',
      ].join(', '),
    )
  })
})

describe('runs and exercises in short', () => {
  it('frames a run in minutes', () => {
    expect(frameText([walk(5), times(6, running(2), walk(1))])).toBe('walk 5, then 6 x (run 2 + walk 1)')
    expect(frameText([running(10), times(4, { kind: 'pickup', durationSeconds: 30 })])).toBe(
      'run 10, then 4 x 30 s faster',
    )
    expect(frameText([])).toBe('')
  })

  it('says shared sets once', () => {
    const pair = [dose('clamshell', 2, [15, 20], 'band-above-knees'), dose('glute-bridge', 2, [15])]
    expect(dosesText(pair, TITLES)).toEqual([
      '2 sets: Clamshell 15-20 a side (band above knees)',
      'Glute bridge 15',
    ])
    expect(doseText(dose('own-thing', 3, [8, 10]), TITLES)).toBe('own thing 3 x 8-10 a side')
  })
})

describe('wrapping', () => {
  it('counts cells, not characters', () => {
    const texts = ['abc', '膝', '\u001b[31mred\u001b[0m', 'e\u0301', 'ü']
    expect(texts.map(displayWidth)).toEqual([3, 2, 3, 1, 1])
  })

  it('keeps a number with its unit and breaks what is too long', () => {
    expect(wrap('run for twelve 10.0 km', 18)).toEqual(['run for', 'twelve 10.0 km'])
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(wrap('one two three', 9, 2)).toEqual(['one two', '  three'])
    expect(wrap('', 10)).toEqual([''])
  })

  it('takes the cursor out of nobody’s hands', () => {
    expect(wrap('a\u001b[2Jb\u202ec\u0007d\ne', 80).join('')).not.toMatch(/[\u0000-\u001f\u202e]/)
  })
})

describe('problems', () => {
  const place = { file: 'protocols/itbs.yaml', line: 5, column: 5, text: '    flor: 3 km' }

  it('shows file, line, fault and way out, all at once', () => {
    const text = renderProblems(
      [
        { code: 'unknown-key', message: 'unknown key "flor"', place, hint: 'Did you mean "floor"?' },
        { code: 'no-log', message: 'there is no log yet' },
      ],
      plainPaint,
    )
    expect(text).toBe(
      [
        'itb: protocols/itbs.yaml:5:5: unknown key "flor"',
        '  5 |     flor: 3 km',
        '    |     ^^^^',
        '  Did you mean "floor"?',
        'itb: there is no log yet',
        '',
      ].join('\n'),
    )
  })

  it('shows a part of a very long line, the fault under the caret', () => {
    const long = { ...place, column: 1001, text: `${'膝'.repeat(1000)}fault${'y'.repeat(3000)}` }
    const [, excerpt = '', caret = ''] = renderProblems(
      [{ code: 'x', message: 'm', place: long }],
      plainPaint,
    ).split('\n')
    expect(displayWidth(excerpt)).toBeLessThan(130)
    expect(displayWidth(excerpt.slice(0, excerpt.indexOf('fault')))).toBe(caret.indexOf('^'))
  })

  it('gives scripts the same with nulls for what is not there', () => {
    expect(JSON.parse(problemsJson([{ code: 'no-log', message: 'm' }]))).toEqual({
      format: 'itb-problems',
      version: 1,
      problems: [{ code: 'no-log', message: 'm', place: null, hint: null }],
    })
  })
})

describe('JSON', () => {
  it('ends with a newline, one plan a line as JSONL', () => {
    expect(renderJson({ a: 1 })).toBe('{\n  "a": 1\n}\n')
    const lines = renderJsonl([returnPlan, returnPlan]).split('\n')
    expect([lines.length, JSON.parse(lines[1] ?? '')]).toEqual([3, returnPlan])
  })
})
