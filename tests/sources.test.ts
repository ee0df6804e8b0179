import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './support/built.ts'
import { itb } from './support/fake-host.ts'

const ARTICLES = join(ROOT, '..', 'shared', 'sources')
const LONGEST_RUN = 9
const PAGES = [
  'protocol show itbs-rehab',
  'protocol show itbs-cycle',
  'protocol show itbs-rehab --handout',
  'protocol show itbs-cycle --handout',
  'today --demo --today 2026-11-17',
  'today --demo --today 2026-11-18',
  'plan --demo --today 2026-11-18',
  'why --demo --today 2026-11-18',
  'review flare --demo --today 2026-11-18',
]

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
const runsOf = (words: readonly string[]): string[] =>
  words.slice(LONGEST_RUN - 1).map((_, index) => words.slice(index, index + LONGEST_RUN).join(' '))

// The articles lie beside the repository and are no part of it.
describe.skipIf(!existsSync(ARTICLES))(
  'what was taken from the articles (skipped where ../shared/sources is not beside the repository)',
  () => {
    const files = existsSync(ARTICLES) ? readdirSync(ARTICLES) : []
    const articles = new Set(
      files.flatMap((file) => runsOf(wordsOf(readFileSync(join(ARTICLES, file), 'utf8')))),
    )

    it('is there to compare with', () => expect(articles.size).toBeGreaterThan(1000))

    it.each(PAGES)('is facts and no sentences: itb %s', async (line) => {
      const { code, stdout } = await itb(line)
      expect(code).toBe(0)
      expect(runsOf(wordsOf(stdout)).filter((run) => articles.has(run))).toEqual([])
    })

    it.each(['README.md', 'protocols/README.md', 'protocols/itbs-rehab.yaml', 'protocols/itbs-cycle.yaml'])(
      'is facts and no sentences in %s',
      (file) => {
        const words = wordsOf(readFileSync(join(ROOT, file), 'utf8'))
        expect(runsOf(words).filter((run) => articles.has(run))).toEqual([])
      },
    )
  },
)
