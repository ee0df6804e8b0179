// How long a plan takes beside doing nothing at all, on eight years of running, on the screen and as a
// calendar, and how long it takes to bring them in; fails where it takes too long.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { emptyLog, fitFolder, stravaTable } from './bench-import.mjs'

const ROUNDS = Number(process.env.ROUNDS ?? 21)
const MOST_RATIO = 3.5
const MOST_MEGABYTES = 120
const MOST_IMPORT_MEGABYTES = 300
const MOST_TABLE_SECONDS = 2
const FILES = 1000
const LEAST_FILES_A_SECOND = 25
const DAY = 86_400_000

const root = fileURLToPath(new URL('..', import.meta.url))
const real = join(root, '..', 'shared', 'data', 'logs', 'real-eight-years.json')
const folder = mkdtempSync(join(tmpdir(), 'itb-bench-'))
const command = join(root, 'bin', 'itb.js')

// Node 20 reads the certificates this names at every start: with it "nothing at all" takes three times as
// long.
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...env } = process.env

/** Where the real log is not at hand: as many runs, in the same years. */
function generatedLog() {
  const first = Date.parse('2018-04-25')
  const entries = Array.from({ length: 2400 }, (_, index) => ({
    type: 'run',
    date: new Date(first + Math.floor(index * 1.27) * DAY).toISOString().slice(0, 10),
    start: index % 2 === 0 ? '07:10' : '18:20',
    distanceMeters: 5000 + ((index * 997) % 9000),
    durationSeconds: Math.round((5000 + ((index * 997) % 9000)) * 0.3),
  }))
  const runner = {
    protocol: 'itbs-rehab',
    units: 'km',
    weekStart: 'monday',
    baselineWeeklyDistanceMeters: 75_000,
  }
  const file = join(folder, 'log.json')
  writeFileSync(file, JSON.stringify({ format: 'itb-log', version: 1, runner, entries }, null, 2))
  return file
}

function milliseconds(args) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function megabytes(args) {
  const preload = join(folder, 'peak.cjs')
  const write = "require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS))"
  writeFileSync(preload, `process.on('exit', () => ${write})`)
  const stdio = ['ignore', 'ignore', 'inherit', 'pipe']
  const { output } = spawnSync(process.execPath, ['--require', preload, ...args], {
    env,
    stdio,
    encoding: 'utf8',
  })
  return Number(output[3]) / 1024
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

const log = existsSync(real) ? real : generatedLog()
const nothing = ['-e', '0']
const table = [command, 'plan', '--log', log, '--today', '2026-09-14']
const plans = { 'itb plan': table, 'itb plan --format ics': [...table, '--format', 'ics'] }
const measured = Object.entries(plans).map(([name, plan]) => {
  milliseconds(plan)
  const pairs = Array.from({ length: ROUNDS }, () => [milliseconds(nothing), milliseconds(plan)])
  const ratio = median(pairs.map(([idle, planned]) => planned / idle))
  return { name, pairs, ratio, peak: megabytes(plan) }
})
const imports = [
  { what: 'eight years of Strava', path: stravaTable(folder), most: MOST_TABLE_SECONDS },
  { what: `${FILES} FIT files`, path: fitFolder(folder, FILES), most: FILES / LEAST_FILES_A_SECOND },
].map(({ what, path, most }, number) => {
  const line = (round) => {
    const into = emptyLog(folder, `into-${number}-${round}.json`)
    return [command, 'import', path, '--log', into, '--today', '2026-09-14']
  }
  return { what, most, seconds: milliseconds(line(0)) / 1000, peak: megabytes(line(1)) }
})
rmSync(folder, { recursive: true })

const idle = median(measured.flatMap(({ pairs }) => pairs.map(([idle]) => idle)))
console.log(`node -e 0  ${idle.toFixed(0)} ms`)
for (const { name, pairs, ratio, peak } of measured) {
  const planned = median(pairs.map(([, planned]) => planned))
  console.log(
    `${name}  ${planned.toFixed(0)} ms, ${ratio.toFixed(2)} times as long (at most ${MOST_RATIO}); ` +
      `${peak.toFixed(0)} MB (at most ${MOST_MEGABYTES})`,
  )
}
for (const { what, most, seconds, peak } of imports) {
  console.log(
    `itb import: ${what}  ${seconds.toFixed(2)} s (at most ${most}); ` +
      `${peak.toFixed(0)} MB (at most ${MOST_IMPORT_MEGABYTES})`,
  )
}
const isWithin = ({ ratio, peak }) => ratio <= MOST_RATIO && peak <= MOST_MEGABYTES
const isImported = ({ most, seconds, peak }) => seconds <= most && peak <= MOST_IMPORT_MEGABYTES
process.exitCode = measured.every(isWithin) && imports.every(isImported) ? 0 : 1
