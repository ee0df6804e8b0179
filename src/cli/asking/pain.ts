import type { Units } from '../../base/amount-text.ts'
import type { RunEntry, RunPain } from '../../log/schema.ts'
import type { Programme } from '../../protocol/programme.ts'
import type { Ask } from '../question.ts'
import { askCount, askWay } from './keys.ts'

/** What was said of a run that hurt; what is absent was not said. */
export type ToldPain = Pick<RunEntry, 'limp'> & { readonly pain: RunPain }

const SECONDS_OF_HOUR = 3600
const METERS_OF: Readonly<Record<Units, number>> = { km: 1000, mi: 1609.344 }

/** Four keys after a painful score: when, how it went on, when it was gone, and where it began. */
export async function askPain(
  ask: Ask,
  { painGrade }: Programme,
  units: Units,
  worst: number,
): Promise<ToldPain> {
  const hours = painGrade.settledWithin / SECONDS_OF_HOUR
  const when = await askWay(ask, 'When did it hurt?', {
    during: ['r', 'while running'],
    after: ['a', 'only after it'],
    both: ['b', 'both'],
  })
  const course = await askWay(ask, 'How did it go on while you ran? With l the knee made you limp.', {
    eased: ['e', 'it eased'],
    steady: ['s', 'steady'],
    worsened: ['w', 'it got worse'],
    limped: ['l', 'worse, and a limp'],
  })
  const gone = await askWay(ask, 'When was it gone?', {
    soon: ['h', `within ${hours} h`],
    today: ['t', 'later today'],
    not: ['n', 'still there'],
  })
  const onset = await askCount(ask, `After how many ${units} did it begin? 0 is at once.`)
  return {
    pain: {
      ...(when === 'after' ? { during: 0, after: worst } : { during: worst }),
      ...(when === 'both' && { after: worst }),
      ...trendOf(course),
      ...lastingOf(gone, painGrade),
      ...(onset !== undefined && { onsetMeters: Math.round(onset * METERS_OF[units]) }),
    },
    ...(course !== undefined && { limp: course === 'limped' }),
  }
}

const trendOf = (course: string | undefined): Pick<RunPain, 'trend'> =>
  course === 'eased' || course === 'steady' || course === 'worsened'
    ? { trend: course }
    : course === 'limped'
      ? { trend: 'worsened' }
      : {}

/** What is still there has no length yet: left out, it counts as longer than it should be. */
const lastingOf = (gone: string | undefined, rule: Programme['painGrade']): Pick<RunPain, 'lastingHours'> =>
  gone === 'soon'
    ? { lastingHours: rule.settledWithin / SECONDS_OF_HOUR }
    : gone === 'today'
      ? { lastingHours: rule.lastsTooLong / SECONDS_OF_HOUR }
      : {}
