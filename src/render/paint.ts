/** What a stretch of text means to the reader; the shell decides which colour that is, if any. */
export interface Paint {
  readonly heading: (text: string) => string
  readonly strong: (text: string) => string
  readonly muted: (text: string) => string
  readonly caution: (text: string) => string
  readonly stop: (text: string) => string
  readonly good: (text: string) => string
}

const same = (text: string): string => text

/** No colour at all: every text must be understood this way too. */
export const plainPaint: Paint = {
  heading: same,
  strong: same,
  muted: same,
  caution: same,
  stop: same,
  good: same,
}
