/** Letters that stay whole when accents are taken off. */
const WHOLE: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** A header, month or sport as it is compared: without case, accents, marks and HTML. */
export const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, ' ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øæœßłđðþı]/g, (letter) => WHOLE[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Finds any of many beginnings, words or patterns in a plain text; they are listed over several lines. */
export const anyOf = (patterns: string): RegExp => new RegExp(patterns.trim().replace(/\s*\n\s*/g, '|'))
