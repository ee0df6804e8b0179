import { isScalar, parseDocument, visit, type Node, type Pair, type Document } from 'yaml'

/** One number of a protocol: the way to it, its text and where the text stands. */
export interface Found {
  readonly name: string
  readonly path: readonly (string | number)[]
  readonly value: string | number
  readonly start: number
  readonly end: number
}

const QUANTITY = /^\d+(\.\d+)?(:\d\d)? ?(km|cm|m|s|min|h|d|weeks?|%|\/10|kg|\/km)$/
const PARTS = ['rules', 'exercises', 'tracks']
const NOT_NUMBERS = ['examples', 'says', 'source']

/** Every number with or without a unit that a protocol decides by, in the order of the file. */
export function numbersIn(text: string): readonly Found[] {
  const document = parseDocument(text)
  const found: Found[] = []
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (key === 'key' || !isNumber(node.value)) return
      const path = pathOf([...ancestors, node])
      if (!PARTS.includes(String(path[0])) || path.some((part) => NOT_NUMBERS.includes(String(part)))) return
      const [start = 0, end = 0] = node.range ?? []
      found.push({ name: nameOf(document, path), path, value: node.value, start, end })
    },
  })
  return found
}

const isNumber = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && QUANTITY.test(value))

function pathOf(nodes: readonly (Document | Node | Pair)[]): (string | number)[] {
  return nodes.flatMap((node, index): readonly (string | number)[] => {
    const parent = nodes[index - 1]
    if (parent === undefined) return []
    if ('key' in node && isScalar(node.key)) return [String(node.key.value)]
    return 'items' in parent && Array.isArray(parent.items) && !('key' in node)
      ? [parent.items.indexOf(node as never)]
      : []
  })
}

/** `rules.acute.mild.peak`: items by their ids, which say more than their places. */
const nameOf = (document: Document, path: readonly (string | number)[]): string =>
  path.map((part, index) => document.getIn([...path.slice(0, index + 1), 'id']) ?? part).join('.')
