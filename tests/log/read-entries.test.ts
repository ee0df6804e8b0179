import { describe, expect, it } from 'vitest'
import { readEntries } from '../../src/log/read-entries.ts'
import { may } from './past.ts'

const RUN = { type: 'run', date: may(1), distanceMeters: 5000, durationSeconds: 1800 }
const NOTE = { type: 'note', date: may(2), note: 'windy' }
const lines = (...entries: readonly unknown[]): string =>
  entries.map((entry) => JSON.stringify(entry)).join('\n')
const read = (text: string) => {
  const result = readEntries('stdin', text)
  return result.ok ? result.value : undefined
}
const told = (text: string) => {
  const result = readEntries('stdin', text)
  return result.ok
    ? []
    : result.problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}:${place?.column}`)
}

describe('entries from a stream', () => {
  it.each([
    ['one a line', `${lines(RUN, NOTE)}\n`],
    ['with blank lines between', `\n${JSON.stringify(RUN)}\n\n  \n${JSON.stringify(NOTE)}\n\n`],
    ['with the line ends of another system', `${lines(RUN, NOTE)}\n`.replaceAll('\n', '\r\n')],
    ['behind the mark some editors write', `\uFEFF${lines(RUN, NOTE)}`],
    ['as one list', JSON.stringify([RUN, NOTE])],
    ['as one list over many lines', JSON.stringify([RUN, NOTE], null, 2)],
    ['as a document', JSON.stringify({ format: 'itb-entries', version: 1, entries: [RUN, NOTE] })],
    [
      'as a document over many lines',
      JSON.stringify({ format: 'itb-entries', version: 1, entries: [RUN, NOTE] }, null, 2),
    ],
  ])('are read %s', (_, text) => expect(read(text)).toEqual([RUN, NOTE]))

  it('may be a single one, over many lines too', () => {
    expect(read(JSON.stringify(RUN))).toEqual([RUN])
    expect(read(JSON.stringify(RUN, null, 2))).toEqual([RUN])
  })
  it('may be none in a list', () => expect(read('[]')).toEqual([]))
})

describe('what is wrong in a stream', () => {
  it.each([
    ['an unknown key', lines(RUN, { ...RUN, terain: 'flat' }), ['unknown-key stdin:2:80']],
    ['a null', lines(RUN, { ...RUN, rpe: null }), ['null-value stdin:2:86']],
    ['no JSON', `${lines(RUN)}\n{"type": run}\n${lines(NOTE)}`, ['bad-json stdin:2:10']],
    ['a line that breaks off', `${lines(RUN)}\n{"type": "run",`, ['bad-json stdin:2:16']],
    ['a type that is none', lines({ ...NOTE, type: 'nte' }), ['bad-value stdin:1:9']],
    ['what is no entry', lines(RUN, 5), ['bad-value stdin:2:1']],
    ['a day that is none', lines({ ...RUN, date: '2026-02-30' }), ['bad-date stdin:1:22']],
    ['an id that stands twice', lines({ id: 'a', ...RUN }, { id: 'a', ...NOTE }), ['duplicate-id stdin:2:7']],
    [
      'days in the wrong order',
      lines(RUN, { type: 'absence', date: may(5), until: may(1) }),
      ['bad-date-order stdin:2:47'],
    ],
    ['a fault in a list', JSON.stringify([RUN, { ...RUN, rpe: 11 }], null, 1), ['bad-value stdin:13:10']],
    ['a list that breaks off', '[\n{"type":"note"', ['bad-json stdin:2:15']],
    [
      'a fault in a document',
      JSON.stringify({ format: 'itb-entries', version: 1, entries: [{ ...RUN, rpe: 11 }] }, null, 1),
      ['bad-value stdin:10:11'],
    ],
    [
      'another document',
      JSON.stringify({ format: 'itb-log', version: 1, entries: [] }),
      ['bad-value stdin:1:11'],
    ],
    ['nothing', ' \n', ['empty-file stdin:1:1']],
  ])('is told of %s', (_, text, problems) => expect(told(text)).toEqual(problems))

  it('is all told at once, from the top', () => {
    const text = lines({ ...RUN, rpe: 11 }, RUN, { type: 'run' }, { ...NOTE, extra: 1 })
    expect(told(text).map((line) => line.replace(/:\d+$/, ''))).toEqual([
      'bad-value stdin:1',
      'missing-key stdin:3',
      'missing-key stdin:3',
      'missing-key stdin:3',
      'unknown-key stdin:4',
    ])
  })
  it('says what was perhaps meant, and shows the line', () => {
    const result = readEntries('stdin', lines(NOTE, { ...RUN, terain: 'flat' }))
    expect(result.ok ? [] : result.problems).toMatchObject([
      {
        message: 'unknown key "terain"',
        hint: expect.stringContaining('Did you mean "terrain"?'),
        place: { line: 2, text: expect.stringContaining('"terain":"flat"') },
      },
    ])
  })
})
