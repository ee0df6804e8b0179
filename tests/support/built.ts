import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the package. */
export const ROOT = join(import.meta.dirname, '..', '..')

const changedAt = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))))
    : statSync(path).mtimeMs

/** The command as it is published, built anew where a source is younger than the build. */
export function builtCommand(): string {
  const start = join(ROOT, 'dist', 'start.cjs')
  const sources = ['src', 'protocols', 'bin/build.mjs'].map((path) => changedAt(join(ROOT, path)))
  if (!existsSync(start) || Math.max(...sources) > changedAt(start)) {
    execFileSync(process.execPath, [join(ROOT, 'bin', 'build.mjs')], { stdio: 'inherit' })
  }
  return join(ROOT, 'bin', 'itb.js')
}
