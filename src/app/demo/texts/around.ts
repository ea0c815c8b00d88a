import type { Language } from '../../../std/words'

/** What people say of their own town, per language. */
export const around: Record<string, Partial<Record<Language, readonly string[]>>> = {
  Leuven: {
    nl: [
      'Op vrijdagmarkt haal je je groenten op het Ladeuzeplein en op zondag loop je zo de Dijlevallei in.',
      'De Oude Markt is dichtbij genoeg om er te voet te geraken en ver genoeg om te kunnen slapen.',
      'Alma en de universiteitsbibliotheek liggen op wandelafstand, dus koken is een keuze.',
      'Achter de Vesten begint meteen het groen, ideaal voor een looprondje na het blokken.',
      'Met de trein ben je in een halfuur in Brussel, handig voor stages en concerten.',
      'Het Kruidtuintje is je achtertuin in de examens.',
      'De ring rond Leuven ben je zo over als je op Gasthuisberg of in Heverlee les hebt.',
      'Wie graag zwemt of sport: het Sportkot is een vlotte fietstocht.',
    ],
    en: [
      'The old centre is car-free for the most part, so nearly everything happens on foot.',
      'Brussels airport is a quarter of an hour away by train, useful if home is far.',
      'The park and the botanical garden are close by for when the library closes.',
      'On Fridays the market fills the squares around the library.',
    ],
  },
  Gent: {
    nl: [
      'De Overpoort is vlakbij voor wie dat wil, en gelukkig net ver genoeg voor wie wil slapen.',
      'Langs het water fiets je in één rechte lijn naar het centrum.',
      'De Boekentoren zie je vanop de hoek van de straat.',
      'In het Citadelpark kun je lopen, lezen en in juni vooral liggen.',
      'Donderdag veggiedag begint hier bij de groentewinkel om de hoek.',
      'Op zondag wandel je langs de Kouter voor bloemen en oesters, of alleen bloemen.',
      'De resto van de universiteit is om de hoek, zodat je zelfs zonder kookkunst overleeft.',
      'Tram en bus rijden tot laat, maar in Gent doe je toch alles met de fiets.',
      'Voor de Gentse Feesten moet je de stad niet in, dan komt de stad naar jou.',
    ],
    en: [
      'Gent is a city of bikes, and you will want one by the second week.',
      'The canals are a short walk away and so is a very good chips stand.',
      'Concerts, cinema and the weekend market are all within walking distance.',
    ],
  },
  Antwerpen: {
    nl: [
      'Je zit in de studentenbuurt, met copyshops, koffiebars en goedkope frieten binnen een straal van honderd meter.',
      'Voor een avondwandeling is de Schelde maar enkele straten verder.',
      'De Velo-deelfietsen staan om de hoek, dus een eigen fiets is niet eens nodig.',
      'De bib van het Permeke en die van de unief zijn allebei dichtbij.',
      'Park Spoor Noord is een aanrader zodra de zon schijnt.',
      'Op het Eilandje en op het Zuid is er elke week wel iets te doen.',
    ],
    en: [
      'Shared bikes stand at the corner, so you can start without owning one.',
      'The river is a few streets away and the museums are free on some Wednesdays.',
      'You are in the middle of the student quarter, with coffee bars and copy shops all around.',
    ],
  },
  Brussel: {
    nl: [
      'De metro brengt je overal, maar met de fiets ben je meestal sneller.',
      'De buurt is een dorp in de stad, met een markt en een frietkot waar mensen voor omrijden.',
      'Zowel de VUB als de Erasmushogeschool zijn vlot bereikbaar.',
      'Er zijn twee parken in de buurt en een zwembad met art-decotegels.',
    ],
    fr: [
      "Le tram et le métro sont à quelques minutes, et le bois de la Cambre n'est pas loin pour courir.",
      'Le quartier mélange étudiants, familles et cafés ouverts tard.',
      'Le marché du week-end vaut à lui seul le déménagement.',
      'On trouve de tout dans la rue : une librairie, un bon libanais, une laverie.',
      'Les frites de la place sont excellentes, on vous aura prévenu.',
      'Les cinémas et les salles de concert se rejoignent à pied.',
    ],
    en: [
      'Metro and tram are close, and so are two parks for running or doing nothing.',
      'The area is a village inside the city, with people from everywhere.',
      'There is a weekend market, a laundry and a bookshop in walking distance.',
      'You can manage here in English, though a little French goes a long way at the bakery.',
    ],
  },
  'Louvain-la-Neuve': {
    fr: [
      "Ici tout se fait à pied : il n'y a pas de voitures dans le centre.",
      'Le lac est parfait pour un jogging ou une pause entre deux cours.',
      'Les auditoires, la bibliothèque et le cinéma sont à quelques minutes de marche.',
      'Le Blocry est proche pour le sport, et le bois de Lauzelle pour respirer.',
      'La gare permet de rentrer facilement le week-end.',
      "Pendant les 24 heures vélo, vous serez aux premières loges ; le reste de l'année, c'est paisible.",
      "Les kots à projet animent le quartier toute l'année.",
    ],
    en: ['The whole centre is car-free, so everything happens on foot.', 'The lake and the woods are around the corner.'],
  },
  Liège: {
    fr: [
      'Le marché de la Batte, le dimanche matin, fait partie du programme.',
      'Le bus pour le Sart-Tilman passe tout près, et le tram aussi.',
      'La Meuse est à deux pas pour courir ou simplement regarder passer les bateaux.',
      "Les gaufres du coin sont meilleures que partout ailleurs, c'est objectif.",
      'Le Carré est proche pour sortir, assez loin pour dormir.',
      'Les coteaux de la Citadelle offrent une belle promenade et une vue sur toute la ville.',
      'La bibliothèque et les auditoires du centre se rejoignent à pied.',
    ],
    en: [
      'The bus to the Sart-Tilman campus stops nearby.',
      'On Sunday mornings the market along the river is a reason to get up.',
    ],
  },
  Amsterdam: {
    nl: [
      'De tram stopt om de hoek, maar eigenlijk doe je hier alles op de fiets.',
      'De bibliotheek van de universiteit en de OBA zijn allebei goed te doen.',
      'Op zaterdag is er markt en op zondag hoor je vooral klokken.',
      'Het park om de hoek is in mei je tweede woonkamer.',
      'Er zit een goede toko in de straat en een bakker die om zeven uur opengaat.',
    ],
    en: [
      'The tram is around the corner, though everyone here simply cycles.',
      'There is a market in the neighbourhood and a park that fills up at the first sun.',
      'The area is lively without being touristy.',
      'Several lecture halls, a library and a good noodle place are close by.',
      'The canal at the end of the street freezes about once every ten years.',
    ],
  },
  Utrecht: {
    nl: [
      'Op de werven langs de gracht zit je in de zomer met je voeten in het water.',
      'De bus naar de Uithof rijdt elke paar minuten, fietsen gaat sneller.',
      'De Dom hoor je elk kwartier, na een week valt het niet meer op.',
      'Het Griftpark en het Wilhelminapark zijn allebei dichtbij.',
      'Op zaterdag is er bloemenmarkt op het Janskerkhof.',
      'Station Centraal is dichtbij, dus heel het land is binnen een uur bereikbaar.',
    ],
    en: [
      'The tram and bus to the science park leave every few minutes, and the bike path is even better.',
      'The canals with their wharf cellars are around the corner.',
      'The whole country is within an hour or so from the central station.',
    ],
  },
  Groningen: {
    nl: [
      'In deze stad is alles een kwartier fietsen, ook als je verdwaalt.',
      'Het Noorderplantsoen is dichtbij voor een rondje hardlopen of een zomeravond.',
      'Op de Vismarkt doe je drie keer per week goedkoop boodschappen.',
      'De kroegen sluiten hier niet, maar in deze straat merk je daar niets van.',
      'Met de fiets naar Zernike heb je meestal wind mee op de terugweg, zeggen ze.',
    ],
    en: [
      'Everything in this city is a fifteen-minute bike ride, even when you get lost.',
      'The Noorderplantsoen park is close by for summer evenings.',
      'The fish market is the cheapest place to buy vegetables, oddly enough.',
      'The city is full of students, so you will meet people quickly.',
    ],
  },
  Maastricht: {
    nl: [
      'De Maas, de Sint-Pietersberg en het centrum: alles ligt op loopafstand of een klein stukje fietsen.',
      'In de straat zit een bakker met Limburgse vlaai, dat is een gevaar en een zegen.',
      'Op woensdag en vrijdag is er markt voor het stadhuis.',
      'Luik en Aken liggen om de hoek, voor wie eens een ander land wil.',
    ],
    en: [
      'The river, the hills and the old centre are all within walking distance.',
      'Liège and Aachen are a short train ride away, so weekends abroad are easy.',
      'The faculty libraries are close and so is a bakery with proper Limburg pie.',
      'Most tutorials start within a ten-minute ride from here.',
    ],
  },
}
