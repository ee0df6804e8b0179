import { describe, expect, it } from 'vitest'
import { contentOf, textOf } from '../../src/intake/format.ts'
import { readActivities } from '../../src/intake/read.ts'
import { sportCalled } from '../../src/intake/sport.ts'
import { growthOf } from '../support/cpu.ts'
import { ACTIVITY_FILE, madeFit } from '../support/made-fit.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
  ])
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

describe('a format', () => {
  it.each([
    ['fit', madeFit(ACTIVITY_FILE)],
    ['gpx', utf8(`${XML}<gpx version="1.1">`)],
    ['gpx', utf8(`\uFEFF\n${XML}<!-- of a <watch> --><gpx>`)],
    ['gpx', utf8(`${XML}<!DOCTYPE gpx><gpx>`)],
    ['gpx', utf16(`${XML}<gpx>`)],
    ['tcx', utf8(`${XML}<TrainingCenterDatabase xmlns="x">`)],
    ['tcx', utf8('<ns3:TrainingCenterDatabase xmlns:ns3="x">')],
    ['csv', utf8('Activity ID,Activity Date,Activity Name\n')],
    ['csv', utf8('\uFEFFTipo;Fecha\r\n')],
    ['zip', Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8)],
    [undefined, utf8(`${XML}<html>`)],
    [undefined, utf8('a letter')],
    [undefined, new Uint8Array()],
    [undefined, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0x2c)],
  ])('is %s by what is in the file', (content, bytes) => {
    expect(contentOf(bytes)).toBe(content)
  })

  it('is not looked for for long', () => {
    const looking = (count: number) => {
      const [closed, open] = ['<?a?>', '<!--'].map((text) => utf8(text.repeat(count)))
      return () => {
        for (const bytes of [closed, open]) expect(contentOf(bytes ?? utf8(''))).toBeUndefined()
      }
    }
    // Ten times as much of it is at most as much more work; to begin anew at each would make it a hundred.
    expect(growthOf(looking(20_000), looking(200_000))).toBeLessThan(30)
  })

  it('that is none of ours is named', () => {
    expect(readActivities(utf8('a letter'), { units: undefined })).toMatchObject({
      activities: [],
      problems: [{ code: 'unknown-format' }],
    })
  })
})

describe('the text of a file', () => {
  it('has no mark at its start', () => {
    expect([textOf(utf8('\uFEFFé')), textOf(utf16('é'))]).toEqual(['é', 'é'])
  })
})

describe('the sport of a watch', () => {
  it.each([
    ['running', 'run'],
    ['Run', 'run'],
    ['TrailRun', 'run'],
    ['trail_running', 'run'],
    ['track_running', 'run'],
    ['9', 'run'],
    ['treadmill_running', 'treadmill-run'],
    ['running treadmill', 'treadmill-run'],
    ['VirtualRun', 'treadmill-run'],
    ['indoor_running', 'treadmill-run'],
    ['aqua jogging', 'water-run'],
    ['walking treadmill', 'walk'],
    ['hiking', 'walk'],
    ['Biking', 'bike'],
    ['cycling indoor cycling', 'bike'],
    ['VirtualRide', 'bike'],
    ['lap_swimming', 'swim'],
    ['training strength training', 'strength'],
    ['training cardio training', 'other'],
    ['indoor wheelchair run', 'other'],
    ['multisport swim run', 'other'],
    ['Other', 'other'],
    ['', 'other'],
  ])('%s is %s', (name, sport) => {
    expect(sportCalled(name)).toBe(sport)
  })
})
