import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { build } from 'esbuild'
import * as zod from 'zod'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const DIST = join(ROOT, 'dist')

// main.cjs plans; the other commands are in act.cjs, and everything that checks a file is in slow.cjs. What
// a dynamic import names is evaluated when the import is reached, whichever file it stands in; the calendar
// of other time zones and the prompts have files of their own.
const PLANNING = ['plan', 'why']
const COMMANDS = join(ROOT, 'src/cli/commands')
const IN_MAIN = [
  join(ROOT, 'src/render/table.ts'),
  join(ROOT, 'src/cli/calendar.ts'),
  join(ROOT, 'src/cli/editor.ts'),
  'chalk',
]
const IN_ACT = [join(ROOT, 'src/render'), join(ROOT, 'src/store'), 'chalk']
const OWN_FILE = new Map([
  [join(ROOT, 'src/base/zone.ts'), 'zone'],
  [join(ROOT, 'src/cli/prompts.ts'), 'prompts'],
  [join(ROOT, 'src/render/ics.ts'), 'ics'],
  [join(ROOT, 'src/cli/import/collect.ts'), 'import'],
  // A thread of its own, begun by its file.
  [join(ROOT, 'src/cli/import/reading.ts'), 'reading'],
])

// What plans, and what other programs call day after day, is not compiled anew each time.
const KEPT = ['main', 'act', 'ics']

// The modules in slow.cjs, with their names there.
/** @type {Map<string, string>} */
const slow = new Map()

function nameInSlow(path) {
  if (!slow.has(path)) slow.set(path, `m${slow.size}_${basename(path, '.ts').replaceAll('-', '_')}`)
  return slow.get(path)
}

/**
 * @param {(module: string) => boolean} isHere what is part of this bundle although it is imported lazily
 * @returns {import('esbuild').Plugin}
 */
const lazily = (isHere) => ({
  name: 'lazily',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const module = path.startsWith('.') ? join(resolveDir, path) : path
      if (isHere(module)) return undefined
      return { path: module, namespace: 'lazy' }
    })
    onLoad({ filter: /./, namespace: 'lazy' }, ({ path }) => {
      const file = OWN_FILE.get(path)
      const contents =
        file === undefined ? `require('./slow.cjs').${nameInSlow(path)}` : `require('./${file}.cjs')`
      return { contents: `module.exports = ${contents}`, loader: 'js' }
    })
  },
})

// Rules hold their schemas beside their evaluation. To plan, no schema is ever asked: the planning bundle
// gets a zod whose every part is this one thing, which answers any call and any key with itself and saves
// a third of the start.
const INERT = 'const inert = new Proxy(function () {}, { get: () => inert, apply: () => inert })'

/** @type {import('esbuild').Plugin} */
const withoutZod = {
  name: 'without-zod',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zod$/ }, () => ({ path: 'zod', namespace: 'inert' }))
    onLoad({ filter: /./, namespace: 'inert' }, () => {
      const names = Object.keys(zod).filter((name) => name !== 'default')
      return {
        contents: `${INERT}\nexport { ${names.map((name) => `inert as ${name}`).join(', ')} }`,
        loader: 'js',
      }
    })
  },
}

// cli-table3 measures every cell anew for every line, with an expression that takes longer to compile than
// a plan to make; the tests hold our own measure, which counts by the same ranges, against it in what the
// sources print.
/** @type {import('esbuild').Plugin} */
const ownWidth = {
  name: 'own-width',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: 'width' }))
    onLoad({ filter: /./, namespace: 'width' }, () => ({
      contents: `module.exports = require(${JSON.stringify(join(ROOT, 'src/render/wrap.ts'))}).displayWidth`,
      resolveDir: ROOT,
    }))
  },
}

// Node reads its own modules when they are named: these three take several milliseconds and are hardly ever
// used, so each is named when something of it is.
const SELDOM = ['node:child_process', 'node:crypto', 'node:tty']

/** @type {import('esbuild').Plugin} */
const seldom = {
  name: 'seldom',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      SELDOM.includes(path) && namespace !== 'seldom' ? { path, namespace: 'seldom' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'seldom' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'default')
      const parts = names.map((name) => `get ${name}() { return require('${path}').${name} }`)
      return { contents: `module.exports = { ${parts.join(', ')} }`, loader: 'js' }
    })
  },
}

