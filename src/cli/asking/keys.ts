import type { Ask, Key } from '../question.ts'

/** What Enter does at a question of the day: the answer can still come later. */
const LATER = 'not now'

const DIGITS: readonly Key[] = Array.from({ length: 10 }, (_, digit) => ({ key: String(digit), means: '' }))
const SCORES: readonly Key[] = [...DIGITS, { key: 'x', means: '10' }]

/** What one key says of a scale that ends at ten. */
const tenOf = (key: string | undefined): number | undefined =>
  key === undefined ? undefined : key === 'x' ? 10 : Number(key)

/** A score from 0 to 10; undefined when nothing was said. */
export const askScore = async (ask: Ask, text: string): Promise<number | undefined> =>
  tenOf(await ask({ kind: 'key', text, keys: SCORES, enter: LATER }))

/** A count from 0 to 10, where ten stands for ten and more; undefined when it is not known. */
export const askCount = async (ask: Ask, text: string): Promise<number | undefined> =>
  tenOf(
    await ask({
      kind: 'key',
      text,
      keys: [...DIGITS, { key: 'x', means: '10 or more' }],
      enter: 'not known',
    }),
  )

/** Yes or no; undefined when neither was said. */
export async function askYes(ask: Ask, text: string): Promise<boolean | undefined> {
  const keys = [
    { key: 'y', means: 'yes' },
    { key: 'n', means: 'no' },
  ]
  const said = await ask({ kind: 'key', text, keys, enter: LATER })
  return said === undefined ? undefined : said === 'y'
}

/** One of some ways, each with a key of its own; undefined when none was said. */
export async function askWay<T extends string>(
  ask: Ask,
  text: string,
  ways: Readonly<Partial<Record<T, readonly [key: string, means: string]>>>,
  enter = LATER,
): Promise<T | undefined> {
  const entries = Object.entries(ways) as [T, readonly [string, string]][]
  const keys = entries.map(([, [key, means]]) => ({ key, means }))
  const said = await ask({ kind: 'key', text, keys, enter })
  return entries.find(([, [key]]) => key === said)?.[0]
}
