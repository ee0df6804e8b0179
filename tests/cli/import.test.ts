import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ImportedSchema } from '../../src/cli/documents/log-schemas.ts'
import type { RunEntry } from '../../src/log/schema.ts'
import { emptyFolder, fileWith, itb, type World } from '../support/fake-host.ts'
import { logIn } from '../support/log-on.ts'
import { fitOf, type MadeRun, stravaTable } from '../support/made-export.ts'
import { gpxFile, gpxTrack, madePoints } from '../support/made-track.ts'
import { madeZip } from '../support/made-zip.ts'
import { sampleLog } from '../support/sample-log.ts'

const BERLIN = { timeZone: 'Europe/Berlin' }
const logOf = (entries: readonly object[] = [], runner: object = BERLIN): string =>
  fileWith(sampleLog({ runner, entries }))

/** A folder with these files in it. */
function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = emptyFolder()
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

const bring = (log: string, words: string, world: World = {}) => itb(`import ${words} --log ${log}`, world)
const runsIn = (log: string): readonly RunEntry[] =>
  logIn(log).entries.flatMap((entry) => (entry.type === 'run' ? [entry] : []))
const startsIn = (log: string): readonly string[] => runsIn(log).map(({ date, start }) => `${date} ${start}`)
const amountsIn = (log: string) =>
  runsIn(log).map(({ distanceMeters, durationSeconds }) => [distanceMeters, durationSeconds])

