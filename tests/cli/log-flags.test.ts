import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCalendarDate } from '../../src/base/calendar.ts'
import type { Option } from '../../src/cli/command.ts'
import type { Field } from '../../src/cli/log/field.ts'
import { CHANGEABLE, FIELDS } from '../../src/cli/log/fields.ts'
import { patched } from '../../src/cli/log/patch.ts'
import type { Inputs } from '../../src/cli/read-inputs.ts'
import { readLog } from '../../src/log/read.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { REHAB } from '../support/programme.ts'
import { sampleLog } from '../support/sample-log.ts'

/** Something that can be said with each kind of flag that takes a value. */
const SAID: Readonly<Record<string, string>> = {
  score: '1',
  distance: '3.5km',
  height: '120m',
  words: 'some',
  text: 'some',
  hours: '7.5',
  whom: 'doctor',
  'exercise=exercise': 'clamshell=glute-bridge',
}
const SAID_BY_NAME: Readonly<Record<string, string>> = {
  '--lasted': '1h',
  '--start': '07:10',
  '--running': '12:00',
  '--max-run': '20min',
  '--duration': '20min',
  '--pickups': '4',
  '--cadence': '168',
  '--until': '2026-04-01',
}

function wordsFor([flags, , values]: Option): readonly string[] {
  const [name = '', placeholder] = flags.split(' ')
  if (placeholder === undefined) return [name]
  const said = SAID_BY_NAME[name] ?? values?.choices?.[0] ?? SAID[placeholder.slice(1, -1)]
  if (said === undefined) throw new Error(`nothing to say with ${flags}`)
  return [name, said]
}

const FORMS = {
  // Of yesterday: the morning after a run of today has not come yet.
  run: 'log run yesterday 5.2km 31:10',
  day: 'log day --mood 3',
  flare: 'log flare yesterday',
  'cross-training': 'log cross-training bike 40:00',
  mobility: 'log mobility roll-tfl',
  strength: 'log strength --sets clamshell=15',
  clearance: 'log clearance --by physiotherapist --until 2030-06-01',
  limit: 'log limit --by physiotherapist --max-run 20min',
  absence: 'log absence',
  review: 'log review --felt calm',
  acknowledgement: 'log acknowledgement referral-56',
} as const
type Form = keyof typeof FORMS

async function keysOf(form: Form, words: readonly string[] = []): Promise<readonly string[]> {
  const file = fileWith(sampleLog())
  const line = FORMS[form].split(' ')
  // A flag that the form has already is said once, with what is asked about.
  const at = line.indexOf(words[0] ?? '')
  const told = at < 0 ? [...line, ...words] : line.toSpliced(at, words.length, ...words)
  const { code, stderr } = await itb(told, { env: { ITB_LOG: file } })
  expect([code, stderr]).toEqual([0, ''])
  const [entry] = JSON.parse(readFileSync(file, 'utf8')).entries
  return pathsIn(entry).sort()
}

const pathsIn = (entry: object): string[] =>
  Object.entries(entry).flatMap(([key, value]) =>
    key === 'pain' && typeof value === 'object' ? Object.keys(value).map((score) => `pain.${score}`) : [key],
  )

const flagsOf = (form: Form): (readonly [string, Field, Option])[] =>
  FIELDS[form].flatMap((field) => field.options.map((option) => [option[0], field, option] as const))

describe.each(Object.keys(FORMS) as Form[])('itb log %s', (form) => {
  const bare = keysOf(form)

  it('without flags says none of what they say', async () => {
    const plain = await bare
    const said = new Set(['by', 'mood', 'felt', 'maxRunSeconds', ...(form === 'clearance' ? ['until'] : [])])
    const sayable = FIELDS[form].map(({ key }) => key).filter((key) => !said.has(key))
    expect(plain.filter((key) => sayable.includes(key))).toEqual([])
  })

  it.each(flagsOf(form))('%s says its own key and nothing else', async (_, { key }, option) => {
    const plain = await bare
    const told = await keysOf(form, wordsFor(option))
    expect(told).toEqual([...new Set([...plain, key])].sort())
  })
})

