import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { readActivities, type Read, type ReadOptions } from '../../intake/read.ts'
import type { Errand } from './reading.ts'

/** Reads bytes, at once or beside others. */
export interface Readers {
  readonly read: (bytes: Uint8Array, options: ReadOptions) => Promise<Read>
  readonly close: () => void
}

/** A second thread takes as long to begin as reading this much; a large file stays where its bytes are. */
const WORTH_A_THREAD = 2 * 1024 * 1024
const LARGE_FILE = 4 * 1024 * 1024
const MOST_THREADS = 3
/** One is read while the next one waits at the door. */
const WAITING = 2

/** Opens what reads the files of one import: this thread, and others once there is enough for them. */
export function openReaders(folder: string): Readers {
  const file = join(folder, 'dist', 'reading.cjs')
  const most = existsSync(file) ? Math.min(MOST_THREADS, availableParallelism() - 1) : 0
  const threads: Thread[] = []
  let seen = 0
  return {
    read: async (bytes, options) => {
      seen += bytes.length
      if (bytes.length > LARGE_FILE || seen < WORTH_A_THREAD) return readActivities(bytes, options)
      if (threads.length === 0) threads.push(...Array.from({ length: most }, () => threadOf(file)))
      const free = threads.find((thread) => thread.waiting() < WAITING)
      // What brings a thread down is read where it can be told.
      const read = await free?.read({ bytes, options }).catch(() => undefined)
      return read ?? readActivities(bytes, options)
    },
    close: () => {
      for (const thread of threads) thread.end()
    },
  }
}

interface Thread {
  readonly waiting: () => number
  readonly read: (errand: Errand) => Promise<Read>
  readonly end: () => void
}

function threadOf(file: string): Thread {
  const worker = new Worker(file)
  const open: { readonly done: (read: Read) => void; readonly failed: (error: unknown) => void }[] = []
  let isDown = false
  const fall = (error: unknown): void => {
    isDown = true
    for (const each of open.splice(0)) each.failed(error)
  }
  worker.on('message', (read: Read) => open.shift()?.done(read))
  worker.on('error', fall)
  worker.on('exit', () => fall(new Error('the thread ended')))
  return {
    waiting: () => (isDown ? Number.POSITIVE_INFINITY : open.length),
    read: (errand) =>
      new Promise((done, failed) => {
        open.push({ done, failed })
        worker.postMessage(errand)
      }),
    end: () => void worker.terminate(),
  }
}
