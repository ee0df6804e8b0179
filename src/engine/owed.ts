import { distanceText, type Units } from '../base/amount-text.ts'
import { addDays, type CalendarDate, dateOf, type Day } from '../base/calendar.ts'
import { identify } from '../log/ids.ts'
import type { Entry, Log, RunEntry } from '../log/schema.ts'
import { stands } from '../log/versions.ts'
import type { Programme } from '../protocol/programme.ts'
import { wordOf } from './because.ts'
import { owedDays } from './owed-days.ts'
import type { Owed, OwedAnswer, Phase, Verdict } from './plan.ts'
import type { Replay } from './replay.ts'

/** What a plan comes to, as far as an answer changes it. */
export interface Outcome {
  readonly phase: Phase
  readonly verdict: Verdict
  readonly distanceMeters: number
}

/** How far back an unscored run still decides something. */
const LOOK_BACK = 14
/** So many questions are worked through to what each answer would lead to. */
const WORKED_THROUGH = 2

type Scores = Pick<RunEntry, 'pain' | 'limp' | 'swelling' | 'analgesic'>
const NO_SIGNS = { limp: false, swelling: false, analgesic: false } as const

const missingOf = (run: RunEntry, isMorningDue: boolean): string[] => [
  ...(run.pain?.during === undefined ? ['during'] : []),
  ...(isMorningDue && run.pain?.nextMorning === undefined ? ['nextMorning'] : []),
  ...(['limp', 'swelling', 'analgesic'] as const).filter((sign) => run[sign] === undefined),
]

