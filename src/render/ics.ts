import ICAL from 'ical.js'
import { addDays, type CalendarDate, dateOf, dayOf } from '../base/calendar.ts'
import type { ZoneHistory } from '../base/zone.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import { alarmPart, lengthText } from './ics-alarm.ts'
import { descriptionText, titleText, type Telling } from './ics-text.ts'
import { zonePart } from './ics-zone.ts'
import { words, type Component, type Property } from './jcal.ts'

/** Events, and what of the log they are stamped with. */
export interface Calendar extends Telling {
  readonly events: readonly CalendarEvent[]
  /** Rises with every write, so that a client takes the later of two files. */
  readonly revision: number
  /** When the log was last written, in UTC. */
  readonly updated: string
  /** Undefined where a run at seven stays at seven wherever the runner is. */
  readonly zone: ZoneHistory | undefined
  /** How many seconds before training it reminds; undefined for never. */
  readonly alarm: number | undefined
  readonly today: CalendarDate
}

/** A line of at most 75 octets: the blank that continues it is one of them. */
ICAL.foldLength = 74

/** A calendar as RFC 5545 and 7986 have it; its last line is ended as all others are. */
export const renderIcs = (calendar: Calendar): string => ICAL.stringify([...calendarPart(calendar)])

const calendarPart = (calendar: Calendar): Component => [
  'vcalendar',
  [
    words('version', '2.0'),
    words('prodid', '-//itb//itb//EN'),
    words('calscale', 'GREGORIAN'),
    // Named as a bare word: ical.js would state the type of a property it does not know.
    ['name', {}, 'unknown', 'itb'],
    ['x-wr-calname', {}, 'unknown', 'itb'],
    ['refresh-interval', {}, 'duration', 'PT6H'],
  ],
  [
    ...(calendar.zone === undefined ? [] : [zonePart(calendar.zone)]),
    ...calendar.events.map((event) => eventPart(event, calendar)),
  ],
]

function eventPart(event: CalendarEvent, calendar: Calendar): Component {
  const title = titleText(event, calendar.page)
  const stamp = `${calendar.updated.slice(0, '2026-03-10T19:02:11'.length)}Z`
  const isBusy = event.clock !== null && event.kind === 'session' && event.status !== 'cancelled'
  return [
    'vevent',
    [
      words('uid', event.uid),
      ['dtstamp', {}, 'date-time', stamp],
      ['last-modified', {}, 'date-time', stamp],
      ['sequence', {}, 'integer', calendar.revision],
      ...whenOf(event, calendar.zone),
      words('summary', title),
      words('description', descriptionText(event, calendar)),
      words('categories', 'itb', event.session?.type ?? event.kind),
      words('status', event.status.toUpperCase()),
      words('class', 'PRIVATE'),
      words('transp', isBusy ? 'OPAQUE' : 'TRANSPARENT'),
    ],
    alarmPart(event, title, calendar),
  ]
}

/** Of a whole day its end is the next day, which every client reads the same way. */
function whenOf({ date, clock, seconds }: CalendarEvent, zone: ZoneHistory | undefined): readonly Property[] {
  if (clock === null) {
    const next = dateOf(addDays(dayOf(date), 1))
    return [
      ['dtstart', {}, 'date', date],
      ['dtend', {}, 'date', next],
    ]
  }
  const place: Record<string, string> = zone === undefined ? {} : { tzid: zone.name }
  return [
    ['dtstart', place, 'date-time', `${date}T${clock}:00`],
    ...(seconds === null ? [] : [['duration', {}, 'duration', lengthText(seconds)] as const]),
  ]
}
