import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { progressOn } from '../../src/cli/import/progress.ts'
import { ImportedSchema } from '../../src/cli/documents/log-schemas.ts'
import { emptyFolder, fileWith, itb } from '../support/fake-host.ts'
import { logIn } from '../support/log-on.ts'
import { fitOf, stravaTable } from '../support/made-export.ts'
import { gpxFile, gpxTrack, madePoints } from '../support/made-track.ts'
import { madeZip } from '../support/made-zip.ts'
import { sampleLog } from '../support/sample-log.ts'

const logFile = (): string => fileWith(sampleLog({ runner: { timeZone: 'Europe/Berlin' }, entries: [] }))
const bring = (log: string, words: string) => itb(`import ${words} --log ${log}`)
const PLANNED =
  '<gpx version="1.1"><trk><trkseg><trkpt lat="48" lon="11"/><trkpt lat="48.1" lon="11"/></trkseg></trk></gpx>'
const PLACES = '<gpx version="1.1"><wpt lat="48" lon="11"><name>Lake</name></wpt></gpx>'

describe('an export as it is sent', () => {
  const members = [
    { name: 'activities.csv', bytes: stravaTable({ day: 0 }) },
    { name: 'activities/2.fit.gz', bytes: gzipSync(fitOf({ day: 2 })) },
    { name: 'routes/1.gpx', bytes: PLANNED },
    { name: 'routes/2.gpx.gz', bytes: gzipSync(PLACES) },
    { name: 'routes.csv', bytes: 'Route ID,Name\n1,x\n' },
  ]

  it('is a success: planned routes in it are counted and are no faults', async () => {
    const { code, stdout, stderr } = await bring(logFile(), fileWith(madeZip(members), 'export.zip'))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^2 runs added/)
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/; 3 files without an activity\./)
  })

  it('is one in a folder as well, and a route that is named by itself is told', async () => {
    const folder = emptyFolder()
    for (const { name, bytes } of members) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    expect(await bring(logFile(), folder)).toMatchObject({ code: 0, stderr: '' })
    const named = await bring(logFile(), `${folder} ${join(folder, 'routes/1.gpx')}`)
    expect(named).toMatchObject({ code: 0, stderr: '' })
    const first = await bring(logFile(), `${join(folder, 'routes/1.gpx')} ${folder}`)
    expect(first.code).toBe(1)
    expect(first.stderr).toMatch(/1\.gpx: the file does not say when its track was run/)
  })

  it('tells files by the name of an activity that nobody can read', async () => {
    const zip = madeZip([...members, { name: 'activities/3.fit', bytes: 'hello' }])
    const { code, stderr } = await bring(logFile(), fileWith(zip, 'export.zip'))
    expect(code).toBe(1)
    expect(stderr).toMatch(/activities\/3\.fit: this is no activity file/)
  })
})

describe('a track without a sport', () => {
  const ride = gpxFile(
    gpxTrack(
      madePoints(1800, () => 4.1),
      '',
    ),
  )

  it('that is taken for a run by its pace is told, and marked as a guess', async () => {
    const log = logFile()
    const { stdout } = await bring(log, fileWith(ride, 'a.gpx'))
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /^1 run added, week of [^;]*; 1 taken for a run by its pace\./,
    )
    expect(logIn(log).entries[0]).toMatchObject({ type: 'run', guessed: expect.arrayContaining(['sport']) })
    expect((await bring(log, fileWith(ride, 'a.gpx'))).stdout).toMatch(/^Nothing new; 1 matched/)
  })

  it('is counted in the document', async () => {
    const { stdout } = await bring(logFile(), `${fileWith(ride, 'a.gpx')} --json`)
    expect(ImportedSchema.parse(JSON.parse(stdout))).toMatchObject({ added: { runs: 1 }, byPace: 1 })
  })
})

describe('a table and the word of the runner', () => {
  const row = (day: number, meters: string, stride: string): string =>
    `Running,2026-03-0${day} 07:10:00,${meters},00:30:00,165,${stride}`
  const table = (...rows: readonly string[]): string =>
    ['Activity Type,Date,Distance,Time,Avg Run Cadence,Avg Stride Length', ...rows, ''].join('\n')

  it('that differ are told, and nothing of it comes in', async () => {
    const log = logFile()
    const file = fileWith(table(row(1, '5.20', '1.05'), row(2, '5.00', '1.01')), 'Activities.csv')
    const { code, stderr } = await bring(log, `${file} --units mi`)
    expect(code).toBe(2)
    expect(stderr).toMatch(/--units says miles, and the table shows that its distances are kilometres/)
    expect(logIn(log).entries).toEqual([])
    expect((await bring(log, `${file} --units km`)).code).toBe(0)
  })

  it('of which the table shows both are decided by the runner', async () => {
    const file = fileWith(table(row(1, '5.20', '1.05'), row(2, '3.23', '1.05')), 'Activities.csv')
    const { stderr } = await bring(logFile(), file)
    expect(stderr).toMatch(/does not say whether its distances are kilometres or miles/)
    expect((await bring(logFile(), `${file} --units km`)).code).toBe(0)
  })
})

describe('the count of files on a terminal', () => {
  it('has their number and is gone before a Ctrl-C ends the program', async () => {
    const written: string[] = []
    const tidies: (() => void)[] = []
    const progress = progressOn({
      stderr: { isTTY: true, columns: 80, write: (text) => written.push(text) },
      beforeInterrupt: (tidy) => {
        tidies.push(tidy)
        return () => tidies.pop()
      },
    })
    progress.expect(30)
    for (let count = 0; count < 20; count += 1) await progress.step()
    expect(written.join('')).toBe('\rreading: 20 of 30 files')
    tidies[0]?.()
    expect(written.slice(1).join('')).toBe(`\r${' '.repeat(23)}\r`)
    progress.end()
    expect(tidies).toEqual([])
  })
})
