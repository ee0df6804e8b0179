import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { ROOT } from '../support/built.ts'
import { emptyFolder, itb } from '../support/fake-host.ts'

const ERRORS = join(ROOT, 'tests', 'errors')
const folders = readdirSync(ERRORS).filter((folder) => existsSync(join(ERRORS, folder, 'command.txt')))
const Change = z.strictObject({ in: z.string(), find: z.string(), put: z.string() })

/** Runs the command of a folder in a copy of it; a `change.yaml` there puts a protocol beside. */
async function runIn(folder: string) {
  const here = emptyFolder()
  cpSync(join(ERRORS, folder), here, { recursive: true })
  if (existsSync(join(here, 'change.yaml'))) {
    const change = Change.parse(parse(readFileSync(join(here, 'change.yaml'), 'utf8')))
    const text = readFileSync(join(ERRORS, change.in), 'utf8')
    writeFileSync(join(here, change.in), text.replace(change.find, change.put))
  }
  const away = process.cwd()
  process.chdir(here)
  try {
    const line = readFileSync('command.txt', 'utf8').trim()
    const home = '/home/runner'
    return {
      text: await itb(line, { home, timeZone: 'Etc/UTC' }),
      json: await itb(`${line} --json`, { home }),
    }
  } finally {
    process.chdir(away)
  }
}

it.each(folders)('the problem %s is told as written down', async (folder) => {
  const { text, json } = await runIn(folder)
  expect([text.code, text.stdout, json.code, json.stderr]).toEqual([2, '', 2, ''])
  expect(JSON.parse(json.stdout).problems[0].code).toBe(folder)
  await expect(text.stderr).toMatchFileSnapshot(join(ERRORS, folder, 'expected.txt'))
})
