import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Command, Flags } from '../../src/cli/command.ts'
import { canAsk, type Host } from '../../src/cli/host.ts'
import { COMMANDS } from '../../src/cli/program.ts'
import { renderLog } from '../../src/log/render.ts'
import type { Entry } from '../../src/log/schema.ts'
import { builtCommand } from '../support/built.ts'
import { emptyFolder, fileWith, itb, type World } from '../support/fake-host.ts'
import { logBefore } from '../support/log-on.ts'

const allOf = (commands: readonly Command[], before = ''): (readonly [string, Command])[] =>
  commands.flatMap((command) => {
    const name = `${before}${command.name}`
    return [[name, command] as const, ...allOf(command.commands ?? [], `${name} `)]
  })

/** Every command that does something, by what is typed for it. */
const RUNNING = allOf(COMMANDS).filter(([, { run }]) => run !== undefined)
const takes = ({ options = [] }: Command, flag: string): boolean =>
  options.some(([flags]) => flags.split(/[ ,]+/).includes(flag))
const namesWith = (flag: string): string[] =>
  RUNNING.filter(([, command]) => takes(command, flag)).map(([name]) => name)

/** What cannot be answered without a question: `itb log` alone. */
const QUESTION_ONLY = ['log']

/** What writes to the log; a new protocol is a file of its own. */
const WRITING = namesWith('--dry-run').filter((name) => ![...QUESTION_ONLY, 'protocol new'].includes(name))
const READING = namesWith('--log').filter((name) => ![...QUESTION_ONLY, ...WRITING].includes(name))

const ENTRY = '{"type":"run","date":"2026-11-18","distanceMeters":5000,"durationSeconds":1800}\n'
const SORE = '--site outer-knee --pain-since 3w --pain 5 --no-red-flags --in-scope --units km --baseline 40km'

/** A table of runs as Garmin Connect writes them, which has its own local times and names no unit. */
const TABLE = fileWith(
  'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n' +
    'Running,2026-11-18 07:10:00,false,Somewhere Running,5.20,300,00:31:10,140\n' +
    'Cycling,2026-11-16 18:00:00,false,Somewhere Cycling,20.40,400,00:55:00,120\n',
  'Activities.csv',
)

/** A line of every command that has something to say on Thursday, 19 November 2026, a day with a run. */
const LINES: Readonly<Record<string, string>> = {
  today: 'today',
  done: 'done',
  owed: 'owed',
  'log run': 'log run 5.2km 31:10 --pain 2',
  'log morning': 'log morning 1 --date 2026-11-17',
  'log day': 'log day --stairs 1 --date yesterday',
  'log strength': 'log strength --sets clamshell=15,15',
  'log cross-training': 'log cross-training bike 40:00 --pain 0',
  'log mobility': 'log mobility roll-tfl',
  'log flare': 'log flare --pain 6',
  'log baseline': 'log baseline --knee-tracking straight',
  'log clearance': 'log clearance --by physiotherapist',
  'log limit': 'log limit --by physiotherapist --max-run 20min --no-hills',
  'log absence': 'log absence --reason illness',
  'log acknowledgement': 'log acknowledgement referral-56',
  'log review': 'log review --felt calm',
  'log note': 'log note new shoes',
  score: 'score last --pain 3',
  plan: 'plan',
  why: 'why',
  status: 'status',
  review: 'review',
  import: `import ${TABLE} --units km`,
  add: 'add',
  list: 'list',
  edit: 'edit last --note windy',
  remove: 'remove last',
  undo: 'undo',
  restore: 'restore',
  init: `init --no-input ${SORE}`,
  set: 'set days mon,wed,sat',
  check: 'check --verbose',
  'protocol list': 'protocol list',
  'protocol show': 'protocol show itbs-rehab',
  'protocol schema': 'protocol schema --of plan',
  'protocol new': 'protocol new my-return',
  completion: 'completion bash',
}
const NAMES = RUNNING.map(([name]) => name).filter((name) => !QUESTION_ONLY.includes(name))
const lineOf = (name: string): string => LINES[name] ?? name

const THURSDAY = '2026-11-19'
const NOW = { today: THURSDAY, now: `${THURSDAY}T18:00:00Z` }

/** The morning of Tuesday's run was not said, so that something is owed. */
const withoutMorning = (entry: Entry): Entry => {
  if (entry.type !== 'run' || entry.date !== '2026-11-17') return entry
  const { nextMorning, ...pain } = entry.pain ?? {}
  return { ...entry, pain }
}

