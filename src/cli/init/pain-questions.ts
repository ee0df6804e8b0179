import { addDays, dateOf, dayOf, type CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { PLACES, SCORE, SIDES, type Site } from '../../log/words.ts'
import { usage, type Flags } from '../command.ts'
import { dateMeant } from '../date-words.ts'
import { ASKED_AGAIN, keyOf, type Wanted } from './answers.ts'

export type { Site }
export type Side = (typeof SIDES)[number]

const PLACE_KEYS: Readonly<Record<string, Site | 'none'>> = {
  o: 'outer-knee',
  f: 'front-knee',
  i: 'inner-knee',
  b: 'back-knee',
  e: 'elsewhere',
  n: 'none',
}

/** Where it hurts, `none` where nothing does. */
export const siteWanted = ({ site }: Flags): Wanted<Site | 'none'> => ({
  flag: '--site',
  example: '--site outer-knee, or --site none where nothing hurts',
  given: site,
  isNeeded: true,
  ask: (ask) =>
    ask({
      kind: 'key',
      text: 'Where does it hurt, or did when you last ran?',
      keys: [
        { key: 'o', means: 'outer side of the knee' },
        { key: 'f', means: 'front' },
        { key: 'i', means: 'inner side' },
        { key: 'b', means: 'back of the knee' },
        { key: 'e', means: 'elsewhere' },
        { key: 'n', means: 'nothing hurts' },
      ],
      enter: ASKED_AGAIN,
    }),
  read: (said) => {
    const place = PLACE_KEYS[said] ?? [...PLACES, 'none' as const].find((each) => each === said)
    if (place !== undefined) return succeed(place)
    return fail(usage(`--site cannot be "${said}"`, `It can be: ${PLACES.join(', ')}, none.`))
  },
})

const SIDE_KEYS: Readonly<Record<string, Side>> = { l: 'left', r: 'right', b: 'both' }

/** The leg that hurts. */
export const sideWanted = ({ side }: Flags): Wanted<Side> => ({
  flag: '--side',
  example: '--side left',
  given: side,
  ask: (ask) =>
    ask({
      kind: 'key',
      text: 'Which knee?',
      keys: [
        { key: 'l', means: 'left' },
        { key: 'r', means: 'right' },
        { key: 'b', means: 'both' },
      ],
      enter: 'leave open',
    }),
  read: (said) => {
    const leg = SIDE_KEYS[said] ?? SIDES.find((each) => each === said)
    return leg === undefined
      ? fail(usage(`--side cannot be "${said}"`, `It can be: ${SIDES.join(', ')}.`))
      : succeed(leg)
  },
})

const SINCE = 'yesterday, mon, 2026-03-02, or 10d or 3w for about so long ago'

/** The day it began. */
export const sinceWanted = ({ painSince }: Flags, today: CalendarDate): Wanted<CalendarDate> => ({
  flag: '--pain-since',
  example: '--pain-since 3w',
  given: painSince,
  isNeeded: true,
  ask: (ask) =>
    ask({
      kind: 'line',
      text: 'Since when?',
      hint: SINCE,
      enter: ASKED_AGAIN,
      check: (line) => {
        const date = sinceMeant(line, today)
        if (date === undefined) return `It can be: ${SINCE}.`
        return date > today ? `${date} lies ahead. It can be: ${SINCE}.` : undefined
      },
    }),
  read: (said) => {
    const date = sinceMeant(said, today)
    if (date !== undefined && date <= today) return succeed(date)
    const fault = date === undefined ? 'is no day' : `lies ahead: today is ${today}`
    return fail(usage(`--pain-since is "${said}", which ${fault}`, `It can be: ${SINCE}.`))
  },
})

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30 }

function sinceMeant(said: string, today: CalendarDate): CalendarDate | undefined {
  const text = said.trim().toLowerCase()
  const [, count, unit = ''] = /^(\d{1,3}) ?(d|w|m)[a-z]*(?: ago)?$/.exec(text) ?? []
  return count === undefined
    ? dateMeant(text, today)
    : dateOf(addDays(dayOf(today), -Number(count) * (DAYS[unit] ?? 0)))
}

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** The worst score while running when it began. */
export const painWanted = ({ pain }: Flags): Wanted<number> => ({
  flag: '--pain',
  example: '--pain 4',
  given: typeof pain === 'object' ? pain.at(-1) : pain,
  ask: (ask) =>
    ask({
      kind: 'key',
      text: 'The worst pain while running then, outer side of the knee, 0 to 10?',
      keys: [...DIGITS.map((key) => ({ key, means: '' })), { key: 'x', means: '10' }],
      enter: 'not known',
    }),
  read: (said) => scoreMeant(said),
})

function scoreMeant(said: string): Result<number> {
  const [least, most] = SCORE
  const score = said === 'x' ? most : /^\d{1,2}$/.test(said) ? Number(said) : -1
  if (score >= least && score <= most) return succeed(score)
  return fail(usage(`--pain is "${said}", expected a whole number from ${least} to ${most}`))
}

/** Whether the runner limped then. */
export const limpWanted = ({ limp }: Flags): Wanted<boolean> => ({
  flag: '--limp',
  example: '--limp or --no-limp',
  given: keyOf(limp),
  ask: (ask) =>
    ask({
      kind: 'key',
      text: 'Did you limp?',
      keys: [
        { key: 'y', means: 'yes' },
        { key: 'n', means: 'no' },
      ],
      enter: 'not known',
    }),
  read: (said) => succeed(said === 'y'),
})
