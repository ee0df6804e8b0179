import type { Named } from '../../log/amend.ts'
import type { RunEntry, StrengthEntry } from '../../log/schema.ts'
import { dateText } from '../../render/date.ts'
import { askRun, askWorst, type RunScores } from '../asking/ask-run.ts'
import { askScore, askYes } from '../asking/keys.ts'
import type { Call } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'
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
        await askRun(host.ask, inputs.programme, inputs.runner.units, entry, openOf(entry, inputs)),
      )
    case 'flare': {
      const during = entry.pain?.during ?? (await askWorst(host.ask, `The flare of ${when}`))
      const swelling = entry.swelling ?? (await askYes(host.ask, 'Was the knee swollen?'))
      return asPatch({
        ...(during !== undefined && { pain: { during } }),
        ...(swelling !== undefined && { swelling }),
      })
    }
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

/** What is due and was not said of a run; its morning is due from the next day on. */
function openOf(run: RunEntry, { today }: Inputs): readonly string[] {
  return [
    ...(run.pain?.during === undefined ? ['during'] : []),
    ...(['limp', 'swelling', 'analgesic'] as const).filter((sign) => run[sign] === undefined),
    ...(run.date < today && run.pain?.nextMorning === undefined ? ['nextMorning'] : []),
  ]
}

const asPatch = ({ pain, ...signs }: RunScores): Patch => ({
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
