const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const

/** `three`; from eight on in figures. */
export const countText = (count: number): string => COUNTS[count] ?? String(count)

/** `Three`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Monday, Wednesday and Friday`. */
export const listText = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
