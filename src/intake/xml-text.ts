/** The bytes of a file: all of them, or piece by piece where the whole would not fit into memory. */
export type Bytes = Uint8Array | Iterable<Uint8Array>

type Decoder = InstanceType<typeof TextDecoder>

const CHUNK_BYTES = 65_536
const OPENING_BYTES = 200
const ENCODING = /^[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/
const LONGEST_ENTITY = 10
/** Text may stand for the five signs of XML and for numbered ones; all else is what it looks like. */
const NO_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi

/** The text of a file in pieces, in which nothing stands for anything that is not of XML itself. */
export function* textsOf(bytes: Bytes): Generator<string> {
  let decoder: Decoder | undefined
  let held = ''
  for (const chunk of chunksOf(bytes)) {
    const isFirst = decoder === undefined
    decoder ??= decoderFor(chunk)
    const text = held + decoder.decode(chunk, { stream: true })
    // What is begun at the end of a piece is known with the next.
    const begun = text.lastIndexOf('&')
    const isOpen = begun >= 0 && text.length - begun < LONGEST_ENTITY && !text.includes(';', begun)
    held = isOpen ? text.slice(begun) : ''
    const known = (isOpen ? text.slice(0, begun) : text).replace(NO_ENTITY, '&amp;')
    yield isFirst ? known.trimStart() : known
  }
  yield held.replace(NO_ENTITY, '&amp;')
}

function* chunksOf(bytes: Bytes): Generator<Uint8Array> {
  for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    for (let at = 0; at < piece.length; at += CHUNK_BYTES) yield piece.subarray(at, at + CHUNK_BYTES)
  }
}

/** By the mark at the start, else by what the file says of itself, else UTF-8. */
function decoderFor(opening: Uint8Array): Decoder {
  const [first, second] = opening
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be')
  const label = ENCODING.exec(String.fromCharCode(...opening.subarray(0, OPENING_BYTES)))?.[1]
  try {
    // Eight bits a sign is all that can be meant where this much could be read without a mark.
    return new TextDecoder(label === undefined || /^utf-?16/i.test(label) ? 'utf-8' : label)
  } catch {
    return new TextDecoder('utf-8')
  }
}
