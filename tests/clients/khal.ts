import type { Machine } from './machine.ts'
import { linesOf } from './read-back.ts'

/** One event of a list of khal. */
export interface Listed {
  readonly uid: string
  readonly start: string
  readonly end: string
  readonly title: string
  readonly status: string
}

/** Gives a machine a khal whose one calendar, `plan`, lies in a folder of files; says where. */
export function setUpKhal({ home, write }: Machine, folder = 'calendars/plan'): string {
  write(
    '.config/khal/config',
    `[calendars]
[[plan]]
path = ${home}/${folder}
type = calendar
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = plan
[sqlite]
path = ${home}/khal.db
`,
  )
  return `${home}/${folder}`
}

const FORMAT = '{uid}|{start}|{end}|{title}|{status}'

/** What khal lists for some days, in its order. */
export const listed = ({ says }: Machine, from: string, days: number): Listed[] =>
  linesOf(says(`khal list --day-format '' --format '${FORMAT}' ${from} ${days}d`)).map((line) => {
    const [uid = '', start = '', end = '', title = '', status = ''] = line
      .split('|')
      .map((part) => part.trim())
    return { uid, start, end, title, status }
  })
