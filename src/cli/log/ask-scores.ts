import type { CalendarDate } from '../../base/calendar.ts'
import type { Named } from '../../log/amend.ts'
import type { FlareEntry, RunEntry, StrengthEntry } from '../../log/schema.ts'
import { dateText } from '../../base/date-text.ts'
import { askRun, askWorst, type RunScores } from '../asking/ask-run.ts'
import { askScore, askYes } from '../asking/keys.ts'
import type { Call } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'
import type { Ask } from '../question.ts'
import type { Changes } from './changes.ts'
import type { Patch } from './patch.ts'

type Answers = Pick<Changes, 'patch' | 'exercises'>

const NO_EXERCISES: Answers['exercises'] = { pain: new Map(), effort: new Map(), sets: new Map(), skip: [] }

/** Asks for the scores that an entry does not have yet, one key each. */
export async function askScores(call: Call, inputs: Inputs, entry: Named): Promise<Answers> {
  if (entry.type === 'strength') return { patch: {}, exercises: await askExercises(call, entry) }
  return { patch: await askPatch(call, inputs, entry), exercises: NO_EXERCISES }
}

async function askPatch({ host }: Call, inputs: Inputs, entry: Named): Promise<Patch> {
  const when = dateText(entry.date)
  switch (entry.type) {
    case 'run':
      return asPatch(
        await askRun(host.ask, inputs.programme, inputs.runner.units, entry, openOf(entry, inputs.today)),
      )
    case 'flare':
      return asPatch(await askFlare(host.ask, entry))
    case 'cross-training':
    case 'mobility': {
      const pain =
        entry.pain ??
        (await askWorst(host.ask, `${entry.type === 'mobility' ? 'Stretching' : 'Training'}, ${when}`))
      return pain === undefined ? {} : { pain }
    }
    default:
      return {}
  }
}

/** Asks how bad a flare was, as far as it was not said. */
export async function askFlare(
  ask: Ask,
  { date, pain, swelling }: Pick<FlareEntry, 'date' | 'pain' | 'swelling'>,
): Promise<RunScores> {
  const during = pain?.during ?? (await askWorst(ask, `The flare of ${dateText(date)}`))
  const swollen = swelling ?? (await askYes(ask, 'Was the knee swollen?'))
  return {
    ...(during !== undefined && { pain: { during } }),
    ...(swollen !== undefined && { swelling: swollen }),
  }
}

/** What is due and was not said of a run; its morning is due from the next day on. */
export function openOf(run: Pick<RunEntry, 'date' | 'pain' | Sign>, today: CalendarDate): readonly string[] {
  return [
    ...(run.pain?.during === undefined ? ['during'] : []),
    ...SIGNS.filter((sign) => run[sign] === undefined),
    ...(run.date < today && run.pain?.nextMorning === undefined ? ['nextMorning'] : []),
  ]
}

const SIGNS = ['limp', 'swelling', 'analgesic'] as const
type Sign = (typeof SIGNS)[number]

/** Scores of a run as flags would say them. */
export const asPatch = ({ pain, ...signs }: RunScores): Patch => ({
  ...signs,
  ...Object.fromEntries(Object.entries(pain ?? {}).map(([key, value]) => [`pain.${key}`, value])),
})

async function askExercises({ host }: Call, { exercises }: StrengthEntry): Promise<Answers['exercises']> {
  const pain = new Map<string, number>()
  for (const { id } of exercises.filter((each) => each.pain === undefined)) {
    const said = await askScore(host.ask, `Pain in ${id}, 0 to 10?`)
    if (said !== undefined) pain.set(id, said)
  }
  return { ...NO_EXERCISES, pain }
}
