import { setImmediate } from 'node:timers/promises'
import type { Host } from '../host.ts'

/** Says how far a long reading has come. */
export interface Progress {
  /** So many more files are known to be there. */
  readonly expect: (more: number) => void
  readonly step: () => Promise<void>
  readonly end: () => void
}

/** Fewer files than this are read before anybody wonders. */
const QUIET = 20
const EVERY = 10

/** Counts files on a terminal, in a line that goes away, also on Ctrl-C; in a pipe nothing is said. */
export function progressOn({ stderr, beforeInterrupt }: Pick<Host, 'stderr' | 'beforeInterrupt'>): Progress {
  let [count, total] = [0, 0]
  let shown = ''
  let stayOn: (() => void) | undefined
  const show = (text: string): void => {
    stderr.write(`\r${text.padEnd(shown.length)}`)
    shown = text
  }
  const clear = (): void => {
    if (shown === '') return
    show('')
    stderr.write('\r')
  }
  return {
    expect: (more) => {
      total += more
    },
    step: async () => {
      count += 1
      if (!stderr.isTTY || count < QUIET || count % EVERY !== 0) return
      stayOn ??= beforeInterrupt(clear)
      show(`reading: ${count} of ${total} files`)
      // Files are read without a pause: a Ctrl-C is heard in one that is made for it.
      await setImmediate()
    },
    end: () => {
      stayOn?.()
      clear()
    },
  }
}
