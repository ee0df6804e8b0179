/** What the climb of a run says about the ground it went over. */
type TerrainGuess = 'flat' | 'rolling' | 'hilly'

const ROLLING_METERS_PER_KM = 10
const HILLY_METERS_PER_KM = 20
/** On less than this the error of a height is more than the climb. */
const LEAST_METERS = 1000

/** Guesses the terrain of a run from its climb per kilometre; undefined where the file tells no climb. */
export function terrainBy(
  ascentMeters: number | undefined,
  distanceMeters: number,
): TerrainGuess | undefined {
  if (ascentMeters === undefined || distanceMeters < LEAST_METERS) return undefined
  const perKm = (ascentMeters * 1000) / distanceMeters
  return perKm < ROLLING_METERS_PER_KM ? 'flat' : perKm < HILLY_METERS_PER_KM ? 'rolling' : 'hilly'
}
