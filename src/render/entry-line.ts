import { distanceText, paceText, type Units } from '../base/amount-text.ts'
import type { Entry, RunEntry } from '../log/schema.ts'
import { clockText, doubtsOf, entryText, guessMark } from './entry-text.ts'

type Of<Type extends Entry['type']> = Extract<Entry, { readonly type: Type }>

/** An entry as short as a list wants it, without its day: `5.2 km 31:10, 6:00/km, pain 0/0/1`. */
export function entryLine(entry: Entry, units: Units, titles: ReadonlyMap<string, string>): string {
  const parts = partsOf(entry, units)
  // A list marks what was taken from the plan by one word of its own.
  if (parts === undefined) return entryText({ ...entry, attested: undefined } as Entry, units, titles)
  return parts.filter((part) => part !== '').join(', ')
}

/** Undefined for what is short enough in all its words. */
function partsOf(entry: Entry, units: Units): readonly string[] | undefined {
  switch (entry.type) {
    case 'run':
      return runParts(entry, units)
    case 'strength':
      return strengthParts(entry)
    case 'day':
      return dayParts(entry)
    case 'mobility':
      return [`${entry.items.length} rolls and stretches`, painText(entry.pain)]
    default:
      return undefined
  }
}

function runParts(run: RunEntry, units: Units): readonly string[] {
  const { distanceMeters: meters, durationSeconds: seconds } = run
  const { during, after, nextMorning } = run.pain ?? {}
  const elsewhere =
    run.pain?.site === undefined || run.pain.site === 'outer-knee' ? '' : ` (${run.pain.site})`
  return [
    `${distanceText(meters, units)} ${clockText(seconds)}`,
    paceText((seconds / meters) * 1000, units),
    ...doubtsOf(run),
    run.runningSeconds === undefined
      ? ''
      : `running ${clockText(run.runningSeconds)}${guessMark(run, 'running')}`,
    `pain ${[during, after, nextMorning].map((score) => score ?? '?').join('/')}${elsewhere}`,
    run.pain?.onsetMeters === undefined ? '' : `from ${distanceText(run.pain.onsetMeters, units)} on`,
    run.pain?.trend === undefined || run.pain.trend === 'none' ? '' : run.pain.trend,
    ...signsOf(run),
    run.analgesic === true ? 'painkiller' : '',
  ]
}

function strengthParts({ exercises }: Of<'strength'>): readonly string[] {
  const hurt = exercises.filter(({ pain = 0 }) => pain > 0)
  const open = exercises.filter(({ pain }) => pain === undefined)
  return [
    exercises.length === 1 ? '1 exercise' : `${exercises.length} exercises`,
    ...hurt.map(({ id, pain }) => `${id} ${pain}`),
    hurt.length === 0 && open.length === 0 && exercises.length > 0 ? 'pain 0' : '',
    open.length === 0 ? '' : `${open.length} without a score`,
  ]
}

function dayParts(day: Of<'day'>): readonly string[] {
  const { dailyActivities, stairs, rest, night, site } = day.pain ?? {}
  const isScored = [dailyActivities, stairs, rest].some((score) => score !== undefined)
  return [
    isScored ? `daily ${dailyActivities ?? '?'}, stairs ${stairs ?? '?'}, rest ${rest ?? '?'}` : '',
    night === undefined ? '' : `night ${night}`,
    site === undefined || site === 'outer-knee' ? '' : `(${site})`,
    ...signsOf(day),
    day.analgesic === true ? 'painkiller' : '',
    day.redFlags === undefined
      ? ''
      : day.redFlags.length === 0
        ? 'no warning sign'
        : `WARNING SIGN ${day.redFlags.join(', ')}`,
    day.sleepHours === undefined ? '' : `slept ${day.sleepHours} h`,
    day.mood === undefined ? '' : `mood ${day.mood}`,
    day.confidence === undefined ? '' : `confidence ${day.confidence}`,
    ...(day.habits ?? []),
  ]
}

const painText = (pain: number | undefined): string => `pain ${pain ?? '?'}`
const signsOf = ({ limp, swelling }: Pick<RunEntry, 'limp' | 'swelling'>): readonly string[] => [
  limp === true ? 'limp' : '',
  swelling === true ? 'swelling' : '',
]
