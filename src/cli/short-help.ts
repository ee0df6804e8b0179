import { wrap } from '../render/wrap.ts'
import type { Group } from './commands.ts'

/** What `itb` says where there is nothing to show yet: its commands on a third of a page. */
export function shortHelp(groups: readonly Group[], columns: number): string {
  const width = Math.max(...groups.map(([title]) => title.length)) + GAP
  const listed = groups.flatMap(([title, commands]) =>
    wrap(commands.map(({ name }) => name).join(', '), columns - width).map(
      (line, index) => (index === 0 ? title : '').padEnd(width) + line,
    ),
  )
  return [
    'Usage: itb [command]',
    '',
    ...wrap(ABOUT, columns),
    '',
    ...listed,
    '',
    'See a plan:  itb plan --demo',
    'Begin:       itb init',
    'All of it:   itb --help',
    '',
  ].join('\n')
}

/** What itb is, and what it is not. */
export const ABOUT = 'Plans the running weeks of somebody with iliotibial band syndrome. No medical advice.'

const GAP = 3
