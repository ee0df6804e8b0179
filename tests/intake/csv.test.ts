import { describe, expect, it } from 'vitest'
import type { Units } from '../../src/base/amount-text.ts'
import { readCsv } from '../../src/intake/csv-activities.ts'

const read = (text: string, units?: Units) => readCsv(new TextEncoder().encode(text), { units })
const told = (text: string, units?: Units) =>
  read(text, units).activities.map(({ sport, distanceMeters, timerSeconds, elapsedSeconds }) => [
    sport,
    distanceMeters,
    timerSeconds,
    elapsedSeconds,
  ])
const codes = (text: string, units?: Units) => read(text, units).problems.map(({ code }) => code)

// id, date, type, elapsed, distance, moving, climb, as the twelve languages have them; a date and a run in each.
const STRAVA = `
en|Activity ID|Activity Date|Activity Type|Elapsed Time|Distance|Moving Time|Elevation Gain|Jul 21, 2026, 3:09:27 PM|Run|5.61
de|Aktivitäts-ID|Aktivitätsdatum|Aktivitätsart|Verstrichene Zeit|Distanz|Bewegungszeit|Höhenzunahme|21.07.2026, 15:09:27|Lauf|5,61
fr|ID de l'activité|Date de l'activité|Type d'activité|Temps écoulé|Distance|Durée de déplacement|Dénivelé positif|21 juil. 2026, 15:09:27|Course à pied|5,61
es|ID de actividad|Fecha de la actividad|Tipo de actividad|Tiempo transcurrido|Distancia|Tiempo en movimiento|Desnivel positivo|21 jul 2026, 3:09:27 p.m.|Carrera|5,61
pt|ID da atividade|Data da atividade|Tipo de atividade|Tempo decorrido|Distância|Tempo em movimento|Ganho de elevação|21 de jul. de 2026, 15:09:27|Corrida|5,61
it|ID attività|Data dell'attività|Tipo di attività|Tempo trascorso|Distanza|Tempo in movimento|Dislivello|21 lug 2026, 15:09:27|Corsa|5,61
nl|Activiteits-ID|Datum van activiteit|Activiteitstype|Verstreken tijd|Afstand|Beweegtijd|Hoogteverschil|21 jul. 2026 15:09:27|Hardloopsessie|5,61
da|Aktivitets-id|Aktivitetsdato|Aktivitetstype|Forløbet tid|Distance|Tid i bevægelse|Højdeforøgelse|21. jul. 2026 15.09.27|Løb|5,61
sv|Aktivitets-ID|Aktivitetsdatum|Aktivitetstyp|Förfluten tid|Distans|Tid i rörelse|Höjdökning|21 juli 2026 15:09:27|Löpning|5,61
nb|Aktivitets-ID|Aktivitetsdato|Aktivitetstype|Medgått tid|Distanse|Tid i bevegelse|Stigning|21. juli 2026, 15:09:27|Løpetur|5,61
pl|Identyfikator aktywności|Data aktywności|Typ aktywności|Upłynięty czas|Dystans|Czas w ruchu|Przewyższenie|21 lip 2026, 15:09:27|Bieg|5,61
hu|Tevékenységazonosító|Tevékenység dátuma|Tevékenységtípus|Eltelt idő|Távolság|Mozgásidő|Szintemelkedés|2026. júl. 21. 15:09:27|Futás|5,61
fi|Xyzid|Päivä|Laji|Kulunut|Matka|Liikkeessä|Nousu|21.07.2026, 15:09:27|Run|5,61`
const stravaTables = STRAVA.trim()
  .split('\n')
  .map((line) => line.split('|'))
  .map(([language = '', id, date, type, elapsed, distance, moving, climb, day, run, km]) => ({
    language,
    text:
      `"${id}","${date}",Name,"${type}",About,"${elapsed}","${distance}",Gear,"${elapsed}","${moving}","${distance}",Max,` +
      `Average,"${climb}",Loss,End\n` +
      `1,"${day}",a,${run},"two\nlines",1835,"${km}",,1835.0,1790.0,5614.2,,,12.5,,\n`,
  }))