const WEEK: readonly MadeRun[] = [
  { day: 0 },
  { day: 2, meters: 6000, seconds: 2160 },
  { day: 4, meters: 8000, seconds: 3000 },
]
/** What Strava sends: a table, and a file for each of its rows in the format it was uploaded in. */
const EXPORT = madeZip([
  {
    name: 'activities.csv',
    bytes: stravaTable(...WEEK, { day: 5, type: 'Ride', meters: 20_000 }, { day: 6, type: 'Sail' }),
  },
  { name: 'shoes.csv', bytes: 'Shoe Name,Shoe Brand\nblue,Some\n' },
  { name: 'activities/', bytes: '', isStored: true },
  { name: 'activities/1.fit.gz', bytes: gzipSync(fitOf({ ...WEEK[0], day: 0, meters: 5010 })) },
  { name: 'activities/2.gpx.gz', bytes: gzipSync(gpxFile(gpxTrack(madePoints(2160, () => 2.78)))) },
  { name: 'media/1.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) },
])

describe('itb import', () => {
  it('brings in what a zip of Strava holds, each run once and from its richest file', async () => {
    const log = logOf()
    const { code, stdout, stderr } = await bring(log, fileWith(EXPORT, 'export.zip'))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/3 runs and 1 cross-training session added/)
    expect(stdout).toMatch(/1\s+sail/)
    expect(
      runsIn(log).map(({ source, distanceMeters }) => [source, Math.round(distanceMeters / 10)]),
    ).toEqual([
      ['fit', 501],
      ['strava-csv', 600],
      ['strava-csv', 800],
    ])
    expect(startsIn(log)).toEqual(['2026-03-01 07:10', '2026-03-03 07:10', '2026-03-05 07:10'])
    expect(
      runsIn(log).every(
        ({ pain, limp, rpe }) => pain === undefined && limp === undefined && rpe === undefined,
      ),
    ).toBe(true)
    expect(runsIn(log).map(({ logged }) => logged)).toEqual(['2026-03-18', '2026-03-18', '2026-03-18'])
  })

  it('changes nothing the second time, and says so', async () => {
    const log = logOf()
    const file = fileWith(EXPORT, 'export.zip')
    await bring(log, file)
    const before = readFileSync(log, 'utf8')
    const { code, stdout } = await bring(log, file)
    expect([code, readFileSync(log, 'utf8')]).toEqual([0, before])
    expect(stdout).toMatch(/^Nothing new; 4 matched and unchanged/)
  })

  it('is taken back as a whole by one undo', async () => {
    const log = logOf([{ type: 'run', date: '2026-02-01', distanceMeters: 5000, durationSeconds: 1800 }])
    await bring(log, fileWith(EXPORT, 'export.zip'))
    expect(runsIn(log)).toHaveLength(4)
    await itb(`undo --log ${log}`)
    expect(startsIn(log)).toEqual(['2026-02-01 undefined'])
  })

  it('tells formats by what is in a file and not by its name', async () => {
    const log = logOf()
    const folder = folderWith({
      'a.txt': fitOf({ day: 0 }),
      'b.fit': stravaTable({ day: 1 }),
      'c.csv': gzipSync(fitOf({ day: 2 })),
      'd.dat': madeZip([{ name: 'e', bytes: fitOf({ day: 3 }) }]),
    })
    expect(await bring(log, folder)).toMatchObject({ code: 0, stderr: '' })
    expect(runsIn(log)).toHaveLength(4)
  })

  it('takes a log along as baseline: what it changes for the plan is said', async () => {
    const history = Array.from({ length: 40 }, (_, index) => ({
      day: -index * 2,
      meters: 8000,
      seconds: 2880,
    }))
    const log = logOf()
    const { stdout } = await bring(log, fileWith(stravaTable(...history), 'activities.csv'))
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /The week of Mon 23 Mar is now \d+\.\d km, was \d+\.\d km; everyday training\./,
    )
    const { stdout: plan } = await itb(`plan --json --log ${log}`)
    const told = await itb(`plan --json --log ${logOf()}`)
    expect(JSON.parse(plan).running).not.toEqual(JSON.parse(told.stdout).running)
  })

  it('asks for the scores of the last days alone', async () => {
    const log = logOf()
    const days = [0, 5, 10, 15, 16].map((day) => ({ day }))
    const { stdout } = await bring(log, fileWith(stravaTable(...days)))
    expect(stdout).toMatch(/2 runs of the last days can still be scored: itb/)
    const { stdout: owed } = await itb(`owed --json --log ${log}`)
    expect(JSON.parse(owed).owed.map(({ date }: { date: string }) => date)).toEqual([
      '2026-03-16',
      '2026-03-17',
    ])
  })

  it('marks a run that was typed or attested as measured and keeps its scores', async () => {
    const scores = { pain: { during: 1, nextMorning: 0 }, limp: false, rpe: 3, note: 'windy' }
    const run = { type: 'run', distanceMeters: 5000, durationSeconds: 1800, ...scores }
    const log = logOf([
      { ...run, id: 'aaaaaa', date: '2026-03-01', attested: true, session: 's' },
      { ...run, id: 'bbbbbb', date: '2026-03-03', start: '07:00', terrain: 'hilly' },
    ])
    const table = stravaTable({ day: 0, meters: 5060, seconds: 1831 }, { day: 2, meters: 5040 })
    const { stdout } = await bring(log, fileWith(table))
    expect(stdout).toMatch(/2 of the log now as measured, scores kept/)
    const [first, second] = runsIn(log)
    expect(first).toMatchObject({
      ...scores,
      id: 'aaaaaa',
      session: 's',
      distanceMeters: 5060,
      start: '07:10',
    })
    expect(first).not.toHaveProperty('attested')
    expect(second).toMatchObject({ ...scores, id: 'bbbbbb', distanceMeters: 5040, terrain: 'hilly' })
    expect(second?.was).toMatchObject([{ until: '2026-03-18', distanceMeters: 5000 }])
    const before = readFileSync(log, 'utf8')
    await bring(log, fileWith(table))
    expect(readFileSync(log, 'utf8')).toBe(before)
  })

  it('takes a richer file for what a table brought, and no poorer one', async () => {
    const log = logOf()
    const [table, fit] = [fileWith(stravaTable({ day: 0 })), fileWith(fitOf({ day: 0, meters: 5033 }))]
    for (const file of [table, fit, table]) await bring(log, file)
    expect(runsIn(log)).toMatchObject([{ source: 'fit', distanceMeters: 5033 }])
  })

  it('leaves out what the runner took out before', async () => {
    const log = logOf()
    const file = fileWith(stravaTable(...WEEK))
    await bring(log, file, { today: '2026-03-17', now: '2026-03-17T12:00:00Z' })
    await itb(`remove ${runsIn(log)[1]?.id} --log ${log}`)
    const { stdout } = await bring(log, file)
    expect(stdout).toMatch(/1 taken out before, left out/)
    expect(runsIn(log).filter(({ removed }) => removed === undefined)).toHaveLength(2)
  })

  it('takes what is from a day on', async () => {
    const log = logOf()
    await bring(log, `${fileWith(stravaTable(...WEEK))} --since 2026-03-03`)
    expect(startsIn(log)).toEqual(['2026-03-03 07:10', '2026-03-05 07:10'])
    const { code, stderr } = await bring(log, `${fileWith(EXPORT)} --since never`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('--since is "never"')])
  })

  it('shows week by week what would come in, and writes nothing', async () => {
    const log = logOf()
    const before = readFileSync(log, 'utf8')
    const { code, stdout } = await bring(log, `${fileWith(stravaTable(...WEEK))} --dry-run`)
    expect([code, readFileSync(log, 'utf8')]).toEqual([0, before])
    expect(stdout).toMatch(/^Mon 23 Feb 2026 +1 run +5\.0 km\nMon 2 Mar 2026 +2 runs +14\.0 km\n\n/)
    expect(stdout).toMatch(/3 runs would be added/)
  })

  it('is one document under --json', async () => {
    const file = fileWith(EXPORT, 'export.zip')
    for (const flags of ['--json', '--json --dry-run']) {
      const { code, stdout, stderr } = await bring(logOf(), `${file} ${flags}`)
      expect([code, stderr]).toEqual([0, ''])
      const document = JSON.parse(stdout)
      expect(ImportedSchema.safeParse(document).error).toBeUndefined()
      expect(document).toMatchObject({
        format: 'itb-imported',
        added: { runs: 3, crossTraining: 1 },
        leftOut: [{ what: 'sail', count: 1 }],
        files: { read: 3, others: 2 },
        problems: [],
      })
    }
  })

  it('needs a log, and says how to begin one', async () => {
    const { code, stderr } = await itb(`import ${fileWith(EXPORT)}`)
    expect([code, stderr]).toEqual([2, expect.stringContaining('itb init')])
  })
})

