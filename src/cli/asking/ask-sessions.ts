import type { Units } from '../../base/amount-text.ts'
import { distanceMeant, durationMeant } from '../../base/amount-input.ts'
import type { DaySession } from '../../engine/look.ts'
import type { Session } from '../../engine/plan.ts'
import type { Done } from '../done/done-on.ts'
import { askEasy, mayLift, type Practising } from '../done/easy.ts'
import type { Ask } from '../question.ts'
import { unlikelyPace } from '../log/likely-pace.ts'
import { askWorst, NOT_MEANT } from './ask-run.ts'
import { askScore, askWay, askYes } from './keys.ts'
import { askPain } from './pain.ts'

const QUIET: Done['run'] = { pain: { during: 0 }, limp: false, swelling: false, analgesic: false }
const OTHERS: readonly Session['type'][] = ['mobility', 'cross-training']

/** Who is asked, in whose units and by whose numbers. */
export interface Asking extends Practising {
  readonly ask: Ask
  readonly units: Units
}

/** One key for a day that went as planned; undefined while it is not done or not said. */
export async function askSessions(
  asking: Asking,
  sessions: readonly DaySession[],
): Promise<Done | undefined> {
  const done = await askDone(asking, sessions)
  if (done === undefined || done.leftOut.includes('strength')) return done
  const strength = sessions.find(({ type, done: isDone }) => type === 'strength' && !isDone)
  const isLifting = mayLift(asking, strength?.exercises ?? [], done.exercises)
  const effort = isLifting ? await askEasy(asking.ask, asking.programme) : undefined
  return effort === undefined ? done : { ...done, effort }
}

async function askDone(asking: Asking, sessions: readonly DaySession[]): Promise<Done | undefined> {
  const open = sessions.filter(({ done }) => !done)
  const asked = open.filter(({ type }) => type === 'run' || type === 'strength')
  if (asked.length === 0) return undefined
  const others = open.filter(({ type }) => OTHERS.includes(type))
  const said = await askWay(
    asking.ask,
    questionOf(asked),
    {
      yes: ['y', 'yes'],
      ...(others.length > 0 && {
        all: ['a', `yes, and ${others.map(({ title }) => title.toLowerCase()).join(', ')}`] as const,
      }),
      hurt: ['h', 'it hurt'],
      other: ['o', 'otherwise'],
    },
    'not yet',
  )
  // What was not asked is not answered: a run that is in the log already keeps its open scores.
  const unasked = (['run', 'strength'] as const).filter((type) => !asked.some((each) => each.type === type))
  const plain = { leftOut: [...OTHERS, ...unasked], run: QUIET, exercises: new Map() }
  switch (said) {
    case undefined:
      return undefined
    case 'yes':
      return plain
    case 'all':
      return { ...plain, leftOut: unasked }
    case 'hurt':
      return askHurt(asking, asked, plain)
    case 'other':
      return askOther(asking, asked, plain)
  }
}

/** Names all that a yes says, since each of it is written down as said. */
function questionOf(sessions: readonly Session[]): string {
  const titles = sessions.map(({ title }) => title).join(' and ')
  const has = (type: Session['type']): boolean => sessions.some((session) => session.type === type)
  const exercises = has('strength') ? `${has('run') ? ', also' : ''} in every exercise` : ''
  const signs = has('run') ? ', and without a limp, swelling or a painkiller' : ''
  const pain = `without pain at the outer side of the knee${exercises}${signs}`
  return `${titles}: done as planned, ${pain}? ${NOT_MEANT}`
}

async function askHurt(asking: Asking, sessions: readonly Session[], plain: Done): Promise<Done | undefined> {
  const hasRun = sessions.some(({ type }) => type === 'run')
  const hasStrength = sessions.some(({ type }) => type === 'strength')
  const what =
    hasRun && hasStrength
      ? await askWay(asking.ask, 'What hurt? The other one stays open.', {
          run: ['r', 'the run'],
          strength: ['s', 'an exercise'],
        })
      : hasRun
        ? 'run'
        : 'strength'
  if (what === undefined) return undefined
  return what === 'run' ? askHurtRun(asking, plain) : askHurtExercise(asking, sessions, plain)
}

