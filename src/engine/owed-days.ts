import { addDays, dateOf, type Day, daysFrom } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import { isRemembered } from '../rules/gate.ts'
import { areSignsDue, SIGNS } from '../rules/referral.ts'
import type { Diary } from './diary.ts'
import { dailyPain } from './day-report.ts'
import type { Owed } from './plan.ts'
import type { State } from './state.ts'

/** What is asked of days and not of runs: check-ins while no or little is run, and the warning signs. */
export const owedDays = (programme: Programme, diary: Diary, state: State, today: Day): Owed[] => [
  ...checkIns(programme, diary, state, today),
  ...signs(programme, diary, state, today),
  ...heard(state, today),
]

/** While painkillers keep the knee from being heard, the answer that ends the pause is asked for. */
function heard(state: State, today: Day): Owed[] {
  const { pause } = state.pausing
  if (pause?.why !== 'painkiller' || pause.ended !== undefined) return []
  return [
    {
      entry: null,
      date: dateOf(today),
      score: 'painkiller',
      scores: ['dailyActivities', 'stairs', 'rest', 'analgesic'],
      question: 'a check-in at 0 that says that no painkiller was taken: it ends the pause',
      answers: [],
      breaksChain: false,
      until: null,
    },
  ]
}

/** In the acute phase and rehabilitation every day is asked for: a missing one breaks the gate's chain. */
function checkIns({ gate }: Programme, diary: Diary, state: State, today: Day): Owed[] {
  const isAsked = state.phase === 'acute-reduced' || state.phase === 'acute-break' || state.phase === 'rehab'
  if (!isAsked || state.episode === undefined) return []
  return daysFrom(addDays(state.episode.start, 1), today)
    .filter((day) => isRemembered(gate, today - day) && dailyPain(diary.on(day, today)) === undefined)
    .map((day) => ({
      entry: null,
      date: dateOf(day),
      score: 'check-in',
      scores: ['dailyActivities', 'stairs', 'rest', 'analgesic'],
      question:
        'outer side of the knee in daily life (walking, stairs, rest), 0 to 10, and whether a ' +
        'painkiller was ' +
        'taken; sore muscles are not meant',
      answers: [],
      breaksChain: true,
      until: dateOf(addDays(day, gate.recall)),
    }))
}

/** The signs that running stops for are asked in full when an episode begins, and from time to time in it. */
function signs({ referral }: Programme, diary: Diary, state: State, today: Day): Owed[] {
  if (state.episode === undefined) return []
  const asked = daysFrom(addDays(today, -referral.signsEvery), today).findLast((day) =>
    diary.on(day, today).checkIns.some(({ redFlags }) => redFlags !== undefined),
  )
  const isNew = asked !== undefined && asked < state.episode.start
  if (!isNew && !areSignsDue(referral, asked === undefined ? undefined : today - asked)) return []
  return [
    {
      entry: null,
      date: dateOf(today),
      score: 'red-flags',
      scores: ['red-flags'],
      question: `any of these now: ${SIGNS.map((sign) => referral.says[sign] ?? sign).join('; ')}`,
      answers: [],
      breaksChain: false,
      until: null,
    },
  ]
}
