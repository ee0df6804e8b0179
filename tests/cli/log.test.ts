import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dateFirst } from '../../src/cli/log/date-first.ts'
import { fileWith, itb, type World } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const RUN = { type: 'run', distanceMeters: 5200, durationSeconds: 1870 }

/** A log, what a command does to it, and the entries it holds afterwards. */
function runner(entries: readonly object[] = [], told: object = {}) {
  const file = fileWith(sampleLog({ runner: told, entries }))
  const env = { ITB_LOG: file }
  const held = (): Record<string, unknown>[] => JSON.parse(readFileSync(file, 'utf8')).entries
  return { held, itb: (line: string | readonly string[], world: World = {}) => itb(line, { env, ...world }) }
}

describe('itb log run', () => {
  it('keeps what was said of a run and nothing more', async () => {
    const { itb, held } = runner()
    const { code, stdout } = await itb('log run 5.2km 31:10 --pain 0 --no-limp --running 12:00')
    expect([code, stdout]).toEqual([0, expect.stringContaining('saved to')])
    expect(held()).toEqual([
      {
        ...RUN,
        id: expect.any(String),
        date: '2026-03-18',
        logged: '2026-03-18',
        runningSeconds: 720,
        pain: { during: 0 },
        limp: false,
        session: '2026-03-18-run@sample',
      },
    ])
  })

  it.each([
    ['log yesterday run 5,2km 31:10', '2026-03-17', 5200],
    ['log run yesterday 5.2 km 31:10', '2026-03-17', 5200],
    ['log mon run 5200m 31:10', '2026-03-16', 5200],
    ['log run 2026-03-02 5k 31:10', '2026-03-02', 5000],
    ['log run 5.2 31:10 --date yesterday', '2026-03-17', 5200],
    ['log run 5.2 31:10', '2026-03-18', 5200],
  ])('understands its words: %s', async (line, date, meters) => {
    const { itb, held } = runner()
    expect((await itb(line)).code).toBe(0)
    expect(held()).toMatchObject([{ date, distanceMeters: meters, durationSeconds: 1870 }])
  })

  it('counts a bare number in the unit of the runner', async () => {
    const { itb, held } = runner([], { units: 'mi' })
    await itb('log run 3.2 31:10')
    expect(held()).toMatchObject([{ distanceMeters: 5150 }])
  })

  it('tells all that is wrong at once, and writes nothing', async () => {
    const { itb, held } = runner()
    const { code, stderr } = await itb(
      'log run fast 31:10 --pain 11 --trend esed --date someday --cadence 90',
    )
    expect([code, held()]).toEqual([2, []])
    for (const part of [
      '--date is "someday"',
      '--pain is "11"',
      'Did you mean "eased"',
      '--cadence is "90"',
    ]) {
      expect(stderr).toContain(part)
    }
  })

  it.each([
    ['log run 5.2km', 'its time as well'],
    ['log run', 'its distance and its time'],
    ['log run 5.2km 31:10 7km', '"7km" means nothing to itb log run'],
    ['log run 0km 31:10', 'nothing at all'],
    ['log run 5200 31:10', 'more than 500 km'],
    ['log run 5.2km 31:10 --running 40:00', '--running is longer'],
    ['log run 5.2km 31:10 --onset 6km', '--onset is further'],
    ['log run 5.2km 31:10 --pain 0 --lasted 1h', 'the pain is 0, and yet --lasted'],
    ['log run 5.2km 31:10 --pain 0 --onset 3km', 'the pain is 0, and yet --onset'],
    ['log run 5.2km 31:10 --pain 0 --trend eased', 'the pain is 0, and yet --trend'],
    ['log run 5.2km 31:10 --log -', '--log - can be read and not written'],
    ['log runn 4km 24', 'Did you mean "run"?'],
    ['log runn 4km 24 --pain 0', 'Did you mean "run"?'],
    ['log run yesterday 5.2km 31:10 --date today', 'two days are named'],
    ['log run 5.2km 31:10 --date 2026-04-01', '2026-04-01'],
  ])('refuses what cannot be: %s', async (line, said) => {
    const { itb, held } = runner()
    const { code, stderr } = await itb(line)
    expect([code, held(), stderr]).toEqual([2, [], expect.stringContaining(said)])
  })

  it('takes the morning of a run that is over, and of no other', async () => {
    const { itb, held } = runner()
    expect((await itb('log run 5.2km 31:10 --morning 0')).stderr).toContain('has not come yet')
    await itb('log run yesterday 5.2km 31:10 --morning 1')
    expect(held()).toMatchObject([{ pain: { nextMorning: 1 } }])
  })

  it('asks whether an unlikely pace is right', async () => {
    const { itb, held } = runner()
    expect(await itb('log run 5.2km 3:10', { keys: ['n'] })).toMatchObject({ code: 2 })
    expect(await itb('log run 5.2km 3:10', { keys: [undefined] })).toMatchObject({ code: 2 })
    expect(held()).toEqual([])
    const { code, asked } = await itb('log run 5.2km 3:10', { keys: ['y'] })
    expect([code, held().length, asked]).toEqual([
      0,
      1,
      [expect.stringContaining('5.2 km in 3:10 is a pace of 0:37/km')],
    ])
  })

  it('takes an unlikely pace with --force, and refuses it from a script', async () => {
    const { itb, held } = runner()
    expect((await itb('log run 1km 16:00')).stderr).toContain('16:00/km')
    expect((await itb('log run 1km 16:00 --force')).code).toBe(0)
    expect(held().length).toBe(1)
  })

  it('asks on a terminal for a distance and a time that were not said', async () => {
    const { itb, held } = runner()
    expect((await itb('log run --pain 0', { keys: ['5.2km', '31:10'] })).code).toBe(0)
    expect(held()).toMatchObject([{ ...RUN, pain: { during: 0 } }])
  })

  it('asks how it went as well where nothing at all was said', async () => {
    const { itb, held } = runner()
    await itb('log', { keys: ['r', '5.2km', '31:10', '2', 'r', 'e', 'h', '3', 'n'] })
    expect(held()).toMatchObject([
      { ...RUN, pain: { during: 2, trend: 'eased', lastingHours: 2, onsetMeters: 3000 }, limp: false },
    ])
    expect(held()[0]).toMatchObject({ swelling: false, analgesic: false })
  })

  it('has no pain begin behind the end of the run', async () => {
    const { itb, held } = runner()
    await itb('log run', { keys: ['5.2km', '31:10', '2', 'r', 'e', 'h', '9', 'n'] })
    expect(held()).toMatchObject([{ pain: { onsetMeters: 5200 } }])
  })

  it('allows pain that came after a run without any', async () => {
    const { itb } = runner()
    expect((await itb('log run 5.2km 31:10 --pain 0 --after 2 --lasted 1h --trend none')).code).toBe(0)
  })

  it('says that a run is dated tomorrow', async () => {
    const { itb } = runner()
    expect((await itb('log run 5.2km 31:10 --date 2026-03-19')).stderr).toContain('dated tomorrow')
  })

  it('writes nothing where nothing is answered', async () => {
    const { itb, held } = runner()
    const { code, stderr } = await itb('log run', { keys: [undefined] })
    expect([code, held(), stderr]).toEqual([0, [], expect.stringContaining('nothing was written')])
  })

  it('answers the planned run of its day, one run each', async () => {
    const { itb, held } = runner()
    const { sessions } = JSON.parse((await itb('plan --week this --json --today 2026-03-16')).stdout)
    const planned = sessions.find(({ type }: { type: string }) => type === 'run')
    expect(planned).toBeDefined()
    await itb(`log run 3km 18:00 --start 07:00 --date ${planned.date}`, { today: '2026-03-22' })
    await itb(`log run 3km 19:00 --start 18:00 --date ${planned.date}`, { today: '2026-03-22' })
    expect(held().map(({ session }) => session)).toEqual([planned.id, undefined])
  })
})

