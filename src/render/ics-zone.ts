import type { ZoneHistory } from '../base/zone.ts'
import type { Component } from './jcal.ts'

/** A time zone with every change of its clocks that a calendar's events can meet. */
export const zonePart = ({ name, changes }: ZoneHistory): Component => [
  'vtimezone',
  [['tzid', {}, 'text', name]],
  changes.map(({ at, before, after, isSummer }) => [
    isSummer ? 'daylight' : 'standard',
    [
      ['dtstart', {}, 'date-time', at],
      ['tzoffsetfrom', {}, 'utc-offset', offsetText(before)],
      ['tzoffsetto', {}, 'utc-offset', offsetText(after)],
    ],
    [],
  ]),
]

/** `+05:45`; nothing that is a whole minute east of Greenwich or west of it needs seconds. */
function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}

const two = (value: number): string => String(value).padStart(2, '0')