// A command that is not meant shows its name and its summary; whoever asks for more has act.cjs read.
/** @returns {import('esbuild').Plugin} */
const onDemand = (act) => ({
  name: 'on-demand',
  setup({ onLoad }) {
    onLoad({ filter: /src\/cli\/commands\/[\w-]+\.ts$/ }, ({ path }) => {
      if (PLANNING.includes(basename(path, '.ts'))) return undefined
      const commands = Object.entries(act[stemOf(path)]).map(
        ([key, { name, summary }]) =>
          `export const ${key} = show(${JSON.stringify({ name, summary })}, ${JSON.stringify(key)})`,
      )
      return { contents: `${SHOW(stemOf(path))}\n${commands.join('\n')}`, loader: 'js' }
    })
  },
})

const stemOf = (path) => basename(path, '.ts').replaceAll('-', '_')
const SHOW = (file) =>
  `const show = (shown, key) =>
    new Proxy(shown, { get: (own, name) => own[name] ?? require('./act.cjs').${file}[key][name] })`

// The folders of the packages that went into a bundle: their licences go with them.
/** @type {Set<string>} */
const packages = new Set()

async function bundle(entry, file, plugins, frame = {}) {
  const { metafile } = await build({
    metafile: true,
    ...entry,
    ...frame,
    outfile: join(DIST, `${file}.cjs`),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20.17',
    format: 'cjs',
    legalComments: 'none',
    define: { 'import.meta.dirname': '__dirname' },
    external: ['./*.cjs'],
    plugins,
    logLevel: 'warning',
  })
  for (const input of Object.keys(metafile.inputs)) {
    const [folder] = /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(input) ?? []
    if (folder !== undefined) packages.add(folder.replace(/^[\w-]+:/, ''))
  }
}

const stdin = (contents) => ({ stdin: { contents, resolveDir: ROOT, loader: 'js' } })

const namedIn = (file) => !OWN_FILE.has(file)

async function bundleAll() {
  for (const [path, file] of OWN_FILE) {
    const frame = KEPT.includes(file) ? FRAME : {}
    await bundle(stdin(`export * from ${JSON.stringify(path)}`), file, [], frame)
  }
  const inAct = (module) => IN_ACT.some((part) => module.startsWith(part))
  const commands = readdirSync(COMMANDS).filter(
    (name) => /\.ts$/.test(name) && !PLANNING.includes(stemOf(name)),
  )
  const parts = commands.map(
    (name) => `export * as ${stemOf(name)} from ${JSON.stringify(join(COMMANDS, name))}`,
  )
  await bundle(stdin(parts.join('\n')), 'act', [lazily(inAct), withoutZod, ownWidth, seldom], FRAME)
  const act = runFramed('act')
  const main = { entryPoints: [join(ROOT, 'src/main.ts')] }
  const inMain = (module) => IN_MAIN.includes(module)
  await bundle(main, 'main', [onDemand(act), lazily(inMain), withoutZod, ownWidth, seldom], FRAME)
  const exported = [...slow].map(([path, name]) => `export * as ${name} from ${JSON.stringify(path)}`)
  // Inside slow.cjs its modules are at hand anyway.
  await bundle(stdin(exported.join('\n')), 'slow', [lazily(namedIn)])
}

/** What a framed bundle exports. */
function runFramed(name) {
  const module = { exports: {} }
  const file = join(DIST, `${name}.cjs`)
  new Script(readFileSync(file, 'utf8')).runInThisContext()(createRequire(file), DIST, module)
  return module.exports
}