const whole = logBefore(THURSDAY, withoutMorning)
/** The return to running, stage 2, with all that led to it. */
const LONG_LOG = renderLog(whole)
/** Its last weeks alone: a plan from all of it is three times as much work, and changes no manners. */
const STANDING = renderLog({ ...whole, entries: whole.entries.filter(({ date }) => date >= '2026-11-02') })

/** A home with a log that each command finds as it needs it, and all that lies in its folder. */
async function homeFor(name: string, more: readonly string[] = [], log = STANDING) {
  const home = emptyFolder()
  const file = join(home, '.local', 'share', 'itb', 'log.json')
  if (name !== 'init') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, log)
  }
  const written: Readonly<Record<string, readonly string[]>> = {
    undo: ['log note wind'],
    restore: ['log note wind', 'undo'],
  }
  for (const line of [...(written[name] ?? []), ...more]) await itb(line, { home, ...NOW })
  const held = (): readonly (readonly [string, string])[] =>
    readdirSync(home, { recursive: true, encoding: 'utf8' })
      .filter((each) => statSync(join(home, each)).isFile())
      .map((each) => [each, readFileSync(join(home, each), 'utf8')])
  return { home, file, held }
}

const stdinOf = (name: string): World => (name === 'add' ? { stdin: ENTRY } : {})

/** Runs a command in a home of its own. */
async function play(name: string, flags = '', world: World = {}, log = STANDING) {
  const { home, file, held } = await homeFor(name, [], log)
  const ended = await itb(`${lineOf(name)} ${flags}`, { home, ...NOW, ...stdinOf(name), ...world })
  return { ...ended, home, file, held }
}

