import { isAbsolute, join } from 'node:path'

/** What decides where files are looked for. */
export interface Places {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly platform: string
}

/** A path and who chose it, for `itb check --verbose`. */
export interface Chosen {
  readonly file: string
  readonly by: 'flag' | 'environment' | 'default'
}

/** Where the log is: what the flag says, else ITB_LOG, else the user's data folder. */
export function logPath(places: Places, flag: string | undefined): Chosen {
  if (flag !== undefined) return { file: flag, by: 'flag' }
  const named = places.env['ITB_LOG']
  if (named !== undefined && named !== '') return { file: named, by: 'environment' }
  const folder = userFolder(places, 'XDG_DATA_HOME', ['.local', 'share'])
  return { file: join(folder.file, 'log.json'), by: folder.by }
}

/** Where the runner's own protocols are. */
export function ownProtocols(places: Places): Chosen {
  const folder = userFolder(places, 'XDG_CONFIG_HOME', ['.config'])
  return { file: join(folder.file, 'protocols'), by: folder.by }
}

/** The XDG specification wants a relative value ignored: it would mean another folder in every folder. */
function userFolder({ env, home, platform }: Places, variable: string, usual: readonly string[]): Chosen {
  const named = env[variable]
  if (named !== undefined && isAbsolute(named)) return { file: join(named, 'itb'), by: 'environment' }
  const roaming = env['APPDATA']
  if (platform === 'win32' && roaming !== undefined && roaming !== '') {
    return { file: join(roaming, 'itb'), by: 'default' }
  }
  return { file: join(home, ...usual, 'itb'), by: 'default' }
}
