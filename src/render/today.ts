import { durationText } from '../base/amount-text.ts'
import type { CalendarDate } from '../base/calendar.ts'
import type { Cited } from '../base/cited.ts'
import type { DayLook, DaySession } from '../engine/look.ts'
import type { Ground } from '../engine/plan.ts'
import type { HowBlock } from '../protocol/how-to.ts'
import { painText, painTone } from './answer.ts'
import { checklist } from './checklist.ts'
import { dateText } from '../base/date-text.ts'
import { howLines } from './exercise.ts'
import { groundsLines, sourceLine } from './grounds.ts'
import { noticeLines, phaseToday } from './notice.ts'
import { leadTexts, nextRunText } from './outcome.ts'
import { owedShort } from './owed.ts'
import { pageOf, paragraph, point, section, type Page, type PageOptions } from './page.ts'
import { whatText } from './session.ts'

/** How to cool the sore place, and what to leave alone. */
export interface IceAdvice {
  /** The last day on which it helps most; null where it is for after activity alone. */
  readonly until: CalendarDate | null
  readonly says: readonly string[]
  readonly notToDo: readonly string[]
  readonly source: readonly Cited[]
}

/** What the programme tells about the work of one day. */
export interface Guide {
  readonly how: readonly HowBlock[]
  readonly ice: IceAdvice | null
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function awayText({ until, reason }: NonNullable<DayLook['away']>): string {
  const why = reason === null ? '' : ` (${reason})`
  return `You said that you are away until ${dateText(until)}${why}: no run is planned on these days.`
}

/** The day in one sentence: whether a run is on, and what else is. */
export function todayText({ sessions, week }: DayLook, page: Page): string {
  const runs = sessions.filter(({ type }) => type === 'run')
  const open = runs.filter(({ done }) => !done)
  const what = (each: readonly DaySession[]): string =>
    each.map((session) => lower(whatText(session, week.running.unit, page))).join(' and ')
  const work = sessions.filter(({ type }) => type === 'strength' || type === 'cross-training')
  if (open.length > 0) {
    const seconds = open.reduce((sum, { elapsedSeconds }) => sum + (elapsedSeconds ?? 0), 0)
    const rest = work.length === 0 ? '' : `; then ${what(work)}`
    return `On today: ${what(open)}${seconds === 0 ? '' : `, ${durationText(seconds)} in all`}${rest}.`
  }
  if (runs.length > 0) return `${capital(what(runs))}: done for today.`
  if (work.length > 0) return `No run today: ${what(work)}.`
  if (week.phase === 'stop')
    return 'Nothing is planned until somebody has examined the leg: no running, no exercise, no rolling.'
  const mobility = sessions.find(({ type }) => type === 'mobility')
  const only = mobility === undefined ? '' : `, only ${lower(mobility.title)}`
  return `A day of rest: no run and no strength${only}.`
}

function headLines(look: DayLook, page: Page): string[] {
  const { week, date } = look
  const year = week.returnWeek === null ? '' : `, return week ${week.returnWeek}`
  const title = `${dateText(date)} ${date.slice(0, 4)}: ${phaseToday(look)}${year}`
  const pain = painText(look)
  const hasRun = look.sessions.some(({ type, done }) => type === 'run' && !done)
  const next = nextRunText(look, page)
  return [
    ...paragraph(title, page, page.paint.heading),
    ...(pain === '' ? [] : paragraph(pain, page, painTone(look, page))),
    ...paragraph(todayText(look, page), page),
    ...(look.away === null ? [] : paragraph(awayText(look.away), page)),
    ...(hasRun || next === '' ? [] : paragraph(next, page)),
    ...noticeLines(look, page),
  ]
}

/** What is done needs no explanation any more. */
function openHow(sessions: readonly DaySession[], how: readonly HowBlock[]): readonly HowBlock[] {
  const open = new Set(sessions.filter(({ done }) => !done).map(({ type }) => type))
  const mobility = 'mobility' as const
  const belongsTo = { roll: mobility, stretch: mobility, 'before-sleep': mobility, 'warm-up': 'run' } as const
  return how.filter(({ kind }) => {
    if (kind !== 'strength') return open.has(kind === 'cross-training' ? kind : belongsTo[kind])
    return open.has('strength') || open.has('run')
  })
}

function iceLines(ice: IceAdvice | null, page: Page): string[] {
  if (ice === null) return []
  const when = ice.until === null ? 'after activity' : `until ${dateText(ice.until)}, and after activity`
  const says = [...ice.says.flatMap((each) => point(each, page)), ...sourceLine(ice.source, page)]
  return [
    ...section(`Ice, ${when}`, says, page),
    ...section(
      'What to leave alone',
      ice.notToDo.length === 0
        ? []
        : [...ice.notToDo.flatMap((each) => point(each, page)), ...sourceLine(ice.source, page)],
      page,
    ),
  ]
}

const RANGES =
  'A line with a range is worked out for its worst score. Where pain begins may shorten the next runs more.'

function leadLines(look: DayLook, page: Page): string[] {
  const { leads, week, date } = look
  const lines = leadTexts(leads, look, page).flatMap((text) => point(text, page))
  const hasRun = week.sessions.some((session) => session.type === 'run' && session.date >= date)
  const scores = hasRun ? 'the scores of the next run lead to' : 'a score of daily life leads to'
  const limits = [
    ...(hasRun ? [RANGES] : []),
    ...(week.owed.length > 0 ? ['What is still to be answered counts as unknown here.'] : []),
  ]
  const remark = limits.length === 0 ? [] : paragraph(limits.join(' '), page, page.paint.muted)
  return section(`What ${scores}`, lines.length === 0 ? [] : [...lines, ...remark], page)
}

/** Only a day with a run needs to know when to stop one. */
function stopLines({ sessions, week }: DayLook, page: Page): string[] {
  const hasRun = sessions.some(({ type, done }) => type === 'run' && !done)
  const notes = hasRun ? week.notes.flatMap((note) => point(note, page)) : []
  return section('When to stop, and what else to know', notes, page)
}

/** What is on the page and has no line of its own that says where it comes from. */
function groundsOn({ sessions, week }: DayLook): readonly Ground[] {
  const hasRun = sessions.some(({ type, done }) => type === 'run' && !done)
  const always = ['verdict', 'running', 'run-days', 'answers', 'gate', 'referral']
  const parts = hasRun ? [...always, 'form', 'stop-rules'] : always
  return week.grounds.filter(({ part }) => parts.includes(part))
}

/** All that today's work needs: what is on, how it is done, where its scores lead, when to stop. */
export const renderToday = (look: DayLook, guide: Guide, options: PageOptions): string =>
  `${todayLines(look, guide, pageOf(options)).join('\n')}\n`

/** The page of today line by line, for whatever it is written on. */
export function todayLines(look: DayLook, guide: Guide, page: Page): string[] {
  const { sessions, week } = look
  const owed = owedShort(week.owed)
  const todo = checklist(sessions, guide.how, week.running.unit, page)
  return [
    ...headLines(look, page),
    ...section('To do, in this order', todo, page),
    ...howLines(openHow(sessions, guide.how), page),
    ...iceLines(guide.ice, page),
    ...leadLines(look, page),
    ...(owed === '' ? [] : section('Still to be answered', point(`${owed}: itb owed`, page), page)),
    ...stopLines(look, page),
    ...groundsLines(groundsOn(look), page),
    ...paragraph(week.disclaimer, page, page.paint.muted),
  ]
}

/** The day in the one sentence that says whether a run is on. */
export const renderTodayCheck = (look: DayLook, options: PageOptions): string =>
  `${paragraph(todayText(look, pageOf(options)), pageOf(options)).join('\n')}\n`