const ESCAPE = '\u001b'
const plain = (text: string): string => text.replaceAll(/\u001b\[[\d;]*m/g, '')

describe('the lines of these tests', () => {
  it('are there for every command, and for none that is not', () => {
    expect(NAMES.toSorted()).toEqual(Object.keys(LINES).toSorted())
  })

  it.each(NAMES)('are answered, in a pipe without colour: %s', async (name) => {
    const { code, stdout, stderr, asked } = await play(name, '', {
      env: { TERM: 'xterm-256color', NO_COLOR: '' },
    })
    expect([name === 'owed' ? 1 : 0, []]).toEqual([code, asked])
    expect(stdout + stderr).not.toBe('')
    expect(stdout + stderr).not.toContain(ESCAPE)
  })
})

describe('--json', () => {
  /** A JSON Schema and a protocol have a format of their own. */
  const OTHERS = ['protocol schema', 'protocol show']

  it.each(NAMES)('is one document on stdout: %s', async (name) => {
    const { code, stdout } = await play(name, '--json', { env: { FORCE_COLOR: '1' } })
    expect(code).toBe(name === 'owed' ? 1 : 0)
    expect(stdout).not.toContain(ESCAPE)
    const document: unknown = JSON.parse(stdout)
    if (!OTHERS.includes(name)) {
      expect(document).toMatchObject({ format: expect.stringMatching(/^itb-[a-z]+$/), version: 1 })
    }
  })

  const problems = { format: 'itb-problems', version: 1 }

  it.each(RUNNING.map(([name]) => name))('has its problems there as well: %s', async (name) => {
    const { code, stdout, stderr } = await itb(`${name} --json --no-such-flag`)
    expect([code, stderr]).toEqual([2, ''])
    expect(JSON.parse(stdout)).toMatchObject({ ...problems, problems: [{ code: 'usage' }] })
  })

  it.each(namesWith('--log').filter((name) => !['init', 'check', ...QUESTION_ONLY].includes(name)))(
    'says there what is wrong with the log: %s',
    async (name) => {
      const { home, file } = await homeFor(name)
      writeFileSync(file, readFileSync(file, 'utf8').replace('"units"', '"unit"'))
      const ended = await itb(`${lineOf(name)} --json`, { home, ...NOW, ...stdinOf(name) })
      if (name === 'undo' || name === 'restore') return expect(ended.code).toBe(0)
      expect([ended.code, ended.stderr]).toEqual([2, ''])
      expect(JSON.parse(ended.stdout)).toMatchObject(problems)
      expect(ended.stdout).toContain(`"file": "${file}"`)
    },
  )

  it.each(namesWith('--today'))('has no date nobody knows, and nothing is written: %s', async (name) => {
    const { home, held } = await homeFor(name)
    const before = held()
    const line = `${lineOf(name)} --json --today someday`
    const { code, stdout, stderr } = await itb(line, { home, ...NOW, ...stdinOf(name) })
    expect([code, stderr, JSON.parse(stdout)]).toMatchObject([2, '', problems])
    expect(held()).toEqual(before)
  })
})

describe('a command that writes', () => {
  it('takes --dry-run wherever it names the log to write to', () => {
    const own = RUNNING.filter(([, { options = [] }]) =>
      options.some(([, says]) => says.endsWith('the log to write to')),
    )
    expect([...WRITING, ...QUESTION_ONLY]).toEqual(expect.arrayContaining(own.map(([name]) => name)))
  })

  it.each(WRITING)('leaves every byte as it was with --dry-run, and says that: %s', async (name) => {
    for (const flags of ['--dry-run', '--dry-run --json']) {
      const { home, held } = await homeFor(name)
      const before = held()
      const { code, stdout } = await itb(`${lineOf(name)} ${flags}`, { home, ...NOW, ...stdinOf(name) })
      expect([code, held()]).toEqual([0, before])
      if (flags.includes('json')) expect(JSON.parse(stdout)).toMatchObject({ dryRun: true })
      else expect(stdout).toMatch(/would|nothing was written/)
    }
  })

  it.each(WRITING)('says what it wrote and where: %s', async (name) => {
    const { home, file, held } = await homeFor(name)
    const before = held()
    const { code, stdout } = await itb(lineOf(name), { home, ...NOW, ...stdinOf(name) })
    expect([code, stdout]).toEqual([0, expect.stringContaining(file)])
    expect(held()).not.toEqual(before)
  })
})

describe('itb protocol new', () => {
  it('says where it would write with --dry-run, and writes nothing', async () => {
    const { code, stdout, stderr, home, held } = await play('protocol new', '--dry-run')
    expect([code, stdout, held().length]).toEqual([0, '', 1])
    expect(stderr).toBe(`nothing was written; it would be ${home}/.config/itb/protocols/my-return.yaml\n`)
  })

  it('tells a script what it wrote, and writes it where -o says', async () => {
    const file = join(emptyFolder(), 'own.yaml')
    const { stdout } = await play('protocol new', `--json -o ${file}`)
    expect(JSON.parse(stdout)).toMatchObject({ protocols: [{ name: 'my-return', file, isShipped: false }] })
    expect(readFileSync(file, 'utf8')).toContain('\nid: my-return\n')
    expect(await play('protocol new', '--json -o -')).toMatchObject({ code: 2 })
  })
})

describe('-o', () => {
  it.each(namesWith('-o'))('is the same as stdout, without colour and without a width: %s', async (name) => {
    const { stdout } = await play(name, '-o -')
    const file = join(emptyFolder(), 'deep', 'page.txt')
    const there = await play(name, `-o ${file}`, { terminal: { columns: 40 }, env: { FORCE_COLOR: '1' } })
    expect([there.stdout, there.stderr]).toEqual(['', `saved to ${file}\n`])
    expect(readFileSync(file, 'utf8')).toBe(stdout)
    expect(stdout).not.toContain(ESCAPE)
  })

  it.each(namesWith('-o').filter((name) => name !== 'protocol new'))(
    'goes by the ending of the file: %s',
    async (name) => {
      const file = join(emptyFolder(), 'page.json')
      await play(name, `-o ${file}`)
      expect(readFileSync(file, 'utf8')).toBe((await play(name, '--json')).stdout)
    },
  )

  it.each(namesWith('-o'))('that cannot be written is a problem: %s', async (name) => {
    const folder = emptyFolder()
    const file = join(folder, 'page.txt')
    mkdirSync(file)
    const { code, stdout, stderr } = await play(name, `-o ${file}`)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(file)])
  })
})