describe('the time of an imported run', () => {
  it('is that of the zone of its runner, on the day it was there', async () => {
    const log = logOf([], { timeZone: 'Asia/Tokyo' })
    await bring(log, fileWith(stravaTable({ day: 0, minutes: 15 * 60 })))
    expect(startsIn(log)).toEqual(['2026-03-02 06:10'])
    const west = logOf([], { timeZone: 'America/Los_Angeles' })
    await bring(west, fileWith(stravaTable({ day: 0 })))
    expect(startsIn(west)).toEqual(['2026-02-28 22:10'])
  })

  it('is that of the file where the file has it', async () => {
    const log = logOf([], { timeZone: 'Asia/Tokyo' })
    await bring(log, fileWith(fitOf({ day: 0 })))
    expect(startsIn(log)).toEqual(['2026-03-01 07:10'])
  })

  it('is asked for where nothing says it, and is a problem where nobody can be asked', async () => {
    const file = fileWith(stravaTable(...WEEK))
    const log = logOf([], {})
    const { asked } = await bring(log, file, { keys: ['Europe/Berlin'] })
    expect([asked.length, startsIn(log)[0]]).toEqual([1, '2026-03-01 07:10'])
    const { code, stderr } = await bring(logOf([], {}), file)
    expect([code, stderr]).toEqual([2, expect.stringMatching(/3 activities[\s\S]*itb set time-zone/)])
    const both = folderWith({ 'a.csv': stravaTable({ day: 1 }), 'b.fit': fitOf({ day: 2 }) })
    const half = logOf([], {})
    expect(await bring(half, both)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('one activity'),
    })
    expect(startsIn(half)).toEqual(['2026-03-03 07:10'])
  })

  it('cannot lie ahead', async () => {
    const log = logOf()
    const { code, stderr } = await bring(log, fileWith(stravaTable({ day: 0 }, { day: 30 }), 'a.csv'))
    expect([code, runsIn(log).length]).toEqual([1, 1])
    expect(stderr).toMatch(/a\.csv: an activity \(Run\) is dated 2026-03-31, and today is 2026-03-18/)
  })
})

