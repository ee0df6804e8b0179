import { sampleLog } from './sample-log.ts'

const measures = { distanceMeters: 5200, durationSeconds: 1870 }

/** Entries of every kind in the days before Wednesday, 18 March 2026, one of them taken out again. */
export const BUSY = [
  { type: 'flare', date: '2025-12-30', pain: { during: 6, onsetMeters: 1200 }, limp: true },
  { type: 'clearance', date: '2026-01-10', by: 'physiotherapist' },
  { type: 'limit', date: '2026-01-10', until: '2026-02-10', by: 'physiotherapist', maxWeekMeters: 12_000 },
  { type: 'absence', date: '2026-02-01', until: '2026-02-03', reason: 'illness' },
  { id: 'gone11', type: 'run', date: '2026-03-09', removed: '2026-03-10', ...measures },
  {
    id: 'early1',
    type: 'run',
    date: '2026-03-10',
    start: '07:10',
    ...measures,
    pain: { during: 0, after: 0, nextMorning: 1 },
    was: [{ until: '2026-03-12', pain: { during: 0, after: 0 }, note: 'so slow' }],
    note: 'rain all the way',
  },
  {
    type: 'strength',
    date: '2026-03-11',
    exercises: [{ id: 'clamshell', sets: 2, pain: 2 }, { id: 'glute-bridge' }],
  },
  { type: 'day', date: '2026-03-11', pain: { dailyActivities: 0, stairs: 1 }, redFlags: [], sleepHours: 7.5 },
  { type: 'mobility', date: '2026-03-11', items: ['roll-tfl', 'stretch-pigeon'], pain: 0 },
  { type: 'cross-training', date: '2026-03-12', activity: 'bike', durationSeconds: 2400, pain: 0 },
  {
    type: 'settings',
    date: '2026-03-14',
    goalWeeklyDistanceMeters: 45_000,
    availableDays: ['monday', 'saturday'],
  },
  { type: 'review', date: '2026-03-15', changed: 'flat route', felt: 'calm' },
  { type: 'note', date: '2026-03-15', note: 'new shoes' },
  { type: 'acknowledgement', date: '2026-03-16', notice: 'referral-56' },
  { id: 'plan11', type: 'run', date: '2026-03-17', ...measures, attested: true },
] as const

/** A log with all of them, as text. */
export const busyLog = (): string => sampleLog({ entries: BUSY })
