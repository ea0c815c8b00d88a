import { type Bank, lines } from './lines'

export const dutchBelgium: Bank = {
  titles: lines(`kot | Kot bij {near}
    kot furnished | Bemeubeld kot, {bike} minuten fietsen van {campus}
    kot | Licht kot van {size} m², {street}
    kot sharedKitchen | Kot in een fijn huis bij {near}
    kot ownBath | Kot met eigen badkamer bij {near}
    kot ownBath | Eigen douche en {size} m², {street}
    kot attic | Gezellig dakkot bij {near}
    kot attic | Zolderkot met veel licht, {street}
    kot included | Kot met alle kosten inbegrepen, bij {near}
    kot owner | Kot bij rustige eigenaars, {street}
    kot owner | Mooie kamer in een oud herenhuis bij {near}
    kot pro | Vernieuwd kot, {street}
    kot pro | Kot in verzorgde residentie bij {near}
    kot student | Mijn kot komt enkele maanden vrij, bij {near}
    kot student | Onderhuur: mijn kot, {street}
    kot | Ruim kot van {size} m² op wandelafstand van {near}
    kot furnished | Kot met bed, bureau en kast bij {near}
    kot bare | Leeg kot om zelf in te richten, {street}
    kot sharedKitchen | Kamer met gezellige gedeelde keuken, {street}
    kot net | Kot met snel internet bij {near}
    kot | Kot aan de straatkant, {street}
    kot | Stil kot achteraan, {street}
    kot | Kot met grote ramen bij {near}
    kot | Hoog plafond en houten vloer: kot bij {near}
    studio | Studio van {size} m², {street}
    studio | Volledige studio bij {near}
    studio furnished | Bemeubelde studio, {bike} minuten van {campus}
    studio | Lichte studio met eigen keukentje bij {near}
    studio pro | Instapklare studio, {street}
    studio owner | Studio in ons achterhuis bij {near}
    studio attic | Studio onder het dak bij {near}
    apartment | Appartement van {size} m² bij {near}
    apartment | Appartement met aparte slaapkamer, {street}
    apartment | Om te delen of alleen: appartement bij {near}
    apartment | Rustig appartement, {street}`),
  themes: {
    open: lines(`owner kot | We verhuren al jaren enkele kamers in het huis waar we zelf ook wonen, en deze komt binnenkort vrij.
      owner | Onze vorige huurder is afgestudeerd, dus zoeken we iemand nieuw voor deze plek.
      owner kot | Dit was vroeger de kamer van onze dochter. Ze woont nu in het buitenland en het zou zonde zijn om ze leeg te laten.
      owner | Ik heb het pand enkele jaren geleden zelf opgeknapt en ben er best trots op.
      owner | Wij zijn een koppel met twee grote kinderen en een huis dat wat te groot is geworden.
      owner | Ik verhuur het zelf, zonder kantoor ertussen. Je kent dus meteen de persoon bij wie je huurt.
      owner | Het huis is al drie generaties in de familie en is gaandeweg een studentenhuis geworden.
      owner | Ik woon zelf om de hoek en kom meestal nog dezelfde dag langs als er iets stuk is.
      pro | In dit huis verhuren we zowel kamers als studio's, elk een beetje anders. Op de foto's zie je precies deze.
      pro | Het gebouw is grondig vernieuwd: nieuwe ramen, nieuwe leidingen, degelijke brandveiligheid.
      pro | Eén vaste beheerder, die je naam kent en zelf de sleutels afgeeft: zo werken wij.
      pro kot | Een kleinschalig studentenhuis, geen toren met lange gangen. Dat maakt het verschil.
      pro | Na een opfrisbeurt deze zomer staat deze woonst weer klaar voor een nieuw academiejaar.
      pro | We beheren een handvol huizen in {town} en dit is een van de rustigste.
      student | Ik ga op Erasmus en zoek iemand die intussen op mijn kot wil wonen.
      student | Ik zit hier al twee jaar en vertrek alleen omdat mijn stage aan de andere kant van het land is.
      student | Ik trek bij vrienden in en mijn contract loopt nog enkele maanden door; de eigenaar vindt onderhuur prima.
      | Wie graag te voet naar de les gaat, zit hier goed.
      | Eerlijk gezegd is het niet de grootste plek van {town}, wel een van de gezelligste.
      | Op zoek naar een plek waar je zowel kunt studeren als tot rust komen? Lees dan even verder.`),
    spot: lines(`attic | Je zit helemaal boven, onder het dak, met een dakraam waardoor je 's avonds de sterren ziet.
      attic | Het schuine dak maakt het knus, maar je kunt overal waar het telt gewoon rechtstaan.
      attic | De houten balken zijn gebleven en geven de kamer karakter.
      attic | Onder het dak blijft het verrassend fris in de zomer, want de isolatie is pas vernieuwd.
      flat | De ramen kijken uit op de binnentuin, waar je in de lente vooral merels hoort.
      flat | Je hebt zicht op de daken van de stad en op een kerktoren die gelukkig 's nachts zwijgt.
      flat | Het raam ligt aan de straatkant, met dubbel glas dat het verkeer goed buiten houdt.
      flat | Het ligt op de eerste verdieping, aan de achterkant en dus stil.
      flat | Je zit op de tweede verdieping en krijgt de hele namiddag zon.
      flat | De ochtendzon valt recht op het bureau, handig voor wie moeilijk uit bed geraakt.
      flat | Hoge plafonds, een oude schouw en een plankenvloer: je voelt dat het een huis met een verhaal is.
      flat | Het uitzicht is niet spectaculair, een koertje met een vijgenboom, maar het is er wel heel rustig.
      flat | Twee trappen op, en dan een brede overloop waar ook een zetel staat.`),
    room: lines(`| Met {size} m² is er plaats voor een groot bureau én een hoekje om gewoon te zitten.
      | De oppervlakte is {size} m², gemeten zonder de inkom.
      | Er is veel kastruimte en je kunt een paar planken bijhangen als je dat wilt.
      | Alles werd dit jaar opnieuw geschilderd, in een warme witte tint.
      | De vloer is van eik en de muren zijn wit, dus je maakt er makkelijk iets eigens van.
      | Groot genoeg om eens met vier aan tafel te zitten, klein genoeg om in een halfuur te poetsen.
      | Het is {size} m² groot en slim ingedeeld; vrienden die op bezoek komen, schatten het altijd groter.
      | De verwarming regel je zelf, met een thermostaatkraan per radiator.
      | De muren zijn dik: je hoort de buren alleen als ze echt feesten.
      | Er zijn stopcontacten genoeg, ook naast het bed, en goed licht boven het bureau.
      kot | In de kamer is een lavabo met spiegel, handig voor 's ochtends.
      | Het raam is breed en heeft een vensterbank waar je planten of jezelf op kunt zetten.
      apartment | De slaapkamer is apart, zodat je kunt slapen terwijl iemand anders nog tv kijkt.
      apartment | Woonkamer en keuken lopen in elkaar over, de slaapkamer ligt achteraan.
      studio | Slapen en leven gebeurt in één ruimte, met een kast als afscheiding.`),
    stuff: lines(`furnished | Je vindt er een bed met een goede matras, een bureau, een stoel, een kast en een boekenrek.
      furnished | Alles wat op de foto's staat, blijft staan: bed, bureau, lamp, kleerkast en zelfs de plant.
      furnished | Het is bemeubeld, maar we halen graag een meubel weg als je je eigen zetel wilt meebrengen.
      furnished | De meubels zijn een mix van nieuw en tweedehands, alles stevig en proper.
      furnished | Lakens en handdoeken breng je zelf mee, voor de rest staat alles er.
      furnished | Het bureau is extra breed: laptop, schermpje en cursus naast elkaar lukt.
      furnished | De matras is vorig jaar vervangen en er ligt een beschermhoes klaar.
      bare | Het is niet bemeubeld, zodat je je eigen bed en bureau kunt zetten.
      bare | Meubels zijn er niet, wel ingebouwde kasten en gordijnen.
      bare | De vorige huurder wil haar bed en kast overlaten; dat spreek je onderling af.
      bare | Je krijgt een lege, propere ruimte en een blik verf als je een muur een kleur wilt geven.`),
    wash: lines(`ownBath | De douche, het toilet en de lavabo zijn helemaal voor jou.
      ownBath | Je hebt een eigen badkamer, klein maar met een regendouche en een raam.
      ownBath | De eigen badkamer is betegeld tot aan het plafond en droogt snel dankzij de ventilatie.
      ownBath | Geen wachtrij 's ochtends: de badkamer deel je met niemand.
      ownBath | In de badkamer is er plaats voor een wasmandje en een ruime spiegelkast.
      sharedBath | De badkamer deel je met {mates} anderen en wordt elke week gepoetst.
      sharedBath | Er zijn twee douches en twee toiletten op de gang, dus wachten hoeft bijna nooit.
      sharedBath | De gedeelde badkamer is vorig jaar vernieuwd, met een ruime inloopdouche.
      sharedBath | Douche en toilet liggen een deur verder en deel je met de mensen van je verdieping.
      sharedBath | We hebben een poetsbeurtrol voor de badkamer, en die werkt wonderwel.
      sharedBath | De douche is op de overloop en ieder heeft er een eigen schapje.`),
    cook: lines(`ownKitchen | In de kitchenette zitten twee kookplaten, een frigo en een combi-oven.
      ownKitchen | Je kookt in je eigen keukentje, met genoeg werkblad voor een echte spaghetti.
      ownKitchen | De keuken heeft een dampkap die echt werkt, een frigo met vriesvak en een oven.
      ownKitchen | Pannen, borden en bestek zijn er al voor vier.
      ownKitchen | Het keukenblok is nieuw, met inductie en een vaatwassertje.
      sharedKitchen | De keuken deel je met {mates} kotgenoten; ieder heeft een eigen kast en een legger in de frigo.
      sharedKitchen | In de gemeenschappelijke keuken staat een lange tafel waar er 's avonds vaak samen gegeten wordt.
      sharedKitchen | Er zijn twee fornuizen, twee frigo's en een vaatwasser, dus koken om zeven uur lukt ook.
      sharedKitchen | De keuken geeft uit op een terrasje waar je in mei kunt studeren, of doen alsof.
      sharedKitchen | Samen koken mag, apart ook. De meesten doen iets ertussenin.
      sharedKitchen | De leefkeuken is groot, met een zetel en een raam op het zuiden.
      sharedKitchen | Onze gedeelde keuken heeft een goede oven: er wordt hier opvallend veel taart gebakken.`),
    house: lines(`kot | In huis wonen nog {mates} studenten, van rechten tot bio-ingenieur.
      kot | De sfeer is rustig in de week en gezellig op donderdag.
      kot | Er is een gemeenschappelijke living met een oude piano die niemand echt kan bespelen.
      kot | De kotgenoten eten geregeld samen, maar niemand kijkt scheef als je deur eens dicht blijft.
      kot | We zijn met een gemengde bende, de ene blokt aan de keukentafel, de andere in de bib.
      kot student | Mijn kotgenoten zijn fijne mensen: ze delen hun wifi, hun afwas en hun quizploeg.
      kot | In de examens is het afgesproken stil na tien uur, en daar houdt iedereen zich aan.
      | Achter het huis is een stadstuin met een picknicktafel.
      | Er is een afgesloten fietsenstalling achteraan, met plaats voor een bakfiets zelfs.
      | In de kelder staan een wasmachine en een droogkast die je gratis gebruikt.
      | De gang en de trap worden wekelijks gepoetst door een firma; dat zit in de huur.
      | Fietsen staan droog in de inkom en voor vuilnis is er een aparte berging.
      pro | Wie een probleem meldt, krijgt de volgende werkdag antwoord en meestal ook een oplossing.
      owner | We wonen zelf gelijkvloers, maar je hebt een eigen voordeur en je doet er je zin.
      studio | Het gebouw telt maar enkele studio's en je kent de buren al na een week.
      apartment | In het gebouw wonen vooral doctoraatsstudenten en jonge gezinnen.`),
    street: lines(`| Naar {campus} is het {bike} minuten met de fiets.
      | Je wandelt in een kwartiertje of minder naar het centrum en de bakker is om de hoek.
      | In de straat zijn een nachtwinkel, een goede broodjeszaak en een fietsenmaker.
      | De bus stopt bijna voor de deur en met de fiets ben je op {bike} minuten aan {campus}.
      | Het is een straat met veel studenten, maar zonder fuifzaal onder je raam.
      | Een supermarkt vind je op vijf minuten stappen en een wassalon heb je niet nodig.
      | {campus} ligt op {bike} minuten trappen, bergaf zelfs iets minder.
      | Op zondag is er een markt in de buurt, de rest van de week is het kalm.`),
    money: lines(`included | Energie, water en internet zitten in de huurprijs, dus geen verrassingen achteraf.
      included | Wat je ziet, is wat je betaalt: verbruik en internet zijn inbegrepen.
      included | Alle kosten zitten in de prijs. Zet wel de verwarming uit als je in het weekend naar huis gaat.
      fixed | De kosten zijn een vast bedrag per maand, er volgt geen afrekening.
      fixed | Voor het verbruik betaal je een forfait, berekend op wat de vorige jaren nodig was.
      fixed | Het forfait dekt het normale verbruik ruim; tot nu toe heeft nog niemand moeten bijbetalen.
      provision | De kosten zijn een voorschot: op het einde van het jaar krijg je een afrekening met de meterstanden erbij.
      provision | Elke plek heeft een eigen tussenmeter, dus je betaalt enkel wat je zelf verbruikt.
      provision | Wie zuinig is, krijgt op het einde van het huurjaar geld terug van het voorschot.
      | De waarborg komt op een geblokkeerde rekening op jouw naam, zoals het hoort.
      | We maken samen een plaatsbeschrijving op, met foto's, zodat er bij vertrek geen discussie is.
      | Het contract is het gewone Vlaamse model voor studenten en je krijgt het vooraf te lezen.`),
    rules: lines(`net | Het internet is vast en snel, met een eigen aansluiting in de kamer.
      net | Wifi is er overal, en aan het bureau zit ook een kabel voor als je een online examen hebt.
      netExtra | Internet kun je bijnemen via de aansluiting die er al ligt.
      netExtra | Voor internet betaal je een klein deel mee in het abonnement van het huis.
      netNone | Internet is er nog niet, je kiest zelf een abonnement.
      domicile | Je mag je hier domiciliëren, we regelen de papieren zonder gedoe.
      noDomicile | Je adres blijft bij je ouders: domicilie is hier niet mogelijk, want het is een studentenhuis.
      askDomicile | Over domicilie kunnen we praten, laat het gewoon weten in je bericht.
      pets | Een kat in huis is welkom zolang de anderen er geen last van hebben.
      | Roken doen we buiten, er staat een bankje op de koer.
      | In het weekend blijven mag natuurlijk, het huis gaat nooit dicht.
      | Bezoek mag blijven slapen; hou gewoon een beetje rekening met de rest.`),
    visit: lines(`| Kom gerust eens kijken, het liefst in de late namiddag.
      | Een bezoek duurt een kwartier en je mag zo veel vragen als je wilt. Neem gerust iemand mee.
      | Woon je ver weg? Dan doen we een rondleiding via video.
      owner | Ik leid je graag zelf rond, ook op zaterdag.
      student | Ik toon je het kot graag zelf, en dan kun je ook meteen de kotgenoten leren kennen.
      pro | Bezoeken plannen we op woensdag en zaterdag, of op een ander moment als dat niet past.
      | Vertel in je bericht kort wat je studeert en vanaf wanneer je wilt huren.
      | Je betaalt niets voor je het gezien hebt en een contract in handen hebt.`),
    close: lines(`| Heb je vragen? Stuur gerust een berichtje, ik antwoord meestal dezelfde avond.
      | We horen graag van je.
      | Wie weet tot binnenkort!
      owner | Tot op een bezoekje, dan drinken we een tas koffie.
      student | Tot gauw, en alvast succes met zoeken!
      pro | Je hoort van ons binnen twee werkdagen, ook als het al verhuurd zou zijn.
      | Laat gerust weten wat je nog wilt zien, dan maak ik een extra foto.
      | Een eerlijk antwoord krijg je altijd, ook als het antwoord neen is.`),
  },
}
