import { parentPort } from 'node:worker_threads'
import { readActivities, type ReadOptions } from '../../intake/read.ts'

/** One file for a thread beside the first; answers come in the order of the questions. */
export interface Errand {
  readonly bytes: Uint8Array
  readonly options: ReadOptions
}

parentPort?.on('message', ({ bytes, options }: Errand) => {
  parentPort?.postMessage(readActivities(bytes, options))
})
