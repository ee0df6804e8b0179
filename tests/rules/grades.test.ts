import { describe, expect, it } from 'vitest'
import { addDays, dateOf, type Day } from '../../src/base/calendar.ts'
import { type Diary, keepDiary } from '../../src/engine/diary.ts'
import { liveDays } from '../../src/engine/live-week.ts'
import { newState } from '../../src/engine/state.ts'
import type { Entry, RunEntry } from '../../src/log/schema.ts'
import type { Grade, Phase } from '../../src/rules/finding.ts'
import { checkIn, logOf, run, runnerOf, START } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'

type Pain = NonNullable<RunEntry['pain']>
type Redflag = NonNullable<Extract<Entry, { type: 'day' }>['redFlags']>[number]
type Row = readonly [sentence: string, entries: readonly Entry[], grade: Grade, phase?: Phase]

const RUNNER = runnerOf({ baseline: 40_000, pace: 360, goal: 40_000, availableDays: undefined })
const LATER = 20
const at = (day: number): Day => addDays(START, day)

/** The last of some days, graded as the engine grades it when the day after has come. */
function judge(entries: readonly Entry[], phase: Phase = 'build') {
  const diary = keepDiary(logOf(RUNNER, entries))
  const last = Math.max(0, ...entries.map(({ date }) => date).map((date) => dayIndex(date)))
  const days = Array.from({ length: last + 1 }, (_, index) => at(index))
  return liveDays(living(diary, phase), days, at(last + LATER)).at(-1)!
}
const living = (diary: Diary, phase: Phase) => ({
  programme: REHAB,
  diary,
  state: newState(START, phase),
  phase,
  pace: undefined,
})
const dayIndex = (date: string): number =>
  Array.from({ length: LATER }, (_, index) => index).find((index) => dateOf(at(index)) === date) ?? 0

const QUIET: Pain = { before: 0, during: 0, after: 0, nextMorning: 0 }
const MILD: Pain = { ...QUIET, during: 2, trend: 'steady', lastingHours: 1, onsetMeters: 4000 }
const quiet = (more: Partial<RunEntry> = {}): RunEntry => ({ ...run(at(0), 8000, 2880, QUIET), ...more })
const ran = (pain: Partial<Pain>, day = 0): RunEntry => run(at(day), 8000, 2880, { ...MILD, ...pain })
const woke = (nextMorning: number, before = 0) => quiet({ pain: { ...QUIET, before, nextMorning } })
const without = (entry: RunEntry, key: 'limp' | 'swelling' | 'analgesic' | 'pain'): RunEntry => {
  const { [key]: _, ...rest } = entry
  return rest
}
const unsaidOf = (pain: Partial<Pain>): RunEntry => {
  const { onsetMeters: _, ...rest } = { ...MILD, ...pain }
  return run(at(0), 8000, 2880, rest)
}
const unsaid = (missing: keyof Pain): RunEntry =>
  quiet({ pain: Object.fromEntries(Object.entries(MILD).filter(([key]) => key !== missing)) })
const lived = (daily: number, day = 0): Entry => checkIn(at(day), daily)
const said = (more: object, day = 0): Entry => ({ ...checkIn(at(day)), ...more }) as Entry
const strength = (pain?: number): Entry => ({
  type: 'strength',
  date: dateOf(START),
  exercises: [{ id: 'clamshell', ...(pain !== undefined && { pain }) }],
})
const bike = (pain: number): Entry => ({
  type: 'cross-training',
  date: dateOf(at(0)),
  activity: 'bike',
  durationSeconds: 1800,
  pain,
})
const flare = (pain: Partial<Pain> = {}): Entry => ({ type: 'flare', date: dateOf(at(0)), pain })
const flareWith = (more: object): Entry => ({ ...flare(), ...more }) as Entry
const muted = (entry: RunEntry): RunEntry => ({ ...entry, analgesic: true })
const brief = (pain: Partial<Pain>): RunEntry => run(at(0), 1500, 540, { ...MILD, ...pain })
const strengthOn = (pain: number, day: number): Entry => ({ ...strength(pain), date: dateOf(at(day)) })
/** A check-in of another place. */
const elsewhere = (site: string, pain: object, more: object = {}): Entry =>
  ({ type: 'day', date: dateOf(at(0)), pain: { site, ...pain }, ...more }) as Entry
