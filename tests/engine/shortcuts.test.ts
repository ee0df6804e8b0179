import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day, dayOf, weekStartOf } from '../../src/base/calendar.ts'
import type { DayContext } from '../../src/engine/day-report.ts'
import { keepDiary } from '../../src/engine/diary.ts'
import { gradeFully, gradeWholeDay } from '../../src/engine/grade-day.ts'
import { replay } from '../../src/engine/replay.ts'
import type { Entry, RunEntry } from '../../src/log/schema.ts'
import { cases } from '../laws/cases.ts'
import { checkIn, logOf, play, run, runnerOf, START } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'
import { tries } from '../support/tries.ts'

const PHASES = ['base', 'acute-reduced', 'no-running', 'stage', 'build', 'maintain'] as const

it('grades a quiet day as the full grading does, in every phase', () => {
  fc.assert(
    fc.property(
      cases('noisy', 6),
      fc.constantFrom(...PHASES),
      fc.boolean(),
      fc.boolean(),
      (one, phase, morningIsDue, needsCheckIn) => {
        const last = play(REHAB, one).at(-1)
        const diary = keepDiary(last?.log ?? logOf(runnerOf(one), []))
        const context: DayContext = {
          standing: { phase },
          painfulDaysBefore: 0,
          secondSwelling: false,
          steps: [],
          elsewhere: [],
          morningIsDue,
          needsCheckIn,
        }
        for (let day = addDays(START, -42); day < addDays(START, 42); day = addDays(day, 1)) {
          const record = diary.on(day, addDays(day, 1))
          expect(gradeWholeDay(REHAB, day, record, context)).toEqual(gradeFully(REHAB, day, record, context))
        }
      },
    ),
    { seed: 7, numRuns: tries(10, 100) },
  )
})

const silent = (day: Day, meters: number): RunEntry => ({
  type: 'run',
  date: run(day, 1, 1).date,
  distanceMeters: meters,
  durationSeconds: meters * 0.36,
})

it('plans from years of unscored runs as if they had all been lived one by one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 3000, max: 20_000 })), {
        minLength: 80,
        maxLength: 160,
      }),
      fc.nat(40),
      fc.boolean(),
      (gaps, away, areImported) => {
        // What an import of the log's first day brought was learned on that day, rides among it.
        const learned = areImported ? { logged: checkIn(START).date } : {}
        const ride = (date: RunEntry['date']): Entry => ({
          ...{ type: 'cross-training', date, activity: 'bike', durationSeconds: 3600 },
          ...learned,
        })
        let day = addDays(START, -700)
        const runs = gaps.flatMap(([gap, meters]): Entry[] => {
          day = addDays(day, gap)
          if (day >= addDays(START, -away)) return []
          const one: Entry = { ...silent(day, meters), ...learned }
          return areImported && gap > 5 ? [one, ride(one.date)] : [one]
        })
        const runner = runnerOf({ baseline: 40_000, pace: 360, goal: 40_000, availableDays: undefined })
        const short = replay(REHAB, logOf(runner, runs), START)
        // A word about the knee on the very first day makes the replay live every week; it is a note and changes nothing.
        const first: Entry = {
          type: 'note',
          date: runs[0]?.date ?? checkIn(START).date,
          note: 'the first day',
          ...learned,
        }
        const whole = replay(REHAB, logOf(runner, [first, ...runs]), START)
        const week = weekStartOf(START, 'monday')
        const [a, b] = [short.planAt(week, START), whole.planAt(week, START)]
        expect(a.total).toEqual(b.total)
        expect(a.runs).toEqual(b.runs)
        expect(a.binding).toEqual(b.binding)
        expect(short.stateAt(week, START).at).toBe(dayOf(checkIn(START).date))
      },
    ),
    { seed: 7, numRuns: tries(30, 300) },
  )
})
