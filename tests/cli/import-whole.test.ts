import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLog } from '../../src/log/read.ts'
import { builtCommand } from '../support/built.ts'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'
import { fitOf, stravaTable } from '../support/made-export.ts'
import { points, madeFit, ACTIVITY_FILE, MORNING, session } from '../support/made-fit.ts'
import { sampleLog } from '../support/sample-log.ts'
import { tries } from '../support/tries.ts'

const TODAY = '2026-03-18'
const command = builtCommand()

const log = (): string => fileWith(sampleLog({ runner: { timeZone: 'Europe/Berlin' } }))
const words = (file: string, path: string): readonly string[] => [
  command,
  'import',
  path,
  '--log',
  file,
  '--today',
  TODAY,
]
const runs = (count: number) => Array.from({ length: count }, (_, day) => ({ day: -day }))

/** A folder of so many files of an hour, a point a second. */
function folderOf(count: number): string {
  const folder = emptyFolder()
  const hour = points(
    MORNING,
    3600,
    () => 2.8,
    () => 84,
  )
  for (const { day } of runs(count)) {
    const begin = MORNING + day * 86_400
    const moved = hour.map(
      ([kind, fields]) => [kind, { ...fields, 253: (fields[253] ?? 0) + day * 86_400 }] as const,
    )
    writeFileSync(join(folder, `${-day}.fit`), madeFit(ACTIVITY_FILE, session(begin, 3600, 10_080), ...moved))
  }
  return folder
}

describe('an import by a real process', () => {
  it('reads many files side by side and gives what one after the other gives', async () => {
    const folder = folderOf(30)
    const [alone, beside] = [log(), log()]
    await itb(`import ${folder} --log ${alone}`, { today: TODAY })
    const { status, stderr } = spawnSync(process.execPath, words(beside, folder), { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    const entries = (file: string) => readLog(readFileSync(file, 'utf8'))?.entries
    expect(entries(beside)).toHaveLength(30)
    expect(entries(beside)).toEqual(entries(alone))
  })

  it('on a full disk leaves the log as it was and says so', () => {
    const file = log()
    const before = readFileSync(file, 'utf8')
    const table = fileWith(stravaTable(...runs(400)))
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, ...words(file, table)],
      { encoding: 'utf8' },
    )
    expect([status, readFileSync(file, 'utf8')]).toEqual([2, before])
    expect(stderr).toMatch(/no room for this on the disk/)
    expect(readdirSync(dirname(file)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('that is stopped at any time leaves the log as it was, or whole', async () => {
    const table = fileWith(stravaTable(...runs(800)))
    const folder = emptyFolder()
    for (const { day } of runs(30)) writeFileSync(join(folder, `${-day}.fit`), fitOf({ day, minutes: 400 }))
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      for (let wait = 60; wait < 700; wait += tries(160, 40)) {
        const file = log()
        const before = readFileSync(file, 'utf8')
        const child = spawn(process.execPath, [...words(file, table), folder], { stdio: 'ignore' })
        const timer = setTimeout(() => child.kill(signal), wait)
        await new Promise((done) => child.on('close', done))
        clearTimeout(timer)
        const after = readFileSync(file, 'utf8')
        if (after !== before) expect(readLog(after)?.entries).toHaveLength(830)
      }
    }
  })

  it('of a file of gigabytes says that it is too large, and reads none of it', () => {
    const file = join(emptyFolder(), 'a.fit')
    writeFileSync(file, fitOf({ day: 0 }))
    truncateSync(file, 3 * 1024 ** 3)
    const { status, stderr } = spawnSync(process.execPath, words(log(), file), { encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, expect.stringMatching(/3072 MB, more than any activity/)])
  })
})
