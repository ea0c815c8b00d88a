export const nl = {
  title: 'Zijn ze nog vrij?',
  lead: (n: number): string =>
    n === 1 ? 'Laat met één druk weten hoe het met je advertentie staat.' : `Laat weten hoe het met je ${n} advertenties staat.`,
  why: 'Zo vindt wie een kamer zoekt alleen kamers die er nog zijn, en krijg jij geen berichten over wat al weg is.',
  lastSaid: 'Laatst bevestigd:',
  lapsed: 'Gepauzeerd',
  answers: { free: 'Nog vrij', rented: 'Verhuurd', pause: 'Even niet tonen' },
  allFree: (n: number) => `Alle ${n} zijn nog vrij`,
  done: {
    free: 'Dank je. Ze staat online, en iedereen ziet dat ze vandaag bevestigd is.',
    rented: 'Proficiat! Ze is niet meer te zien.',
    pause: 'Gepauzeerd. Onder Mijn advertenties zet je ze weer online.',
  },
  allDone: 'Alles is bijgewerkt',
  allDoneText: 'Je hebt over al je advertenties iets laten weten. Over drie weken vragen we het nog eens.',
  toMine: 'Naar mijn advertenties',
  toRooms: 'Andere kamers bekijken',
  letButton: 'Al verhuurd? Zeg het ons',
  thanksTitle: 'Bedankt',
  thanks:
    'We vragen de adverteerder of de kamer nog vrij is. Zonder antwoord verdwijnt de advertentie binnen een week. Niemand verneemt dat jij het vroeg.',
  pausedQuietly: 'Gepauzeerd omdat we niets van je hoorden. Is de kamer nog vrij? Dan staat ze met één druk weer online.',
  facts: (asked: string, now: string) =>
    `Op ${asked} vroegen we je per mail of deze kamer nog vrij is. Op ${now} hadden we geen antwoord. Een advertentie waarover een week na die vraag niets gezegd is, pauzeert.`,
  askHuman: 'Vraag dat een mens ernaar kijkt',
  again: {
    title: 'Opnieuw openen',
    lead: 'Kijk de data en de prijs na. Al de rest, ook de foto’s, blijft zoals het was.',
    button: 'Weer online zetten',
    link: 'Opnieuw openen',
  },
  mails: {
    stillFree: {
      subject: (n: number, site: string): string =>
        n === 1 ? `Is je kamer op ${site} nog vrij?` : `Zijn je ${n} kamers op ${site} nog vrij?`,
      text: (n: number): string[] => [
        n === 1
          ? 'Je advertentie staat al drie weken online zonder dat we iets hoorden.'
          : 'Je advertenties staan al drie weken online zonder dat we iets hoorden.',
        'Eén druk volstaat, zonder je aan te melden. Horen we binnen een week niets, dan pauzeren we ze; je zet ze weer online wanneer je wilt.',
      ],
      button: 'Laten weten hoe het staat',
    },
    lapsed: {
      subject: (n: number, site: string): string =>
        n === 1 ? `Je advertentie op ${site} is gepauzeerd` : `${n} advertenties op ${site} zijn gepauzeerd`,
      text: (n: number): string[] => [
        n === 1
          ? 'We hoorden niets over je advertentie, dus niemand ziet ze nu.'
          : 'We hoorden niets over deze advertenties, dus niemand ziet ze nu.',
        'Is er niets veranderd? Met één druk staan ze weer online, met alles erin.',
      ],
      button: 'Weer online zetten',
    },
    byRule:
      'Dit besliste een computer, met één regel: geen antwoord binnen een week. Met dezelfde knop vraag je dat een mens ernaar kijkt.',
    more: (n: number) => `• en nog ${n}`,
    after: ['De link werkt een week. Wie hem heeft, kan alleen deze advertenties bevestigen of pauzeren.'],
  },
}
export type Words = typeof nl
