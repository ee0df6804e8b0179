import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileWith, itb, type World } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

const RUN = {
  id: 'runabc',
  type: 'run',
  date: '2026-03-16',
  logged: '2026-03-16',
  distanceMeters: 5200,
  durationSeconds: 1870,
  rpe: 3,
  pain: { during: 2, nextMorning: 1 },
  limp: false,
}

function runner(entries: readonly object[] = [RUN]) {
  const file = fileWith(sampleLog({ entries }))
  const held = (): Record<string, unknown>[] => JSON.parse(readFileSync(file, 'utf8')).entries
  const say = (line: string, world: World = {}) =>
    itb(`${line} --no-color`, { env: { ITB_LOG: file }, ...world })
  return { held, itb: say, text: () => readFileSync(file, 'utf8') }
}

/** An editor that makes of the text what a test wants, one text after the other. */
function editor(...texts: readonly ((text: string) => string)[]) {
  const seen: string[] = []
  const edit = (file: string): boolean => {
    const text = readFileSync(file, 'utf8')
    seen.push(file, text)
    writeFileSync(file, texts[seen.length / 2 - 1]?.(text) ?? text)
    return true
  }
  return { edit, seen }
}

describe('itb edit by flags', () => {
  it('changes what is said, and keeps what stood before', async () => {
    const { itb, held } = runner()
    expect((await itb('edit runabc --distance 5.5km --pain 3 --limp --note windy')).code).toBe(0)
    expect(held()).toMatchObject([
      {
        distanceMeters: 5500,
        pain: { during: 3, nextMorning: 1 },
        limp: true,
        note: 'windy',
        was: [{ until: '2026-03-18', distanceMeters: 5200, pain: { during: 2 }, limp: false }],
      },
    ])
  })

  it('attests nothing of what was measured after all', async () => {
    const { itb, held } = runner([{ ...RUN, attested: true }])
    await itb('edit runabc --note windy')
    expect(held()[0]).toMatchObject({ attested: true })
    await itb('edit runabc --distance 5.5km')
    expect(held()[0]).not.toHaveProperty('attested')
  })

  it('lists what a day holds, in words', async () => {
    const { itb } = runner([RUN, { type: 'day', id: 'day123', date: '2026-03-16', pain: { stairs: 2 } }])
    for (const line of ['edit mon --note windy', 'remove mon'])
      expect((await itb(line)).stderr).toMatch(/by its id:\n +runabc run 2026-03-16 5\.2 km 31 min\n/)
  })

  it('takes a remark on an entry that was wrong before', async () => {
    const { itb } = runner([{ ...RUN, pain: { during: 0, lastingHours: 3 } }])
    expect((await itb('edit runabc --note windy')).code).toBe(0)
  })

  it('takes back what is not known after all', async () => {
    const { itb, held } = runner()
    await itb('edit last --clear morning --clear rpe --clear limp')
    expect(held()).toMatchObject([{ pain: { during: 2 } }])
    expect(held()[0]).not.toHaveProperty('rpe')
    expect(held()[0]).not.toHaveProperty('limp')
    expect(held()[0]?.['pain']).toEqual({ during: 2 })
  })

  it('moves an entry to another day', async () => {
    const { itb, held } = runner()
    await itb('edit mon --date sun')
    expect(held()).toMatchObject([{ date: '2026-03-15' }])
  })

  it('changes other entries by their own flags', async () => {
    const { itb, held } = runner([
      {
        type: 'strength',
        id: 'strong',
        date: '2026-03-15',
        exercises: [{ id: 'clamshell' }, { id: 'glute-bridge' }],
      },
      { type: 'day', id: 'day123', date: '2026-03-16', pain: { stairs: 2 } },
      { type: 'absence', id: 'absent', date: '2026-05-01', until: '2026-05-09' },
    ])
    await itb('edit strong --sets clamshell=15,15 --skip glute-bridge --rpe 4')
    await itb('edit day123 --stairs 0 --no-red-flags')
    await itb('edit absent --until 2026-05-12')
    expect(held()).toMatchObject([
      { exercises: [{ id: 'clamshell', sets: 2, reps: [15, 15] }], rpe: 4 },
      { pain: { stairs: 0 }, redFlags: [] },
      { until: '2026-05-12' },
    ])
  })

  it.each([
    ['edit runabc', 'nothing is said of what to change'],
    ['edit runabc --stairs 2', '--stairs is nothing that can be said'],
    ['edit runabc --clear distance', 'cannot be without it'],
    ['edit runabc --clear mornin', 'Did you mean "morning"?'],
    ['edit runabc --clear rpe --rpe 4', 'both said and cleared'],
    ['edit runabc --date someday', '--date is "someday"'],
    ['edit runabc --date today', 'has not come yet'],
    ['edit runabc --date 2026-04-01 --clear morning', '2026-04-01'],
    ['edit runabc --distance 52km', 'is a pace of'],
    ['edit runabc --onset 6km', 'further than the whole run'],
    ['edit zzz --pain 1', 'begins with "zzz"'],
  ])('refuses what cannot be: %s', async (line, said) => {
    const { itb, text } = runner()
    const before = text()
    expect(await itb(line)).toMatchObject({ code: 2, stderr: expect.stringContaining(said) })
    expect(text()).toBe(before)
  })
})

