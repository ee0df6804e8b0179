const FORM_FEED = '\f'
/** Sixty lines with the foot fit on A4 and on letter paper in the type a printer takes for plain text. */
const BODY = 58

/** Lines as pages for a printer: what belongs together stays together, and each page ends with its number. */
export function inPages(lines: readonly string[], name: string, width: number): string {
  const pages = blocksOf(lines).reduce<string[][]>((all, block) => {
    const page = all.at(-1)
    if (page === undefined || page.length + 1 + block.length > BODY) return [...all, ...cut(block)]
    page.push('', ...block)
    return all
  }, [])
  return pages
    .map((page, index) => {
      const foot = `${name}, page ${index + 1} of ${pages.length}`
      const rest = Array.from({ length: BODY - page.length + 1 }, () => '')
      return [...page, ...rest, foot.padStart(width)].join('\n')
    })
    .join(`\n${FORM_FEED}`)
    .concat('\n')
}

/** A block longer than a page goes on on the next one. */
const cut = (block: readonly string[]): string[][] =>
  block.length <= BODY ? [[...block]] : [block.slice(0, BODY), ...cut(block.slice(BODY))]

/** What stands between blank lines; a title is one with what comes after it. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks = lines.reduce<string[][]>(
    (all, line) => {
      if (line === '') return all.at(-1)?.length === 0 ? all : [...all, []]
      all.at(-1)?.push(line)
      return all
    },
    [[]],
  )
  return blocks
    .filter((block) => block.length > 0)
    .reduce<string[][]>((all, block) => {
      const before = all.at(-1)
      if (before === undefined || !isTitle(before)) return [...all, block]
      before.push('', ...block)
      return all
    }, [])
}

const isTitle = (block: readonly string[]): boolean => /^(-+|=+)$/.test(block.at(-1) ?? '')