/** What has been asked and not answered, oldest first, and what each answer would make of the plan. */
export function owedOn(
  log: Log,
  played: Replay,
  today: Day,
  programme: Programme,
  outcomeOf: (log: Log) => Outcome,
): Owed[] {
  const { diary } = played
  // What this week has brought so far counts: a break on Wednesday asks for Thursday's check-in.
  const state = played.stateAt(addDays(played.weekOf(today), 7), today)
  const { units } = played.settingOn(today).runner
  const { recall } = programme.gate
  const first = (today - LOOK_BACK) as Day
  const since = state.episode === undefined ? first : (Math.max(first, state.episode.start) as Day)
  const [from, recalled, to] = [dateOf(since), dateOf((today - recall) as Day), dateOf(today)]
  // An imported run of which nothing was said is asked for while it is remembered, and then let be.
  const isAsked = (entry: Entry): entry is RunEntry =>
    entry.type === 'run' &&
    isIn(entry, from, to) &&
    (state.episode !== undefined || entry.pain !== undefined || isIn(entry, recalled, to))
  // To name thousands of entries takes longer than all the rest, and most logs owe nothing.
  const recent = log.entries.some(isAsked) ? identify(log) : []
  const runs = recent.flatMap((entry) => (isAsked(entry) ? [entry] : []))
  const open = runs.flatMap((run) => {
    const scores = missingOf(run, run.date < to)
    return scores.length === 0 ? [] : [{ run, scores }]
  })
  const asked = open.map(({ run, scores }, index) =>
    runOwed(log, run, scores, units, index >= open.length - WORKED_THROUGH ? outcomeOf : undefined),
  )
  const exercises = log.entries.some(isOpenSession(dateOf(first), to))
    ? identify(log)
        .filter(isOpenSession(dateOf(first), to))
        .map((session) => exercisesOwed(log, session, programme, outcomeOf))
    : []
  const others = owedDays(programme, diary, state, today)
  return [...asked, ...exercises, ...others].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const isIn = (entry: Entry, from: CalendarDate, to: CalendarDate): boolean =>
  entry.date >= from && entry.date <= to && stands(entry, to)

type Session = Extract<Entry, { type: 'strength' }>

/** A strength session with an exercise that nobody scored: it leaves its week unknown. */
const isOpenSession =
  (from: CalendarDate, to: CalendarDate) =>
  <E extends Entry>(entry: E): entry is E & Session =>
    entry.type === 'strength' &&
    isIn(entry, from, to) &&
    entry.exercises.some(({ pain }) => pain === undefined)

function exercisesOwed(
  log: Log,
  session: Session & { readonly id: string },
  { rehab, cycle }: Programme,
  outcomeOf: (log: Log) => Outcome,
): Owed {
  const open = session.exercises.filter(({ pain }) => pain === undefined).map(({ id }) => id)
  const titles = new Map([...cycle.exercises, ...rehab.exercises].map(({ id, title }) => [id, title]))
  const answered = (pain: number): Log => {
    const ids = identify(log)
    const exercises = session.exercises.map((each) => ({ ...each, pain: each.pain ?? pain }))
    return {
      ...log,
      entries: log.entries.map((entry, index) =>
        entry.type === 'strength' && ids[index]?.id === session.id ? { ...entry, exercises } : entry,
      ),
    }
  }
  const titled = open.map((id) => titles.get(id) ?? id)
  return {
    entry: session.id,
    date: session.date,
    score: 'exercise-pain',
    scores: open,
    question: `outer side of the knee during it, 0 to 10: ${titled.join(', ')}`,
    answers: [
      { answer: '0', ...outcomeOf(answered(0)) },
      { answer: '1 or more', ...outcomeOf(answered(1)) },
    ],
    breaksChain: false,
    until: null,
  }
}

function runOwed(
  log: Log,
  run: RunEntry & { readonly id: string },
  scores: readonly string[],
  units: Units,
  outcomeOf: ((log: Log) => Outcome) | undefined,
): Owed {
  const answer = (text: string, quiet: boolean): OwedAnswer[] => {
    const outcome = outcomeOf?.(withScores(log, run, scores, quiet))
    return outcome === undefined ? [] : [{ answer: text, ...outcome }]
  }
  const onlySigns = scores.every((score) => score === 'limp' || score === 'swelling' || score === 'analgesic')
  return {
    entry: run.id,
    date: run.date,
    score: scores[0] ?? 'during',
    scores,
    question: questionOf(run, scores, units),
    answers: [...answer(onlySigns ? 'no' : '0', true), ...answer(onlySigns ? 'yes' : '1 or more', false)],
    breaksChain: false,
    until: null,
  }
}

function questionOf(run: RunEntry, scores: readonly string[], units: Units): string {
  if (scores.length === 1 && scores[0] === 'nextMorning') {
    return 'outer side of the knee on the morning after this run, 0 to 10; sore muscles are not meant'
  }
  const scored = scores.filter((score) => score === 'during' || score === 'nextMorning').map(wordOf)
  const signs = scores
    .filter((score) => score !== 'during' && score !== 'nextMorning')
    .map((score) => (score === 'analgesic' ? 'painkiller' : score))
  const parts = [
    ...(scored.length > 0 ? [`outer side of the knee, 0 to 10: ${scored.join(', ')}`] : []),
    ...(signs.length > 0 ? [`${signs.join(', ')}: yes or no`] : []),
  ]
  return `${parts.join('; ')} (${distanceText(run.distanceMeters, units)} run)`
}

/** The log as it would be after an answer; nothing else about it changes. */
function withScores(
  log: Log,
  run: RunEntry & { readonly id: string },
  scores: readonly string[],
  quiet: boolean,
): Log {
  const pain = quiet ? 0 : 1
  const answered: Scores = {
    ...NO_SIGNS,
    ...Object.fromEntries(
      Object.keys(NO_SIGNS).flatMap((sign) =>
        run[sign as keyof typeof NO_SIGNS] === undefined ? [] : [[sign, run[sign as keyof typeof NO_SIGNS]]],
      ),
    ),
    pain: {
      ...run.pain,
      ...(scores.includes('during')
        ? { during: pain, ...(quiet ? {} : { after: 0, trend: 'steady' as const, lastingHours: 0 }) }
        : {}),
      ...(scores.includes('nextMorning') ? { nextMorning: pain } : {}),
    },
    ...(quiet || scores.includes('during') || scores.includes('nextMorning')
      ? {}
      : {
          limp: scores.includes('limp'),
          swelling: scores.includes('swelling') && !scores.includes('limp'),
          analgesic: true,
        }),
  }
  const ids = identify(log)
  return {
    ...log,
    entries: log.entries.map((entry, index) =>
      entry.type === 'run' && ids[index]?.id === run.id ? { ...entry, ...answered } : entry,
    ),
  }
}
