import { fail, succeed, type Result } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import type { BaselineEntry } from '../../log/schema.ts'
import { KNEE_TRACKING } from '../../log/words.ts'
import { usage, type Flags } from '../command.ts'
import { aggravatorsMeant, TRACKING_KEYS, trackingQuestion } from '../log/baseline-fields.ts'
import { gather } from '../log/gather.ts'
import type { KeyQuestion } from '../question.ts'
import type { Interviewer, Wanted } from './answers.ts'

/** What was said of the flare for later: it describes, and no plan depends on it. */
export type BaselineTold = Pick<BaselineEntry, 'aggravatedBy' | 'kneeTracking'>

/** Finds out what makes the knee worse and how it tracks; nothing of it is needed to begin. */
export async function baselineTold(
  flags: Flags,
  hurts: boolean,
  find: Interviewer,
): Promise<Result<BaselineTold>> {
  if (!hurts) return succeed({})
  const heard = gather({
    by: await find(worseWanted(flags)),
    tracking: await find(trackingWanted(flags)),
  })
  if (!heard.ok) return heard
  const { by, tracking } = heard.value
  return succeed({
    ...(by !== undefined && { aggravatedBy: by }),
    ...(tracking !== undefined && { kneeTracking: tracking }),
  })
}

const WORSE_KEYS: Readonly<Record<string, string>> = {
  h: 'hills',
  d: 'downhill',
  s: 'stairs',
  l: 'long-runs',
  c: 'camber',
  n: 'none',
}

const worseQuestion: KeyQuestion = {
  kind: 'key',
  text: 'What makes it worse most of all? More than one: itb log baseline',
  keys: [
    { key: 'h', means: 'hills' },
    { key: 'd', means: 'downhill' },
    { key: 's', means: 'stairs' },
    { key: 'l', means: 'long runs' },
    { key: 'c', means: 'a slanted road' },
    { key: 'n', means: 'none of them' },
  ],
  enter: 'leave open',
}

const worseWanted = ({ aggravatedBy }: Flags): Wanted<NonNullable<BaselineTold['aggravatedBy']>> => ({
  flag: '--aggravated-by',
  example: '--aggravated-by hills,stairs',
  given: aggravatedBy,
  ask: async (ask) => WORSE_KEYS[(await ask(worseQuestion)) ?? ''],
  read: (said) => aggravatorsMeant(said, '--aggravated-by'),
})

const trackingWanted = ({ kneeTracking }: Flags): Wanted<NonNullable<BaselineTold['kneeTracking']>> => ({
  flag: '--knee-tracking',
  example: '--knee-tracking straight',
  given: kneeTracking,
  ask: async (ask) => TRACKING_KEYS[(await ask(trackingQuestion)) ?? ''],
  read: (said) => {
    const found = KNEE_TRACKING.find((each) => each === said)
    if (found !== undefined) return succeed(found)
    const hint = `${didYouMean(said, KNEE_TRACKING)}It can be: ${KNEE_TRACKING.join(', ')}.`
    return fail(usage(`--knee-tracking cannot be "${said}"`, hint))
  },
})
