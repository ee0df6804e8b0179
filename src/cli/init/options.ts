import { WEEKDAYS } from '../../base/calendar.ts'
import { PLACES, SIDES, UNITS } from '../../log/words.ts'
import { SIGNS } from '../../rules/referral.ts'
import type { Option } from '../command.ts'
import { AGGRAVATED_BY, KNEE_TRACKS } from '../log/baseline-fields.ts'

/** Every question of `itb init` as a flag, in the order they are asked. */
export const QUESTION_OPTIONS: readonly Option[] = [
  ['--site <place>', 'where it hurts: outer-knee, front-knee ..., or none', { choices: [...PLACES, 'none'] }],
  ['--side <side>', 'left, right or both', { choices: SIDES }],
  ['--pain-since <when>', 'the day it began: mon, 2026-03-02, or 10d or 3w ago', { kind: 'date' }],
  ['--pain <0-10>', 'the worst pain while running then'],
  ['--onset <distance>', 'how far into a run it came then'],
  ...AGGRAVATED_BY.options,
  ...KNEE_TRACKS.options,
  ['--limp', 'you limped then'],
  ['--no-limp', 'you did not'],
  ['--red-flag <sign>', `a sign that needs a clinician: ${SIGNS.join(', ')}`, { many: true, choices: SIGNS }],
  ['--no-red-flags', 'none of these signs, each of them considered'],
  ['--in-scope', 'none of the next four is so'],
  ['--under-18', 'under 18 years old'],
  ['--no-under-18', '18 or older'],
  ['--pregnant', 'pregnant, or gave birth in the last months'],
  ['--no-pregnant', 'neither of the two'],
  ['--surgery', 'the leg was operated on and is not released for running'],
  ['--no-surgery', 'no such operation'],
  ['--stress-fracture', 'a bone stress injury, now or suspected'],
  ['--no-stress-fracture', 'no such injury'],
  ['--units <unit>', 'km or mi', { choices: UNITS }],
  ['--baseline <distance>', 'the running of a usual week before it hurt'],
  ['--longest <distance>', 'the longest run of such a week, such as 14km'],
  ['--force', 'take an unusual week as it was typed'],
  ['--pace <pace>', 'your easy pace, such as 6:00'],
  ['--days <days>', 'days you can run on: mon,wed,sat or tue-fri', { choices: WEEKDAYS }],
  ['--goal <distance>', 'the week you want to get to'],
  ['--cadence <steps>', 'your steps a minute'],
  [
    '--equipment <list>',
    'band,box,ankle-weight or none',
    { choices: ['band', 'box', 'ankle-weight', 'none'] },
  ],
  ['--time-zone <zone>', 'where your days are counted, such as Europe/Berlin'],
  ['--week-start <day>', 'the first day of your week', { choices: WEEKDAYS }],
]
