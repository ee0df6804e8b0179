import { ACTIVITY_FILE, MORNING, madeFit, session } from './made-fit.ts'

const DAY = 86_400

/** A run of a made export: how many days after 1 March 2026, at 06:10 UTC unless minutes later, and its amounts. */
export interface MadeRun {
  readonly day: number
  readonly minutes?: number
  readonly meters?: number
  readonly seconds?: number
  readonly type?: string
}

const beginOf = ({ day, minutes = 0 }: MadeRun): number => MORNING + day * DAY + minutes * 60

/** A FIT file as a watch writes it; its local time is an hour ahead of UTC. */
export function fitOf(run: MadeRun): Uint8Array {
  const { meters = 5000, seconds = 1800 } = run
  const begin = beginOf(run)
  const end = begin + seconds
  return madeFit(ACTIVITY_FILE, session(begin, seconds, meters), [34, { 253: end, 5: end + 3600 }])
}

const UNIX_MORNING = Date.UTC(2026, 2, 1, 6, 10)
const rowOf = (run: MadeRun, number: number): string => {
  const { meters = 5000, seconds = 1800, type = 'Run' } = run
  const moment = new Date(UNIX_MORNING + run.day * DAY * 1000 + (run.minutes ?? 0) * 60_000)
  const date = moment.toLocaleString('en-US', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'medium' })
  const amounts = `${seconds + 10},${(meters / 1000).toFixed(2)},,,,,${seconds + 10}.0,${seconds}.0,${meters}.0`
  return `${number},"${date.replaceAll('\u202f', ' ')}",Morning,${type},,${amounts}`
}

/** The `activities.csv` of a Strava export, whose times are UTC. */
export const stravaTable = (...runs: readonly MadeRun[]): string =>
  [
    'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,' +
      'Max Heart Rate,Relative Effort,Commute,Activity Gear,Elapsed Time,Moving Time,Distance',
    ...runs.map(rowOf),
    '',
  ].join('\n')
