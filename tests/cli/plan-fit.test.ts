import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/built.ts'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'
import { played, readFit } from '../support/fit-reader.ts'
import { logFileBefore, logIn } from '../support/log-on.ts'
import { sampleLog } from '../support/sample-log.ts'

interface Session {
  readonly id: string
  readonly date: string
  readonly type: string
  readonly elapsedSeconds: number
}

/** Of a week with runs on Tuesday, Thursday and Saturday; in the next one they are a day earlier. */
const TUESDAY = '2026-11-17'
const NEXT = '2026-11-23'
const WEEK = ['2026-11-23-run.fit', '2026-11-25-run.fit', '2026-11-28-run.fit']

const fit = (folder: string, log: string, today = TUESDAY, more = ''): ReturnType<typeof itb> =>
  itb(`plan --format fit -o ${folder} --log ${log} --today ${today}${more}`)
const bytesOf = (folder: string, name: string): Buffer => readFileSync(join(folder, name))
const allIn = (folder: string): [string, string][] =>
  readdirSync(folder).map((name) => [name, bytesOf(folder, name).toString('hex')])
const runsIn = (text: string): Session[] =>
  (JSON.parse(text).sessions as Session[]).filter(({ type }) => type === 'run')

/** A file that the runner's watch recorded, under the name of a workout of ours. */
const RECORDED = 'recorded'

describe('itb plan --format fit', () => {
  it('writes a workout a run of the plan, and nothing to stdout', async () => {
    const [folder, log] = [join(emptyFolder(), 'on', 'watch'), logFileBefore(TUESDAY)]
    const { code, stdout, stderr } = await fit(folder, log, TUESDAY, ` --week ${NEXT}`)
    expect([code, stdout]).toEqual([0, ''])
    expect(readdirSync(folder)).toEqual(WEEK)
    const { stdout: json } = await itb(`plan --json --week ${NEXT} --log ${log} --today ${TUESDAY}`)
    const planned = runsIn(json).map(({ id, elapsedSeconds }) => [`${id.split('@')[0]}.fit`, elapsedSeconds])
    const written = readdirSync(folder).map((name) => {
      const steps = played(readFit(bytesOf(folder, name)).steps)
      return [name, steps.reduce((sum, { duration_value }) => sum + duration_value / 1000, 0)]
    })
    expect(written).toEqual(planned)
    expect(stderr).toContain(`saved to ${folder}: ${WEEK.join(', ')}\n`)
    expect(stderr).toContain('GARMIN/NewFiles')
  })

  it('writes what is left of the running week as well, unless a week is named', async () => {
    const [folder, log] = [emptyFolder(), logFileBefore(TUESDAY)]
    await fit(folder, log)
    expect(readdirSync(folder)).toEqual([
      '2026-11-17-run.fit',
      '2026-11-19-run.fit',
      '2026-11-21-run.fit',
      ...WEEK,
    ])
  })

  it('has several weeks where they are asked for', async () => {
    const folder = emptyFolder()
    await fit(folder, logFileBefore(TUESDAY), TUESDAY, ` --week ${NEXT} --weeks 2`)
    expect(readdirSync(folder).slice(0, 3)).toEqual(WEEK)
    expect(readdirSync(folder).length).toBeGreaterThan(5)
  })

  it('gives the same bytes for the same log, into the same files', async () => {
    const [one, other, log] = [emptyFolder(), emptyFolder(), logFileBefore(TUESDAY)]
    await fit(one, log)
    await fit(other, log)
    await fit(other, log)
    expect(allIn(other)).toEqual(allIn(one))
  })

  it('takes the runs out that a flare has called off, and says so', async () => {
    const [folder, log] = [emptyFolder(), logFileBefore(TUESDAY)]
    await fit(folder, log)
    await itb(`log run 3.3km 20:00 --pain 7 --onset 1km --trend worsened --lasted 5h --limp --log ${log}`, {
      today: TUESDAY,
      now: `${TUESDAY}T18:00:00Z`,
    })
    writeFileSync(join(folder, 'mine.fit'), RECORDED)
    const { code, stderr } = await fit(folder, log, '2026-11-18')
    const left = runsIn((await itb(`plan --json --week this --log ${log} --today 2026-11-18`)).stdout)
    expect([code, left]).toEqual([0, []])
    expect(readdirSync(folder)).not.toContain('2026-11-19-run.fit')
    expect(readdirSync(folder)).not.toContain('2026-11-21-run.fit')
    expect(readdirSync(folder)).toContain('mine.fit')
    expect(stderr).toContain('removed 2026-11-19-run.fit: the run of Thu 19 Nov is off\n')
    expect(stderr).toContain('stays there until it is deleted')
  })

  it('leaves a file alone that only has the name of a run called off', async () => {
    const [folder, log] = [emptyFolder(), logFileBefore(TUESDAY)]
    writeFileSync(join(folder, '2026-11-19-run.fit'), RECORDED)
    await itb(`log flare --pain 7 --limp --log ${log}`, { today: TUESDAY, now: `${TUESDAY}T18:00:00Z` })
    const { code, stderr } = await fit(folder, log, '2026-11-18')
    expect([code, stderr.includes('removed')]).toEqual([0, false])
    expect(bytesOf(folder, '2026-11-19-run.fit').toString()).toBe(RECORDED)
  })

  it('says that a week has no runs, and makes no folder for them', async () => {
    const folder = join(emptyFolder(), 'none')
    const entries = [{ type: 'flare', date: '2026-03-17', pain: { during: 7 }, limp: true }]
    const { code, stdout, stderr } = await fit(folder, fileWith(sampleLog({ entries })), '2026-03-18')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/^no runs from Mon 16 Mar to Sun 29 Mar: no workout was written\n$/)
    expect(existsSync(folder)).toBe(false)
  })

  it('has its moment from the log and not from the clock', async () => {
    const [folder, log] = [emptyFolder(), logFileBefore(TUESDAY)]
    writeFileSync(log, JSON.stringify({ ...logIn(log), updated: '2026-11-16T20:15:00Z' }))
    await fit(folder, log)
    const { file } = readFit(bytesOf(folder, '2026-11-19-run.fit'))
    expect(file.time_created.toISOString()).toBe('2026-11-16T20:15:00.000Z')
  })

  it('follows a link to the folder', async () => {
    const [folder, link] = [emptyFolder(), join(emptyFolder(), 'link')]
    symlinkSync(folder, link)
    await fit(link, logFileBefore(TUESDAY), TUESDAY, ` --week ${NEXT}`)
    expect(readdirSync(folder)).toEqual(WEEK)
  })
})

