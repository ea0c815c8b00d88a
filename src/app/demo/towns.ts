import type { Language } from '../../std/words'
import type { Surroundings } from './drawings'

type Spot = readonly [lat: number, lon: number]
/** A French name carries its "de", so that it can follow "près" or "à dix minutes". */
export type Landmark = { at: Spot; nl: string; fr: string; en: string }
export type Street = { name: string; nl?: string; postcode: string; place: string; placeNl?: string; at: Spot }

export type Town = {
  name: string
  /** Whose rules and whose Dutch: a Flemish student lease lets only energy, water and telecom be charged beside the rent. */
  region: 'BE-VLG' | 'BE-BRU' | 'BE-WAL' | 'NL'
  languages: readonly Language[]
  surroundings: Surroundings
  /** Monthly rent of a room, a studio and an apartment, in euros. */
  rents: { kot: Spot; studio: Spot; apartment: Spot }
  streets: readonly Street[]
  landmarks: readonly Landmark[]
}

/** One line per street: postcode, latitude, longitude, name; coordinates within a few hundred metres. */
const streets = (place: string, lines: string): Street[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [postcode = '', lat = '', lon = '', ...name] = line.trim().split(' ')
      return { name: name.join(' '), postcode, place, at: [Number(lat), Number(lon)] }
    })

/** Brussels writes its streets and communes in both languages: "… French / Dutch @ French commune / Dutch commune". */
const bothWays = (lines: string): Street[] =>
  streets('', lines).map((street) => {
    const [names = '', places = ''] = street.name.split(' @ ')
    const [name = '', nl = ''] = names.split(' / ')
    const [place = '', placeNl = place] = places.split(' / ')
    return { ...street, name, nl, place, placeNl }
  })

const landmarks = (lines: string): Landmark[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [at = '', nl = '', fr = '', en = ''] = line.trim().split(' | ')
      const [lat = '', lon = ''] = at.split(' ')
      return { at: [Number(lat), Number(lon)], nl, fr, en }
    })