describe('a run that is imported again', () => {
  const unchanged = async (log: string, words: string): Promise<void> => {
    const before = readFileSync(log, 'utf8')
    expect((await bring(log, words)).stdout).toMatch(/^Nothing new/)
    expect(readFileSync(log, 'utf8')).toBe(before)
  }

  it('is the same after its runner moved, and on its days by the zone of those days', async () => {
    const log = logOf()
    const gpx = gpxFile(gpxTrack(madePoints(2160, () => 2.78)))
    const folder = folderWith({ 'a.csv': stravaTable(...WEEK), 'b.gpx': gpx })
    await bring(log, folder)
    const starts = startsIn(log)
    await itb(`set time-zone America/New_York --log ${log}`)
    await unchanged(log, folder)
    await bring(log, fileWith(stravaTable(...WEEK, { day: 6 })))
    expect(startsIn(log)).toEqual([...starts, '2026-03-07 07:10'])
  })

  it('is the same where its runner was asked for the zone, once', async () => {
    const log = logOf([], {})
    const file = fileWith(stravaTable(...WEEK))
    const { code, stdout } = await bring(log, file, { keys: ['Asia/Tokyo'] })
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^3 runs added[\s\S]*counted in Asia\/Tokyo/)])
    expect((await bring(log, file, { keys: ['Europe/Berlin'] })).asked).toEqual([])
    await unchanged(log, file)
    await itb(`undo --log ${log}`)
    expect(logIn(log).entries).toEqual([])
  })

  it('is the same on the other side of the world, in one import or in two', async () => {
    const watch = fitOf({ day: 0, minutes: 17 * 60 })
    const row = fileWith(stravaTable({ day: 0, minutes: 17 * 60 }))
    for (const timeZone of ['Asia/Tokyo', 'America/Los_Angeles']) {
      const log = logOf([], { timeZone })
      await bring(log, row)
      await bring(log, fileWith(watch))
      expect(startsIn(log)).toEqual(['2026-03-02 00:10'])
      await unchanged(log, row)
    }
  })

  it('keeps what was corrected, whatever file comes later', async () => {
    const log = logOf()
    const row = fileWith(stravaTable({ day: 0 }))
    await bring(log, row)
    await itb(`edit last --distance 4km --start 09:00 --log ${log}`)
    await unchanged(log, row)
    await bring(log, fileWith(fitOf({ day: 0 })))
    expect(runsIn(log)).toMatchObject([{ source: 'fit', distanceMeters: 4000, start: '09:00' }])
    await unchanged(log, fileWith(fitOf({ day: 0 })))
  })

  it('stays out where it was taken out, on the same day too, and is back after an undo', async () => {
    const log = logOf()
    const file = fileWith(stravaTable(...WEEK))
    await bring(log, file)
    await itb(`remove ${runsIn(log)[1]?.id} --log ${log}`)
    const { stdout } = await bring(log, file)
    expect(stdout).toMatch(/1 taken out before, left out/)
    expect((await itb(`list --json --log ${log}`)).stdout).not.toMatch(/2026-03-03/)
    await itb(`undo --log ${log}`)
    expect(runsIn(log).filter(({ removed }) => removed === undefined)).toHaveLength(3)
    await unchanged(log, file)
    await itb(`undo --log ${log}`)
    await itb(`undo --log ${log}`)
    expect((await bring(log, file)).stdout).not.toMatch(/taken out before/)
  })

  it('is the run of the plan that was attested on its day', async () => {
    const attested = { attested: true, session: 's', pain: { during: 0 } }
    const log = logOf([
      {
        type: 'run',
        id: 'aaaaaa',
        date: '2026-03-01',
        distanceMeters: 4000,
        durationSeconds: 1500,
        ...attested,
      },
    ])
    await bring(log, fileWith(fitOf({ day: 0 })))
    expect(runsIn(log)).toMatchObject([
      { id: 'aaaaaa', distanceMeters: 5000, session: 's', pain: { during: 0 } },
    ])
    expect(runsIn(log)[0]).not.toHaveProperty('attested')
    await unchanged(log, fileWith(fitOf({ day: 0 })))
  })

  it('is counted and left out where it is too short to be a run', async () => {
    const log = logOf()
    const { stdout } = await bring(
      log,
      fileWith(stravaTable({ day: 0 }, { day: 1, meters: 20, seconds: 12 })),
    )
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/1 too short to be a run/)
    expect(runsIn(log)).toHaveLength(1)
  })
})

