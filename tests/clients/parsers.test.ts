import { expect, it } from 'vitest'
import { newMachine } from './machine.ts'
import { needing } from './programs.ts'
import {
  byUid,
  eventsIn,
  eventsInEach,
  eventsOf,
  isSession,
  liveFrom,
  linesOf,
  PARSERS,
  plansOf,
  type Times,
} from './read-back.ts'
import { PHASES, returning, WEDNESDAY } from './runners.ts'

const TIMES: readonly (readonly [flags: string, times: Times])[] = [
  ['', {}],
  ['--at 07:00', { at: '07:00' }],
  ['--at 18:30 --tz America/New_York', { at: '18:30', zone: 'America/New_York' }],
]
const parsers = Object.keys(PARSERS) as (keyof typeof PARSERS)[]

/** A week of each phase, all-day and at an hour: its plan, and the calendar made of it. */
const weeks = PHASES.flatMap(({ phase, today, log }) => {
  const machine = newMachine(today, log)
  const plans = plansOf(machine, '--week this')
  return TIMES.map(([flags, times]) => ({
    phase,
    today,
    flags,
    plans,
    expected: plans.flatMap((plan) => eventsOf(plan, times)),
    ics: machine.says(`itb plan --week this --format ics ${flags}`),
  }))
})

for (const parser of parsers) {
  needing(parser).describe(parser, () => {
    const read = eventsInEach(
      newMachine(WEDNESDAY),
      weeks.map(({ ics }) => ics),
      parser,
    )

    it.each(weeks.map((week, index) => ({ ...week, events: read[index] ?? [] })))(
      'reads what the JSON of a week in $phase says, session by session: $flags',
      ({ phase, today, plans, expected, events }) => {
        expect(plans.map((plan) => plan.phase)).toEqual([phase])
        expect(byUid(liveFrom(events, today))).toEqual(byUid(expected))
      },
    )

    it('reads four weeks, the later ones as tentative', () => {
      const machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
      const plans = [...plansOf(machine, '--week this'), ...plansOf(machine, '--weeks 4')]
      const events = eventsIn(machine, machine.says('itb plan --weeks 4 --format ics'), parser)
      expect(byUid(liveFrom(events, WEDNESDAY))).toEqual(byUid(plans.flatMap((plan) => eventsOf(plan))))
      expect(new Set(events.map(({ status }) => status))).toContain('TENTATIVE')
    })

    it('reads of every event who may see it, which change it is and when that was', () => {
      const machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
      const events = eventsIn(machine, machine.says('itb plan --format ics --at 07:00 --ask 20:00'), parser)
      for (const {
        uid,
        visibility,
        sequence,
        stamp,
        modified,
        transparency,
        start,
        status,
        categories,
      } of events) {
        expect({ uid, visibility, sequence, stamp, modified }).toEqual({
          uid,
          visibility: 'PRIVATE',
          sequence: 7,
          stamp: '2026-11-18T05:40:12Z',
          modified: '2026-11-18T05:40:12Z',
        })
        const isBusy = isSession(uid) && start.includes('T') && status !== 'CANCELLED'
        expect([uid, transparency]).toEqual([uid, isBusy ? 'OPAQUE' : 'TRANSPARENT'])
        expect(categories.length).toBeGreaterThan(0)
        expect(categories.filter((word) => /[,\\]/.test(word))).toEqual([])
      }
    })

    it('reads an alarm on what is to be done and on nothing else', () => {
      const machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
      machine.says('itb log flare --pain 6 --onset 1km')
      const events = eventsIn(machine, machine.says('itb plan --format ics --alarm 30m'), parser)
      const kind = (uid: string): string => /-(run|strength|cross-training)(-\d)?@/.exec(uid)?.[1] ?? 'other'
      const rung = events.filter(({ alarms }) => alarms.length > 0)
      expect(rung.length).toBeGreaterThan(0)
      expect(new Set(rung.flatMap(({ alarms }) => alarms))).toEqual(new Set(['-PT30M']))
      expect(rung.filter(({ uid, status }) => kind(uid) === 'other' || status === 'CANCELLED')).toEqual([])
      const silent = events.filter(
        ({ uid, status, alarms, start }) =>
          kind(uid) !== 'other' && status !== 'CANCELLED' && start >= WEDNESDAY && alarms.length === 0,
      )
      expect(silent).toEqual([])
    })

    it('reads the steps of a run, when to stop, and nothing of pain in a title', () => {
      const machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
      const events = eventsIn(machine, machine.says('itb plan --format ics'), parser)
      const [run] = events.filter(({ uid }) => uid === '2026-11-19-run@k3v9q2')
      expect(run?.description).toMatch(/walk 5/)
      expect(run?.description).toMatch(/stop/i)
      expect(linesOf(run?.description ?? '').length).toBeGreaterThan(2)
      expect(events.filter(({ title }) => /pain|knee|score|hurt/i.test(title))).toEqual([])
    })
  })
}