export const towns: readonly Town[] = [
  {
    name: 'Leuven',
    region: 'BE-VLG',
    languages: ['nl', 'en'],
    surroundings: 'flanders',
    rents: { kot: [400, 560], studio: [590, 760], apartment: [850, 1150] },
    streets: streets(
      'Leuven',
      `3000 50.8745 4.6990 Naamsestraat
      3000 50.8766 4.7078 Tiensestraat
      3000 50.8805 4.7090 Bondgenotenlaan
      3000 50.8805 4.6945 Brusselsestraat
      3000 50.8783 4.6985 Parijsstraat
      3000 50.8819 4.7075 Diestsestraat
      3000 50.8748 4.7085 Blijde-Inkomststraat
      3000 50.8735 4.6955 Schapenstraat
      3000 50.8765 4.6935 Kapucijnenvoer
      3000 50.8745 4.7045 Vlamingenstraat
      3000 50.8838 4.6930 Ridderstraat
      3000 50.8825 4.6985 Mechelsestraat
      3000 50.8760 4.7125 Justus Lipsiusstraat
      3000 50.8765 4.7110 Frederik Lintsstraat
      3000 50.8745 4.6950 Redingenstraat
      3000 50.8835 4.7050 Vital Decosterstraat`,
    ).concat(
      streets('Heverlee', '3001 50.8620 4.6950 Naamsesteenweg\n3001 50.8640 4.6800 Celestijnenlaan'),
      streets('Kessel-Lo', '3010 50.8825 4.7170 Martelarenlaan\n3010 50.8860 4.7300 Diestsesteenweg'),
    ),
    landmarks: landmarks(`50.8783 4.7066 | het Ladeuzeplein | - | Ladeuzeplein
      50.8780 4.6995 | de Oude Markt | - | the Oude Markt
      50.8635 4.6830 | campus Arenberg | - | the Arenberg campus
      50.8815 4.7155 | het station | - | the station
      50.8800 4.6715 | Gasthuisberg | - | the Gasthuisberg hospital campus
      50.8715 4.6970 | het Groot Begijnhof | - | the Great Beguinage
      50.8836 4.6995 | de Vaart | - | the Vaart quay`),
  },
  {
    name: 'Gent',
    region: 'BE-VLG',
    languages: ['nl', 'en'],
    surroundings: 'flanders',
    rents: { kot: [400, 550], studio: [580, 740], apartment: [850, 1120] },
    streets: streets(
      'Gent',
      `9000 51.0418 3.7270 Overpoortstraat
      9000 51.0463 3.7270 Sint-Pietersnieuwstraat
      9000 51.0440 3.7195 Kortrijksepoortstraat
      9000 51.0510 3.7085 Coupure Links
      9000 51.0478 3.7235 Savaanstraat
      9000 51.0452 3.7345 Lange Violettestraat
      9000 51.0430 3.7365 Sint-Lievenspoortstraat
      9000 51.0475 3.7195 Nederkouter
      9000 51.0510 3.7120 Rozemarijnstraat
      9000 51.0560 3.7180 Burgstraat
      9000 51.0455 3.7290 Muinkkaai
      9000 51.0437 3.7262 Hoveniersberg
      9000 51.0320 3.7320 Ottergemsesteenweg
      9000 51.0310 3.7155 Voskenslaan
      9000 51.0345 3.7230 Zwijnaardsesteenweg
      9000 51.0440 3.7300 Kattenberg
      9000 51.0432 3.7255 Tweekerkenstraat
      9000 51.0635 3.7255 Sleepstraat`,
    ),
    landmarks: landmarks(`51.0405 3.7275 | de Overpoort | - | Overpoort
      51.0447 3.7265 | de Blandijn | - | the Blandijn faculty
      51.0425 3.7265 | het Sint-Pietersplein | - | Sint-Pietersplein
      51.0525 3.7085 | de Coupure | - | the Coupure campus
      51.0545 3.7220 | de Korenmarkt | - | Korenmarkt
      51.0330 3.7020 | campus Schoonmeersen | - | the Schoonmeersen campus
      51.0358 3.7105 | station Gent-Sint-Pieters | - | Gent-Sint-Pieters station
      51.0490 3.7325 | het Zuidpark | - | the Zuidpark`),
  },
  {
    name: 'Antwerpen',
    region: 'BE-VLG',
    languages: ['nl', 'en'],
    surroundings: 'flanders',
    rents: { kot: [390, 540], studio: [560, 730], apartment: [820, 1120] },
    streets: streets(
      'Antwerpen',
      `2000 51.2224 4.4105 Prinsstraat
      2000 51.2245 4.4085 Paardenmarkt
      2000 51.2228 4.4125 Ossenmarkt
      2000 51.2205 4.4085 Kipdorp
      2000 51.2195 4.4090 Lange Nieuwstraat
      2000 51.2203 4.4140 Sint-Jacobsmarkt
      2000 51.2240 4.4130 Rodestraat
      2000 51.2222 4.4085 Venusstraat
      2000 51.2250 4.4060 Mutsaardstraat
      2000 51.2172 4.4005 Kammenstraat
      2000 51.2150 4.3990 Nationalestraat
      2000 51.2095 4.3930 Volkstraat
      2000 51.2250 4.4175 Italiëlei
      2018 51.2115 4.4250 Provinciestraat
      2018 51.2080 4.4150 Lange Leemstraat
      2020 51.1790 4.4110 Groenenborgerlaan`,
    ),
    landmarks: landmarks(`51.2225 4.4105 | de Stadscampus | - | the city campus
      51.2290 4.4050 | het MAS | - | the MAS museum
      51.2172 4.4211 | Antwerpen-Centraal | - | Central Station
      51.2188 4.4010 | de Groenplaats | - | Groenplaats
      51.2120 4.4150 | het Stadspark | - | the Stadspark
      51.1775 4.4160 | campus Groenenborger | - | the Groenenborger campus
      51.2085 4.3935 | het Museumplein op het Zuid | - | the museum square`),
  },
  {
    name: 'Brussel',
    region: 'BE-BRU',
    languages: ['fr', 'nl', 'en'],
    surroundings: 'brussels',
    rents: { kot: [450, 650], studio: [680, 890], apartment: [950, 1350] },
    streets: bothWays(`1050 50.8175 4.3840 Chaussée de Boondael / Boondaalsesteenweg @ Ixelles / Elsene
      1050 50.8160 4.3800 Avenue de l'Université / Hogeschoollaan @ Ixelles / Elsene
      1050 50.8165 4.3790 Avenue Adolphe Buyl / Adolphe Buyllaan @ Ixelles / Elsene
      1050 50.8340 4.3740 Rue du Trône / Troonstraat @ Ixelles / Elsene
      1050 50.8330 4.3665 Chaussée d'Ixelles / Elsensesteenweg @ Ixelles / Elsene
      1050 50.8265 4.3665 Rue Lesbroussart / Lesbroussartstraat @ Ixelles / Elsene
      1050 50.8265 4.3800 Avenue de la Couronne / Kroonlaan @ Ixelles / Elsene
      1050 50.8345 4.3780 Chaussée de Wavre / Waversesteenweg @ Ixelles / Elsene
      1000 50.8480 4.3490 Boulevard Anspach / Anspachlaan @ Bruxelles / Brussel
      1000 50.8510 4.3460 Rue Antoine Dansaert / Antoine Dansaertstraat @ Bruxelles / Brussel
      1000 50.8380 4.3480 Rue Haute / Hoogstraat @ Bruxelles / Brussel
      1000 50.8555 4.3500 Rue de Laeken / Lakensestraat @ Bruxelles / Brussel
      1040 50.8335 4.3880 Avenue de la Chasse / Jachtlaan @ Etterbeek / Etterbeek
      1200 50.8440 4.4230 Avenue de Broqueville / de Broquevillelaan @ Woluwe-Saint-Lambert / Sint-Lambrechts-Woluwe
      1200 50.8455 4.4180 Avenue Georges Henri / Georges Henrilaan @ Woluwe-Saint-Lambert / Sint-Lambrechts-Woluwe
      1030 50.8560 4.3900 Avenue Rogier / Rogierlaan @ Schaerbeek / Schaarbeek
      1030 50.8620 4.3740 Chaussée de Haecht / Haachtsesteenweg @ Schaerbeek / Schaarbeek
      1060 50.8290 4.3570 Chaussée de Charleroi / Charleroisesteenweg @ Saint-Gilles / Sint-Gillis
      1060 50.8320 4.3470 Rue de la Victoire / Overwinningsstraat @ Saint-Gilles / Sint-Gillis`),
    landmarks: landmarks(`50.8130 4.3805 | de ULB-Solbosch | du campus du Solbosch | the ULB Solbosch campus
      50.8220 4.3950 | de VUB in Etterbeek | de la VUB | the VUB campus
      50.8275 4.3725 | Flagey | de la place Flagey | Place Flagey
      50.8467 4.3525 | de Grote Markt | de la Grand-Place | the Grand-Place
      50.8500 4.4530 | campus Alma in Woluwe | du campus de Woluwe | the Woluwe campus
      50.8380 4.3615 | de Naamsepoort | de la porte de Namur | Porte de Namur
      50.8405 4.3930 | het Jubelpark | du Cinquantenaire | the Cinquantenaire park
      50.8510 4.3480 | Sint-Katelijne | de Sainte-Catherine | Sainte-Catherine
      50.8305 4.3455 | het Sint-Gillisvoorplein | du parvis de Saint-Gilles | the Saint-Gilles parvis
      50.8545 4.3660 | de Kruidtuin | du Botanique | the Botanique`),
  },
  {
    name: 'Louvain-la-Neuve',
    region: 'BE-WAL',
    languages: ['fr', 'en'],
    surroundings: 'wallonia',
    rents: { kot: [350, 500], studio: [540, 690], apartment: [800, 1050] },
    streets: streets(
      'Louvain-la-Neuve',
      `1348 50.6685 4.6180 Rue des Wallons
      1348 50.6685 4.6130 Grand-Rue
      1348 50.6690 4.6155 Place des Wallons
      1348 50.6715 4.6140 Rue des Blancs Chevaux
      1348 50.6660 4.6205 Scavée du Biéreau
      1348 50.6740 4.6100 Boulevard de Lauzelle
      1348 50.6725 4.6080 Avenue de l'Espinette
      1348 50.6645 4.6190 Avenue du Jardin Botanique
      1348 50.6715 4.6090 Verte Voie
      1348 50.6675 4.6100 Place Montesquieu
      1348 50.6680 4.6210 Place du Levant`,
    ).concat(streets('Ottignies', '1340 50.6720 4.5680 Avenue Reine Astrid')),
    landmarks: landmarks(`50.6687 4.6115 | de Grand-Place | de la Grand-Place | the Grand-Place
      50.6680 4.6215 | Sainte-Barbe | des auditoires Sainte-Barbe | the Sainte-Barbe lecture halls
      50.6665 4.6050 | het meer | du lac | the lake
      50.6697 4.6155 | het station | de la gare | the station
      50.6675 4.6100 | Montesquieu | de la place Montesquieu | Place Montesquieu
      50.6650 4.6230 | de Ferme du Biéreau | de la Ferme du Biéreau | the Biéreau farm`),
  },
  {
    name: 'Liège',
    region: 'BE-WAL',
    languages: ['fr', 'en'],
    surroundings: 'wallonia',
    rents: { kot: [300, 430], studio: [450, 590], apartment: [650, 890] },
    streets: streets(
      'Liège',
      `4000 50.6375 5.5600 Rue Saint-Gilles
      4000 50.6375 5.5680 Boulevard d'Avroy
      4000 50.6410 5.5680 Rue Pont d'Avroy
      4000 50.6465 5.5785 En Féronstrée
      4000 50.6475 5.5780 Rue Hors-Château
      4000 50.6310 5.5655 Rue Louvrex
      4000 50.6260 5.5675 Rue des Guillemins
      4000 50.6460 5.5580 Rue Sainte-Marguerite
      4000 50.6455 5.5640 Rue Saint-Séverin
      4000 50.6530 5.5690 Rue de Campine
      4000 50.6435 5.5660 Mont Saint-Martin
      4000 50.6265 5.5690 Rue de Serbie
      4000 50.6430 5.5680 Boulevard de la Sauvenière
      4020 50.6390 5.5830 Rue Puits-en-Sock
      4020 50.6310 5.5880 Rue Grétry
      4020 50.6330 5.5790 Quai Orban`,
    ),
    landmarks: landmarks(`50.6405 5.5755 | het XX Août | de la place du XX Août | Place du XX Août
      50.6245 5.5665 | Luik-Guillemins | de la gare des Guillemins | Guillemins station
      50.6420 5.5690 | de Carré | du Carré | the Carré
      50.6270 5.5760 | het Boveriepark | du parc de la Boverie | the Boverie park
      50.6455 5.5735 | Saint-Lambert | de la place Saint-Lambert | Place Saint-Lambert
      50.6395 5.5850 | Outremeuse | d'Outremeuse | Outremeuse
      50.6325 5.5655 | HEC | de HEC | the HEC business school`),
  },
  {
    name: 'Amsterdam',
    region: 'NL',
    languages: ['nl', 'en'],
    surroundings: 'canal',
    rents: { kot: [600, 1000], studio: [980, 1350], apartment: [1500, 2100] },
    streets: streets(
      'Amsterdam',
      `1018 52.3625 4.9130 Sarphatistraat
      1018 52.3645 4.9130 Plantage Muidergracht
      1018 52.3655 4.9080 Weesperstraat
      1018 52.3635 4.9075 Nieuwe Prinsengracht
      1053 52.3680 4.8680 Kinkerstraat
      1054 52.3615 4.8690 Overtoom
      1094 52.3635 4.9400 Javastraat
      1098 52.3530 4.9360 Middenweg
      1093 52.3605 4.9265 Linnaeusstraat
      1098 52.3545 4.9540 Carolina MacGillavrylaan
      1081 52.3345 4.8670 De Boelelaan
      1073 52.3535 4.9040 Van Woustraat
      1072 52.3545 4.8910 Ferdinand Bolstraat
      1013 52.3820 4.8875 Haarlemmerdijk
      1056 52.3725 4.8620 Jan van Galenstraat
      1091 52.3555 4.9120 Wibautstraat
      1018 52.3720 4.9300 Czaar Peterstraat
      1056 52.3745 4.8610 Admiraal de Ruijterweg`,
    ),
    landmarks: landmarks(`52.3635 4.9115 | Roeterseiland | - | Roeterseiland
      52.3555 4.9550 | het Science Park | - | Science Park
      52.3340 4.8655 | de VU | - | the VU
      52.3580 4.8690 | het Vondelpark | - | the Vondelpark
      52.3600 4.9205 | het Oosterpark | - | the Oosterpark
      52.3745 4.8810 | de Jordaan | - | the Jordaan
      52.3557 4.8925 | de Albert Cuyp | - | the Albert Cuyp market
      52.3595 4.9085 | de Amstelcampus | - | the Amstel campus
      52.3665 4.8470 | het Rembrandtpark | - | the Rembrandtpark`),
  },
  {
    name: 'Utrecht',
    region: 'NL',
    languages: ['nl', 'en'],
    surroundings: 'canal',
    rents: { kot: [500, 800], studio: [820, 1100], apartment: [1250, 1750] },
    streets: streets(
      'Utrecht',
      `3581 52.0885 5.1335 Nachtegaalstraat
      3572 52.0945 5.1325 Biltstraat
      3551 52.1010 5.1015 Amsterdamsestraatweg
      3531 52.0905 5.0995 Kanaalstraat
      3511 52.0895 5.1205 Oudegracht
      3512 52.0850 5.1245 Lange Nieuwstraat
      3512 52.0945 5.1195 Voorstraat
      3581 52.0875 5.1385 Burgemeester Reigerstraat
      3583 52.0790 5.1395 Adriaen van Ostadelaan
      3584 52.0845 5.1740 Cambridgelaan
      3521 52.0835 5.1085 Croeselaan
      3532 52.0940 5.0960 Vleutenseweg
      3511 52.0830 5.1230 Twijnstraat
      3512 52.0940 5.1240 Wittevrouwenstraat
      3515 52.1030 5.1230 Draaiweg
      3582 52.0780 5.1320 Gansstraat`,
    ),
    landmarks: landmarks(`52.0855 5.1760 | de Uithof | - | Utrecht Science Park
      52.0907 5.1215 | de Dom | - | the Dom tower
      52.0890 5.1100 | Utrecht Centraal | - | Utrecht Centraal
      52.0865 5.1445 | het Wilhelminapark | - | the Wilhelminapark
      52.0940 5.1225 | de bibliotheek aan de Drift | - | the inner-city library
      52.0875 5.1275 | Lepelenburg | - | Lepelenburg park
      52.0995 5.1290 | het Griftpark | - | the Griftpark`),
  },
  {
    name: 'Groningen',
    region: 'NL',
    languages: ['nl', 'en'],
    surroundings: 'canal',
    rents: { kot: [380, 600], studio: [650, 880], apartment: [980, 1350] },
    streets: streets(
      'Groningen',
      `9712 53.2210 6.5680 Oude Ebbingestraat
      9712 53.2235 6.5660 Nieuwe Ebbingestraat
      9711 53.2160 6.5655 Folkingestraat
      9712 53.2195 6.5620 Oude Kijk in 't Jatstraat
      9712 53.2225 6.5600 Nieuwe Kijk in 't Jatstraat
      9714 53.2285 6.5700 Korreweg
      9711 53.2165 6.5695 Oosterstraat
      9711 53.2175 6.5720 Steentilstraat
      9713 53.2190 6.5800 Damsterdiep
      9717 53.2290 6.5590 Noorderstationsstraat
      9717 53.2290 6.5640 Moesstraat
      9725 53.2080 6.5710 Hereweg
      9718 53.2185 6.5525 Kraneweg
      9718 53.2180 6.5550 Westersingel
      9713 53.2210 6.5800 Petrus Campersingel
      9742 53.2330 6.5520 Zonnelaan`,
    ),
    landmarks: landmarks(`53.2192 6.5630 | het Academiegebouw | - | the Academy building
      53.2410 6.5340 | Zernike | - | the Zernike campus
      53.2235 6.5560 | het Noorderplantsoen | - | the Noorderplantsoen
      53.2187 6.5675 | de Grote Markt | - | the Grote Markt
      53.2215 6.5765 | het UMCG | - | the UMCG
      53.2110 6.5640 | het Hoofdstation | - | the main station
      53.2165 6.5645 | de Vismarkt | - | the Vismarkt`),
  },
  {
    name: 'Maastricht',
    region: 'NL',
    languages: ['nl', 'en'],
    surroundings: 'canal',
    rents: { kot: [400, 600], studio: [680, 900], apartment: [980, 1350] },
    streets: streets(
      'Maastricht',
      `6211 50.8465 5.6850 Tongersestraat
      6211 50.8495 5.6830 Brusselsestraat
      6211 50.8530 5.6890 Boschstraat
      6221 50.8490 5.6985 Wycker Brugstraat
      6221 50.8485 5.6965 Rechtstraat
      6211 50.8455 5.6915 Sint Pieterstraat
      6211 50.8515 5.6870 Grote Gracht
      6217 50.8560 5.6790 Statensingel
      6224 50.8495 5.7120 Scharnerweg
      6211 50.8478 5.6895 Bredestraat
      6214 50.8460 5.6800 Hertogsingel
      6211 50.8545 5.6825 Herbenusstraat
      6222 50.8570 5.7060 Meerssenerweg
      6221 50.8500 5.7020 Sint Maartenslaan
      6211 50.8490 5.6800 Calvariestraat`,
    ),
    landmarks: landmarks(`50.8490 5.6880 | het Vrijthof | - | the Vrijthof
      50.8468 5.6862 | de economische faculteit | - | the School of Business and Economics
      50.8375 5.7135 | campus Randwyck | - | the Randwyck campus
      50.8500 5.7055 | het station | - | the station
      50.8445 5.6935 | het Stadspark | - | the city park
      50.8515 5.6905 | de Markt | - | the Markt
      50.8465 5.6890 | het Jekerkwartier | - | the Jeker quarter`),
  },
]