describe('after midnight', () => {
  const night = { clock: '00:40', today: '2026-03-18' }

  it('asks which day is meant', async () => {
    const { itb, held } = runner()
    const ended = await itb('log run 5.2km 31:10', { ...night, keys: ['y'] })
    expect(ended.asked).toEqual(['It is 00:40. Which day is meant?'])
    await itb('log day --ok', { ...night, keys: ['t'] })
    expect(held()).toMatchObject([
      { type: 'run', date: '2026-03-17' },
      { type: 'day', date: '2026-03-18' },
    ])
  })

  it.each([
    ['log run 5.2km 31:10', {}],
    ['log run today 5.2km 31:10', { keys: [] }],
    ['log run 5.2km 31:10 --no-input', { keys: [] }],
    ['log run 5.2km 31:10', { keys: [], clock: '04:00' }],
  ])('does not ask a script, nor where a day was named: %s', async (line, world) => {
    const { itb, held } = runner()
    expect(await itb(line, { ...night, ...world })).toMatchObject({ code: 0, asked: [] })
    expect(held()).toMatchObject([{ date: '2026-03-18' }])
  })

  it('takes the morning of the day before the one that just ended', async () => {
    const { itb, held } = runner([{ ...RUN, date: '2026-03-16' }])
    await itb('log morning 0', { ...night, keys: ['y'] })
    expect(held()).toMatchObject([{ date: '2026-03-16', pain: { nextMorning: 0 } }])
  })
})

