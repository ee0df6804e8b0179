import type { Plan, PlannedExercise, Session, SessionType } from '../engine/plan.ts'
import { dateText } from '../base/date-text.ts'
import { doseText } from './dose.ts'
import { point, section, type Page } from './page.ts'

// Roll, stretch, strength; the easy set before a run belongs to the run.
const ORDER: readonly SessionType[] = ['mobility', 'strength', 'cross-training', 'run']

const DAYS_OF_WEEK = 7

/** The exercises of the week with their doses, once for all the days that share them. */
export const blockLines = (plan: Plan, page: Page): string[] =>
  ORDER.flatMap((type) => {
    const sessions = plan.sessions.filter((each) => each.type === type && each.exercises.length > 0)
    return [...new Set(sessions.map(dosesKey))].flatMap((key) => {
      const alike = sessions.filter((each) => dosesKey(each) === key)
      return alike
        .slice(0, 1)
        .flatMap((first) => section(`${nameOf(first)}: ${daysText(alike)}`, doseLines(first, page), page))
    })
  })

const dosesKey = (session: Session): string => JSON.stringify([nameOf(session), session.exercises])

/** The title without its minutes; the exercises of a run come before it. */
const nameOf = ({ type, title }: Session): string =>
  type === 'run' ? 'Before the run, after loosening up' : title.replace(/,?\s+\d.*$/, '')

const doseLines = ({ type, exercises }: Session, page: Page): string[] =>
  exercises.flatMap((exercise) => point(doseText(doseOf(type, exercise), page.exercises), page))

/** The easy set before a run is done on the easier level, which has no name of its own. */
const doseOf = (type: SessionType, exercise: PlannedExercise): PlannedExercise =>
  type === 'run' ? { ...exercise, level: null } : exercise

function daysText(sessions: readonly Session[]): string {
  const dates = [...new Set(sessions.map(({ date }) => date))]
  return dates.length === DAYS_OF_WEEK ? 'every day' : dates.map(dateText).join(', ')
}

const KINDS: Readonly<Record<SessionType, string>> = {
  run: 'Run',
  strength: 'Strength',
  mobility: 'Rolling and stretching',
  'cross-training': 'Cross-training',
  rest: 'Rest',
}

/** What to keep in mind beside the doses, each sentence once with the sessions it belongs to. */
export const cueLines = (plan: Plan, page: Page): string[] =>
  section(
    'Keep in mind',
    ORDER.flatMap((type) => {
      const sessions = plan.sessions.filter((each) => each.type === type)
      return [...new Set(sessions.flatMap(({ cues }) => cues))].flatMap((cue) => {
        const having = sessions.filter(({ cues }) => cues.includes(cue))
        const days = having.length === sessions.length ? '' : ` (${daysText(having)})`
        return point(`${KINDS[type]}${days}: ${cue}`, page)
      })
    }),
    page,
  )
