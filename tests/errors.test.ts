import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Problem } from '../src/base/problem.ts'
import { openSource } from '../src/base/source.ts'
import { diagnoseLog } from '../src/log/diagnose.ts'
import { checkExamples } from '../src/protocol/examples.ts'
import { readProtocol } from '../src/protocol/read.ts'
import { plainPaint } from '../src/render/paint.ts'
import { renderProblems } from '../src/render/problems.ts'

const at = (path: string): URL => new URL(path, import.meta.url)
const textOf = (path: string): string => readFileSync(at(path), 'utf8')

const folders = readdirSync(at('./errors')).filter((name) => statSync(at(`./errors/${name}`)).isDirectory())

/** One fault put into a protocol that is otherwise well. */
const Change = z.strictObject({ in: z.string(), find: z.string(), put: z.string() })

/** A folder with a `command.txt` is about the shell and is run by the shell's own test. */
const isAboutShell = (folder: string): boolean =>
  readdirSync(at(`./errors/${folder}`)).includes('command.txt')

function problemsOf(folder: string): readonly Problem[] {
  const files = readdirSync(at(`./errors/${folder}`))
  const log = files.find((name) => name === 'log.json')
  if (log !== undefined) return diagnoseLog(log, textOf(`./errors/${folder}/${log}`))
  if (files.includes('input.yaml')) {
    return protocolProblems('input.yaml', textOf(`./errors/${folder}/input.yaml`))
  }
  const change = Change.parse(parse(textOf(`./errors/${folder}/change.yaml`)))
  const text = textOf(`./errors/${change.in}`)
  expect(text.split(change.find).length, `"${change.find}" stands once in ${change.in}`).toBe(2)
  return protocolProblems(
    change.in,
    text.replace(change.find, () => change.put),
  )
}

function protocolProblems(file: string, text: string): readonly Problem[] {
  const read = readProtocol(file, text)
  return read.ok ? checkExamples(read.value, openSource(file, text)) : read.problems
}

const CODE = /\b(?:code|problem): '([a-z]+(?:-[a-z]+)*)'/g

/** Every problem code that is written in a folder of the source. */
function codesIn(folder: string): readonly string[] {
  const files = readdirSync(at(`../src/${folder}`), { recursive: true, encoding: 'utf8' })
  const texts = files.filter((name) => name.endsWith('.ts')).map((name) => textOf(`../src/${folder}/${name}`))
  const codes = texts.flatMap((text) => [...text.matchAll(CODE)].map(([, code = '']) => code))
  // What a schema of ours reports is `custom` to zod and has its own name beside it.
  return [...new Set(codes)].filter((code) => code !== 'custom')
}

/** What no file can bring about by itself: the test that brings it about, and the words it looks for. */
const IN_TROUBLE: Readonly<Record<string, readonly [file: string, words: string]>> = {
  disk: ['store/changes.test.ts', "code: 'disk'"],
  'log-busy': ['store/writers.test.ts', 'log-busy'],
  'no-editor': ['cli/edit.test.ts', 'the editor could not be opened'],
  'no-permission': ['store/refusing-disk.test.ts', 'no-permission'],
  'read-in-part': ['cli/import.test.ts', 'only a part of this could be read'],
  'too-many-files': ['store/archive.test.ts', 'too-many-files'],
}

const SHELL = ['cli', 'store']
const all = readdirSync(at('../src')).filter((name) => statSync(at(`../src/${name}`)).isDirectory())
const codes = [...new Set(all.filter((name) => !SHELL.includes(name)).flatMap(codesIn))]
const shellCodes = [...new Set(all.filter((name) => SHELL.includes(name)).flatMap(codesIn))]

describe('a problem', () => {
  it.each(codes)('of the kind %s has its example', (code) => expect(folders).toContain(code))

  it.each(shellCodes)('of the kind %s has its example, or a test with a machine in trouble', (code) => {
    if (folders.includes(code)) return
    const [file, words] = IN_TROUBLE[code] ?? []
    expect(textOf(`./${file}`)).toContain(words)
  })

  it.each(folders.filter((folder) => !isAboutShell(folder)))('%s is told as written down', async (folder) => {
    const problems = problemsOf(folder)
    expect(problems.map(({ code }) => code)).toContain(folder)
    // Lines move when a rule gets a number: look at what changed, then run this file with -u.
    await expect(renderProblems(problems, plainPaint)).toMatchFileSnapshot(`./errors/${folder}/expected.txt`)
  })
})

describe('the protocols of the examples', () => {
  it.each(['small-rehab.yaml', 'small-cycle.yaml'])('%s is well before anything is changed', (name) =>
    expect(protocolProblems(name, textOf(`./errors/${name}`))).toEqual([]),
  )
})
