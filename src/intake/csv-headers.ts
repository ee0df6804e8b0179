import { anyOf, plain } from './csv-plain.ts'

/** What a column of a table tells, as far as it is read. */
type Told =
  | 'type'
  | 'date'
  | 'utcDate'
  | 'localDate'
  | 'distance'
  | 'time'
  | 'moving'
  | 'elapsed'
  | 'speed'
  | 'ascent'
  | 'descent'

/** Where what is read stands, by column, each in the order of the file; empty where a file lacks it. */
export type Columns = Readonly<Record<Told | 'cadence' | 'stride', readonly number[]>>

/**
 * The services' own words, one language after the other: English, German, French, Spanish, Portuguese,
 * Italian, Dutch, Danish, Swedish, Norwegian, Polish, Hungarian; without accents, as they are compared.
 */
const WORDS: Readonly<Record<Told, string>> = {
  type: `
    activity type|type|sport type|sport|aktivitatstyp|aktivitatsart|art der aktivitat|type d activite|
    type de l activite|tipo de actividad|tipo de atividade|tipo da atividade|tipo di attivita|
    tipo attivita|tipo dell attivita|activiteittype|activiteitstype|activiteitentype|type activiteit|
    soort activiteit|aktivitetstype|type aktivitet|aktivitetstyp|typ av aktivitet|typ aktywnosci|
    rodzaj aktywnosci|tevekenysegtipus|tevekenyseg tipusa|tevekenyseg tipus|edzestipus|edzes tipusa`,
  date: `
    activity date|date|start time|aktivitatsdatum|datum der aktivitat|datum|date de l activite|
    date d activite|fecha de la actividad|fecha de actividad|fecha|data da atividade|data de atividade|
    data|data dell attivita|data attivita|data di attivita|datum van activiteit|activiteitsdatum|
    activiteitdatum|dato|aktivitetsdato|dato for aktivitet|aktivitetsdatum|datum for aktivitet|
    data aktywnosci|tevekenyseg datuma|tevekenyseg idopontja|edzes datuma`,
  utcDate: 'start date',
  localDate: 'start date local',
  distance: `
    distance|distanz|strecke|distancia|distanza|afstand|distans|stracka|distanse|dystans|odleglosc|
    tavolsag|tav`,
  time: `
    time|duration|zeit|dauer|duree|temps|tiempo|tiempo total|duracion|tempo|tempo total|duracao|durata|
    tijd|duur|tid|varighed|varighet|czas|czas trwania|ido|idotartam`,
  moving: `
    moving time|zeit in bewegung|bewegungszeit|bewegte zeit|temps de deplacement|duree de deplacement|
    temps en mouvement|tiempo en movimiento|tiempo de movimiento|tempo em movimento|tempo de movimento|
    tempo de movimentacao|tempo in movimento|tempo di movimento|beweegtijd|tijd bewogen|bewegingstijd|
    tijd in beweging|tid i bevaegelse|bevaegelsestid|tid i rorelse|rorelsetid|tid i bevegelse|
    bevegelsestid|czas ruchu|czas w ruchu|mozgasido|mozgasi ido|mozgasban toltott ido|
    mozgassal toltott ido`,
  elapsed: `
    elapsed time|verstrichene zeit|temps ecoule|duree ecoulee|tiempo transcurrido|tempo decorrido|
    tempo transcorrido|tempo trascorso|verstreken tijd|medgaet tid|forlobet tid|medgaaet tid|medgatt tid|
    medgaatt tid|medgat tid|forfluten tid|forlopt tid|forbrukt tid|forlopen tid|czas ktory uplynal|
    uplyniety czas|czas uplyniety|uplynelo czasu|calkowity czas|eltelt ido`,
  speed: `
    average speed|durchschnittliche geschwindigkeit|vitesse moyenne|velocidad media|velocidad promedio|
    velocidade media|velocita media|gemiddelde snelheid|gennemsnitshastighed|gennemsnitlig hastighed|
    medelhastighet|genomsnittlig hastighet|gjennomsnittshastighet|gjennomsnittlig hastighet|
    snitthastighet|srednia predkosc|predkosc srednia|atlagsebesseg|atlagos sebesseg`,
  ascent: `
    elevation gain|total ascent|total elevation gain|hohenzunahme|anstieg gesamt|gesamtanstieg|
    hohenmeter|positiver hohenunterschied|elev gain|denivele positif|ascension totale|montee totale|
    desnivel positivo|ascenso total|ganancia de elevacion|ganho de elevacao|subida total|
    aumento de elevacao|ascesa totale|aumento di quota|dislivello|dislivello positivo|guadagno di quota|
    hoogteverschil|stijging|totale stijging|hoogtewinst|totale klim|hojdeforogelse|samlet stigning|
    total stigning|stigning totalt|hojdestigning|hojdokning|total hojdokning|hojdmeter|stigning|
    hoydeokning|hoydestigning|calkowity wznios|wznios calkowity|suma wzniosow|suma podejsc|przewyzszenie|
    wznios|emelkedes|teljes emelkedes|osszes emelkedes|szintemelkedes`,
  descent: `
    elevation loss|total descent|hohenverlust|hohenunterschied|abstieg gesamt|gesamtabstieg|
    negativer hohenunterschied|elev loss|denivele negatif|descente totale|desnivel negativo|
    descenso total|perdida de elevacion|perda de elevacao|descida total|discesa totale|perdita di quota|
    dislivello negativo|hoogteverlies|daling|totale daling|hojdereduktion|samlet fald|total nedstigning|
    hojdetab|hojdforlust|totalt fall|hoydetap|calkowity spadek|spadek calkowity|suma spadkow|spadek|
    ereszkedes|teljes ereszkedes|osszes sullyedes|szintcsokkenes`,
}
const FIELDS: readonly (readonly [field: Told, words: ReadonlySet<string>])[] = Object.entries(WORDS).map(
  ([field, words]) => [field as Told, new Set(words.split('|').map((word) => word.trim()))],
)

