import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import * as zod from 'zod'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const DIST = join(ROOT, 'dist')

// What a dynamic import names is evaluated when the import is reached. What most plans need is in main.cjs
// all the same; the calendar of other time zones has a file of its own, and everything that checks is in
// slow.cjs.
const IN_MAIN = [join(ROOT, 'src/render/table.ts'), 'chalk']
const OWN_FILE = new Map([[join(ROOT, 'src/base/zone.ts'), 'zone']])

// The modules in slow.cjs, with their names there.
/** @type {Map<string, string>} */
const slow = new Map()

function nameInSlow(path) {
  if (!slow.has(path)) slow.set(path, `m${slow.size}_${basename(path, '.ts').replaceAll('-', '_')}`)
  return slow.get(path)
}

/** @returns {import('esbuild').Plugin} */
const lazily = (isSlow) => ({
  name: 'lazily',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const module = path.startsWith('.') ? join(resolveDir, path) : path
      // Inside slow.cjs its modules are at hand anyway.
      if (IN_MAIN.includes(module) || (isSlow && !OWN_FILE.has(module))) return undefined
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

const bundle = (entry, file, plugins, frame = {}) =>
  build({
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

const stdin = (contents) => ({ stdin: { contents, resolveDir: ROOT, loader: 'js' } })

async function bundleAll() {
  const main = { entryPoints: [join(ROOT, 'src/main.ts')] }
  await bundle(main, 'main', [lazily(false), withoutZod, ownWidth], FRAME)
  for (const [path, file] of OWN_FILE) await bundle(stdin(`export * from ${JSON.stringify(path)}`), file, [])
  const exported = [...slow].map(([path, name]) => `export * as ${name} from ${JSON.stringify(path)}`)
  await bundle(stdin(exported.join('\n')), 'slow', [lazily(true)])
}

// V8 keeps what it compiled of main.cjs while a plan was made, and need not compile it again. Another
// version of Node refuses that file and compiles as ever, so that it may be missing or strange and nothing
// but time is lost.
const FRAME = {
  banner: { js: '(function (require, __dirname) {' },
  footer: { js: '})' },
}
const START = `
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')
const filename = __dirname + '/main.cjs'
const source = readFileSync(filename, 'utf8')
let cachedData
try {
  cachedData = readFileSync(__dirname + '/main.cache')
} catch {}
const script = new Script(source, { filename, cachedData })
script.runInThisContext()(require, __dirname)
`
const KEEP = `
process.on('exit', () => {
  require('node:fs').writeFileSync(__dirname + '/main.cache', script.createCachedData())
})
`

function writeStart() {
  const start = join(DIST, 'start.cjs')
  writeFileSync(start, START + KEEP)
  execFileSync(process.execPath, [start, 'plan', '--demo'], { stdio: ['ignore', 'ignore', 'inherit'] })
  // Written last: from here on the build is whole.
  writeFileSync(start, START)
}

/** Shipped protocols as their own reader reads them, beside the hash of the text they were read from. */
function compileProtocols() {
  const require = createRequire(import.meta.url)
  const modules = require(join(DIST, 'slow.cjs'))
  const { readProtocol } = modules[slow.get(join(ROOT, 'src/protocol/read.ts'))]
  const { fnv } = modules[slow.get(join(ROOT, 'src/base/hash.ts'))]
  mkdirSync(join(DIST, 'protocols'), { recursive: true })
  for (const name of readdirSync(join(ROOT, 'protocols')).filter((file) => file.endsWith('.yaml'))) {
    const file = join(ROOT, 'protocols', name)
    const text = readFileSync(file, 'utf8')
    const read = readProtocol(relative(ROOT, file), text)
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems, null, 2)}`)
    const compiled = JSON.stringify({ hash: fnv(text), protocol: read.value })
    writeFileSync(join(DIST, 'protocols', `${basename(name, '.yaml')}.json`), compiled)
  }
}

rmSync(DIST, { recursive: true, force: true })
nameInSlow(join(ROOT, 'src/base/hash.ts'))
await bundleAll()
compileProtocols()
writeStart()