describe('a table that names no unit', () => {
  const table =
    'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n' +
    'Running,2026-03-01 07:10:00,false,Somewhere,5.00,300,00:48:00,140\n'

  it('asks, or is told', async () => {
    const file = fileWith(table, 'Activities.csv')
    const [asked, told] = [logOf(), logOf()]
    expect((await bring(asked, file, { keys: ['m'] })).asked[0]).toMatch(/kilometres or in miles/)
    await bring(told, `${file} --units mi`)
    expect([amountsIn(asked), amountsIn(told)]).toEqual([[[8046.72, 2880]], [[8046.72, 2880]]])
    const { code, stderr } = await bring(logOf(), file)
    expect([code, stderr]).toEqual([2, expect.stringContaining('--units km')])
    expect(await bring(logOf(), `${file} --units ells`)).toMatchObject({ code: 2 })
  })
})

describe('what cannot be read', () => {
  it('is named with its reason, and the others come in', async () => {
    const log = logOf()
    const whole = fitOf({ day: 0 })
    const folder = folderWith({
      'a.fit': whole,
      'b.fit': 'hello',
      'c.gpx': '<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaa">]><gpx>&a;</gpx>',
      'd.zip': madeZip([
        { name: '../e.fit', bytes: whole },
        { name: 'f.fit', bytes: fitOf({ day: 1 }), isEncrypted: true },
      ]),
      'notes.txt': 'shopping',
    })
    symlinkSync(join(folder, 'nowhere'), join(folder, 'g.fit'))
    const { code, stdout, stderr } = await bring(log, folder)
    expect(code).toBe(1)
    expect(stdout).toMatch(/1 run added/)
    expect(stdout).toMatch(/1 file without an\s+activity/)
    for (const name of ['b.fit', 'c.gpx', 'd.zip/../e.fit', 'd.zip/f.fit', 'g.fit']) {
      expect(stderr).toContain(`itb: ${folder}/${name}: `)
    }
    expect(runsIn(log)).toHaveLength(1)
  })

  it('is a problem and nothing else where there is nothing to bring in', async () => {
    const log = logOf()
    const before = readFileSync(log, 'utf8')
    for (const path of [
      emptyFolder(),
      join(emptyFolder(), 'missing.fit'),
      fileWith('hello', 'a.fit'),
      '/dev/null',
    ]) {
      const { code, stdout, stderr } = await bring(log, path)
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^itb: /)])
    }
    expect(readFileSync(log, 'utf8')).toBe(before)
  })

  it('is an archive in an archive in an archive', async () => {
    const log = logOf()
    const inner = madeZip([{ name: 'a.fit', bytes: fitOf({ day: 0 }) }])
    const twice = madeZip([{ name: 'inner.zip', bytes: inner }])
    expect(await bring(log, fileWith(twice, 'a.zip'))).toMatchObject({ code: 0 })
    const { code, stderr } = await bring(
      logOf(),
      fileWith(madeZip([{ name: 'b.zip', bytes: twice }]), 'c.zip'),
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining('archive in an archive')])
  })

  it('is said of a file that breaks off, of which the rest came in', async () => {
    const log = logOf()
    const table = gzipSync(stravaTable(...Array.from({ length: 200 }, (_, day) => ({ day: -day }))))
    const { code, stderr } = await bring(log, fileWith(table.subarray(0, table.length - 200), 'a.csv.gz'))
    expect([code, stderr]).toEqual([1, expect.stringContaining('only a part of this could be read')])
    expect(runsIn(log).length).toBeGreaterThan(50)
    expect((await itb(`list --log ${log}`)).stdout).toMatch(/recorded in part/)
    await bring(log, fileWith(table, 'a.csv.gz'))
    expect(runsIn(log).filter(({ partial }) => partial === true)).toEqual([])
  })

  it('never breaks the command, however a file is damaged', async () => {
    const log = logOf()
    let seed = 7
    const chance = (most: number): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % most
    }
    for (const whole of [EXPORT, fitOf({ day: 0 }), new TextEncoder().encode(stravaTable(...WEEK))]) {
      for (let turn = 0; turn < 12; turn += 1) {
        const bytes = Uint8Array.from(whole.subarray(0, turn % 2 === 0 ? whole.length : chance(whole.length)))
        for (let change = 0; change < 10; change += 1) bytes[chance(bytes.length)] = chance(256)
        const { code } = await bring(log, `${fileWith(bytes, 'a')} --dry-run`)
        expect([0, 1, 2]).toContain(code)
      }
    }
    expect(runsIn(log)).toEqual([])
  })

  it('writes nothing into the folder it reads', async () => {
    const folder = folderWith({ 'export.zip': EXPORT, 'a.fit': fitOf({ day: 0 }) })
    await bring(logOf(), folder)
    expect(readdirSync(folder)).toEqual(['a.fit', 'export.zip'])
  })
})

