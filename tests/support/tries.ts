const atLength = process.env['LAWS_WEEKS'] !== undefined

/** How often something made up at random is tried: a few times in the everyday suite, many in `npm run laws`. */
export const tries = (everyday: number, long: number): number => (atLength ? long : everyday)
