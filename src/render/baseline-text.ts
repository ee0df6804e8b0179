import { distanceText, type Units } from '../base/amount-text.ts'

/** A baseline as far as it was said; null and undefined are both "not said". */
interface Said {
  readonly site?: string | null | undefined
  readonly onsetMeters?: number | null | undefined
  readonly aggravatedBy?: readonly string[] | null | undefined
  readonly kneeTracking?: string | null | undefined
}

/** Where, from when on, on what and how the knee tracks, each undefined where it was not said. */
export function baselineParts(said: Said, units: Units): readonly (string | undefined)[] {
  const { site, onsetMeters, aggravatedBy, kneeTracking } = said
  return [
    site?.replaceAll('-', ' '),
    typeof onsetMeters === 'number' ? `begins at ${distanceText(onsetMeters, units)}` : undefined,
    aggravatedBy === undefined || aggravatedBy === null ? undefined : worseText(aggravatedBy),
    TRACKING[kneeTracking ?? ''],
  ]
}

const worseText = (by: readonly string[]): string =>
  by.length === 0 ? 'nothing found that makes it worse' : `worse with ${by.join(', ').replaceAll('-', ' ')}`

const TRACKING: Readonly<Record<string, string>> = {
  straight: 'hip and knee track straight',
  'knee-falls-in': 'the knee falls in',
  'pelvis-drops': 'the pelvis drops',
  both: 'the knee falls in and the pelvis drops',
  'not-looked-at': 'not looked at how hip and knee track',
}
