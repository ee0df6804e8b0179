import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './support/built.ts'

/** Which folders a folder may import, and of which it may import types. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  rules: ['base'],
  protocol: ['base', 'rules'],
  log: ['base'],
  engine: ['base', 'rules', 'protocol', 'log'],
  calendar: ['base', 'log', 'type engine'],
  render: ['base', 'type rules', 'type protocol', 'type log', 'type engine', 'type calendar'],
  intake: ['base', 'log', 'type engine'],
  store: ['base'],
  cli: ['base', 'rules', 'protocol', 'log', 'engine', 'render', 'calendar', 'intake', 'store'],
  'main.ts': ['cli'],
}
const PURE = ['base', 'rules', 'protocol', 'log', 'engine', 'calendar', 'render', 'intake']
/** The one file that knows a package; zod is at home wherever a schema is. */
const HOMES: Readonly<Record<string, string>> = {
  luxon: 'base/zone.ts',
  yaml: 'base/source.ts',
  'cli-table3': 'render/table.ts',
  'csv-stringify/sync': 'render/csv.ts',
  'csv-parse/sync': 'intake/csv.ts',
  saxes: 'intake/xml.ts',
  'ical.js': 'render/ics.ts',
  'fit-file-parser/encoder': 'render/fit.ts',
  'fit-file-parser/raw': 'intake/fit-messages.ts',
  'fit-file-parser/profile': 'intake/fit-sport.ts',
  yauzl: 'store/archive.ts',
  commander: 'cli/program.ts',
  chalk: 'cli/host.ts',
  inquirer: 'cli/prompts.ts',
  '@inquirer/core': 'cli/prompts.ts',
}
const FORBIDDEN =
  /\b(process|console|Date|globalThis|fetch|setTimeout|performance|crypto)\b(?=[.(])|\bnew Date\b|Math\.random|\bawait\b/
const LONGEST_LINE = 110

interface Import {
  readonly isType: boolean
  readonly from: string
  readonly isDynamic: boolean
}

interface Source {
  readonly path: string
  readonly folder: string
  readonly text: string
  readonly imports: readonly Import[]
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .map((file) => join(ROOT, folder, file))

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

function importsOf(text: string): Import[] {
  const still = [...text.matchAll(/^(import|export) (type )?[^'"]*?from '([^']+)'/gm)].map(
    ([, , type, from = '']) => ({ isType: type !== undefined, from, isDynamic: false }),
  )
  const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, from = '']) => ({
    isType: false,
    from,
    isDynamic: true,
  }))
  return [...still, ...dynamic]
}

function sourceOf(file: string): Source {
  const path = relative(join(ROOT, 'src'), file)
  const text = readFileSync(file, 'utf8')
  return { path, folder: path.split('/')[0] ?? '', text: withoutComments(text), imports: importsOf(text) }
}

const SOURCES = filesIn('src').map(sourceOf)
const isOurs = ({ from }: Import): boolean => from.startsWith('.')
const targetOf = ({ path }: Source, { from }: Import): string => join(dirname(path), from)
const each = (check: (source: Source) => readonly string[]): string[] => SOURCES.flatMap(check)

describe('the sources', () => {
  it('import only from the folders they may', () => {
    expect(
      each((source) =>
        source.imports.filter(isOurs).flatMap((one) => {
          const target = targetOf(source, one)
          const folder = target.split('/')[0] ?? ''
          const allowed = MAY_IMPORT[source.folder] ?? []
          const may =
            folder === source.folder ||
            allowed.includes(folder) ||
            (one.isType && allowed.includes(`type ${folder}`))
          return may ? [] : [`'${source.path}' may not import '${target}'`]
        }),
      ),
    ).toEqual([])
  })

  it('keep every package in its one home', () => {
    const packages = each((source) =>
      source.imports
        .filter((one) => !isOurs(one) && !one.from.startsWith('node:') && one.from !== 'zod')
        .filter(({ from }) => HOMES[from] !== source.path)
        .map(({ from }) => `'${source.path}' is not the home of '${from}'`),
    )
    expect(packages).toEqual([])
  })

  it('are pure from base to render: no machine, no clock, no chance, no waiting', () => {
    expect(
      each((source) =>
        (PURE.includes(source.folder) ? source.text.split('\n') : [])
          .filter((line) => FORBIDDEN.test(line) || line.includes("'node:"))
          .map((line) => `${source.path}: ${line.trim()}`),
      ),
    ).toEqual([])
  })

  it('know the process in main.ts alone', () => {
    expect(
      each(({ path, text }) => (path !== 'main.ts' && /\bprocess\.|'node:process'/.test(text) ? [path] : [])),
    ).toEqual([])
  })

  it('write imports with their ending, and name what they export', () => {
    expect(
      each(({ path, text, imports }) => [
        ...imports
          .filter((one) => isOurs(one) && !/\.ts$/.test(one.from))
          .map(({ from }) => `${path}: '${from}' has no ending`),
        ...(/^export default\b|\bas any\b|: any\b|<any>/m.test(text)
          ? [`${path}: a default export or any`]
          : []),
        ...(path !== 'rules/index.ts' && /^export (\*|\{[^}]*\}) from/m.test(text)
          ? [`${path}: hands on what others export`]
          : []),
      ]),
    ).toEqual([])
  })

  it('have no cycles', () => {
    const graph = new Map(
      SOURCES.map((source) => [
        source.path,
        source.imports.filter((one) => isOurs(one) && !one.isType).map((one) => targetOf(source, one)),
      ]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' > '))
      if (trail.includes(path) || done.has(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('are readable: no long lines', () => {
    expect(
      SOURCES.flatMap(({ path }) => {
        const lines = readFileSync(join(ROOT, 'src', path), 'utf8').split('\n')
        return lines.flatMap((line, index) =>
          line.length > LONGEST_LINE ? [`${path}:${index + 1}: ${line.length} columns`] : [],
        )
      }),
    ).toEqual([])
  })
})

describe('the tests', () => {
  it('import nothing of src in the reference model', () => {
    expect(
      importsOf(readFileSync(join(ROOT, 'tests/reference/model.ts'), 'utf8')).filter(({ from }) =>
        from.includes('/src/'),
      ),
    ).toEqual([])
  })
})
