import { distanceMeant, paceMeant } from '../base/amount-input.ts'
import type { Units } from '../base/amount-text.ts'
import { fail, succeed, type Result } from '../base/problem.ts'
import type { Runner } from '../log/schema.ts'
import { CADENCE, isName, MILESTONES, MOST_METERS, SIDES, UNITS } from '../log/words.ts'
import { SETTING_WORDS } from '../render/settings.ts'
import { usage } from './command.ts'
import { daysMeant, weekdayMeant } from './days-meant.ts'
import { milestonesMeant } from './milestones-meant.ts'
import { timesMeant } from './times-meant.ts'
import { zoneMeant } from './zone-meant.ts'

/** What stands already and is added to where only a part of it is said. */
export type Standing = Pick<Runner, 'milestones' | 'startTimes'>

/** One thing the runner tells once: its word on the command line, its key in the log, how it is written. */
export interface Setting {
  readonly key: string
  readonly field: keyof Runner
  /** How a value may be written, and what else may stand there. */
  readonly example: string
  /** The example stands for many others, and is not all that there is. */
  readonly isSample?: true
  /** Undefined where the text says nothing of the kind. */
  readonly read: (text: string, units: Units, stands: Standing) => Partial<Runner> | undefined
}

const READERS: readonly Omit<Setting, 'key'>[] = [
  {
    field: 'protocol',
    example: 'itbs-rehab, or the file of your own',
    read: (text) => (text === '' ? undefined : { protocol: text }),
  },
  { field: 'units', example: 'km or mi', read: (text) => as('units', oneOf(UNITS, text)) },
  {
    field: 'baselineWeeklyDistanceMeters',
    example: '40km, the running of a usual week before it hurt',
    isSample: true,
    read: (text, units) => as('baselineWeeklyDistanceMeters', weekMeant(text, units)),
  },
  {
    field: 'baselineLongestMeters',
    example: '14km, the longest run of such a week',
    isSample: true,
    read: (text, units) => as('baselineLongestMeters', weekMeant(text, units)),
  },
  {
    field: 'goalWeeklyDistanceMeters',
    example: '45km a week',
    isSample: true,
    read: (text, units) => as('goalWeeklyDistanceMeters', weekMeant(text, units)),
  },
  {
    field: 'easyPaceSecondsPerKm',
    example: '6:00/km or 9:40/mi, between 2:30 and 15:00 a kilometre',
    isSample: true,
    read: (text, units) => as('easyPaceSecondsPerKm', easyPaceMeant(text, units)),
  },
  {
    field: 'availableDays',
    example: 'mon,wed,sat or tue-fri or all',
    isSample: true,
    read: (text) => as('availableDays', daysMeant(text)),
  },
  {
    field: 'strengthDays',
    example: 'tue,thu,sun or mon-fri or all, of the days without a run first',
    isSample: true,
    read: (text) => as('strengthDays', daysMeant(text)),
  },
  {
    field: 'cadenceSpm',
    example: '164, steps of both feet in a minute, from 100 to 250',
    isSample: true,
    read: (text) => as('cadenceSpm', cadenceMeant(text)),
  },
  {
    field: 'equipment',
    example: 'band,box,ankle-weight, or none',
    read: (text) => as('equipment', equipmentMeant(text)),
  },
  {
    field: 'extras',
    example: 'single-leg-standing,front-plank,foot-posture, or none',
    isSample: true,
    read: (text) => as('extras', extrasMeant(text)),
  },
  {
    field: 'milestones',
    example: `first-distance=2026-06-01,first-hills=dropped, or none; of ${MILESTONES.join(', ')}`,
    isSample: true,
    read: (text, _, { milestones }) => as('milestones', milestonesMeant(text, milestones ?? {})),
  },
  { field: 'side', example: 'left, right or both', read: (text) => as('side', oneOf(SIDES, text)) },
  {
    field: 'timeZone',
    example: 'Europe/Berlin, the name of a place as your system knows it',
    isSample: true,
    read: (text) => as('timeZone', zoneMeant(text)),
  },
  {
    field: 'weekStart',
    example: 'monday or sunday',
    read: (text) => as('weekStart', weekdayMeant(text.toLowerCase())),
  },
  {
    field: 'startTimes',
    example: 'mon=07:00,sat=09:30 or tue-fri=18:15, 07:00 for every day, or none',
    isSample: true,
    read: (text, _, { startTimes }) => as('startTimes', timesMeant(text, startTimes ?? {})),
  },
]

/** All that `itb init` asks and `itb set` changes, in the order of a table. */
export const SETTINGS: readonly Setting[] = READERS.map((each) => ({
  ...each,
  key: SETTING_WORDS[each.field],
}))

/** A setting by its word or its key in the log; undefined where there is none of that name. */
export const settingNamed = (name: string): Setting | undefined =>
  SETTINGS.find(({ key, field }) => key === name || field === name)

/** How a setting may be written, as a hint. */
export const waysToWrite = ({ example, isSample }: Setting): string =>
  `${isSample === true ? 'Such as' : 'It can be'}: ${example}.`

/** What a text says of a setting; `said` is where it was said, such as `--pace`. */
export function readSetting(
  setting: Setting,
  text: string,
  units: Units,
  said: string,
  stands: Standing = {},
): Result<Partial<Runner>> {
  const told = setting.read(text.trim(), units, stands)
  if (told !== undefined) return succeed(told)
  return fail(usage(`${said} cannot be "${text}"`, waysToWrite(setting)))
}

const as = <Key extends keyof Runner>(
  field: Key,
  value: Runner[Key] | undefined,
): Partial<Runner> | undefined => (value === undefined ? undefined : { [field]: value })

const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text.toLowerCase())

const listed = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')

/** Nobody's easy pace is faster than the first or slower than the second, in seconds a kilometre. */
const USUAL_PACE = [150, 900] as const

function weekMeant(text: string, units: Units): number | undefined {
  const meters = distanceMeant(text, units)
  return meters.ok && meters.value > 0 && meters.value <= MOST_METERS ? meters.value : undefined
}

/** To a tenth of a second: whole ones would read a pace for miles back as another one. */
function easyPaceMeant(text: string, units: Units): number | undefined {
  const [fastest, slowest] = USUAL_PACE
  const pace = paceMeant(text, units)
  return pace.ok && pace.value >= fastest && pace.value <= slowest ? Number(pace.value.toFixed(1)) : undefined
}

function cadenceMeant(text: string): number | undefined {
  const [least, most] = CADENCE
  const steps = /^(\d{2,3})(?: ?spm)?$/.exec(text)?.[1]
  return steps !== undefined && Number(steps) >= least && Number(steps) <= most ? Number(steps) : undefined
}

const EQUIPMENT = ['band', 'box', 'ankle-weight'] as const

function equipmentMeant(text: string): readonly string[] | undefined {
  const words = listed(text)
  if (words.length === 1 && words[0] === 'none') return []
  const chosen = EQUIPMENT.filter((piece) => words.includes(piece))
  return words.length > 0 && chosen.length === new Set(words).size ? chosen : undefined
}

/** Which extras there are is the protocol's to say; here they are names. */
function extrasMeant(text: string): readonly string[] | undefined {
  const words = listed(text)
  if (words.length === 1 && words[0] === 'none') return []
  return words.length > 0 && words.every(isName) ? [...new Set(words)] : undefined
}
