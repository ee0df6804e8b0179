import { join } from 'node:path'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import { renderJson } from '../../render/json.ts'
import { wrap } from '../../render/wrap.ts'
import { isThere, writeText } from '../../store/files.ts'
import { ownProtocols } from '../../store/paths.ts'
import { findProtocol, listProtocols, type Listed } from '../../store/protocols.ts'
import { answer, DRY_RUN, OUTPUT, usage, type Answer, type Command, type Flags } from '../command.ts'
import { DOCUMENTS } from '../documents/names.ts'
import type { Host } from '../host.ts'
import { asksJson } from '../plan-format.ts'
import { DEFAULT_PROTOCOL, readFound, shelvesOf, readProgramme } from '../read-programme.ts'

const list: Command = {
  name: 'list',
  summary: 'the protocols at hand',
  examples: [
    ['itb protocol list', 'their names and titles'],
    ['itb protocol list --json', 'the same for a script'],
  ],
  run: async ({ host, flags }) => {
    const all = await Promise.all(listProtocols(shelvesOf(host)).map((listed) => described(host, listed)))
    if (flags.json === true)
      return succeed(answer(renderJson({ format: 'itb-protocols', version: 1, protocols: all })))
    return succeed(answer(tableOf(all, host.stdout.columns ?? 80)))
  },
}

type Described = Awaited<ReturnType<typeof described>>

function tableOf(all: readonly Described[], columns: number): string {
  const margin = Math.max(...all.map(({ name }) => name.length)) + 2
  const lines = all.flatMap(({ name, title, isShipped }) =>
    wrap(`${title}${isShipped ? '' : ' (your own)'}`, columns - margin).map(
      (line, index) => `${(index === 0 ? name : '').padEnd(margin)}${line}\n`,
    ),
  )
  return lines.join('')
}

async function described(host: Host, { name, file, isShipped }: Listed) {
  const found = findProtocol(name, shelvesOf(host))
  const protocol = found.ok ? await readFound(found.value) : found
  return {
    name,
    title: protocol.ok ? protocol.value.title : `cannot be read: itb check ${file}`,
    file,
    isShipped,
  }
}

const show: Command = {
  name: 'show',
  summary: 'a protocol as text',
  words: [['<name>', 'the name of a protocol, or its file', { kind: 'protocol' }]],
  options: [['--handout', 'as pages for print, in the order in which a runner needs them'], OUTPUT],
  examples: [
    ['itb protocol show itbs-rehab', 'the way back, rule by rule'],
    ['itb protocol show itbs-rehab --handout -o handout.txt', 'to print, and to hand on'],
  ],
  run: async ({ host, flags, words }) => {
    const found = findProtocol(words[0] ?? '', shelvesOf(host))
    const protocol = found.ok ? await readFound(found.value) : found
    if (!protocol.ok) return protocol
    if (asksJson(flags)) return succeed(answer(renderJson(protocol.value)))
    if (flags.handout === true) {
      const { renderHandout } = await import('../../protocol/handout-print.ts')
      // A page to hand on has the warning signs, which a cycle leaves to its rehabilitation.
      const programme = await readProgramme(host, words[0] ?? '')
      return programme.ok
        ? succeed(answer(renderHandout(protocol.value, programme.value.referral)))
        : programme
    }
    const { renderProtocol } = await import('../../protocol/handout.ts')
    const isFile = flags.output !== undefined && flags.output !== '-'
    const columns = isFile ? undefined : host.stdout.columns
    return succeed(answer(renderProtocol(protocol.value, Math.min(columns ?? 80, 100))))
  },
}

const schema: Command = {
  name: 'schema',
  summary: 'the JSON Schema of a file, for editors',
  options: [['--of <document>', `one of ${DOCUMENTS.join(', ')}`, { choices: DOCUMENTS }], OUTPUT],
  examples: [
    ['itb protocol schema', 'what a protocol may hold'],
    ['itb protocol schema --of log', 'what a log may hold'],
  ],
  run: async ({ flags }) => {
    const document = DOCUMENTS.find((name) => name === (flags.of ?? 'protocol'))
    if (document === undefined) {
      const hint = `${didYouMean(flags.of ?? '', DOCUMENTS)}It can be: ${DOCUMENTS.join(', ')}.`
      return fail(usage(`there is no schema of "${flags.of}"`, hint))
    }
    const { schemaOf } = await import('../schema-of.ts')
    return succeed(answer(renderJson(schemaOf(document))))
  },
}

const create: Command = {
  name: 'new',
  summary: 'a commented copy of the rehabilitation, to make your own of',
  words: [['<name>', 'what to call it: lower case with hyphens']],
  options: [['-o, --output <file>', 'where to put it; - is stdout'], DRY_RUN],
  examples: [
    ['itb protocol new my-return', 'beside your other protocols'],
    ['itb protocol new my-return -o my-return.yaml', 'into this folder'],
  ],
  run: async ({ host, flags, words }) => {
    const name = words[0] ?? ''
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
      return fail(
        usage(`"${name}" is no name for a protocol`, 'It is written in lower case with hyphens: my-return.'),
      )
    }
    const found = findProtocol(DEFAULT_PROTOCOL, shelvesOf(host))
    if (!found.ok) return found
    const { starterProtocol } = await import('../../protocol/starter.ts')
    const file = flags.output ?? join(ownProtocols(host).file, `${name}.yaml`)
    const text = starterProtocol(found.value.text, name)
    if (file === '-') return flags.json === true ? fail(NO_DOCUMENT) : succeed(answer(text))
    const written = saved(file, text, flags)
    if (!written.ok || flags.json !== true) return written
    const copied = await described(host, { name: DEFAULT_PROTOCOL, file, isShipped: false })
    const protocols = [{ ...copied, name }]
    // -o names the protocol: what is said of it goes to stdout all the same.
    host.stdout.write(renderJson({ format: 'itb-protocols', version: 1, protocols }))
    return succeed(answer(''))
  },
}

const NO_DOCUMENT = usage('--json and -o - both want stdout', 'Name a file: -o my-return.yaml')

function saved(file: string, text: string, { dryRun }: Flags): Result<Answer> {
  if (isThere(file)) return fail({ ...fileExists, place: { file, line: 1, column: 1, text: '' } })
  if (dryRun === true) return succeed(answer('', { note: `nothing was written; it would be ${file}` }))
  const written = writeText(file, text)
  return written.ok ? succeed(answer('', { note: `saved to ${file}` })) : written
}

const fileExists = {
  code: 'file-exists',
  message: 'this file is there already',
  hint: 'Choose another name, or move it away first.',
}

/** `itb protocol`: what protocols there are, what they say, and how to write one. */
export const protocol: Command = {
  name: 'protocol',
  summary: 'protocols: list, show, schema, new',
  examples: [
    ['itb protocol list', 'what there is'],
    ['itb protocol show itbs-rehab', 'what it says'],
  ],
  commands: [list, show, schema, create],
}
