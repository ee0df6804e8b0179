import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderLog } from '../src/log/render.ts'
import { builtCommand, ROOT } from './support/built.ts'
import { emptyFolder, itb } from './support/fake-host.ts'
import { logBefore, logFileBefore } from './support/log-on.ts'
import { fitOf, stravaTable } from './support/made-export.ts'
import { madeZip } from './support/made-zip.ts'
import { inTerminal, type Step } from './support/pty.ts'
import { sampleLog } from './support/sample-log.ts'

const DOCUMENTS = ['README.md', 'CHANGELOG.md', 'protocols/README.md', 'tests/README.md']
const PROMISES = ['npm ci && npx itb plan --demo', 'npm ci && npm test']
const LONGEST_LINE = 110
const CUT = '…'
const MACHINE = /(^|[\s"'`(=])\/(home|root|tmp|usr|var|etc|opt|work|mnt|Users)\b|[A-Z]:\\|\/work\//

const LATER = 'Enter: not now'
const DONE = 'Enter: not yet'
/** What is typed in the week that the README shows, block by block. */
const WEEK: readonly { readonly day: string; readonly steps: readonly Step[] }[] = [
  {
    day: '2026-11-17',
    steps: [
      [LATER, '0'],
      [DONE, 'y'],
    ],
  },
  {
    day: '2026-11-18',
    steps: [
      [LATER, '0'],
      [DONE, 'y'],
      ['Enter: not said', 'y'],
    ],
  },
  {
    day: '2026-11-19',
    steps: [
      [LATER, '0'],
      [DONE, 'h'],
      ['at its worst', '3'],
      ['When did it hurt', 'r'],
      ['How did it go on', 'w'],
      ['When was it gone', 'h'],
      ['did it begin', '3'],
      ['Did you run all of it', 'y'],
    ],
  },
  { day: '2026-11-20', steps: [] },
]

const textOf = (document: string): string => readFileSync(join(ROOT, document), 'utf8')

interface Block {
  readonly language: string
  readonly lines: readonly string[]
}

/** What stands between fences, in its order. */
const blocksIn = (document: string): Block[] =>
  [...textOf(document).matchAll(/^```(\w*)\n([\s\S]*?)\n```$/gm)].map(([, language = '', body = '']) => ({
    language,
    lines: body.split('\n'),
  }))

const commandsIn = (document: string): string[] =>
  blocksIn(document)
    .filter(({ language, lines }) => language === '' && lines[0]?.startsWith('itb ') === true)
    .flatMap(({ lines }) => lines.map((line) => line.replace(/ +#.*/, '')))

const jsonIn = (document: string) =>
  blocksIn(document)
    .filter(({ language }) => language === 'json')
    .map(({ lines }) => JSON.parse(lines.join('\n')))

/** A folder with the log of the README in it. */
function folderWithLog(entries: readonly object[] = []): string {
  const folder = emptyFolder()
  const [log] = jsonIn('README.md')
  writeFileSync(join(folder, 'log.json'), JSON.stringify({ ...log, entries: [...log.entries, ...entries] }))
  return folder
}

/** Runs command lines one after the other, as somebody would who reads them in a folder with a log. */
async function runIn(folder: string, lines: readonly string[]) {
  const away = process.cwd()
  const home = emptyFolder()
  const ended = []
  process.chdir(folder)
  try {
    for (const line of lines) {
      const { code, stdout, stderr } = await itb(line.replace(/^itb /, ''), {
        home,
        env: { ITB_LOG: 'log.json' },
      })
      ended.push({ line, code, stdout, stderr: stderr.replace(/^saved to .*\n/, '') })
    }
  } finally {
    process.chdir(away)
  }
  return ended
}

/** The parts of a session that were printed one behind the other; between them something was cut out. */
const partsOf = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .split(new RegExp(`^${CUT}$`, 'm'))
    .map((part) => part.replace(/^\n|\n$/g, ''))
    .filter((part) => part !== '')

describe.each(DOCUMENTS)('%s', (document) => {
  const text = textOf(document)

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link.replace(/#.*/, ''))
    const relative = links.filter((link) => link !== '' && !/^[a-z]+:/.test(link))
    expect(relative.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([])
  })

  it('names files of the repository that are there', () => {
    const named = [...text.matchAll(/`((?:src|tests|protocols|bin)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('mentions no path of anybody’s machine', () => {
    expect(text.split('\n').filter((line) => MACHINE.test(line))).toEqual([])
  })

  it('keeps its lines short', () => {
    expect(text.split('\n').filter((line) => line.length > LONGEST_LINE)).toEqual([])
  })

  it('shows commands that work', async () => {
    const ended = await runIn(folderWithLog(), commandsIn(document))
    expect(ended.filter(({ code, stderr }) => code !== 0 || stderr !== '')).toEqual([])
  })
})

describe('the README', () => {
  it('promises two commands, each in a block of its own', () => {
    const blocks = blocksIn('README.md').map(({ lines }) => lines.join('\n'))
    expect(blocks.filter((block) => block.startsWith('npm '))).toEqual(PROMISES)
  })

  it('names npm scripts that there are', () => {
    const { scripts } = JSON.parse(textOf('package.json'))
    const named = [...textOf('README.md').matchAll(/`npm run (\w+)`/g)].map(([, name = '']) => name)
    const slow = JSON.parse(textOf('tests/slow/package.json')).scripts
    expect(named.filter((name) => !(name in scripts) && !(name in slow))).toEqual([])
  })

  const sessions = blocksIn('README.md').filter(
    ({ language, lines }) => language === '' && lines[0]?.startsWith('$ itb ') === true,
  )

  it.each(sessions.map(({ lines: [line = '', ...printed] }) => ({ line: line.slice(2), printed })))(
    'shows what is printed: $line',
    async ({ line, printed }) => {
      const [ended] = await runIn(emptyFolder(), [line])
      let rest = `\n${ended?.stdout ?? ''}`
      for (const part of partsOf(printed)) {
        const at = rest.indexOf(`\n${part}\n`)
        expect(at, `\n${part}\nis not printed, or not there:\n${rest}`).toBeGreaterThanOrEqual(0)
        rest = rest.slice(at + part.length + 1)
      }
    },
  )

  it('shows a week as it stands on a terminal', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'log.json'), renderLog(logBefore(WEEK[0]?.day ?? '')))
    const shown = blocksIn('README.md').filter(({ language }) => language === 'terminal')
    expect(shown).toHaveLength(WEEK.length)
    for (const [index, { day, steps }] of WEEK.entries()) {
      const [line = '', ...printed] = shown[index]?.lines ?? []
      const words = line.replace('$ itb', '')
      const { screen } = await inTerminal(
        `cd ${folder}; exec "${process.execPath}" "${builtCommand()}"${words} --log log.json --today ${day}`,
        { env: { NO_COLOR: '1' }, steps },
      )
      expect(screen.split('\n')).toEqual(printed)
    }
  }, 60_000)

  it('shows an import as it is printed', async () => {
    const [block] = blocksIn('README.md').filter(({ lines }) => lines[0]?.startsWith('$ itb import') === true)
    const folder = emptyFolder()
    const runs = Array.from({ length: 30 }, (_, week) => [
      { day: 14 - 7 * week, meters: 6000, seconds: 2220 },
      { day: 16 - 7 * week, meters: 11_200 + 80 * week, seconds: 4250 },
    ]).flat()
    const table = stravaTable(...runs, { day: 15, type: 'Ride', meters: 31_000, seconds: 4800 })
    const files = [
      { name: 'activities.csv', bytes: table },
      ...runs.slice(0, 12).map((run, index) => ({ name: `activities/${index}.fit`, bytes: fitOf(run) })),
      { name: 'activities/12.fit', bytes: fitOf({ day: -70 }).subarray(0, 40) },
    ]
    writeFileSync(join(folder, 'export.zip'), madeZip(files))
    const runner = { timeZone: 'Europe/Berlin', baselineWeeklyDistanceMeters: 30_000 }
    writeFileSync(join(folder, 'log.json'), sampleLog({ runner }))
    const lines = (block?.lines ?? []).filter((line) => line.startsWith('$ ')).map((line) => line.slice(2))
    const away = process.cwd()
    process.chdir(folder)
    const told: string[] = []
    try {
      for (const line of lines) {
        const { stdout, stderr } = await itb(line.slice('itb '.length), { env: { ITB_LOG: 'log.json' } })
        told.push(`$ ${line}`, ...`${stdout}${stderr}`.trimEnd().split('\n'))
      }
    } finally {
      process.chdir(away)
    }
    expect(told).toEqual(block?.lines)
  })

  it('shows commands for scripts that work', async () => {
    const [block] = blocksIn('README.md').filter(({ language }) => language === 'sh')
    const file = logFileBefore('2026-11-18')
    for (const line of block?.lines ?? []) {
      const words = line.replace(/ +#.*/, '').replace(/^itb /, '')
      const { code, stderr } = await itb(`${words} --log ${file} --today 2026-11-18`)
      expect([line, code === 2, stderr]).toEqual([line, false, ''])
    }
    expect(block?.lines.length).toBeGreaterThan(4)
  })

  it('shows sessions', () => expect(sessions.length).toBeGreaterThan(1))

  it('shows a log, and entries with a past, that are well', async () => {
    const [, entries] = jsonIn('README.md')
    const [ended] = await runIn(folderWithLog(entries), ['itb check log.json'])
    expect(ended).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })
})
