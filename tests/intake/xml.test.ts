import { describe, expect, it } from 'vitest'
import { readXml, type XmlEnd } from '../../src/intake/xml.ts'
import type { Bytes } from '../../src/intake/xml-text.ts'
import { utf8 } from '../support/made-track.ts'

interface Seen {
  readonly end: XmlEnd
  readonly texts: Readonly<Record<string, string>>
  readonly opened: readonly string[]
}

function see(bytes: Bytes): Seen {
  const texts: Record<string, string> = {}
  const opened: string[] = []
  const end = readXml(bytes, {
    open(name, attribute) {
      opened.push(attribute('id') === undefined ? name : `${name} ${attribute('id')}`)
    },
    close(name, text, parent) {
      texts[parent === undefined ? name : `${parent}/${name}`] = text
    },
  })
  return { end, texts, opened }
}

/** Piece after piece without an end in sight, and how many of them were asked for. */
function endless(begin: string, piece: string) {
  const bytes = utf8(piece.repeat(Math.ceil(65_536 / piece.length)))
  const asked = { pieces: 0 }
  function* pieces(): Generator<Uint8Array> {
    yield utf8(begin)
    for (; asked.pieces < 10_000; asked.pieces++) yield bytes
  }
  return { pieces: pieces(), asked }
}

describe('XML', () => {
  it('is told element by element, without prefixes and in lower case', () => {
    expect(see(utf8('<A Id="1"><x:B>two</x:B><c/></A>'))).toEqual({
      end: 'whole',
      texts: { 'a/b': 'two', 'a/c': '', a: '' },
      opened: ['a 1', 'b', 'c'],
    })
  })

  it('may come in pieces of any size', () => {
    const bytes = utf8('<a><b>Hügel &amp; Täler</b></a>')
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte))
    expect(see(pieces).texts['a/b']).toBe('Hügel & Täler')
    expect(see(bytes).texts['a/b']).toBe('Hügel & Täler')
  })

  it.each([
    ['a mark at its begin', utf8('\uFEFF<?xml version="1.0"?><a>é</a>')],
    ['white space before its declaration', utf8('\n   <?xml version="1.0"?><a>é</a>')],
    ['prefixes that are not declared', utf8('<a><b:c>1</b:c>é</a>')],
    ['text in CDATA', utf8('<a><![CDATA[é]]></a>')],
    [
      'eight bits a sign',
      Uint8Array.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', (sign) => sign.charCodeAt(0)),
    ],
    ['an encoding nobody knows', utf8('<?xml version="1.0" encoding="x-made-up"?><a>é</a>')],
  ])('may have %s', (_, bytes) => {
    expect(see(bytes)).toMatchObject({ end: 'whole', texts: { a: 'é' } })
  })

  it.each(['<a>&lol;</a>', '<a>Tom & Jerry</a>', '<a>&constructor;</a>'])('leaves %s as it is', (text) => {
    expect(see(utf8(text))).toMatchObject({ end: 'whole', texts: { a: text.slice(3, -4) } })
  })

  it('is not read where it defines what text stands for', () => {
    const text = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><a>&m;</a>'
    expect(see(utf8(text)).end).toBe('doctype')
  })

  it('is said to break off, and told up to there', () => {
    expect(see(utf8('<a><b>1</b><b>2'))).toEqual({
      end: 'cut-off',
      texts: { 'a/b': '1' },
      opened: ['a', 'b', 'b'],
    })
  })

  it('is said to be damaged, and told after that too', () => {
    expect(see(utf8('<a><b>1</x><c>2</c></a>'))).toMatchObject({ end: 'damaged', texts: { c: '2' } })
  })

  it('is not followed deeper than anybody writes', () => {
    const { pieces, asked } = endless('<a>', '<a>')
    expect(see(pieces).end).toBe('too-deep')
    expect(asked.pieces).toBeLessThan(3)
  })

  it.each([
    ['a comment', '<a><!--', 'x'],
    ['a name', '<a><', 'x'],
    ['attributes', '<a ', 'b="c" '],
    ['a value', '<a b="', 'x'],
    ['text', '<a>', 'x'],
    ['CDATA', '<a><![CDATA[', 'x'],
    ['an instruction', '<a><?b ', 'x'],
    ['a document type', '<!DOCTYPE a [', '<!ENTITY b "c">'],
  ])('is left where %s has no end', (_, begin, piece) => {
    const { pieces, asked } = endless(begin, piece)
    expect(see(pieces).end).toBe('damaged')
    expect(asked.pieces).toBeLessThan(20)
  })
})