const FLAGS: readonly Redflag[] = [
  'cannot-bear-weight',
  'giving-way',
  'locking',
  'numbness',
  'weakness',
  'trauma',
  'fever',
  'calf-swelling',
  'other-pattern',
]

describe.each<readonly [string, readonly Row[]]>([
  [
    'S0',
    [
      ['every required score present and 0 is clean', [quiet()], 'S0'],
      ['an absent score before the run counts as 0', [quiet({ pain: { during: 0, nextMorning: 0 } })], 'S0'],
      ['without pain nothing is asked about trend, lasting and onset', [quiet({ pain: QUIET })], 'S0'],
      ['a day without any pain in daily life is clean', [lived(0)], 'S0'],
      ['strength without pain is clean', [strength(0)], 'S0'],
      ['cross-training without pain is clean', [bike(0)], 'S0'],
    ],
  ],
  [
    'U',
    [
      ['a run nobody scored is unknown', [without(quiet(), 'pain')], 'U'],
      ['a missing score while running is unknown', [quiet({ pain: { nextMorning: 0 } })], 'U'],
      ['a missing next morning is unknown', [quiet({ pain: { during: 0 } })], 'U'],
      ['a limp nobody asked about is unknown', [without(quiet(), 'limp')], 'U'],
      ['swelling nobody asked about is unknown', [without(quiet(), 'swelling')], 'U'],
      ['a painkiller nobody asked about is unknown', [without(quiet(), 'analgesic')], 'U'],
      ['a painkiller hides what there may be', [quiet({ analgesic: true })], 'U'],
      ['an exercise without a score is unknown', [strength()], 'U'],
      [
        'a painkiller that only the check-in tells of hides it too',
        [quiet(), said({ analgesic: true })],
        'U',
      ],
      ['a day on a painkiller is unknown', [said({ analgesic: true })], 'U', 'rehab'],
      ['a healthy runner owes the same scores', [quiet({ pain: { during: 0 } })], 'U', 'base'],
      ['a healthy runner who says nothing is unknown', [without(quiet(), 'pain')], 'U', 'base'],
    ],
  ],
  [
    'the check-in of the day',
    [
      ['a missing check-in is unknown in the cut weeks', [quiet()], 'U', 'acute-reduced'],
      ['it is unknown in the break', [strength(0)], 'U', 'acute-break'],
      ['it is unknown in rehabilitation', [strength(0)], 'U', 'rehab'],
      ['from the first stage on it is no grade', [quiet()], 'S0', 'return-1'],
      ['in the cut weeks a day with a check-in is clean', [quiet(), lived(0)], 'S0', 'acute-reduced'],
    ],
  ],
  [
    'S1',
    [
      ['pain of 1 that was soon gone is mild', [ran({ during: 1 })], 'S1'],
      ['pain of 2 is still mild', [ran({ during: 2 })], 'S1'],
      ['pain that eased is mild', [ran({ trend: 'eased' })], 'S1'],
      ['pain gone after exactly two hours is mild', [ran({ lastingHours: 2 })], 'S1'],
      ['one point more on the next morning is mild', [woke(1)], 'S1'],
      ['a 1 before and a 2 on the next morning is one point more', [woke(2, 1)], 'S1'],
      ['a 1 on the next morning is mild though it was there before', [woke(1, 1)], 'S1'],
      ['pain of 1 on the bike is mild', [bike(1)], 'S1'],
      ['pain of 2 on the bike is mild', [bike(2)], 'S1'],
      ['pain that began just beyond the first mile is mild', [ran({ onsetMeters: 1610 })], 'S1'],
      ['in a stage it is too', [ran({ onsetMeters: 1610 })], 'S1', 'return-2'],
      ['pain of 2 after an easy run of a healthy runner is mild', [ran({})], 'S1', 'base'],
      ['one day with a 1 on the stairs only holds a healthy runner', [lived(1)], 'S1', 'base'],
      ["pain of 5 in a healthy runner's exercise only holds the week", [strength(5)], 'S1', 'base'],
      ['on a painkiller mild pain of a healthy runner stays mild', [muted(ran({}))], 'S1', 'base'],
      ['pain at the very end of a short run', [brief({ onsetMeters: 1500, trend: 'eased' })], 'S1'],
      [
        'pain of 2 in the calf, in the first mile',
        [ran({ site: 'calf', onsetMeters: 300 })],
        'S1',
        'return-1',
      ],
      ['pain of 2 in the thigh in daily life', [elsewhere('thigh', { stairs: 2 })], 'S1', 'maintain'],
      ['a flare of the calf nobody scored', [flare({ site: 'calf' })], 'S1', 'base'],
      ['an absent onset closes pickups and no more', [unsaid('onsetMeters')], 'S1'],
      ['an absent score of the hours after is no worse', [unsaid('after')], 'S1'],
    ],
  ],
  [
    'S2',
    [
      ['pain of 3 is moderate', [ran({ during: 3 })], 'S2'],
      ['pain of 5 is still moderate', [ran({ during: 5 })], 'S2'],
      ['pain of 1 that grew while running is moderate', [ran({ during: 1, trend: 'worsened' })], 'S2'],
      ['pain gone a minute after two hours is moderate', [ran({ lastingHours: 2 + 1 / 60 })], 'S2'],
      ['pain that lasted exactly a day is moderate', [ran({ lastingHours: 24 })], 'S2'],
      ['two points more on the next morning are moderate', [woke(2)], 'S2'],
      ['a 1 before and a 3 on the next morning are two points more', [woke(3, 1)], 'S2'],
      ['pain of 1 in a strength exercise is moderate', [strength(1)], 'S2'],
      ['pain of 5 in one on a cut week', [strength(5), lived(0)], 'S2', 'acute-reduced'],
      ['mild pain on a painkiller', [muted(ran({}))], 'S2'],
      ['mild pain on a painkiller that the check-in tells of', [ran({}), said({ analgesic: true })], 'S2'],
      ['a second one in a strength exercise never adds up', [ran({ during: 3 }), strengthOn(1, 5)], 'S2'],
      ['nor does a run after one in an exercise', [strengthOn(1, 0), ran({ during: 3 }, 5)], 'S2'],
      ['pain of 3 in the calf of a healthy runner', [ran({ site: 'calf', during: 3 })], 'S2', 'base'],
      ['pain in the foot that nobody said had grown', [ran({ site: 'foot', trend: undefined })], 'S2'],
      [
        'one in the calf after one of the knee',
        [ran({ during: 3 }), ran({ site: 'calf', during: 3 }, 5)],
        'S2',
      ],
      ['pain over two hours in the cycle', [ran({ lastingHours: 3 })], 'S2', 'maintain'],
      ['pain of 3 on the bike is moderate', [bike(3)], 'S2'],
      ['pain of 2 in the first mile that eased', [ran({ onsetMeters: 1609, trend: 'eased' })], 'S2'],
      ['one day with a 1 on the stairs while building up', [lived(1)], 'S2'],
      ['one day with a 1 on the stairs in a stage', [lived(1)], 'S2', 'return-1'],
      ['one day with a 1 on the stairs in the cycle', [lived(1)], 'S2', 'maintain'],
      ['in a stage any onset in the first mile', [ran({ onsetMeters: 1609, during: 1 })], 'S2', 'return-2'],
      ['in a stage at 5 as well', [ran({ onsetMeters: 300, during: 5, lastingHours: 1 })], 'S2', 'return-1'],
      ['a trend nobody told is the careful side: it worsened', [unsaid('trend')], 'S2'],
      ['a lasting nobody told is the careful side: over two hours', [unsaid('lastingHours')], 'S2'],
      ['moderate pain fifteen days after the last', [ran({ during: 3 }), ran({ during: 3 }, 15)], 'S2'],
      ['a 1 in daily life a whole week after the last', [lived(1), lived(1, 7)], 'S2'],
      ['two single days with a 1 count once', [lived(1), lived(1, 10)], 'S2'],
    ],
  ],
  [
    'S3',
    [
      ['pain of 6 is severe', [ran({ during: 6 })], 'S3'],
      ['pain of 3 in the first mile', [ran({ onsetMeters: 1609, during: 3, trend: 'eased' })], 'S3'],
      ['pain of 1 in the first mile that did not ease', [ran({ onsetMeters: 1609, during: 1 })], 'S3'],
      ['pain that lasted a minute longer than a day', [ran({ lastingHours: 24 + 1 / 60 })], 'S3'],
      ['three points more on the next morning', [woke(3)], 'S3'],
      ['a 2 in daily life', [lived(2)], 'S3'],
      ['a 2 at rest', [said({ pain: { dailyActivities: 0, stairs: 0, rest: 2 } })], 'S3'],
      ['a 2 on the stairs in rehabilitation', [lived(2)], 'S3', 'rehab'],
      ['a 1 on two days, six apart', [lived(1), lived(1, 6)], 'S3'],
      ['a limp on a run without pain', [quiet({ limp: true })], 'S3'],
      ['a limp in daily life', [said({ limp: true })], 'S3'],
      ['swelling after a run', [quiet({ swelling: true })], 'S3'],
      ['swelling in daily life', [said({ swelling: true })], 'S3'],
      ['moderate pain fourteen days after the last', [ran({ during: 3 }), ran({ during: 3 }, 14)], 'S3'],
      ['a 1 in daily life and moderate pain a week later', [lived(1), ran({ during: 3 }, 8)], 'S3'],
      ['moderate pain of a healthy runner', [ran({ during: 3 })], 'S3', 'base'],
      ['mild pain of a healthy runner that grew', [ran({ trend: 'worsened' })], 'S3', 'base'],
      ["pain of 6 in a healthy runner's strength", [strength(6)], 'S3', 'base'],
      ['pain of 6 in an exercise of the rehabilitation', [strength(6), lived(0)], 'S3', 'rehab'],
      ['pain of 3 on a painkiller', [muted(ran({ during: 3 }))], 'S3'],
      ['a 1 in daily life on a painkiller', [{ ...lived(1), analgesic: true } as Entry], 'S3'],
      ['swelling of the run, and none in the check-in', [quiet({ swelling: true }), lived(0)], 'S3'],
      ['a limp of the flare, and none on the run', [flareWith({ limp: true }), quiet()], 'S3', 'return-1'],
      ['pain of 6 at another place', [ran({ site: 'front-knee', during: 6 })], 'S3'],
      ['pain in the shin that grew', [ran({ site: 'shin', during: 1, trend: 'worsened' })], 'S3', 'base'],
      [
        'the same place so soon again',
        [ran({ site: 'calf', during: 3 }), ran({ site: 'calf', during: 4 }, 14)],
        'S3',
      ],
      ['another place that swells', [elsewhere('ankle', { stairs: 1 }, { swelling: true })], 'S3'],
      ["pain of 3 on a healthy runner's bike", [bike(3)], 'S3', 'base'],
      ["two points more on a healthy runner's next morning", [woke(2)], 'S3', 'base'],
      ['a limp, though the pain sits elsewhere', [{ ...ran({ site: 'front-knee' }), limp: true }], 'S3'],
      ['a flare without any score', [flare()], 'S3', 'base'],
      ['a flare with a 1', [flare({ during: 1 })], 'S3', 'maintain'],
    ],
  ],
  [
    'S4',
    [
      ...FLAGS.map((flag): Row => [`${flag} is a red flag`, [said({ redFlags: [flag] })], 'S4']),
      ['pain of 3 in the shin that grew', [ran({ site: 'shin', during: 3, trend: 'worsened' })], 'S4'],
      ['pain in the hip at rest', [elsewhere('hip', { rest: 1 })], 'S4', 'base'],
      ['pain in the groin at night', [elsewhere('groin', { night: 1 })], 'S4', 'return-2'],
      ['a red flag of a healthy runner is one too', [said({ redFlags: ['fever'] })], 'S4', 'base'],
      ['a second swelling', [said({ swelling: true }), said({}, 3), said({ swelling: true }, 6)], 'S4'],
    ],
  ],
  [
    'at rest, where a 1 in daily life only restarts the count of the gate',
    [
      ['in the acute break it does not grade', [lived(1)], 'S0', 'acute-break'],
      ['in rehabilitation it does not grade', [lived(1)], 'S0', 'rehab'],
      ['nor does a second one', [lived(1), lived(1, 1)], 'S0', 'rehab'],
      ['nor does pain of 5 in an exercise', [strength(5), lived(0)], 'S0', 'rehab'],
    ],
  ],
])('%s', (_, rows) => {
  it.each(rows.map(([sentence, entries, grade, phase]) => ({ sentence, entries, grade, phase })))(
    '$sentence',
    ({ entries, grade, phase }) => expect(judge(entries, phase).graded.grade).toBe(grade),
  )
})