describe('colour', () => {
  const OFF: readonly (readonly [string, World['env'], string])[] = [
    ['NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, ''],
    ['--no-color', { FORCE_COLOR: '1' }, '--no-color'],
    ['TERM=dumb', { TERM: 'dumb' }, ''],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, ''],
  ]
  const terminal = { columns: 80 }

  const unpainted = async (name: string, [, env, flags]: (typeof OFF)[number]) => {
    const { stdout, stderr } = await play(name, flags, { terminal, ...(env !== undefined && { env }) })
    expect(stdout + stderr).not.toContain(ESCAPE)
  }

  // One place decides it for all of them: each is asked in one way, and the plan in every way.
  it.each(NAMES.map((name, index) => [name, OFF[index % OFF.length]!] as const))(
    'is left out on a terminal where somebody said so: %s',
    unpainted,
  )

  it.each(OFF.map((way) => [way[0], way] as const))('is left out of a plan by %s', (_, way) =>
    unpainted('plan', way),
  )

  it.each(NAMES)('changes no word: %s', async (name) => {
    const { home } = await homeFor(name)
    const dry = WRITING.includes(name) ? ' --dry-run' : name === 'protocol new' ? ' -o -' : ''
    const line = `${lineOf(name)}${dry}`
    const [bare, painted] = [
      await itb(line, { home, ...NOW, ...stdinOf(name) }),
      await itb(`${line} --color`, { home, ...NOW, ...stdinOf(name), env: { NO_COLOR: '1' } }),
    ]
    expect(plain(painted.stdout)).toBe(bare.stdout)
  })

  it.each(['today', 'status', 'plan', 'why', 'owed', 'done', 'log run', 'score', 'list', 'set'])(
    'is on a terminal, and in a pipe that asks for it: %s',
    async (name) => {
      expect((await play(name, '', { terminal })).stdout).toContain(ESCAPE)
      expect((await play(name, '', { env: { FORCE_COLOR: '1' } })).stdout).toContain(ESCAPE)
    },
  )

  it.each(NAMES)('of stdout and stderr is judged apart: %s', async (name) => {
    const line = `${name} --no-such-flag`
    const { stdout, stderr } = await itb(line, { keys: [] })
    expect([stdout, stderr]).toEqual(['', expect.stringContaining(ESCAPE)])
  })

  it.each(['today', 'plan', 'done', 'list'])(
    'is in no stdout that is a pipe, whoever types: %s',
    async (name) => {
      expect((await play(name, '', { keys: [] })).stdout).not.toContain(ESCAPE)
    },
  )
})

describe('bare itb', () => {
  const sit = async (columns: number, flags = '', world: World = {}) => {
    const { home } = await homeFor('', [], LONG_LOG)
    return itb(`--no-input ${flags}`, { home, ...NOW, terminal: { columns }, ...world })
  }

  it.each([40, 80, 120])(
    'keeps to %i columns and to eight lines that have nothing to wrap',
    async (columns) => {
      const lines = plain((await sit(columns)).stdout)
        .trimEnd()
        .split('\n')
      expect(lines.filter((line) => line.length > columns)).toEqual([])
      if (columns >= 80) expect(lines.length).toBeLessThanOrEqual(8)
    },
  )

  it('has its colours where they are wanted', async () => {
    expect((await sit(80)).stdout).toContain(ESCAPE)
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }, { FORCE_COLOR: '0' }]) {
      expect((await sit(80, '', { env })).stdout).not.toContain(ESCAPE)
    }
    expect((await sit(80, '--no-color', { env: { FORCE_COLOR: '1' } })).stdout).not.toContain(ESCAPE)
  })

  it('names the command that was forgotten before a flag', async () => {
    for (const world of [{}, { terminal: { columns: 80 }, keys: [] }]) {
      const { home } = await homeFor('')
      const { code, stdout, stderr } = await itb('--json', { home, ...NOW, ...world })
      expect([code, stderr]).toEqual([2, ''])
      const hint = expect.stringContaining('itb today --json')
      const message = 'no command is named before --json'
      expect(JSON.parse(stdout).problems).toMatchObject([{ code: 'usage', message, hint }])
    }
  })
})

describe('the width of a terminal', () => {
  /** For programs and editors: their lines are as long as they are. */
  const RAW = ['protocol schema', 'protocol new', 'completion', 'check']

  /** What has tables; in a narrow terminal everything has to give way. */
  const WIDE = ['plan', 'status', 'review', 'list', 'owed', 'protocol show']

  it.each(NAMES.filter((name) => !RAW.includes(name)))('is kept: %s', async (name) => {
    for (const columns of WIDE.includes(name) ? [40, 80, 120] : [40]) {
      const { stdout, file } = await play(name, '', { terminal: { columns } }, LONG_LOG)
      const wide = plain(stdout)
        .replaceAll(file, 'log.json')
        .split('\n')
        .filter((line) => line.length > columns)
      expect(wide, `at ${columns}`).toEqual([])
    }
  })

  it('of a pipe is none: nothing is cut off', async () => {
    for (const name of ['list', 'owed', 'status']) {
      const { stdout } = await play(name)
      expect(stdout).not.toMatch(/…|\.\.\.$/m)
    }
  })
})

