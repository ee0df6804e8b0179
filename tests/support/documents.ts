import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './built.ts'

/** The text of a document of the repository. */
export const textOf = (document: string): string => readFileSync(join(ROOT, document), 'utf8')

/** What stands between fences, with the language that is named there. */
export interface Block {
  readonly language: string
  readonly lines: readonly string[]
}

/** All of them in a document, in its order. */
export const blocksIn = (document: string): Block[] =>
  [...textOf(document).matchAll(/^```(\w*)\n([\s\S]*?)\n```$/gm)].map(([, language = '', body = '']) => ({
    language,
    lines: body.split('\n'),
  }))