describe('what severe pain calls for', () => {
  it.each<readonly [string, readonly Entry[], 'break' | 'reduced' | undefined, Phase]>([
    ['pain of 3 in the first mile is a break', [ran({ onsetMeters: 1609, during: 3 })], 'break', 'build'],
    ['so it is for a healthy runner', [ran({ onsetMeters: 1609, during: 3 })], 'break', 'base'],
    ['just beyond it is none', [ran({ onsetMeters: 1610, during: 3 })], 'reduced', 'base'],
    ['over two hours is a break where no episode runs', [ran({ lastingHours: 2.1 })], 'break', 'base'],
    ['exactly two hours are none', [ran({ during: 4, lastingHours: 2 })], 'reduced', 'base'],
    ['over a day in the build is none', [ran({ lastingHours: 24.1 })], 'reduced', 'build'],
    ['pain of 6 is a break', [ran({ during: 6 })], 'break', 'build'],
    ['pain of 5 of a healthy runner is none', [ran({ during: 5 })], 'reduced', 'base'],
    ['a 2 in daily life is a break', [lived(2)], 'break', 'maintain'],
    ['a 1 on two days of seven is a break', [lived(1), lived(1, 6)], 'break', 'base'],
    ['a limp is a break', [quiet({ limp: true })], 'break', 'base'],
    ['swelling is a break', [said({ swelling: true })], 'break', 'build'],
    ['three points more on the next morning is none', [woke(3)], 'reduced', 'build'],
    ['in a stage it is a break', [woke(3)], 'break', 'return-3'],
    ['over a day is a break in a stage', [ran({ lastingHours: 24.1 })], 'break', 'return-1'],
    ['a second step in 14 days is none', [ran({ during: 3 }), ran({ during: 3 }, 14)], 'reduced', 'build'],
    ['nor in the cycle', [ran({ during: 3 }), ran({ during: 3 }, 14)], 'reduced', 'maintain'],
    ['in a stage it is one', [ran({ during: 3 }), ran({ during: 3 }, 14)], 'break', 'return-2'],
    ['mild pain on a run of a cut week is none', [ran({ during: 1 }), lived(0)], undefined, 'acute-reduced'],
    ['pain of 3 on a run of a cut week is a break', [ran({ during: 3 }), lived(0)], 'break', 'acute-reduced'],
    ['pain of 6 in an exercise is a break', [strength(6)], 'break', 'build'],
    ['pain of 2 raised by a painkiller to severe is none', [muted(ran({ during: 3 }))], 'reduced', 'build'],
    ['in the first mile it is one', [muted(ran({ onsetMeters: 900, trend: 'eased' }))], 'break', 'build'],
    [
      'over two hours in the cycle, for the second time, is one',
      [ran({ lastingHours: 3 }), ran({ lastingHours: 3 }, 5)],
      'break',
      'maintain',
    ],
    ['a flare without a score is none', [flare()], 'reduced', 'base'],
    ['a flare in the first mile is a break', [flare({ during: 3, onsetMeters: 1609 })], 'break', 'base'],
    ['a flare beyond it is none', [flare({ during: 4, onsetMeters: 1610 })], 'reduced', 'base'],
    ['what a flare does not tell stays open', [flare({ during: 2 })], 'reduced', 'base'],
  ])('%s', (_, entries, turn, phase) => expect(judge(entries, phase).turn).toBe(turn))
})

