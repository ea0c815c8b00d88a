import type { Language } from '../../../std/words'

/** Conversations as people have them: who is looking begins, and both take turns. */
export const conversations: Record<Language, readonly (readonly string[])[]> = {
  nl: [
    [
      'Dag, ik start in september met mijn master en zoek een rustige plek. Is deze nog beschikbaar, en zou ik volgende week eens mogen komen kijken? Woensdag na vier uur past me goed.',
      'Dag, ja, ze is nog vrij. Woensdag om half vijf? Bel gerust aan, dan leid ik je rond.',
      'Perfect, dan kom ik woensdag. Mijn mama komt ook mee als dat mag.',
      'Zeker, twee zien meer dan een. Tot woensdag!',
    ],
    [
      "Hallo! Mooie foto's. Ik vroeg me af of het bureau kan blijven staan als ik mijn eigen bed meebreng?",
      'Dag, dat kan. Het bed zetten wij dan in de kelder. De rest blijft gewoon staan.',
      'Super, dank je. Mag ik zaterdag eens langskomen?',
    ],
    [
      "Goeiedag, ik studeer verpleegkunde en loop vaak vroege shiften. Is het huis 's morgens stil genoeg, en raak ik makkelijk binnen en buiten zonder iemand te wekken?",
      'Dag! Jouw deur zit vlak naast de trap en die kraakt alleen op de derde trede. Er woont nog iemand met vroege diensten, dus je zult niet alleen zijn.',
    ],
    [
      'Hey, kun je me zeggen wat de kosten vorig jaar ongeveer waren? Ik wil mijn budget goed berekenen voor ik kom kijken.',
      'Goede vraag. De vorige huurder kwam net toe met wat er in het zoekertje staat. Ik toon je bij een bezoek graag de afrekening.',
      'Dat is duidelijk, bedankt. Heb je donderdagavond een moment?',
      'Donderdag om zeven uur kan. Breng gerust je vragen mee.',
      'Top, tot dan.',
    ],
    ['Dag, is er een plek om mijn fiets binnen te zetten? Het is een oude koersfiets, maar ik ben eraan gehecht.'],
    [
      'Dag, ik kom uit de Westhoek en kan niet makkelijk langskomen. Is een rondleiding via video mogelijk?',
      'Natuurlijk. Ik stel voor zondag om elf uur, dan is het licht op zijn mooist.',
      'Heel fijn, zondag om elf past.',
    ],
    [
      'Hoi, ik zoek een kamer vanaf de eerste van de maand. Zou inschrijven op het adres voor mij geregeld kunnen worden?',
      'Hoi, dat bespreken we even bij het kijken, meestal is het geen probleem. Zou donderdag lukken?',
      'Ja, donderdag na vijven.',
    ],
    [
      'Hallo, ik doe een onderzoeksmaster en werk veel thuis. Hoe is het internet overdag, en is er een plek in huis om eens ergens anders te zitten dan op mijn kamer?',
      'Hallo, het internet is stabiel en beneden staat een grote tafel waar overdag bijna niemand zit. Kom gerust kijken.',
    ],
    [
      'Dag, ik heb vorige week al een bericht gestuurd aan een ander huis en kreeg nooit antwoord. Is deze plek nog vrij?',
      'Dag, vervelend. Deze is helaas net verhuurd, maar ik heb er in januari nog een in dezelfde straat. Zal ik je dan iets laten weten?',
      'Graag, dank je dat je zo snel antwoordt!',
    ],
  ],
  fr: [
    [
      'Bonjour, je commence un master en septembre et votre annonce me plaît beaucoup. Serait-il possible de visiter la semaine prochaine, plutôt en fin de journée ?',
      'Bonjour, avec plaisir. Mardi à dix-huit heures, cela vous irait ?',
      'Parfait, à mardi. Merci !',
    ],
    [
      "Bonjour, est-ce que le bureau et le lit restent dans la chambre ? Je n'ai pas encore de meubles.",
      'Bonjour, oui, tout ce que vous voyez sur les images reste là. Il ne manque que les draps.',
      'Super, alors je viendrais bien visiter samedi.',
      'Samedi matin, dix heures ? La sonnette du milieu.',
    ],
    [
      'Bonsoir, je suis en kiné et je rentre parfois tard de stage. La maison est-elle calme le soir en semaine ?',
      "Bonsoir, oui, en semaine c'est tranquille. Le jeudi un peu moins, mais votre chambre est à l'arrière.",
    ],
    [
      "Bonjour, pourriez-vous me dire ce que couvrent exactement les charges ? J'aimerais bien calculer mon budget.",
      "Bonjour, c'est détaillé dans l'annonce et le locataire actuel n'a rien dû ajouter l'an dernier. Je vous montre le décompte lors de la visite.",
      "Merci, c'est rassurant. Je suis libre vendredi après-midi.",
    ],
    [
      "Bonjour, j'habite encore au Luxembourg. Une visite en vidéo serait-elle possible ?",
      'Bien sûr. Dimanche à onze heures, la lumière est belle à ce moment-là.',
      'Parfait, à dimanche.',
    ],
    [
      "Bonjour, y a-t-il un endroit pour ranger un vélo à l'intérieur ?",
      "Bonjour, oui, un local fermé à l'arrière. Il reste deux places.",
    ],
    [
      'Bonjour, je joue de la clarinette, une demi-heure par jour. Est-ce que cela poserait problème aux autres habitants ?',
      "Bonjour, avant vingt heures personne ne s'en plaindra, il y a déjà un violon au premier. Venez voir !",
      'Quelle bonne nouvelle. Mercredi vers dix-sept heures ?',
      "Mercredi, c'est noté.",
    ],
    ['Bonjour, votre kot est-il encore libre pour le second quadrimestre ?'],
  ],
  en: [
    [
      'Hi, I am coming for an exchange semester and your place looks lovely. Would the period in your advert be flexible by two weeks?',
      'Hi, two weeks is no problem. When do you arrive?',
      'At the end of the month. Could we do a video call before that?',
      'Sure, Saturday at noon works for me.',
    ],
    [
      'Hello, is it possible to register at this address? I need it for my residence permit.',
      'Hello, good that you ask first. Let us go through it when you visit, I can explain how it works in this house.',
    ],
    [
      'Hi! I start my PhD soon and I am looking for a calm place. How is the noise in the evening?',
      'Hi, during the week it is quiet. There is one evening when people cook together, and you are welcome to join or not.',
      'That sounds perfect. Could I come and see it on Friday?',
      'Friday at six is fine. See you then.',
    ],
    [
      'Good morning, are the bills really as stated, also in winter?',
      'Good morning, the current tenant managed with that amount. I will show you the statement when you visit.',
    ],
    [
      'Hello, does the desk stay in the room? I have a large monitor and would rather not buy a new one. A desk, I mean.',
      'Hello, it stays, and it is wide. Bring the monitor to the viewing if you want to be sure.',
      'Ha, I will bring a tape measure. Is Wednesday good?',
    ],
    [
      'Hi, my friend and I study together and I wondered whether another room in the same house will come free?',
      'Hi, one probably will in February. I will write to you as soon as I know.',
    ],
    [
      'Hello, I cannot visit before I arrive. What would you need from me to decide?',
      'Hello, a short video call and some words about your studies are enough. You pay nothing before you have read the contract.',
      'Thank you, that is clear. I am free on Sunday.',
      'Sunday at three, then. I will send you the link here.',
    ],
    ['Hi, is there a place to keep a bike? I was told I would need one by the second week.'],
  ],
}
