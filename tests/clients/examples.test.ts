import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/built.ts'
import { type Server, setUpVdirsyncer, startRadicale } from './caldav.ts'
import { setUpKhal } from './khal.ts'
import { type Machine, newMachine } from './machine.ts'
import { needing } from './programs.ts'
import { eventsOf, linesOf, plansOf } from './read-back.ts'
import { returning, WEDNESDAY } from './runners.ts'

const SECTION = '## In your calendar'
/** Where the README says the server is. */
const ADDRESS = 'http://127.0.0.1:5232'

/** The shell lines of the section, under the first word of their heading; '' stands for those before any. */
function linesBySubject(): ReadonlyMap<string, readonly string[]> {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const section = readme.split(`\n${SECTION}\n`)[1]?.split('\n## ')[0] ?? ''
  return new Map(
    section
      .split('\n### ')
      .map((text, index) => [
        index === 0 ? '' : (/^\w+/.exec(text)?.[0] ?? ''),
        [...text.matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].flatMap(([, lines = '']) =>
          lines.replaceAll('\\\n', '').split('\n'),
        ),
      ]),
  )
}

const blocks = linesBySubject()
const PROGRAMS = ['khal', 'CalDAV', 'calcurse', 'jq', 'remind']

const machine: Machine = newMachine(WEDNESDAY, returning(WEDNESDAY))
let server: Server | undefined

/** A line as it stands, but on the day and at the address of this test. */
const hereAndNow = (line: string): string =>
  line
    .replaceAll(ADDRESS, server?.url ?? ADDRESS)
    .replace(/(?<=^khal list )today/, WEDNESDAY)
    .replace(/(?=--days)/, '--from 11/18/2026 ')
    .replace(/^remind .*/, `$& ${WEDNESDAY}`)

/** Runs the lines of a subject; what each wrote. */
const runLines = (subject: string, on = machine): string[] =>
  (blocks.get(subject) ?? []).map((line) => on.says(hereAndNow(line)))

const titlesOf = (line: string): string[] => [
  ...new Set(plansOf(machine, line).flatMap((plan) => eventsOf(plan).map(({ title }) => title))),
]

describe('what the README says of calendars', () => {
  afterAll(() => server?.stop())

  it.each(PROGRAMS)('has lines about %s', (program) => {
    expect(blocks.get(program)?.length).toBeGreaterThan(0)
  })

  it('has no other lines but such as go well', () => {
    const others = [...blocks.keys()].filter((subject) => !PROGRAMS.includes(subject))
    const another = newMachine(WEDNESDAY, returning(WEDNESDAY))
    for (const subject of others) runLines(subject, another)
  })

  needing('khal').it('feeds khal and lists what is on', () => {
    setUpKhal(machine, 'calendars/plan')
    const said = runLines('khal').join('')
    expect(titlesOf('--week this').filter((title) => !said.includes(title))).toEqual([])
  })

  needing('radicale', 'vdirsyncer', 'khal', 'curl').it(
    'feeds a server, by vdirsyncer and by curl',
    async () => {
      server = await startRadicale(machine)
      setUpKhal(machine, 'calendars/plan')
      setUpVdirsyncer(machine, server.url, 'calendars')
      machine.write('.netrc', 'machine 127.0.0.1 login runner password x\n')
      runLines('CalDAV')
      for (const calendar of ['plan', 'running']) {
        const got = machine.says(`curl -sSf -u runner:x ${server.url}/runner/${calendar}/`)
        expect(got).toContain('UID:2026-11-19-run@k3v9q2')
      }
    },
  )

  needing('calcurse').it(
    'feeds calcurse into a calendar of its own, as often as one likes, with what is on',
    () => {
      runLines('calcurse')
      expect(
        runLines('calcurse')
          .join('')
          .match(/\* (Long r|R)un \d+ min/g),
      ).toHaveLength(5)
      const kept = returning(WEDNESDAY)
      machine.says('itb log flare --pain 6 --onset 1km')
      expect(runLines('calcurse').join('')).not.toMatch(/run \d+ min/i)
      machine.write('.local/share/itb/log.json', kept)
    },
  )

  needing('jq').it('asks jq', () => {
    const [runs = '', weeks = ''] = runLines('jq')
    expect(linesOf(runs)[0]).toBe('2026-11-23\tRun 20 min\t3300')
    expect(linesOf(weeks)).toHaveLength(8)
  })

  needing('remind').it('reminds', () => {
    const said = runLines('remind').join('')
    expect(titlesOf('').filter((title) => title !== 'Rest' && !said.includes(title))).toEqual([])
  })
})
