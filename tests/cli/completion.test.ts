import { describe, expect, it } from 'vitest'
import { fileWith, itb, type World } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const LOG = fileWith(
  sampleLog({
    entries: [
      { id: '7f3k2a', type: 'run', date: '2026-03-15', distanceMeters: 5000, durationSeconds: 1800 },
      { id: '9c4d1e', type: 'day', date: '2026-03-16', pain: { stairs: 0 } },
    ],
  }),
)

/** What is offered where the last of the words is being typed, with its meaning behind a tab. */
async function offered(words: readonly string[], world: World = {}): Promise<readonly string[]> {
  const ended = await itb(['completion', 'candidates', '--', ...words], { env: { ITB_LOG: LOG }, ...world })
  expect([ended.code, ended.stderr]).toEqual([0, ''])
  return ended.stdout.split('\n').slice(0, -1)
}
const words = async (typed: readonly string[], world?: World) =>
  (await offered(typed, world)).map((line) => line.split('\t')[0])

describe('what may stand next', () => {
  it('is a command, with what it does', async () => {
    expect(await offered(['pl'])).toEqual(['plan\tplan the next week to start'])
    expect(await words([''])).toEqual(expect.arrayContaining(['today', 'log', 'completion', 'help']))
    expect(await words(['help', 'und'])).toEqual(['undo'])
    expect(await words(['protocol', ''])).toEqual(['list', 'show', 'schema', 'new'])
  })

  it('is a form of log, behind a date too', async () => {
    expect(await words(['log', 'mo'])).toEqual(['morning', 'mobility', 'mon'])
    expect(await words(['log', 'yesterday', 'mo'])).toEqual(['morning', 'mobility'])
    expect(await words(['log', '2026-03-17', 'run', '--surf'])).toEqual(['--surface'])
  })

  it('is a flag that was not given yet, or that may be given again', async () => {
    expect(await words(['plan', '--we'])).toEqual(['--week', '--weeks'])
    expect(await words(['plan', '--week', 'this', '--we'])).toEqual(['--weeks'])
    expect(await words(['log', 'strength', '--skip', 'clamshell', '--sk'])).toEqual(['--skip'])
    expect(await words(['log', 'run', '--no-l'])).toEqual(['--no-limp'])
    expect(await words(['plan', '-'])).toEqual(expect.arrayContaining(['--output', '--json', '--help']))
  })

  it('is a flag where nothing else is known', async () => {
    expect(await words(['log', 'run', '5.2km', '31:10', ''])).toEqual(
      expect.arrayContaining(['--pain', '--limp']),
    )
    expect(await words(['log', 'run', '--', '-'])).toEqual([])
  })

  it('is one of the values of a flag', async () => {
    expect(await words(['log', 'run', '--surface', 'tr'])).toEqual(['trail', 'track', 'treadmill'])
    expect(await words(['log', 'run', '--surface=tr'])).toEqual([
      '--surface=trail',
      '--surface=track',
      '--surface=treadmill',
    ])
    expect(await words(['log', 'run', '--pain', ''])).toEqual([])
    expect(await words(['plan', '--week', 'th'])).toEqual(['this', 'thu'])
  })

  it('is a day: by its word, or one of the last two weeks', async () => {
    expect(await offered(['done', 'ye'])).toEqual(['yesterday\tTue 17 Mar'])
    expect(await words(['log', 'day', '--date', '2026-03-0'])).toEqual(
      [9, 8, 7, 6, 5].map((day) => `2026-03-0${day}`),
    )
    expect(await words(['done', 'mon..tu'])).toEqual(['mon..tue'])
  })

  it('is an exercise of the protocol, and the one in its place', async () => {
    expect(await offered(['log', 'strength', '--pain', 'cl'])).toEqual(['clamshell=\tClamshell'])
    expect(await words(['log', 'strength', '--pain', 'clamshell='])).toEqual([])
    expect(await words(['log', 'strength', '--skip', 'glute'])).toEqual(['glute-bridge'])
    expect(await words(['log', 'limit', '--substitute', 'clamshell=glute'])).toEqual([
      'clamshell=glute-bridge',
    ])
    expect(await words(['log', 'mobility', 'roll-t'])).toEqual(['roll-tfl'])
  })

  it('is an entry, the newest first, with its type and date', async () => {
    expect(await offered(['remove', ''])).toEqual([
      'last\tthe newest entry',
      'yesterday\tthe one of yesterday',
      '9c4d1e\tday, Mon 16 Mar 2026',
      '7f3k2a\trun, Sun 15 Mar 2026',
    ])
    expect(await words(['remove', '--log', LOG, '7'], { env: {} })).toEqual(['7f3k2a'])
    expect(await words(['remove', `--log=${LOG}`, '7'], { env: {} })).toEqual(['7f3k2a'])
  })

  it('is a rule, a protocol, a setting or a file', async () => {
    expect(await words(['why', 'pre-inj'])).toEqual(['pre-injury-cap'])
    expect(await words(['why', '--protocol', 'itbs'])).toEqual(['itbs-cycle', 'itbs-rehab', ':files'])
    expect(await words(['set', 'go'])).toEqual(['goal'])
    expect(await words(['plan', '-o', ''])).toEqual([':files'])
    expect(await words(['completion', ''])).toEqual(['bash', 'zsh', 'fish'])
  })

  it.each(['', '{', '[]', sampleLog({ runner: { protocol: 'gone' } })])(
    'is silent on a broken log: %s',
    async (text) => {
      const world = { env: { ITB_LOG: fileWith(text) } }
      expect(await words(['log', 'strength', '--skip', ''], world)).toEqual(expect.any(Array))
      expect(await words(['edit', '7'], world)).toEqual([])
    },
  )

  it('asks nothing and answers nothing where no such command is', async () => {
    expect(await words(['nothing', 'x'], { keys: [] })).toEqual([])
    expect(await words([])).toContain('plan')
  })
})

describe('itb completion', () => {
  it('is a script, and a document for scripts', async () => {
    const { stdout } = await itb('completion bash')
    expect(stdout).toMatch(/^# bash completion for itb; .*\n_itb\(\)/)
    const document = JSON.parse((await itb('completion bash --json')).stdout)
    expect(document).toEqual({ format: 'itb-completion', version: 1, shell: 'bash', script: stdout })
  })

  it('names the shells it knows', async () => {
    const { code, stderr } = await itb('completion tcsh')
    expect([code, stderr]).toEqual([2, expect.stringContaining('Shells: bash, zsh, fish.')])
  })
})