describe('itb log morning', () => {
  it("scores all of yesterday's runs and none of today's", async () => {
    const { itb, held } = runner([
      { ...RUN, date: '2026-03-17', start: '07:00', pain: { during: 2 } },
      { ...RUN, date: '2026-03-17', start: '18:00' },
      { ...RUN, date: '2026-03-18' },
    ])
    expect((await itb('log morning 1 --lasted 3h')).code).toBe(0)
    expect(held().map(({ pain }) => pain)).toEqual([
      { during: 2, nextMorning: 1, lastingHours: 3 },
      { nextMorning: 1, lastingHours: 3 },
      undefined,
    ])
  })

  it('takes the day of the run for older ones', async () => {
    const { itb, held } = runner([{ ...RUN, date: '2026-03-10' }])
    await itb('log morning 0 --date 2026-03-10')
    expect(held()).toMatchObject([{ pain: { nextMorning: 0 } }])
  })

  it.each([
    ['log morning 0', 'itb log morning N --date 2026-03-10'],
    ['log morning 0 --date today', 'has not come yet'],
    ['log morning', 'the score is missing'],
    ['log morning 12', 'from 0 to 10'],
    ['log morning 0 0', '"0" means nothing to itb log morning'],
  ])('says the way out: %s', async (line, hint) => {
    const { itb } = runner([{ ...RUN, date: '2026-03-10' }])
    expect(await itb(line)).toMatchObject({ code: 2, stderr: expect.stringContaining(hint) })
  })

  it('asks for the score on a terminal, by one key', async () => {
    const { itb, held } = runner([{ ...RUN, date: '2026-03-17' }])
    await itb('log morning', { keys: ['x'] })
    expect(held()).toMatchObject([{ pain: { nextMorning: 10 } }])
  })
})

