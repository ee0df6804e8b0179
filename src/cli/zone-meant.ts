/** A zone of the machine's own list, as it was written; case does not matter to it. */
export function zoneMeant(text: string): string | undefined {
  try {
    // An offset such as +02:00 is no place: it would be wrong half of the year.
    return /^[a-z]/i.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }) ? text : undefined
  } catch {
    return undefined
  }
}
