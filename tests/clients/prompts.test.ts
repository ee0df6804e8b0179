import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, expect, it } from 'vitest'
import type { KeyQuestion, LineQuestion } from '../../src/cli/question.ts'
import { ROOT } from '../support/built.ts'
import { emptyFolder } from '../support/fake-host.ts'
import { needing } from './programs.ts'
import { inTerminal, type Terminal } from './pty.ts'

const { describe } = needing('script')

const asking = join(emptyFolder(), 'questions.cjs')

beforeAll(() =>
  build({
    entryPoints: [join(ROOT, 'tests/clients/questions.ts')],
    outfile: asking,
    bundle: true,
    platform: 'node',
    target: 'node20.17',
    format: 'cjs',
    define: { 'import.meta.dirname': '__dirname' },
    logLevel: 'error',
  }),
)

type Asked = KeyQuestion | Omit<LineQuestion, 'check'>

const PAIN: Asked = {
  kind: 'key',
  text: 'Worst pain while running, on the outer side of the knee; sore muscles are not meant\nThe run of 07:10.',
  keys: [...[...'0123456789'].map((key) => ({ key, means: '' })), { key: 'x', means: '10' }],
  enter: 'not now',
}
const LIMP: Asked = {
  kind: 'key',
  text: 'Did you limp?',
  keys: [
    { key: 'y', means: 'yes' },
    { key: 'n', means: 'no' },
  ],
  enter: 'not said',
}
const MINUTES: Asked = { kind: 'line', text: 'Minutes of running', hint: '12, empty for none' }

/** The program the questions are put by; `pause` milliseconds pass before each of them. */
const ask = (questions: readonly Asked[], { pause = 0, flags = '' } = {}): string =>
  `"${process.execPath}" "${asking}" '${JSON.stringify(questions)}' ${pause} ${flags}`

const plain = (questions: readonly Asked[], terminal: Terminal) =>
  inTerminal(ask(questions), { ...terminal, env: { NO_COLOR: '1' } })

describe('a question of one key', () => {
  it('takes a 1 with a 0 behind it for ten, and keeps the 0 from the next question', async () => {
    const { screen } = await plain([PAIN, LIMP], {
      steps: [
        ['not now', '10'],
        ['not said', 'n'],
      ],
    })
    expect(screen).toMatch(/muscles\.\.\. 10\n\? Did you limp\? no/)
  })

  it('takes a 1 for one when something else follows, or nothing does', async () => {
    const other = await plain([PAIN, LIMP], { steps: [['not now', '1n']] })
    expect(other.screen).toMatch(/muscles\.\.\. 1\n\? Did you limp\? no/)
    const alone = await plain([PAIN], { steps: [['not now', '1']] })
    expect(alone.screen).toMatch(/muscles\.\.\. 1\n/)
  })

  it('shows itself, its keys and what Enter does, and stays as one line with its answer', async () => {
    const { code, screen, stood } = await plain([PAIN, LIMP], {
      steps: [
        ['not now', '3'],
        ['not said', 'n'],
      ],
    })
    expect(stood).toEqual([
      [
        '? Worst pain while running, on the outer side of the knee; sore muscles are not',
        '  meant',
        '  The run of 07:10.',
        '  0-9, x for 10, Enter: not now',
      ].join('\n'),
      [
        '? Worst pain while running, on the outer side of the knee; sore muscles... 3',
        '? Did you limp?',
        '  y: yes, n: no, Enter: not said',
      ].join('\n'),
    ])
    expect([code, screen]).toEqual([
      0,
      [
        '? Worst pain while running, on the outer side of the knee; sore muscles... 3',
        '? Did you limp? no',
        'answers: 3 n',
      ].join('\n'),
    ])
  })

  it('fits into 40 columns', async () => {
    const { screen, stood } = await plain([PAIN], { columns: 40, steps: [['not now', 'x']] })
    expect(stood[0]?.split('\n')).toEqual([
      '? Worst pain while running, on the',
      '  outer side of the knee; sore muscles',
      '  are not meant',
      '  The run of 07:10.',
      '  0-9, x for 10, Enter: not now',
    ])
    expect(screen).toBe('? Worst pain while running, on... 10\nanswers: x')
  })

  it('takes Enter for nothing said', async () => {
    const { screen, keys } = await plain([LIMP, LIMP], {
      steps: [
        ['Enter: not said', '\r'],
        ['Enter: not said', '\r'],
      ],
    })
    expect(screen).toBe('? Did you limp? not said\n? Did you limp? not said\nanswers: nothing nothing')
    expect(keys).toBe(2)
  })

  it('is not answered by a key it does not name, by arrows or by Escape, and takes capitals', async () => {
    const { screen } = await plain([PAIN, LIMP], {
      steps: [
        ['not now', 'q\u001b[A- \u001b7'],
        ['not said', 'Y'],
      ],
    })
    expect(screen).toMatch(/answers: 7 y$/)
  })

  it('says of a key that it is none of them, and still takes one that is', async () => {
    const { screen, stood } = await plain([LIMP], {
      columns: 40,
      steps: [
        ['not said', 'z'],
        ['z is none of them', '\u001b[A'],
        ['up is none of them', 'y'],
      ],
    })
    expect(stood[1]).toBe('? Did you limp?\n  y: yes, n: no, Enter: not said\n  z is none of them')
    expect(screen).toBe('? Did you limp? yes\nanswers: y')
  })

  it('folds the digits that follow each other', async () => {
    const keys = [...'134578'].map((key) => ({ key, means: '' }))
    const { stood } = await plain([{ ...LIMP, keys }], { steps: [['not said', '3']] })
    expect(stood[0]).toContain('\n  1, 3-5, 7, 8, Enter: not said')
  })

  it('shows the words of an answer, below it where they are long', async () => {
    const words = '2: the knee gives way under you when you stand on it'
    const asked: Asked = { ...LIMP, keys: [{ key: '2', means: '', answered: words }] }
    const wide = await plain([asked], { columns: 120, steps: [['not said', '2']] })
    expect(wide.screen).toBe(`? Did you limp? ${words}\nanswers: 2`)
    const narrow = await plain([asked], { columns: 40, steps: [['not said', '2']] })
    expect(narrow.screen).toBe(
      '? Did you limp?\n  2: the knee gives way under you when\n  you stand on it\nanswers: 2',
    )
  })
})