describe('itb log', () => {
  it('asks which form, and then what it needs', async () => {
    const { itb, held } = runner()
    await itb('log', { keys: ['c', 'bike', '40:00'] })
    expect(held()).toMatchObject([{ type: 'cross-training', activity: 'bike', durationSeconds: 2400 }])
    expect((await itb('log', { keys: [undefined] })).stderr).toContain('nothing was written')
  })

  it.each([
    ['log', 'Forms: run, morning, day'],
    ['log rum', 'Did you mean "run"?'],
  ])('lists its forms: %s', async (line, hint) => {
    const { itb } = runner()
    expect(await itb(line)).toMatchObject({ code: 2, stderr: expect.stringContaining(hint) })
  })

  it.each(['log --today 2026-03-17 run 5.2km 31:10', 'log run 5.2km 31:10 --today 2026-03-17'])(
    'takes its common flags before the form too: %s',
    async (line) => {
      const { itb, held } = runner()
      expect((await itb(line)).code).toBe(0)
      expect(held()).toMatchObject([{ date: '2026-03-17' }])
    },
  )

  it('keeps a remark in the log: the answer of no writing command tells it', async () => {
    const { itb } = runner([{ ...RUN, id: 'abcdef', date: '2026-03-17', note: 'private', rpe: 3 }])
    const answers = [
      await itb('log run 3km 18:00 --note private --json'),
      await itb('log note private --json'),
      await itb('edit abcdef --rpe 4 --json'),
    ]
    for (const { stdout } of answers) expect(stdout).not.toContain('private')
  })

  it('answers with the keys of an entry in the order of the file', async () => {
    const { itb, held } = runner()
    const { stdout } = await itb('log run 5.2km 31:10 --pain 0 --rpe 3 --start 07:10 --json')
    const [{ entry }] = JSON.parse(stdout).saved
    expect(Object.keys(entry)).toEqual(Object.keys(held()[0] ?? {}))
  })

  it('gives a flag after a form to that form', async () => {
    const { itb } = runner()
    const { code, stdout, stderr } = await itb('log run 5.2km 31:10 --json')
    expect([code, stderr, JSON.parse(stdout).format]).toEqual([0, '', 'itb-saved'])
  })

  it('writes nothing with --dry-run', async () => {
    const { itb, held } = runner()
    expect((await itb('log run 5.2km 31:10 --dry-run')).stdout).toContain('would add')
    expect(held()).toEqual([])
  })
})

describe('a date before the form', () => {
  const forms = ['run', 'note']
  it.each([
    ['log yesterday run 5k', 'log run --date yesterday 5k'],
    ['log 2026-03-02 note a', 'log note --date 2026-03-02 a'],
    ['log run yesterday 5k', 'log run yesterday 5k'],
    ['log yesterday swim', 'log yesterday swim'],
    ['plan yesterday run', 'plan yesterday run'],
    ['log', 'log'],
  ])('is said as a flag: %s', (line, read) =>
    expect(dateFirst(line.split(' '), () => forms).join(' ')).toBe(read),
  )
})

