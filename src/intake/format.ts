/** What the bytes of a file are: one of the formats, a table of one of the services, or something packed. */
export type Content = 'fit' | 'gpx' | 'tcx' | 'csv' | 'zip' | 'gzip'

const GZIP = [0x1f, 0x8b]
const ZIP = [0x50, 0x4b]
const UTF_16_LITTLE = [0xff, 0xfe]
const UTF_16_BIG = [0xfe, 0xff]
const FIT_MARK = '.FIT'
const FIT_MARK_AT = 8

/** Comments and a stylesheet may stand before the root, but never more than this. */
const OPENING_BYTES = 65_536
/** What may stand before the root of XML, by how it begins and ends. */
const BEFORE_ROOT = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const
const LONGEST_NAME = 256
const ROOT = /^<(?:[\w.-]+:)?([\w.-]+)/
const TABLE = /^[^\n]*[,;\t]/

/** Tells a format by what is in the file and never by its name; undefined where it is none that is read. */
export function contentOf(bytes: Uint8Array): Content | undefined {
  if (startsWith(bytes, GZIP)) return 'gzip'
  if (startsWith(bytes, ZIP)) return 'zip'
  if (latin(bytes.subarray(FIT_MARK_AT, FIT_MARK_AT + FIT_MARK.length)) === FIT_MARK) return 'fit'
  return contentOfText(openingOf(bytes))
}

/** The text of a file in UTF-8 or, with its mark at the start, UTF-16; without the mark itself. */
export function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, UTF_16_LITTLE)) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, UTF_16_BIG)) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

const openingOf = (bytes: Uint8Array): string => textOf(bytes.subarray(0, OPENING_BYTES))

function contentOfText(text: string): Content | undefined {
  if (text.includes('\0')) return undefined
  const begin = text.trimStart()
  if (!begin.startsWith('<')) return TABLE.test(begin) ? 'csv' : undefined
  const root = ROOT.exec(withoutProlog(begin))?.[1]?.toLowerCase()
  return root === 'gpx' ? 'gpx' : root === 'trainingcenterdatabase' ? 'tcx' : undefined
}

/** One pass and no pattern over the whole: a file made to stall a pattern must not stall the reading. */
function withoutProlog(text: string): string {
  let rest = text
  for (;;) {
    const [, usual] = BEFORE_ROOT.find(([begin]) => rest.startsWith(begin)) ?? []
    // A document type may define things between brackets; the reader of the format will refuse it by name.
    const end = usual === '>' && /^<![^>]*\[/.test(rest.slice(0, LONGEST_NAME)) ? ']>' : usual
    const at = end === undefined ? -1 : rest.indexOf(end)
    if (end === undefined || at < 0) return rest
    rest = rest.slice(at + end.length).trimStart()
  }
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
