// Loaded before a writer: at the so-manieth thing that is done to the log's folder the process is killed, or the
// disk says that it is full. A text that is cut off there is half written.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname } from 'node:path'

const { BREAKS_AT, BREAKS_BY } = process.env
const folder = dirname(process.argv[2])
const STEPS = [
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'chownSync',
  'chmodSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
]

let left = Number(BREAKS_AT)
const real = { ...fs }

function breakOff(step, [at, text]) {
  if (step === 'writeFileSync' && text !== '') real.writeFileSync(at, text.slice(0, text.length / 2))
  if (BREAKS_BY === 'kill') process.kill(process.pid, 'SIGKILL')
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: step })
}

for (const step of STEPS) {
  fs[step] = (...args) => {
    const isOurs = typeof args[0] === 'number' || String(args[0]).startsWith(folder)
    if (isOurs) left -= 1
    return isOurs && left === 0 ? breakOff(step, args) : real[step](...args)
  }
}
syncBuiltinESMExports()
process.on('exit', () => {
  if (left > 0) process.stdout.write('ran to its end')
})