describe('the other forms', () => {
  it.each([
    ['log cross-training yesterday swim 30m --pain 0', { activity: 'swim', durationSeconds: 1800, pain: 0 }],
    ['log mobility roll-tfl --pain 0', { items: ['roll-tfl'], pain: 0 }],
    ['log flare --pain 5 --trend worsened', { pain: { during: 5, trend: 'worsened' } }],
    ['log clearance --by physiotherapist', { by: 'physiotherapist' }],
    [
      'log clearance --by physio --tolerates 2 --until 2026-06-01',
      { by: 'physio', tolerates: 2, until: '2026-06-01' },
    ],
    [
      'log limit --by doctor --max-run 20min --max-week 12km --no-hills --until 2026-04-01',
      { by: 'doctor', maxRunSeconds: 1200, maxWeekMeters: 12_000, noHills: true, until: '2026-04-01' },
    ],
    [
      'log limit --by doctor --substitute single-leg-box-squat=glute-bridge',
      { substitute: { 'single-leg-box-squat': 'glute-bridge' } },
    ],
    [
      'log absence 2026-05-01 --until 2026-05-09 --reason illness',
      { date: '2026-05-01', until: '2026-05-09' },
    ],
    ['log absence --until wed', { date: '2026-03-18', until: '2026-03-18' }],
    ['log absence --until tue', { date: '2026-03-18', until: '2026-03-24' }],
    ['log acknowledgement referral-56', { notice: 'referral-56' }],
    ['log review --felt calm', { felt: 'calm' }],
    ['log note new shoes', { note: 'new shoes' }],
  ])('%s', async (line, entry) => {
    const { itb, held } = runner()
    expect(await itb(line)).toMatchObject({ code: 0, stderr: '' })
    expect(held()).toMatchObject([entry])
    expect(JSON.stringify(held())).not.toContain('null')
  })

  it.each([
    ['log cross-training bke 40:00', 'Did you mean "bike"?'],
    ['log cross-training', 'one activity and one time'],
    ['log mobility rol-tfl', 'Did you mean "roll-tfl"?'],
    ['log clearance', '--by is missing'],
    ['log clearance --by physio --tolerates 2', 'tolerated until a day'],
    ['log limit --max-run 20min', '--by is missing'],
    ['log limit --by doctor --substitute glute-bridge', 'It is written'],
    ['log limit --by doctor --substitute a=glute-bridge', 'no exercise "a"'],
    ['log absence 2026-05-09 --until 2026-05-01', 'Write the earlier day first'],
    ['log acknowledgement', 'no referral notice'],
    ['log acknowledgement referal-56', 'Did you mean "referral-56"?'],
    ['log acknowledgement referral-99', 'There are: referral-42, referral-56, red-flag'],
    ['log limit --by doctor', 'nothing is said that is limited'],
    ['log limit --by doctor --until 2026-04-01', 'nothing is said that is limited'],
    ['log review', '--changed, --felt or --adjust'],
    ['log note', 'the remark is missing'],
    ['log flare soon', '"soon" means nothing to itb log flare'],
  ])('refuse what they do not understand: %s', async (line, hint) => {
    const { itb, held } = runner()
    expect(await itb(line)).toMatchObject({ code: 2, stderr: expect.stringContaining(hint) })
    expect(held()).toEqual([])
  })

  it('take the planned items of the day where none is named', async () => {
    const { itb, held } = runner()
    await itb('log mobility')
    expect(held()).toMatchObject([{ session: '2026-03-18-mobility@sample', attested: true }])
    expect((await itb('log mobility')).stderr).toContain('logged already')
  })

  it('ask on a terminal for what is missing', async () => {
    const { itb, held } = runner()
    await itb('log flare', { keys: ['5', 'n'] })
    await itb('log clearance', { keys: ['physiotherapist'] })
    await itb('log review', { keys: ['flat route', undefined, 'nothing'] })
    await itb('log note', { keys: ['new shoes'] })
    expect(held()).toMatchObject([
      { pain: { during: 5 }, swelling: false },
      { by: 'physiotherapist' },
      { changed: 'flat route', adjust: 'nothing' },
      { note: 'new shoes' },
    ])
    expect(held()[2]).not.toHaveProperty('felt')
  })

  it('take a first word that is a date for the date, and say which day it is', async () => {
    const { itb, held } = runner()
    await itb('log note 2026-03-02 the road leans')
    expect((await itb('log note yesterday the road')).stdout).toContain('Tue 17 Mar')
    await itb(['log', 'note', 'sun was hot'])
    expect(held()).toMatchObject([
      { date: '2026-03-02', note: 'the road leans' },
      { date: '2026-03-17', note: 'the road' },
      { date: '2026-03-18', note: 'sun was hot' },
    ])
  })

  it('take the notice of the plan where none is named', async () => {
    const { itb, held } = runner([{ type: 'day', date: '2026-03-17', redFlags: ['locking'] }])
    expect((await itb('log acknowledgement')).code).toBe(0)
    expect(held().at(-1)).toMatchObject({ type: 'acknowledgement', notice: 'red-flag' })
  })
})
