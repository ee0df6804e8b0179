import { addDays, dateOf, dayOf, type CalendarDate } from '../base/calendar.ts'
import type { Owed } from '../engine/plan.ts'

const FLAGS: Readonly<Record<string, string>> = {
  during: '--pain N',
  before: '--before N',
  after: '--after N',
  nextMorning: '--morning N',
  onsetMeters: '--onset DISTANCE',
  trend: '--trend eased|steady|worsened',
  lastingHours: '--lasted TIME',
  limp: '--[no-]limp',
  swelling: '--[no-]swelling',
  analgesic: '--[no-]painkiller',
  dailyActivities: '--daily N',
  stairs: '--stairs N',
  rest: '--rest N',
}

const flagsOf = (scores: readonly string[]): string => scores.flatMap((score) => FLAGS[score] ?? []).join(' ')

const isYesterday = (date: CalendarDate, today: CalendarDate): boolean =>
  date === dateOf(addDays(dayOf(today), -1))

/** The command lines that answer what is owed, the shortest that does it first. */
export function commandsFor({ entry, date, score, scores }: Owed, today: CalendarDate): readonly string[] {
  const dated = date === today ? '' : ` --date ${date}`
  if (score === 'red-flags') return ['itb log day --no-red-flags', 'itb log day --red-flag NAME']
  if (entry === null) return [`itb log day ${flagsOf(scores)}${dated}`, `itb log day --ok${dated}`]
  if (score === 'exercise-pain')
    return [`itb score ${entry} ${scores.map((id) => `--pain ${id}=N`).join(' ')}`]
  const isMorning = scores.length === 1 && scores[0] === 'nextMorning'
  if (isMorning && isYesterday(date, today)) return ['itb log morning N']
  return [`itb score ${entry} ${flagsOf(scores)}`]
}
