import { isThere } from '../store/files.ts'
import { logPath } from '../store/paths.ts'
import { longName } from './call-faults.ts'
import { EVERYWHERE } from './command.ts'
import { home } from './commands/home.ts'
import type { Host } from './host.ts'

/** No command, on a terminal, and a log to show: anything else is for help. */
export function wantsHome({ argv, env, home: folder, platform, stdout }: Host): boolean {
  const isBare = argv.every((word, index) => index > 0 || word.startsWith('-'))
  if (!isBare || !stdout.isTTY || argv.some((word) => ELSEWHERE.includes(word))) return false
  const flag = argv[argv.indexOf('--log') + 1]
  return isThere(logPath({ env, home: folder, platform }, argv.includes('--log') ? flag : undefined).file)
}

/** What `itb` alone does not answer, though it needs no command to be said. */
const ELSEWHERE: readonly string[] = ['-h', '--help', '-V', '--version', '--json']

/** True for a line of nothing but flags of the page of today: it asks for that page, or for help. */
export function isBare(argv: readonly string[]): boolean {
  const [word = '', ...rest] = argv
  if (argv.length === 0) return true
  if (!word.startsWith('-') || ELSEWHERE.includes(word)) return false
  const [name, value] = word.split('=')
  const option = [...(home.options ?? []), ...EVERYWHERE].find((each) => longName(each) === name)
  if (option === undefined) return false
  const takesNext = option[0].includes('<') && value === undefined
  return isBare(takesNext ? rest.slice(1) : rest)
}
