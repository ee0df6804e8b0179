import { ACTIVITIES, FIVE, PLACES, RED_FLAGS, SCORE, TOLERATED } from '../../log/words.ts'
import type { Entry } from '../../log/schema.ts'
import { AGGRAVATED_BY, KNEE_TRACKS } from './baseline-fields.ts'
import { lastDay, substitutions } from './clinic-readers.ts'
import type { Field } from './field.ts'
import * as read from './readers.ts'
import {
  EFFORT,
  FLARE_SCORES,
  LIMP,
  PAINKILLER,
  REMARK,
  RUN_FIELDS,
  RUN_SCORES,
  START,
  SWELLING,
} from './run-fields.ts'

const field = (
  option: Field['options'][0],
  flag: Field['flag'],
  key: string,
  reader: Field['read'],
): Field => ({
  options: [option],
  flag,
  key,
  read: reader,
})

const DISTANCE = field(
  ['--distance <distance>', 'how far: 5.2km'],
  'distance',
  'distanceMeters',
  read.distance,
)
const DURATION = field(['--duration <time>', 'how long: 31:10'], 'duration', 'durationSeconds', read.duration)
const PAIN = field(['--pain <score>', 'the worst during it, 0 to 10'], 'pain', 'pain', read.score)

/** What can be said of a day. */
const DAY_FIELDS: readonly Field[] = [
  field(['--daily <score>', 'walking about, 0 to 10'], 'daily', 'pain.dailyActivities', read.score),
  field(['--stairs <score>', 'on stairs, 0 to 10'], 'stairs', 'pain.stairs', read.score),
  field(['--rest <score>', 'sitting and lying, 0 to 10'], 'rest', 'pain.rest', read.score),
  field(['--night <score>', 'in bed at night, 0 to 10'], 'night', 'pain.night', read.score),
  field(
    [
      '--site <site>',
      'where these scores were felt, the outer side of the knee unless said',
      { choices: PLACES },
    ],
    'site',
    'pain.site',
    read.choice(PLACES),
  ),
  LIMP,
  SWELLING,
  PAINKILLER,
  field(['--sleep <hours>', 'last night: 6.5'], 'sleep', 'sleepHours', read.sleep),
  field(['--sleep-quality <score>', '1 bad to 5 good'], 'sleepQuality', 'sleepQuality', read.whole(FIVE)),
  field(['--mood <score>', '1 bad to 5 good'], 'mood', 'mood', read.whole(FIVE)),
  field(['--confidence <score>', 'in the knee, 0 to 10'], 'confidence', 'confidence', read.number(SCORE)),
  field(
    ['--habit <words>', 'a habit kept; may be given again', { many: true }],
    'habit',
    'habits',
    read.manyWords,
  ),
  field(
    ['--red-flag <sign>', `${RED_FLAGS.join(', ')}; may be given again`, { many: true, choices: RED_FLAGS }],
    'redFlag',
    'redFlags',
    read.choices(RED_FLAGS),
  ),
  field(
    ['--no-red-flags', 'all of these signs were asked for and none is there'],
    'redFlags',
    'redFlags',
    read.denied([]),
  ),
  REMARK,
]

const CLEARANCE_FIELDS: readonly Field[] = [
  field(['--by <whom>', 'who said so: physiotherapist'], 'by', 'by', read.words),
  field(
    ['--tolerates <score>', 'a steady pain up to this one need not hold the weeks, 1 or 2; with --until'],
    'tolerates',
    'tolerates',
    read.whole(TOLERATED),
  ),
  field(
    ['--until <date>', 'the last day on which it is tolerated', { kind: 'date' }],
    'until',
    'until',
    lastDay,
  ),
  REMARK,
]

const LIMIT_FIELDS: readonly Field[] = [
  field(['--by <whom>', 'who said so: physiotherapist'], 'by', 'by', read.words),
  field(['--until <date>', 'the last day it holds', { kind: 'date' }], 'until', 'until', lastDay),
  field(['--max-run <time>', 'the longest run: 20min'], 'maxRun', 'maxRunSeconds', read.duration),
  field(['--max-week <distance>', 'the most of a week: 12km'], 'maxWeek', 'maxWeekMeters', read.distance),
  field(['--no-hills', 'flat ground only'], 'hills', 'noHills', read.denied(true)),
  field(
    [
      '--substitute <exercise=exercise>',
      'one for another; may be given again',
      { many: true, kind: 'exercise' },
    ],
    'substitute',
    'substitute',
    substitutions,
  ),
  REMARK,
]

/** How a flare began; the list ends with `none` where nothing makes it worse. */
const BASELINE_FIELDS: readonly Field[] = [
  field(['--site <place>', PLACES.join(', '), { choices: PLACES }], 'site', 'site', read.choice(PLACES)),
  field(
    ['--onset <distance>', 'how far into a run it begins'],
    'onset',
    'onsetMeters',
    read.distanceFromNone,
  ),
  AGGRAVATED_BY,
  KNEE_TRACKS,
  REMARK,
]

/** Nothing can be said of any entry. */
const EMPTY: Readonly<Record<Entry['type'], readonly Field[]>> = {
  run: [],
  strength: [],
  day: [],
  'cross-training': [],
  mobility: [],
  flare: [],
  clearance: [],
  limit: [],
  absence: [],
  settings: [],
  review: [],
  baseline: [],
  acknowledgement: [],
  note: [],
}

/** What the flags can say of an entry when it is made. */
export const FIELDS: typeof EMPTY = {
  run: RUN_FIELDS,
  strength: [EFFORT, START, DURATION, REMARK],
  day: DAY_FIELDS,
  'cross-training': [PAIN, EFFORT, DISTANCE, START, REMARK],
  mobility: [PAIN, START, DURATION, REMARK],
  flare: [...FLARE_SCORES, REMARK],
  clearance: CLEARANCE_FIELDS,
  limit: LIMIT_FIELDS,
  absence: [
    field(['--until <date>', 'the last day of it', { kind: 'date' }], 'until', 'until', lastDay),
    field(['--reason <words>', 'illness, holiday'], 'reason', 'reason', read.words),
    REMARK,
  ],
  settings: [REMARK],
  review: [
    field(['--changed <words>', 'what was different this week'], 'changed', 'changed', read.words),
    field(['--felt <words>', 'how it felt'], 'felt', 'felt', read.words),
    field(['--adjust <words>', 'what to do otherwise'], 'adjust', 'adjust', read.words),
    REMARK,
  ],
  baseline: BASELINE_FIELDS,
  acknowledgement: [REMARK],
  note: [REMARK],
}

/** What can be scored of an entry that is there; of a strength session its exercises. */
export const SCORES: typeof FIELDS = {
  ...EMPTY,
  run: [...RUN_SCORES, EFFORT],
  flare: FLARE_SCORES,
  strength: [EFFORT],
  'cross-training': [PAIN, EFFORT],
  mobility: [PAIN],
}

/** What can be changed of an entry by flags: all the above, and what was said in words. */
export const CHANGEABLE: typeof FIELDS = {
  ...FIELDS,
  run: [DISTANCE, DURATION, ...FIELDS.run],
  'cross-training': [DURATION, ...FIELDS['cross-training']],
}

/** What was trained, as a word after `cross-training`. */
export const activity = read.choice(ACTIVITIES)