// type, date, distance, time, moving, elapsed, climb, and a run.
const GARMIN = `
en|Activity Type|Date|Distance|Time|Moving Time|Elapsed Time|Total Ascent|Running
de|Aktivitätstyp|Datum|Distanz|Zeit|Zeit in Bewegung|Verstrichene Zeit|Anstieg gesamt|Laufen
fr|Type d'activité|Date|Distance|Durée|Temps de déplacement|Temps écoulé|Ascension totale|Course à pied
es|Tipo de actividad|Fecha|Distancia|Tiempo|Tiempo en movimiento|Tiempo transcurrido|Ascenso total|Carrera
pt|Tipo de atividade|Data|Distância|Tempo total|Tempo em movimento|Tempo transcorrido|Subida total|Corrida
it|Tipo di attività|Data|Distanza|Tempo|Tempo in movimento|Tempo trascorso|Ascesa totale|Corsa
nl|Activiteittype|Datum|Afstand|Tijd|Tijd bewogen|Verstreken tijd|Totale stijging|Hardlopen
da|Aktivitetstype|Dato|Distance|Tid|Tid i bevægelse|Medgået tid|Højdeforøgelse|Løb
sv|Aktivitetstyp|Datum|Distans|Tid|Tid i rörelse|Förfluten tid|Total stigning|Löpning
nb|Aktivitetstype|Dato|Distanse|Tid|Tid i bevegelse|Medgått tid|Total stigning|Løping
pl|Typ aktywności|Data|Dystans|Czas|Czas ruchu|Upłynęło czasu|Całkowity wznios|Bieganie
hu|Tevékenység típusa|Dátum|Távolság|Idő|Mozgásidő|Eltelt idő|Teljes emelkedés|Futás`
const garminTables = GARMIN.trim()
  .split('\n')
  .map((line) => line.split('|'))
  .map(([language = '', type, date, distance, time, moving, elapsed, climb, run]) => ({
    language,
    text:
      `${type},${date},F,T,${distance},Calories,${time},${moving},${elapsed},${climb}\n` +
      `${run},2026-07-21 15:09:27,false,"a ""b""",5.61,"1,020",00:30:10,00:29:50,00:30:35,"1,020"\n`,
  }))

describe("Strava's table", () => {
  it.each(stravaTables)('is read in $language, in metres and UTC', ({ text }) => {
    const { activities, problems } = read(text)
    expect(problems).toEqual([])
    expect(activities).toMatchObject([
      {
        sport: 'run',
        began: { utc: '2026-07-21T15:09:27Z', local: undefined },
        distanceMeters: 5614.2,
        elapsedSeconds: 1835,
        timerSeconds: 1790,
        ascentMeters: 12.5,
        format: 'strava-csv',
      },
    ])
  })

  it('is read with a mark at its start, other ends of lines, and HTML for a header', () => {
    const text = (stravaTables[0]?.text ?? '')
      .replace('"Activity Type"', '"<span class=""none"" title=""x"">Activity  type</span>"')
      .replaceAll('\n', '\r\n')
    expect(told(`\ufeff${text}`)).toEqual([['run', 5614.2, 1790, 1835]])
  })

  it('is read with semicolons, as spreadsheets save it', () => {
    const text = 'sep=;\nActivity ID;Activity Date;Activity Type;Elapsed Time;Distance;Moving Time;Distance\n'
    const row = '1;2026-07-21 15:09:27;Run;1835;5,61;1790;5614.2\n'
    expect(told(text + row)).toEqual([['run', 5614.2, 1790, 1835]])
  })

  it('of a runner who reads miles has metres in its second distance, and tells the first by it', () => {
    const text = `Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Moving Time,Distance
1,"Jul 21, 2026, 3:09:27 PM",Run,1835,3.49,1790,5614.2
2,"Jul 22, 2026, 3:09:27 PM",Run,1835,10.00,1790,\n`
    expect(told(text)).toEqual([
      ['run', 5614.2, 1790, 1835],
      ['run', 16_093.44, 1790, 1835],
    ])
  })

  it('without metres asks for the unit, and takes it', () => {
    const text = `Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance
1,"2 Jan 2024, 07:05:09",a,Run,,1810,5.61
2,"3 Jan 2024, 07:05:09",a,Run,,3000,10.00\n`
    expect(read(text)).toMatchObject({ activities: [], problems: [{ code: 'unknown-units' }] })
    expect(told(text, 'km').map(([, meters]) => meters)).toEqual([5610, 10_000])
    expect(told(text, 'mi').map(([, meters]) => Math.round(Number(meters)))).toEqual([9028, 16_093])
  })

  it('without metres needs no asking where speed and time tell them', () => {
    const text = `Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Moving Time,Average Speed
1,"Jul 21, 2026, 3:09:27 PM",Run,1835,5.61,1790,3.13\n`
    expect(told(text)).toEqual([['run', 5610, 1790, 1835]])
  })

  it('of 2019 is told by its rows in a language that is not known', () => {
    const text = `Ident,Pvm,Nimi,Laji,Kuvaus,Kesto,Matka,Tiedosto
900000001,"21.07.2026, 15:09:27",a,Run,,1810,"5,61",activities/1.gpx\n`
    expect(codes(text)).toEqual(['unknown-units'])
    expect(told(text, 'km')).toEqual([['run', 5610, undefined, 1810]])
  })

  it('does not take a mark for thousands or parts where nothing in it tells', () => {
    const text = `Activity ID,Activity Date,Activity Type,Elapsed Time,Distance
1,2026-07-21 15:09:27,Run,1835,"5,614"
2,2026-07-22 15:09:27,Run,1835,6\n`
    expect(told(text, 'km')).toEqual([['run', 6000, undefined, 1835]])
    expect(codes(text, 'km')).toEqual(['unreadable-row'])
  })

  it('of 2018 has names in lower case and metres', () => {
    const text = `id,date,name,type,description,elapsed_time,distance,commute,gear,filename
1,2018-09-12 15:02:23,a,Run,,783,3681.0,,,\n`
    expect(read(text).activities[0]).toMatchObject({
      began: { utc: '2018-09-12T15:02:23Z' },
      distanceMeters: 3681,
      elapsedSeconds: 783,
      timerSeconds: undefined,
    })
  })

  it('of its interface has a local clock, whatever the letter behind it says', () => {
    const text = `id,name,start_date_local,type,distance,moving_time,elapsed_time,total_elevation_gain
1,a,2026-08-16T00:30:46Z,Run,6035.0,1992,2978,61.0\n`
    expect(read(text).activities[0]?.began).toEqual({
      utc: undefined,
      local: { date: '2026-08-16', clock: '00:30' },
    })
  })

  it('counts one foot of a runner, and no pedals', () => {
    const text = `Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Moving Time,Distance,Max Cadence,Average Cadence
1,2026-07-21 15:09:27,Run,1835,5.61,1790,5614.2,99.0,84.5
2,2026-07-21 16:09:27,Ride,1835,5.61,1790,5614.2,99.0,84.5\n`
    expect(read(text).activities.map(({ cadenceSpm }) => cadenceSpm)).toEqual([169, undefined])
  })
})

