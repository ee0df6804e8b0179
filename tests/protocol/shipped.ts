import { readFileSync } from 'node:fs'

/** The protocols that come with itb. */
export const SHIPPED = ['itbs-rehab', 'itbs-cycle'] as const

/** The text of a shipped protocol. */
export const textOf = (name: string): string =>
  readFileSync(new URL(`../../protocols/${name}.yaml`, import.meta.url), 'utf8')
