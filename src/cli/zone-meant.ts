/** A zone as the machine's own list spells it; case does not matter. */
export function zoneMeant(text: string): string | undefined {
  try {
    // An offset such as +02:00 is no place: it would be wrong half of the year.
    if (!/^[a-z]/i.test(text)) return undefined
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions()
    // An older name of a place stands for a newer one, and is what its runner wrote.
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text
  } catch {
    return undefined
  }
}