/** These have too many names to list, so they are told by a word; what is read there is checked instead. */
const CADENCE = anyOf(`
  cadenc|cadans|cadenz|kadens|kadenc|kadenz|schrittfrequenz|trittfrequenz|frekvens for l|rytm bieg
  futoutem|lepesfrek`)
const STRIDE = anyOf(`
  stride length|schrittlange|foulee|zancada|passada|lunghezza.*passo|staplengte|paslengte|skridtlaengde
  skrittlengde|steglangd|dlugosc.*kroku|lepeshossz`)
const NOT_AVERAGE = /max|hochst|beste|best |hoogste|hojeste|hogsta|legjobb|najlep/

/** With the HTML that Strava puts around some, no header is longer. */
const LONGEST = 400
const UNIT = / (km|mi|miles|m|meters|metres)$/

/** A header without the unit that some programs put in brackets behind it. */
const bare = (header: string): string => header.replace(UNIT, '')

/** The unit a header itself names, as of `Distance (km)`; undefined where it names none. */
export const unitIn = (header: string): string | undefined => UNIT.exec(plain(header))?.[1]

/** Finds the columns by the words above them, in whichever language they are. */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => plain(name.slice(0, LONGEST)))
  const where = (fits: (name: string) => boolean): number[] =>
    names.flatMap((name, index) => (fits(name) ? [index] : []))
  const found = FIELDS.map(([field, words]) => [
    field,
    where((name) => words.has(name) || words.has(bare(name))),
  ])
  return {
    ...(Object.fromEntries(found) as Record<Told, number[]>),
    cadence: where((name) => CADENCE.test(name) && !NOT_AVERAGE.test(name)),
    stride: where((name) => STRIDE.test(name) && !NOT_AVERAGE.test(name)),
  }
}

/** Whether the first column counts activities by a number, as Strava's does and Garmin's does not. */
export const beginsWithId = (header: readonly string[]): boolean =>
  /(^| )(id|ids|identyfikator|identifiant|azonosito)( |$)|azonosito$/.test(plain(header[0] ?? ''))