describe('a problem of itb plan --format fit', () => {
  it.each(['--format fit', '--format fit -o -', '--format fit -o run.fit', '-o run.fit'])(
    'is no folder to write to: "%s"',
    async (output) => {
      const { code, stdout, stderr } = await itb(`plan --demo ${output}`)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('needs a folder')
      expect(stderr).toContain('itb plan --format fit -o workouts')
    },
  )

  it('is a file where the folder should be', async () => {
    const file = fileWith('a file', 'workouts')
    const { code, stdout, stderr } = await fit(file, logFileBefore(TUESDAY))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`itb: ${file}: this is a file and not a folder\n  Name a folder`)
    expect(readFileSync(file, 'utf8')).toBe('a file')
  })

  it('is a file on the way to the folder', async () => {
    const folder = join(fileWith('a file', 'workouts'), 'below')
    const { code, stdout, stderr } = await fit(folder, logFileBefore(TUESDAY))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`itb: ${folder}: a part of this path is a file and not a folder`)
  })

  it('is --json beside it', async () => {
    const folder = emptyFolder()
    const { code, stdout } = await itb(`plan --demo --format fit --json -o ${folder}`)
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ format: 'itb-problems', problems: [{ code: 'usage' }] })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is a recorded run of the same name, and then nothing is written', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, '2026-11-25-run.fit'), RECORDED)
    const { code, stderr } = await fit(folder, logFileBefore(TUESDAY))
    expect(code).toBe(2)
    expect(stderr).toContain('2026-11-25-run.fit: this file is there already, and it is no planned workout')
    expect(allIn(folder)).toEqual([['2026-11-25-run.fit', Buffer.from(RECORDED).toString('hex')]])
  })

  it('is a folder of the name of a workout, and then nothing is written', async () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, '2026-11-25-run.fit'))
    const { code, stderr } = await fit(folder, logFileBefore(TUESDAY))
    expect(code).toBe(2)
    expect(stderr).toContain('2026-11-25-run.fit: this is a folder and not a file')
    expect(readdirSync(folder)).toEqual(['2026-11-25-run.fit'])
  })

  it('is a log that cannot be read, and then no folder is made', async () => {
    const folder = join(emptyFolder(), 'none')
    const { code, stdout } = await fit(folder, fileWith('{'))
    expect([code, stdout, existsSync(folder)]).toEqual([2, '', false])
  })
})

describe('the README', () => {
  it('shows how the runs come onto a watch as it is printed on a terminal', async () => {
    const [, section = ''] = readFileSync(join(ROOT, 'README.md'), 'utf8').split('## On your watch\n')
    const [, line = '', printed] = /^```console\n\$ itb (.*)\n([\s\S]*?\n)```$/m.exec(section) ?? []
    const away = process.cwd()
    process.chdir(emptyFolder())
    try {
      const { code, stdout, stderr } = await itb(line, { terminal: { columns: 80 } })
      expect([code, stdout, stderr]).toEqual([0, '', printed])
    } finally {
      process.chdir(away)
    }
  })
})
