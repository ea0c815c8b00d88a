/** What invented readers said below an article of a site's folder, by its file: the oldest first. `answers`: the first of them. */
export const demoReplies: Record<string, readonly { name: string; body: string; daysAgo: number; answers?: true }[]> = {
  'fake-adverts.nl': [
    {
      name: 'Jorne',
      body: 'Nummer twee had ik bijna geloofd. De “eigenaar” zat zogezegd op een booreiland. Een vriend die in de straat woont, belde aan: daar woonde een gezin.',
      daysAgo: 15,
    },
    { name: 'Mirte', body: 'Wat een geluk dat je iemand kon sturen. Heb je het nog gemeld?', daysAgo: 14, answers: true },
    { name: 'Jorne', body: 'Ja, dezelfde dag nog was ze weg.', daysAgo: 13.8, answers: true },
    { name: 'Een mama uit Torhout', body: 'Doorgestuurd naar de hele klas van mijn dochter. Dank je wel.', daysAgo: 6 },
  ],
  'fake-adverts.fr': [
    {
      name: 'Apolline',
      body: 'Le coup de la visite en vidéo, je l’ai fait : quand j’ai demandé d’ouvrir le robinet, l’appel s’est coupé.',
      daysAgo: 12,
    },
    { name: 'Sami', body: 'Excellent. Je m’en servirai.', daysAgo: 11, answers: true },
  ],
  'fake-adverts.en': [
    {
      name: 'Ivana',
      body: 'I found my room from 1,900 kilometres away. A student who lives in the house showed me around on video, and the contract came before the money.',
      daysAgo: 13,
    },
  ],
  'first-visit.nl': [
    { name: 'Wannes', body: 'Tel ook de haken in de douche. Ik meen het.', daysAgo: 4 },
    { name: 'Roos', body: 'En kijk of er een raam in de badkamer is, anders droogt er nooit iets.', daysAgo: 3 },
  ],
  'first-visit.en': [{ name: 'Kwame', body: 'The minute of silence is the best advice here. I heard the tram.', daysAgo: 2 }],
  'keyboard.nl': [
    {
      name: 'Lowie',
      body: 'Gedaan met onze eigen webwinkel. Bij stap twee zat ik al vast in de kalender. Waar begin je dan?',
      daysAgo: 19,
    },
    {
      name: 'Ann-Sofie',
      body: 'Bij ons hielp het om de kalender weg te laten en gewoon een datum te laten typen.',
      daysAgo: 18,
      answers: true,
    },
    { name: 'Lowie', body: 'Zo eenvoudig dat ik er niet aan dacht.', daysAgo: 17.7, answers: true },
    {
      name: 'Hamza',
      body: 'Een kwartier is ook lang genoeg om er een gewoonte van te maken: wij doen het nu elke vrijdag.',
      daysAgo: 9,
    },
  ],
  'backup.nl': [
    { name: 'Trui', body: 'Vanmiddag eindelijk geprobeerd de onze terug te zetten. We hebben geluk gehad.', daysAgo: 30 },
  ],
}
