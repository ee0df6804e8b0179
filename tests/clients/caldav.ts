import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Machine } from './machine.ts'

/** A CalDAV server on this machine for one runner; stopped by `stop`. */
export interface Server {
  readonly port: number
  readonly url: string
  readonly stop: () => Promise<void>
}

const STARTS_WITHIN_MILLISECONDS = 20_000
const AGAIN_AFTER_MILLISECONDS = 50

/** Starts a Radicale that keeps its calendars under the machine's home. */
export async function startRadicale({ home, write }: Machine): Promise<Server> {
  const port = await freePort()
  const config = write(
    'radicale.conf',
    `[server]
hosts = 127.0.0.1:${port}
[auth]
type = none
[rights]
type = owner_only
[storage]
filesystem_folder = ${home}/collections
`,
  )
  const child = spawn('radicale', ['--config', config], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`radicale ended with ${code}: ${said}`)))
  })
  failed.catch(() => undefined)
  await Promise.race([answering(port), failed])
  return { port, url: `http://127.0.0.1:${port}`, stop: () => stopped(child) }
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill()
  })

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

async function answering(port: number): Promise<void> {
  const until = performance.now() + STARTS_WITHIN_MILLISECONDS
  while (!(await isOpen(port))) {
    if (performance.now() > until) throw new Error('radicale does not answer')
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MILLISECONDS))
  }
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy())
  })

/** Has vdirsyncer keep a folder of files and the runner's calendar `plan` on a server alike; `sync` does it. */
export function setUpVdirsyncer({ home, write, says }: Machine, url: string, folder: string): () => void {
  write(
    '.config/vdirsyncer/config',
    `[general]
status_path = "${home}/.vdirsyncer-status"
[pair calendars]
a = "here"
b = "there"
collections = ["plan"]
conflict_resolution = "a wins"
[storage here]
type = "filesystem"
path = "${home}/${folder}"
fileext = ".ics"
[storage there]
type = "caldav"
url = "${url}/runner/"
username = "runner"
password = "x"
`,
  )
  says(`printf 'y\\ny\\ny\\n' | vdirsyncer discover calendars`)
  return () => {
    says('vdirsyncer sync')
  }
}
