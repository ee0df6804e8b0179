import { spawn } from 'node:child_process'
import type { Host } from './host.ts'

type Machine = Pick<Host, 'env' | 'platform'>

/** Opens a file in the runner's editor, at this terminal; true when that could start and ended well. */
export function openEditor({ env, platform }: Machine, file: string): Promise<boolean> {
  const isWindows = platform === 'win32'
  const editor = env['VISUAL'] || env['EDITOR'] || (isWindows ? 'notepad' : 'vi')
  // A shell reads what is set, as git does it: it may hold arguments and quotes.
  const child = isWindows
    ? spawn(`${editor} "${file}"`, { shell: true, stdio: 'inherit' })
    : spawn('sh', ['-c', `${editor} "$@"`, editor, file], { stdio: 'inherit' })
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}
