import type { Sport } from './activity.ts'
import { anyOf, plain } from './csv-plain.ts'
import { sportCalled } from './sport.ts'

/** Skiing and skating are runs by name in half the languages: they are sorted out before the runs are. */
const GLIDING = anyOf(String.raw`
  \bski|esqui|\bsci\b|narc|sifut|langlauf|langrend|langrenn|langd(skid|ak)|patin|pattin|korcsoly
  schlittschuh|eislauf|rollschuh|inline|skat(e|ing|en)|skoj|skoyt|schaats|rullesk`)
/** On wheels, of several sports, or with a motor. */
const NEITHER = anyOf(`
  wheelchair|rollstuhl|fauteuil|silla de|cadeira de|carrozzin|rolstoel|korestol|rullstol|wozek
  triat|tri ?athl|duat|motor|motoc`)
const IN_WATER = anyOf(`
  aqua ?(jog|lauf|run)|acqua ?(jog|corsa)|wasserlauf`)
const WALKING = anyOf(String.raw`
  gehen|gang\b|gange\b|marche|randonnee|caminh?a|senderis|andar|^trilha|camminat|escursion|passeggi|wandel
  wander|promenad|vandr|gatur|fottur|fodtur|chodz|spacer|wedrowk|piesz|\bseta|gyalog|turaz|\btura\b|\bchod\b`)
const CYCLING = anyOf(String.raw`
  rad(fahr|tour|sport|training)|fahrrad|rennrad|bike|cycl|cicl|velo\b|\bvtt\b|fiets|wielren|cykel|cykl
  sykkel|sykl|\brower(ze|em|ow|owa|owy)?\b|kolarst|kerekpar|bicikl|bringa|bici|pedal`)
const SWIMMING = anyOf(String.raw`
  schwimm|natac|natat|\bnat\b|nuoto|piscin|zwem|svomning|svomm|simning|simtur|plywa|uszas`)
const STRENGTH = anyOf(String.raw`
  kraft|gewicht|musculat|musculac|renforcement|fuerza|pesas|forca|\bpesi\b|forza|kracht|styrk|silow|sulyz
  eronlet|eroedz|erosit`)
/** A treadmill that names no run: the machine is the run. */
const TREADMILL = anyOf(`
  laufband|tapis (de course|roulant)|loopband|lopband|lobeband|tredemoll|biezn(?!.*lekkoatl)|futopad`)
const RUNNING = anyOf(String.raw`
  lauf|\bjogg|\bcourse\b|\btrail|carrera|correr|corrid|corsa|hardlo|trailloop|loopsessie|\blob|lob\b
  \blop|lop\b|loping|lopning|bieg|futas`)
const INDOORS = anyOf(String.raw`
  tapis|\bcinta|esteira|passadeira|virtu|wirtual|indoor|interieur|interior|salle|binnen|indendors|innendors
  inomhus|pomieszcz|wewnatrz|belteri|ambiente (interno|fechado)`)

/** No sport has a longer name; a cell that goes on is something else, and slow to look through. */
const LONGEST = 100

/** The sport of a table's row by the service's word for it, in the languages of the services. */
export function sportIn(cell: string): Sport {
  if (cell.length > LONGEST) return 'other'
  const words = plain(cell)
  if (words === '' || GLIDING.test(words) || NEITHER.test(words)) return 'other'
  if (IN_WATER.test(words)) return 'water-run'
  const english = sportCalled(cell)
  if (english !== 'other') return english
  if (WALKING.test(words)) return 'walk'
  if (CYCLING.test(words)) return 'bike'
  if (SWIMMING.test(words)) return 'swim'
  if (STRENGTH.test(words)) return 'strength'
  if (TREADMILL.test(words)) return 'treadmill-run'
  if (RUNNING.test(words)) return INDOORS.test(words) ? 'treadmill-run' : 'run'
  return 'other'
}
