const count = new Intl.NumberFormat('nl-BE')

export const nl = {
  menu: 'Zoekopdrachten',
  demand: {
    fits: (about: string) => `Deze kamer past bij de bewaarde zoekopdrachten van ongeveer ${about} mensen.`,
    more: (about: string, price: string, besides: boolean): string =>
      besides
        ? `Voor ${price} per maand, alles samen, kwamen er ongeveer ${about} bij.`
        : `Voor ${price} per maand, alles samen, zou ze bij die van ongeveer ${about} mensen passen.`,
    how: 'Afgerond op tientallen, en nooit onder de tien: zo weet je niets over één iemand.',
  },
  save: 'Bewaar deze zoekopdracht',
  saveHint: 'en krijg een mail als er iets bij komt',
  new: {
    title: 'Zoekopdracht bewaren',
    lead: (name: string) => `We kijken voor je uit naar: ${name}.`,
    submit: 'Bewaar',
    who: 'Waar sturen we de mails heen?',
    whoText:
      'Dit maakt een account, zodat je de zoekopdracht kunt veranderen of stoppen. Ze begint zodra je je e‑mailadres bevestigt. Heb je al een account?',
    signIn: 'Meld je aan',
    submitNew: 'Bewaren en account maken',
    nothing: 'Er is nog niets om te bewaren',
    nothingText: 'Kies eerst een plaats, een prijs of iets anders. Daarna kun je die zoekopdracht bewaren.',
    toSearch: 'Zoek een kot',
    tooMany: (most: number) => `Je bewaart er al ${most}. Verwijder er eerst een.`,
  },
  frequency: 'Wanneer wil je een mail?',
  frequencies: { atOnce: 'Meteen', daily: 'Hoogstens één per dag', weekly: 'Hoogstens één per week', none: 'Geen mails' },
  frequencyHints: {
    atOnce: 'Goede koten zijn snel weg.',
    daily: 'Alles wat erbij kwam, samen.',
    weekly: 'Alles wat erbij kwam, samen.',
    none: 'Alleen bewaren om terug te vinden.',
  },
  night: 'Stille uren',
  atNight: 'Ook ’s nachts',
  atNightHint: 'Anders mailen we niet tussen 22 en 7 uur.',
  list: {
    title: 'Bewaarde zoekopdrachten',
    emptyTitle: 'Je bewaart nog geen zoekopdracht',
    empty: 'Zoek zoals je wilt, en kies “Bewaar deze zoekopdracht”. We mailen je als er iets bij komt.',
    open: 'Bekijk wat er nu is',
    change: 'Wijzig',
    until: (day: string) => `Bewaard tot ${day}. Wie ze wijzigt, verlengt ze.`,
    pause: 'Pauzeer de mails',
    paused: 'Geen mails',
    remove: 'Verwijder',
    off: 'Je zette mails over zoekopdrachten uit in je instellingen: er vertrekt er nu geen.',
    settings: 'Naar de instellingen',
    another: 'Wil je iets anders zoeken? Open de zoekopdracht, wijzig ze en bewaar ze opnieuw.',
  },
  done: {
    saved: 'Bewaard. We kijken voor je uit.',
    changed: 'Gewijzigd.',
    paused: 'Je krijgt geen mails meer over deze zoekopdracht.',
    removed: 'Verwijderd.',
    renewed: 'Verlengd.',
  },
  link: {
    told: (n: number): string => (n === 1 ? 'Dit kot was nieuw' : `Deze ${count.format(n)} koten waren nieuw`),
    none: 'Wat in die mail stond, is niet meer te huur.',
    keep: 'Hou deze zoekopdracht',
    until: (day: string) => `Je zoekopdracht blijft bewaard tot ${day}.`,
    renew: 'Verleng met zes maanden',
    all: 'Bekijk alles wat er nu is',
    stopTitle: 'Geen mails meer over deze zoekopdracht?',
    stopText: 'De zoekopdracht zelf blijft bewaard: je vindt ze terug als je je aanmeldt.',
    stop: 'Stop deze mails',
    back: 'Toch niet',
    mine: 'Al je zoekopdrachten',
  },
  mails: {
    aMonth: (amount: string) => `${amount} per maand`,
    was: (amount: string) => `was ${amount}`,
    found: {
      subject: (n: number, name: string): string => `${count.format(n)} nieuw: ${name}`,
      lead: (n: number, name: string): string =>
        n === 1 ? `Er is één kot bij voor: ${name}.` : `Er zijn ${count.format(n)} koten bij voor: ${name}.`,
      some: (shown: number, n: number) => `Hier zijn er ${count.format(shown)} van de ${count.format(n)}.`,
      all: (n: number) => `Bekijk ze alle ${count.format(n)}`,
      look: 'Bekijk op de site',
    },
    often: {
      atOnce: 'meteen als er iets bij komt',
      daily: 'hoogstens één keer per dag',
      weekly: 'hoogstens één keer per week',
      none: '',
    },
    why: (often: string, day: string) => `Je vroeg deze mail: ${often}, tot ${day}.`,
    renew: 'Verlengen of wijzigen',
    stop: 'Geen mails meer over deze zoekopdracht',
    ending: {
      subject: (name: string) => `Zoek je nog? ${name}`,
      lead: (name: string, day: string) => `Op ${day} stopt je bewaarde zoekopdracht: ${name}.`,
      keep: 'Ja, ik zoek nog',
      else: 'Heb je iets gevonden? Dan hoef je niets te doen: ze verdwijnt vanzelf.',
    },
  },
}
export type Words = typeof nl
