import { SaxesParser } from 'saxes'
import { type Bytes, textsOf } from './xml-text.ts'

/** Who is told of the elements of a file as they go by; names are in lower case and without a prefix. */
export interface ElementWatch {
  /** The attribute is asked for in lower case. */
  open(name: string, attribute: (name: string) => string | undefined): void
  /** The text is what stands since the last element in it ended. */
  close(name: string, text: string, parent: string | undefined): void
}

/** How far the reading of XML came: to its end, over broken places, until it stops, or not at all. */
export type XmlEnd = 'whole' | 'damaged' | 'cut-off' | 'too-deep' | 'doctype'

/** Nothing in an activity is longer; what does not end by then is a broken file or an evil one. */
const LONGEST = 1_000_000
const LONGEST_TEXT = 1000
const DEEPEST = 64
const MOST_FAULTS = 10_000
/** Faults by which nothing of an activity is lost. */
const HARMLESS = /declaration|one root|outside of root|^disallowed character\.$|duplicate attribute|entity/

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

interface Reading {
  readonly watch: ElementWatch
  /** Set where going on makes no sense. */
  stopped: XmlEnd | undefined
  damage: 'damaged' | 'cut-off' | undefined
  faults: number
  sinceElement: number
  isAtEnd: boolean
}

/** Tells a watch of every element of a file in turn, keeping none of them; it never throws. */
export function readXml(bytes: Bytes, watch: ElementWatch): XmlEnd {
  const reading: Reading = {
    watch,
    stopped: undefined,
    damage: undefined,
    faults: 0,
    sinceElement: 0,
    isAtEnd: false,
  }
  const parser = parserFor(reading)
  for (const text of textsOf(bytes)) {
    reading.sinceElement += text.length
    parser.write(text)
    if (reading.sinceElement > LONGEST) reading.stopped ??= 'damaged'
    if (reading.stopped !== undefined) return reading.stopped
  }
  reading.isAtEnd = true
  parser.close()
  return reading.damage ?? 'whole'
}

function parserFor(reading: Reading) {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: true })
  const { opened, closed, wrote } = elementsOf(reading)
  parser.on('opentag', opened)
  parser.on('closetag', closed)
  parser.on('text', wrote)
  parser.on('cdata', wrote)
  parser.on('doctype', () => {
    reading.stopped ??= 'doctype'
  })
  parser.on('error', ({ message }) => {
    reading.faults += 1
    if (reading.faults > MOST_FAULTS) reading.stopped ??= 'damaged'
    if (!HARMLESS.test(message)) reading.damage ??= reading.isAtEnd ? 'cut-off' : 'damaged'
  })
  return parser
}

function elementsOf(reading: Reading) {
  const { watch } = reading
  const open: string[] = []
  const nameOf = namesInLowerCase()
  let text = ''
  return {
    opened({ name, attributes }: Tag): void {
      reading.sinceElement = 0
      text = ''
      if (open.length >= DEEPEST) reading.stopped ??= 'too-deep'
      if (reading.stopped !== undefined) return
      const known = nameOf(name)
      open.push(known)
      watch.open(known, (wanted) => attributes[wanted] ?? inAnyCase(attributes, wanted))
    },
    closed(): void {
      reading.sinceElement = 0
      const name = open.pop()
      if (name === undefined || reading.stopped !== undefined) return
      watch.close(name, text.trim(), open.at(-1))
      text = ''
    },
    wrote(more: string): void {
      if (text.length < LONGEST_TEXT) text += more.slice(0, LONGEST_TEXT)
    },
  }
}

/** A file has a few names over and over, and one made to have millions must not fill the memory. */
function namesInLowerCase(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const local = name.slice(name.indexOf(':') + 1).toLowerCase()
    if (known.size < LONGEST_TEXT) known.set(name, local)
    return local
  }
}

const inAnyCase = (attributes: Readonly<Record<string, string>>, wanted: string): string | undefined =>
  Object.entries(attributes).find(([name]) => name.toLowerCase() === wanted)?.[1]