// V8 keeps what it compiled of a bundle while it was used, and need not compile it again. Another version of
// Node refuses that file and compiles as ever, so that it may be missing or strange and nothing but time is
// lost.
const FRAME = {
  banner: { js: '(function (require, __dirname, module) {' },
  footer: { js: '})' },
}
// Node 20 begins within milliseconds to optimize what runs often, on a second processor where there is one;
// that takes as long as a plan and is done when the plan is. Later versions wait longer of themselves.
const START = `
const KEPT = ${JSON.stringify(KEPT)}
if (process.versions.node.startsWith('20.')) {
  require('node:v8').setFlagsFromString('--interrupt-budget=600000')
}
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')
const scripts = new Map()
function open(name) {
  const filename = __dirname + '/' + name + '.cjs'
  const source = readFileSync(filename, 'utf8')
  let cachedData
  try {
    cachedData = readFileSync(__dirname + '/' + name + '.cache')
  } catch {}
  const script = new Script(source, { filename, cachedData })
  scripts.set(name, script)
  const module = { exports: {} }
  script.runInThisContext()(find, __dirname, module)
  return module.exports
}
const opened = new Map()
function find(id) {
  const name = id.slice('./'.length, -'.cjs'.length)
  if (!KEPT.includes(name)) return require(id)
  if (!opened.has(name)) opened.set(name, open(name))
  return opened.get(name)
}
open('main')
`
const KEEP = `
process.on('exit', () => {
  for (const [name, script] of scripts) {
    require('node:fs').writeFileSync(__dirname + '/' + name + '.cache', script.createCachedData())
  }
})
`

// A log of a few days, so that what reads one is kept as well.
const A_LOG = {
  format: 'itb-log',
  version: 1,
  runner: { protocol: 'itbs-rehab', units: 'km', weekStart: 'monday', baselineWeeklyDistanceMeters: 40_000 },
  entries: Array.from({ length: 20 }, (_, index) => ({
    type: 'run',
    date: `2026-03-${index + 1 < 10 ? '0' : ''}${index + 1}`,
    start: '07:10',
    distanceMeters: 6000,
    durationSeconds: 2100,
    ...(index === 19 && { pain: { during: 2, after: 1, nextMorning: 1 } }),
  })),
}

/** Ordinary commands, each of which leaves behind what was compiled for it. */
function writeStart() {
  const start = join(DIST, 'start.cjs')
  const quietly = { stdio: ['ignore', 'ignore', 'inherit'] }
  writeFileSync(start, START + KEEP)
  execFileSync(process.execPath, [start, 'today', '--demo'], quietly)
  execFileSync(process.execPath, [start, 'plan', '--demo'], quietly)
  const log = [start, 'plan', '--log', '-', '--today', '2026-03-25']
  for (const format of ['table', 'ics']) {
    execFileSync(process.execPath, [...log, '--format', format], {
      stdio: ['pipe', 'ignore', 'inherit'],
      input: JSON.stringify(A_LOG),
    })
  }
  // Written last: from here on the build is whole.
  writeFileSync(start, START)
}

/** Shipped protocols as their own reader reads them, beside the text they were read from. */
function compileProtocols() {
  const require = createRequire(import.meta.url)
  const modules = require(join(DIST, 'slow.cjs'))
  const { readProtocol } = modules[slow.get(join(ROOT, 'src/protocol/read.ts'))]
  mkdirSync(join(DIST, 'protocols'), { recursive: true })
  for (const name of readdirSync(join(ROOT, 'protocols')).filter((file) => file.endsWith('.yaml'))) {
    const file = join(ROOT, 'protocols', name)
    const text = readFileSync(file, 'utf8')
    const read = readProtocol(relative(ROOT, file), text)
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems, null, 2)}`)
    const compiled = JSON.stringify({ text, protocol: read.value })
    writeFileSync(join(DIST, 'protocols', `${basename(name, '.yaml')}.json`), compiled)
  }
}

/** Whose work is in the bundles, and on what terms. */
function writeLicences() {
  const parts = [...packages].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(
      readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
    )
    const file = readdirSync(join(ROOT, folder)).find((each) => /^(licen[cs]e|copying)(\.|$)/i.test(each))
    const by = typeof author === 'string' ? author : author?.name
    const text = file === undefined ? (by ?? '') : readFileSync(join(ROOT, folder, file), 'utf8').trim()
    return `${name} ${version}, ${license}\n\n${text}\n`
  })
  writeFileSync(join(DIST, 'licences.txt'), parts.join(`\n${'-'.repeat(72)}\n\n`))
}

rmSync(DIST, { recursive: true, force: true })
nameInSlow(join(ROOT, 'src/protocol/read.ts'))
await bundleAll()
compileProtocols()
writeLicences()
writeStart()
