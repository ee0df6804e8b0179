import { describe, expect, it } from 'vitest'
import type { Sport } from '../../src/intake/activity.ts'
import { sportIn } from '../../src/intake/csv-sports.ts'

const WORDS: Readonly<Record<Sport, string>> = {
  run: `Run, Running, Trail Run, Trail Running, Track Running, Ultra Run, Street Running, trail_running, running
    Lauf, Laufen, Trail-Lauf, Trailrunning, Traillauf, Laufen auf der Bahn, Bahnlauf, Ultralauf
    Course à pied, Course, Trail, Course à pied sur piste, Course en sentier, Course à pied urbaine
    Carrera, Trail running, Carrera en pista, Carrera de montaña, Carrera por montaña, Correr
    Corrida, Corrida em trilha, Corrida em pista, Corrida de trail
    Corsa, Corsa su sentiero, Trail running, Corsa in pista, Corsa campestre
    Hardloopsessie, Hardlopen, Trailrunnen, Trailloop, Hardlopen op baan
    Løb, Løbetur, Trailløb, Terrænløb, Baneløb
    Löpning, Löprunda, Löptur, Terränglöpning, Traillöpning, Banlöpning
    Løping, Løpetur, Terrengløp, Terrengløping, Baneløping
    Bieganie, Bieg, Bieganie w terenie, Bieg trailowy, Bieganie na bieżni lekkoatletycznej
    Futás, Terepfutás, Pályafutás`,
  'treadmill-run': `Treadmill Running, Virtual Run, Indoor Running, treadmill_running, VirtualRun
    Laufbandtraining, Laufband, Virtueller Lauf, Virtuelles Laufen, Indoor-Laufen
    Course à pied sur tapis roulant, Course à pied sur tapis, Course virtuelle, Course à pied en salle
    Carrera en cinta, Carrera en interior, Carrera virtual
    Corrida em esteira, Corrida na passadeira, Corrida virtual
    Corsa su tapis roulant, Corsa virtuale, Tapis roulant, Corsa indoor
    Loopband, Hardlopen op loopband, Virtuele hardloopsessie
    Løbebånd, Virtuelt løb, Løb på løbebånd, Löpband, Löpning på löpband, Virtuell löprunda
    Tredemølle, Løping på tredemølle, Virtuell løpetur
    Bieżnia, Bieganie na bieżni, Bieg wirtualny, Futópad, Futás futópadon, Virtuális futás`,
  bike: `Ride, Cycling, Virtual Ride, E-Bike Ride, Mountain Biking, Indoor Cycling, Gravel Ride, road_biking
    Radfahrt, Radfahren, Rennradfahren, Mountainbiken, Virtuelle Radfahrt, Indoor Cycling
    Vélo, Cyclisme, VTT, Sortie vélo, Cyclisme sur route, Vélo d'intérieur
    Ciclismo, Bicicleta, Ciclismo en carretera, Bicicleta de montaña, Pedalada, Ciclismo de estrada
    Uscita in bicicletta, Mountain bike, Fietsrit, Fietsen, Virtuele fietsrit, Wielrennen
    Cykling, Cykeltur, Cykla, Sykling, Sykkeltur, Jazda na rowerze, Jazda rowerem, Rower, Kolarstwo, Kerékpározás`,
  swim: `Swim, Pool Swimming, Open Water Swimming, lap_swimming, Schwimmen, Schwimmbadschwimmen
    Freiwasserschwimmen, Natation, Nat. piscine, En piscine, Natación, Natación en piscina, Natação, Nuoto
    Nuoto in piscina, Zwemmen, Baantjes zwemmen, Svømning, Simning, Svømming, Bassengsvømming, Pływanie
    Pływanie na basenie, Úszás`,
  walk: `Walk, Walking, Hike, Hiking, Gehen, Spaziergang, Spazieren gehen, Wanderung, Wandern, Marche
    Marche à pied, Randonnée, Caminata, Caminar, Senderismo, Caminhada, Camminata, Escursione, Wandeling
    Wandelen, Gåtur, Vandretur, Vandring, Promenad, Gange, Fottur, Chodzenie, Spacer, Wędrówka, Séta
    Gyaloglás, Túrázás, Túra, Gyalogtúra, Chód, Randonnée pédestre, Walking on a treadmill`,
  strength: `Weight Training, Strength Training, strength_training, Krafttraining, Gewichtstraining, Musculation
    Entrenamiento con pesas, Entrenamiento de fuerza, Musculação, Treino de força, Allenamento con pesi
    Allenamento di forza, Krachttraining, Styrketræning, Styrketräning, Styrkelyft, Styrketrening
    Trening siłowy, Erőedzés, Erősítés, Súlyzós edzés`,
  'water-run': 'Aqua Jogging, Aquajogging, Deep Water Running',
  other: `Yoga, Workout, Rowing, Nordic Ski, Alpine Ski, Inline Skate, Ice Skate, Wheelchair, Triathlon, Golf
    Langlauf, Skilanglauf, Eislaufen, Inlineskaten, Schlittschuhlaufen, Ski de fond, Esquí de fondo
    Sci di fondo, Langlaufen, Langrend, Langrenn, Rulleskøjteløb, Skøjteløb, Längdskidåkning, Rulleskøyter
    Narciarstwo biegowe, Bieg narciarski, Sífutás, Korcsolyázás, Schaatsen, Patinaje, Training, Entraînement
    Rudern, Rudermaschine, Motorcycling, Sonstige, Autre, Pilates, Cardio, Elliptical, Multisport`,
}
const listed = Object.entries(WORDS).flatMap(([sport, words]) =>
  words.split(/,|\n/).map((word) => [word.trim(), sport] as const),
)

describe('the sport of a row', () => {
  it.each(listed)('%s is %s', (word, sport) => {
    expect(sportIn(word)).toBe(sport)
  })
})