describe('pain at another place', () => {
  it.each<readonly [string, readonly Entry[], Phase]>([
    ['severe, it begins no episode', [ran({ site: 'calf', during: 8 })], 'base'],
    ['told as a flare, neither', [flare({ site: 'thigh', during: 7 })], 'base'],
    ['with a limp, it is no break of the knee', [{ ...ran({ site: 'foot' }), limp: true }], 'return-2'],
    ['moderate, it ends no cut week', [ran({ site: 'calf', during: 4 }), lived(0)], 'acute-reduced'],
  ])('%s', (_, entries, phase) => {
    const { turn, graded, onsets } = judge(entries, phase)
    expect(turn).toBeUndefined()
    expect(graded.knee).toBe('S0')
    expect(onsets).toEqual([])
  })
  it('stops like any red flag where a bone may be the cause', () => {
    expect(judge([elsewhere('hip', { night: 2 })], 'build').turn).toBe('stop')
  })
  it('is told place by place', () => {
    const told = [ran({ site: 'calf', during: 4 }), elsewhere('back', { stairs: 1 }), lived(0)]
    expect(judge(told).graded.elsewhere).toEqual([
      { site: 'calf', grade: 'S2' },
      { site: 'back', grade: 'S1' },
    ])
  })
  it('leaves the knee of its check-in unsaid', () => {
    expect(judge([elsewhere('back', { stairs: 1 })], 'rehab').graded).toMatchObject({
      daily: undefined,
      missing: ['check-in'],
    })
  })
})