describe('without a terminal', () => {
  /** What has to be said where nobody can be asked, and the flag or word that says it. */
  const MISSING: readonly (readonly [string, RegExp])[] = [
    ['log', /run, morning, day/],
    ['log run', /distance and its time/],
    ['log morning', /itb log morning 0/],
    ['log day', /--ok/],
    ['log cross-training', /itb log cross-training bike 40:00/],
    ['log clearance', /--by/],
    ['log limit --no-hills', /--by/],
    ['log review', /--changed/],
    ['log note', /itb log note/],
    ['log run 1km 16:00', /--force/],
    ['score last', /--pain/],
    ['edit last', /--pain/],
    ['init', /--site[\s\S]*--red-flag[\s\S]*--units[\s\S]*--baseline/],
  ]
  const WORLDS: readonly (readonly [string, string, World])[] = [
    ['no terminal', '', {}],
    ['--no-input', '--no-input', { terminal: { columns: 80 }, keys: [] }],
    ['--json', '--json', { terminal: { columns: 80 }, keys: [] }],
    ['stdin alone a pipe', '', { stdin: '', terminal: { columns: 80 } }],
  ]

  it.each(MISSING)('a missing answer is a problem that says how to give it: itb %s', async (line, said) => {
    for (const [where, flag, world] of WORLDS) {
      const { home, held } = await homeFor(line.split(' ')[0] ?? '')
      const before = held()
      const { code, stdout, stderr, asked } = await itb(`${line} ${flag}`, { home, ...NOW, ...world })
      const text = flag === '--json' ? JSON.parse(stdout).problems.flatMap(Object.values).join('\n') : stderr
      expect([code, asked, held(), text], where).toEqual([2, [], before, expect.stringMatching(said)])
      if (flag !== '--json') expect(stdout).toBe('')
    }
  })

  it('asks only where somebody types and reads along', () => {
    const sat = (stdin: boolean, stderr: boolean, flags: Flags = {}): boolean =>
      canAsk({ stdin: { isTTY: stdin }, stderr: { isTTY: stderr }, stdout: { isTTY: false } } as Host, flags)
    expect(sat(true, true)).toBe(true)
    for (const [stdin, stderr] of [
      [false, true],
      [true, false],
      [false, false],
    ] as const) {
      expect(sat(stdin, stderr)).toBe(false)
    }
    expect([sat(true, true, { input: false }), sat(true, true, { json: true })]).toEqual([false, false])
  })
})

describe('Ctrl-C', () => {
  /** The longest way through the questions of each command that asks. */
  const INIT = ['o', 'r', '3w', '5', 'n', 'n', 'n', 'k', '40', '6:00', 'mon,wed,sat']
  const LEFT_OPEN = [undefined, undefined, undefined, undefined, undefined]
  const broken = (file: string): boolean => {
    writeFileSync(file, '{ "type": "run" ')
    return true
  }
  const ASKING: readonly (readonly [string, readonly (string | undefined)[], World?, string[]?])[] = [
    ['init', [...INIT, ...LEFT_OPEN, 'y']],
    ['', ['t', '0', '0', 'h', '4', 'r', 'w', 'h', '3', 'y'], { clock: '00:40' }],
    ['', ['0', '0', 'h', '4', 'r', 'w', 'h', '2', 'n', '2.1km 13:00']],
    ['log', ['r', '5.2km', '31:10']],
    ['log', ['d', '1', 's', 'n']],
    ['log run 5.2km 3:10', ['t', 'y'], { clock: '00:40' }],
    ['log morning --date 2026-11-17', ['1']],
    ['log review', ['flat route', 'calm', 'nothing']],
    ['score', ['3']],
    ['score', ['3', 'r', 'w', 'h', '2', 'n'], {}, ['log run 5km 30:00']],
    [`import ${TABLE}`, ['k']],
    ['edit last', ['e', 'g'], { edit: broken }],
    ['edit last --distance 5.2km --duration 3:10', ['y'], {}, ['log run 5km 30:00']],
  ]
  const CASES = ASKING.flatMap(([line, keys, world = {}, before = []]) =>
    keys.map((_, index) => [`itb ${line}`, index + 1, line, keys.slice(0, index), world, before] as const),
  )

  it.each(CASES)('%s, at question %i: 130, not a word, and the log as it was', async (...told) => {
    const [, , line, keys, world, written] = told
    const { home, held } = await homeFor(line.split(' ')[0] ?? '', written, LONG_LOG)
    const before = held()
    const terminal = { columns: 80 }
    const { code, stderr, asked } = await itb(line, {
      home,
      ...NOW,
      terminal,
      ...world,
      keys: [...keys, '\u0003'],
    })
    expect([code, asked.length, held()]).toEqual([130, keys.length + 1, before])
    expect(stderr).not.toMatch(/^itb:|[Ee]rror/m)
  })
})

