import { isCalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem } from '../../base/problem.ts'
import { renderJson } from '../../render/json.ts'
import { reportedProblems } from '../../render/problems.ts'
import type { Checked } from '../check-all.ts'
import { notToday } from '../read-inputs.ts'
import { answer, LOG, PROTOCOL, TODAY, type Command } from '../command.ts'

/** `itb check`: what is wrong with protocols and logs; silent when nothing is. */
export const check: Command = {
  name: 'check',
  summary: 'check the log and protocols, and run the examples of their rules',
  words: [['[file...]', 'protocols and logs; without any the log and its protocol', { kind: 'file' }]],
  options: [['--verbose', 'tell what was checked and where its path came from'], LOG, PROTOCOL, TODAY],
  examples: [
    ['itb check', 'silent when the log and its protocol are well'],
    ['itb check --verbose', 'what was checked'],
  ],
  run: async ({ host, flags, words }) => {
    if (flags.today !== undefined && !isCalendarDate(flags.today)) return fail(notToday(flags.today))
    const { checkAll } = await import('../check-all.ts')
    const checked = await checkAll(host, flags, words)
    const problems = checked.flatMap((each) => each.problems)
    const exitCode =
      problems.length === 0 ? 0 : problems.some(({ code }) => UNREADABLE.includes(code)) ? 2 : 1
    if (flags.json === true) return succeed(answer(documentOf(checked, problems), { exitCode }))
    return succeed(answer(flags.verbose === true ? checked.map(lineOf).join('') : '', { exitCode, problems }))
  },
}

/** Problems not of what stands in a file, but of getting at it. */
const UNREADABLE = ['file-missing', 'is-directory', 'no-permission', 'not-utf8', 'disk', 'usage']

const NAMED_BY: Readonly<Record<Checked['by'], string>> = {
  flag: 'named on the command line',
  environment: 'by the environment',
  default: 'the default',
  log: 'named in the log',
  partner: 'the partner of the protocol before it',
}

const lineOf = ({ what, file, by, problems }: Checked): string =>
  `${what} ${file} (${NAMED_BY[by]}): ${problems.length === 0 ? 'well' : `${problems.length} to look at`}\n`

const documentOf = (checked: readonly Checked[], problems: readonly Problem[]): string =>
  renderJson({
    format: 'itb-check',
    version: 1,
    checked: checked.map(({ what, file, by }) => ({ what, file, by })),
    problems: reportedProblems(problems),
  })