describe('a stated yes, a stated no and nothing', () => {
  it.each([
    ['--limp', 'limp'],
    ['--swelling', 'swelling'],
    ['--painkiller', 'analgesic'],
  ])('%s differ', async (flag, key) => {
    const stated = async (words: string): Promise<unknown> => {
      const file = fileWith(sampleLog())
      await itb(`log run 5.2km 31:10 ${words}`, { env: { ITB_LOG: file } })
      return JSON.parse(readFileSync(file, 'utf8')).entries[0][key]
    }
    const no = flag.replace('--', '--no-')
    expect([await stated(flag), await stated(no), await stated('')]).toEqual([true, false, undefined])
  })
})

describe('a yes and a no at once', () => {
  it.each([
    ['log run 5.2km 31:10', 'limp'],
    ['log run 5.2km 31:10', 'swelling'],
    ['log run 5.2km 31:10', 'painkiller'],
    ['log flare', 'limp'],
    ['log flare', 'swelling'],
    ['log day', 'limp'],
    ['log day', 'swelling'],
    ['score last', 'limp'],
    ['edit last', 'painkiller'],
  ])('%s is refused: --%s', async (line, name) => {
    for (const pair of [`--${name} --no-${name}`, `--no-${name} --${name}`]) {
      const run = { type: 'run', date: '2026-03-17', distanceMeters: 5200, durationSeconds: 1870 }
      const file = fileWith(sampleLog({ entries: [run] }))
      const before = readFileSync(file, 'utf8')
      const { code, stderr } = await itb(`${line} ${pair}`, { env: { ITB_LOG: file } })
      expect([code, stderr]).toEqual([2, expect.stringContaining(`--${name} and --no-${name} cannot both`)])
      expect(readFileSync(file, 'utf8')).toBe(before)
    }
  })
})

describe('whatever is typed', () => {
  const inputs = (): Inputs => {
    const log = readLog(sampleLog())
    const today = '2026-03-18'
    if (log === undefined || !isCalendarDate(today)) throw new Error('the sample is no log')
    return { log, programme: REHAB, today, clock: '12:00', runner: log.runner }
  }
  const BARE: Readonly<Record<string, object>> = {
    run: { distanceMeters: 5200, durationSeconds: 1870 },
    strength: { exercises: [] },
    'cross-training': { activity: 'bike', durationSeconds: 2400 },
    mobility: { items: [] },
    clearance: { by: 'doctor' },
    limit: { by: 'doctor' },
    acknowledgement: { notice: 'referral-56' },
    note: { note: 'windy' },
  }
  const typed = fc.oneof(
    fc.string(),
    fc.integer({ min: -5, max: 20_000 }).map(String),
    fc.stringMatching(/^\d{1,6}[.,:]?\d{0,3} ?(km|mi|m|k|h|min|s|d|ft)?$/),
    fc.constantFrom('clamshell=glute-bridge', 'clamshell', '2026-03-02', 'mon', 'easy', '07:10', 'fever', ''),
  )

  it('is an entry the log would take, or a problem', () => {
    const world = inputs()
    const all = Object.entries(CHANGEABLE).flatMap(([type, fields]) =>
      fields.map((field) => ({ type, field })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...all), typed, ({ type, field }, text) => {
        const isMany = field.options[0]?.[2]?.many === true
        const isSwitch = field.options[0]?.[0].includes('<') !== true
        const read = field.read(isSwitch ? text.length > 3 : isMany ? [text] : text, '--flag', world)
        if (!read.ok) {
          expect(read.problems.length).toBeGreaterThan(0)
          return
        }
        const entry = { type, date: '2026-03-18', ...BARE[type] }
        expect(patched(entry, { [field.key]: read.value })).toMatchObject({ type })
      }),
      { numRuns: 3000 },
    )
  })
})