describe('a question of one line', () => {
  it('says what is wrong with a line and asks again, and takes an empty one for nothing said', async () => {
    const { screen, stood } = await plain([MINUTES, { ...MINUTES, hint: 'or none at all' }], {
      steps: [
        ['for none)', 'ten\r'],
        ['such as 12', '\u007f\u007f\u007f10\r'],
        ['at all)', '\r'],
      ],
    })
    expect(stood[1]).toBe(
      '? Minutes of running\n  (12, empty for none) ten\n  "ten" is no number, such as 12',
    )
    expect(screen).toBe('? Minutes of running: 10\n? Minutes of running: not said\nanswers: 10 nothing')
  })

  it('says what Enter leads to, and once it was pressed what it led to', async () => {
    const enter = 'every day of it'
    const days: Asked = { kind: 'line', text: 'Which days can you run on?', hint: 'mon', enter }
    const { screen, stood } = await plain([days], { columns: 40, steps: [['of it)', '\r']] })
    expect(stood[0]).toBe('? Which days can you run on?\n  (mon; Enter: every day of it)')
    expect(screen).toBe('? Which days can you... every day of it\nanswers: nothing')
    expect(Math.max(...screen.split('\n').map((line) => line.length))).toBeLessThan(40)
  })
})

describe('typing ahead', () => {
  const questions = [PAIN, PAIN, LIMP]

  it.each([
    ['in one piece with the first answer', ask(questions), 'not now'],
    ['while the next question is long in coming', ask(questions, { pause: 150 }), 'not now'],
    ['before the program has started', `sleep 0.2; ${ask(questions)}`, ''],
  ])('loses no key: %s', async (_, line, awaited) => {
    const { screen } = await inTerminal(line, { env: { NO_COLOR: '1' }, steps: [[awaited, '01y']] })
    expect(screen.split('\n').slice(-4)).toEqual([
      '? Worst pain while running, on the outer side of the knee; sore muscles... 0',
      '? Worst pain while running, on the outer side of the knee; sore muscles... 1',
      '? Did you limp? yes',
      'answers: 0 1 y',
    ])
  })

  it('goes on behind a line that was refused', async () => {
    const { screen } = await plain([MINUTES, LIMP], { steps: [['for none)', '1o\r\u007f0\ry']] })
    expect(screen).toMatch(/answers: 10 y$/)
  })

  it('ends with Ctrl-C where that comes first', async () => {
    const { code, screen } = await plain([LIMP, LIMP, LIMP], { steps: [['not said', 'y\u0003n']] })
    expect(code).toBe(130)
    expect(screen).toMatch(/answers: y stopped$/)
  })
})

describe('the terminal', () => {
  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C in a line', '12\u0003'],
  ])('is as it was before: after %s', async (_, typed) => {
    const question = typed.length > 1 ? MINUTES : PAIN
    const line = `stty -a > before; ${ask([question])}; code=$?; stty -a | diff before - && exit $code`
    const { code } = await inTerminal(`cd ${emptyFolder()}; ${line}`, {
      steps: [[question.text.slice(0, 10), typed]],
    })
    expect(code).toBe(130)
  })

  it('is taken up again after Ctrl-Z', async () => {
    const { screen } = await inTerminal('PS1="ready " bash --norc -i', {
      env: { NO_COLOR: '1' },
      steps: [
        ['ready ', `${ask([LIMP])}\r`],
        ['Enter: not said', '\u001a'],
        ['Stopped', 'fg\r'],
        ['questions.cjs', 'y'],
        ['answers: y', 'exit\r'],
      ],
    })
    expect(screen).toContain('Did you limp? yes')
  })

  it.each([
    ['colour', '', {}, true],
    ['none with NO_COLOR', '', { NO_COLOR: '1' }, false],
    ['none with --no-color', '--no-color', {}, false],
    ['none where it is dumb', '', { TERM: 'dumb' }, false],
    ['--color before NO_COLOR', '--color', { NO_COLOR: '1' }, true],
  ])('gets %s', async (_, flags, env, expected) => {
    const steps = [
      ['not said', 'y'],
      ['for none)', '1\r'],
    ] as const
    const { written } = await inTerminal(ask([LIMP, MINUTES], { flags }), { env, steps })
    expect(/\u001b\[[\d;]*m/.test(written)).toBe(expected)
  })

  it('gets the questions where stdout is a file', async () => {
    const file = join(emptyFolder(), 'answers')
    const { screen } = await inTerminal(`${ask([LIMP])} > ${file}`, { steps: [['not said', 'n']] })
    expect([screen, readFileSync(file, 'utf8')]).toEqual(['? Did you limp? no', 'answers: n\n'])
  })
})
