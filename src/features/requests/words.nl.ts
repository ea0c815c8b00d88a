import type { RequestKind, RequestStep } from '../../register'

export const nl = {
  errors: {
    kind: { choose: 'Kies waarover het gaat' },
    body: { required: 'Schrijf wat je wilt', tooShort: 'Schrijf in een paar woorden wat je wilt' },
    answer: { required: 'Schrijf een antwoord', tooShort: 'Schrijf een antwoord' },
    until: {
      required: 'Vul een dag in',
      range: 'Kies een dag na de huidige, en hoogstens drie maanden na de vraag',
    },
    reason: { required: 'Zeg waarom: de persoon leest het', tooShort: 'Zeg in een paar woorden waarom' },
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
  kinds: {
    access: { text: 'Mijn gegevens zien', hint: 'Wat je niet vindt op de pagina’s waar je alles zelf ziet.' },
    rectification: { text: 'Iets verbeteren of aanvullen', hint: 'Zeg wat er niet klopt, en hoe het wel is.' },
    erasure: { text: 'Iets laten wissen', hint: undefined },
    restriction: { text: 'Mijn gegevens alleen laten bewaren', hint: 'Of minder met mijn gegevens doen.' },
    portability: { text: 'Mijn gegevens meenemen', hint: undefined },
    objection: { text: 'Bezwaar maken', hint: 'Tegen iets wat jullie met mijn gegevens doen.' },
    human: { text: 'Een mens laten kijken', hint: 'Naar iets wat een computer over mij besloot.' },
    complaint: { text: 'Een klacht', hint: 'Over hoe jullie met mijn gegevens omgaan.' },
    other: { text: 'Iets anders', hint: 'Een vraag over privacy.' },
  } satisfies Record<RequestKind, { text: string; hint: string | undefined }>,
  form: {
    title: 'Een vraag of klacht over je gegevens',
    lead: 'Een mens leest ze. Je krijgt zo snel mogelijk antwoord, ten laatste binnen 14 dagen.',
    first: 'Zien, kopiëren, wissen en bezwaar maken kun je meteen zelf:',
    see: 'bekijk wat we over je hebben',
    kind: 'Waarover gaat het?',
    body: 'Wat wil je?',
    bodyHint: 'Schrijf geen gegevens van anderen die niet nodig zijn.',
    emailHint:
      'We sturen eerst een link naar dit adres. Pas als je die opent, komt je vraag bij ons: zo weten we dat jij het bent.',
    noCard: 'Stuur ons geen kopie van je identiteitskaart. Dat je de mailbox hebt, is genoeg.',
    submit: 'Versturen',
    sent: {
      title: 'Kijk in je mailbox',
      text: 'We stuurden een link naar het adres dat je invulde. Open die binnen twee dagen: dan pas komt je vraag bij ons.',
      not: 'Niets gekregen? Kijk bij de ongewenste mail, en of je adres juist was.',
      again: 'Opnieuw proberen',
    },
    confirm: { title: 'Verstuur je vraag', lead: 'Klopt het zo? Dan zetten we ze bij wie antwoordt.', act: 'Ja, verstuur' },
    received: {
      title: 'Je vraag is bij ons',
      text: 'Een mens bekijkt ze, en antwoordt binnen 14 dagen. In de mail die nu vertrekt staat een link om te zien hoever het is.',
      home: 'Naar de startpagina',
    },
  },
  state: {
    title: 'Je vraag over je gegevens',
    all: 'Je vragen over je gegevens',
    panel: 'Iets vragen, of een klacht',
    emptyTitle: 'Je vroeg nog niets',
    empty: 'Wat je ons over je gegevens vraagt, en wat we antwoorden, vind je hier terug.',
    another: 'Stel een vraag of dien een klacht in',
    waits: (day: string) => `We antwoorden ten laatste op ${day}`,
    closed: (day: string) => `Beantwoord op ${day}`,
    sent: 'Gestuurd op',
    body: 'Wat je schreef',
    extension: 'Waarom het langer duurt',
    answer: 'Ons antwoord',
    complain: (authority: string) => `Niet tevreden? Je kunt een klacht indienen bij de ${authority}, of naar de rechter gaan.`,
  },
  desk: {
    queue: 'Vragen over gegevens',
    late: 'te laat',
    left: (n: number) => (n === 1 ? 'nog 1 dag' : `nog ${n} dagen`),
    closed: 'Beantwoord',
    received: 'Binnengekomen',
    answerBy: 'Antwoord ten laatste',
    from: 'Van',
    mailbox: 'iemand die de mailbox aantoonde, zonder aan te melden',
    account: 'iemand die aangemeld was',
    sealed: 'Wat de persoon schreef, ligt op slot. Dat je het leest, komt in het logboek van die persoon.',
    read: 'Lees de vraag',
    readReason: 'Een vraag over gegevens beantwoorden',
    said: 'Wat de persoon schreef',
    answer: 'Antwoord',
    begin: 'Begin met:',
    templates: { done: 'het is gebeurd', copy: 'hier zie je het', ask: 'een vraag terug', refused: 'dat kan niet' },
    answerLabel: 'Je antwoord',
    answerHint: (language: string) => `De persoon leest dit, in de mail en achter een link. Schrijf in het ${language}.`,
    answerAct: 'Antwoord versturen',
    extend: 'Langer nodig',
    extendLead: (day: string) =>
      `Alleen als de vraag ingewikkeld is of er veel zijn (AVG, artikel 12(3)), en nooit na ${day}. De persoon krijgt de reden.`,
    until: 'Tot en met',
    reason: 'Waarom het langer duurt',
    reasonHint: 'De persoon leest dit.',
    extendAct: 'Uitstellen',
    steps: 'Wat er gebeurde',
    colleague: 'een collega',
    did: {
      read: 'las de vraag',
      extended: 'stelde het antwoord uit',
      answered: 'antwoordde',
      restricted: 'liet de gegevens alleen bewaren',
      erased: 'wiste',
      copied: 'stuurde een kopie',
      corrected: 'verbeterde',
    } satisfies Record<RequestStep, string>,
  },
  templates: {
    done: (day: string) =>
      `Dag,\n\nOp ${day} vroeg je ons iets over je gegevens. We hebben gedaan wat je vroeg: …\n\nKlopt er nog iets niet, antwoord dan via het formulier op de site.`,
    copy: (day: string) =>
      `Dag,\n\nOp ${day} vroeg je ons welke gegevens we over je hebben. Je ziet ze allemaal, en kunt er een kopie van ophalen, onder Mijn account of met een link die je zelf vraagt op de pagina ‘Wat hebben jullie over mij?’.\n\nOver wat je daar niet vindt: …`,
    ask: (day: string) =>
      `Dag,\n\nOp ${day} vroeg je ons iets over je gegevens. Om je goed te antwoorden willen we graag nog dit weten: …\n\nStuur ons geen kopie van je identiteitskaart. Antwoord via het formulier op de site; we bekijken het dan meteen.`,
    refused: (day: string) =>
      `Dag,\n\nOp ${day} vroeg je ons iets over je gegevens. We kunnen dat niet doen, om deze reden: …\n\nDat staat in dit artikel van de wet: …`,
  },
  mails: {
    confirm: {
      subject: (site: string) => `Bevestig je vraag aan ${site}`,
      text: (site: string) =>
        `Iemand stelde met dit adres een vraag over gegevens aan ${site}. Was jij dat? Open de link binnen twee dagen, dan komt ze bij ons.`,
      button: 'Bekijk en verstuur je vraag',
    },
    received: {
      subject: (site: string) => `Je vraag aan ${site} is bij ons`,
      text: (day: string) =>
        `We kregen je vraag over je gegevens. Een mens bekijkt ze en antwoordt zo snel mogelijk, ten laatste op ${day}.`,
      button: 'Bekijk hoever het is',
    },
    extended: {
      subject: (site: string) => `Je vraag aan ${site} vraagt meer tijd`,
      text: (from: string, until: string) => `Op je vraag van ${from} antwoorden we ten laatste op ${until}. Dit is de reden:`,
      button: 'Bekijk hoever het is',
    },
    answered: {
      subject: (site: string) => `Antwoord van ${site} op je vraag over je gegevens`,
      text: (day: string) => `Dit is ons antwoord op je vraag van ${day}.`,
      button: 'Lees het terug',
    },
    soon: {
      subject: (site: string) => `${site}: een vraag over gegevens moet beantwoord worden`,
      text: (kind: string, from: string, until: string) =>
        `‘${kind}’ van ${from} wacht op antwoord. De termijn eindigt op ${until}.`,
    },
    late: {
      subject: (site: string) => `${site}: een vraag over gegevens is te laat`,
      text: (kind: string, from: string, until: string) =>
        `‘${kind}’ van ${from} moest uiterlijk op ${until} beantwoord zijn. Antwoord nu, en noteer waarom het te laat is.`,
    },
    atDesk: 'Naar het rechtenloket',
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
export type Words = Omit<typeof nl, 'kinds'> & { kinds: Record<RequestKind, { text: string; hint: string | undefined }> }
