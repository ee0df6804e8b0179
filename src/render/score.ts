const WORDS: Readonly<Record<string, string>> = {
  during: 'while running',
  before: 'before it',
  after: 'after it',
  nextMorning: 'next morning',
  onsetMeters: 'where it began',
  lastingHours: 'how long it lasted',
  analgesic: 'painkiller',
  dailyActivities: 'daily life',
  stairs: 'stairs',
  rest: 'at rest',
  night: 'at night',
}

/** A score by the name a runner knows it under: `while running`, `next morning`, `painkiller`. */
export const scoreText = (score: string): string => WORDS[score] ?? score.replaceAll('-', ' ')