describe('where pain began', () => {
  const onsetOf = (entry: RunEntry, shown?: number) => {
    const diary = keepDiary(logOf(RUNNER, [entry]))
    const [day] = liveDays({ ...living(diary, 'build'), shownOn: () => shown }, [START], at(LATER))
    return day?.onsets.map(({ meters }) => meters)
  }
  it.each<readonly [string, RunEntry, number | undefined, readonly number[]]>([
    ['stays as told', ran({ during: 4 }), 5000, [4000]],
    ['of mild pain shortens no run', ran({}), 5000, []],
    ['unsaid, is within six tenths of the run shown', unsaidOf({ during: 4 }), 5000, [3000]],
    ['never beyond the end of the run', unsaidOf({ during: 4 }), 20_000, [8000]],
    ['without a run shown within six tenths of itself', unsaidOf({ during: 4 }), undefined, [4800]],
    ['of pain only felt afterwards is where the run ended', unsaidOf({ during: 0, after: 4 }), 5000, [8000]],
  ])('%s', (_, entry, shown, expected) => expect(onsetOf(entry, shown)).toEqual(expected))
})

describe('the next morning', () => {
  it('is no question on the day of the run', () => {
    const diary = keepDiary(logOf(RUNNER, [quiet({ pain: { during: 0 } })]))
    const [today] = liveDays(living(diary, 'build'), [START], START)
    expect(today?.graded).toMatchObject({ grade: 'S0', missing: [] })
  })
})
