import { describe, expect, it } from 'vitest'
import { markOf, numberIn, readingOf, secondsIn } from '../../src/intake/csv-numbers.ts'

describe('the numbers of a column', () => {
  it.each([
    [['5.61', '1,976'], '.'],
    [['5,61', '1.976'], ','],
    [['1,234.5'], '.'],
    [['1.234,5'], ','],
    [['1.234.567'], ','],
    [['0.123'], '.'],
    [['4,404', '--', ''], undefined],
    [['5,61', '5.61'], undefined],
  ] as const)('tell by %j what stands before the parts', (cells, mark) => {
    expect(markOf(cells)).toBe(mark)
  })

  it.each([
    ['4,404', '.', 4404],
    ['4,404', ',', 4.404],
    ['2.932', ',', 2932],
    ['1.234,56', ',', 1234.56],
    ['1 234,5', ',', 1234.5],
    ["4'404.5", '.', 4404.5],
    ["'-12", undefined, -12],
    ['5612.39990234375', undefined, 5612.39990234375],
    ['8400', undefined, 8400],
  ] as const)('%s is read where the mark is %s', (cell, mark, value) => {
    expect(numberIn(cell, mark)).toBe(value)
  })

  it('may mean two things, and are then no number', () => {
    expect(readingOf('4,404', undefined)).toEqual({ asDecimal: 4.404, asWhole: 4404 })
    expect(numberIn('4,404', undefined)).toBeUndefined()
  })

  it.each(['--', '', 'abc', '1,23,456', '5.6.1.'])('%s is none', (cell) => {
    expect(numberIn(cell, '.')).toBeUndefined()
  })

  it.each([
    ['00:30:10', 1810],
    ['1:02:03', 3723],
    ['30:10', 1810],
    ['00:45:00.5', 2700.5],
    ['45:00,5', 2700.5],
    ['1810.0', 1810],
    ['1810', 1810],
    ['26:10:05', 94_205],
    ['--', undefined],
    ['1:75:00', undefined],
    ['10:75', undefined],
    ['', undefined],
  ])('%s is so many seconds', (cell, seconds) => {
    expect(secondsIn(cell)).toBe(seconds)
  })
})
