import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLog } from '../../src/log/read.ts'
import type { Log, Runner } from '../../src/log/schema.ts'
import { ROOT } from './built.ts'

const FOLDER = join(ROOT, '../shared/data/logs')

/** Logs of real runners lie beside the repository; what needs them is skipped where they are not at hand. */
export const HAS_REAL_LOGS = existsSync(FOLDER)

export const realText = (name: string): string => readFileSync(join(FOLDER, `${name}.json`), 'utf8')

const QUIET = { pain: { during: 0, nextMorning: 0 }, limp: false, swelling: false, analgesic: false }

/** A real history with 0 for every run, for every second one or for none, nothing left open of what is said. */
export function realLog(name: string, scored: 'all' | 'half' | 'none', runner: Partial<Runner> = {}): Log {
  const raw = JSON.parse(realText(name)) as Log
  let nth = 0
  const entries = raw.entries.map((entry) => {
    if (entry.type !== 'run') return entry
    const isScored = scored === 'all' || (scored === 'half' && nth++ % 2 === 0)
    return isScored ? { ...entry, ...QUIET } : entry
  })
  const log = readLog(JSON.stringify({ ...raw, runner: { ...raw.runner, ...runner }, entries }))
  if (log === undefined) throw new Error(`${name} cannot be read`)
  return log
}
