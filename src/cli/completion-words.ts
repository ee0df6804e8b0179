import { addDays, dateOf, dayOf, type CalendarDate } from '../base/calendar.ts'
import { identify } from '../log/ids.ts'
import { readLog } from '../log/read.ts'
import type { Log } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { dateText, weekdayText } from '../base/date-text.ts'
import { SETTING_WORDS } from '../render/settings.ts'
import { readText } from '../store/files.ts'
import { logPath } from '../store/paths.ts'
import { listProtocols } from '../store/protocols.ts'
import type { Option, Values } from './command.ts'
import type { Host } from './host.ts'
import { DEFAULT_PROTOCOL, readProgramme, shelvesOf } from './read-programme.ts'

/** A word that may stand next, and what it means in a few words. */
export interface Candidate {
  readonly word: string
  readonly means: string
}

/** What may stand next; `files` where the shell should offer its files as well. */
export interface Next {
  readonly candidates: readonly Candidate[]
  readonly files: boolean
}

/** What was said before, as far as it decides where words are looked up. */
export interface Said {
  readonly log?: string
  readonly protocol?: string
}

type Kind = NonNullable<Values['kind']>

/** Looks up the words of a kind. */
export type Lookup = (kind: Kind, said: Said) => Promise<readonly Candidate[]>

/** What may be said with a flag or for a word; behind `=` and `..` the second of two is being said. */
export async function wordsFor(
  [flags, , { choices = [], kind } = {}]: Option,
  current: string,
  said: Said,
  lookup: Lookup,
): Promise<Next> {
  const kinds: readonly (Kind | undefined)[] = [kind, /\bdate\b/.test(flags) ? 'date' : undefined]
  const found = await Promise.all([...new Set(kinds)].map((each) => (each ? lookup(each, said) : [])))
  const files = kind === 'file' || kind === 'protocol'
  const before = files ? '' : (/^.*(?:=|\.\.)/.exec(current)?.[0] ?? '')
  // Behind `exercise=` stands a number, or the exercise that takes its place.
  if (before.endsWith('=') && !/=exercise/.test(flags)) return { candidates: [], files: false }
  const after = /[<|]exercise=/.test(flags) && before === '' ? '=' : ''
  const words = [...choices.map((word) => ({ word, means: '' })), ...found.flat()]
  const candidates = words.map(({ word, means }) => ({ word: `${before}${word}${after}`, means }))
  return { candidates, files }
}

/** Looks words up where this host has its log and its protocols; what cannot be read gives none. */
export const lookupOn =
  (host: Host): Lookup =>
  async (kind, said) => {
    switch (kind) {
      case 'date':
        return dates(host.today)
      case 'entry':
        return entries(logOf(host, said))
      case 'exercise':
        return exercises(await programmeOf(host, said))
      case 'item':
        return [...dates(host.today), ...items(await programmeOf(host, said))]
      case 'rule':
        return rules(await programmeOf(host, said))
      case 'protocol':
        return listProtocols(shelvesOf(host)).map(({ name }) => ({ word: name, means: 'a protocol at hand' }))
      case 'setting':
        return Object.values(SETTING_WORDS).map((word) => ({ word, means: '' }))
      case 'file':
        return []
    }
  }

const RECENT_DAYS = 14

function dates(today: CalendarDate): readonly Candidate[] {
  const recent = Array.from({ length: RECENT_DAYS }, (_, days) => dateOf(addDays(dayOf(today), -days)))
  const named = (word: string, date: CalendarDate) => ({ word, means: dateText(date) })
  return [
    ...recent.slice(0, 2).map((date, days) => named(['today', 'yesterday'][days] ?? '', date)),
    ...recent.slice(0, 7).map((date) => named(weekdayText(date).toLowerCase(), date)),
    ...recent.map((date) => named(date, date)),
  ]
}

const MOST_ENTRIES = 100

function entries(log: Log | undefined): readonly Candidate[] {
  if (log === undefined) return []
  const newest = identify(log).slice(-MOST_ENTRIES).reverse()
  return [
    { word: 'last', means: 'the newest entry' },
    { word: 'yesterday', means: 'the one of yesterday' },
    ...newest.map(({ id, type, date }) => ({
      word: id,
      means: `${type}, ${dateText(date)} ${date.slice(0, 4)}`,
    })),
  ]
}

function exercises(programme: Programme | undefined): readonly Candidate[] {
  if (programme === undefined) return []
  return titled([...programme.rehab.exercises, ...programme.cycle.exercises])
}

function items(programme: Programme | undefined): readonly Candidate[] {
  const tracks = programme === undefined ? [] : [programme.rehab.tracks, programme.cycle.tracks]
  return titled(tracks.flatMap(({ rolling, stretching }) => [...rolling.items, ...stretching.items]))
}

/** Each once, though the rehabilitation and the cycle both have it. */
const titled = (all: readonly { readonly id: string; readonly title: string }[]): readonly Candidate[] =>
  [...new Map(all.map(({ id, title }) => [id, title]))].map(([word, means]) => ({ word, means }))

const rules = (programme: Programme | undefined): readonly Candidate[] =>
  [...(programme?.byId ?? [])].map(([word, { kind }]) => ({ word, means: kind }))

function logOf(host: Host, { log }: Said): Log | undefined {
  const { file } = logPath(host, log?.replace(/^~(?=\/)/, host.home))
  const text = file === '-' ? undefined : readText(file)
  return text?.ok === true ? readLog(text.value) : undefined
}

async function programmeOf(host: Host, said: Said): Promise<Programme | undefined> {
  const named = said.protocol ?? logOf(host, said)?.runner.protocol ?? DEFAULT_PROTOCOL
  const programme = await readProgramme(host, named)
  return programme.ok ? programme.value : undefined
}