describe('a run at a pace that nobody runs', () => {
  it('comes in as its file says, and is told once', async () => {
    const log = logOf()
    const file = fileWith(stravaTable({ day: 0, meters: 30_000, seconds: 3600 }, { day: 1 }), 'a.csv')
    const { code, stderr } = await bring(log, file)
    expect([code, runsIn(log).length]).toEqual([1, 2])
    expect(stderr).toMatch(/2026-03-01: 30\.0 km in 1:00:00 is a pace of 2:00\/km\n.* itb remove \w{6}/)
    expect(await bring(log, file)).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('an import of many files', () => {
  it('is not told entry by entry when it is taken back', async () => {
    const log = logOf()
    await bring(log, fileWith(stravaTable(...Array.from({ length: 200 }, (_, day) => ({ day: -day })))))
    const { stdout } = await itb(`undo --log ${log}`)
    expect(stdout).toMatch(/and 195 more entries/)
    expect(runsIn(log)).toEqual([])
  })

  it('counts them on a terminal, in a line that goes away', async () => {
    const files = Array.from({ length: 40 }, (_, day) => [`${day}.fit`, fitOf({ day: -day })] as const)
    const folder = folderWith(Object.fromEntries(files))
    const { stderr } = await bring(logOf(), folder, { terminal: { columns: 80 } })
    expect(stderr).toMatch(/reading: 40 of 40 files/)
    expect(stderr.replaceAll(/[^\r]*\r/g, '')).toBe('')
    expect((await bring(logOf(), folder)).stderr).toBe('')
  })
})

describe('a guess of an import', () => {
  it('is marked in the list until the runner says it', async () => {
    const log = logOf()
    const points = madePoints(3600, (second) => (second % 600 < 420 ? 2.8 : 1.2))
    await bring(log, fileWith(gpxFile(gpxTrack(points))))
    expect(runsIn(log)).toMatchObject([{ guessed: ['running'] }])
    expect((await itb(`list --log ${log}`)).stdout).toMatch(/running 4\d:\d\d \(a guess\)/)
    await itb(`edit last --running 40:00 --log ${log}`)
    expect(runsIn(log)[0]).not.toHaveProperty('guessed')
    expect((await itb(`list --log ${log}`)).stdout).toMatch(/running 40:00, /)
  })
})
