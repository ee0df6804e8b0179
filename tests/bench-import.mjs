// What the bench imports: years of rows as Strava exports them, and a thousand files as watches write them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FitBaseType, FitEncoder } from 'fit-file-parser/encoder'

const DAY = 86_400
const FIRST = Date.UTC(2018, 3, 25, 6, 10) / 1000
/** The seconds of FIT begin at the end of 1989. */
const FIT_EPOCH = 631_065_600
const POINTS = 3600

/** A log with nothing in it, to be imported into. */
export function emptyLog(folder, name) {
  const file = join(folder, name)
  const runner = {
    protocol: 'itbs-rehab',
    units: 'km',
    weekStart: 'monday',
    timeZone: 'Europe/Berlin',
    baselineWeeklyDistanceMeters: 75_000,
  }
  writeFileSync(file, JSON.stringify({ format: 'itb-log', version: 1, runner, entries: [] }))
  return file
}

/** Eight years of runs and rides in one table. */
export function stravaTable(folder) {
  const file = join(folder, 'activities.csv')
  const rows = Array.from({ length: 4200 }, (_, number) => {
    const moment = new Date((FIRST + Math.floor(number * 0.7) * DAY + (number % 2) * 36_000) * 1000)
    const date = moment.toLocaleString('en-US', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'medium' })
    const meters = 5000 + ((number * 997) % 9000)
    const seconds = Math.round(meters * 0.3)
    const type = number % 3 === 2 ? 'Ride' : 'Run'
    const amounts = `${seconds},${(meters / 1000).toFixed(2)},,${seconds + 20}.0,${seconds}.0,${meters}.0`
    return `${number},"${date}",Some,${type},"a\nb",${amounts}`
  })
  const head =
    'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,' +
    'Activity Gear,Elapsed Time,Moving Time,Distance'
  writeFileSync(file, [head, ...rows, ''].join('\n'))
  return file
}

/** So many files of an hour each, a point every second with place, height, pulse and cadence. */
export function fitFolder(folder, count) {
  const at = join(folder, 'fit')
  mkdirSync(at)
  for (let number = 0; number < count; number += 1) {
    writeFileSync(join(at, `${number}.fit`), fitFile(FIRST - FIT_EPOCH + number * 2 * DAY))
  }
  return at
}

const big = (number, value) => ({ number, size: 4, baseType: FitBaseType.Uint32, value })
const small = (number, value) => ({ number, size: 1, baseType: FitBaseType.Uint8, value })
const middle = (number, value) => ({ number, size: 2, baseType: FitBaseType.Uint16, value })

function fitFile(begin) {
  const encoder = new FitEncoder({ protocolVersion: 0x10 })
  encoder.writeMessage(0, [small(0, 4), big(4, begin)])
  for (let second = 0; second < POINTS; second += 1) {
    encoder.writeMessage(20, [
      big(253, begin + second),
      big(0, 570_000_000 + second * 30),
      big(1, 130_000_000 + second),
      big(5, second * 280),
      middle(2, 2600 + (second % 200)),
      middle(6, 2800),
      small(3, 140 + (second % 20)),
      small(4, 84),
    ])
  }
  const amounts = [big(7, POINTS * 1000), big(8, POINTS * 1000), big(9, POINTS * 280)]
  encoder.writeMessage(18, [big(253, begin + POINTS), big(2, begin), ...amounts, small(5, 1)])
  encoder.writeMessage(34, [big(253, begin + POINTS), big(5, begin + POINTS + 3600)])
  return encoder.close()
}
