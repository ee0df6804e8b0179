import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { CalendarDate } from '../src/base/calendar.ts'
import { reviewOn } from '../src/engine/review.ts'
import { emptyFolder, fileWith, itb } from './support/fake-host.ts'
import { CYCLE, REHAB } from './support/programme.ts'
import { sampleLog } from './support/sample-log.ts'
import { logOfScenario, planOf, type Scenario } from './support/scenario.ts'

/** A log of `spoken.yaml`, and rules and sentences that its plan, or the look back on its flare, has. */
interface Speaking extends Scenario {
  readonly speaks: readonly string[]
}

const read = <T>(...path: readonly string[]): readonly T[] =>
  parse(readFileSync(join(import.meta.dirname, ...path), 'utf8')) as readonly T[]
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Every sentence of both shipped protocols, found again whatever fills it in and however it is broken. */
const SENTENCES = [...new Map([...REHAB.byId, ...CYCLE.byId]).values()].flatMap(({ id, says }) =>
  Object.entries(says).map(([key, text]) => ({ name: `${id} ${key}`, pattern: patternOf(text) })),
)

function patternOf(text: string): RegExp {
  const parts = inOneLine(text)
    .replace(/\.$/, '')
    .split(/\{\w+\}/)
  return new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*'), 'i')
}

/** All texts of a plan or a look back, wherever they stand. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [inOneLine(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const unspoken = new Set(SENTENCES.map(({ name }) => name))

/** Which sentences some texts have; they are spoken from now on. */
function spokenIn(texts: readonly string[]): readonly string[] {
  const text = texts.join('\n')
  const spoken = SENTENCES.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name)
  for (const name of spoken) unspoken.delete(name)
  return spoken
}

function textsOf(scenario: Scenario): readonly string[] {
  const today = scenario.today as CalendarDate
  const log = logOfScenario(scenario)
  const isKnown = ({ type, date }: (typeof log.entries)[number]) => date <= today || type === 'absence'
  const known = { ...log, entries: log.entries.filter(isKnown) }
  const programme = scenario.programme === 'cycle' ? CYCLE : REHAB
  return textsIn([planOf(scenario, known, today), reviewOn(known, programme, today, undefined).flare])
}

const INIT = '--site outer-knee --pain-since 3w --pain 4 --units km --today 2026-03-02'
const RUN = { type: 'run', date: '2026-03-16', distanceMeters: 8000, durationSeconds: 2880 }
const PAGES = [
  ['init', `init ${INIT} --no-red-flags --in-scope --baseline 40km`, ['pre-injury-cap pace']],
  [
    'init of too little',
    `init ${INIT} --no-red-flags --in-scope --baseline 1km --force`,
    ['pre-injury-cap too-small'],
  ],
  [
    'init out of scope',
    'init --site shin --under-18 --pregnant --surgery --stress-fracture --no-red-flags --units km --today 2026-03-02',
    ['other-place', 'under-18', 'pregnant', 'surgery', 'stress-fracture', 'out-of-scope'].map(
      (key) => `referral ${key}`,
    ),
  ],
  [
    'today',
    `today --log ${fileWith(sampleLog({ entries: [RUN] }))} --today 2026-03-17`,
    ['strength-plan hurts'],
  ],
] as const

describe('a sentence of a protocol', () => {
  it.each(read<Speaking>('spoken.yaml'))('is spoken: $name', (scenario) => {
    const spoken = spokenIn(textsOf(scenario))
    expect(scenario.speaks.filter((name) => !spoken.includes(name))).toEqual([])
  })

  it.each(PAGES)('is spoken on the page of itb %s', async (_, line, names) => {
    const { stdout, stderr } = await itb(line, { env: { ITB_LOG: join(emptyFolder(), 'log.json') } })
    const spoken = spokenIn([inOneLine(stdout), inOneLine(stderr)])
    expect(names.filter((name) => !spoken.includes(name))).toEqual([])
  })

  it('is spoken by some log of the tests, or gone', () => {
    const files = readdirSync(join(import.meta.dirname, 'scenarios'))
    // Lived weeks take long; what only such a log was told has one of its own in spoken.yaml.
    const short = files
      .flatMap((file) => read<Scenario>('scenarios', file))
      .filter((each) => each.today !== undefined && each.change === undefined && each.weeks === undefined)
    for (const scenario of short) {
      if (unspoken.size === 0) break
      spokenIn(textsOf(scenario))
    }
    expect([...unspoken]).toEqual([])
  })
})
