export const nl = {
  errors: {
    email: { required: 'Vul je e‑mailadres in' },
  },
  ask: {
    title: 'Wat hebben jullie over mij?',
    lead: 'Ook zonder account kun je zien wat we over je hebben, het meenemen of laten wissen.',
    what: [
      'Je krijgt een mail op het adres dat je invult. Daarmee tonen we dat de mailbox van jou is; meer hoeven we niet te weten.',
      'Stuur ons nooit een kopie van je identiteitskaart.',
      'Wie hier een adres invult, krijgt niet te zien of we het kennen. Dat staat alleen in de mail.',
    ],
    signedIn: 'Je bent aangemeld: je vindt alles onder',
    myData: 'Alles wat we over je hebben',
    email: 'Je e‑mailadres',
    emailHint: 'Het adres waarmee je ons ooit schreef, iets meldde of een account begon.',
    submit: 'Mail me een link',
    other: 'Iets anders vragen over je gegevens, of een klacht',
    sent: {
      title: 'Kijk in je mailbox',
      text: 'We hebben een mail gestuurd naar het adres dat je invulde. Daarin staat of we iets over je hebben, en hoe je het bekijkt.',
      not: 'Niets gekregen? Kijk bij de ongewenste mail, en of je adres juist was.',
      again: 'Opnieuw proberen',
    },
    openTitle: 'Bekijk wat we over je hebben',
    openLead: 'Deze link werkt één keer. Daarna blijft de pagina een uur open in deze browser.',
    open: 'Open mijn gegevens',
  },
  yours: {
    title: 'Wat we over je hebben',
    lead: (address: string) =>
      `Alles wat we bewaren onder ${address}, zonder account. Geopend voor jou alleen, een uur lang in deze browser.`,
    account: 'Er is ook een account met dit adres',
    accountText: 'Wat daarbij hoort, zie je als je aangemeld bent.',
    signIn: 'Aanmelden',
    forgot: 'Wachtwoord vergeten',
    copy: 'Download een kopie',
    wrong: 'Klopt er iets niet, of wil je iets anders?',
    request: 'Stel je vraag',
    end: 'Wis alles',
    endText: 'Alles op deze pagina verdwijnt dan meteen en voorgoed, ook een vraag of melding die we nog moesten beantwoorden.',
    sureLabel: 'Ben je zeker?',
    sure: 'Ja, wis alles wat hier staat',
    sureMissing: 'Vink dit aan als je alles wilt wissen',
    gone: {
      done: 'Je gegevens zijn gewist',
      doneLead: 'Dit is je ontvangstbewijs; we bewaren er zelf geen. Druk het af of bewaar de pagina als je het wilt houden.',
    },
  },
  mails: {
    link: {
      subject: (site: string) => `Wat ${site} over je heeft`,
      asked: (site: string) => `Iemand vroeg bij ${site} wat we hebben onder dit adres.`,
      known:
        'We hebben iets. Met de knop hieronder zie je alles, en kun je het meenemen, wissen of stilleggen. De link werkt één keer, twee uur lang.',
      account:
        'Er is een account met dit adres. Meld je aan en kijk onder Mijn account. Weet je je wachtwoord niet meer, kies dan een nieuw: daarna kun je ook je account beëindigen.',
      nothing: 'We hebben niets over je, behalve deze vraag zelf. Die verdwijnt vanzelf binnen twee dagen.',
      button: 'Bekijk wat we over je hebben',
      signIn: 'Aanmelden',
      forgot: 'Een nieuw wachtwoord kiezen',
      notYou: 'Vroeg je dit niet? Dan hoef je niets te doen: zonder deze mail ziet niemand iets.',
    },
  },
}
export type Words = typeof nl
