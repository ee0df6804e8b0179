import type { Host } from '../host.ts'

/** Says how far a long reading has come. */
export interface Progress {
  readonly step: () => void
  readonly end: () => void
}

/** Fewer files than this are read before anybody wonders. */
const QUIET = 20
const EVERY = 10

/** Counts files on a terminal, in a line that goes away; in a pipe nothing is said. */
export function progressOn({ stderr }: Host): Progress {
  let count = 0
  let shown = ''
  const show = (text: string): void => {
    stderr.write(`\r${text.padEnd(shown.length)}`)
    shown = text
  }
  return {
    step: () => {
      count += 1
      if (stderr.isTTY && count >= QUIET && count % EVERY === 0) show(`reading: ${count} files`)
    },
    end: () => {
      if (shown === '') return
      show('')
      stderr.write('\r')
    },
  }
}
