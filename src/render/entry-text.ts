import { distanceText, durationText, type Units } from '../base/amount-text.ts'
import type { Entry, RunPain } from '../log/schema.ts'
import { baselineParts } from './baseline-text.ts'
import { dateText } from '../base/date-text.ts'
import { scoreText } from './score.ts'
import { settingsText } from './settings.ts'

type Of<T extends Entry['type']> = Extract<Entry, { type: T }>
type Said = readonly (string | undefined)[]
type Parts = readonly string[]
type Titles = ReadonlyMap<string, string>

/** `31:10`, `1:02:03`: a time as it is typed. */
export function clockText(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const [first = 0, ...others] = parts[0] === 0 ? parts.slice(1) : parts
  return [String(first), ...others.map((part) => String(part).padStart(2, '0'))].join(':')
}

const told = (said: Said): Parts => said.flatMap((part) => (part === undefined || part === '' ? [] : [part]))
const list = (said: Said): string => told(said).join(', ')

const word = (name: string, value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : `${name} ${value}`

/** `limp` or `no limp`; nothing where it was not said. */
const sign = (name: string, value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? name : `no ${name}`

/** The place of a pain that is not the outer side of the knee. */
const placeText = (site: RunPain['site']): string | undefined =>
  site === undefined || site === 'outer-knee' ? undefined : site.replaceAll('-', ' ')

const painSaid = (pain: RunPain | undefined, units: Units): Said => [
  placeText(pain?.site),
  ...(['before', 'during', 'after', 'nextMorning'] as const).map((score) =>
    word(scoreText(score), pain?.[score]),
  ),
  pain?.trend === undefined || pain.trend === 'none' ? undefined : pain.trend,
  pain?.onsetMeters === undefined ? undefined : `began at ${distanceText(pain.onsetMeters, units)}`,
  pain?.lastingHours === undefined ? undefined : `lasted ${durationText(pain.lastingHours * 3600)}`,
]

function runParts(run: Of<'run'>, units: Units): Parts {
  const amount = `${distanceText(run.distanceMeters, units)} ${clockText(run.durationSeconds)}`
  return told([
    run.start === undefined ? undefined : `at ${run.start}`,
    `${amount}${run.attested === true ? ' (as planned, not measured)' : ''}`,
    ...doubtsOf(run),
    run.runningSeconds === undefined
      ? undefined
      : `running ${clockText(run.runningSeconds)}${guessMark(run, 'running')}`,
    ...painSaid(run.pain, units),
    sign('limp', run.limp),
    sign('swelling', run.swelling),
    sign('painkiller', run.analgesic),
    word('effort', run.rpe),
    ...courseParts(run, units),
    word('cadence', run.cadenceSpm),
    word('shoes', run.shoes),
  ])
}

type Guess = NonNullable<Of<'run'>['guessed']>[number]

/** Behind what an import told from the course of a run, and nobody has said since. */
export const guessMark = ({ guessed }: Of<'run'>, what: Guess): string =>
  guessed?.includes(what) === true ? ' (a guess)' : ''

/** What an import could not know of a whole run. */
export const doubtsOf = ({ guessed, partial }: Of<'run'>): Parts => [
  ...(guessed?.includes('sport') === true ? ['a run by its pace (a guess)'] : []),
  ...(partial === true ? ['recorded in part'] : []),
]

/** What was run on, and how hard. */
const courseParts = (run: Of<'run'>, units: Units): Said => [
  run.intensity === undefined || run.intensity === 'easy' ? undefined : run.intensity,
  word('pickups', run.pickups === 0 ? undefined : run.pickups),
  run.surface === undefined || run.surface === 'road' ? undefined : run.surface,
  run.terrain === undefined || run.terrain === 'flat'
    ? undefined
    : `${run.terrain}${guessMark(run, 'terrain')}`,
  word('camber', run.camber),
  run.ascentMeters === undefined ? undefined : `climb ${heightText(run.ascentMeters, units)}`,
  run.descentMeters === undefined ? undefined : `descent ${heightText(run.descentMeters, units)}`,
]

const FEET_PER_METRE = 3.28084
const heightText = (meters: number, units: Units): string =>
  units === 'km' ? `${Math.round(meters)} m` : `${Math.round(meters * FEET_PER_METRE)} ft`

/** What all exercises share is said once. */
function strengthParts({ exercises, attested, rpe }: Of<'strength'>, titles: Titles): Parts {
  const said = exercises.map(({ sets, pain, effort }) =>
    list([word('sets', sets), word('effort', effort), word('pain', pain)]),
  )
  const [first = ''] = said
  const isShared = exercises.length > 1 && first !== '' && said.every((each) => each === first)
  return told([
    ...exercises.map(({ id }, index) => {
      const own = isShared ? '' : said[index]
      return `${titles.get(id) ?? id}${own === '' ? '' : ` (${own})`}`
    }),
    isShared ? `each ${first}` : undefined,
    word('effort', rpe),
    attested === true ? 'as planned, not measured' : undefined,
  ])
}

const dayParts = (day: Of<'day'>): Parts =>
  told([
    placeText(day.pain?.site),
    ...(['dailyActivities', 'stairs', 'rest', 'night'] as const).map((score) =>
      word(scoreText(score), day.pain?.[score]),
    ),
    sign('limp', day.limp),
    sign('swelling', day.swelling),
    sign('painkiller', day.analgesic),
    day.sleepHours === undefined ? undefined : `sleep ${day.sleepHours} h`,
    word('sleep quality', day.sleepQuality),
    word('mood', day.mood),
    word('confidence', day.confidence),
    day.redFlags === undefined
      ? undefined
      : day.redFlags.length === 0
        ? 'no warning sign'
        : `warning sign: ${day.redFlags.join(', ').replaceAll('-', ' ')}`,
    day.habits === undefined ? undefined : `habits: ${day.habits.join(', ')}`,
  ])

const limitParts = (limit: Of<'limit'>, units: Units): Parts =>
  told([
    `by ${limit.by}`,
    limit.maxRunSeconds === undefined ? undefined : `at most ${durationText(limit.maxRunSeconds)} a run`,
    limit.maxWeekMeters === undefined
      ? undefined
      : `at most ${distanceText(limit.maxWeekMeters, units)} a week`,
    limit.noHills === true ? 'no hills' : undefined,
    ...Object.entries(limit.substitute ?? {}).map(([from, to]) => `${to} for ${from}`),
    limit.until === undefined ? undefined : `until ${dateText(limit.until)}`,
  ])

/** What an entry holds in words, without its type and its day; a note never leaves the log. */
export const entryText = (entry: Entry, units: Units, titles: Titles): string =>
  entryParts(entry, units, titles).join(', ')

/** What a changed entry says otherwise than before, and what it said then. */
export function changeText(entry: Entry, before: Entry, units: Units, titles: Titles): string {
  const [now, then] = [entry, before].map((each) => entryParts(each, units, titles))
  const moved = entry.date === before.date ? [] : [`was on ${dateText(before.date)}`]
  const news = [...(now ?? []).filter((part) => then?.includes(part) !== true), ...moved]
  const gone = (then ?? []).filter((part) => now?.includes(part) !== true)
  return `${news.join(', ')}${gone.length === 0 ? '' : ` (before: ${gone.join(', ')})`}`.trim()
}

function entryParts(entry: Entry, units: Units, titles: Titles): Parts {
  switch (entry.type) {
    case 'run':
      return runParts(entry, units)
    case 'strength':
      return strengthParts(entry, titles)
    case 'day':
      return dayParts(entry)
    case 'cross-training':
      return told([
        `${titles.get(entry.activity) ?? entry.activity} ${clockText(entry.durationSeconds)}`,
        word('effort', entry.rpe),
        word('pain', entry.pain),
        entry.attested === true ? 'as planned, not measured' : undefined,
      ])
    case 'mobility':
      return told([
        ...entry.items.map((item) => titles.get(item) ?? item),
        word('pain', entry.pain),
        entry.attested === true ? 'as planned, not measured' : undefined,
      ])
    case 'flare':
      return told([
        ...painSaid(entry.pain, units),
        sign('limp', entry.limp),
        sign('swelling', entry.swelling),
      ])
    case 'clearance':
      return told([
        `by ${entry.by}`,
        word('tolerates', entry.tolerates),
        entry.until === undefined ? undefined : `until ${dateText(entry.until)}`,
      ])
    case 'limit':
      return limitParts(entry, units)
    case 'absence':
      return told([entry.reason, entry.until === undefined ? undefined : `until ${dateText(entry.until)}`])
    case 'settings':
      return [settingsText(entry, units)]
    case 'review':
      return told([word('changed:', entry.changed), word('felt:', entry.felt), word('adjust:', entry.adjust)])
    case 'baseline':
      return told(baselineParts(entry, units))
    case 'acknowledgement':
      return [entry.notice]
    case 'note':
      return []
  }
}