describe("Garmin's table", () => {
  it.each(garminTables)('is read in $language, on a local clock', ({ text }) => {
    const { activities, problems } = read(text, 'km')
    expect(problems).toEqual([])
    expect(activities).toMatchObject([
      {
        sport: 'run',
        began: { utc: undefined, local: { date: '2026-07-21', clock: '15:09' } },
        distanceMeters: 5610,
        elapsedSeconds: 1835,
        timerSeconds: 1810,
        ascentMeters: 1020,
        format: 'garmin-csv',
      },
    ])
  })

  it('is told by its shape in a language that is not known', () => {
    const text = `Laji,Pvm,Suosikki,Nimi,Matka,Kalorit,Aika
running,2026-07-21 15:09:27,false,a,"5,61",400,00:30:10\n`
    expect(told(text, 'km')).toEqual([['run', 5610, 1810, undefined]])
  })

  it('names no unit, so it is asked for as soon as there is a run with a distance', () => {
    const head = 'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Total Ascent\n'
    const ride = 'Cycling,2026-07-20 15:09:27,false,a,10.07,900,01:00:10,100\n'
    const run = 'Running,2026-07-21 15:09:27,false,a,5.61,400,00:30:10,100\n'
    expect(read(head + ride + run)).toMatchObject({ activities: [], problems: [{ code: 'unknown-units' }] })
    expect(told(head + ride)).toEqual([['bike', undefined, 3610, undefined]])
    expect(told(head + run, 'mi').map(([, meters]) => Math.round(Number(meters)))).toEqual([9028])
    expect(read(head + run, 'mi').activities[0]?.ascentMeters).toBeCloseTo(30.48)
  })

  it.each([
    ['kilometres', '4.01', 4010],
    ['miles', '2.49', 4007],
  ])('tells %s by the steps and their length', (_, distance, meters) => {
    const text = `Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,Cadência bicicleta média,Comprimento médio da passada
Corrida,2026-07-10 17:55:15,false,a,"${distance}","296","00:44:17","116","0.77"\n`
    expect(read(text).activities[0]?.distanceMeters).toBeCloseTo(meters, -1)
    expect(read(text).activities[0]?.cadenceSpm).toBe(116)
  })

  it('takes its marks from the numbers that can be read in one way only', () => {
    const text = `Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Kalorier,Tid
Løping,2026-07-01 18:23:45,false,a,"5,02","412","00:28:15"
Bassengsvømming,2026-06-28 08:10:00,false,b,"1.500","350","00:41:00"\n`
    expect(told(text, 'km').map(([, meters]) => meters)).toEqual([5020, 1500])
  })

  it('has metres for runs on a track, which nobody could run as kilometres', () => {
    const text = `Activity Type,Date,Favorite,Title,Distance,Calories,Time
Track Running,2026-07-01 18:23:45,false,a,"8,400","412","00:45:00"
Track Running,2026-07-02 18:23:45,false,a,"400","12","00:01:30"
Running,2026-07-03 18:23:45,false,a,"5.02","412","00:28:15"\n`
    for (const units of ['km', 'mi'] as const)
      expect(told(text, units).map(([, meters]) => Math.round(Number(meters)))).toEqual([
        8400,
        400,
        units === 'km' ? 5020 : 8079,
      ])
  })

  it('leaves open what it does not say', () => {
    const text = `Activity Type,Date,Favorite,Title,Distance,Calories,Time,Total Ascent
Treadmill Running,2026-07-01 18:23:45,false,a,"0.00","--","--","--"\n`
    expect(read(text).activities).toMatchObject([
      { sport: 'treadmill-run', distanceMeters: undefined, timerSeconds: undefined, ascentMeters: undefined },
    ])
  })

  it('is read where a spreadsheet saved it without UTF-8', () => {
    const bytes = Uint8Array.from(garminTables[1]?.text.replace('a ""b""', 'äöüß') ?? '', (letter) =>
      letter.charCodeAt(0),
    )
    expect(readCsv(bytes, { units: 'km' }).activities).toMatchObject([{ sport: 'run', elapsedSeconds: 1835 }])
  })
})

