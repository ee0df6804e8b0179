/** A property of a calendar in jCal (RFC 7265): its name, its parameters, a type, and values of that type. */
export type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  ...values: readonly (string | number)[],
]

/** A part of a calendar, such as an event or the alarm in it. */
export type Component = readonly [name: string, properties: readonly Property[], parts: readonly Component[]]

/** A property that is a word or a sentence; a list gives it several values. */
export const words = (name: string, ...values: readonly string[]): Property => [name, {}, 'text', ...values]