describe('itb edit in an editor', () => {
  it('saves what was written there, and leaves no file behind', async () => {
    const { itb, held } = runner()
    const { edit, seen } = editor((text) => text.replace('"rpe": 3', '"rpe": 5'))
    expect((await itb('edit runabc', { keys: [], edit })).code).toBe(0)
    expect(held()).toMatchObject([{ id: 'runabc', logged: '2026-03-16', rpe: 5, was: [{ rpe: 3 }] }])
    const [file = '', text = ''] = seen
    expect(existsSync(dirname(file))).toBe(false)
    expect(Object.keys(JSON.parse(text))).not.toContain('logged')
  })

  it('lets nobody else look', async () => {
    const { itb } = runner()
    const modes: number[] = []
    const edit = (file: string): boolean => {
      modes.push(statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777)
      return true
    }
    await itb('edit runabc', { keys: [], edit })
    expect(modes).toEqual([0o600, 0o700])
  })

  it('changes nothing where nothing was changed', async () => {
    const { itb, text } = runner()
    const before = text()
    const { edit } = editor((same) => same)
    expect((await itb('edit runabc', { keys: [], edit })).stderr).toContain('nothing was changed')
    expect(text()).toBe(before)
  })

  it('shows what is wrong at its line, and lets it be put right', async () => {
    const { itb, held } = runner()
    const { edit, seen } = editor(
      (text) => text.replace('"during": 2', '"during": 12'),
      (text) => text.replace('"during": 12', '"during": 4'),
    )
    const { code, stderr } = await itb('edit runabc', { keys: ['e'], edit })
    expect([code, held()]).toMatchObject([0, [{ pain: { during: 4 } }]])
    expect(stderr).toMatch(/runabc\.json:8:15: "during" is 12/)
    expect(seen.length).toBe(4)
  })

  it('offers to go on where the day has not come yet', async () => {
    const { itb, held } = runner()
    const { edit } = editor(
      (text) => text.replace('2026-03-16', '2026-04-16').replace('"nextMorning": 1', '"after": 1'),
      (text) => text.replace('2026-04-16', '2026-03-15'),
    )
    const { code, stderr } = await itb('edit runabc', { keys: ['e'], edit })
    expect([code, stderr]).toEqual([0, expect.stringContaining('is dated 2026-04-16')])
    expect(held()).toMatchObject([{ date: '2026-03-15' }])
  })

  it('asks whether a pace nobody would expect is right', async () => {
    const { itb, held } = runner([{ ...RUN, attested: true }])
    const { edit } = editor(
      (text) => text.replace('5200', '52000'),
      (text) => text.replace('52000', '5300'),
    )
    const { asked } = await itb('edit runabc', { keys: ['e'], edit })
    expect(asked[0]).toContain('is a pace of')
    expect(held()).toMatchObject([{ distanceMeters: 5300 }])
    expect(held()[0]).not.toHaveProperty('attested')
    const { edit: sure } = editor((text) => text.replace('5300', '53000'))
    await itb('edit runabc', { keys: ['s'], edit: sure })
    expect(held()).toMatchObject([{ distanceMeters: 53_000 }])
  })

  it.each([
    ['no JSON', (text: string) => text.replace('"rpe": 3,', '"rpe": 3'), 'this is not JSON'],
    ['nothing', () => '', 'this file is empty'],
    ['another kind of entry', (text: string) => text.replace('"run"', '"flare"'), 'unknown key "rpe"'],
    ['a note', () => '{ "type": "note", "date": "2026-03-16", "note": "a" }', 'stays of it'],
    ['an unknown key', (text: string) => text.replace('"rpe"', '"rpm"'), 'unknown key "rpm"'],
    [
      'a key given twice',
      (text: string) => text.replace('"rpe": 3', '"rpe": 3, "rpe": 4'),
      'stands here already',
    ],
    ['a morning to come', (text: string) => text.replace('2026-03-16', '2026-03-18'), 'has not come yet'],
  ])('gives up on %s and leaves the log as it was', async (_, change, said) => {
    const { itb, text } = runner()
    const before = text()
    const { edit } = editor(change)
    const { stderr, asked } = await itb('edit runabc', { keys: ['g'], edit })
    expect([stderr, asked]).toEqual([expect.stringContaining(said), ['This cannot be saved.']])
    expect(text()).toBe(before)
  })

  it('knows the exercises', async () => {
    const strength = { type: 'strength', id: 'strong', date: '2026-03-15', exercises: [{ id: 'clamshell' }] }
    const { itb } = runner([strength])
    const { edit } = editor((text) => text.replace('clamshell', 'clamshel'))
    const { stderr } = await itb('edit strong', { keys: [undefined], edit })
    expect(stderr).toMatch(/strong\.json:6:13: the protocol has no exercise "clamshel"/)
  })

  it('says what to do where there is no editor, and where there is no terminal', async () => {
    const { itb } = runner()
    expect(await itb('edit runabc', { keys: [], edit: () => false })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/the editor could not be opened.*\n.*EDITOR/),
    })
    expect((await itb('edit runabc')).stderr).toContain('--pain 2')
  })
})
