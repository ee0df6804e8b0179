import { readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { didYouMean } from '../base/spelling.ts'
import { isThere, readText } from './files.ts'

/** Where protocols are: the runner's own, those that came with itb, and those as they were compiled. */
export interface Shelves {
  readonly own: string
  readonly shipped: string
  readonly compiled: string
}

/** A protocol that can be named. */
export interface Listed {
  readonly name: string
  readonly file: string
  readonly isShipped: boolean
}

/** A protocol's text; `compiled` is what its reader made of the very same text when itb was built. */
export interface ProtocolText {
  readonly file: string
  readonly text: string
  readonly compiled: unknown
}

/** Every protocol at hand; one of the runner's own stands before a shipped one of the same name. */
export function listProtocols({ own, shipped }: Shelves): readonly Listed[] {
  const all = [...inFolder(own, false), ...inFolder(shipped, true)]
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index)
}

const isYaml = (file: string): boolean => ['.yaml', '.yml'].includes(extname(file))

const stem = (file: string): string => basename(file, extname(file))

function inFolder(folder: string, isShipped: boolean): Listed[] {
  const files = isThere(folder) ? readdirSync(folder).filter(isYaml).sort() : []
  return files.map((file) => ({ name: stem(file), file: join(folder, file), isShipped }))
}

/** Reads a protocol by its name or from a file; `beside` is a file whose neighbours are known by name too. */
export function findProtocol(named: string, shelves: Shelves, beside?: string): Result<ProtocolText> {
  if (isYaml(named) || /[\\/]/.test(named)) return open(named, shelves)
  const near = beside === undefined ? [] : inFolder(dirname(beside), false)
  const found = [...near, ...listProtocols(shelves)].find(({ name }) => name === named)
  return found === undefined ? fail(unknownProtocol(named, shelves)) : open(found.file, shelves)
}

function unknownProtocol(named: string, shelves: Shelves): Problem {
  const names = listProtocols(shelves).map(({ name }) => name)
  return {
    code: 'unknown-protocol',
    message: `no protocol is called "${named}"`,
    hint: `${didYouMean(named, names)}At hand: ${names.join(', ')}. Your own ones belong in ${shelves.own}`,
  }
}

function open(file: string, { compiled }: Shelves): Result<ProtocolText> {
  const read = readText(file)
  if (!read.ok) return read
  return succeed({
    file,
    text: read.value,
    compiled: compiledOf(join(compiled, `${stem(file)}.json`), read.value),
  })
}

/** Undefined where the text is not the one that was compiled: whoever edits a shipped file is heard. */
function compiledOf(file: string, text: string): unknown {
  if (!isThere(file)) return undefined
  const from: { readonly text: unknown; readonly protocol: unknown } = JSON.parse(textOrNothing(file))
  return from.text === text ? from.protocol : undefined
}

function textOrNothing(file: string): string {
  const read = readText(file)
  return read.ok ? read.value : '{}'
}