async function askHurtRun(asking: Asking, plain: Done): Promise<Done | undefined> {
  const { ask, programme, units } = asking
  const worst = await askWorst(ask, 'This run')
  if (worst === undefined) return undefined
  if (worst === 0) return { ...plain, run: { pain: { during: 0 } }, leftOut: [...OTHERS, 'strength'] }
  const told = await askPain(ask, programme, units, worst)
  const hurt = { ...plain, run: told, leftOut: [...OTHERS, 'strength'] as const }
  if (await askYes(ask, 'Did you run all of it? Otherwise how far you came is asked.')) return hurt
  const ranAtLeast = told.pain.onsetMeters ?? 0
  const measured = await askMeasured(asking, ranAtLeast > 0 ? FIRST_PART : NO_RUN)
  if (measured !== undefined) return { ...hurt, measured }
  // Nobody said how far it went: what is claimed ends where the pain began, or no run is claimed at all.
  if (ranAtLeast > 0) return { ...hurt, ranAtLeast }
  return { ...hurt, flare: told, leftOut: [...hurt.leftOut, 'run'] }
}

const FIRST_PART = 'Enter: only the part before the pain is written'
const NO_RUN = 'Enter: the pain is kept as a flare, and no run'

async function askHurtExercise(
  { ask, programme }: Asking,
  sessions: readonly Session[],
  plain: Done,
): Promise<Done | undefined> {
  const ids = sessions
    .flatMap((session) => (session.type === 'strength' ? session.exercises : []))
    .map(({ id }) => id)
  const titles = new Map(programme.rehab.exercises.map(({ id, title }) => [id, title]))
  const ways = Object.fromEntries(
    ids.map((id, index) => [id, [String(index + 1), titles.get(id) ?? id] as const]),
  )
  const id = await askWay(ask, 'Which exercise hurt? The others count as done and free of pain.', ways)
  if (id === undefined) return undefined
  const score = await askScore(ask, `${titles.get(id) ?? id}: how much, 0 to 10?`)
  if (score === undefined) return undefined
  return { ...plain, exercises: new Map([[id, score]]), leftOut: [...OTHERS, 'run'] }
}

async function askOther(
  asking: Asking,
  sessions: readonly Session[],
  plain: Done,
): Promise<Done | undefined> {
  const has = (type: Session['type']): boolean => sessions.some((session) => session.type === type)
  const what = await askWay(
    asking.ask,
    'What was different? Nothing hurt, no limp, no swelling, no painkiller.',
    {
      ...(has('run') && {
        measured: ['d', 'another distance or time'] as const,
        run: ['r', 'the run was left out'] as const,
      }),
      ...(has('strength') && { strength: ['s', 'strength was left out'] as const }),
    },
  )
  if (what === undefined) return undefined
  if (what !== 'measured') return { ...plain, leftOut: [...plain.leftOut, what] }
  const measured = await askMeasured(asking, 'Enter when you do not know')
  return measured === undefined ? undefined : { ...plain, measured }
}

async function askMeasured(asking: Asking, enter: string): Promise<Done['measured']> {
  const { ask, units } = asking
  const line = await ask({
    kind: 'line',
    text: 'How far, and how long?',
    hint: `such as 2.1${units} 14:30; ${enter}`,
    check: (said) => (measuredIn(said, units) === undefined ? `write it like 2.1${units} 14:30` : undefined),
  })
  const measured = line === undefined ? undefined : measuredIn(line, units)
  const unlikely = measured === undefined ? undefined : unlikelyPace(units, measured)
  if (unlikely === undefined || (await askYes(ask, `${unlikely.message}. Is that right?`))) return measured
  return askMeasured(asking, enter)
}

function measuredIn(line: string, units: Units): Done['measured'] {
  const [far = '', long = '', ...more] = line.split(/\s+/)
  const [distance, duration] = [distanceMeant(far, units), durationMeant(long)]
  if (!distance.ok || !duration.ok || more.length > 0) return undefined
  return { distanceMeters: distance.value, durationSeconds: duration.value }
}
