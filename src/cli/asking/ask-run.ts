import { distanceText, type Units } from '../../base/amount-text.ts'
import { addDays, dateOf, dayOf } from '../../base/calendar.ts'
import type { RunEntry, RunPain } from '../../log/schema.ts'
import type { Programme } from '../../protocol/programme.ts'
import { dateText } from '../../base/date-text.ts'
import type { Ask } from '../question.ts'
import { askScore, askWay } from './keys.ts'
import { askPain } from './pain.ts'

/** The scores of a run that may still be open. */
export type RunScores = Partial<Pick<RunEntry, 'pain' | 'limp' | 'swelling' | 'analgesic'>>

/** Sore muscles are no warning, and are often taken for one. */
export const NOT_MEANT = 'Sore muscles are not meant.'

/** Asks what is still open of a run that is in the log; what is skipped stays open. */
export async function askRun(
  ask: Ask,
  programme: Programme,
  units: Units,
  run: Pick<RunEntry, 'date' | 'start' | 'distanceMeters'>,
  open: readonly string[],
): Promise<RunScores> {
  const during = open.includes('during') ? await askWorst(ask, nameOf(run, units)) : undefined
  const hurt = during !== undefined && during > 0 ? await askPain(ask, programme, units, during) : undefined
  const signs = await askSigns(
    ask,
    open.filter((score) => score !== 'limp' || hurt?.limp === undefined),
  )
  const morning = open.includes('nextMorning')
    ? await askScore(ask, `${morningOf(run)}: the outer side of the knee on rising, 0 to 10. ${NOT_MEANT}`)
    : undefined
  const pain = {
    ...(during === 0 && { during }),
    ...(hurt !== undefined && begunWithin(hurt.pain, run.distanceMeters)),
    ...(morning !== undefined && { nextMorning: morning }),
  }
  return {
    ...(Object.keys(pain).length > 0 && { pain }),
    ...(hurt?.limp !== undefined && { limp: hurt.limp }),
    ...signs,
  }
}

/** No pain begins after the run has ended: told in whole kilometres, it may look as if it did. */
export const begunWithin = (pain: RunPain, meters: number): RunPain =>
  pain.onsetMeters === undefined ? pain : { ...pain, onsetMeters: Math.min(pain.onsetMeters, meters) }

/** A day may have two runs, which are told apart by when and how far. */
function nameOf(
  { date, start, distanceMeters }: Pick<RunEntry, 'date' | 'start' | 'distanceMeters'>,
  units: Units,
): string {
  const when = start === undefined ? dateText(date) : `${dateText(date)} at ${start}`
  return `The run of ${when}, ${distanceText(distanceMeters, units)}`
}

const morningOf = ({ date }: Pick<RunEntry, 'date'>): string =>
  `The morning of ${dateText(dateOf(addDays(dayOf(date), 1)))}`

/** The worst of the outer knee in a run. */
export const askWorst = (ask: Ask, what: string): Promise<number | undefined> =>
  askScore(ask, `${what}: the outer side of the knee at its worst, 0 to 10. ${NOT_MEANT}`)

const SIGNS = { limp: 'limp', swelling: 'swelling', analgesic: 'painkiller' } as const
type Sign = keyof typeof SIGNS

/** One question for all signs that are open; one that was there says nothing of the others. */
async function askSigns(ask: Ask, open: readonly string[]): Promise<RunScores> {
  const signs = (Object.keys(SIGNS) as Sign[]).filter((sign) => open.includes(sign))
  if (signs.length === 0) return {}
  const words = signs.map((sign) => SIGNS[sign])
  const all: Readonly<Record<Sign | 'none', readonly [key: string, means: string]>> = {
    none: ['n', 'none'],
    limp: ['l', 'a limp'],
    swelling: ['s', 'swelling'],
    analgesic: ['k', 'a painkiller'],
  }
  const offered = Object.fromEntries(
    Object.entries(all).filter(([sign]) => sign === 'none' || signs.some((each) => each === sign)),
  ) as typeof all
  const said = await askWay(ask, `Was there any of these: ${words.join(', ')}?`, offered)
  if (said === undefined) return {}
  return said === 'none' ? Object.fromEntries(signs.map((sign) => [sign, false])) : { [said]: true }
}