describe('a table with faults', () => {
  const HEAD =
    'Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Moving Time,Distance,Description\n'
  const row = (day: number, description = ''): string =>
    `${day},2026-07-${day} 15:09:27,Run,1835,5.61,1790,5614.2,${description}\n`

  it('names the rows it cannot read by their lines, and reads the others', () => {
    const text = `${HEAD}${row(11)}12,soon,Run,1,2,3,4,\n13,2026\n${row(14)}`
    expect(read(text).problems).toEqual([
      {
        code: 'unreadable-row',
        message:
          '2 rows of the table could not be read: line 3 (no date that can be read), line 4 (too many or too few cells)',
        hint: 'All other rows are read. Mend these lines, or export the table again.',
      },
    ])
    expect(told(text)).toHaveLength(2)
  })

  it('loses one row to a quote that nobody closes', () => {
    const text = HEAD + row(11) + row(12, '"open') + row(13) + row(14, '"well, so"') + row(15)
    expect(told(text)).toHaveLength(4)
    expect(read(text).problems[0]?.message).toContain('line 3')
  })

  it('loses no row to a quote that another cell closes', () => {
    const text = HEAD + row(11, '"open') + row(12) + row(13, '"well" so') + row(14)
    expect(told(text)).toHaveLength(3)
    expect(read(text).problems[0]?.message).toContain('1 row of the table could not be read: line 2')
  })

  it('says which lines where cells go over several', () => {
    const text = `${HEAD}${row(11, '"one\n\ntwo"')}12,soon,Run,1,2,3,4,\n`
    expect(told(text)).toHaveLength(1)
    expect(read(text).problems[0]?.message).toContain('line 5')
  })

  it.each(['', ',', 'a,b\n1,2\n', 'Date,Load\n2026-01-01,5\n', '"a,b\n'])(
    '%j is no table of activities',
    (text) => {
      expect(codes(text)).toEqual(['unknown-format'])
    },
  )

  it('beyond all measure is not read at all', () => {
    expect(readCsv(new Uint8Array(8 * 1024 * 1024 + 1), { units: 'km' }).problems).toMatchObject([
      { code: 'too-large' },
    ])
  })
})

describe('the time of a row', () => {
  const row = (moving: number, type = 'Run'): string =>
    stravaRows(`${type},3000,8.01,3000.0,${moving}.0,8010.0`)
  const stravaRows = (cells: string): string =>
    'Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Elapsed Time,Moving Time,Distance\n' +
    `1,"Nov 10, 2026, 6:00:00 AM",${cells}\n`

  it.each([0, 1, 600])('of a run is the elapsed one where %d s of movement cannot be', (moving) => {
    expect(told(row(moving))).toEqual([['run', 8010, undefined, 3000]])
  })

  it('is the moving one where that can be', () => {
    expect(told(row(2400))).toEqual([['run', 8010, 2400, 3000]])
    expect(told(row(600, 'Ride'))).toEqual([['bike', 8010, 600, 3000]])
    expect(told(row(1, 'Ride'))).toEqual([['bike', 8010, undefined, 3000]])
  })
})
