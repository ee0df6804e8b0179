/** A log in which every field of every entry type stands once. */
export const FULL_LOG = `{
  "format": "itb-log", "version": 1, "uid": "k3v9q2", "revision": 3, "updated": "2026-03-10T19:02:11Z",
  "runner": {
    "protocol": "itbs-rehab", "units": "km", "weekStart": "monday", "timeZone": "Europe/Berlin",
    "side": "right", "baselineWeeklyDistanceMeters": 40000, "easyPaceSecondsPerKm": 360, 
    "goalWeeklyDistanceMeters": 50000, "baselineLongestMeters": 14000,
    "availableDays": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    "startTimes": { "monday": "07:00", "sunday": "09:30" },
    "cadenceSpm": 164, "equipment": ["band", "box"],
    "milestones": { "first-distance": "2026-06-01", "first-hills": "dropped" }
  },
  "entries": [
    { "id": "7f3k2a", "type": "run", "date": "2026-03-01", "logged": "2026-03-01", "start": "07:10",
      "instant": "2026-03-01T06:10:00Z",
      "distanceMeters": 5200, "durationSeconds": 1870, "runningMeters": 4600, "runningSeconds": 1500,
      "rpe": 3, "intensity": "easy", "pickups": 0, "surface": "road", "terrain": "flat", "camber": "left",
      "ascentMeters": 20, "descentMeters": 20, "cadenceSpm": 168, "shoes": "blue",
      "pain": { "site": "outer-knee", "side": "right", "before": 0, "during": 4, "after": 2, "nextMorning": 1,
        "onsetMeters": 3500, "trend": "worsened", "lastingHours": 3 },
      "limp": false, "swelling": false, "analgesic": false, "attested": false,
      "source": "fit", "partial": true, "corrected": ["start", "distanceMeters"], "guessed": ["running", "terrain"],
      "session": "2026-03-01-run@k3v9q2", "note": "",
      "was": [ { "until": "2026-03-02", "pain": { "during": 4 }, "absent": ["shoes"] } ] },
    { "type": "flare", "date": "2026-03-01", "removed": "2026-03-20", "pain": { "during": 6, "onsetMeters": 1200 },
      "limp": true, "note": "hm" },
    { "type": "strength", "date": "2026-03-10", "start": "18:00", "rpe": 4,
      "durationSeconds": 1800, "session": "s",
      "exercises": [
        { "id": "clamshell", "sets": 2, "reps": 15, "level": "bodyweight", "effort": 4,
          "pain": 0, "side": "both" },
        { "id": "glute-bridge", "reps": [15, 15, 12] } ], "attested": true },
    { "type": "day", "date": "2026-03-10", "pain": { "site": "groin", "dailyActivities": 0, "stairs": 0, "rest": 0, "night": 1 },
      "swelling": false, "limp": false, "analgesic": false, "sleepHours": 7.5, "sleepQuality": 4, "mood": 4, "confidence": 6,
      "redFlags": ["numbness"], "habits": ["ice"] },
    { "type": "cross-training", "date": "2026-03-11", "start": "08:00", "activity": "bike",
      "distanceMeters": 20000, "durationSeconds": 2400, "rpe": 3, "pain": 0, "attested": true,
      "session": "x" },
    { "type": "mobility", "date": "2026-03-11", "start": "09:00", "items": ["roll-tfl"],
      "durationSeconds": 600, "pain": 0 },
    { "type": "clearance", "date": "2026-04-01", "until": "2026-06-01", "by": "physiotherapist",
      "tolerates": 2 },
    { "type": "limit", "date": "2026-04-01", "until": "2026-05-01", "by": "physiotherapist",
      "maxRunSeconds": 1200, "maxWeekMeters": 12000, "noHills": true,
      "substitute": { "single-leg-box-squat": "glute-bridge" },
      "was": [ { "until": "2026-04-02", "end": "2026-04-20", "noHills": false },
        { "until": "2026-04-03", "absent": ["until"] } ], "removed": "2026-04-04" },
    { "type": "acknowledgement", "date": "2026-04-12", "notice": "referral-56" },
    { "type": "absence", "date": "2026-05-01", "until": "2026-05-09", "reason": "illness" },
    { "type": "settings", "date": "2026-05-10", "protocol": "own", "units": "mi", "weekStart": "sunday",
      "timeZone": "UTC", "side": "both", "baselineWeeklyDistanceMeters": 30000, "easyPaceSecondsPerKm": 400,
      "goalWeeklyDistanceMeters": 45000, "baselineLongestMeters": 12000, "availableDays": ["monday"],
      "cadenceSpm": 170, "equipment": [], "startTimes": {} },
    { "type": "review", "date": "2026-05-10", "changed": "flat route", "felt": "calm", "adjust": "nothing" },
    { "type": "note", "date": "2026-05-11", "logged": "2026-05-12", "id": "n1", "note": "new shoes" }
  ]
}`

const RUNNER = {
  protocol: 'itbs-rehab',
  units: 'km',
  weekStart: 'monday',
  baselineWeeklyDistanceMeters: 40000,
}

/** A log document around some entries, as JSON text. */
export const logOf = (...entries: readonly object[]): string =>
  JSON.stringify(
    {
      format: 'itb-log',
      version: 1,
      runner: RUNNER,
      entries,
    },
    null,
    2,
  )
