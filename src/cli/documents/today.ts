import { tracksOf } from '../../engine/tracks.ts'
import type { DayLook, DaySession } from '../../engine/look.ts'
import { isRunFree } from '../../engine/state.ts'
import type { Runner } from '../../log/schema.ts'
import {
  crossTrainingHow,
  type HowBlock,
  iceText,
  levelText,
  mobilityHow,
  sleepHow,
  strengthHow,
  warmUpHow,
} from '../../protocol/how-to.ts'
import type { Programme } from '../../protocol/programme.ts'
import type { Guide, IceAdvice } from '../../render/today.ts'

/** What the programme tells a runner about the work of a day, in the order it is done. */
export function guideFor(look: DayLook, programme: Programme, runner: Runner): Guide {
  const tracks = tracksOf(programme, look.week)
  const of = (type: DaySession['type']) => look.sessions.filter((session) => session.type === type)
  const idsOf = (sessions: readonly DaySession[]) =>
    sessions.flatMap(({ exercises }) => exercises.map(({ id }) => id))
  const runs = of('run')
  const cross = of('cross-training')
  // The session names what is left to choose from: an activity that hurt is not among it.
  const chosen = tracks.crossTraining.activities
    .map(({ title }) => title)
    .filter((title) => cross.some(({ cues }) => cues.some((cue) => cue.includes(title))))
  const strength = strengthBlock([...of('strength'), ...runs], programme, runner)
  const how = [
    ...mobilityHow(tracks, idsOf(of('mobility'))),
    ...(runs.length === 0
      ? []
      : [
          warmUpHow(
            tracks,
            runs.some(({ exercises }) => exercises.length > 0),
          ),
        ]),
    ...(strength.items.length === 0 ? [] : [strength]),
    ...(cross.length === 0 ? [] : [crossTrainingHow(tracks, chosen)]),
    ...sleepHow(tracks, idsOf(of('mobility'))),
  ]
  // After any activity, and on the days that pain keeps free of running.
  const isUseful = runs.length > 0 || cross.length > 0 || look.noRunUntil !== null
  return { how, ice: iceOn(look, tracks.ice, isUseful) }
}

/** Each exercise once, at the level of its strength session; before a run there is no level to keep to. */
function strengthBlock(
  sessions: readonly DaySession[],
  { rehab, strength }: Programme,
  { equipment }: Runner,
): HowBlock {
  const doses = sessions.flatMap(({ exercises }) => exercises)
  const ids = [...new Set(doses.map(({ id }) => id))]
  const items = ids.flatMap((id) => {
    const exercise = rehab.exercises.find((each) => each.id === id)
    const level = doses.find((dose) => dose.id === id)?.level ?? null
    return exercise === undefined ? [] : [strengthHow(exercise, level, equipment)]
  })
  const hasLevels = sessions.some(({ type }) => type === 'strength')
  const says = doses.length === 0 ? [] : [...hurts(strength), ...(hasLevels ? [levelText(strength)] : [])]
  return { kind: 'strength', says, source: strength.source, items }
}

const hurts = ({ says }: Programme['strength']): readonly string[] =>
  says['hurts'] === undefined ? [] : [says['hurts']]

function iceOn(
  { iceUntil, noRunUntil, week }: DayLook,
  ice: Programme['rehab']['tracks']['ice'],
  isUseful: boolean,
): IceAdvice | null {
  if ((iceUntil === null && !isUseful) || week.phase === 'stop') return null
  const isSore =
    iceUntil !== null || noRunUntil !== null || isRunFree(week.phase) || week.phase === 'acute-reduced'
  return {
    until: iceUntil,
    says: [iceText(ice, iceUntil !== null), ...ice.rules],
    notToDo: isSore ? ice.notToDo : [],
    source: ice.source,
  }
}

/** A day for a script: what is on and done, how it is done, and where its scores lead. */
export const todayDocument = (look: DayLook, { how, ice }: Guide) => ({
  format: 'itb-today',
  version: 1,
  date: look.date,
  phase: look.week.phase,
  returnWeek: look.week.returnWeek,
  verdict: look.week.verdict,
  sessions: look.sessions,
  how,
  grade: look.grade,
  reasons: look.reasons,
  noRunUntil: look.noRunUntil,
  nextRun: look.nextRun,
  away: look.away,
  leads: look.leads,
  owed: look.week.owed,
  ice,
  referral: look.week.referral ?? look.next.referral,
  notes: look.week.notes,
  grounds: look.week.grounds,
  disclaimer: look.week.disclaimer,
})
