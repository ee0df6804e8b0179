import type { CalendarDate } from '../base/calendar.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import { words, type Component } from './jcal.ts'

const TRAINING: readonly (string | undefined)[] = ['run', 'strength', 'cross-training']

/** The reminder of an event to come: before training where it is wanted, at the question, else none. */
export function alarmPart(
  event: CalendarEvent,
  title: string,
  { alarm: before, today }: { readonly alarm: number | undefined; readonly today: CalendarDate },
): Component[] {
  if (event.status === 'cancelled' || event.date < today) return []
  if (event.kind === 'question') return [reminder(title, 0)]
  return before !== undefined && TRAINING.includes(event.session?.type) ? [reminder(title, before)] : []
}

const reminder = (title: string, before: number): Component => [
  'valarm',
  [
    words('action', 'DISPLAY'),
    ['trigger', {}, 'duration', `${before === 0 ? '' : '-'}${lengthText(before)}`],
    words('description', title),
  ],
  [],
]

/** A length of time such as `PT1H5M`, no part of it left out between two others. */
export function lengthText(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const parts = [
    hours > 0 ? `${hours}H` : '',
    minutes > 0 || (hours > 0 && rest > 0) ? `${minutes}M` : '',
    rest > 0 || whole === 0 ? `${rest}S` : '',
  ]
  return `PT${parts.join('')}`
}
