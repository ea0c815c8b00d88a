import { type Bank, lines } from './lines'

export const dutchNetherlands: Bank = {
  titles: lines(`kot | Kamer bij {near}
    kot furnished | Gemeubileerde kamer, {bike} minuten fietsen naar {campus}
    kot | Lichte kamer van {size} m², {street}
    kot sharedKitchen | Kamer in gezellig studentenhuis bij {near}
    kot ownBath | Kamer met eigen badkamer bij {near}
    kot attic | Zolderkamer met dakraam bij {near}
    kot owner | Kamer bij hospita, {street}
    kot owner | Kamer in een jaren-dertighuis bij {near}
    kot pro | Gerenoveerde kamer, {street}
    kot student | Mijn kamer is een paar maanden vrij, bij {near}
    kot student | Onderhuur met instemming van de huisbaas, {street}
    kot bare | Kale kamer om zelf in te richten, {street}
    kot | Ruime kamer met hoge ramen bij {near}
    kot | Rustige achterkamer, {street}
    kot sharedKitchen | Kamer met grote woonkeuken bij {near}
    studio | Studio van {size} m², {street}
    studio | Eigen voordeur: studio bij {near}
    studio furnished | Gestoffeerd en gemeubileerd: studio bij {near}
    studio | Lichte studio, {bike} minuten van {campus}
    apartment | Appartement van {size} m² bij {near}
    apartment | Tweekamerappartement, {street}
    apartment | Etage met aparte slaapkamer bij {near}`),
  themes: {
    open: lines(`owner kot | Sinds de kinderen de deur uit zijn, verhuren we de bovenverdieping, en dat bevalt van beide kanten goed.
      owner kot | Ik woon beneden met een oude kat en veel boeken, jij boven met een eigen verdieping.
      owner | Ik verhuur dit zelf en reageer ook zelf op berichten, er zit geen bureau tussen.
      owner | De vorige huurder heeft hier drie jaar met plezier gewoond en is nu klaar met studeren.
      owner | We hebben het pand vorig jaar geïsoleerd en dat merk je, in de winter én op de energierekening.
      pro | Dit pand is volledig gerenoveerd en heeft een vergunning voor kamerverhuur.
      pro | We verhuren hier een klein aantal kamers en studio's en doen het beheer zelf.
      pro | Bij ons geen bemiddelingskosten: je huurt rechtstreeks en krijgt de puntentelling erbij.
      pro | Het huis is opgeknapt met behoud van de oude details, zoals de paneeldeuren en het glas-in-lood.
      student | Ik ga een halfjaar naar het buitenland en zoek iemand die goed voor mijn kamer en mijn planten zorgt.
      student | Mijn huisgenoten krijgen er graag een paar maanden iemand bij, want ik ga stage lopen aan de andere kant van het land.
      student | Een paar maanden laat ik dit huis achter, met een beetje pijn in het hart.
      | Een fijne plek om te wonen, midden in het leven en toch met een deur die je achter je dicht kunt trekken.
      | Klein is het niet, stil is het wel: dat hoor je niet vaak in {town}.`),
    spot: lines(`attic | Helemaal boven in huis, onder de pannen, met een groot dakraam op het westen.
      attic | Het schuine dak maakt het gezellig en achter de knieschotten is bergruimte.
      attic | Onder de balken is het knus, met een vide waar precies een matras past.
      flat | De kamer ligt aan de achterkant en kijkt uit op een rij tuinen.
      flat | Je kijkt uit over het water en ziet de bootjes voorbijkomen.
      flat | Twee hoge ramen aan de voorkant geven de hele dag licht.
      flat | Het ligt op de eerste verdieping en heeft een klein balkon waar precies twee stoelen op passen.
      flat | De trap is steil, dat hoort erbij, maar boven is het licht en ruim.
      flat | Aan de straatkant, met nieuw dubbel glas, dus je hoort de tram alleen als je hem mist.
      flat | De ochtendzon komt hier als eerste binnen.`),
    room: lines(`| De oppervlakte is {size} m² en de vorm is prettig vierkant.
      | Met {size} m² passen een tweepersoonsbed, een bureau en een bank er echt allemaal in.
      | Er ligt een houten vloer en de muren zijn net gewit.
      | Je hebt een ingebouwde kast, zodat de kamer zelf leeg blijft.
      | De plafonds zijn hoog; een hoogslaper is hier geen probleem.
      | De radiator regel je zelf en de ramen sluiten goed.
      | Alles is vorig jaar vernieuwd, van stopcontact tot plafond.
      | Het is {size} m², plus een flinke kast op de overloop.
      | Genoeg ruimte om vrienden te ontvangen, en een vensterbank die breed genoeg is om op te zitten.
      apartment | De slaapkamer ligt apart aan de achterzijde, de woonkamer aan de straat.
      studio | Slaaphoek en zithoek zijn gescheiden door een open kast.`),
    stuff: lines(`furnished | Bed, bureau, stoel, kledingkast en gordijnen blijven staan.
      furnished | Gemeubileerd met spullen die tegen een stootje kunnen en er toch leuk uitzien.
      furnished | Het bed is een twijfelaar met een nieuw matras, het bureau is groot genoeg voor twee schermen.
      furnished | Je kunt er zo in met een koffer: ook lampen en een kleed zijn er al.
      furnished | Heb je eigen meubels, dan halen we weg wat je niet nodig hebt.
      bare | De kamer wordt kaal verhuurd, met vloer en gordijnrails.
      bare | Gestoffeerd, niet gemeubileerd: vloer en gordijnen liggen en hangen er al.
      bare | Meubels neem je zelf mee; overname van het bed kan, maar hoeft niet.`),
    wash: lines(`ownBath | Je hebt een eigen badkamer met douche, wastafel en toilet.
      ownBath | De badkamer is van jou alleen, nieuw betegeld en met goede afzuiging.
      ownBath | Eigen douche en toilet, dus geen rij op maandagochtend.
      sharedBath | De badkamer deel je met {mates} huisgenoten; er zijn twee toiletten.
      sharedBath | Douche en toilet zijn op dezelfde verdieping en worden volgens rooster schoongemaakt.
      sharedBath | Er is een ruime badkamer met ligbad, die je deelt met de verdieping.
      sharedBath | Twee douches voor het hele huis, en dat blijkt in de praktijk ruim genoeg.`),
    cook: lines(`ownKitchen | Het keukenblok heeft inductie, een koelkast en een oven.
      ownKitchen | De eigen keuken is klein en handig, met een raam erboven.
      ownKitchen | Je kookt in je eigen keuken, met vaatwasser en genoeg kastruimte.
      sharedKitchen | De woonkeuken deel je met {mates} huisgenoten en is het hart van het huis.
      sharedKitchen | In de gedeelde keuken staan twee koelkasten, een gasfornuis en een tafel voor acht.
      sharedKitchen | Er wordt een paar keer per week samen gegeten, wie meedoet zet een kruisje op de lijst.
      sharedKitchen | De keuken is netjes, want na het koken ruimt iedereen op. Meestal.
      sharedKitchen | Op het dakterras naast de keuken kun je in de zomer eten.`),
    house: lines(`kot | Je woont met {mates} anderen, een mix van studies en leeftijden.
      kot | Het huis is sociaal zonder dat iets moet; op zondag is er vaak soep.
      kot | We kiezen samen wie er komt wonen en vertellen achteraf eerlijk waarom.
      kot student | Mijn huisgenoten zijn nuchter, behulpzaam en slecht in bordspellen.
      kot | Er is een gedeelde woonkamer met een beamer en te veel kussens.
      | In de gang staat een wasmachine voor iedereen en er is een droogzolder.
      | Fietsen zet je in de tuin, achter een poort die op slot kan.
      | Achter het huis ligt een stadstuin waar de zon tot zeven uur staat.
      pro | Een vaste huismeester komt elke week langs voor kleine klussen.
      owner | We eten af en toe samen, maar je gaat verder je eigen gang.
      studio | Op de begane grond is een gezamenlijke wasruimte.
      apartment | De buren zijn rustig en er is een berging voor fietsen in de kelder.`),
    street: lines(`| Naar {campus} fiets je in {bike} minuten.
      | Supermarkt, bakker en fietsenmaker zitten binnen vijf minuten lopen.
      | Een levendige buurt met een goede markt, en om de hoek een park.
      | Met de fiets ben je in {bike} minuten bij {campus}, en de bushalte is voor de deur.
      | Een straat met kleine winkels, een café waar je kunt werken en veel groen.
      | {campus} is {bike} minuten fietsen, ook met tegenwind.`),
    money: lines(`fixed | De servicekosten zijn een vast bedrag en staan uitgesplitst in het contract.
      fixed | Naast de kale huur betaal je een vast bedrag voor energie en internet.
      provision | Voor energie betaal je een voorschot; één keer per jaar rekenen we af op de meterstand.
      provision | Het voorschot is ruim berekend, de meeste huurders kregen iets terug.
      | De puntentelling krijg je bij het contract, zodat je weet dat de huur klopt.
      | De borg krijg je binnen veertien dagen na vertrek terug als alles heel is.`),
    rules: lines(`net | Glasvezel is aanwezig en inbegrepen.
      net | Het internet is snel genoeg om met het hele huis tegelijk te streamen.
      netExtra | Internet deel je met het huis, voor een paar euro per maand.
      netNone | Een internetabonnement sluit je zelf af, de aansluiting ligt er.
      domicile | Inschrijven op het adres kan gewoon.
      noDomicile | Inschrijven kan hier niet, omdat het om tijdelijke onderhuur gaat.
      askDomicile | Over inschrijving overleggen we, vraag ernaar als het voor je telt.
      pets | Een huisdier mag na overleg met de huisgenoten.
      | Roken doen we op het balkon of in de tuin.
      | We kiezen op wie het best bij de huurperiode past en bij gelijke stand op volgorde van reactie.`),
    visit: lines(`| Er is een kijkavond, een persoonlijke afspraak kan ook.
      | Kijken kan doordeweeks na vijven en op zaterdag.
      | Zit je in het buitenland? Dan lopen we er samen via video doorheen.
      student | Kom een keer eten, dan zie je meteen hoe het huis is.
      pro | Een bezichtiging plannen we in overleg, en je krijgt altijd antwoord, ook als een ander de kamer krijgt.
      owner | Ik laat het graag zelf zien, meestal kan dat al binnen een paar dagen.
      | Schrijf iets over jezelf en over de periode die je zoekt.`),
    close: lines(`| Vragen? Stel ze gerust via een bericht.
      | Ik hoor graag van je.
      | Hopelijk tot ziens!
      owner | De koffie staat klaar als je komt kijken.
      student | Groetjes van het hele huis!
      pro | Betaal nooit iets voordat je de kamer hebt gezien; dat vragen wij ook niet.
      | Iedereen krijgt antwoord, beloofd.`),
  },
}
