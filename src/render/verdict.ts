import type { Verdict } from '../engine/plan.ts'
import type { Paint } from './paint.ts'

// From most to least cautious: `cautionOf` reads the order.
const WORDS: Readonly<Record<Verdict, string>> = {
  stop: 'stop',
  break: 'break from running',
  reduce: 'cut down',
  'step-back': 'one step back',
  hold: 'hold',
  progress: 'go on',
}

/** The verdict as a coach says it: `go on`, `one step back`. */
export const verdictText = (verdict: Verdict): string => WORDS[verdict]

/** 0 for the most cautious verdict; null, which merely informs, comes after all. */
export const cautionOf = (verdict: Verdict | null): number => {
  const order = Object.keys(WORDS)
  return verdict === null ? order.length : order.indexOf(verdict)
}

/** The tone a verdict is painted in. */
export function verdictTone(verdict: Verdict, paint: Paint): (text: string) => string {
  switch (verdict) {
    case 'stop':
    case 'break':
      return paint.stop
    case 'reduce':
    case 'step-back':
    case 'hold':
      return paint.caution
    case 'progress':
      return paint.good
  }
}
