// Before all files, in one place, the command is built where a source is younger than the build: two files that did
// it at the same time would tread on each other.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

const changedAt = (path) =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))))
    : statSync(path).mtimeMs

function buildWhereOld() {
  const start = join(ROOT, 'dist', 'start.cjs')
  const sources = ['src', 'protocols', 'bin/build.mjs'].map((path) => changedAt(join(ROOT, path)))
  if (existsSync(start) && Math.max(...sources) <= changedAt(start)) return
  execFileSync(process.execPath, [join(ROOT, 'bin', 'build.mjs')], { stdio: 'inherit' })
}

/** @param {import('vitest/node').TestProject} project */
export default function setup(project) {
  // The breaks of the laws start no command; each of them would build anew.
  if (process.env.TESTS_WITHOUT_BUILD !== undefined) return
  buildWhereOld()
  project.onTestsRerun(buildWhereOld)
}
