/**
 * The order in which the keys of a log are written, so that a change of one shows as a change of one line.
 * A test holds it against the schema.
 */
export const KEY_ORDER: readonly string[] = [
  ...['format', 'version', 'uid', 'revision', 'updated', 'runner', 'entries'],
  ...['id', 'type', 'date', 'until', 'end', 'logged', 'removed', 'start', 'instant'],
  ...['protocol', 'units', 'weekStart', 'timeZone', 'site', 'side', 'baselineWeeklyDistanceMeters'],
  ...['easyPaceSecondsPerKm', 'goalWeeklyDistanceMeters', 'baselineLongestMeters'],
  ...['availableDays', 'strengthDays', 'startTimes'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['activity', 'exercises', 'items', 'sets', 'reps', 'level', 'effort'],
  ...['distanceMeters', 'durationSeconds', 'runningMeters', 'runningSeconds', 'rpe', 'intensity', 'pickups'],
  ...['surface', 'terrain', 'camber', 'ascentMeters', 'descentMeters', 'cadenceSpm', 'equipment'],
  ...['extras', 'milestones', 'shoes'],
  ...['pain', 'before', 'during', 'after', 'nextMorning', 'onsetMeters', 'trend', 'lastingHours'],
  ...['aggravatedBy', 'kneeTracking'],
  ...['dailyActivities', 'stairs', 'rest', 'night', 'limp', 'swelling', 'analgesic'],
  ...['sleepHours', 'sleepQuality', 'mood', 'confidence', 'redFlags', 'habits'],
  ...['by', 'tolerates', 'maxRunSeconds', 'maxWeekMeters', 'noHills', 'substitute', 'reason'],
  ...['changed', 'felt', 'adjust', 'notice'],
  ...['session', 'attested', 'source', 'partial', 'corrected', 'guessed', 'note', 'absent', 'was'],
]
