import { EVERYWHERE, type Option } from './command.ts'
import { wordsFor, type Lookup, type Next, type Said } from './completion-words.ts'

/** A command as far as completion looks at it. */
interface Level {
  readonly name: string
  readonly summary: string
  readonly words?: readonly Option[]
  readonly options?: readonly Option[]
  readonly commands?: readonly Level[]
}

/** How far a command line has come. */
interface Place {
  readonly level: Level
  /** How many words stand behind the command. */
  readonly words: number
  /** The flag whose value comes next. */
  readonly open: Option | undefined
  readonly given: readonly Option[]
  readonly said: Said
  /** After `--` nothing is a flag. */
  readonly isPlain: boolean
}

const ALWAYS: readonly Option[] = [
  ...EVERYWHERE,
  ['-h, --help', 'what it does, its flags and two examples'],
  ['-V, --version', 'print the version'],
]

/** What may stand where the last of these words is being typed; the first follows `itb`. */
export async function nextWords(
  typed: readonly string[],
  bare: Level,
  commands: readonly Level[],
  lookup: Lookup,
): Promise<Next> {
  const current = typed.at(-1) ?? ''
  const place = typed.slice(0, -1).reduce(after, start(bare, commands))
  const { candidates, files } = await offered(place, current, lookup)
  return { candidates: candidates.filter(({ word }) => word.startsWith(current)), files }
}

/** As the scripts of the shells read it: a word a line, a tab, its meaning; `:files` for their files. */
export const renderNext = ({ candidates, files }: Next): string =>
  [...candidates.map(({ word, means }) => `${word}\t${means}`), ...(files ? [':files'] : []), ''].join('\n')

function start(bare: Level, commands: readonly Level[]): Place {
  const words: Option = ['[command]', 'its name', { choices: commands.map(({ name }) => name) }]
  const help: Level = { name: 'help', summary: 'how a command is used', words: [words] }
  const level = { ...bare, commands: [...commands, help] }
  return { level, words: 0, open: undefined, given: [], said: {}, isPlain: false }
}

/** A word further. */
function after(place: Place, word: string): Place {
  const { level, open, said } = place
  if (open !== undefined) return { ...place, open: undefined, said: { ...said, ...saying(open, word) } }
  if (!place.isPlain && word === '--') return { ...place, isPlain: true }
  if (!place.isPlain && word.startsWith('-')) return afterFlag(place, word)
  // The form of a log entry may stand behind a date.
  const below = level.commands?.find(({ name }) => name === word)
  if (below !== undefined) return { ...place, level: below, words: 0 }
  return { ...place, words: place.words + 1 }
}

function afterFlag(place: Place, word: string): Place {
  const [name = '', value] = word.split('=')
  const option = optionsOf(place.level).find((each) => namesOf(each).includes(name))
  if (option === undefined) return place
  const given = [...place.given, option]
  if (!takesValue(option)) return { ...place, given }
  if (value === undefined) return { ...place, given, open: option }
  return { ...place, given, said: { ...place.said, ...saying(option, value) } }
}

const optionsOf = ({ options = [] }: Level): readonly Option[] => [...options, ...ALWAYS]
const namesOf = ([flags]: Option): string[] => flags.match(/(?<![\w<])--?[A-Za-z][\w-]*/g) ?? []
const takesValue = ([flags]: Option): boolean => /[<[]/.test(flags)

function saying(option: Option, value: string): Said {
  const names = namesOf(option)
  if (names.includes('--log')) return { log: value }
  return names.includes('--protocol') ? { protocol: value } : {}
}

async function offered(place: Place, current: string, lookup: Lookup): Promise<Next> {
  const { level, open, said, isPlain } = place
  if (open !== undefined) return wordsFor(open, current, said, lookup)
  if (!isPlain && current.startsWith('-')) return flagsOrValue(place, current, lookup)
  const forms = (level.commands ?? []).map(({ name, summary }) => ({ word: name, means: summary }))
  const word = wordAt(level, place.words)
  const own = word === undefined ? NOTHING : await wordsFor(word, current, said, lookup)
  const candidates = [...(level.commands === undefined || place.words > 1 ? [] : forms), ...own.candidates]
  // Where no word is known, the flags are what can still be said.
  return candidates.length > 0 || own.files ? { ...own, candidates } : { ...own, candidates: flagsOf(place) }
}

/** The last word of some commands may be said again; but a date stands first or nowhere. */
function wordAt({ words = [] }: Level, index: number): Option | undefined {
  const last = words.at(-1)
  if (index < words.length || last?.[0].includes('...') !== true) return words[index]
  const [name, meaning, { kind, ...values } = {}] = last
  return [name, meaning, kind === undefined || kind === 'date' ? values : { ...values, kind }]
}

const NOTHING: Next = { candidates: [], files: false }

async function flagsOrValue(place: Place, current: string, lookup: Lookup): Promise<Next> {
  const [name = '', value] = current.split('=')
  if (value === undefined) return { candidates: flagsOf(place), files: false }
  const option = optionsOf(place.level).find((each) => namesOf(each).includes(name) && takesValue(each))
  if (option === undefined) return NOTHING
  const { candidates, files } = await wordsFor(option, current.slice(name.length + 1), place.said, lookup)
  return { candidates: candidates.map((each) => ({ ...each, word: `${name}=${each.word}` })), files }
}

/** The flags that can still be given, by their long names. */
function flagsOf({ level, given }: Place) {
  return optionsOf(level)
    .filter((option) => option[2]?.many === true || !given.includes(option))
    .flatMap((option) => ({ word: namesOf(option).at(-1) ?? '', means: option[1] }))
}
