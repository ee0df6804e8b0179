import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/program.ts'
import { itb } from '../support/fake-host.ts'
import { logFileBefore } from '../support/log-on.ts'

/** A Thursday with a run; the runs of Tuesday and the sessions of Wednesday are in the log. */
const THURSDAY = '2026-11-19'
const FILE = logFileBefore(THURSDAY)
const BEFORE = readFileSync(FILE, 'utf8')

/** Words that mean nothing to any form, among them some that look as if they did. */
const JUNK = [
  ...['hurt', 'clamshell=3', '3x15', 'tomorrow', '04.08.2026', '8/4', '1e3', 'NaN', '5.2lm', '--x'],
  ...['log', 'a b', 'clamshell,', '15,15,12', '=', '½', '０'],
]

/** A line of each form that is taken as it stands. */
const LINES: Readonly<Record<string, string>> = {
  'log run': '3.3km 20:00',
  'log morning': 'tue 0',
  'log day': '--ok',
  'log strength': '',
  'log cross-training': 'bike 40:00',
  'log mobility': 'roll-tfl',
  'log flare': '--pain 5',
  'log clearance': '--by doctor',
  'log limit': '--by doctor --no-hills',
  'log absence': '',
  'log acknowledgement': 'referral-56',
  'log review': '--felt calm',
  'log baseline': '--aggravated-by stairs',
  done: 'yesterday',
  score: 'last --pain 0',
  set: 'side left',
  edit: 'last --note windy',
  remove: 'last',
  owed: '',
  undo: '',
  add: '',
}
/** A remark is made of any words at all. */
const FREE = ['log note']

const forms = ({ name, commands = [] }: Command): readonly string[] =>
  commands.map((each) => `${name} ${each.name}`)

/** A word put in at every place behind the form where it is no value of a flag. */
const linesWith = (form: string, words: string, junk: string): readonly (readonly string[])[] => {
  const said = words.split(' ').filter((word) => word !== '')
  const flags = said.findIndex((word) => word.startsWith('--'))
  const places = [...said.slice(0, flags === -1 ? undefined : flags).keys()]
  return [...places, places.length].flatMap((place) =>
    [[], ['yesterday']].map((date) => [
      ...form.split(' '),
      ...(form.startsWith('log') && !said.includes('tue') ? date : []),
      ...said.toSpliced(place, 0, junk),
    ]),
  )
}

const call = (line: readonly string[], more: object = {}) =>
  itb([...line, '--log', FILE, '--today', THURSDAY], more)

describe('a word that means nothing', () => {
  it('is tried in every form there is', () => {
    const log = COMMANDS.find(({ name }) => name === 'log')
    if (log === undefined) throw new Error('there is no log')
    expect([...Object.keys(LINES).filter((form) => form.startsWith('log ')), ...FREE].sort()).toEqual(
      [...forms(log)].sort(),
    )
  })

  it.each(Object.keys(LINES).filter((form) => !['undo', 'owed', 'add'].includes(form)))(
    '%s: the line without it is taken',
    async (form) => {
      const line = `${form} ${LINES[form]}`.trim().split(' ')
      expect(await call([...line, '--dry-run'])).toMatchObject({ code: 0 })
    },
  )

  it.each(Object.entries(LINES))('%s %s: is refused whole, and named', async (form, words) => {
    for (const [junk, line] of JUNK.flatMap((each) =>
      linesWith(form, words, each).map((made) => [each, made] as const),
    )) {
      const told = line.join(' ')
      const { code, stdout, stderr } = await call(line)
      expect([told, code, stdout]).toEqual([told, 2, ''])
      expect(stderr, told).toContain(junk)
      expect(readFileSync(FILE, 'utf8'), told).toBe(BEFORE)
    }
  })

  it.each(Object.entries(LINES))('%s %s: is refused before anybody is asked', async (form, words) => {
    for (const line of linesWith(form, words, 'hurt')) {
      expect(await call(line, { keys: [] })).toMatchObject({ code: 2, stdout: '' })
    }
  })
})
