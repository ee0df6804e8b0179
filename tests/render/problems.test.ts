import { describe, expect, it } from 'vitest'
import type { Place, Problem } from '../../src/base/problem.ts'
import { plainPaint, type Paint } from '../../src/render/paint.ts'
import { renderProblems, renderRemark } from '../../src/render/problems.ts'

const text =
  '    "distanceMeters": -5200, "durationSeconds": 1870, "note": "along the canal and back over the hill"'
const place: Place = { file: 'log.json', line: 12, column: 23, text }
const negative: Problem = {
  code: 'bad-value',
  message: 'a run has a distance, and less than nothing is none: expected a number from 1 on',
  place,
  hint: 'Write the metres of the run.\nWhat an entry looks like: itb protocol schema --of log',
}
const shown = (problem: Problem, columns?: number, paint: Paint = plainPaint): readonly string[] =>
  renderProblems([problem], paint, columns).trimEnd().split('\n')

describe('problems', () => {
  it.each([40, 80])('fit into a terminal of %s columns', (columns) => {
    expect(Math.max(...shown(negative, columns).map(({ length }) => length))).toBeLessThanOrEqual(columns)
  })

  it('point at the fault wherever the line was cut', () => {
    for (const columns of [40, 80, 120, undefined]) {
      const [line = '', below = ''] = shown(negative, columns).filter((each) => each.includes('|'))
      expect(line.slice(below.indexOf('^'), below.lastIndexOf('^') + 1)).toBe('-5200')
    }
  })

  it('keep a list of a hint indented', () => {
    const listed = { ...negative, hint: 'Name one:\n  7f3k2a run 2026-03-08 07:10 5.2 km 31 min' }
    expect(shown(listed, 40).slice(-2)).toEqual(['    7f3k2a run 2026-03-08 07:10', '      5.2 km 31 min'])
  })

  it('leave a path in one piece, which can be copied', () => {
    const file = '/home/somebody/.local/share/itb/a-log-of-mine.json'
    expect(shown({ ...negative, place: { ...place, file } }, 40).slice(0, 2)).toEqual([
      `itb: ${file}:12:23:`,
      '  a run has a distance, and less than',
    ])
  })

  it('are whole lines where there is no terminal, as scripts look for them', () => {
    expect(shown(negative)[0]).toBe(`itb: log.json:12:23: ${negative.message}`)
  })

  it('name a file alone where no line of it is to blame', () => {
    const whole = { ...negative, place: { file: 'log.json', line: 1, column: 1, text: '' } }
    expect(shown(whole)[0]).toBe(`itb: log.json: ${negative.message}`)
  })

  it('let no colour run over the end of a line', () => {
    const bold = { ...plainPaint, strong: (word: string) => `<${word}>` }
    const long = { ...negative, place: { ...place, file: 'a folder with a long name/log.json' } }
    for (const line of shown(long, 30, bold)) expect(line).toMatch(/^[^<>]*(<[^<>]*>[^<>]*)*$/)
  })
})

describe('a remark beside an answer', () => {
  it('is broken where the terminal ends, and nowhere else', () => {
    const remark = 'the baseline stays as it was for this way back, and counts from the next one on'
    expect(renderRemark(remark, undefined)).toBe(`${remark}\n`)
    expect(renderRemark(`${remark}\nsaved`, 40).split('\n').slice(0, -1)).toEqual([
      'the baseline stays as it was for this',
      'way back, and counts from the next one',
      'on',
      'saved',
    ])
  })
})
