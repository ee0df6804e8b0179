import type { DayEntry, RunPain } from '../../log/schema.ts'
import type { Ask } from '../question.ts'
import { askScore, askWay, askYes } from './keys.ts'
import { NOT_MEANT } from './ask-run.ts'

/** What was said of a day, and of the morning after the run before it. */
export interface ToldDay {
  readonly day: Pick<DayEntry, 'pain' | 'swelling' | 'analgesic'>
  readonly nextMorning?: RunPain['nextMorning']
}

const QUIET = { dailyActivities: 0, stairs: 0, rest: 0 } as const

/**
 * One key for a quiet day: 0 is said of rising, walking, stairs, rest and swelling, and of a painkiller where
 * that is asked, all of which the question names; anything else is asked about.
 */
export async function askDay(
  ask: Ask,
  when: string,
  hasMorning: boolean,
  asksPainkiller = false,
): Promise<ToldDay | undefined> {
  const rising = hasMorning ? 'on rising, ' : ''
  const worst = await askScore(
    ask,
    `${when}: the outer side of the knee ${rising}walking, on stairs and at rest, the worst, 0 to 10; ` +
      '0 also says that it is not swollen' +
      `${asksPainkiller ? ' and that no painkiller was taken' : ''}. ${NOT_MEANT}`,
  )
  if (worst === undefined) return undefined
  if (worst === 0) {
    const heard = asksPainkiller ? { analgesic: false } : {}
    return { day: { pain: QUIET, swelling: false, ...heard }, ...(hasMorning && { nextMorning: 0 }) }
  }
  return hurtDay(ask, worst, hasMorning, asksPainkiller)
}

async function hurtDay(
  ask: Ask,
  worst: number,
  hasMorning: boolean,
  asksPainkiller: boolean,
): Promise<ToldDay> {
  const where = await askWay(ask, `Where was it ${worst}?`, {
    ...(hasMorning && { rising: ['m', 'only on rising'] as const }),
    dailyActivities: ['w', 'walking'],
    stairs: ['s', 'on stairs'],
    rest: ['r', 'at rest'],
  })
  const morning =
    where === 'rising'
      ? worst
      : hasMorning
        ? await askScore(ask, 'And on rising this morning, 0 to 10?')
        : undefined
  const swelling = await askYes(ask, 'Is it swollen?')
  const analgesic = asksPainkiller ? await askYes(ask, 'Was a painkiller taken?') : undefined
  return {
    day: {
      // What was not placed is the careful reading: pain in daily life.
      pain: where === 'rising' ? QUIET : { [where ?? 'dailyActivities']: worst },
      ...(swelling !== undefined && { swelling }),
      ...(analgesic !== undefined && { analgesic }),
    },
    ...(morning !== undefined && { nextMorning: morning }),
  }
}
