import {
  CADENCE,
  INTENSITIES,
  PICKUPS,
  SCORE,
  SIDES,
  PLACES,
  SURFACES,
  TERRAINS,
  TRENDS,
} from '../../log/words.ts'
import { NOTE } from '../command.ts'
import type { Field } from './field.ts'
import * as read from './readers.ts'

const SCALE = '0 none, 10 the worst there is'

/** What can be said of the pain of a run or of a flare. */
const PAIN: readonly Field[] = [
  {
    options: [['--pain <score>', `the worst while running, ${SCALE}`]],
    flag: 'pain',
    key: 'pain.during',
    read: read.score,
  },
  { options: [['--before <score>', 'before the run']], flag: 'before', key: 'pain.before', read: read.score },
  {
    options: [['--after <score>', 'the worst from the end of the run to sleep']],
    flag: 'after',
    key: 'pain.after',
    read: read.score,
  },
  {
    options: [['--morning <score>', 'on rising the next morning']],
    flag: 'morning',
    key: 'pain.nextMorning',
    read: read.score,
  },
  {
    options: [['--onset <distance>', 'where it began: 3.5km']],
    flag: 'onset',
    key: 'pain.onsetMeters',
    read: read.distanceFromNone,
  },
  {
    options: [['--trend <trend>', TRENDS.join(', '), { choices: TRENDS }]],
    flag: 'trend',
    key: 'pain.trend',
    read: read.choice(TRENDS),
  },
  {
    options: [['--lasted <time>', 'how long it was felt afterwards: 1h, 2d']],
    flag: 'lasted',
    key: 'pain.lastingHours',
    read: read.lasting,
  },
  {
    options: [
      ['--site <site>', 'where it hurt, the outer side of the knee unless said', { choices: PLACES }],
    ],
    flag: 'site',
    key: 'pain.site',
    read: read.choice(PLACES),
  },
  {
    options: [['--side <side>', SIDES.join(', '), { choices: SIDES }]],
    flag: 'side',
    key: 'pain.side',
    read: read.choice(SIDES),
  },
]

export const LIMP: Field = {
  options: [
    ['--limp', 'there was a limp'],
    ['--no-limp', 'there was none'],
  ],
  flag: 'limp',
  key: 'limp',
  read: read.yesOrNo,
}
export const SWELLING: Field = {
  options: [
    ['--swelling', 'the knee was swollen'],
    ['--no-swelling', 'it was not'],
  ],
  flag: 'swelling',
  key: 'swelling',
  read: read.yesOrNo,
}
export const PAINKILLER: Field = {
  options: [
    ['--painkiller', 'a painkiller was taken'],
    ['--no-painkiller', 'none was taken'],
  ],
  flag: 'painkiller',
  key: 'analgesic',
  read: read.yesOrNo,
}
export const EFFORT: Field = {
  options: [['--rpe <score>', 'how hard it was, 0 to 10']],
  flag: 'rpe',
  key: 'rpe',
  read: read.number(SCORE),
}
export const START: Field = {
  options: [['--start <time>', 'when it began: 07:10']],
  flag: 'start',
  key: 'start',
  read: read.clock,
}
export const REMARK: Field = { options: [NOTE], flag: 'note', key: 'note', read: read.words }

const MEASURES: readonly Field[] = [
  EFFORT,
  {
    options: [['--intensity <intensity>', INTENSITIES.join(', '), { choices: INTENSITIES }]],
    flag: 'intensity',
    key: 'intensity',
    read: read.choice(INTENSITIES),
  },
  {
    options: [['--pickups <number>', 'short accelerations in it']],
    flag: 'pickups',
    key: 'pickups',
    read: read.whole(PICKUPS),
  },
  {
    options: [['--surface <surface>', SURFACES.join(', '), { choices: SURFACES }]],
    flag: 'surface',
    key: 'surface',
    read: read.choice(SURFACES),
  },
  {
    options: [['--terrain <terrain>', TERRAINS.join(', '), { choices: TERRAINS }]],
    flag: 'terrain',
    key: 'terrain',
    read: read.choice(TERRAINS),
  },
  { options: [['--camber <words>', 'how the road leans']], flag: 'camber', key: 'camber', read: read.words },
  { options: [['--climb <height>', '120m, 400ft']], flag: 'climb', key: 'ascentMeters', read: read.height },
  {
    options: [['--descent <height>', '120m, 400ft']],
    flag: 'descent',
    key: 'descentMeters',
    read: read.height,
  },
  {
    options: [['--cadence <number>', 'steps a minute, both feet: 168']],
    flag: 'cadence',
    key: 'cadenceSpm',
    read: read.number(CADENCE),
  },
  { options: [['--shoes <words>', 'which shoes']], flag: 'shoes', key: 'shoes', read: read.words },
  START,
  {
    options: [['--running <time>', 'the running part of a run/walk: 12:00']],
    flag: 'running',
    key: 'runningSeconds',
    read: read.duration,
  },
]

/** How the knee was in a flare without a run. */
export const FLARE_SCORES: readonly Field[] = [...PAIN, LIMP, SWELLING]

/** How the knee was in a run and after it. */
export const RUN_SCORES: readonly Field[] = [...FLARE_SCORES, PAINKILLER]

/** What can be said of a run beside its distance and its time. */
export const RUN_FIELDS: readonly Field[] = [...RUN_SCORES, ...MEASURES, REMARK]