describe('--log -', () => {
  it.each(READING)('is a log on stdin for what only reads: %s', async (name) => {
    const { home, file } = await homeFor(name)
    const stdin = readFileSync(file, 'utf8')
    const [named, piped] = [
      await itb(lineOf(name), { home, ...NOW }),
      await itb(`${lineOf(name)} --log -`, { ...NOW, stdin }),
    ]
    if (name === 'check') expect([piped.code, piped.stderr]).toEqual([0, ''])
    else expect(piped).toEqual(named)
  })

  it.each(READING)('that is a terminal is told so at once: %s', async (name) => {
    const world = { keys: [], terminal: { columns: 80 } }
    const { code, stderr } = await itb(`${lineOf(name)} --log -`, { ...NOW, ...world })
    expect([code, plain(stderr)]).toEqual([2, expect.stringContaining('stdin, which is a terminal')])
  })

  it.each(WRITING)('is nothing to write to: %s', async (name) => {
    const { file } = await homeFor(name)
    const log = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const worlds: readonly World[] = [
      { stdin: name === 'add' ? ENTRY : log },
      { keys: [], terminal: { columns: 80 } },
    ]
    for (const world of worlds) {
      for (const flag of ['', '--dry-run']) {
        const { code, stdout, stderr } = await itb(`${lineOf(name)} --log - ${flag}`, { ...NOW, ...world })
        expect([code, stdout]).toEqual([2, ''])
        expect(plain(stderr)).toMatch(/stdin|--log -/)
      }
    }
  })
})

describe('the built command', () => {
  const command = builtCommand()
  const { NODE_EXTRA_CA_CERTS, NO_COLOR, FORCE_COLOR, ...inherited } = process.env
  const SHELL = `itb() { "${process.execPath}" "${command}" "$@"; }`

  async function bash(name: string, line: string) {
    const { home, file, held } = await homeFor(name, [], LONG_LOG)
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${SHELL}; ${line}`], {
      encoding: 'utf8',
      input: '',
      env: { ...inherited, HOME: home, ITB_LOG: file },
    })
    return { code: status, stdout, stderr, file, held }
  }

  it.each([
    'today',
    'status',
    'plan --weeks 12',
    'why',
    'list',
    'owed',
    'check --verbose',
    'protocol show itbs-rehab',
    'protocol schema --of plan',
    'completion bash',
    'log run --help',
  ])('does not mind a reader that is gone: itb %s', async (line) => {
    const { code, stderr } = await bash(
      'today',
      `itb ${line} --today ${THURSDAY} | true`.replace(
        /(check|protocol|completion|help)(.*) --today \S+/,
        '$1$2',
      ),
    )
    expect([line === 'owed' ? 1 : 0, '']).toEqual([code, stderr])
  })

  it('writes the log all the same where nobody reads what it says', async () => {
    const { code, stderr, file } = await bash('done', `itb done ${THURSDAY} --today ${THURSDAY} | true`)
    expect([code, stderr]).toEqual([0, ''])
    expect(readFileSync(file, 'utf8')).toContain(`${THURSDAY}-run@`)
  })

  it('leaves the log as it was on a full disk, and says so', async () => {
    const untouched = await homeFor('done', [], LONG_LOG)
    const { code, stdout, stderr, held } = await bash(
      'done',
      `ulimit -f 8; itb done ${THURSDAY} --today ${THURSDAY}`,
    )
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/no room for this on the disk/)
    expect(held()).toEqual(untouched.held())
  })

  it('tells that its answer went nowhere, though the log was written', async () => {
    if (!existsSync('/dev/full')) return
    const { code, stderr, file } = await bash('done', `itb done ${THURSDAY} --today ${THURSDAY} > /dev/full`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('the output could not be written')])
    expect(readFileSync(file, 'utf8')).toContain(`${THURSDAY}-run@`)
  })
})
